"""Who speaks for a party to an event."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.coding.document import parse
from dateline.coding.findings import find
from dateline.coding.spokesmen import only_reports, speak_for_a_party
from dateline.model import Actor, ActorKind, Report, Status


def actor(kind: ActorKind, country: str, name: str | None = None) -> Actor:
    """Return an actor of a side."""
    return Actor(mention="they", name=name, kind=kind, country=country)


BAND = actor(ActorKind.REBEL, "SO", "Al-Shabaab")
ARMY = actor(ActorKind.STATE_FORCES, "SO")


@pytest.mark.parametrize(
    ("text", "sides", "party"),
    [
        ("Ten rebels died near Afgooye, Al-Shabaab said.", ([BAND], [ARMY]), True),
        ("Ten rebels died near Afgooye, a spokesman for Al-Shabaab said.", ([], [BAND]), True),
        ("Ten rebels died near Afgooye, the Somali army said.", ([ARMY], [BAND]), True),
        ("Police announced the arrest of ten men in Afgooye.", ([ARMY], []), True),
        ("Ten rebels died near Afgooye, Col. Aden said.", ([ARMY], [BAND]), True),
        ("Ten rebels died near Afgooye, the attorney general said.", ([ARMY], [BAND]), False),
        ("Ten rebels died near Afgooye, Col. Aden said.", ([], [BAND]), False),
        # Third parties, whoever they work with, and other parties than the event's.
        ("Ten rebels died near Afgooye, police said.", ([], [BAND]), False),
        ("Ten rebels died near Afgooye, Al-Shabaab's radio said.", ([BAND], [ARMY]), False),
        ("Ten rebels died near Afgooye, an army doctor said.", ([ARMY], [BAND]), False),
        ("Ten rebels died near Afgooye, the Kenyan army said.", ([ARMY], [BAND]), False),
        ("Al-Shabaab said so. Residents said ten had died.", ([BAND], [ARMY]), False),
        ("Ten rebels died near Afgooye.", ([ARMY], [BAND]), False),
    ],
)
def test_who_speaks_for_a_party(
    coder: EnglishCoder, text: str, sides: tuple[list[Actor], list[Actor]], party: bool
) -> None:
    (document,) = parse([Report(id="r", text=text, published=date(2022, 11, 30))])
    findings = find(document, coder.gazetteer, coder.table)
    assert speak_for_a_party(findings, findings.speakers, sides) is party


@pytest.mark.parametrize(
    ("speaker", "press"),
    [
        ("the newspaper El Heraldo", True),
        ("state television", True),
        ("the rebels' radio", True),
        ("the army's press office", False),
        ("a spokesman for the rebels", False),
    ],
)
def test_the_press_only_reports(coder: EnglishCoder, speaker: str, press: bool) -> None:
    text = f"Troops killed ten rebels near Afgooye, {speaker} said."
    (document,) = parse([Report(id="r", text=text, published=date(2022, 11, 30))])
    findings = find(document, coder.gazetteer, coder.table)
    assert [only_reports(findings, one) for one in findings.speakers] == [press]


def test_what_the_press_says_is_attributed(coder: EnglishCoder) -> None:
    text = "Rangoon Radio said government troops had captured the rebel base at Manerplaw."
    (coded,) = coder.code([Report(id="r", text=text, published=date(1995, 1, 28))])
    assert [str(claim.status) for claim in coded.claims] == ["attributed"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "Russian milbloggers claimed that Russian forces captured Krymske in Ukraine.",
            Status.ATTRIBUTED,
        ),
        (
            "A pro-Russian Telegram channel said Russian troops had captured Krymske in Ukraine.",
            Status.ATTRIBUTED,
        ),
        (
            "SANA news agency said the Syrian army had killed 40 militants in Daraya.",
            Status.ATTRIBUTED,
        ),
        # Near misses: a party speaks, if to the press; an intelligence agency is no press.
        (
            "A rebel spokesman told state television that his fighters had taken Bor in South "
            "Sudan.",
            Status.CLAIMED,
        ),
        (
            "The army's intelligence agency said its men had killed 40 militants in Daraya, Syria.",
            Status.CLAIMED,
        ),
    ],
)
def test_the_press_of_a_side_is_no_party(coder: EnglishCoder, text: str, status: Status) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2015, 2, 18))])
    (claim,) = coded.claims
    assert claim.status is status
