"""Who takes part though no subject: "held by thousands", "a group of 20", "a crowd of 300".

So do those whom an attack is by, and those who are a band's strength: "a 200-strong mob".
"""

from __future__ import annotations

from dateline.coding.measure_words import words, words_of
from dateline.coding.measures import Phrase
from dateline.coding.moves import is_armed_noun
from dateline.coding.syntax import Doc, Token
from dateline.model import Measure


def acting(phrase: Phrase) -> Token | None:
    """Return the verb that those counted do, with others or as a band; None where they do nothing.

    "Hundreds of followers torched it", "it was held by thousands of citizens", "militiamen clashed
    with a group of 20 insurgents".
    """
    noun = phrase.doc[phrase.what.head]
    if noun.dep_ == "pobj" and phrase.first <= noun.head.i < phrase.last:
        noun = noun.head.head  # "hundreds of followers"
    of = noun.head
    in_band = noun.dep_ == "pobj" and of.lower_ == "of" and of.head.lemma_ in words("bands")
    if in_band:
        noun = of.head
    if noun.dep_ == "nsubj":
        return noun.head if noun.head.pos_ == "VERB" else None
    if noun.dep_ == "dobj":
        return noun.head if _draws(noun.head) or _is_foe(noun, noun.head, phrase) else None
    if noun.dep_ != "pobj":
        return None
    by, verb = noun.head, noun.head.head
    if by.lower_ == "by" and verb.pos_ in ("NOUN", "PROPN"):
        # "An attack on the town by about 3,000 tribesmen was beaten off", "a rally by 300 women".
        deeds = words("onslaughts") | words("crowds")
        return verb if verb.lemma_.lower() in deeds else None
    if by.lower_ == "with" and verb.pos_ == "VERB" and _is_foe(noun, verb, phrase):
        return verb
    acts = by.dep_ == "agent" or (in_band and by.lower_ == "with")
    return verb if acts and verb.pos_ == "VERB" else None


def _draws(verb: Token) -> bool:
    """Whether a crowd is said to be as large as what it draws: "the march drew 200 people"."""
    crowds = words("crowds") | words("gatherings")
    return verb.lemma_.lower() in words("drawing") and any(
        kid.dep_ == "nsubj" and kid.lemma_.lower() in crowds for kid in verb.children
    )


def _is_foe(noun: Token, verb: Token, phrase: Phrase) -> bool:
    """Whether those counted are fought: "a patrol clashed with 15 militants"."""
    return (
        verb.lemma_.lower() in words("clashing")
        and phrase.what.kind == "person"
        and is_armed_noun(noun)
    )


def demonstrating(phrase: Phrase) -> Token | None:
    """Return the verb of those who are said to march: "police fired at hundreds who marched"."""
    if phrase.last + 1 >= phrase.end or phrase.doc[phrase.last].lower_ not in ("who", "that"):
        return None
    verb = phrase.doc[phrase.last + 1]
    told = words_of("agent").get(verb.lower_) is Measure.PARTICIPANTS
    return verb if told and verb.tag_ in ("VBD", "VBP") else None


def takes_part(verb: Token, phrase: Phrase) -> bool:
    """Return whether what people do makes them take part: not to speak, to appear or to arrive."""
    lemma = verb.lemma_.lower()
    if lemma in words("speech") or lemma in words("idle"):
        return False
    armed = is_armed_noun(phrase.doc[phrase.what.head])
    return armed or (lemma not in words("walking") and verb.lower_ != "left")


def crowd(phrase: Phrase) -> Token | None:
    """Return the noun of the crowd that a number alone tells the size of: "a crowd of about 300".

    "A march of 300 monks" counts them, but "a march of 20 kilometres" nobody. So does "a gang of
    some 300" that does something.
    """
    doc, first = phrase.doc, phrase.first
    if first < phrase.start + 2 or phrase.what.kind not in {"none", "person", "all"}:
        return None
    noun = doc[first - 2]
    lemma = noun.lemma_.lower()
    if doc[first - 1].lower_ == "by" and phrase.what.kind == "none":
        return noun if lemma in words("crowds") else None  # "a rally by tens of thousands"
    if doc[first - 1].lower_ != "of":
        return None
    if lemma in words("bands") and phrase.what.kind == "none" and _does_something(noun):
        return noun
    return noun if lemma in words("crowds") else None


def is_strength(doc: Doc, last: int) -> bool:
    """Return whether a number that ends before ``last`` is a strength: "a 200-strong mob"."""
    return last + 2 < len(doc) and doc[last].text == "-" and doc[last + 1].lower_ == "strong"


def strong_band(doc: Doc, last: int, end: int) -> tuple[Token, int] | None:
    """Return the verb of the band whose strength ends before ``last``, and the band's end.

    "A 200-strong mob lynched two men", but nothing of "the 8,000-strong force", which stands
    there, nor of a band that does nothing or only speaks.
    """
    noun = next((one for one in doc[last + 2 : last + 6] if one.tag_ in ("NN", "NNP")), None)
    while noun is not None and noun.dep_ == "compound" and noun.head.i > noun.i:
        noun = noun.head
    if noun is None or noun.i >= end:
        return None
    if any(kid.dep_ == "det" and kid.lower_ == "the" for kid in noun.children):
        return None
    return (noun.head, noun.i + 1) if _does_something(noun) else None


def _does_something(noun: Token) -> bool:
    verb = noun.head
    if noun.dep_ == "pobj" and verb.dep_ == "agent":
        verb = verb.head
    elif noun.dep_ != "nsubj":
        return False
    return verb.pos_ == "VERB" and verb.lemma_ not in words("speech")
