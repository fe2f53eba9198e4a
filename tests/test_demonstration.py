"""The demonstration dispatches: who held what, on whose word, and on what reports differ."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.coding.coders import code_readings
from dateline.errors import ReportError
from dateline.events.control import ledger
from dateline.events.link import link
from dateline.events.merge import merge
from dateline.events.telling import Telling, tellings
from dateline.model import Holding
from dateline.reading import read

EXAMPLES = Path(str(files("dateline").joinpath("examples/syria-2024.jsonl")))


@pytest.fixture(scope="module")
def told() -> list[Telling]:
    out: list[Telling] = []
    for item in code_readings(read([EXAMPLES]), EnglishCoder()):
        assert not isinstance(item, ReportError)
        out += tellings(*item)
    return out


@pytest.fixture(scope="module")
def held(told: list[Telling]) -> list[Holding]:
    return ledger(told)


def test_rival_perpetrators_and_rival_tolls_stand(told: list[Telling]) -> None:
    groups = [[told[row] for row in rows] for rows in link(told).groups]
    clashes = [
        (clash.field, " ".join(telling.quote for telling in group))
        for group in groups
        for clash in merge("e1", group).contradictions
    ]
    assert {"perpetrator", "toll"} <= {field for field, _ in clashes}
    assert any("dormitory" in quote for field, quote in clashes if field == "perpetrator")
    tolls = [quote for field, quote in clashes if field == "toll"]
    # The strike on the Basel roundabout in Aleppo.
    assert any("15 civilians" in quote and "16 civilians" in quote for quote in tolls)


@pytest.mark.parametrize(
    ("place", "day"),
    [
        ("Saraqib", date(2024, 11, 29)),
        ("Aleppo", date(2024, 11, 30)),
        ("Maarat al-Numan", date(2024, 11, 30)),
        ("Hama", date(2024, 12, 5)),
        ("Homs", date(2024, 12, 7)),
        ("Damascus", date(2024, 12, 8)),
    ],
)
def test_towns_change_hands_on_their_days_with_their_sources(
    held: list[Holding], place: str, day: date
) -> None:
    [last] = [
        row
        for row in held
        if place in (row.place, *row.names) and row.site is None and row.until is None
    ]
    assert last.holder is not None and last.holder.kind == "rebel"
    assert last.holder.name in (None, "Hayat Tahrir al-Sham")
    assert last.since == day
    assert last.publishers and all(name.startswith("Demo ") for name in last.publishers)


@pytest.mark.parametrize("place", ["Maarat al-Numan", "Homs"])
def test_who_denies_a_fall_is_no_source_for_it(held: list[Holding], place: str) -> None:
    [line] = [line for line in held if line.place == place and line.site is None]
    assert "Demo State Agency" not in line.publishers
    assert "denied, says Demo State Agency" in line.contested
