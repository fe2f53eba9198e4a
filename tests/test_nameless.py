"""Doers that nobody names: "a suicide bomber", "unknown gunmen"."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import ActorKind, Report


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (
            "A suicide bomber blew himself up outside a mosque in Peshawar, killing 14 "
            "worshippers.",
            ["unidentified armed group"],
        ),
        (
            "A suicide bomber killed nine soldiers at a checkpoint near Kandahar.",
            ["unidentified armed group"],
        ),
        # Near misses: a group that owns up is who did it, and who shoots a bomber is no bomber.
        (
            "A bomber on a motorcycle blew himself up near a bus in Quetta, killing six pilgrims. "
            "The Baloch Liberation Army claimed responsibility.",
            ["Balochistan Liberation Army"],
        ),
        ("A car bomb exploded in Mosul, killing six pilgrims.", []),
    ],
)
def test_a_nameless_bomber_did_it_where_nobody_known_did(
    coder: EnglishCoder, text: str, doers: list[str]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 5, 18))])
    (claim,) = coded.claims
    assert [actor.name or str(actor.kind) for actor in claim.side_a] == doers


def test_nameless_people_are_the_ones_attacked_where_nobody_else_is(coder: EnglishCoder) -> None:
    text = "Security forces killed two gunmen in Cairo."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 5, 18))])
    (claim,) = coded.claims
    assert [str(actor.kind) for actor in claim.side_b] == ["unidentified armed group"]


def test_nameless_people_whom_a_clause_hides_did_it_where_nobody_else_did(
    coder: EnglishCoder,
) -> None:
    text = "Hired assassins on a motorcycle murdered a judge in Medellin on Friday."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 7, 23))])
    assert [actor.kind for actor in coded.claims[0].side_a] == [ActorKind.UNIDENTIFIED]
