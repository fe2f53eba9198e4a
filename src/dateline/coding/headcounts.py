"""How many have fled, by who keeps the lists: "registered 12,000 new arrivals".

So relief agencies and camp managers tell it, and so do totals: "puts the displaced at 40,000", "the
number of people who have crossed into Chad has topped 110,000".
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.measure_words import WORDS, Governor, words, words_of
from dateline.coding.measures import Phrase
from dateline.coding.moves import flees_somewhere, is_armed_noun
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import Measure

_FAR = 16
"""How many words may stand between those who fled and their number."""

_NEAR = 12
"""How many words behind a verb of counting may tell where people were put on a list."""

_COUNTED = frozenset({"dobj", "nsubjpass"})


def registered(phrase: Phrase) -> Governor | None:
    """Return the measure in "counted 900 new arrivals", "registered 4,000 people in churches"."""
    noun = phrase.doc[phrase.what.head]
    inside = noun.dep_ == "pobj" and phrase.first <= noun.head.i < phrase.last
    role = noun.head.head if inside else noun
    verb = role.head
    listed = settings(WORDS)["registering"]
    if role.dep_ not in _COUNTED or verb.lemma_.lower() not in listed:
        return None
    before = [token.lower_ for token in phrase.doc[phrase.what.start : phrase.what.head]]
    if noun.lemma_.lower() == "arrival":
        if not set(before).isdisjoint(settings(WORDS)["visiting"]):
            return None
        return Governor(Measure.DISPLACED, None if "new" in before else verb.i)
    if noun.lemma_.lower() not in settings(WORDS)["movers"] or verb.lemma_.lower() != "register":
        return None
    behind = phrase.doc[phrase.last : min(phrase.last + _NEAR, phrase.end)]
    places = {*settings(WORDS)["lodgings"], *settings(WORDS)["havens"]}
    told = {token.lower_ for token in behind}
    return Governor(Measure.DISPLACED, verb.i) if not told.isdisjoint(places) else None


def in_displacements(phrase: Phrase) -> Governor | None:
    """Return the measure in "mass displacements involving 1,230 families"."""
    noun = phrase.doc[phrase.what.head]
    if noun.dep_ == "appos":
        noun = noun.head
    if noun.dep_ != "dobj" or noun.head.lemma_.lower() not in words("involving"):
        return None
    for token in reversed(phrase.doc[phrase.start : noun.head.i]):
        if words_of("of").get(token.lower_.removesuffix("s")) is Measure.DISPLACED:
            return Governor(Measure.DISPLACED, token.i)
    return None


def number_of_fled(phrase: Phrase) -> Governor | None:
    """Return the measure of a total: "the number of refugees in Chad has passed 300,000".

    So in "puts the displaced at 40,000", "swelled the ranks of the displaced to 9,000", "brings to
    22,000 the number of refugees".
    """
    doc, first = phrase.doc, phrase.first
    if phrase.what.kind not in ("none", "all"):
        return None
    if first - 1 > phrase.start and _gives_a_number(phrase):
        before = doc[max(phrase.start, first - _FAR) : first]
        if one := _told_of(list(before), backwards=True):
            return one
    after = [token.lower_ for token in doc[phrase.last : min(phrase.last + 4, phrase.end)]]
    opens = after[1:3] if after[:1] == ["as"] else after[:2]
    if len(opens) == 2 and opens[0] == "the" and opens[1] in words("totals"):
        at = phrase.last + 2 + (after[0] == "as")
        return _told_of(list(doc[at : min(at + _FAR, phrase.end)]), backwards=False)
    return None


def the_displaced_at(phrase: Phrase) -> Governor | None:
    """Return the measure in "puts the dead at 300 and the displaced at 40,000"."""
    doc, at = phrase.doc, phrase.first - 1
    if phrase.what.kind != "none" or at - 1 <= phrase.start or doc[at].lower_ != "at":
        return None
    noun = doc[at - 1]
    return Governor(Measure.DISPLACED, noun.i) if noun.lower_ in words("uprooted") else None


def _gives_a_number(phrase: Phrase) -> bool:
    """Whether what stands before a number says that it is one of something told earlier."""
    doc, at = phrase.doc, phrase.first - 1
    word = doc[at]
    tops = any(token.lemma_.lower() in words("topping") for token in (word, doc[phrase.first]))
    if word.lower_ in words("numbering") or tops:
        return True
    earlier = {token.lemma_.lower() for token in doc[max(phrase.start, at - _FAR) : at]}
    if word.lower_ == "at":
        return not earlier.isdisjoint(words("putting"))
    if word.lower_ != "to":
        return False
    return doc[at - 1].lemma_.lower() in words("rising") or not earlier.isdisjoint(
        {*words("raising"), *words("swelling")}
    )


def _told_of(tokens: Sequence[Token], *, backwards: bool) -> Governor | None:
    """The measure where those who fled are told of, with "number of" where a verb says so."""
    numbered = any(
        token.lower_ in words("totals")
        and token.i + 1 < len(token.doc)
        and token.nbor().text == "of"
        for token in tokens
    )
    if any(_is_of_others(token) for token in tokens):
        return None
    for token in reversed(tokens) if backwards else tokens:
        if token.text in {";", "."} or (token.like_num and ("," in token.text or token.is_alpha)):
            return None
        named = token.lemma_.lower() in words("displaced_nouns") or token.lower_ in words(
            "uprooted"
        )
        if named and not (token.tag_ == "VBN" and token.dep_ in ("ROOT", "relcl")):
            return Governor(Measure.DISPLACED, token.i)
        if (numbered or not backwards) and _is_flight(token):
            return Governor(Measure.DISPLACED, token.i)
        if token.lower_ in words("totals"):
            numbered = numbered and not backwards
    return None


def _is_flight(verb: Token) -> bool:
    told = (words_of("agent").get(verb.lower_), words_of("patient").get(verb.lower_))
    return Measure.DISPLACED in told or flees_somewhere(verb)


def _is_of_others(noun: Token) -> bool:
    """Whether soldiers or tourists are counted."""
    travels = noun.lemma_.lower() in settings("languages/en/flights.toml")["travellers"]
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and (travels or is_armed_noun(noun))
