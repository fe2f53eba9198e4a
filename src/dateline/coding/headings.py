"""What a heading tells and the sentence below it tells again at another place: "27 die in Hawija".

The heading names the town that readers know, the text the hamlet near it, and two places that far
apart are never one event. Where the same number of people were killed in both they are. Source:
coding frame, sentences of one report that tell of the same event make one claim.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.cannot_link import Ground
from dateline.coding.findings import Findings
from dateline.model import Measure

FEWEST = 2
"""People killed of whom a heading and the text tell by no chance."""

BELOW = 2
"""Sentences below a heading in which it is told again."""


def told_again(findings: Findings, grounds: Sequence[Ground]) -> frozenset[tuple[int, int]]:
    """Return the sentences that are a heading and one that tells again what it tells, by index."""
    sentences, text = findings.document.sentences, findings.document.report.text
    dead: dict[int, set[int]] = {}
    for ground in grounds:
        _, best, _ = ground.tolls.get(Measure.KILLED, ((None, None, None), False))[0]
        if best is not None and best >= FEWEST:
            dead.setdefault(ground.sentence, set()).add(best)
    found: set[tuple[int, int]] = set()
    for heading in (one for one in sentences if one.kind == "headline" and one.index in dead):
        for below in sentences[heading.index + 1 : heading.index + 1 + BELOW]:
            if below.kind == "headline" or "\n" not in text[heading.end : below.start]:
                break  # a heading stands on a line of its own
            if dead[heading.index] & dead.get(below.index, set()):
                found.add((heading.index, below.index))
                break
    return frozenset(found)
