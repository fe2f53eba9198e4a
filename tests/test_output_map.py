"""The map and the chart of the HTML page, and the words for dates, places and figures."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coded_reports import FLIGHT
from dateline.model import (
    Claim,
    DatePrecision,
    EventDate,
    Figure,
    Measure,
    PlacePrecision,
    SubEventType,
)
from dateline.output import timeline
from dateline.output.kinds import kind_of
from dateline.output.labels import Labels, Spot
from dateline.output.map import HEIGHT, WIDTH, Pin, draw, draw_summary, fitted, grouped
from dateline.output.outlines import Box, area_and_centre, cities_in, countries_in
from dateline.output.wording import date_words, range_words


def pin(
    lon: float, lat: float, name: str = "Town", precision: PlacePrecision = PlacePrecision.EXACT
) -> Pin:
    return Pin(
        "r1c1", "#r1c1", lon, lat, precision, kind_of(SubEventType.ARMED_CLASH), name, "1: x"
    )


@given(
    st.lists(
        st.tuples(st.floats(-180, 180), st.floats(-85, 85)).map(lambda at: pin(*at)),
        min_size=1,
        max_size=5,
    )
)
def test_the_view_holds_every_pin_in_the_drawings_proportions(pins: list[Pin]) -> None:
    view = fitted(pins)
    for one in pins:
        x, y = view.xy(one.lon, one.lat)
        assert -1 <= x <= WIDTH + 1
        assert -1 <= y <= HEIGHT + 1


def test_a_single_pin_has_its_neighbourhood_around_it() -> None:
    drawn = draw([pin(36.75, 35.13, "Hama")], "Map")
    assert ">Hama</text>" in drawn
    assert ">Homs</text>" in drawn
    assert " km</text>" in drawn


def test_pins_on_one_spot_stand_side_by_side() -> None:
    drawn = draw([pin(36.75, 35.13, "Hama")] * 8, "Map")
    assert len(set(re.findall(r"translate\(([\d.]+ [\d.]+)\)", drawn))) == 8
    assert ">Hama</text>" in drawn


def test_more_pins_than_a_spot_can_show_are_counted() -> None:
    assert ">Hama (30 claims)</text>" in draw([pin(36.75, 35.13, "Hama")] * 30, "Map")


def test_rows_of_shapes_never_cover_each_other() -> None:
    pins = [pin(36.0 + n * 0.02, 35.0 + n % 3 * 0.02, f"Town {n}") for n in range(12)]
    spots = re.findall(r"translate\(([\d.]+) ([\d.]+)\)", draw([*pins, pin(37.5, 35.9)], "Map"))
    places = [(float(x), float(y)) for x, y in spots]
    for index, (x, y) in enumerate(places):
        for other_x, other_y in places[index + 1 :]:
            assert abs(x - other_x) > 14 or abs(y - other_y) > 14


def test_country_centres_are_not_drawn() -> None:
    assert draw([pin(38, 35, precision=PlacePrecision.COUNTRY)], "Map") == ""
    assert draw_summary([pin(38, 35, precision=PlacePrecision.COUNTRY)], "Map") == ""


def test_the_summary_counts_the_claims_of_each_place() -> None:
    drawn = draw_summary([pin(36.75, 35.13, "Hama")] * 3 + [pin(29.22, -1.67, "Goma")], "Map")
    assert re.findall(r'class="count"[^>]*>(\d+)<', drawn) == ["3", "1"]
    assert "<title>Hama: 3</title>" in drawn


def test_a_disc_of_several_places_stands_where_most_of_its_claims_are() -> None:
    far = pin(121.0, 14.6, "Manila")
    some = [pin(37.0, 39.75, "Sivas"), far, *[pin(37.13, 36.2, "Aleppo")] * 4]
    drawn = draw_summary([*some, pin(36.75, 35.13, "Hama"), pin(-74.1, 4.6, "Bogota")], "Map")
    _, y = fitted([*some, pin(-74.1, 4.6)]).xy(37.13, 36.2)
    assert f'cy="{y:.1f}"' in drawn
    assert "<title>Aleppo: 4; Sivas: 1; Hama: 1</title>" in drawn


def test_a_disc_stands_on_the_place_that_it_names() -> None:
    some = [*[pin(37.13, 36.2, "Aleppo")] * 4, *[pin(36.7, 35.1, "Hama")] * 3]
    some += [*[pin(36.8, 35.2, "Hama")] * 3, pin(121.0, 14.6, "Manila"), pin(-74.1, 4.6, "Bogota")]
    drawn = draw_summary(some, "Map")
    _, y = fitted(some).xy(36.7, 35.1)
    assert f'cy="{y:.1f}"' in drawn and ">Hama</text>" in drawn


def test_groups_that_grow_into_each_other_stand_where_the_first_stood() -> None:
    one, other, between = pin(20, 36, "A"), pin(33, 36, "B"), pin(27, 36, "C")
    view = fitted([one, other, between, pin(121, 14.6), pin(-74, 4.6)])
    degree = view.xy(1, 0)[0] - view.xy(0, 0)[0]

    def meet(dx: float, _: float, mine: int, theirs: int) -> bool:
        return abs(dx) < 5 * degree * (mine + theirs)

    assert grouped([one, other], view, meet) == [[one], [other]]
    assert grouped([one, other, between], view, meet) == [[one, between, other]]
    assert grouped([other, one, between], view, meet) == [[other, between, one]]


def test_labels_never_overlap_and_stay_inside() -> None:
    labels, width, taken = Labels(480, 330), 11 * 12 * 0.6, []
    for step in range(40):
        spot = labels.place("Tell Rifaat", 200 + step * 3, 150 + step % 5, 12, gap=8, above=8)
        if spot:
            left = spot.x - {"start": 0, "middle": width / 2, "end": width}[spot.anchor]
            taken.append((left, spot.y - 12 * 0.8, left + width, spot.y + 12 * 0.25))
    assert len(taken) >= 4
    for index, one in enumerate(taken):
        assert one[0] >= 0 and one[2] <= 480
        for other in taken[index + 1 :]:
            beside = one[2] < other[0] or other[2] < one[0]
            assert beside or one[3] < other[1] or other[3] < one[1]


def test_a_label_hangs_on_the_end_beside_its_pin() -> None:
    labels = Labels(480, 330)
    first = labels.place("Hama", 200, 150, 12, gap=8, above=8)
    second = labels.place("Hama", 200, 150, 12, gap=8, above=8)
    assert first == Spot(208, pytest.approx(154.32), "start")
    assert second == Spot(192, pytest.approx(154.32), "end")


@pytest.mark.parametrize(
    ("name", "lon", "lat"),
    [
        ("Syria", 37.0, 35.0),
        ("Sudan", 30.0, 15.0),
        ("Dem. Rep. Congo", 23.0, -3.0),
        ("Ukraine", 32.0, 49.0),
        ("Fiji", 178.0, -17.8),
        ("Russia", -172.0, 66.0),
    ],
)
def test_outlines_lie_where_their_countries_are(name: str, lon: float, lat: float) -> None:
    shown = dict(countries_in(Box(lon - 0.5, lat - 0.5, lon + 0.5, lat + 0.5)))
    assert name in shown
    for ring in shown[name]:
        for x, y in ring:
            assert abs(x - lon) < 0.6
            assert abs(y - lat) < 0.6


def test_an_outline_fills_the_box_that_lies_inside_its_country() -> None:
    ((name, rings),) = countries_in(Box(38.5, 34.5, 39.5, 35.5))
    assert name == "Syria"
    area, centre = area_and_centre(rings[0])
    assert area == pytest.approx(1.1 * 1.1)
    assert centre == pytest.approx((39.0, 35.0))


def test_cities_come_the_largest_first() -> None:
    cities = cities_in(Box(35.5, 33, 38.5, 37))
    assert {"Damascus", "Aleppo", "Homs"} <= {city.name for city in cities[:8]}
    assert [city.population for city in cities] == sorted(
        (city.population for city in cities), reverse=True
    )


def test_near_maps_show_provinces_and_wide_ones_do_not() -> None:
    near = draw([pin(36.0, 35.0, "Masyaf"), pin(38.0, 36.3, "Manbij")], "Map")
    assert '<path class="province" d="M' in near
    assert ">Idlib</text>" in near
    wide = draw([pin(36.0, 35.0), pin(29.2, -1.7)], "Map")
    assert "province" not in wide


def test_no_name_stands_twice_on_a_map() -> None:
    names = re.findall(r"<text[^>]*>([^<]+)</text>", draw([pin(35.9, 35.5, "Jableh")], "Map"))
    assert len({name.casefold() for name in names}) == len(names)


def on(*days: str) -> list[Claim]:
    return [
        FLIGHT.model_copy(
            update={
                "date": EventDate(
                    start=date.fromisoformat(day),
                    end=date.fromisoformat(day),
                    precision=DatePrecision.DAY,
                )
            }
        )
        for day in days
    ]


def test_the_chart_counts_by_day_and_by_month_of_a_long_time() -> None:
    short = timeline.draw(on("2024-11-29", "2024-11-29", "2024-12-01"), "When")
    assert re.findall(r"<title>([^<]*)</title>", short) == ["29 Nov: 2", "30 Nov: 0", "1 Dec: 1"]
    long = timeline.draw(on("2023-11-30", "2024-02-01"), "When")
    assert re.findall(r"<title>([^<]*)</title>", long) == [
        "Nov 2023: 1",
        "Dec 2023: 0",
        "Jan 2024: 0",
        "Feb 2024: 1",
    ]


@pytest.mark.parametrize("days", [(), ("2024-11-29",), ("2024-11-29", "2024-11-29")])
def test_there_is_no_chart_of_a_single_day(days: tuple[str, ...]) -> None:
    assert timeline.draw(on(*days), "When") == ""


@pytest.mark.parametrize(
    ("low", "best", "high", "words"),
    [
        (58, 58, None, "58 or more"),
        (None, 40, 40, "up to 40"),
        (3, None, 6, "3–6"),
        (12, 12, 12, "12"),
        (None, 10000, None, "about 10,000"),
        (0, 0, 0, "0"),
        (None, None, None, "number unknown"),
    ],
)
def test_range_words(low: int | None, best: int | None, high: int | None, words: str) -> None:
    figure = Figure(measure=Measure.KILLED, low=low, best=best, high=high, text="")
    assert range_words(figure) == words


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        ("2024-11-29", "2024-11-29", "day", "29 Nov 2024"),
        ("2024-11-28", "2024-11-29", "day", "28–29 Nov 2024"),
        ("2024-11-30", "2024-12-01", "day", "30 Nov – 1 Dec 2024"),
        ("2023-12-31", "2024-01-01", "day", "31 Dec 2023 – 1 Jan 2024"),
        ("2024-11-29", "2024-11-29", "week", "about 29 Nov 2024"),
        ("2024-11-01", "2024-11-30", "month", "Nov 2024"),
        ("2011-01-01", "2024-11-29", "year", "2011–2024"),
        ("2016-01-01", "2016-12-31", "year", "2016"),
    ],
)
def test_date_words(start: str, end: str, precision: str, words: str) -> None:
    when = EventDate.model_validate({"start": start, "end": end, "precision": precision})
    assert date_words(when) == words
