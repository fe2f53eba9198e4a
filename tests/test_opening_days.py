"""The comma left out behind the day a clause opens with."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coders import coder
from dateline.coding.document import parse, parser
from dateline.coding.opening_days import apart, set_off
from dateline.model import Claim, Report


def _coded(text: str, day: date) -> list[Claim]:
    (report,) = coder().code([Report(id="r", text=text, published=day)])
    return list(report.claims)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("On 7 March army troops killed", "On 7 March,army troops killed"),
        ("On May 7 rebel forces attacked", "On May 7,rebel forces attacked"),
        ("On 10 March 1980 the guard fired", "On 10 March 1980,the guard fired"),
        ("[TEXT] ON 6 MARCH UNITA FORCES", "[TEXT] ON 6 MARCH,UNITA FORCES"),
        ("On Friday army units raided", "On Friday,army units raided"),
        ("At dawn on 3 May troops came", "At dawn on 3 May,troops came"),
        ("It said that on 9 March armed men", "It said that on 9 March,armed men"),
        ("Last night Syrian guns fired", "Last night,Syrian guns fired"),
        ("On 7 March, army troops", "On 7 March, army troops"),
        ("On 7 and 8 March troops", "On 7 and 8 March troops"),
        ("On Tuesday at noon gunmen", "On Tuesday at noon gunmen"),
        ("Yesterday was calm", "Yesterday was calm"),
        ("On Monday's march two died", "On Monday's march two died"),
        ("The attack on 7 March left", "The attack on 7 March left"),
    ],
)
def test_a_comma_stands_behind_a_day_that_opens_its_clause(text: str, told: str) -> None:
    assert set_off(text, [0])[0] == told


def test_the_comma_is_a_word_of_its_own() -> None:
    text = "On 10 March 1980 the guard killed 20 peasants. On 7 March 200 men fled."
    (document,) = parse([Report(id="r", text=text)])
    words = [token.text for token in document.doc]
    assert words[:6] == ["On", "10", "March", "1980", ",", "the"]
    assert words[words.index("7") + 1 : words.index("7") + 4] == ["March", ",", "200"]


@pytest.mark.parametrize("article", ["", "THE "])
def test_who_acts_on_a_day_is_not_called_after_its_month(article: str) -> None:
    text = (
        f"LUANDA, 10 MAR 87 (RADIO) -- [TEXT] ON 6 MARCH {article}UNITA FORCES AMBUSHED A CONVOY "
        "NEAR ANDULO, KILLING 23 SOLDIERS."
    )
    (claim,) = _coded(text, date(1987, 3, 10))
    assert claim.date is not None
    assert claim.date.start == date(1987, 3, 6)
    assert "MARCH" not in claim.side_a[0].mention


def test_a_bare_noun_behind_the_day_acts() -> None:
    text = "On 7 March army troops killed 11 rebels at Luena, the government of Angola said."
    (claim,) = _coded(text, date(1987, 3, 10))
    assert claim.side_a[0].kind == "state forces"
    assert claim.date is not None
    assert claim.date.start == date(1987, 3, 7)


def test_no_word_hangs_on_the_comma_before_it_until_the_parser_says_so() -> None:
    """A root that kept such a head made a ring with its comma, and the report could not be read."""
    doc = parser().make_doc("On May 30,Lieut. Obi spoke.")
    apart(doc, [9])
    assert [token.text for token in doc][2:5] == ["30", ",", "Lieut"]
    assert all(token.head == token for token in doc)
