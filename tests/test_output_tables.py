"""CSV and GeoJSON: the flat row, its ranges, and what a spreadsheet or a map does with it."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from coded_reports import ANADAN, CODED, FLIGHT, REPORT, STRIKE
from dateline.model import Claim, CodedReport, Figure, Measure, PlacePrecision, Report
from dateline.output import csv as csv_output
from dateline.output import geojson
from dateline.output.row import columns, coordinates, estimate, row


def rows(*coded: tuple[Report, CodedReport]) -> list[dict[str, str]]:
    stream = io.StringIO()
    csv_output.write(coded, stream)
    return list(csv.DictReader(io.StringIO(stream.getvalue())))


def features(*coded: tuple[Report, CodedReport]) -> dict[str, Any]:
    stream = io.StringIO()
    geojson.write(coded, stream)
    collection: dict[str, Any] = json.loads(stream.getvalue())
    return collection


def figure(low: int | None, best: int | None, high: int | None, who: str | None = None) -> Figure:
    return Figure(measure=Measure.KILLED, who=who, low=low, best=best, high=high, text="n")


NOBODY = figure(0, 0, 0)
AT_LEAST = figure(58, 58, None)
BETWEEN = figure(3, None, 6)
NINE = figure(9, 9, 9)
EIGHT = figure(8, 8, 8)
PART = figure(14, 14, 14, "civilians")
WOMEN = figure(4, 4, 4, "women")


def test_csv_writes_one_row_a_claim_with_the_reports_fields() -> None:
    table = rows((REPORT, CODED))
    assert [line["claim_id"] for line in table] == ["c1", "c2", "c3", "c4", "c5"]
    assert {line["publisher"] for line in table} == {"Demo Monitor"}
    assert table[0]["evidence"].startswith("Rebels entered Aleppo's")
    assert table[0]["evidence"].endswith(
        "[…] At least 58 people were killed, 14 of them civilians."
    )
    assert table[1]["control_to"] == "Rebels"
    assert table[1]["control_from"] == "Syrian Army"
    assert table[2]["attributed_to"] == "a medic; the ministry"
    assert table[2]["civilians_targeted"] == "true"
    assert table[2]["flags"] == "rival figures: killed 3-6, killed 9"


def test_csv_without_claims_is_a_header() -> None:
    stream = io.StringIO()
    csv_output.write([(REPORT, CodedReport(report_id=REPORT.id))], stream)
    assert stream.getvalue() == ",".join(columns()) + "\n"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "\t=", "\r@", "\n-"])
def test_csv_never_writes_a_cell_that_a_spreadsheet_would_run(start: str) -> None:
    report = REPORT.model_copy(update={"title": f"{start}1+1"})
    assert {line["title"] for line in rows((report, CODED))} == {f"'{start.strip()}1+1"}


def test_csv_row_is_one_line() -> None:
    report = REPORT.model_copy(update={"title": "Rebels\r\nadvance\x00"})
    stream = io.StringIO()
    csv_output.write([(report, CODED)], stream)
    assert len(stream.getvalue().splitlines()) == 1 + len(CODED.claims)
    assert rows((report, CODED))[0]["title"] == "Rebels advance"


def test_csv_keeps_negative_coordinates_numbers() -> None:
    assert ANADAN.place is not None
    place = ANADAN.place.model_copy(update={"lat": -1.6585, "lon": -29.2205})
    claim = ANADAN.model_copy(update={"place": place})
    line = rows((REPORT, CodedReport(report_id=REPORT.id, claims=(claim,))))[0]
    assert (line["lat"], line["lon"]) == ("-1.659", "-29.221")


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        pytest.param([], (None, None, None), id="none told is unknown, not zero"),
        pytest.param([NOBODY], (0, 0, 0), id="zero told is zero"),
        pytest.param([AT_LEAST, PART], (58, 58, None), id="total before part"),
        pytest.param([BETWEEN, NINE], (3, 9, 9), id="rivals widen the range"),
        pytest.param([NINE, EIGHT], (8, 9, 9), id="first best stands"),
        pytest.param([NINE, AT_LEAST], (9, 9, None), id="an open end stays open"),
        pytest.param([WOMEN, PART], (14, 14, 14), id="parts are not added up"),
    ],
)
def test_estimate(figures: list[Figure], expected: tuple[int | None, ...]) -> None:
    assert estimate(figures, Measure.KILLED) == expected
    assert estimate(figures, Measure.INJURED) == (None, None, None)


@pytest.mark.parametrize(
    ("precision", "point"),
    [
        (PlacePrecision.EXACT, (37.197, 36.468)),
        (PlacePrecision.NEAR, (37.2, 36.47)),
        (PlacePrecision.REGION, (37.2, 36.5)),
        (PlacePrecision.COUNTRY, (37.0, 36.0)),
    ],
)
def test_coordinates_are_no_finer_than_known(
    precision: PlacePrecision, point: tuple[float, float]
) -> None:
    assert STRIKE.place is not None
    place = STRIKE.place.model_copy(update={"precision": precision})
    assert coordinates(STRIKE.model_copy(update={"place": place})) == point


def test_geojson_has_a_feature_a_claim_and_a_null_geometry_without_a_place() -> None:
    collection = features((REPORT, CODED))
    assert collection["type"] == "FeatureCollection"
    assert [feature["id"] for feature in collection["features"]] == [
        f"handmade-1/c{n}" for n in range(1, 6)
    ]
    assert collection["features"][0]["geometry"] == {
        "type": "Point",
        "coordinates": [37.109, 36.184],
    }
    assert collection["features"][4]["geometry"] is None
    assert collection["bbox"] == [36.7, 35.8, 37.2, 36.47]


def test_geojson_properties_are_flat_and_those_of_the_csv() -> None:
    properties = features((REPORT, CODED))["features"][3]["properties"]
    assert tuple(properties) == columns()
    assert properties["displaced_best"] == 10000
    assert properties["displaced_low"] is None
    assert not any(isinstance(value, dict | list) for value in properties.values())


def test_geojson_without_claims_is_an_empty_collection() -> None:
    assert features() == {
        "type": "FeatureCollection",
        "provenance": row(REPORT, FLIGHT)["provenance"],
        "features": [],
    }


def test_a_row_says_that_it_is_unreviewed() -> None:
    assert "unreviewed" in str(row(REPORT, Claim.model_validate(STRIKE))["provenance"])
