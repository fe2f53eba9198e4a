"""Scoring: when slots agree, how claims are aligned, and what is counted."""

from __future__ import annotations

import itertools
import random
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import UsageError
from dateline.evaluation.agreement import same_actor, same_date, same_figure, same_place, slots
from dateline.evaluation.assignment import best_pairs
from dateline.evaluation.gold import GoldActor, GoldClaim, PredictedClaim, read_gold
from dateline.evaluation.scoring import b_cubed, pairwise, score
from dateline.evaluation.table import as_json, error_lines, rows
from dateline.model import Actor, EventDate, Figure, Place, Report

REBEL = {"mention": "rebels", "kind": "rebel", "country": "SY"}
ARMY = {"mention": "the army", "kind": "state forces", "country": "SY"}
DAY = {"start": "2024-11-29", "end": "2024-11-29", "precision": "day"}
SAKE = {"name": "Sake", "canonical": "Sake", "lat": -1.57, "lon": 29.04, "precision": "exact"}


def gold(**fields: Any) -> GoldClaim:
    base = {"id": "g", "evidence": [[0, 10]], "sub_event_type": "Armed clash"}
    return GoldClaim.model_validate(base | fields)


def predicted(**fields: Any) -> PredictedClaim:
    base = {"id": "p", "evidence": [[0, 10]], "sub_event_type": "Armed clash"}
    return PredictedClaim.model_validate(base | fields)


def place(lat: float | None, precision: str = "exact", canonical: str = "X") -> Place:
    return Place.model_validate(
        {
            "name": "x",
            "canonical": canonical,
            "lat": lat,
            "lon": None if lat is None else 30,
            "precision": precision,
        }
    )


@pytest.mark.parametrize(
    ("precision", "km"), [("exact", 15), ("near", 25), ("region", 80), ("country", 500)]
)
def test_a_place_may_lie_as_far_off_as_gold_knows_it(precision: str, km: int) -> None:
    degree = 111.19
    one = place(10, precision)
    assert same_place(one, place(10 + (km - 0.5) / degree))
    assert not same_place(one, place(10 + (km + 0.5) / degree))


def test_an_unlocated_place_is_known_by_its_name() -> None:
    assert same_place(place(10, canonical="Deir ez-Zor"), place(None, canonical="DEIR EZ ZOR"))
    assert not same_place(place(None, canonical="Homs"), place(10, canonical="Hama"))
    assert not same_place(place(None, canonical="دمشق"), place(None, canonical="حلب"))


@pytest.mark.parametrize(
    ("precision", "start", "end", "same"),
    [
        ("day", "2024-05-06", "2024-05-07", True),
        ("day", "2024-05-06", "2024-05-06", False),
        ("week", "2024-05-07", "2024-05-20", True),
        ("week", "2024-05-08", "2024-05-20", False),
    ],
)
def test_days_are_equal_and_longer_times_overlap(
    precision: str, start: str, end: str, same: bool
) -> None:
    one = EventDate.model_validate(
        {"start": "2024-05-06", "end": "2024-05-07", "precision": precision}
    )
    other = EventDate.model_validate({"start": start, "end": end, "precision": "day"})
    assert same_date(one, other) is same


ACTORS = [
    # A state's forces and crowds: kind and country, whatever the name.
    (ARMY | {"name": "Syrian Army"}, ARMY | {"name": "Tiger Forces"}, True),
    (ARMY, ARMY | {"country": "RU"}, False),
    (ARMY, ARMY | {"kind": "rebel"}, False),
    # Others by name, in any spelling of gold's aliases.
    (REBEL | {"name": "Jaysh al-Islam"}, ARMY | {"name": "JAYSH AL ISLAM"}, True),
    (REBEL | {"name": "IS", "aliases": ["Da'esh"]}, REBEL | {"name": "Da esh"}, True),
    (REBEL | {"name": "IS"}, REBEL, False),
    # Without a name in gold: kind and country, and no name made up.
    (REBEL, REBEL, True),
    (REBEL, REBEL | {"name": "HTS"}, False),
    (REBEL | {"country": ""}, REBEL | {"country": None}, True),
    # A state's forces whose state gold does not know are known by name.
    (ARMY | {"country": None, "name": "A"}, REBEL | {"name": "a"}, True),
]


