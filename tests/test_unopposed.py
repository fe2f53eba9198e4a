"""Places that are entered or taken with nobody to resist."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


@pytest.mark.parametrize(
    "text",
    [
        "Rebels marched into Ansongo without resistance on Tuesday.",
        "Government troops walked into the town of Ansongo without firing a shot.",
        "Fighters of Islamic State entered Tikrit unopposed on Tuesday.",
        "Jalalabad fell to the Taliban without a shot on Tuesday.",
        "The Taliban took over Jalalabad on Tuesday, meeting no resistance.",
    ],
)
def test_a_place_entered_unopposed_changes_hands_without_violence(
    coder: EnglishCoder, text: str
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2014, 5, 21))])
    (claim,) = coded.claims
    assert claim.sub_event_type == "Non-violent transfer of territory"
    assert claim.control is not None and claim.control.to is not None


@pytest.mark.parametrize(
    "text",
    [
        "The rebels marched into Ansongo on Tuesday, killing six soldiers who had expected to meet "
        "no resistance.",
        "The army fought rebels in Ansongo on Tuesday and said it would not let the town fall "
        "without a fight.",
    ],
)
def test_a_fight_that_is_only_spoken_of_leaves_the_type(coder: EnglishCoder, text: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2014, 5, 21))])
    assert "Non-violent transfer of territory" not in {c.sub_event_type for c in coded.claims}


def _types(coder: EnglishCoder, text: str) -> set[str]:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2017, 10, 20))])
    return {str(claim.sub_event_type) for claim in coded.claims}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Militants seized Beles Qooqaani after Ethiopian forces pulled out of the town.",
            "Non-violent transfer of territory",
        ),
        (
            "Rebels took Bouar on Monday after heavy fighting in which troops withdrew.",
            "Non-state actor overtakes territory",
        ),
    ],
)
def test_a_place_that_others_left_is_taken_without_a_fight(
    coder: EnglishCoder, text: str, kind: str
) -> None:
    assert _types(coder, text) == {kind}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Tanzanian troops took Kampala on Wednesday, and Idi Amin fled to Jinja.",
            "Non-state actor overtakes territory",
        ),
        (
            "Armenian fighters took Agdam, leaving the Azerbaijani army with no town between there "
            "and the Kura.",
            "Non-state actor overtakes territory",
        ),
        # Near miss: who was there had left.
        (
            "Rebels took Kampala on Wednesday after government troops had left it.",
            "Non-violent transfer of territory",
        ),
    ],
)
def test_a_place_that_is_taken_while_somebody_flees_was_fought_for(
    coder: EnglishCoder, text: str, kind: str
) -> None:
    assert _types(coder, text) == {kind}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The town of Mao fell on Sunday to rebels, who met almost no resistance.", "Non-violent"),
        ("Fighters of the FNL, who met no opposition, took Bouar on Monday.", "Non-violent"),
        ("The Taliban seized Khost on Monday with hardly a shot fired.", "Non-violent"),
        ("Rebels took over the town of Bria on Monday with barely any resistance.", "Non-violent"),
        # Near misses: there was one.
        ("Rebels took the barracks in Bria on Monday, but not without a fight.", "Non-state"),
        ("Gao was taken on Monday by rebels, who met fierce resistance.", "Non-state"),
    ],
)
def test_who_takes_a_place_and_meets_nobody_there_has_not_fought(
    coder: EnglishCoder, text: str, kind: str
) -> None:
    (told,) = _types(coder, text)
    assert told.startswith(kind)
