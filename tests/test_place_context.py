"""Words around a place's name that tell where another lies."""

from __future__ import annotations

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.knowledge.gazetteer_sources import distance_km
from dateline.model import Place, PlacePrecision
from found import read


def named(coder: EnglishCoder, text: str, name: str) -> Place:
    return next(one.place for one in read(coder, text).places if one.place.name == name)


@pytest.mark.parametrize(
    ("text", "name", "lat", "lon"),
    [
        (
            "The army took the village of Karkarai, 20 km north of Kadugli, and killed 110 rebels.",
            "Karkarai", 11.2, 29.72,
        ),
        (
            "A mine killed three in the village of Tassemara (20 km west of Menaka) in Mali.",
            "Tassemara", 15.92, 2.22,
        ),
        (
            "Rebels attacked the village of Kurumandu, 25 miles (40 km) north of Gulu, in Uganda.",
            "Kurumandu", 3.14, 32.3,
        ),
        # nothing is told of the way to these
        (
            "Militants killed eight in Kaltumbe, near Maiduguri, and four 12 km north of Bama.",
            "Kaltumbe", 11.85, 13.16,
        ),
    ],
)  # fmt: skip
def test_a_village_no_gazetteer_has_lies_as_far_off_as_the_report_says(
    coder: EnglishCoder, text: str, name: str, lat: float, lon: float
) -> None:
    place = named(coder, text, name)
    assert place.lat is not None and place.lon is not None
    assert distance_km(place.lat, place.lon, lat, lon) < 8
    assert place.precision is PlacePrecision.NEAR
