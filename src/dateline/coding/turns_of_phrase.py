"""What a verb tells of those counted only together with words beside it: "took two men away".

"Took", "fell" and "put" mean nothing by themselves. Which words they need beside them, which they
must not have, and whether somebody who helps may act is data ("turns" in figures.toml).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TypedDict

from dateline.coding.counted import noun_class
from dateline.coding.measure_words import PEOPLE, WORDS, Governor
from dateline.coding.measures import Phrase
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import Measure

NEAR = 6
"""How many words behind the verb, or behind its object, may tell what it means."""

_ROLES = {
    "subject": frozenset({"nsubj"}),
    "object": frozenset({"dobj", "nsubjpass", "dative"}),
    "passive": frozenset({"nsubjpass"}),
    "with": frozenset({"pobj"}),
}
_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj"})
_CLIMB = frozenset({"conj", "appos", "nummod"})


Turn = TypedDict(
    "Turn",
    {
        "role": str,
        "near": list[str],
        "with": list[str],
        "never": list[str],
        "people": bool,
        "force": bool,
        "helped": bool,
        "doer": bool,
        "bare": bool,
        "measure": str,
    },
    total=False,
)
"""One meaning of a verb: see figures.toml."""


def turn_of_phrase(phrase: Phrase) -> Governor | None:
    """Return the measure in "took two men away", "four fighters fell in battle"."""
    if phrase.what.kind not in PEOPLE and phrase.what.kind:
        return None
    noun = _governed(phrase)
    verb = noun.head.head if noun.head.lower_ == "with" else noun.head
    told = noun.dep_
    if told == "ROOT" and (fate := _its_fate(noun)) is not None:
        verb, told = fate, "nsubj"
    for turn in turns().get(verb.lemma_.lower(), ()):
        if _holds(turn, phrase, noun, verb, told):
            return Governor(Measure(turn["measure"]), verb.i)
    return None


def _governed(phrase: Phrase) -> Token:
    """The noun by which the phrase hangs on its verb: in "two of our men fell" it is the number."""
    noun = phrase.doc[phrase.what.head]
    for _ in range(4):
        of = noun.dep_ == "pobj" and noun.head.lower_ == "of" and phrase.what.part
        # "Hundreds of young people": the parser hangs the people on the number.
        inside = noun.dep_ == "pobj" and phrase.first <= noun.head.i < phrase.last
        if of or inside:
            noun = noun.head.head
        elif noun.dep_ in _CLIMB and noun.head.pos_ not in ("VERB", "AUX"):
            noun = noun.head
        else:
            break
    return noun


def _its_fate(noun: Token) -> Token | None:
    """The verb behind a noun of which the parser makes a participle: "a boy, 12, bled to death"."""
    behind = (kid for kid in noun.rights if kid.dep_ == "acl" and kid.tag_ in ("VBN", "VBD"))
    return next(behind, None)


def _holds(turn: Turn, phrase: Phrase, noun: Token, verb: Token, told: str) -> bool:
    # "78 were injured and 259 held" leaves the auxiliary out.
    bare = told == "nsubj" and verb.tag_ == "VBN" and all(k.dep_ != "aux" for k in verb.children)
    if told not in _ROLES[turn["role"]] and not (bare and turn["role"] == "passive"):
        return False
    beside = list(_beside(phrase, verb))
    if not beside and "" in turn["near"]:
        beside = [""]
    if "*" in turn["near"]:
        beside.append("*")
    if set(beside).isdisjoint(turn["near"]) or not set(beside).isdisjoint(turn.get("never", [])):
        return False
    if "with" in turn and set(beside).isdisjoint(turn["with"]):
        return False
    known = phrase.what.kind in PEOPLE - {"none"}
    unknown = turn["measure"] != Measure.KILLED and not phrase.what.kind
    if unknown or (turn.get("people") and not known):
        return False
    if turn.get("doer") and noun.dep_ == "dobj" and not _has_doer(verb):
        return False
    if turn.get("bare"):
        return True
    if phrase.what.kind == "none" and turn["measure"] == Measure.CAPTURED:
        # "Each taking one as they passed", but "took away some 30".
        return "away" in turn["near"] and "away" in beside
    helped = _is_helped(verb)
    return helped if turn.get("helped") else not (turn.get("force") and helped)


def _beside(phrase: Phrase, verb: Token) -> Iterator[str]:
    """The words behind the verb, those of the phrase left out, to the end of the clause."""
    near = 0
    for token in phrase.doc[verb.i + 1 : phrase.end]:
        if phrase.first <= token.i < phrase.last:
            continue
        if token.is_punct or near == NEAR:
            return
        near += 1
        yield token.lower_


def _is_helped(verb: Token) -> bool:
    """Whether a vehicle or somebody who helps acts: "the bus took 40 people away"."""
    for _ in range(3):
        if verb.dep_ not in ("conj", "xcomp") or any(c.dep_ in _SUBJECT for c in verb.children):
            break
        verb = verb.head
    doers = [child for child in verb.children if child.dep_ in _SUBJECT - {"nsubjpass"}]
    doers += [n for by in verb.children if by.dep_ in ("agent", "prep") for n in by.children]
    helpers = settings(WORDS)["helpers"]
    return any(doer.lemma_.lower() in helpers for doer in doers)


def _has_doer(verb: Token) -> bool:
    """Whether somebody acts, by name or by a noun for people: no hall, camp or party."""
    for over in (verb, verb.head):
        doers = [kid for kid in over.children if kid.dep_ == "nsubj"]
        if doers:
            people = ("person", "group")
            return any(kid.pos_ == "PROPN" or noun_class(kid) in people for kid in doers)
        if verb.dep_ not in ("conj", "xcomp"):
            return False
    return False


@cache
def turns() -> dict[str, list[Turn]]:
    """Return what each verb means together with words beside it."""
    found: dict[str, list[Turn]] = settings(WORDS)["turns"]
    return found
