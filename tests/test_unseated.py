"""Who loses power in a coup is acted on, also by officers of his own state."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Claim, Report


def _coded(coder: EnglishCoder, text: str) -> Claim:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2013, 7, 3))])
    return coded.claims[0]


@pytest.mark.parametrize(
    ("text", "doer", "ruler"),
    [
        (
            "Army officers overthrow Prime Minister Nawaz Sharif in Islamabad in a bloodless coup.",
            "Army officers",
            "Prime Minister Nawaz Sharif",
        ),
        (
            "Troops depose Mauritanian President Maaouya Ould Taya in Nouakchott.",
            "Troops",
            "Mauritanian President Maaouya Ould Taya",
        ),
        (
            "The army ousted President Mohamed Morsi in Cairo on Wednesday.",
            "The army",
            "President Mohamed Morsi",
        ),
    ],
)
def test_who_is_overthrown_is_acted_on(
    coder: EnglishCoder, text: str, doer: str, ruler: str
) -> None:
    claim = _coded(coder, text)
    assert [actor.mention for actor in claim.side_a] == [doer]
    assert [actor.mention for actor in claim.side_b] == [ruler]


def test_a_statue_that_is_toppled_is_nobody(coder: EnglishCoder) -> None:
    assert not _coded(coder, "Insurgents toppled a statue of Lenin in Kharkiv.").side_b
