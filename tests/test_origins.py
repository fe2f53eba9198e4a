"""How a war began, told in passing years later, is no claim."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Claim, Report


def _claims(coder: EnglishCoder, text: str) -> tuple[Claim, ...]:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2024, 5, 3))])
    return coded.claims


@pytest.mark.parametrize(
    "text",
    [
        "The country has been at war since early 2011, when the regime cracked down on protesters.",
        "The conflict, which began when security forces shot at demonstrators in 2011, goes on.",
        "The insurgency broke out in 2004 after police killed protesters, and has never ended.",
        "Thousands have died since the outbreak of the uprising in 1987 with riots and strikes.",
        "The conflict entered its third year on Tuesday.",
        "More than 1,800 people have died since the rebels launched their revolt in February 1996.",
    ],
)
def test_how_a_war_began_long_ago_is_no_claim(coder: EnglishCoder, text: str) -> None:
    assert not [claim for claim in _claims(coder, text) if claim.sub_event_type.value != "Other"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The insurgency began in 2009 when police killed protesters in Maiduguri.", "Maiduguri"),
        ("The war broke out in April 2023 after gunmen attacked barracks in Khartoum.", "Khartoum"),
        ("Fighting erupted on Monday when gunmen attacked a checkpoint outside Goma.", "Goma"),
    ],
)
def test_a_beginning_with_a_place_of_its_own_or_of_late_is_one(
    coder: EnglishCoder, text: str, place: str
) -> None:
    (claim,) = _claims(coder, text)
    assert claim.place is not None
    assert claim.place.name == place


def test_what_else_the_sentence_tells_stands(coder: EnglishCoder) -> None:
    text = (
        "The war has killed 280,000 people since it started in 2011 with the brutal repression of "
        "protests."
    )
    (total,) = _claims(coder, text)
    assert total.background
    assert [figure.best for figure in total.figures] == [280_000]
