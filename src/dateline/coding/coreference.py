"""Happenings -> events of one report: which triggers tell of the same thing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from dateline.coding.cannot_link import Ground, apart, ground, one_total
from dateline.coding.coordination import spread
from dateline.coding.denied_deeds import denial_over, denied_again
from dateline.coding.encoder import Encoder
from dateline.coding.findings import Findings
from dateline.coding.flights import counts_once, find_flights, is_what_they_fled
from dateline.coding.happenings import Happening, nothing
from dateline.coding.headings import told_again
from dateline.coding.holders import is_under
from dateline.coding.linear import LinearModel
from dateline.coding.pair_features import pair_features, sketch
from dateline.coding.place_words import word_set
from dateline.coding.retelling import sentences_of
from dateline.coding.running_totals import is_its_war
from dateline.coding.said_again import SaidAgain, said_again
from dateline.coding.second_look import own_place, type_scores
from dateline.coding.two_towns import in_two_towns
from dateline.coding.unopposed import is_entry_after_leaving

WINDOW = 40
"""A happening is compared with this many before it, so that long texts cost no more a word."""

JOIN = 0.27
"""Two groups of happenings become one where the mean probability over their pairs reaches this."""

CHANGE = 0.95
"""How surely a withdrawal and "under the control of" beside it are one change of hands."""

MATES = 0.5
"""From this probability on two words of one sentence tell of one event, for what names it again."""

APART = -1000.0
"""What two happenings that cannot be one weigh: no mean that holds one reaches a threshold."""

ELSEWHERE = -0.25
"""What two happenings at two places weigh. By themselves they never meet, but one word with a wrong
place keeps no group from the rest of what tells of its event."""

NEVER = -1e9
"""Stands for two happenings, or groups, that were not compared."""


Ties = dict[tuple[int, int], float]
"""The mean probability that two groups tell of one event, by their numbers, the smaller first."""


Chances = npt.NDArray[np.float64]

_PARTS = frozenset({"dobj", "nsubj", "nsubjpass"})
_TOWNS = frozenset({"settlement", "site"})


def one_change(findings: Findings, one: Happening, other: Happening) -> bool:
    """Whether two happenings are one change of hands.

    They tell who left a place, and who has it now or came into it then; or the second,
    in the next sentence, is about "the town" that the first says is taken.
    """
    doc = findings.document.doc
    if _is_the_same_ground(findings, one, other):
        return True
    if one.trigger.sentence == other.trigger.sentence and any(
        is_entry_after_leaving(findings, came, left) for came, left in ((one, other), (other, one))
    ):
        return True
    return any(
        "withdraw" in left.trigger.concepts
        and is_under(doc[has.trigger.head])
        and abs(left.trigger.sentence - has.trigger.sentence) <= 1
        for left, has in ((one, other), (other, one))
    )


def _is_the_same_ground(findings: Findings, one: Happening, other: Happening) -> bool:
    """Whether a place with no name is taken or lost in the sentence after that of one with it."""
    after = other.trigger.sentence
    taken = "seize" in one.trigger.concepts and "seize" in other.trigger.concepts
    if not taken or after - one.trigger.sentence != 1 or own_place(findings, [one]) is None:
        return False
    if any(place.level in _TOWNS for place in findings.within(findings.places, after)):
        return False
    return any(
        noun.dep_ in _PARTS
        and noun.lower_ in word_set("types", "city")
        and any(kid.lower_ == "the" for kid in noun.children)
        for noun in findings.document.doc[other.trigger.head].children
    )


def group(
    findings: Findings,
    happenings: tuple[Happening, ...],
    model: LinearModel,
    encoder: Encoder,
    threshold: float = JOIN,
) -> tuple[list[list[Happening]], Ties]:
    """Return the happenings grouped into events, in the order of their first triggers, and ties.

    Average-link agglomeration: the two groups whose pairs are likeliest to be the same event are
    joined first, until no mean reaches the threshold. Happenings that cannot be one never meet; two
    at two places hold back the groups that they stand in.
    """
    count = len(happenings)
    # How surely two happenings are one; a pair that is never compared holds nothing.
    same = np.full((count, count), NEVER)
    topics = np.stack([happening.topic for happening in happenings]) if happenings else nothing()
    sketches = [sketch(findings, happening) for happening in happenings]
    report = sentences_of(findings, count)
    grounds = [ground(findings, happening) for happening in happenings]
    again = told_again(findings, grounds)
    flown = find_flights(findings)
    denied = dict(denied_again(findings, happenings))
    for j in range(1, count):
        first = min(opening(findings, happenings, j), *denied.get(j, (j,)))
        read = encoder.same(topics[j], topics[first:j]).tolist()
        told: list[float] = []
        for i in range(first, j):
            retold = (grounds[i].sentence, grounds[j].sentence) in again
            war = grounds[i].total or grounds[j].total
            cost = (grounds[i].total and is_its_war(findings, happenings[i], happenings[j])) or (
                grounds[j].total and is_its_war(findings, happenings[j], happenings[i])
            )
            if cost:
                chance = CHANGE
            elif apart(grounds[i], grounds[j]) or (
                not war and is_what_they_fled(findings, flown, happenings[i], happenings[j])
            ):
                chance = APART
            elif not retold and in_two_towns(grounds[i], grounds[j]):
                chance = ELSEWHERE
            else:
                features = pair_features(
                    report, sketches[i], sketches[j], j - i - 1, read[i - first]
                )
                chance = model.probabilities(features)["yes"]
                totals = one_total(grounds[i], grounds[j])
                if totals or retold or one_change(findings, happenings[i], happenings[j]):
                    chance = max(chance, CHANGE)
            told.append(chance)
        same[first:j, j] = same[j, first:j] = told
    for named in said_again(findings, happenings, grounds):
        _join_again(same, named, grounds)
    for number, told_before in denied.items():
        _join_denied(same, number, told_before, grounds)
    groups, means = agglomerate(same, threshold)
    out: list[list[Happening]] = []
    keys: list[int] = []
    for key, numbers in groups.items():
        members = [happenings[m] for m in sorted(numbers)]
        # "9,100 people have reached Nangade, Mueda and Pemba": they are counted once.
        some = [members] if counts_once(findings, flown, members) else spread(findings, members)
        out += some
        # The places that a word shares are tied to no other group: they have no pairs of their own.
        keys += [key, *[-1] * (len(some) - 1)]
    ties = {
        (i, j): float(means[one, other])
        for i, one in enumerate(keys)
        for j, other in enumerate(keys)
        if i < j and min(one, other) >= 0 and means[one, other] > NEVER
    }
    return out, ties


def _join_denied(
    same: Chances, number: int, told: tuple[int, ...], grounds: Sequence[Ground]
) -> None:
    """Make a happening that is denied one with those before it that the denial names again.

    What else was told before it, it is not.
    """
    for other in range(number):
        if other in told and same[other, number] > APART:
            same[other, number] = same[number, other] = CHANGE
        elif other not in told and grounds[other].sentence != grounds[number].sentence:
            held = min(same[other, number], ELSEWHERE)
            same[other, number] = same[number, other] = held


def _join_again(same: Chances, again: SaidAgain, grounds: Sequence[Ground]) -> None:
    """Make a happening one with that of others which it likeliest names again, and with its group.

    Those that were never compared, or cannot be one, stay apart. What goes with either in its own
    sentence goes with it here, whatever town it was taken to be in.
    """
    number, told = again.number, again.told
    likeliest = told[int(same[number, list(told)].argmax())]

    def goes_with(one: int, other: int) -> bool:
        beside = grounds[one].sentence == grounds[other].sentence
        return one == other or (beside and same[one, other] >= MATES)

    alike = {one for one in told if same[one, likeliest] >= JOIN}
    for other in range(len(grounds)):
        if other not in alike and not goes_with(other, likeliest):
            continue
        if APART < same[other, number] < CHANGE:
            same[other, number] = same[number, other] = CHANGE
        for mate in range(len(grounds)):
            if goes_with(mate, number) and same[other, mate] == ELSEWHERE:
                same[other, mate] = same[mate, other] = JOIN
    for later in range(number + 1, len(grounds) if again.closing else 0):
        if grounds[later].sentence > grounds[number].sentence:
            held = min(same[later, number], ELSEWHERE)
            same[later, number] = same[number, later] = held


def opening(findings: Findings, happenings: Sequence[Happening], number: int) -> int:
    """Return the first happening before one that it is compared with.

    One that stands in a heading between the paragraphs is compared with none above it: what the
    heading tells is told again by the text below. One that is denied is what was told last.
    """
    sentences = findings.document.sentences
    index = happenings[number].trigger.sentence
    first = max(0, number - WINDOW)
    before = [
        one.trigger.sentence for one in happenings[first:number] if one.trigger.sentence < index
    ]
    if before and denial_over(findings.document.doc[happenings[number].trigger.head]):
        return first + [one.trigger.sentence for one in happenings[first:number]].index(before[-1])
    if sentences[index].kind != "headline" or not any(s.kind == "body" for s in sentences[:index]):
        return first
    return next(i for i in range(first, number + 1) if happenings[i].trigger.sentence == index)


def agglomerate(same: Chances, threshold: float) -> tuple[dict[int, list[int]], Chances]:
    """Return groups of numbers by their smallest, in its order, and the mean between any two.

    ``same`` is symmetric and holds ``NEVER`` where two were not compared: that counts as 0 where
    others of their groups were.
    """
    means = same.copy()
    groups = {i: [i] for i in range(len(means))}
    while len(groups) > 1:
        i, j = divmod(int(means.argmax()), len(means))
        if means[i, j] < threshold:
            break
        gone = groups.pop(j)
        one, other = means[i], means[j]
        compared = np.maximum(one, other) > NEVER
        n, m = len(groups[i]), len(gone)
        row = (np.where(one > NEVER, one, 0) * n + np.where(other > NEVER, other, 0) * m) / (n + m)
        row[~compared] = row[i] = NEVER
        means[i] = means[:, i] = row
        means[j] = means[:, j] = NEVER
        groups[i].extend(gone)
    return groups, means


def ties_of(groups: Sequence[Sequence[Happening]], ties: Ties) -> list[list[tuple[float, bool]]]:
    """Return how each group is tied to each surer one: the tie, and whether their types agree."""
    sure = [max(happening.sure for happening in members) for members in groups]
    kinds = [next(iter(type_scores(members))) for members in groups]
    return [
        [
            (ties.get((min(number, other), max(number, other)), 0.0), kinds[other] == kinds[number])
            for other in range(len(groups))
            if (sure[other], -other) > (sure[number], -number)
        ]
        for number in range(len(groups))
    ]
