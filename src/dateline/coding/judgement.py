"""Findings -> groups of triggers, each judged: is it a claim, and which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from dateline.coding.cannot_link import is_further
from dateline.coding.claim_features import claim_features
from dateline.coding.claims import Draft, Thresholds, compose, draft
from dateline.coding.clauses import confined, stands_beside
from dateline.coding.coreference import group, ties_of
from dateline.coding.day_sums import without_day_sums
from dateline.coding.event_figures import with_recounts
from dateline.coding.findings import Findings
from dateline.coding.flights import find_flights, with_who_fled
from dateline.coding.gains import taken_by
from dateline.coding.happenings import Happening, Models, find_happenings
from dateline.coding.heading_sums import without_sums
from dateline.coding.more_of_it import Told, of_those_before
from dateline.coding.now_held import find_now_held
from dateline.coding.one_liners import find_one_liners
from dateline.coding.police_firing import counts_their_dead, with_their_dead
from dateline.coding.running_totals import tell_a_total
from dateline.coding.told_beside import parted
from dateline.coding.untold_places import tells_of_an_untold_place
from dateline.model import Claim

BESIDE = 0.45
"""From this confidence on an event stands that is told in a clause beside that of another."""

TOTAL = 0.3
"""From this confidence on what a war has cost so far stands."""


ELSEWHERE = 0.3
"""From this confidence on an event stands at a place that no other claim of the report tells of."""

PLAIN = 0.25
"""From this confidence on people stand who are counted and were driven from their homes, the
incident that a report of one line tells in plain words, and who has a place now by the lead."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Happenings that tell of one event, and what was made of them.

    ``happenings`` are all of the report, ``features`` what the claim model looked at, and
    ``confidence`` its probability that the group is a claim of its own; ``made`` is the draft with
    its claim, None where there is none.
    """

    members: list[Happening]
    happenings: tuple[Happening, ...]
    features: list[str]
    confidence: float
    made: tuple[Draft, Claim] | None


def judge(findings: Findings, models: Models, thresholds: Thresholds) -> Iterator[Judged]:
    """Yield each group of triggers that tell of one event, in text order.

    Triggers that tell of events are kept, those that tell of the same event are put together, and
    each group that the claim model takes for a claim becomes one.
    """
    happenings = parted(findings, confined(findings, find_happenings(findings, models)))
    groups, ties = group(findings, happenings, models.same, models.encoder)
    looks: list[list[str]] = []
    chances: list[float] = []
    for members, tied in zip(groups, ties_of(groups, ties), strict=True):
        looks.append(claim_features(findings, members, tied))
        confidence = models.claim.probabilities(looks[-1])["yes"]
        if members[0].shared and (members[0].figures or taken_by(findings, members[0])):
            # Who seizes two towns has both: the second stands or falls with the first. So does
            # a part of a toll.
            confidence = chances[-1]
        chances.append(confidence)
    for at, members in enumerate(groups):
        if BESIDE <= chances[at] < thresholds.claim and any(
            chances[other] >= thresholds.claim and stands_beside(findings, members, groups[other])
            for other in range(len(groups))
        ):
            # Who and where are told as fully as of the event beside it, which is one.
            chances[at] = thresholds.claim
    for at, members in enumerate(groups):
        if TOTAL <= chances[at] < thresholds.claim and tell_a_total(findings, members):
            chances[at] = thresholds.claim
        if BESIDE <= chances[at] < thresholds.claim and counts_their_dead(findings, members):
            chances[at] = thresholds.claim
    plain = find_flights(findings) | find_one_liners(findings) | find_now_held(findings)
    for at, members in enumerate(groups):
        if PLAIN <= chances[at] < thresholds.claim and any(
            one.trigger.index in plain for one in members
        ):
            chances[at] = thresholds.claim
    told = [members for at, members in enumerate(groups) if chances[at] >= thresholds.claim]
    for at, members in enumerate(groups):
        if ELSEWHERE <= chances[at] < thresholds.claim and tells_of_an_untold_place(
            findings, members, told
        ):
            chances[at] = thresholds.claim
            told.append(members)
    stand = [confidence >= thresholds.claim for confidence in chances]
    further = {at for at, number in enumerate(findings.figures) if is_further(findings, number)}
    own = own_figures(groups, stand, thresholds.figure, further)
    own = with_their_dead(findings, groups, stand, own)
    lends = [
        stands and not tell_a_total(findings, members)
        for stands, members in zip(stand, groups, strict=True)
    ]
    own = with_who_fled(findings, groups, stand, lends, own)
    own = with_recounts(findings, stand, own)
    own = without_day_sums(findings, without_sums(findings, own, stand))
    number = 0
    before: list[Told] = []
    for at, members in enumerate(groups):
        made: tuple[Draft, Claim] | None = None
        if stand[at]:
            number += 1
            drafted = draft(findings, members, thresholds, own[at])
            claim = compose(findings, drafted, number, models, thresholds, chances[at])
            claim = of_those_before(findings, members, claim, before)
            before.append((members, claim))
            made = drafted, claim
        yield Judged(members, happenings, looks[at], chances[at], made)


def own_figures(
    groups: Sequence[Sequence[Happening]],
    stand: Sequence[bool],
    least: float,
    further: Set[int] = frozenset(),
) -> list[set[int]]:
    """Return the numbers of each group: those to which none that stands has a better claim.

    A number is told of one event (in gold 13 of 2,069 are told of two), so it goes to the group
    that it belongs to likeliest, and with at least this probability; of equals to the first. The
    ``further`` ones, tolls of another place than those told before, go nowhere where their own
    group does not stand.
    """
    best: dict[int, tuple[float, int]] = {}
    for at, members in enumerate(groups):
        for happening in members:
            for index, p in happening.figures.items():
                rival = stand[at] or index in further
                if rival and p >= least and p > best.get(index, (0.0, 0))[0]:
                    best[index] = p, at
    own: list[set[int]] = [set() for _ in groups]
    for index, (_, at) in best.items():
        own[at].add(index)
    return own
