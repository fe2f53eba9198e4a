"""Who brings the parties together is none of them."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coders import coder
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Fighting killed 12 soldiers near Goma, Congo, on Monday despite talks hosted by X.", 0),
        ("Fighting killed 12 soldiers near Goma, Congo, despite a truce brokered by X.", 0),
        # Nor is who arms or pays those who fight.
        ("Rebels supplied by X killed 12 soldiers near Goma, Congo, on Monday.", 0),
        ("A militia funded and armed by X killed 12 soldiers near Goma, Congo.", 0),
        # Who leads an attack is a party.
        ("A raid led by X killed 12 rebels near Goma, Congo, on Monday.", 1),
    ],
)
def test_who_heads_talks_is_no_side_of_the_fighting(text: str, stands: int) -> None:
    report = Report(id="r", text=text.replace("X", "Qatar"), published=date(2019, 5, 7))
    claims = next(iter(coder().code([report]))).claims
    assert claims
    countries = {a.country for claim in claims for a in (*claim.side_a, *claim.side_b)}
    assert ("QA" in countries) == stands
