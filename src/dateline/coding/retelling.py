"""What two sentences of a report have in common: coreference looks at it for words in both.

The lead tells the headline again, and a sentence that names another town than the one before it
rather tells of another event.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field

from dateline.coding.findings import Findings

_TOWNS = frozenset({"settlement", "site"})

_FAR = (1, 2, 3, 5, 9, 19)
_BODY, _HAPPENINGS = (1, 3, 8, 20), (4, 10, 25)
"""Steps of how far apart two sentences stand, and of how long a report is: in sentences of its
body, and in words that may tell of an event."""

Things = frozenset[Hashable]


@dataclass(frozen=True, slots=True)
class Told:
    """What the sentences of one report tell, each by its index.

    ``towns``, ``names`` (of actors) and ``days`` are those of a sentence; ``rank`` counts the
    sentences of the body up to it. ``size`` says in steps how long the report is.
    """

    findings: Findings
    towns: tuple[Things, ...]
    names: tuple[Things, ...]
    days: tuple[Things, ...]
    rank: tuple[int, ...]
    size: tuple[str, str]
    _between: dict[tuple[int, int], tuple[str, ...]] = field(default_factory=dict)

    def between(self, one: int, other: int) -> tuple[str, ...]:
        """Return the features of two sentences of the report, the first one earlier."""
        if (one, other) not in self._between:
            self._between[one, other] = tuple(_features(self, one, other))
        return self._between[one, other]


def sentences_of(findings: Findings, happenings: int) -> Told:
    """Return what the sentences of a report tell that has so many happenings."""
    towns: list[Things] = []
    names: list[Things] = []
    days: list[Things] = []
    rank: list[int] = []
    for i, sentence in enumerate(findings.document.sentences):
        places = findings.within(findings.places, i)
        towns.append(frozenset(p.place.canonical for p in places if p.level in _TOWNS))
        actors = findings.within(findings.actors, i)
        names.append(frozenset(one.name for m in actors for one in m.actors if one.name))
        dates = findings.within(findings.dates, i)
        days.append(frozenset((m.date.start, m.date.end) for m in dates))
        rank.append((rank[-1] if rank else 0) + (sentence.kind == "body"))
    body = rank[-1] if rank else 0
    size = f"size={_step(body, _BODY)}", f"many={_step(happenings, _HAPPENINGS)}"
    return Told(findings, tuple(towns), tuple(names), tuple(days), tuple(rank), size)


def _features(told: Told, one: int, other: int) -> Iterator[str]:
    document = told.findings.document
    first, second = document.sentences[one], document.sentences[other]
    near = min(other - one, 2)
    yield f"far={_step(other - one, _FAR)}"
    if first.kind == "headline":
        yield f"lead={min(told.rank[other], 3)}|{second.kind}"
    elif told.rank[one] == 1:
        yield f"lead={min(told.rank[other], 4)}"
    if near == 1:
        gap = document.report.text[first.offsets[1] : second.offsets[0]]
        yield f"line={'new' if chr(10) in gap else 'same'}"
    yield f"towns={_relation(told.towns[one], told.towns[other])}|{near}"
    yield f"names={_relation(told.names[one], told.names[other])}|{near}"
    yield f"days={_relation(told.days[one], told.days[other])}|{near}"
    for feature in told.size:
        yield f"{feature}|{near}"


def _step(count: int, steps: tuple[int, ...]) -> int:
    return next((step for step in steps if count <= step), 99)


def _relation(one: Things, other: Things) -> str:
    if not one or not other:
        return "none" if one == other else "first" if one else "second"
    return "same" if one == other else "shared" if one & other else "apart"
