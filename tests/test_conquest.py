"""Fighting in which ground is taken: by whom, and of which type that makes it."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.changing_hands import Sides
from dateline.coding.coder import EnglishCoder, models
from dateline.coding.conquest import gain
from dateline.coding.document import parse
from dateline.coding.findings import Findings, find
from dateline.coding.happenings import find_happenings
from dateline.model import Actor, ActorKind, Report, SubEventType


def find_in(coder: EnglishCoder, text: str) -> Findings:
    (document,) = parse([Report(id="r", text=text, published=date(2025, 1, 28))])
    return find(document, coder.gazetteer, coder.table)


def _types(coder: EnglishCoder, text: str) -> set[str]:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2017, 10, 20))])
    return {str(claim.sub_event_type) for claim in coded.claims}


@pytest.mark.parametrize(
    ("kinds", "kind"),
    [
        ([ActorKind.REBEL, ActorKind.EXTERNAL_FORCES], SubEventType.NON_STATE_OVERTAKES),
        ([ActorKind.EXTERNAL_FORCES], SubEventType.GOVERNMENT_REGAINS),
        ([ActorKind.STATE_FORCES, ActorKind.REBEL], SubEventType.GOVERNMENT_REGAINS),
    ],
)
def test_rebels_regain_nothing_for_the_state(
    coder: EnglishCoder, kinds: list[ActorKind], kind: SubEventType
) -> None:
    findings = find_in(coder, "M23 fighters backed by Rwandan troops have held the airport.")
    members = list(find_happenings(findings, models()))
    sides: Sides = ([Actor(kind=one, mention="they") for one in kinds], [])
    assert gain(SubEventType.GOVERNMENT_REGAINS, {}, members, sides) is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "French and Malian troops captured Gao from Islamist fighters on Saturday.",
            "Government regains territory",
        ),
        (
            "Chadian and Nigerian soldiers drove Boko Haram out of Baga on Saturday.",
            "Government regains territory",
        ),
        (
            "Forces allied to the government retook the Azizia camp from rebels on Saturday after "
            "street fighting.",
            "Government regains territory",
        ),
        # Near miss: who comes from abroad stands with rebels.
        (
            "Turkish troops and Syrian rebels captured Afrin from the YPG on Sunday.",
            "Non-state actor overtakes territory",
        ),
    ],
)
def test_a_state_that_is_helped_from_abroad_regains_what_it_takes(
    coder: EnglishCoder, text: str, kind: str
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2017, 1, 28))])
    assert [claim.sub_event_type for claim in coded.claims] == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ukrainian troops freed Balakliia on Thursday.", "Government regains territory"),
        (
            "Somali forces freed Adan Yabal from al-Shabaab on Monday.",
            "Government regains territory",
        ),
        (
            "The army established control over a number of farms near Homs on Tuesday and killed "
            "20 gunmen.",
            "Government regains territory",
        ),
        (
            "The rebels imposed their control over a number of villages near Maaret on Friday "
            "after clashes with the army.",
            "Non-state actor overtakes territory",
        ),
        # Near misses: people who are freed, and control that is only fought for.
        ("Rebels freed the mayor of Sake on Monday.", "Other"),
        (
            "Rebels and soldiers fought for control of the farms near Homs on Tuesday and 20 men "
            "died.",
            "Armed clash",
        ),
    ],
)
def test_who_frees_a_town_or_gets_control_of_farms_takes_them(
    coder: EnglishCoder, text: str, kind: str
) -> None:
    assert _types(coder, text) == {kind}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Rebels attacked Bambari on Monday. By evening the town had fallen.",
            "Non-state actor overtakes territory",
        ),
        (
            "Rebels attacked Kuito on Monday. They took it after two hours.",
            "Non-state actor overtakes territory",
        ),
        (
            "Government troops attacked Jamena on Sunday and by dusk they had taken the town.",
            "Government regains territory",
        ),
        # Near misses: what falls silent, and what is no town.
        (
            "Rebels attacked Bor on Monday. By evening the town had fallen silent.",
            "Armed clash",
        ),
        ("Rebels attacked a convoy near Sake on Monday. They burned it.", "Armed clash"),
    ],
)
def test_a_town_that_was_attacked_may_have_fallen_by_evening(
    coder: EnglishCoder, text: str, kind: str
) -> None:
    assert _types(coder, text) == {kind}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Chadian and Nigerien troops recaptured Damasak from Boko Haram on Saturday.",
            "Government regains territory",
        ),
        (
            "Pro-government fighters took a hill west of Taiz from the Houthis on Friday, killing "
            "12 of them.",
            "Government regains territory",
        ),
        # Near misses: what a state's army had, and what nobody takes back.
        (
            "Russian troops recaptured Robotyne from Ukrainian forces on Monday.",
            "Non-state actor overtakes territory",
        ),
        (
            "Ugandan soldiers captured two rebel camps at Garamba in Congo on Wednesday.",
            "Non-state actor overtakes territory",
        ),
    ],
)
def test_who_takes_a_place_back_from_rebels_for_the_state_regains_it(
    coder: EnglishCoder, text: str, kind: str
) -> None:
    assert _types(coder, text) == {kind}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Russian paratroopers stormed the heights above Duba-Yurt in Chechnya at dawn and "
            "captured them, killing 70 rebels.",
            "Government regains territory",
        ),
        (
            "The army stormed the temple in Amritsar and took all of it but one tower.",
            "Government regains territory",
        ),
        (
            "American troops fought their way up Heartbreak Ridge near Yanggu and took most of it "
            "on Friday.",
            "Non-state actor overtakes territory",
        ),
        (
            "Indian soldiers attacked Tololing ridge in Kargil and took it after three days of "
            "fighting.",
            "Government regains territory",
        ),
        (
            "The army re-established its authority in Pinga in Congo, which rebels had left.",
            "Non-violent transfer of territory",
        ),
        # Near miss: men are no ground.
        ("Gunmen attacked villages near Bria and burned them.", "Attack"),
    ],
)
def test_heights_and_most_of_it_are_ground(coder: EnglishCoder, text: str, kind: str) -> None:
    assert _types(coder, text) == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "Government troops restored state authority over Kidal on Monday.",
        "Congolese troops restored the state's authority in Bunagana on Monday.",
    ],
)
def test_who_restores_authority_over_a_town_has_it_again(coder: EnglishCoder, text: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 5, 3))])
    kinds = [claim.sub_event_type for claim in coded.claims]
    assert kinds == [SubEventType.GOVERNMENT_REGAINS]
