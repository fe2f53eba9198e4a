"""Who takes part though he is no subject, who shares another's fate, and the items of a toll."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.document import parse
from dateline.coding.figures import find_figures
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Militiamen clashed with a group of around 20 insurgents.", [("participants", 20)]),
        ("A march was held in the square by thousands of citizens.", [("participants", 2000)]),
        ("Hundreds of Brotherhood followers torched the office.", [("participants", 200)]),
        ("Thousands held candlelight vigils in Lahore.", [("participants", 2000)]),
        ("The minister met with 12 officers.", []),
        ("The mayor was killed on Wednesday with 15 others.", [("killed", 1), ("killed", 15)]),
        ("A man was killed with two bullets.", [("killed", 1)]),
        ("Nine members of staff who were slaughtered were buried.", [("killed", 9)]),
        ("Three members of the council who had spoken left.", []),
        ("Two men were killed and a third was wounded.", [("injured", 1), ("killed", 2)]),
        ("Only a third of the town stands.", []),
        ("Guards said one of their number had been killed.", [("killed", 1)]),
        ("Three Israelis had been hit.", [("injured", 3)]),
        ("Three buildings were hit.", []),
        ("A rocket landed in the yard, hitting a family of five people.", []),
        ("Each took one as they passed.", []),
        ("A car bomb killed the prosecutor, Hisham Barakat, as he left.", [("killed", 1)]),
        ("The bomb damaged the station, King's Cross.", []),
        (
            "The dead include eleven members of the Airports Force, four workers of the airline"
            " and one ranger.",
            [("killed", 1), ("killed", 4), ("killed", 11)],
        ),
        ("The army said it had caught 12 infiltrators near Kupwara.", [("captured", 12)]),
        ("Twelve people were caught in the crossfire.", []),
    ],
)
def test_who_else_is_counted(text: str, expected: list[tuple[str, int]]) -> None:
    (document,) = parse([Report(id="r", text=text, published=date(2020, 1, 1))])
    figures = [mention.figure for mention in find_figures(document)]
    assert sorted((str(f.measure), f.best or f.low or 0) for f in figures) == expected
