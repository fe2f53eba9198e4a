"""Days that the other half of a sentence tells."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coders import coder
from dateline.model import Report

WEDNESDAY = date(1990, 9, 12)


def days(text: str) -> dict[str, str]:
    claims = next(iter(coder().code([Report(id="r", text=text, published=WEDNESDAY)]))).claims
    return {one.sub_event_type: str(one.date.start) for one in claims if one.date is not None}


SHELLED, SHOT = "Shelling/artillery/missile attack", "Attack"


@pytest.mark.parametrize(
    ("text", "shelled", "shot"),
    [
        (
            "Rebels shelled the fort at Jaffna on Sunday, and gunmen in Batticaloa shot dead a "
            "priest.",
            "1990-09-09",
            "1990-09-12",
        ),
        (
            "Gunmen shot dead a priest in Batticaloa, and rebels shelled the fort at Jaffna on "
            "Sunday.",
            "1990-09-09",
            "1990-09-12",
        ),
        # with such a day the whole sentence opens
        (
            "On Sunday rebels shelled the fort at Jaffna, and gunmen in Batticaloa shot dead a "
            "priest.",
            "1990-09-09",
            "1990-09-09",
        ),
        # one place
        (
            "A mine killed two soldiers at Jaffna on Sunday, and gunmen there shot dead a priest.",
            None,
            "1990-09-09",
        ),
    ],
)
def test_each_half_of_a_sentence_with_its_own_place_has_its_own_day(
    text: str, shelled: str | None, shot: str
) -> None:
    told = days("COLOMBO - " + text)
    assert (told.get(SHELLED), told[SHOT]) == (shelled, shot)
