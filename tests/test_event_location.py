"""The place of a marked event: the measure, and the verb that no trigger names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.coding.linear import LinearModel
from dateline.errors import UsageError
from dateline.evaluation.event_location import (
    found,
    is_whole,
    measure,
    span_of,
    trigger_at,
)
from dateline.knowledge.gazetteer import Gazetteer

SAYS_YES = LinearModel(("no", "yes"), (0.0, 5.0), {})
"""A model that takes every place of the sentence for the event's."""


def record(text: str, verb: str, *locations: str) -> dict[str, object]:
    def span(part: str) -> dict[str, object]:
        start = text.index(part)
        return {"start": start, "end": start + len(part), "text": part}

    event = {"verb": [span(verb)], "locations": [span(part) for part in locations], "source": "X"}
    return {"id": text, "text": text, "events": [event]}


def test_the_words_of_the_right_place_count(tmp_path: Path) -> None:
    rows = [
        record("Shelling killed 3 people in Goma.", "killed", "Goma"),
        record("Troops from Kigali attacked a base in Sake.", "attacked", "Kigali"),
        record("Rebels took Aguelhok, Menaka and Tessalit.", "took", "Aguelhok", "Menaka"),
    ]
    gold = tmp_path / "gold.jsonl"
    gold.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    tally = measure(gold, Gazetteer.open(), SAYS_YES)["all"]
    assert (tally.events, tally.gold, tally.predicted, tally.right) == (3, 4, 5, 3)
    assert (tally.recall, tally.exact_share) == (0.75, 1 / 3)


@pytest.mark.parametrize(
    ("text", "verb", "place"),
    [
        ("Two men were shot in Sacaba, near Cochabamba, on Friday.", "shot", "Sacaba"),
        ("Gunmen killed six people in Garba in Niger State.", "killed", "Garba"),
        ("A bomb killed two in Gulu.", "killed", "Gulu"),
    ],
)
def test_what_only_frames_a_place_is_not_told(
    tmp_path: Path, text: str, verb: str, place: str
) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(record(text, verb, place)), encoding="utf-8")
    tally = measure(gold, Gazetteer.open(), SAYS_YES)["all"]
    assert (tally.predicted, tally.right) == (1, 1)


def test_places_of_one_list_are_told_together(tmp_path: Path) -> None:
    rows = [
        record("Jets hit the Jumla and Diwan villages near Ber.", "hit", "Jumla", "Diwan"),
        record("Shells fell on Sacaba and the town of Colomi.", "fell", "Sacaba", "Colomi"),
    ]
    gold = tmp_path / "gold.jsonl"
    gold.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    tally = measure(gold, Gazetteer.open(), SAYS_YES)["all"]
    assert (tally.gold, tally.predicted, tally.right) == (4, 4, 4)


def test_a_place_that_is_unlikely_does_not_count(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    row = record("Two people were killed in Lebanon.", "killed", "Lebanon")
    gold.write_text(json.dumps(row), encoding="utf-8")
    for odds, predicted in ((-1.0, 1), (-5.0, 0)):
        doubtful = LinearModel(("no", "yes"), (0.0, odds), {})
        assert measure(gold, Gazetteer.open(), doubtful)["all"].predicted == predicted


def test_but_the_town_where_the_sentence_says_that_something_was_does(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    row = record("Nine died in clashes with the militia in Gulu.", "died", "Gulu")
    gold.write_text(json.dumps(row), encoding="utf-8")
    doubtful = LinearModel(("no", "yes"), (0.0, -5.0), {})
    assert measure(gold, Gazetteer.open(), doubtful)["all"].right == 1


@pytest.mark.parametrize(
    ("start", "end", "whole"), [(14, 18, True), (15, 18, False), (14, 17, False), (14, 14, False)]
)
def test_an_event_with_a_broken_span_is_left_out(start: int, end: int, whole: bool) -> None:
    event = {"locations": [{"start": start, "end": end}]}
    assert is_whole("Two died near Goma.", event) is whole


def test_a_verb_that_no_row_names_is_a_trigger_all_the_same() -> None:
    row = record("Crowds sang in Goma.", "sang", "Goma")
    [findings] = found([row], Gazetteer.open())
    trigger = trigger_at(findings, span_of(row["events"][0]["verb"]))  # type: ignore[index]
    assert (trigger.lemma, trigger.concepts) == ("sing", ())


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"id": "a", "text": "x", "events": [{}]}\n', encoding="utf-8")
    with pytest.raises(UsageError, match=r"gold\.jsonl:1: not a gold record"):
        measure(gold, Gazetteer.open(), SAYS_YES)
