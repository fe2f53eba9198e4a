"""To take the airport of a town, or some of its streets, is not to take the town."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.events.control import ledger
from dateline.events.taken import PART, WHOLE, taken
from dateline.events.telling import Telling
from telling_makers import ARMY, AZMAR, REBELS, TELL_DUN, told

TAKEN = "Non-state actor overtakes territory"


def capture(quote: str, **more: Any) -> Telling:
    more.setdefault("control", {"to": REBELS, "from": ARMY})
    return told(more.pop("report", "a"), kind=TAKEN, a=(REBELS,), b=(ARMY,), quote=quote, **more)


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("Rebels captured Azmar on Friday.", WHOLE),
        ("Rebels took over most of Azmar and seized its international airport.", WHOLE),
        ("Rebels seized the towns of Azmar and Tell Dun.", WHOLE),
        ("Azmar: On 5 December, rebels took over the city.", WHOLE),
        ("Azmar has fallen, residents said.", WHOLE),
        ("The army said it had withdrawn from Azmar to spare civilians.", WHOLE),
        ("Fighters took the military airport. Rebels captured Azmar after days of battle.", WHOLE),
        ("It is over, a commander said.", WHOLE),
        ("Rebels captured the air base near Azmar.", "air base"),
        ("Rebels captured Azmar airport at dawn.", "airport"),
        ("Rebels overran Base 46, an army post on the road to Azmar.", "Base 46"),
        ("The border crossing at Azmar fell to rebels.", "border crossing"),
        ("In Azmar, rebels seized police stations and the main prison.", "police stations"),
        ("The oil field outside Azmar was captured by rebels.", "oil field"),
        ("Rebels entered Azmar in an attack that has taken the army by surprise.", PART),
        ("Fighters moved into western districts of Azmar.", PART),
        ("Rebels entered Azmar at dawn and took the town.", WHOLE),
        ("Rebels took parts of Azmar.", PART),
        ("Rebels say they have captured 80 percent of Azmar.", PART),
        ("Rebels seized several villages in the north of Azmar.", PART),
        ("The army pulled out of the eastern neighbourhoods of the town.", PART),
    ],
)
def test_what_was_taken(quote: str, expected: str) -> None:
    assert taken(capture(quote)) == expected


def test_a_name_of_two_words_is_known_by_its_first() -> None:
    assert taken(capture("Rebels captured Tell Dun.", place=TELL_DUN)) == WHOLE
    barracks = capture("Rebels captured the Tell Dun barracks.", place=TELL_DUN)
    assert taken(barracks) == "barracks"
    crossing = {**TELL_DUN, "name": "Tell Dun crossing", "canonical": "Tell Dun crossing"}
    assert taken(capture("Rebels captured the Tell Dun crossing.", place=crossing)) == WHOLE


def test_a_site_has_a_line_of_its_own_in_the_ledger() -> None:
    base = capture("Rebels captured the air base near Azmar.", place={**AZMAR, "precision": "near"})
    town = capture("Rebels captured Azmar on Friday.", report="b", day="2024-05-08")
    rows = ledger([base, town])
    assert [(h.place, h.site, h.since.day) for h in rows] == [
        ("Azmar", None, 8),
        ("Azmar", "air base", 3),
    ]


def test_a_part_of_a_place_moves_nothing() -> None:
    assert ledger([capture("Rebels took parts of Azmar.")]) == []


def test_a_capture_that_names_no_holder_is_held_by_the_side_that_captured() -> None:
    [held] = ledger([capture("Rebels captured Azmar.", control=None)])
    assert held.holder is not None and held.holder.kind == "rebel"
    assert held.taken_from is not None and held.taken_from.kind == "state forces"
    clash = told("a", kind="Armed clash", a=(REBELS,), b=(ARMY,), quote="Rebels captured Azmar.")
    assert ledger([clash]) == []
