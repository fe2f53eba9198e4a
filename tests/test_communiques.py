"""A report in the voice of a side claims what it tells."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coders import coder
from dateline.coding.communiques import is_communique
from dateline.coding.document import parse_and_keep
from dateline.model import Report, Status

OURS = (
    "To the people of Kachin. On 3 May our brave fighters stormed the enemy post at Mansi and"
    " killed nine soldiers. The enemy fled towards Bhamo."
)
QUOTED = (
    'MANSI, May 4 - Rebels stormed an army post at Mansi on Friday. "Our fighters killed nine, and'
    ' the enemy fled," a spokesman said.'
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (OURS, True),
        (QUOTED, False),
        ("WE WITHDREW FROM PERQUIN. OUR FORCES KILLED 12 SOLDIERS OF THE ARMY.", True),
        ("Our correspondent saw the enemy's tanks burn at Adwa.", False),
        ("The enemy shelled the village, and the enemy's planes bombed it.", False),
        ("He said that our troops should come home from Kandahar.", False),
    ],
)
def test_a_communique_speaks_of_its_own_men(text: str, told: bool) -> None:
    (document,) = parse_and_keep([Report(id="r", text=text, published=date(2020, 5, 4))])
    assert is_communique(document) is told


def test_what_a_communique_tells_is_claimed() -> None:
    reports = [Report(id=str(n), text=t, published=date(2020, 5, 4)) for n, t in enumerate([OURS])]
    (coded,) = coder().code(reports)
    assert coded.claims
    assert all(claim.status is Status.CLAIMED for claim in coded.claims)
