"""A flag that is raised over ground after a fight says who has it."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report, SubEventType

TAKEN, REGAINED = SubEventType.NON_STATE_OVERTAKES, SubEventType.GOVERNMENT_REGAINS


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Fighters of the Arakan Army planted their flag on the police headquarters in Paletwa "
            "after soldiers were beaten.",
            TAKEN,
        ),
        (
            "Rebels stormed the president's compound in Tripoli on Tuesday after hours of "
            "fighting, and raised their flag on the roof.",
            TAKEN,
        ),
        # With no word of a fight.
        ("Afghan and Nato troops raised the Afghan flag over the bazaar of Marjah.", TAKEN),
        # Near misses: a crowd's flag, and mines that are planted.
        (
            "Protesters raised the flag of Western Sahara at a rally in Madrid on Sunday.",
            SubEventType.PEACEFUL_PROTEST,
        ),
        (
            "Rebels planted a bomb on the road to Mitu, killing two soldiers.",
            SubEventType.REMOTE_EXPLOSIVE,
        ),
    ],
)
def test_a_flag_over_ground_says_that_it_is_taken(
    coder: EnglishCoder, text: str, kind: SubEventType
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2015, 8, 14))])
    assert [claim.sub_event_type for claim in coded.claims] == [kind]
