"""Missiles fired into the sea are tests; those fired at somebody are attacks."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report, SubEventType


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("North Korea fired two ballistic missiles into the sea.", SubEventType.OTHER),
        ("Pyongyang lobbed three projectiles into the East Sea, Seoul said.", SubEventType.OTHER),
        ("Hezbollah fired rockets at Haifa; several fell into the sea.", SubEventType.SHELLING),
        ("North Korea fired 170 shells at Yeonpyeong, killing two.", SubEventType.SHELLING),
    ],
)
def test_what_goes_into_the_sea_is_a_test(
    coder: EnglishCoder, text: str, kind: SubEventType
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 7, 25))])
    assert [claim.sub_event_type for claim in coded.claims] == [kind]
