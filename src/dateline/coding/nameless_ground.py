"""Ground that is taken without a name: "captured wide areas", "seized the power plant".

The coding frame has control of a named place or facility alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.changing_hands import TAKEN
from dateline.coding.findings import Findings
from dateline.coding.gains import CONTROLLED, OBJECTS
from dateline.coding.happenings import Happening
from dateline.coding.holders import is_ground_noun
from dateline.coding.paths import path
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings

CONQUEST = "languages/en/conquest.toml"
"""Where the words for ground that could not be held by a name are kept."""

SITES = "languages/en/taken.toml"
"""Where the words for sites are kept that are held for themselves."""


def takes_vaguely(findings: Findings, members: Sequence[Happening]) -> bool:
    """Return whether ground without a name or number is all that an event's words of conquest take.

    "Captured wide areas", "seized several villages", "regained 17 square kilometres".
    """
    doc, words = findings.document.doc, settings(CONQUEST)
    takes = [one for one in members if "seize" in one.trigger.concepts and one.sure >= TAKEN]
    for one in takes:
        heads = [
            place.head
            for place in findings.within(findings.places, one.trigger.sentence)
            if place.level in ("settlement", "site")
        ]
        if any(path(doc, one.trigger.head, head) in OBJECTS | CONTROLLED for head in heads):
            return False  # "several villages, including Kibumba"
        objects = _taken(doc[one.trigger.head])
        if not objects or not all(
            kid.lemma_.lower() in words["vague"]
            or any(mod.lower_ in words["vaguely"] for mod in kid.children)
            for kid in objects
        ):
            return False
    return bool(takes)


def takes_site(findings: Findings, members: Sequence[Happening]) -> bool:
    """Return whether one building or post is what is taken: "the power plant has been captured"."""
    doc, sites = findings.document.doc, settings(SITES)["sites"].split()
    objects = [
        noun
        for one in members
        if "seize" in one.trigger.concepts
        for noun in _taken(doc[one.trigger.head])
    ]
    return any(noun.lower_ in sites for noun in objects)


def _taken(word: Token) -> list[Token]:
    """What a verb takes, or has control of by it; or what a word for control is of."""
    if word.lower_ == "control":
        return [noun for of in word.children if of.lower_ in ("of", "over") for noun in of.children]
    taken: list[Token] = []
    for kid in word.children:
        if kid.dep_ in ("dobj", "nsubjpass"):
            taken += _taken(kid) if kid.lower_ == "control" else [kid]
    return taken


def takes_the_town(verb: Token) -> bool:
    """Return whether a verb of conquest has "the town", as it was named before, for its object."""
    words = settings(CONQUEST)
    return verb.lemma_.lower() in words["verbs"] and any(
        kid.dep_ in ("dobj", "nsubjpass")
        and kid.lemma_.lower() in words["whole"]
        and [one.lower_ for one in kid.children] == ["the"]
        for kid in verb.children
    )


def controls_ground(findings: Findings, happening: Happening) -> bool:
    """Return whether somebody gets control of nameless places: "established control over farms"."""
    words, doc = settings(CONQUEST), findings.document.doc
    trigger = happening.trigger
    control = [word for word in doc[trigger.first : trigger.last] if word.lower_ in words["under"]]
    if not control or "seize" not in trigger.concepts:
        return False
    # "Imposed their control over": "over" may hang on either.
    spots = {*control, doc[trigger.head], *(word.head for word in control)}
    over = [kid for word in spots for kid in word.children if kid.lower_ in ("over", "of")]
    nouns = [noun for prep in over for noun in prep.children if noun.dep_ == "pobj"]
    # "Over a number of farms".
    nouns += [below for noun in nouns for of in noun.children for below in of.children]
    return any(is_ground_noun(noun) or noun.lemma_.lower() in words["controlled"] for noun in nouns)
