"""Villages, told to be such, beside the city or province that only frames them.

"In Sweida, a patrol heading for the village of Haqf was ambushed", "Belgorod: two died in the
village of Oktyabrsky": the learned model knows the city, and no such village. By the coding frame
the most specific place that is named is the event's.
"""

from __future__ import annotations

from functools import cache

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.mentions import PlaceMention
from dateline.coding.place_frames import (
    WITHIN_KM,
    belongs_elsewhere,
    comes_or_goes,
    glosses,
    opens,
)
from dateline.coding.syntax import Doc
from dateline.knowledge.files import settings
from dateline.knowledge.gazetteer_sources import distance_km

WORDS = "languages/en/place_words.toml"

LEAST, LEAST_OF_LABELLED = 0.1, 0.4
"""How likely a village must be, and any town behind a city and its colon."""

_BETWEEN = 8
"""How many words part a village from the city that is named behind it."""

_NEAR = "settlement", "site"


def only_frames(findings: Findings, index: int, happening: Happening, heads: set[int]) -> bool:
    """Return whether a city or province only frames a village that its sentence names.

    Or, with a colon, what its sentence tells of. ``heads`` are the words of all happenings of the
    event.
    """
    frame = findings.places[index]
    where = findings.document.sentence_of
    if where[frame.head] != happening.trigger.sentence or frame.level not in (
        "settlement",
        "region",
    ):
        return False
    labelled = _is_label(findings, frame)
    if not labelled and not _is_frame(findings, index):
        return False
    return any(
        other != index
        and chance >= (LEAST_OF_LABELLED if labelled else LEAST)
        and where[(place := findings.places[other]).head] == where[frame.head]
        and place.level in _NEAR
        and (place.locative if labelled else _is_a(findings.document.doc, place, "villages"))
        and (place.first > frame.first or frame.first - place.last < _BETWEEN)
        and place.place.canonical != frame.place.canonical
        and _may_lie_in(place, frame)
        and not comes_or_goes(findings, other)
        and not (labelled and glosses(findings, place))
        and not belongs_elsewhere(findings, place, heads)
        for other, chance in happening.places.items()
    )


def _is_label(findings: Findings, place: PlaceMention) -> bool:
    """Whether a place opens its sentence and a colon follows: "Peshawar: a bomb was defused"."""
    doc = findings.document.doc
    start = findings.document.sentences[findings.document.sentence_of[place.head]].first
    if any(token.is_alpha for token in doc[start : place.first]):
        return False
    end = place.last
    if end < len(doc) and doc[end].text == "(":
        end = next(
            (at + 1 for at in range(end, min(end + 5, len(doc))) if doc[at].text == ")"), end
        )
    return end < len(doc) and doc[end].text == ":"


def _is_frame(findings: Findings, index: int) -> bool:
    """Whether something is told to be in a place, or on a side of it, which is no such city itself.

    "The city of Kismayo" is where it happened, whatever else is told of a town near it.
    """
    doc, place = findings.document.doc, findings.places[index]
    if _is_a(doc, place, "villages") or _is_a(doc, place, "cities"):
        return False
    if opens(findings, index) or (place.last < len(doc) and doc[place.last].tag_ == "POS"):
        return True
    head = doc[place.head]
    while head.dep_ in ("compound", "nmod", "conj", "appos", "poss") and head.head.i != head.i:
        head = head.head
    if head.dep_ != "pobj":
        return False
    of = head.head
    return of.lower_ == "in" or (of.lower_ == "of" and of.head.lower_ in _words("sides"))


def _is_a(doc: Doc, place: PlaceMention, key: str) -> bool:
    """Whether a word of such a list says what a place is: "Gharra village", "the village of X"."""
    nouns = _words(key)
    beside = doc[max(place.first - 2, 0) : place.first + 1]
    before = len(beside) == 3 and beside[1].lower_ == "of" and beside[0].lower_ in nouns
    inside = any(token.lower_ in nouns for token in doc[place.first : place.last + 1])
    return before or inside


def _may_lie_in(place: PlaceMention, frame: PlaceMention) -> bool:
    one, around = place.place, frame.place
    if one.country not in (None, around.country):
        return False
    if one.lat is None or one.lon is None or around.lat is None or around.lon is None:
        return True
    return distance_km(one.lat, one.lon, around.lat, around.lon) <= WITHIN_KM


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(settings(WORDS)["framed"][key])
