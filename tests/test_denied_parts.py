"""What is denied beside an event, or by who says that he had no part in it."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coders import coder
from dateline.model import Report, Status


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        (
            "SANAA - Seven civilians were shot dead by snipers in Taiz on Friday, residents said;"
            " the interior minister rejected this.",
            True,
        ),
        (
            "BAIDOA - Shells fired from army positions killed ten people in Baidoa on Friday,"
            " neighbours said, a charge that an army spokesman rejected.",
            True,
        ),
        (
            "KABUL - Foreign jets bombed a clinic at Sangin on Friday, killing ten people, medics"
            " said. Five women were among them. The coalition denied that its planes had flown any"
            " mission there.",
            True,
        ),
        (
            "DAMASCUS - Rebels shelled a school in Daraa on Friday, killing four pupils, state"
            " television said. The rebels said they had nothing to do with it.",
            True,
        ),
        (
            "HARARE - Police shot dead three protesters in Harare on Friday, and the court rejected"
            " it when lawyers asked for bail.",
            False,
        ),
        (
            "OSH - Gunmen killed five traders in Osh on Friday, police said; parliament rejected"
            " claims that prices had risen.",
            False,
        ),
        (
            "NIAMEY - Militants killed nine soldiers near Ayorou on Friday. The government denied"
            " that it was planning an election.",
            False,
        ),
    ],
)
def test_denied_parts(text: str, denied: bool) -> None:
    (coded,) = coder().code([Report(id="r", text=text, published=date(2019, 5, 20))])
    assert coded.claims
    assert (coded.claims[0].status is Status.DENIED) is denied
