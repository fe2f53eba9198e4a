"""What an advance is backed by, and who backs it."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report, SubEventType


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Government troops backed by Russian air strikes captured the town of Morek on Friday.",
            SubEventType.GOVERNMENT_REGAINS,
        ),
        (
            "Iraqi forces, supported by coalition air strikes, retook the university in Ramadi on "
            "Sunday, the army said.",
            SubEventType.GOVERNMENT_REGAINS,
        ),
        (
            "With tanks and air strikes, government troops retook Bangassou from rebels on Friday; "
            "30 rebels died.",
            SubEventType.GOVERNMENT_REGAINS,
        ),
        (
            "Following a barrage of rockets, the rebels seized the Wadi Deif base on Monday.",
            SubEventType.NON_STATE_OVERTAKES,
        ),
        # Near miss: the strikes are what happens.
        (
            "With the help of drones, rebels bombed a base near Sake on Monday, killing nine "
            "soldiers.",
            SubEventType.AIR_STRIKE,
        ),
        (
            "French air strikes in support of Malian troops killed 20 jihadists near Gao on "
            "Friday.",
            SubEventType.AIR_STRIKE,
        ),
    ],
)
def test_strikes_that_back_an_advance_are_no_event(
    coder: EnglishCoder, text: str, kind: SubEventType
) -> None:
    report = Report(id="t", text=text, published=date(2019, 5, 14))
    claims = next(iter(coder.code([report]))).claims
    assert [claim.sub_event_type for claim in claims] == [kind]


def test_whose_friends_somebody_is_is_no_event(coder: EnglishCoder) -> None:
    text = "Forces allied to the Tripoli government retook Gharyan from Haftar's forces on Monday."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 6, 28))])
    assert [claim.sub_event_type for claim in coded.claims] == [SubEventType.GOVERNMENT_REGAINS]


def test_what_came_before_a_taking_that_is_only_named_is_told(coder: EnglishCoder) -> None:
    text = "The taking of Bukavu was preceded by mortar fire in which a boy was killed on Sunday."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2012, 11, 21))])
    assert SubEventType.SHELLING in [claim.sub_event_type for claim in coded.claims]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "After two days of air raids, government troops captured Menaka on Thursday.",
            SubEventType.GOVERNMENT_REGAINS,
        ),
        (
            "After shelling the town for three days, the rebels took Kuito on Wednesday.",
            SubEventType.NON_STATE_OVERTAKES,
        ),
    ],
)
def test_a_town_is_taken_after_it_was_shelled(
    coder: EnglishCoder, text: str, kind: SubEventType
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 5, 14))])
    assert [claim.sub_event_type for claim in coded.claims] == [kind]


def test_who_joins_those_who_attack_is_no_event(coder: EnglishCoder) -> None:
    text = "Azeri troops, joined by volunteers from abroad, shelled Martuni on Friday."
    (coded,) = coder.code([Report(id="r", text=text, published=date(1992, 5, 10))])
    assert [claim.sub_event_type for claim in coded.claims] == [SubEventType.SHELLING]
