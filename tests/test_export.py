"""Exports have the columns and rules of the formats they are named after, and keep ids."""

from __future__ import annotations

import csv
import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import jsonschema
import pyarrow.parquet as pq
import pytest

from dateline.errors import KnowledgeError, UsageError
from dateline.events.merge import merge
from dateline.events.telling import Telling
from dateline.export import acled, ged
from dateline.export.cells import CELLS
from dateline.export.dataset import DISCLAIMER, Dataset, Provenance
from dateline.export.formats import FORMATS, SUFFIXES, write
from dateline.export.policy import PublicPolicy, publish, redact
from dateline.export.tables import cell_text, column_map
from dateline.model import Event, Report
from dateline.store.decisions import Decided
from telling_makers import ARMY, AZMAR, PEOPLE, REBELS, figure, told

WARD = {"mention": "a hospital in Azmar", "kind": "civilians", "country": "SY"}
LATER = PublicPolicy(today=date(2024, 6, 1))


def strike(**more: Any) -> Telling:
    more.setdefault("figures", (figure(12),))
    return told("r1", b=(PEOPLE,), civilians_targeted=True, **more)


def dataset(*events: tuple[str, str, Telling]) -> Dataset:
    """Events of (id, state, claim), each told by one report."""
    kept = tuple(Decided(merge(name, [telling]), state) for name, state, telling in events)
    told_by = {telling.ref: telling for _, _, telling in events}
    reports = {
        telling.report_id: Report(
            id=telling.report_id,
            text="Secret words of the report.",
            title="Market hit",
            publisher=telling.publisher,
            published=telling.published,
            url=f"https://example.org/{telling.report_id}",
        )
        for _, _, telling in events
    }
    blank = Provenance(
        program="dateline test",
        coders=("toll 1",),
        query="all events",
        linking="test",
        merging="-",
        policy="internal: nothing kept back",
        made="2024-06-01T00:00:00Z",
        events=0,
        claims=0,
        reports=0,
        review="",
        licence="CC BY 4.0",
        disclaimer=DISCLAIMER,
    )
    return Dataset(kept, told_by, reports, blank).keep(kept)


CLASH = told(
    "r2",
    kind="Armed clash",
    a=(REBELS,),
    b=(ARMY,),
    quote="Rebels and soldiers fought for the hills around Azmar.",
    figures=(figure(3, who="soldiers"), figure(5, who="rebels")),
)
FLIGHT = told("r3", kind="Displacement", figures=(figure(900, "displaced"),), a=(), b=(PEOPLE,))
NOWHERE = told("r4", place=None, kind="Agreement", figures=())
ALL = dataset(
    ("e1", "accepted", strike()),
    ("e2", "unreviewed", CLASH),
    ("e3", "accepted", FLIGHT),
    ("e4", "unreviewed", NOWHERE),
)


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def exported(name: str, folder: Path, data: Dataset = ALL, **options: Any) -> Path:
    path = folder / f"out{SUFFIXES[name]}"
    write(data, name, path, options)
    return path


_COLUMNS = {
    "acled": """
        event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1
        assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region
        country admin1 admin2 admin3 location latitude longitude geo_precision source source_scale
        notes fatalities tags timestamp""",
    "ged": """
        id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id
        conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a
        side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office
        source_date source_headline source_original where_prec where_coordinates where_description
        adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity
        date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high
        low gwnoa gwnob""",
}
"""As ACLED's guide to its column changes and the header of the public GED files have them."""

_NUMBERS = {
    "acled": ("year", "time_precision", "iso", "geo_precision", "fatalities"),
    "ged": (
        *("year", "type_of_violence", "number_of_sources", "where_prec", "priogrid_gid"),
        *("event_clarity", "date_prec", "deaths_a", "deaths_b", "deaths_civilians"),
        *("deaths_unknown", "best", "high", "low"),
    ),
}


