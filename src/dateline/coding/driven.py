"""Ground that is taken by driving somebody from it: "pushed the rebels out of three villages"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.holders import is_ground_noun, is_undone
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import ActorKind

CONQUEST = "languages/en/conquest.toml"
"""Where the verbs of driving out are kept, and the places without a name that count as ground."""

_THEIRS = frozenset({"their", "its"})
_DRIVEN = frozenset({"dobj", "nsubjpass"})
_UNARMED = frozenset({ActorKind.CIVILIANS, ActorKind.PROTESTERS, ActorKind.RIOTERS})


@dataclass(frozen=True, slots=True)
class Driven:
    """Who is driven out and from where: the tokens of the heads of the two phrases."""

    who: int
    ground: int


def driven_out(findings: Findings, happening: Happening) -> Driven | None:
    """Return who a verb drives from which ground; None where it drives no armed side from any.

    Who is driven "back from the outskirts" may have lost nothing, but he has lost what was his or
    is counted ("back from their strongholds", "back from three villages"). People driven from their
    homes held no ground.
    """
    doc = findings.document.doc
    verb = doc[happening.trigger.head]
    words = settings(CONQUEST)
    kids = list(verb.children)
    if verb.lemma_.lower() not in words["driving"] or verb.pos_ != "VERB" or is_undone(verb):
        return None
    back = any(kid.lower_ in words["driven_back"] for kid in kids)
    armed = {
        mention.head
        for mention in findings.actors
        if any(actor.kind not in _UNARMED for actor in mention.actors)
    }
    who = next((kid.i for kid in kids if kid.dep_ in _DRIVEN and kid.i in armed), None)
    if who is None:
        return None
    named = {place.head for place in findings.places if place.level != "country"}
    left = list(_left(verb))
    if not left and any(kid.dep_ == "prt" and kid.lower_ == "out" for kid in kids):
        # "In Bor the rebels were driven out."
        where = (kid for kid in kids if kid.dep_ == "prep" and kid.lower_ in ("in", "at"))
        left = [noun for prep in where for noun in prep.children if noun.i in named]
    # "Out of a string of villages".
    left += [
        below for noun in left for of in noun.children if of.lower_ == "of" for below in of.children
    ]
    ground = (
        noun.i
        for noun in left
        if (_was_held(noun) if back else noun.i in named or is_ground_noun(noun))
    )
    found = next(ground, None)
    return None if found is None else Driven(who, found)


def _was_held(noun: Token) -> bool:
    """Whether ground is said to have been theirs, or is some of many: "a village"."""
    words = settings(CONQUEST)
    kids = list(noun.children)
    lemma = noun.lemma_.lower()
    if lemma in words["strong"] or (
        is_ground_noun(noun) and any(kid.dep_ == "poss" and kid.lower_ in _THEIRS for kid in kids)
    ):
        return True
    definite = any(kid.dep_ in ("det", "poss") and kid.lower_ not in ("a", "an") for kid in kids)
    return lemma in words["whole"] and not definite


def _left(verb: Token) -> Iterator[Token]:
    """What follows "from" or "out of" under a verb or its object."""
    heads = [verb, *(kid for kid in verb.children if kid.dep_ in _DRIVEN)]
    for head in heads:
        for prep in head.children:
            if prep.dep_ not in ("prep", "prt", "advmod"):
                continue
            out = prep.lower_ == "out"
            inner = [
                kid
                for kid in prep.children
                if (out or prep.lower_ == "back") and kid.dep_ == "prep"
            ]
            for word in (prep, *inner):
                if word.lower_ == "from" or (word.lower_ == "of" and (out or _is_out(word))):
                    yield from (kid for kid in word.children if kid.dep_ == "pobj")


def _is_out(of: Token) -> bool:
    return of.i > 0 and of.nbor(-1).lower_ == "out"
