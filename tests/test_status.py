"""How surely a report says it."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.coding.document import parse, parser
from dateline.coding.doubt import doubt
from dateline.coding.findings import find
from dateline.coding.happenings import NONE, Happening
from dateline.coding.status import settled
from dateline.coding.syntax import Doc
from dateline.model import Report, Status


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("Two farmers were reportedly killed near Taftanaz.", True),
        ("Rebels are said to have captured Taftanaz.", True),
        ("The bomber is believed to have attacked the market.", True),
        ("It is believed that militants attacked the market.", True),
        ("Suspected militants attacked the market.", True),
        ("Militants attacked the market.", False),
        # A speaker is named, or the doubt is about another word.
        ("The army said militants attacked the market.", False),
        ("Militants attacked a market that reportedly sold arms.", False),
        ("Militants attacked the market of the suspected smugglers.", False),
        ("Rebels reportedly fled after the army attacked the market.", False),
        ("He reportedly left the town that militants had attacked.", False),
        ("Militants attacked the market; no damage was reported.", False),
        ("Militants attacked the market, it was reported.", True),
    ],
)
def test_words_of_doubt_hedge_what_they_govern(
    coder: EnglishCoder, text: str, doubted: bool
) -> None:
    (document,) = parse([Report(id="r", text=text, published=date(2024, 11, 30))])
    findings = find(document, coder.gazetteer, coder.table)
    words = [document.doc[trigger.head].text for trigger in findings.triggers]
    told = next(k for k, word in enumerate(words) if word in ("killed", "captured", "attacked"))
    first = min(findings.actors, key=lambda mention: mention.first, default=None)
    actors = {findings.actors.index(first): (0.9, 0.0)} if first else {}
    word = doubt(findings, Happening(findings.triggers[told], {NONE: 0.1}, actors))
    assert (word is not None) is doubted


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The army denied that Saraqib had fallen to rebels on Sunday.", Status.DENIED),
        ("No withdrawal from Saraqib has taken place, a military source said.", Status.DENIED),
        ("Insurgents seized Saraqib. The army denied that the town was lost.", Status.DENIED),
        ("Rebels accused the army of shelling Anadan. It denied shelling the town.", Status.DENIED),
        # Or in the next sentence, which tells of nothing else.
        ("A bomb killed two in Hama. Damascus denied any involvement.", Status.DENIED),
        ("A bomb killed two in Hama. The army dismissed the allegations.", Status.DENIED),
        ("Rebels said they had seized Saraqib. The army called the claim a lie.", Status.DENIED),
        ("Rebels said they had seized Saraqib. The army said this was not true.", Status.DENIED),
        ("Rebels said they had seized Saraqib. The army said the report was false.", Status.DENIED),
        ("Rebels said they had seized Saraqib. The army rejected this.", Status.DENIED),
        ("Rebels said they had seized Saraqib. The army said the report was true.", None),
        # Or there and before what the one who denies it tells himself.
        (
            "A shell hit a market in Sarajevo, killing 37. UN officers said it had been fired from"
            " the south of the city. The army denied responsibility and accused the rebels of"
            " shelling their own people.",
            Status.DENIED,
        ),
        # What a charge is about is told with it.
        (
            "A shell killed two in Homs. The army rejected the claims that the road was cut.",
            None,
        ),
        # Who admits an event may deny what it cost.
        ("The army conceded that it had lost Saraqib but denied that 40 soldiers had died.", None),
        ("A bomb killed two in Hama. Nobody denied it.", None),
        ("A bomb killed two in Hama. The army dismissed the general.", None),
        ("Insurgents seized Saraqib, and no soldiers were left there.", Status.STATED),
        ("Insurgents seized Saraqib. The army did not deny that it had fallen.", None),
        # What is denied of another town is another matter.
        (
            "The army in Ukraine raised its flag over Kupiansk on Sunday. Separatists denied that "
            "Lyman had been lost.",
            None,
        ),
    ],
)
def test_what_is_denied_in_the_report_is_denied(
    coder: EnglishCoder, text: str, status: Status | None
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2024, 10, 7))])
    claim = coded.claims[0]
    assert claim.status is status if status else claim.status is not Status.DENIED


@pytest.mark.parametrize(
    ("speaker", "status"),
    [
        ("the health ministry", Status.ATTRIBUTED),
        ("hospital officials", Status.ATTRIBUTED),
        ("an army spokesman", Status.CLAIMED),
    ],
)
def test_those_who_help_the_wounded_are_no_party(
    coder: EnglishCoder, speaker: str, status: Status
) -> None:
    text = f"Syrian army shelling killed nine rebels in Hama on Sunday, {speaker} said."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2024, 10, 7))])
    assert [claim.status for claim in coded.claims] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A bomb killed two in Hama. The Nusra Front claimed responsibility.", Status.CLAIMED),
        # A word of doubt, or a medic's, beside it.
        (
            "A bomb reportedly killed two in Hama. The Nusra Front claimed responsibility.",
            Status.CLAIMED,
        ),
        (
            "A bomb killed two in Hama, doctors said. The Nusra Front claimed responsibility.",
            Status.CLAIMED,
        ),
        ("A bomb reportedly killed two in Hama. Police blamed the Nusra Front.", Status.HEDGED),
        ("A bomb claimed by the Nusra Front killed two in Hama on Friday.", Status.CLAIMED),
        ("The Nusra Front claims responsibility for a bombing in Hama on Friday.", Status.CLAIMED),
        ("A bombing in Hama on Friday, claimed by no group, killed two.", Status.STATED),
        ("A blast kills six in Hama. ISIL claims responsibility.", Status.CLAIMED),
        ("A bomb killed two at a rally in Kano. Islamic State claimed that one.", Status.CLAIMED),
        ("A bomb killed two in Kano. Boko Haram said that it did it.", Status.CLAIMED),
        ("A bomb killed two in Kano. Boko Haram said it was behind the attack.", Status.CLAIMED),
        ("A bomb killed two in Kano. Residents said they heard it.", Status.STATED),
        ("A blast kills six in Hama. No group claims responsibility.", Status.STATED),
    ],
)
def test_whose_it_was_is_somebodys_word(coder: EnglishCoder, text: str, status: Status) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2024, 10, 7))])
    assert [claim.status for claim in coded.claims] == [status]


def chances(**told: float) -> dict[str, float]:
    """Return the probability of each status, nothing for those that are not named."""
    return {str(status): told.get(str(status), 0.0) for status in Status}


def test_one_word_of_doubt_makes_a_claim_hedged_but_not_less_than_claimed() -> None:
    word = Doc(parser()("reportedly"))[0]
    assert settled(chances(stated=0.6, hedged=0.1, claimed=0.3), None, None) is Status.STATED
    assert settled(chances(stated=0.6, hedged=0.1, claimed=0.3), word, None) is Status.HEDGED
    assert settled(chances(attributed=0.6, hedged=0.1, claimed=0.3), word, None) is Status.HEDGED
    assert settled(chances(stated=0.1, hedged=0.1, claimed=0.8), word, None) is Status.CLAIMED


def test_an_explanation_quotes_the_word_of_doubt(
    coder: EnglishCoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("claims", "explained_claims"):
        name = f"dateline.coding.{module}.status_chances"
        monkeypatch.setattr(name, lambda *_: chances(stated=1.0))
    text = "Four students were reportedly killed on Friday when missiles hit a dormitory in Idlib."
    explained = coder.explain(Report(id="r", text=text, published=date(2024, 11, 30)))
    (told,) = [one for one in explained.claims[0].decisions if one.slot == "status"]
    assert (told.value, told.by) == ("hedged", "rule: a word of doubt")
    assert told.span and text[slice(*told.span)] == "reportedly"


@pytest.mark.parametrize(
    ("text", "status", "who"),
    [
        (
            "A car bomb killed seven people in Baghdad on Sunday. A police officer said the bomb"
            " went off near a bakery.",
            Status.ATTRIBUTED,
            ("A police officer",),
        ),
        # What was said at another time is not what is told.
        (
            "The Afghan army killed 20 Taliban in Helmand, a day after the government said it would"
            " offer a truce.",
            Status.STATED,
            (),
        ),
        (
            "The army moved on Gao after the government said rebels had shelled the town.",
            Status.CLAIMED,
            ("the government",),
        ),
        ("No group said it had bombed the market in Hama.", Status.STATED, ()),
    ],
)
def test_what_somebody_says_is_not_stated(
    coder: EnglishCoder, text: str, status: Status, who: tuple[str, ...]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 5, 6))])
    assert (coded.claims[0].status, coded.claims[0].attributed_to) == (status, who)


def test_what_is_denied_is_what_was_told_last(coder: EnglishCoder) -> None:
    text = (
        "Troops captured a junction near Kilinochchi on Wednesday, killing 60 rebels, the ministry"
        " said. A website said 74 civilians were killed when the army shelled Mathalan on the same"
        " day. The military denied firing into the zone."
    )
    (coded,) = coder.code([Report(id="r", text=text, published=date(2009, 3, 12))])
    assert [claim.status is Status.DENIED for claim in coded.claims] == [False, True]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "Taliban militants say they have kidnapped nine teachers in Farah, Afghanistan.",
            "claimed",
        ),
        ("The army said that its troops had shelled rebels near Torit, South Sudan.", "claimed"),
        # Others did it, or nobody armed speaks.
        ("The governor said that rebels had kidnapped nine teachers near Torit.", "attributed"),
        (
            "Residents said that they had buried nine teachers killed by rebels in Torit.",
            "attributed",
        ),
    ],
)
def test_who_tells_of_its_own_deed_claims_it(coder: EnglishCoder, text: str, status: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 7, 23))])
    assert {str(claim.status) for claim in coded.claims} == {status}