@pytest.mark.parametrize("name", ["acled", "ged"])
def test_columns_are_exact_and_typed(name: str, tmp_path: Path) -> None:
    rows = read_csv(exported(name, tmp_path))
    assert list(rows[0]) == _COLUMNS[name].split()
    for row in rows:
        for column in _NUMBERS[name]:
            assert row[column] == "" or str(int(row[column])) == row[column], column
        for column in ("latitude", "longitude"):
            assert row[column] == "" or -180 <= float(row[column]) <= 180
    first = rows[0]
    assert all(first[column] for column in _NUMBERS[name])
    day = first["event_date" if name == "acled" else "date_start"]
    assert date.fromisoformat(day) == date(2024, 5, 3)


def test_acled_has_its_31_columns_and_leaves_out_displacement(tmp_path: Path) -> None:
    rows = read_csv(exported("acled", tmp_path))
    assert len(rows[0]) == 31
    assert list(rows[0])[:4] == ["event_id_cnty", "event_date", "year", "time_precision"]
    assert list(rows[0])[-1] == "timestamp"
    assert [row["sub_event_type"] for row in rows] == [
        "Air/drone strike",
        "Armed clash",
        "Agreement",
    ]
    assert json.loads((tmp_path / "out.csv.provenance.json").read_text())["events"] == 3
    first = rows[0]
    assert first["event_id_cnty"] == ""
    assert (first["event_date"], first["time_precision"]) == ("2024-05-03", "1")
    assert first["disorder_type"] == "Political violence"
    assert first["event_type"] == "Explosions/Remote violence"
    assert first["actor1"] == "Military Forces of Syria (2000-2024)"
    assert (first["inter1"], first["inter2"]) == ("State forces", "Civilians")
    assert first["interaction"] == "State forces-Civilians"
    assert first["civilian_targeting"] == "Civilian targeting"
    assert (first["iso"], first["country"]) == ("760", "Syria")
    assert (first["location"], first["geo_precision"]) == ("Azmar", "1")
    assert (first["latitude"], first["fatalities"]) == ("35.9", "12")


def test_what_is_only_planned_is_in_no_table_of_what_happened(tmp_path: Path) -> None:
    planned = dataset(("p", "accepted", strike(status="planned")))
    for name in ("acled", "ged"):
        assert read_csv(exported(name, tmp_path, planned)) == []
    # What the table of deaths leaves out is in the file beside it.
    assert [row["event_id"] for row in read_csv(tmp_path / "out.no-deaths.csv")] == ["p"]
    lines = read_csv(exported("csv", tmp_path, planned) / "events.csv")
    assert [line["status"] for line in lines] == ["planned"]
    assert "planned: Air/drone strike" in exported("kml", tmp_path, planned).read_text()


def test_ged_has_its_49_columns_and_only_events_with_deaths(tmp_path: Path) -> None:
    path = exported("ged", tmp_path)
    rows = read_csv(path)
    assert len(rows[0]) == 49
    assert list(rows[0])[:2] == ["id", "relid"]
    assert [row["relid"] for row in rows] == ["e1", "e2"]
    side = read_csv(tmp_path / "out.no-deaths.csv")
    assert [row["event_id"] for row in side] == ["e3", "e4"]
    one, clash = rows
    assert (one["type_of_violence"], one["side_b"]) == ("3", "Civilians")
    assert (one["deaths_civilians"], one["best"]) == ("12", "12")
    assert (clash["type_of_violence"], clash["side_a"]) == ("1", "Government of Syria")
    assert (clash["deaths_a"], clash["deaths_b"], clash["best"]) == ("3", "5", "8")
    assert clash["dyad_name"] == "Government of Syria - Syrian insurgents"
    assert clash["dyad_new_id"] == clash["gwnoa"] == clash["id"] == ""
    assert clash["geom_wkt"] == "POINT (36.7 35.9)"
    assert clash["priogrid_gid"] == "181154"


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_ids_come_back_from_every_format(name: str, tmp_path: Path) -> None:
    path = exported(name, tmp_path)
    expected = {"e1", "e2", "e3", "e4"}
    found: set[str]
    if name == "acled":
        expected -= {"e3"}  # Displacement, which ACLED does not code
        found = {row["tags"].split(";")[0].removeprefix("event=") for row in read_csv(path)}
    elif name == "ged":
        found = {row["relid"] for row in read_csv(path)}
        found |= {row["event_id"] for row in read_csv(tmp_path / "out.no-deaths.csv")}
    elif name == "csv":
        found = {row["event_id"] for row in read_csv(path / "events.csv")}
    elif name == "jsonl":
        found = {json.loads(line)["event_id"] for line in path.read_text().splitlines()}
    elif name == "parquet":
        found = set(pq.read_table(path)["event_id"].to_pylist())
    elif name == "geojson":
        found = {feature["id"] for feature in json.loads(path.read_text())["features"]}
    elif name == "kml":
        marks = ET.parse(path).iter("{http://www.opengis.net/kml/2.2}Placemark")
        found = {str(mark.get("id")) for mark in marks}
    else:
        found = {event["id"] for event in json.loads(path.read_text())["events"]}
    assert found == expected


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_says_where_it_comes_from(name: str, tmp_path: Path) -> None:
    exported(name, tmp_path)
    said = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()).decode(
        errors="ignore"
    )
    for words in ("dateline test", "toll 1", "machine-coded, partly reviewed", "CC BY 4.0"):
        assert words in said
    assert not list(tmp_path.rglob("*.part"))


