"""What became of those who are counted, where two words tell of them or they did it themselves."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from dateline.coding.measure_words import Governor, words, words_of
from dateline.model import Measure

_REACH = 6


def is_doer(rest: Span, head: int, at: int) -> bool:
    """Return whether one person counted did what the word at ``at`` tells.

    "A gunman killed at least three and wounded four" counts no dead gunman. ``rest`` is the
    sentence from the phrase on, ``head`` the noun counted.
    """
    doc = rest.doc
    if rest[0].lower_ not in words("one") or doc[head].lemma_.lower() not in words("doers"):
        return False
    behind = (t for t in doc[at + 1 : min(at + _REACH, rest.end)] if t.lower_ not in words("about"))
    victim = next(behind, None)
    return victim is not None and victim.pos_ in {"NUM", "DET", "PRON", "NOUN", "PROPN"}


def of_one_fate(doc: Doc, governors: Sequence[Governor]) -> list[Governor]:
    """Return the measures of people without those that their death makes idle.

    Who is "abducted and killed" is no captive any more, and "shot and killed" is not wounded;
    "killed or captured" is told of different people.
    """
    dead = next((at for at, one in enumerate(governors) if one.measure is Measure.KILLED), None)
    at = None if dead is None else governors[dead].token
    if dead is None or (at and doc[at - 1].lower_ == "or"):
        return list(governors)
    idle = {one for one in governors[:dead] if one.measure is Measure.CAPTURED}
    idle |= {one for one in governors if one.measure is Measure.INJURED and not one.sure}
    return [one for one in governors if one not in idle]


def is_hospitalised(noun: Token, rest: Span) -> bool:
    """Return whether the living are counted and "taken to hospital" or "rushed to a clinic"."""
    dead = words_of("default").get(noun.lower_) is Measure.KILLED
    if dead or noun.lower_ in words("dead_heads"):
        return False
    if rest[0].tag_ != "VBN" or rest[0].lemma_ not in words("carrying"):
        return False
    near = [token.lower_ for token in rest[1:_REACH]]
    return "to" in near[:2] and not words("hospitals").isdisjoint(near)


def puts_losses(before: Span) -> bool:
    """Return whether a number follows "put the losses at", "bring its losses to": the dead."""
    told = len(before) > 2 and before[-1].lower_ in ("at", "to")
    if not told or before[-2].lower_ not in words("losses"):
        return False
    return any(token.lemma_ in words("raising") for token in before[-_REACH:])