@pytest.mark.parametrize(("one", "other", "same"), ACTORS)
def test_actors_agree_by_name_or_by_kind_and_country(
    one: dict[str, Any], other: dict[str, Any], same: bool
) -> None:
    assert same_actor(GoldActor.model_validate(one), Actor.model_validate(other)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ((58, 58, None), (None, 58, 99), True),
        ((3, None, 6), (3, None, 6), True),
        ((3, None, 6), (3, None, 7), False),
        ((3, None, 6), (3, 3, 6), False),
    ],
)
def test_figures_agree_by_best_or_range(
    one: tuple[int | None, ...], other: tuple[int | None, ...], same: bool
) -> None:
    def figure(numbers: tuple[int | None, ...], measure: str = "killed") -> Figure:
        low, best, high = numbers
        return Figure.model_validate(
            {"measure": measure, "low": low, "best": best, "high": high, "text": ""}
        )

    assert same_figure(figure(one), figure(other)) is same
    assert not same_figure(figure(one), figure(other, "injured"))


def test_a_claim_has_a_slot_for_each_value() -> None:
    claim = gold(
        place=SAKE,
        side_a=[REBEL, REBEL],
        side_b=[ARMY],
        figures=[{"measure": "killed", "best": 1, "text": "1"}],
        control={"to": REBEL, "from": ARMY},
        civilians_targeted=True,
    )
    assert slots(claim).total() == 4 + 1 + 2 + 1 + 1 + 1 + 1
    assert slots(gold()).total() == 4


@pytest.mark.parametrize("seed", range(8))
def test_the_heaviest_pairs_are_found(seed: int) -> None:
    chance = random.Random(seed)
    rows_, columns = chance.randint(1, 4), chance.randint(1, 4)
    weights = [[max(0.0, chance.uniform(-3, 9)) for _ in range(columns)] for _ in range(rows_)]
    size = max(rows_, columns)
    heaviest = max(
        sum(weights[r][c] for r, c in enumerate(order) if r < rows_ and c < columns)
        for order in itertools.permutations(range(size))
    )
    pairs = best_pairs(weights)
    assert sum(weights[r][c] for r, c in pairs) == pytest.approx(heaviest)
    assert len({r for r, _ in pairs}) == len({c for _, c in pairs}) == len(pairs)
    assert all(weights[r][c] > 0 for r, c in pairs)


def test_without_weights_there_are_no_pairs() -> None:
    assert best_pairs([]) == []
    assert best_pairs([[]]) == []


def test_claims_align_where_their_evidence_overlaps_and_most_slots_agree() -> None:
    golds = [gold(id="g1", date=DAY), gold(id="g2", sub_event_type="Attack")]
    predictions = [
        predicted(id="p1", sub_event_type="Attack"),
        predicted(id="p2", date=DAY),
        predicted(id="p3", date=DAY, evidence=[[20, 30]]),
    ]
    scores = score({"r": golds}, {"r": predictions})
    assert (scores.claims_found.right, scores.claims_found.predicted) == (2, 3)
    assert scores.claims_found_and_typed.right == 2
    assert [item.slots for item in scores.wrong] == [("spurious",), ("date",)]


def test_every_slot_of_a_missed_and_of_a_spurious_claim_counts() -> None:
    scores = score(
        {"r": [gold(date=DAY, side_a=[REBEL])], "unread": [gold(place=SAKE)]},
        {"r": [predicted(evidence=[[90, 99]], side_b=[ARMY])]},
    )
    assert (scores.slots.right, scores.slots.predicted, scores.slots.gold) == (0, 5, 10)
    assert scores.slots.f1 == 0
    assert {item.slots for item in scores.wrong} == {("missed",), ("spurious",)}


