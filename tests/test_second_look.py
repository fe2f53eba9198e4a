"""Who takes part in an event as a whole."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "Two policemen who had been guarding polio workers were gunned down in Bannu, "
            "Pakistan.",
            ["state forces"],
        ),
        (
            "Three soldiers who were escorting teachers were shot dead in Yala, Thailand.",
            ["state forces"],
        ),
        # Near misses: who is guarded suffers too, or is told to suffer by the event's own verb.
        (
            "Gunmen shot a judge and the policeman who was guarding him in Basra, Iraq.",
            ["civilians", "state forces"],
        ),
        (
            "Soldiers shot two students accompanying a sick teacher near Yala, Thailand.",
            ["civilians"],
        ),
    ],
)
def test_whom_those_who_suffer_guard_does_not_suffer(
    coder: EnglishCoder, text: str, kinds: list[str]
) -> None:
    (coded,) = coder.code([Report(id="t", text=text, published=date(2014, 3, 1))])
    (claim,) = coded.claims
    assert [str(actor.kind) for actor in claim.side_b] == kinds
