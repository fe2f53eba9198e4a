"""Places that a report has left behind by the time it tells of an event.

"Gunmen killed three guards near Daquq. In Diyala shells hurt a shepherd. The patrol that went out
struck a mine": not near Daquq. The learned model ties an event that names no place to each place
of the last sentences alike.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.findings import Findings
from dateline.coding.mentions import PlaceMention
from dateline.coding.place_frames import holds
from dateline.coding.scenes import opened
from dateline.knowledge.lexicon import speech

TURNED = 0.3
"""What a place weighs after which the report has turned to another."""

OTHER_PARAGRAPH = 0.9
"""What one weighs that an earlier paragraph told, unless that is the lead."""


def worth_after(findings: Findings, index: int, sentence: int, parts: Sequence[int]) -> float:
    """Return what a place told in an earlier sentence weighs for an event of ``sentence``.

    ``parts`` are the paragraphs of the sentences; the lead is 0, and what it tells holds on.
    """
    place = findings.places[index]
    told = findings.document.sentence_of[place.head]
    if told >= sentence:
        return 1.0
    worth = 1.0 if parts[told] in (0, parts[sentence]) else OTHER_PARAGRAPH
    turns = range(told + 1, sentence + 1)
    return worth * TURNED if any(_turns_from(findings, place, at) for at in turns) else worth


def _turns_from(findings: Findings, place: PlaceMention, sentence: int) -> bool:
    """Whether a sentence opens with another place, and not where somebody only speaks."""
    other = opened(findings, sentence)
    if other is None or other.place.canonical == place.place.canonical:
        return False
    if holds(other, place) or holds(place, other):
        return False
    over = findings.document.doc[other.head]
    while over.dep_ in ("compound", "pobj", "prep"):
        over = over.head
    return over.lemma_.lower() not in speech().verbs
