"""Happenings of one report joined into events."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from dateline.coding.coder import EnglishCoder
from dateline.coding.coreference import APART, NEVER, agglomerate, apart, arms_taken
from dateline.coding.document import parse_and_keep
from dateline.coding.findings import Findings, find
from dateline.coding.happenings import NONE, Happening
from dateline.model import Report


@pytest.fixture(scope="module")
def coder() -> EnglishCoder:
    return EnglishCoder()


def told_first(coder: EnglishCoder, text: str) -> tuple[Findings, Happening]:
    """Return the findings of a text and its first trigger as a happening."""
    (document,) = parse_and_keep([Report(id="r", text=text, published=date(2024, 11, 30))])
    findings = find(document, coder.gazetteer, coder.table)
    return findings, Happening(findings.triggers[0], {NONE: 1.0})


def chances(count: int, pairs: dict[tuple[int, int], float]) -> np.ndarray:
    """Return the matrix of the pairs; the others were never compared."""
    out = np.full((count, count), NEVER)
    for (i, j), chance in pairs.items():
        out[i, j] = out[j, i] = chance
    return out


def test_groups_are_joined_by_the_mean_over_their_pairs() -> None:
    same = chances(4, {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.1, (0, 3): 0.2, (1, 3): 0.2, (2, 3): 0})
    groups, means = agglomerate(same, 0.4)
    assert groups == {0: [0, 1, 2], 3: [3]}
    assert means[0, 3] == np.mean([0.2, 0.2, 0.0])
    assert agglomerate(same, 0.5)[0] == {0: [0, 1], 2: [2], 3: [3]}


def test_happenings_of_two_towns_never_meet_in_a_group() -> None:
    same = chances(3, {(0, 1): 0.9, (1, 2): 0.9, (0, 2): APART})
    assert agglomerate(same, 0.3)[0] == {0: [0, 1], 2: [2]}


def test_pairs_that_were_not_compared_count_as_nothing_beside_those_that_were() -> None:
    groups, means = agglomerate(chances(3, {(0, 1): 0.9, (1, 2): 0.8}), 0.5)
    assert groups == {0: [0, 1], 2: [2]}
    assert means[0, 2] == 0.4
    assert agglomerate(chances(2, {}), 0.1)[0] == {0: [0], 1: [1]}
    assert agglomerate(chances(0, {}), 0.1)[0] == {}


def test_booty_is_no_part_of_what_is_taken_elsewhere(coder: EnglishCoder) -> None:
    text = (
        "Rebels captured the town of Saraqib on Friday.\n\n"
        "They have seized heavy weapons, depots and vehicles from the army."
    )
    (document,) = parse_and_keep([Report(id="r", text=text, published=date(2024, 11, 30))])
    findings = find(document, coder.gazetteer, coder.table)
    taken = [arms_taken(findings, Happening(trigger, {NONE: 1.0})) for trigger in findings.triggers]
    assert [trigger.lemma for trigger in findings.triggers if taken[trigger.index]] == ["seize"]
    assert not arms_taken(*told_first(coder, "Rebels seized weapons in Saraqib."))
    assert arms_taken(*told_first(coder, "Rebels seized weapons and a tank.")) == {"arms"}
    assert apart(({"arms"}, None), ({"Saraqib"}, None))
