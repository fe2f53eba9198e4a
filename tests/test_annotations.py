"""The codings that the coder learns from: whole, valid, and without the words of others' texts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from annotations import FOLDER, TEXTS, annotated, filled

from dateline.evaluation.gold import GoldClaim


def lines(name: str) -> list[dict[str, Any]]:
    text = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("name", TEXTS)
def test_quotations_are_offsets(name: str) -> None:
    def quotations(claim: dict[str, Any]) -> list[Any]:
        control = claim["control"] or {}
        actors = [*claim["side_a"], *claim["side_b"], *filter(None, control.values())]
        figures = claim["figures"]
        place = [claim["place"]["name"]] if claim["place"] else []
        who = [figure["who"] for figure in figures if figure["who"] is not None]
        return [
            *claim["evidence"],
            *(actor["mention"] for actor in actors),
            *place,
            *(figure["text"] for figure in figures),
            *who,
            *claim["attributed_to"],
        ]

    rows = lines(name)
    assert len({row["report_id"] for row in rows}) == len(rows) > 50
    for row in rows:
        for claim in row["claims"]:
            for start, end in quotations(claim):
                assert 0 <= start < end


def test_reports_of_our_own_are_coded_in_their_words(tmp_path: Path) -> None:
    corpora = tmp_path / "corpora"
    for file in (file for files in TEXTS.values() for file in files):
        (corpora / file).parent.mkdir(parents=True, exist_ok=True)
        (corpora / file).write_text("")
    coded = list(annotated(corpora))
    assert len(coded) == len(lines("own"))
    assert {name for name, _, _ in coded} == {"own"}
    for _, report, claims in coded:
        for claim in claims:
            for actor in (*claim.side_a, *claim.side_b):
                assert actor.mention in report.text
            for start, end in claim.evidence:
                assert report.text[start:end].strip()


def test_offsets_stand_for_the_words() -> None:
    text = "Police said rebels killed four soldiers in Djibo."
    claim = {
        "id": "c1",
        "evidence": [[0, 49]],
        "sub_event_type": "Armed clash",
        "date": {"start": "2020-01-01", "end": "2020-01-01", "precision": "day"},
        "place": None,
        "side_a": [{"mention": [12, 18], "name": None, "kind": "rebel", "country": "BF"}],
        "side_b": [],
        "figures": [
            {
                "measure": "killed", "who": [31, 39], "low": 4, "best": 4, "high": 4,
                "text": [26, 39],
            }
        ],
        "control": None,
        "attributed_to": [[0, 6]],
        "status": "attributed",
    }  # fmt: skip
    whole = GoldClaim.model_validate(filled(claim, text))
    assert whole.side_a[0].mention == "rebels"
    assert whole.figures[0].text == "four soldiers"
    assert whole.attributed_to == ("Police",)
