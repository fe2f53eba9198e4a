"""Happenings -> events of one report: which triggers tell of the same thing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from spacy.tokens import Token

from dateline.coding.coordination import ONE_TOWN, spread
from dateline.coding.encoder import Encoder
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening, nothing
from dateline.coding.linear import LinearModel
from dateline.coding.pair_features import gap_km, pair_features, sketch
from dateline.coding.paths import path
from dateline.coding.second_look import own_place, type_scores
from dateline.knowledge.files import settings
from dateline.model import Measure, Place

WINDOW = 40
"""A happening is compared with this many before it, so that long texts cost no more a word."""

OBJECTS = frozenset(
    {">dobj", ">nsubjpass", ">dobj>prep:of>pobj", ">dobj>appos", ">nsubjpass>prep:of>pobj"}
)
"""Dependency paths from a verb to what it takes."""

JOIN = 0.33
"""Two groups of happenings become one where the mean probability over their pairs reaches this."""

CHANGE = 0.95
"""How surely a withdrawal and "under the control of" beside it are one change of hands."""

SAME_SHARE = 0.2
"""What the encoder weighs beside the linear model in that probability (five folds, not seen)."""

APART = -1000.0
"""What two happenings at different towns weigh: no mean that holds one reaches a threshold."""

NEVER = -1e9
"""Stands for two happenings, or groups, that were not compared."""


Ties = dict[tuple[int, int], float]
"""The mean probability that two groups tell of one event, by their numbers, the smaller first."""


Chances = npt.NDArray[np.float64]

Ground = tuple[set[str], Place | None]
"""What a happening takes, and the town or site that is its own."""


def ground(findings: Findings, happening: Happening) -> Ground:
    """Return what a happening takes by its syntax, and the place that is its own, if any."""
    gains = taken_by(findings, happening) or arms_taken(findings, happening)
    return gains, own_place(findings, [happening])


def apart(one: Ground, other: Ground) -> bool:
    """Return whether two happenings have each a town, site or gain of its own, and not the same.

    Sites within one town may belong to one event, as the coding frame has it: several quarters of
    a city on one day are one claim.
    """
    (gains, here), (others, there) = one, other
    if gains and others and not gains & others:
        return True
    if here is None or there is None:
        return False
    gap = gap_km(here, there)
    return gap is not None and gap > ONE_TOWN


def taken_by(findings: Findings, happening: Happening) -> set[str]:
    """Return what a word of conquest takes by its syntax: named places, villages, square km."""
    trigger = happening.trigger
    if "seize" not in trigger.concepts:
        return set()
    doc = findings.document.doc
    out = {
        place.place.canonical
        for place in findings.within(findings.places, trigger.sentence)
        if place.level in ("settlement", "site") and path(doc, trigger.head, place.head) in OBJECTS
    }
    for figure in findings.within(findings.figures, trigger.sentence):
        if figure.figure.measure in (Measure.AREA_KM2, Measure.SETTLEMENTS):
            number = figure.figure.best or figure.figure.low
            out.add(f"{figure.figure.measure}:{number}")
    return out


def arms_taken(findings: Findings, happening: Happening) -> set[str]:
    """Return "arms" where a word of conquest takes weapons by its syntax and no place is named.

    Arms are taken in the towns that are taken, which is told with them; where no town is named, a
    sentence on booty is a claim of its own.
    """
    trigger = happening.trigger
    towns = any(
        place.level in ("settlement", "site")
        for place in findings.within(findings.places, trigger.sentence)
    )
    words = settings("languages/en/conquest.toml")
    doc = findings.document.doc
    if towns or doc[trigger.head].lemma_.lower() not in words["verbs"]:
        return set()
    taken = [child for child in doc[trigger.head].children if child.dep_ in ("dobj", "nsubjpass")]
    nouns = [noun for child in taken for noun in (child, *child.conjuncts)]
    return {"arms"} if any(noun.lemma_.lower() in words["arms"] for noun in nouns) else set()


def is_under(head: Token) -> bool:
    """Whether the word says who has a place: "is now under the control of the rebels"."""
    held = head.lemma_.lower() in settings("languages/en/conquest.toml")["under"]
    return held and head.dep_ == "pobj" and head.head.lower_ == "under"


def one_change(findings: Findings, one: Happening, other: Happening) -> bool:
    """Whether two happenings are one change of hands: who left a place, and who has it now."""
    doc = findings.document.doc
    return any(
        "withdraw" in left.trigger.concepts
        and is_under(doc[has.trigger.head])
        and abs(left.trigger.sentence - has.trigger.sentence) <= 1
        for left, has in ((one, other), (other, one))
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
    joined first, until no mean reaches the threshold. Happenings at two different towns never meet.
    """
    count = len(happenings)
    # How surely two happenings are one; a pair that is never compared holds nothing.
    same = np.full((count, count), NEVER)
    topics = np.stack([happening.topic for happening in happenings]) if happenings else nothing()
    sketches = [sketch(findings, happening) for happening in happenings]
    grounds = [ground(findings, happening) for happening in happenings]
    for j in range(1, count):
        first = max(0, j - WINDOW)
        read = encoder.same(topics[j], topics[first:j]).tolist()
        for i in range(first, j):
            if apart(grounds[i], grounds[j]):
                chance = APART
            else:
                features = pair_features(findings, sketches[i], sketches[j], j - i - 1)
                chance = model.probabilities(features)["yes"]
                # The encoder reads one sentence at a time: of two it only knows that they are two.
                if happenings[i].trigger.sentence == happenings[j].trigger.sentence:
                    chance = chance ** (1 - SAME_SHARE) * read[i - first] ** SAME_SHARE
                if one_change(findings, happenings[i], happenings[j]):
                    chance = max(chance, CHANGE)
            same[i, j] = same[j, i] = chance
    groups, means = agglomerate(same, threshold)
    out: list[list[Happening]] = []
    keys: list[int] = []
    for key, numbers in groups.items():
        some = spread(findings, [happenings[m] for m in sorted(numbers)])
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
