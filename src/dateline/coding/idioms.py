"""Verbs that take or leave nothing: "took part in the funeral", "left the city without power"."""

from __future__ import annotations

from dateline.coding.syntax import Token
from dateline.knowledge.files import settings

WORDS = "languages/en/idioms.toml"
"""Where the objects and particles are kept, by verb."""

DATES = "languages/en/dates.toml"
"""Where the days of the week are kept."""

_OBJECTS = frozenset({"dobj", "nsubjpass"})


def is_idiom(verb: Token) -> bool:
    """Whether a verb of taking, holding or leaving makes a phrase with its object or its particle.

    The object may be the noun of which it is a participle ("a picture taken in the town").
    """
    words = settings(WORDS)
    lemma = verb.lemma_.lower()
    if lemma == "leave" and verb.pos_ == "VERB":
        return _leaves_so(verb)
    if lemma not in words["objects"] or verb.pos_ != "VERB":
        return False
    if any(
        kid.dep_ == "prt"
        and kid.lower_ in words["particles"].get(lemma, ())
        and not _is_before_a_day(kid)
        for kid in verb.children
    ):
        return True
    if lemma == "take" and any(k.dep_ == "nsubj" and k.lower_ == "it" for k in verb.children):
        # "It took the army three days to reach the town."
        spans = [kid for kid in verb.children if kid.lemma_.lower() in words["units"]]
        # But not "it took Makeni and Lunsar last week".
        return any(all(of.lower_ not in words["which"] for of in kid.children) for kid in spans)
    objects = [kid for kid in verb.children if kid.dep_ in _OBJECTS]
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and not objects:
        objects = [verb.head]
    return any(noun.lemma_.lower() in words["objects"][lemma] for noun in objects)


def _is_before_a_day(particle: Token) -> bool:
    """Whether what looks like a particle stands before a day: "took on Sunday Ndalatando"."""
    if particle.lower_ != "on" or particle.i + 1 == len(particle.doc):
        return False
    after = particle.nbor()
    return after.lower_ in settings(DATES)["weekdays"]


def _leaves_so(verb: Token) -> bool:
    """Whether something is left in some state: without light, in ruins."""
    ways: dict[str, list[str]] = settings(WORDS)["left"]
    things = [kid for kid in verb.children if kid.dep_ in _OBJECTS]
    for word in (*verb.children, *(kid for thing in things for kid in thing.children)):
        if word.dep_ != "prep" or not things:
            continue
        if word.lower_ == "with" and _is_little(word):
            return True  # "leaving the army with no town on the coast"
        if word.lower_ not in ways:
            continue
        if any(kid.lower_ in ways[word.lower_] for kid in word.children):
            return True
    return False


def _is_little(preposition: Token) -> bool:
    """Whether next to nothing, or some control, is what somebody is left with."""
    words = settings(WORDS)["left_with"]
    return any(
        word.lower_ in words
        for noun in preposition.children
        for word in (noun, *noun.children, *(below for kid in noun.children for below in kid.lefts))
    )
