"""Accidents, disease and weather are no political violence; what is done on purpose is."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


def _coded(coder: EnglishCoder, text: str) -> int:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2015, 8, 14))])
    return len(coded.claims)


@pytest.mark.parametrize(
    "text",
    [
        "A policeman died when his motorcycle hit a truck near Multan.",
        "Two soldiers were killed when their jeep overturned near Tawang.",
        "A train hit a minibus at a crossing in Larkana, killing 12.",
        "A speeding car hit a crowd of pedestrians in Lima by accident, injuring nine.",
        "A crane fell on a mosque in Mecca, killing 100 worshippers.",
        "Malaria killed 400 children in South Sudan last year.",
        "A bull killed a man at a festival in Pamplona.",
        "A ferry sank off Dakar on Monday, killing 40 people.",
        "The drought has displaced 300,000 people in Somalia.",
        # What follows a mishap, in sentences of their own.
        "A ferry sank off Cebu after hitting a reef. Police arrested the captain of the vessel.",
        "Officers detained two engineers after a dam burst in Laos swept away a village.",
        "Hurricane Mitch hit Honduras on Monday. At least 300 people were killed in Tegucigalpa.",
        "A fire in a nightclub in Bucharest killed 27 people. Police detained the three owners.",
        "Wildfires in Attica killed 84 people. The army was called in. One man was arrested.",
        "A car collides with pedestrians in Minsk. At least five people are killed.",
    ],
)
def test_a_mishap_is_no_claim(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text) == 0


@pytest.mark.parametrize(
    "text",
    [
        "A truck ploughed into a crowd on the promenade in Nice, killing 84 people.",
        "A truck overturned after hitting a mine near Gao; two soldiers died.",
        "A helicopter hit a bus near Kunduz with rockets, killing four.",
        "Two buildings collapsed in Aleppo when jets bombed the Ferdous district.",
        "Their vehicle crashed as gunmen opened fire on the patrol near Diffa.",
        "Gunmen killed the bus driver near Quetta and the bus plunged into a ravine.",
        "A drone hit a car in Idlib, killing two men.",
        "Egyptian jets sank a patrol boat off Haifa, killing 20 sailors.",
        "Soldiers shot looters in Concepcion a week after the earthquake. Two men were killed.",
        "A week after the tsunami, troops killed seven rebels in Aceh.",
        "Two policemen were killed in Bannu. Floods have cut the road.",
        "Three boys were killed by fire from an army post near Hebron.",
        "Two Israelis were injured when a Palestinian rammed his car into a bus stop near Hebron.",
    ],
)
def test_what_somebody_did_is_one(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "A peacekeepers' vehicle hit a mine near Kidal on Friday, killing two Chadian soldiers.",
        "A tractor struck an old mine in Cuito, killing a farmer on Sunday.",
    ],
)
def test_a_mine_that_a_vehicle_hits_goes_off(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text) == 1
