"""Shots that hit nobody are an intervention, or part of a riot, and no attack."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Soldiers fired in the air to drive back a crowd of protesters outside the parliament "
            "in Conakry on Monday; nobody was hurt.",
            "Protest with intervention",
        ),
        (
            "Security forces in Bunia shot into the air on Thursday to scatter demonstrators who "
            "demanded their pay.",
            "Protest with intervention",
        ),
        (
            "Youths pelted a patrol with stones in Goma on Thursday and the soldiers shot into "
            "the air.",
            "Violent demonstration",
        ),
        # Near misses: somebody was hit.
        (
            "Soldiers fired into the crowd of protesters in Bamenda on Sunday, killing eight.",
            "Excessive force against protesters",
        ),
        (
            "Gunmen fired in the air to scare shoppers in Port Harcourt on Friday and then shot "
            "dead a guard.",
            "Attack",
        ),
    ],
)
def test_shots_in_the_air_are_no_attack(coder: EnglishCoder, text: str, kind: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 4, 21))])
    assert [str(claim.sub_event_type) for claim in coded.claims] == [kind]
