"""Who says so: the speakers of a claim, of those whom a report names."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.coding.blame import blame_told
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.named_alone import Speaker
from dateline.coding.syntax import Token
from dateline.knowledge.lexicon import speech
from dateline.model import Offsets, Status


def speakers_of(findings: Findings, happenings: list[Happening], status: Status) -> list[Offsets]:
    """Return the offsets of the phrases that name who says so, in text order, each once.

    What is stated nobody says: who speaks beside it tells of something else.
    """
    if status is Status.STATED:
        return []
    spans = {
        findings.document.offsets(speaker.first, speaker.last)
        for speaker in told_by(findings, happenings)
    }
    return sorted(spans)


def told_by(findings: Findings, happenings: list[Happening]) -> list[Speaker]:
    """Return the speakers of the sentences that tell of an event, none that spoke another time."""
    sentences = sentences_of(findings, happenings)
    heads = [happening.trigger.head for happening in happenings]
    return [
        speaker
        for speaker in findings.speakers
        if speaker.sentence in sentences
        and not _spoke_at_another_time(findings.document.doc[speaker.at], heads)
    ]


def _spoke_at_another_time(verb: Token, heads: Iterable[int]) -> bool:
    """Whether a verb of speech stands in a clause of time that tells none of the triggers."""
    if not any(kid.dep_ == "mark" and kid.lower_ in speech().times for kid in verb.children):
        return False
    low, high = verb.left_edge.i, verb.right_edge.i
    return not any(low <= head <= high for head in heads)


def sentences_of(findings: Findings, happenings: list[Happening]) -> set[int]:
    """Return the sentences that tell of an event, or after it whose it was."""
    own = {happening.trigger.sentence for happening in happenings}
    return own | set(blame_told(findings, happenings))
