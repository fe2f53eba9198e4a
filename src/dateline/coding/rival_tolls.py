"""Numbers told by a toll before them: "the rebels put the number at 40", "the dead include ...".

A bare number is another count of the same, or its subject is a word for the dead: "the dead were
84", "their losses were put at 240". The items of a list are its parts.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from dateline.coding.measure_words import Governor, toll_head, words
from dateline.coding.measures import Phrase
from dateline.coding.mentions import FigureMention
from dateline.model import Measure

_TOLLS = frozenset(
    {Measure.KILLED, Measure.INJURED, Measure.CAPTURED, Measure.MISSING, Measure.DISPLACED}
)
_REACH = 8


def rival_toll(phrase: Phrase, found: Sequence[FigureMention]) -> Governor | None:
    """Return the measure of a bare number that gives another count of what was counted before."""
    if phrase.what.kind != "none":
        return None
    before = phrase.doc[max(phrase.start, phrase.first - _REACH) : phrase.first]
    if not len(before):
        return None
    if told := _of_the_dead([token.lower_ for token in before]):
        return Governor(told, before[-1].i)
    if before[-1].lower_ == "to" and _rises(before[-1].head):
        return Governor(Measure.KILLED, before[-1].head.i)
    last = next(
        (one for one in reversed(found) if one.figure.measure in _TOLLS),
        None,
    )
    if last is None or last.first < phrase.start:
        return None
    lead = before[-1].lower_
    brought = len(before) > 3 and lead == "to" and before[-4].lemma_ in words("raising")
    # A toll is of the dead, whoever was counted last.
    counts = words("totals") - {"toll"}
    if brought and before[-3].lower_ == "the" and before[-2].lower_ in counts:
        return Governor(last.figure.measure, last.governor, last.sure)
    puts = any(token.lemma_ == "put" for token in phrase.doc[phrase.start : phrase.first])
    if lead == "at" and puts:
        first = next(
            one for one in found if one.first >= phrase.start and one.figure.measure in _TOLLS
        )
        again = phrase.doc[max(phrase.start, first.first - 1)].lower_ == "at"
        one = first if again else last
        return Governor(one.figure.measure, one.governor, one.sure)
    speaks = len(before) > 1 and lead == "of" and before[-2].lemma_.lower() in words("speaking")
    return Governor(last.figure.measure, last.governor, last.sure) if speaks else None


def listed_toll(phrase: Phrase, found: Sequence[FigureMention]) -> Governor | None:
    """Return the measure of an item of a list of the dead or hurt, told by a colon or "include".

    "Eight people died: five gunmen, a guard and a prisoner", "the dead include four members of the
    guard, three pilots and a ranger".
    """
    last = next((one for one in reversed(found) if one.figure.measure in _TOLLS), None)
    if last is None or last.first < phrase.start or phrase.what.kind == "none":
        return None
    between = phrase.doc[last.last : phrase.first]
    if between.text.strip().endswith(":"):
        return Governor(last.figure.measure, last.governor, last.sure)
    opening = phrase.doc[last.governor] if last.governor is not None else None
    named = opening is not None and opening.i < last.first and toll_head(opening.lower_)
    if not named or any(token.pos_ in ("VERB", "AUX") for token in between):
        return None
    joined = phrase.doc[phrase.first - 1].lower_ in (",", "and")
    return Governor(last.figure.measure, last.governor, last.sure) if joined else None


def _rises(verb: Token) -> bool:
    """Whether a death toll rises: "the death toll of the battles around the city rose to 32"."""
    return verb.lemma_ in words("rising") and any(
        kid.dep_ == "nsubj"
        and kid.lower_ == "toll"
        and any(word.lower_ in ("death", "deaths") for word in kid.children)
        for kid in verb.children
    )


def _of_the_dead(before: Sequence[str]) -> Measure | None:
    """The measure in "the dead were 84", "put the wounded at 120", "losses were put at 240"."""
    if before[-1] in words("numbering") and len(before) > 2 and before[-3] in ("the", "of"):
        return toll_head(before[-2])
    if before[-1] == "at" and len(before) > 1 and (told := toll_head(before[-2])):
        return told
    at = before[-1] == "at" and before[-2:-1] == ["put"]
    return Measure.KILLED if at and not words("losses").isdisjoint(before) else None
