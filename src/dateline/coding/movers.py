"""People who come from where they live: out of the lines, over a border, into a camp.

"2,300 Serbs coming out of Kosovo", "the camp shelters 50,000 people", "30,000 crossed". Whom such
verbs count is displaced where he is at home somewhere; which words they need is data.
"""

from __future__ import annotations

from dateline.coding.counted import noun_class
from dateline.coding.measure_words import WORDS
from dateline.coding.measures import Phrase
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings

NEAR = 8
"""How many words behind the verb may tell where people go."""


def behind(verb: Token, phrase: Phrase) -> list[Token]:
    """Return the words behind a verb that may tell where people go, up to a clause of others.

    In "moved out of Tetovo as gunmen fired on it" nobody is on an errand to a fire.
    """
    after: list[Token] = []
    for token in phrase.doc[verb.i + 1 : min(verb.i + 1 + NEAR, phrase.end)]:
        if token.dep_ == "mark" or token.text == ";":
            break
        after.append(token)
    return after


def is_of_movers(noun: Token, phrase: Phrase) -> bool:
    """Return whether people of a place are counted: by their noun, a demonym, or a bare number."""
    head = phrase.doc[phrase.what.head]
    if phrase.what.kind == "none":
        return noun.i in (head.i, head.head.i)
    named = head.pos_ == "PROPN" or head.text.istitle()  # "Malians" may be a noun to the tagger
    peoples = named and (head.lower_.endswith("s") or noun_class(head) == "person")
    movers = settings(WORDS)["movers"]
    return peoples or head.lemma_.lower() in movers or head.lower_ in movers


def is_lodged(noun: Token, phrase: Phrase) -> bool:
    """Return whether a camp or a school has people in it: "the camp now shelters 50,000 people"."""
    listed = settings(WORDS)
    verb = noun.head
    told = verb.lemma_.lower()
    takes = told == "take" and any(kid.lower_ == "in" for kid in verb.children)
    if (told not in listed["housing"] and not takes) or not is_of_movers(noun, phrase):
        return False
    hosts = {*listed["lodgings"], *listed["havens"], *listed["halls"]}
    return any(
        kid.lemma_.lower() in hosts or kid.lower_ in hosts
        for kid in verb.children
        if kid.dep_ == "nsubj"
    )


def is_out(noun: Token, phrase: Phrase) -> bool:
    """Return whether people are seen or counted as they come from where they live.

    "Border police counted 2,300 Serbs coming out of Kosovo", "ordered 6,000 people out of 23
    villages".
    """
    listed = settings(WORDS)
    if not is_of_movers(noun, phrase):
        return False
    if noun.head.lemma_.lower() == "order":
        told = [token.lower_ for token in behind(noun.head, phrase)]
        homes = {*listed["homes"], *listed["quitted"]}
        return bool({"out", "from"} & {*told}) and not homes.isdisjoint(told)
    coming = (kid for kid in noun.children if kid.dep_ == "acl" and kid.tag_ == "VBG")
    return any(comes_out(verb, phrase) for verb in coming)


def comes_out(verb: Token, phrase: Phrase) -> bool:
    """Return whether people come in, out or over from a place or through a gap in the lines."""
    listed = settings(WORDS)
    if verb.lemma_.lower() not in listed["turning_up"]:
        return False
    after = behind(verb, phrase)
    if not after or after[0].lower_ not in ("in", "out", "over", "across", "down"):
        return False
    if not {token.lemma_.lower() for token in after}.isdisjoint(listed["errands"]):
        return False
    ends = (
        end
        for way in after[1:3]
        if way.lower_ in ("from", "of", "through")
        for end in way.children
        if end.dep_ == "pobj"
    )
    gaps = {*listed["refuges"], *listed["quitted"], *listed["homes"], *listed["gaps"]}
    # Who comes "in from Nasiriya" may come for a march.
    named = after[0].lower_ != "in"
    return any(
        (named and end.pos_ == "PROPN") or end.lower_ in gaps or end.lemma_.lower() in gaps
        for end in ends
    )


def crosses(noun: Token, phrase: Phrase) -> bool:
    """Return whether people cross, in a sentence on a border: "30,000 crossed by evening"."""
    verb = noun.head
    alone = verb.lemma_.lower() == "cross" and not any(k.dep_ == "dobj" for k in verb.children)
    if not alone or not is_of_movers(noun, phrase):
        return False
    told = {token.lower_ for token in phrase.doc[phrase.start : phrase.end]}
    return not told.isdisjoint(settings(WORDS)["borders"])
