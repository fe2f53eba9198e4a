"""What somebody means to do has not happened yet."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report, Status


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("The mercenaries were preparing to assassinate a cartel leader in Medellin.", True),
        ("The army is preparing to attack the rebel town of Kitgum.", True),
        ("Rebels intended to kidnap the bishop of Goma, the governor said.", True),
        ("Rebels threatened to attack and burn the town of Bria.", True),
        ("Police in Karachi uncovered a plot to murder the chief justice, radio said.", True),
        ("The army revealed a plan to kidnap the envoy in Sanaa.", True),
        ("Police said the two men had travelled to Vienna to kill the exiled general.", True),
        ("Mercenaries from Britain came to Medellin to assassinate the drug baron.", True),
        ("The assassins were preparing to murder the judge in Palermo.", True),
        ("Gunmen crossed into Nimba to attack a village and killed nine people.", False),
        ("The men were sent to Lima to kill the minister, whom they shot on Sunday.", False),
        ("Guerrillas who planned to kill a judge would come by night; they shot him dead.", False),
        ("Rebels planned to bomb the hotel in Kabul but killed two passers-by instead.", False),
        ("Soldiers prepared to storm the school when a bomb exploded, killing 30.", False),
        ("Troops were ordered to shell the village and killed 12 people in Racak.", False),
    ],
)
def test_what_is_meant_is_planned(coder: EnglishCoder, text: str, planned: bool) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2012, 8, 3))])
    assert [claim.status is Status.PLANNED for claim in coded.claims] == [planned]