def test_unknown_is_empty_and_never_nought(tmp_path: Path) -> None:
    rows = read_csv(exported("csv", tmp_path) / "events.csv")
    assert rows[3]["killed_best"] == rows[3]["latitude"] == ""


def test_tidy_tables_join_by_their_ids(tmp_path: Path) -> None:
    folder = exported("csv", tmp_path)
    claims, figures = read_csv(folder / "claims.csv"), read_csv(folder / "figures.csv")
    assert {row["event_id"] for row in claims} == {"e1", "e2", "e3", "e4"}
    assert [row["best"] for row in figures if row["event_id"] == "e2"] == ["3", "5"]
    assert {row["report_id"] for row in read_csv(folder / "reports.csv")} == {
        "r1",
        "r2",
        "r3",
        "r4",
    }


def test_geoparquet_is_read_back_by_another_program(tmp_path: Path) -> None:
    path = exported("parquet", tmp_path)
    query = f"select event_id, killed_best, longitude, geometry from '{path}' order by event_id"
    rows = duckdb.sql(query).fetchall()
    assert rows[0][:3] == ("e1", 12, 36.7)
    assert rows[3][3] is None
    meta = pq.read_schema(path).metadata
    assert json.loads(meta[b"geo"])["primary_column"] == "geometry"
    assert json.loads(meta[b"dateline"])["events"] == 4


def test_geojson_follows_its_standard(tmp_path: Path) -> None:
    record = json.loads(exported("geojson", tmp_path).read_text())
    assert record["type"] == "FeatureCollection"
    first, *_, nowhere = record["features"]
    assert first["geometry"] == {"type": "Point", "coordinates": [36.7, 35.9]}
    assert nowhere["geometry"] is None


_TIMEMAP = {
    "type": "object",
    "required": ["id", "description", "date", "location", "latitude", "longitude", "sources"],
    "properties": {
        **{
            name: {"type": "string"}
            for name in ("id", "civId", "description", "location", "type", "category", "comments")
        },
        "description": {"type": "string", "minLength": 1},
        "date": {"type": "string", "pattern": r"^(\d{1,2}/\d{1,2}/\d{4})?$"},
        "latitude": {"type": "string", "pattern": r"^(-?\d+(\.\d+)?)?$"},
        "longitude": {"type": "string", "pattern": r"^(-?\d+(\.\d+)?)?$"},
        "sources": {"type": "array", "items": {"type": "string"}},
        "associations": {"type": "array", "items": {"type": "string"}},
    },
    "anyOf": [
        {"properties": {"date": {"minLength": 1}}},
        {"properties": {"latitude": {"minLength": 1}, "longitude": {"minLength": 1}}},
    ],
}


def test_timemap_reads_it(tmp_path: Path) -> None:
    record = json.loads(exported("timemap", tmp_path).read_text())
    for event in record["events"]:
        jsonschema.validate(event, _TIMEMAP)
        assert set(event["sources"]) <= set(record["sources"])
        assert set(event["associations"]) <= {a["id"] for a in record["associations"]}
    assert record["events"][0]["date"] == "5/3/2024"


