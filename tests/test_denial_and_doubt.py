"""Charges that are rejected, and perpetrators that are only presumed."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coders import coder
from dateline.model import Report


def _status(text: str) -> set[str]:
    report = Report(id="r", text=text, published=date(1989, 3, 11))
    claims = next(iter(coder().code([report]))).claims
    return {str(claim.status) for claim in claims if claim.sub_event_type != "Agreement"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The ELN disclaimed responsibility for the murder of two teachers in Arauca.", "denied"),
        ("The army dismissed allegations that its soldiers shot four men near Jaffna.", "denied"),
        ("Israel rejected accusations that it shelled a school in Gaza, killing 12.", "denied"),
        (
            "The rebels rejected a truce after the army killed 12 fighters near Goma on Monday.",
            "stated",
        ),
        (
            "The governor dismissed the police chief in Rivers after gunmen killed nine people in "
            "Omoku on Monday.",
            "stated",
        ),
        (
            "FOUR PEASANTS WERE MURDERED YESTERDAY IN TOCACHE, APPARENTLY BY SHINING PATH MEMBERS.",
            "hedged",
        ),
        ("Four farmers were killed in Uraba, presumably by paramilitary groups.", "hedged"),
        ("Four farmers were killed by gunmen in Uraba, apparently for refusing to pay.", "stated"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert _status(text) == {status}
