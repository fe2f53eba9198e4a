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
            "KOHIMA - Two bombs killed nine people in Dimapur on Friday, police said. The group,"
            " which keeps a ceasefire with the government, denied any role in the blasts.",
            True,
        ),
        (
            "ISTANBUL - A bomb killed six people in Istanbul on Friday. The militants denied having"
            " any part in it.",
            True,
        ),
        (
            "GOMA - Rockets hit a market in Goma on Friday and killed nine, residents said. The"
            " army rejected that. A helicopter was also seen over the lake.",
            True,
        ),
        (
            "JOS - Gunmen killed ten villagers near Jos on Friday. Police blamed a herders'"
            " militia. Their association denied any link to it.",
            True,
        ),
        (
            "GAZA - A missile hit a clinic in Gaza on Friday and killed four, medics said. The army"
            " called the reports fabricated.",
            True,
        ),
        (
            "TAIZ - Rebels shelled Taiz on Friday and killed five people, medics said. The group"
            " denied having received any money from abroad.",
            False,
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