def test_a_perfect_answer_scores_one() -> None:
    claim = {
        "date": DAY,
        "place": SAKE,
        "side_a": [REBEL],
        "control": {"to": REBEL, "from": None},
        "attributed_to": ["a medic"],
        "status": "attributed",
    }
    scores = score({"r": [gold(**claim)]}, {"r": [predicted(**claim)]})
    assert scores.slots.f1 == scores.claims_found.f1 == scores.attribution_recall == 1
    assert scores.wrong == ()


def test_background_is_neither_owed_nor_punished() -> None:
    scores = score(
        {"r": [gold(background=True), gold(id="g2", evidence=[[20, 30]])]},
        {"r": [predicted(), predicted(id="p2", evidence=[[20, 30]])]},
    )
    assert (scores.claims_found.gold, scores.claims_found.predicted) == (1, 1)
    assert scores.claims_found.f1 == 1


@pytest.mark.parametrize(
    ("said", "recall"),
    [(["The military source"], 1), (["military"], 1), (["a medic"], 0), (["", "!"], 0)],
)
def test_a_speaker_counts_where_one_name_holds_the_other(said: list[str], recall: int) -> None:
    scores = score(
        {"r": [gold(attributed_to=["military source"])]}, {"r": [predicted(attributed_to=said)]}
    )
    assert scores.attribution_recall == recall


def test_clusters_by_hand() -> None:
    pairs = [("A", "1"), ("A", "1"), ("A", "2"), ("B", "2")]
    clusters = b_cubed(pairs)
    # Precision: 1, 1, 1/2, 1/2; recall: 2/3, 2/3, 1/3, 1.
    assert clusters.precision == pytest.approx(3 / 4)
    assert clusters.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    linked = pairwise(pairs)
    assert (linked.right, linked.predicted, linked.gold) == (1, 2, 3)


def test_events_are_scored_over_aligned_claims_that_have_both_keys() -> None:
    golds = {name: [gold(event_key="e")] for name in ("r1", "r2", "r3")}
    predictions = {
        "r1": [predicted(event_id="x")],
        "r2": [predicted(event_id="x")],
        "r3": [predicted()],
    }
    scores = score(golds, predictions)
    assert scores.events_b_cubed is not None
    assert (scores.events_b_cubed.f1, scores.events_b_cubed.claims) == (1, 2)


def test_the_table_and_json_show_every_measure() -> None:
    scores = score({"r": [gold(event_key="e")]}, {"r": [predicted(event_id="x")]})
    table = "\n".join(rows(scores))
    for name in ("slots", "claims found and typed", "  side_a", "events (pairwise)"):
        assert f"\n{name} " in f"\n{table}"
    assert as_json(scores)["slots"]["f1"] == 0.75
    assert as_json(scores)["by_slot"]["date"]["f1"] == 0


def test_an_error_is_shown_with_its_sentence() -> None:
    scores = score({"r": [gold(date=DAY)]}, {"r": [predicted()]})
    text = "\n".join(error_lines(scores.wrong[0], {"r": Report(id="r", text="Clash in\nSake.")}))
    assert text.startswith("r: date\n  gold   g | Armed clash | 2024-11-29/2024-11-29 day")
    assert "  coded  p | Armed clash | no date" in text
    assert text.endswith("“Clash in S”")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "holds no report"),
        (b'{"report_id": "a", "claims": []}\n{"report_id": "b"}\n', ":2: claims: Field required"),
        (b"{", ":1: Invalid JSON"),
        (b"\xff\n", ":1: "),
    ],
)
def test_a_bad_gold_file_is_named_with_its_line(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(content)
    with pytest.raises(UsageError) as caught:
        read_gold(path)
    assert str(caught.value).startswith(str(path))
    assert words in str(caught.value)
