"""Places that a report has left behind by the time it tells of an event.

"Gunmen killed three guards near Daquq. In Diyala shells hurt a shepherd. The patrol that went out
struck a mine": not near Daquq. The learned model ties an event that names no place to each place
of the last sentences alike.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.findings import Findings
from dateline.coding.lying import holds
from dateline.coding.mentions import PlaceMention
from dateline.coding.scenes import opened
from dateline.knowledge.lexicon import speech

TURNED = 0.3
"""What a place weighs after which the report has turned to another."""

OTHER_PARAGRAPH = 0.9
"""What one weighs that an earlier paragraph told, unless that is the lead."""


def is_left(findings: Findings, index: int, sentence: int) -> bool:
    """Return whether the report has turned to another place since it told one, up to a sentence."""
    place = findings.places[index]
    told = findings.document.sentence_of[place.head]
    return any(_turns_from(findings, place, at) for at in range(told + 1, sentence + 1))


def is_of_another_paragraph(told: int, sentence: int, parts: Sequence[int]) -> bool:
    """Return whether an earlier sentence stands in a paragraph before that of another.

    ``parts`` are the paragraphs of all sentences; the lead is 0, and what it tells holds on.
    """
    return told < sentence and parts[told] not in (0, parts[sentence])


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
