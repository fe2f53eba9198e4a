"""Reports of one line that tell an incident in plain words."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report, SubEventType


def _types(coder: EnglishCoder, text: str) -> set[SubEventType]:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 3, 8))])
    return {claim.sub_event_type for claim in coded.claims}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Katyushas fall on Kiryat Shmona", SubEventType.SHELLING),
        ("Grads rained on Misrata overnight", SubEventType.SHELLING),
        ("Missile slams into apartment block in Zaporizhzhia", SubEventType.SHELLING),
        ("Explosion rips through bus in Damascus", SubEventType.REMOTE_EXPLOSIVE),
        ("Jets bomb Zintan arms depot", SubEventType.AIR_STRIKE),
        ("Army retakes Jebel Moya", SubEventType.GOVERNMENT_REGAINS),
        ("15 people had their throats cut in Medea", SubEventType.ATTACK),
        ("South Sudan's rivals ink peace pact in Addis Ababa", SubEventType.AGREEMENT),
        ("A ferry struck a mine off Massawa", SubEventType.REMOTE_EXPLOSIVE),
    ],
)
def test_a_line_tells_an_incident(coder: EnglishCoder, text: str, kind: SubEventType) -> None:
    assert _types(coder, text) == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "Rocket lands on Mars",
        "Rivals ink trade pact in Addis Ababa",
        "Investors struck gold at a mine near Perth",
        "Jets beat Bills in New York",
        "Gas explosion rips through flats in Leeds",
        "Rebels capture title in Oxford",
        "Hail rained on Milan overnight",
        "Katyushas will fall on Kiryat Shmona, he warned",
    ],
)
def test_other_lines_tell_none(coder: EnglishCoder, text: str) -> None:
    assert not _types(coder, text)
