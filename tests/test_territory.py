"""Ground that changes hands: what is an event, who stands on which side, who had it before."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Actor, Claim, Report


@pytest.fixture(scope="module")
def coder() -> EnglishCoder:
    return EnglishCoder()


def code(coder: EnglishCoder, text: str) -> tuple[Claim, ...]:
    report = Report(id="r", text=text, published=date(2020, 5, 10))
    return next(iter(coder.code([report]))).claims


def called(actor: Actor | None) -> str | None:
    return None if actor is None else actor.name or f"{actor.kind}:{actor.country}"


@pytest.mark.parametrize(
    ("text", "kind", "to", "left"),
    [
        (
            "The army on Sunday completed the capture of Aguelhok, the last town held by Tuareg"
            " rebels.",
            "Government regains territory",
            "state forces:ML",
            "rebel:ML",
        ),
        (
            "Iraqi forces announced the capture of the last territory held by Islamic State in"
            " Anbar province.",
            "Government regains territory",
            "state forces:IQ",
            "Islamic State",
        ),
        (
            "Government troops have taken Manerplaw, the headquarters of the Karen rebels.",
            "Government regains territory",
            "state forces:MM",
            "rebel:MM",
        ),
    ],
)
def test_who_held_what_is_taken_loses_it(
    coder: EnglishCoder, text: str, kind: str, to: str, left: str
) -> None:
    [claim] = code(coder, text)
    assert claim.sub_event_type == kind
    assert claim.control is not None
    assert (called(claim.control.to), called(claim.control.from_)) == (to, left)
    assert [called(actor) for actor in claim.side_a] == [to]
    assert [called(actor) for actor in claim.side_b] == [left]


def test_who_is_attacked_where_he_holds_ground_has_lost_none(coder: EnglishCoder) -> None:
    text = "Rebels fired on the army in Bor on Friday, the last town held by government troops."
    assert all(claim.control is None for claim in code(coder, text))
