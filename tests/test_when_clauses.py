"""Days that a clause tells of."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coders import coder
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (
            "Since Thursday 64 people have been killed in Bria, a monitoring group said on Sunday,"
            " including 12 children.",
            "2015-06-25",
        ),
        (
            "In Bria 64 people have been killed in clashes since Thursday, a monitoring group said"
            " on Sunday.",
            "2015-06-25",
        ),
        (
            "Since Thursday Bria has been calm. Gunmen killed two traders there on Sunday.",
            "2015-06-28",
        ),
    ],
)
def test_what_has_gone_on_since_a_day_begins_then(text: str, start: str) -> None:
    report = Report(id="r", text=text, published=date(2015, 6, 29))
    (claim,) = next(iter(coder().code([report]))).claims
    assert claim.date is not None
    assert str(claim.date.start) == start


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        (
            "Soldiers have shelled Bria since talks broke down on Wednesday, killing 12 people.",
            "2015-06-24",
            "2015-06-29",
        ),
        (
            "Air strikes on Bria, in the Central African Republic, have intensified since a truce "
            "collapsed in May.",
            "2015-05-01",
            "2015-06-29",
        ),
        (
            "The army said on Monday that rebels had shot 12 soldiers near Bria since a truce "
            "collapsed on Friday.",
            "2015-06-26",
            "2015-06-29",
        ),
        (
            "Fifteen people have died in Bria since a rise in fares set off riots on Friday.",
            "2015-06-26",
            "2015-06-29",
        ),
        (
            "Snipers have killed nine people in Bria since the weekend, a doctor said.",
            "2015-06-27",
            "2015-06-29",
        ),
        (
            "Unrest in Bria has left 11 dead since Friday. Police shot them dead, doctors said.",
            "2015-06-26",
            "2015-06-29",
        ),
        # It happened once.
        (
            "Rebels captured Bria and nine villages on Friday, while two militias have been "
            "fighting each other near Zemio since 3 June.",
            "2015-06-26",
            "2015-06-26",
        ),
        (
            "Soldiers shelled Bria on Friday for the first time since a truce in May.",
            "2015-06-26",
            "2015-06-26",
        ),
    ],
)
def test_what_goes_on_since_something_happened_lasts_until_now(
    text: str, start: str, end: str
) -> None:
    report = Report(id="r", text=text, published=date(2015, 6, 29))
    claim = next(iter(coder().code([report]))).claims[0]
    assert claim.date is not None
    assert (str(claim.date.start), str(claim.date.end)) == (start, end)


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        (
            "TETOVO - Macedonian troops shelled Albanian guerrillas above Tetovo on Tuesday, a day "
            "after two policemen were killed in an ambush near Kale. The policemen were driving to "
            "their post. The ambush also wounded three.",
            "Armed clash",
            "2015-06-22",
        ),
        (
            "TETOVO - Macedonian troops shelled Albanian guerrillas above Tetovo on Tuesday, a day "
            "after two policemen were killed in an ambush near Kale. The policemen were driving to "
            "their post. The ambush also wounded three.",
            "Shelling/artillery/missile attack",
            "2015-06-23",
        ),
        (
            "KABUL - Government troops recaptured the centre of Kunduz on Thursday, three days "
            "after it fell to the Taliban, but gunmen still held out in some houses on Saturday.",
            "Non-state actor overtakes territory",
            "2015-06-22",
        ),
    ],
)
def test_what_a_day_is_counted_from_keeps_it_where_more_is_told(
    text: str, kind: str, day: str
) -> None:
    report = Report(id="r", text=text, published=date(2015, 6, 28))
    claims = next(iter(coder().code([report]))).claims
    (claim,) = [one for one in claims if one.sub_event_type == kind]
    assert claim.date is not None
    assert str(claim.date.start) == day


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        (
            "ADDIS ABABA - Ethiopia and Eritrea both claimed victory on Wednesday in a four-day "
            "tank battle at Tsorona that left 300 dead.",
            "2015-06-21",
            "2015-06-24",
        ),
        # What was won was won on a day of its own.
        (
            "TEL AVIV - Israeli troops took Kuneitra on Wednesday after two days of fighting in "
            "which 115 soldiers were killed.",
            "2015-06-24",
            "2015-06-24",
        ),
        # A week and more is the frame of what happened, and not its date.
        (
            "BASRA - British troops shot dead 20 militiamen on Wednesday in a two-week siege of "
            "Basra.",
            "2015-06-24",
            "2015-06-24",
        ),
    ],
)
def test_a_battle_of_some_days_has_them_all(text: str, start: str, end: str) -> None:
    report = Report(id="r", text=text, published=date(2015, 6, 24))
    claim = next(iter(coder().code([report]))).claims[0]
    assert claim.date is not None
    assert (str(claim.date.start), str(claim.date.end)) == (start, end)
