"""What became of those who are counted, where two words tell of them or they did it themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.measure_words import Governor, words, words_of
from dateline.coding.mentions import FigureMention
from dateline.coding.syntax import Doc, Span, Token
from dateline.model import Measure

_REACH = 6
_ASIDE = 14
"""How many words an aside may have."""

_STORY = 50
"""How many words on, and at most in the next sentence, may tell that who was hurt died of it."""

_HE = frozenset({"he", "she"})


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


def behind_aside(doc: Doc, at: int, end: int) -> int:
    """Return where it goes on behind "two men, including a teacher, were killed"; else ``at``.

    So it does behind "26 men, most of them tourists, were killed".
    """
    if at + 1 >= end or doc[at].text != ",":
        return at
    closing = next((k for k in range(at + 2, min(at + _ASIDE, end)) if doc[k].text == ","), None)
    if closing is None:
        return at
    if doc[at + 1].lower_ in words("hosts"):
        return closing + 1
    inside = [token.lower_ for token in doc[at + 1 : closing]]
    opens = inside[0] in words("asides") or inside[-1] in ("included", "them")
    parts = inside[1:2] == ["of"] and inside[2:3] in (["them"], ["whom"])
    goes_on = closing + 1 < end and doc[closing + 1].pos_ in ("VERB", "AUX")
    return closing + 1 if goes_on and (opens or parts) else at


def of_one_fate(
    doc: Doc, governors: Sequence[Governor], whole: FigureMention | None, first: int
) -> list[Governor]:
    """Return the measures of people without those that their death makes idle.

    Who is "abducted and killed" is no captive any more, and "shot and killed" is not wounded;
    "killed or captured" is told of different people. Who is shot, as a part of the dead whom
    ``whole`` counts, is dead: "86 deaths, including 24 people shot by police". Those counted
    begin at the token ``first``.
    """
    if whole is not None and _is_of_the_dead(doc, whole, first):
        governors = [
            replace(one, measure=Measure.KILLED)
            if one.measure is Measure.INJURED and not one.sure
            else one
            for one in governors
        ]
    elif whole is not None and _beside_a_toll(doc, whole, first):
        # "Nine people were killed and 24 shot": they are told apart from the dead.
        governors = [
            replace(one, measure=Measure.INJURED)
            if one.measure is Measure.KILLED and not one.sure and _is_shot(doc, one)
            else one
            for one in governors
        ]
    if _dies_later(doc, governors, first):
        governors = [replace(one, measure=Measure.KILLED) for one in governors]
    dead = next((at for at, one in enumerate(governors) if one.measure is Measure.KILLED), None)
    at = None if dead is None else governors[dead].token
    if dead is None or (at and doc[at - 1].lower_ == "or"):
        return list(governors)
    idle = {one for one in governors[:dead] if one.measure is Measure.CAPTURED}
    idle |= {one for one in governors if one.measure is Measure.INJURED and not one.sure}
    return [one for one in governors if one not in idle]


def _dies_later(doc: Doc, governors: Sequence[Governor], first: int) -> bool:
    """Whether one person who is hurt dies of it: "a boy was shot; he died later in hospital"."""
    hurt = bool(governors) and all(one.measure is Measure.INJURED for one in governors)
    if not hurt or doc[first].lower_ not in words("one"):
        return False
    ends = 0
    for token in doc[first : first + _STORY]:
        ends += token.is_sent_start is True and token.i > first
        if ends > 1 or token.text == "\n":
            return False
        subject = token.dep_ == "nsubj" and token.lower_ in _HE and token.head.tag_ == "VBD"
        if subject and token.head.lemma_ in words("dying"):
            return not any(kid.dep_ in ("neg", "aux") for kid in token.head.children)
    return False


def _is_of_the_dead(doc: Doc, whole: FigureMention, first: int) -> bool:
    between = doc[whole.last : first]
    if whole.figure.measure is not Measure.KILLED or any(t.is_sent_start for t in between):
        return False
    if [token.lower_ for token in doc[first + 1 : first + 3]] in (["of", "them"], ["of", "whom"]):
        return len(between) < _ASIDE
    near = 0 < len(between) <= _REACH
    return near and any(token.lower_ in words("hosts") for token in between[-2:])


def _beside_a_toll(doc: Doc, whole: FigureMention, first: int) -> bool:
    """Whether the dead or the hurt are counted right before."""
    told = whole.sure and whole.figure.measure in (Measure.KILLED, Measure.INJURED)
    between = doc[whole.last : first]
    here = not any(token.is_sent_start for token in doc[whole.last : first + 1])
    return told and here and len(between) < _REACH


def _is_shot(doc: Doc, governor: Governor) -> bool:
    return governor.token is not None and doc[governor.token].lemma_ in words("deadly")


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
