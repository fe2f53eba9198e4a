"""Accidents, disease and weather are no political violence; what is done on purpose is."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


@pytest.fixture(scope="module")
def coder() -> EnglishCoder:
    return EnglishCoder()


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
        "The drought has displaced 300,000 people in Somalia.",
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
        "Two Israelis were injured when a Palestinian rammed his car into a bus stop near Hebron.",
    ],
)
def test_what_somebody_did_is_one(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text) == 1
