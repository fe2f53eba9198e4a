"""On whom a sentence lays a deed."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Claim, Report, Status


def claim_of(coder: EnglishCoder, text: str, year: int) -> Claim:
    (coded,) = coder.code([Report(id="r", text=text, published=date(year, 5, 14))])
    return coded.claims[0]


@pytest.mark.parametrize(
    ("year", "text", "side_a"),
    [
        (
            1956,
            "Two settlers were hacked to death in an attack blamed on the Mau Mau near Nyeri.",
            "Mau Mau",
        ),
        (
            2012,
            "Three soldiers died in a raid blamed on the FDLR near Goma on Monday.",
            "Democratic Forces for the Liberation of Rwanda",
        ),
        (
            1987,
            "A lorry bomb killed at least 90 people in Colombo on Tuesday, which the "
            "authorities pinned on the Tamil Tigers.",
            "Liberation Tigers of Tamil Eelam",
        ),
        (
            2015,
            "A truck bomb killed 30 people in Mogadishu on Saturday, and the government blamed "
            "al-Shabab.",
            "Al-Shabaab",
        ),
        (
            2011,
            "The Haqqani network is suspected of having carried out the raid on a hotel in Kabul "
            "on Tuesday that killed nine.",
            "Haqqani network",
        ),
        # Near misses: who is blamed for something else, who only suffers or works.
        (
            2003,
            "Rebels shelled the army camp in Ampara on Monday. The army said its work would go on.",
            None,
        ),
        (
            2003,
            "Rebels killed four soldiers near Ampara on Monday, and a newspaper blamed the army "
            "for poor planning.",
            None,
        ),
    ],
)
def test_the_accused_of_the_event_s_own_sentence_acts(
    coder: EnglishCoder, year: int, text: str, side_a: str | None
) -> None:
    claim = claim_of(coder, text, year)
    assert [actor.name for actor in claim.side_a] == [side_a]
    assert not {actor.mention for actor in claim.side_a} & {"the army", "The army"}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (
            "Shells killed five men in Donetsk, an attack that Moscow blamed on Kiev.",
            "UA",
        ),
        ("Forty Albanians were found dead in Racak, apparently victims of Serbian police.", "RS"),
        (
            "Nine priests were found dead in Quiche on Monday, victims of the army, a bishop said.",
            "GT",
        ),
    ],
)
def test_a_state_is_accused_by_its_capital_or_its_victims(
    coder: EnglishCoder, text: str, country: str
) -> None:
    assert [actor.country for actor in claim_of(coder, text, 2014).side_a] == [country]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "The army arrested four rebels in Arauca on Monday whom it accused of killing five "
            "farmers.",
            [["state forces"], ["rebel"]],
        ),
        (
            "The army captured a commander of the ELN, whom it blamed for a bombing that killed "
            "12 people in Arauca on Monday.",
            [["state forces"], ["rebel"]],
        ),
        # A near miss: those who accuse a state of what it did.
        (
            "The rebels accused the army of shelling two villages near Arauca on Monday.",
            [["state forces"]],
        ),
    ],
)
def test_who_accuses_has_not_done_it(
    coder: EnglishCoder, text: str, first: list[list[str]]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2005, 5, 14))])
    assert [[str(actor.kind) for actor in claim.side_a] for claim in coded.claims] == first


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Tamil extremists are believed to have planted the bomb that killed two clerks.", True),
        ("Separatist militants are believed to have set off the bomb that killed two men.", True),
        # Near misses: those who are not, or to whom it was done.
        ("Tamil extremists are not believed to have planted the bomb that killed two men.", False),
        ("Two clerks are believed to have been killed by troops who hunted extremists.", False),
    ],
)
def test_who_is_believed_to_have_done_it_acts(coder: EnglishCoder, text: str, acts: bool) -> None:
    text = text.replace(".", " near Madras on Sunday.")
    told = {str(actor.kind) for actor in claim_of(coder, text, 2010).side_a}
    assert ("rebel" in told) is acts


@pytest.mark.parametrize(
    "after", ["The Taliban said the work was theirs.", "The Taliban said it was their work."]
)
def test_a_group_says_that_a_deed_was_its_own_work(coder: EnglishCoder, after: str) -> None:
    claim = claim_of(coder, f"A bomb killed 63 people in Kabul on Monday. {after}", 2016)
    assert [actor.name for actor in claim.side_a] == ["Taliban"]
    assert claim.status is Status.CLAIMED


def test_work_that_goes_on_is_no_deed(coder: EnglishCoder) -> None:
    text = "A bomb killed four in Ampara on Monday. The police said their work would not stop."
    assert claim_of(coder, text, 2003).side_a == ()
