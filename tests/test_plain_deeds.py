"""Deeds told by a verb with a particle: won back, made safe, led away, let go."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coders import coder
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "The Taliban won back the district of Sangin on Friday after fighting with the army.",
            "Non-state actor overtakes territory",
        ),
        (
            "BAIJI - Iraqi troops have driven Islamic State from the centre of Baiji after a week"
            " of clashes.",
            "Government regains territory",
        ),
        (
            "BELFAST - A device found under a car in Lisburn on Friday was made safe by an army"
            " bomb team.",
            "Disrupted weapons use",
        ),
        (
            "FREETOWN - The rebels led away 14 young men from Kissy on Friday.",
            "Abduction/forced disappearance",
        ),
        ("LONDON - The company let 400 workers go on Friday.", None),
        ("PARIS - The team won back the trophy on Friday in front of a full house.", None),
        ("The mayor said that the council had made the road safe for children.", None),
        ("LAGOS - The winds carried away roofs in Lagos on Friday.", None),
    ],
)
def test_deeds_of_two_words(text: str, kind: str | None) -> None:
    (coded,) = coder().code([Report(id="r", text=text, published=date(2019, 5, 20))])
    assert [str(claim.sub_event_type) for claim in coded.claims] == ([kind] if kind else [])