def test_an_hxl_row_follows_the_header_where_asked_for(tmp_path: Path) -> None:
    plain, tagged = tmp_path / "plain", tmp_path / "tagged"
    plain.mkdir()
    tagged.mkdir()
    assert "#" not in exported("acled", plain).read_text()
    second = exported("acled", tagged, hxl=True).read_text().splitlines()[1]
    assert second.startswith(",#date+occurred,")
    assert len(second.split(",")) == 31


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((12, 12, 12), 12),
        ((24, None, 99), 12),
        ((20, None, 99), 10),
        ((200, None, 999), 100),
        ((None, 70, None), 70),
        ((0, 0, 0), 0),
    ],
)
def test_acled_counts_the_dead_by_its_conventions(
    numbers: tuple[int | None, ...], expected: int
) -> None:
    low, best, high = numbers
    killed = {"measure": "killed", "low": low, "best": best, "high": high, "text": "-"}
    assert acled.fatalities(merge("e", [strike(figures=(killed,))]), {}) == expected


@pytest.mark.parametrize(
    ("quote", "options", "expected"),
    [
        ("Many people were killed in Azmar.", {}, 3),
        ("Many people were killed in Azmar.", {"unknown": "significant"}, 10),
        ("Shops burned in Azmar.", {}, 0),
    ],
)
def test_acled_counts_deaths_without_a_number(
    quote: str, options: dict[str, str], expected: int
) -> None:
    telling = strike(quote=quote, figures=())
    assert acled.fatalities(merge("e", [telling]), options, [quote]) == expected


def test_acled_takes_the_conservative_of_rival_tolls() -> None:
    other = told("r9", quote="Doctors name thirty dead in Azmar.", figures=(figure(30),))
    assert acled.fatalities(merge("e", [strike(), other]), {}) == 12


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ((ARMY,), (REBELS,), 1),
        ((REBELS,), (REBELS,), 2),
        ((ARMY,), (PEOPLE,), 3),
        ((), (PEOPLE,), None),
    ],
)
def test_ged_types_of_violence(a: Any, b: Any, expected: int | None) -> None:
    assert ged.type_of_violence(merge("e", [told("r", a=a, b=b)])) == expected


def public(event: Event | None = None, state: str = "accepted", **more: Any) -> Dataset:
    telling = strike(**more)
    return publish(dataset(("e1", state, telling)), LATER)


def test_only_reviewed_events_are_published() -> None:
    data = dataset(("e1", "accepted", CLASH), ("e2", "unreviewed", strike()))
    assert [decided.event.id for decided in publish(data, LATER).events] == ["e1"]
    both = publish(data, replace(LATER, unreviewed=True))
    assert len(both.events) == 2
    assert both.provenance.review == "machine-coded, partly reviewed"


def test_nothing_younger_than_the_embargo_is_published() -> None:
    data = dataset(("e1", "accepted", CLASH))
    assert not publish(data, PublicPolicy(today=date(2024, 5, 5))).events
    assert publish(data, PublicPolicy(today=date(2024, 5, 6))).events


@pytest.mark.parametrize(
    "quote",
    [
        "Warplanes bombed a hospital in Azmar.",
        "Three children died in Azmar.",
        "An aid worker died in Azmar.",
    ],
)
def test_sensitive_events_lose_their_place_and_their_small_counts(quote: str) -> None:
    data = public(quote=quote, figures=(figure(3),))
    event = data.events[0].event
    assert event.place is not None
    assert (event.place.canonical, event.place.lat, event.place.lon) == ("Idlib", 35.75, 36.75)
    assert event.place.precision == "region"
    assert {(t.low, t.best, t.high) for t in event.tolls} == {(1, None, 9)}


def test_other_events_keep_their_place_and_counts() -> None:
    event = public(quote="Warplanes bombed a fuel depot in Azmar.").events[0].event
    assert event.place is not None and event.place.canonical == "Azmar"
    assert event.tolls[0].best == 12


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_no_private_word_leaves_in_any_format(name: str, tmp_path: Path) -> None:
    telling = strike(
        quote="Warplanes bombed the hospital where Munira Qasbani worked, near Azmar.",
        a=({"mention": "Sergeant Wadi Hamoush", "kind": "state forces", "country": "SY"},),
        attributed_to=["her brother Tarek Qasbani", "local sources"],
        place={**AZMAR, "name": "Qasbani street"},
    )
    data = publish(dataset(("e1", "accepted", telling)), LATER)
    exported(name, tmp_path, data)
    said = b"".join(f.read_bytes() for f in tmp_path.rglob("*") if f.is_file()).decode(
        errors="ignore"
    )
    for word in ("Qasbani", "Munira", "Hamoush", "Azmar", "35.9", "Secret", "Market hit"):
        assert word not in said


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_no_private_name_leaves_by_a_contradiction_or_a_holder(name: str, tmp_path: Path) -> None:
    commander = {"mention": "Abu Zubari's men", "kind": "rebel", "country": "SY"}
    person = {"mention": "x", "name": "Wadi Hamoush", "kind": "civilians", "country": "SY"}
    band = {"mention": "y", "name": "Azmar Brigade", "kind": "rebel", "country": "SY"}
    tellings = [
        strike(a=(person,), quote="One.", control={"to": commander, "from": commander}),
        told("r2", a=(band,), quote="Two other words.", figures=(figure(40),)),
    ]
    merged = Decided(merge("e1", tellings), "accepted")
    parts = dataset(*((f"e{n}", "accepted", telling) for n, telling in enumerate(tellings)))
    whole = replace(parts, events=(merged,)).keep((merged,))
    data = publish(whole, LATER)
    [clash] = [c for c in data.events[0].event.contradictions if c.field == "perpetrator"]
    assert [a.value for a in clash.alternatives] == ["civilians", "Azmar Brigade"]
    exported(name, tmp_path, data)
    said = b"".join(f.read_bytes() for f in tmp_path.rglob("*") if f.is_file())
    assert b"Hamoush" not in said and b"Zubari" not in said


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("local sources", "local sources"),
        ("her brother Tarek Qasbani", "her brother [name]"),
        (
            "the Syrian Observatory for Human Rights",
            "the Syrian Observatory for Human Rights",
        ),
        ("SANA", "SANA"),
        ("Defence Ministry spokesman Igor Petrov", "Defence Ministry spokesman [name]"),
        ("Human Rights Watch researcher Ada Lem", "Human Rights Watch researcher [name]"),
        ("The Rapid Support Forces", "The Rapid Support Forces"),
        ("Syria's military", "Syria's military"),
        ("Rescue workers", "Rescue workers"),
        ("Our correspondent Lina Sadek", "Our correspondent [name]"),
        ("General Command of the Armed Forces", "General Command of the Armed Forces"),
        ("General Samir Qasbani", "General [name]"),
    ],
)
def test_speakers_lose_their_names_and_keep_their_office(said: str, expected: str) -> None:
    assert redact(said) == expected


def test_column_maps_name_only_values_that_there_are() -> None:
    for name in ("acled", "ged", "events"):
        used = {column.value for column in column_map(name).columns if column.value}
        assert used <= set(CELLS)


def test_a_map_with_an_unknown_value_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = {"leave_out": [], "column": [{"name": "x", "value": "moon.phase", "type": "text"}]}
    monkeypatch.setattr("dateline.export.tables.settings", lambda path: broken)
    with pytest.raises(KnowledgeError, match=r"no value 'moon\.phase'"):
        column_map.__wrapped__("broken")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("=1+1", "'=1+1"), ("a\nb", "a b"), (None, ""), (True, "true"), (-3.5, "-3.5")],
)
def test_cells_are_one_line_and_no_formula(cell: Any, expected: str) -> None:
    assert cell_text(cell) == expected


def test_a_format_or_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="choose one of acled"):
        write(ALL, "shapefile", tmp_path / "x")
    with pytest.raises(UsageError, match="there is no folder"):
        write(ALL, "kml", tmp_path / "no" / "x.kml")
