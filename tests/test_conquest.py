"""Who holds a place after a change of hands, and who held it before."""

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


def called(actor: Actor | None) -> str | None:
    return None if actor is None else actor.name or f"{actor.kind}:{actor.country}"


@pytest.mark.parametrize(
    ("text", "kind", "to", "left"),
    [
        (
            "M23 rebels captured Bunagana from the Congolese army.",
            "Non-state actor overtakes territory",
            "March 23 Movement",
            "state forces:CD",
        ),
        (
            "Iraqi troops lost Ramadi to Islamic State on Sunday.",
            "Non-state actor overtakes territory",
            "Islamic State",
            "state forces:IQ",
        ),
        (
            "Government troops in Sudan recaptured Wad Madani from the Rapid Support Forces.",
            "Government regains territory",
            "state forces:SD",
            "Rapid Support Forces",
        ),
    ],
)
def test_syntax_tells_who_takes_and_who_loses(
    coder: EnglishCoder, text: str, kind: str, to: str, left: str
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2022, 6, 14))])
    (claim,) = coded.claims
    assert claim.control is not None
    assert (claim.sub_event_type, called(claim.control.to), called(claim.control.from_)) == (
        kind,
        to,
        left,
    )
    assert to in [called(actor) for actor in claim.side_a]
    assert left in [called(actor) for actor in claim.side_b]


def test_who_withdraws_holds_nothing(coder: EnglishCoder) -> None:
    text = "Syrian government forces withdrew from Palmyra in Syria without fighting."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2024, 12, 8))])
    (claim,) = coded.claims
    assert claim.control is not None
    assert (called(claim.control.to), called(claim.control.from_)) == (None, "state forces:SY")


@pytest.mark.parametrize(
    "text",
    [
        "Government forces in northern Mali withdrew from Ansongo after three days of clashes. "
        "The town is now under the control of rebel groups, residents said.",
        "Residents said on Tuesday that the town of Ansongo is under the control of Tuareg rebels "
        "after government forces in Mali withdrew.",
    ],
)
def test_whoever_has_it_under_control_holds_it(coder: EnglishCoder, text: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2014, 5, 21))])
    (control,) = [claim.control for claim in coded.claims if claim.control]
    assert called(control.to) == "rebel:ML"
    assert called(control.from_) == "state forces:ML"


@pytest.mark.parametrize(
    "text",
    [
        "In Kayah state in Myanmar the Karenni Nationalities Defence Force said it was now in "
        "control of Loikaw. It said it had killed 110 of the soldiers and lost 20 of its fighters.",
        "M23 rebels captured Bunagana from the Congolese army, losing 12 men.",
    ],
)
def test_who_loses_men_loses_no_ground(coder: EnglishCoder, text: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2022, 6, 14))])
    (control,) = [claim.control for claim in coded.claims if claim.control]
    assert control.to is not None and control.to.kind == "rebel"
    assert control.from_ is not None and control.from_.kind == "state forces"


@pytest.mark.parametrize(
    ("text", "to"),
    [
        (
            "Bunia in eastern Congo was re-entered by the army on Wednesday after the M23 withdrew "
            "from it.",
            "state forces:CD",
        ),
        (
            "Government troops in Congo moved into Bunia on Friday after Ugandan troops left the "
            "town.",
            "state forces:CD",
        ),
    ],
)
def test_who_enters_what_another_left_holds_it(coder: EnglishCoder, text: str, to: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2022, 6, 14))])
    (control,) = [claim.control for claim in coded.claims if claim.control]
    assert called(control.to) == to
    assert control.from_ is not None and called(control.from_) != to


def test_soldiers_captured_in_a_headline_take_nothing(coder: EnglishCoder) -> None:
    text = (
        "DOZENS OF ARMY SOLDIERS CAPTURED\n\nRebel groups in northern Mali have seized heavy "
        "weapons and vehicles from army soldiers in Kidal and captured dozens of them."
    )
    (coded,) = coder.code([Report(id="r", text=text, published=date(2014, 5, 21))])
    assert coded.claims
    for claim in coded.claims:
        holder = claim.control and claim.control.to
        assert holder is None or holder.kind == "rebel"


def test_arms_that_are_taken_are_no_ground(coder: EnglishCoder) -> None:
    text = (
        "Rebels have seized heavy weapons, military depots and vehicles from government forces in "
        "the areas they captured in northern Syria."
    )
    (coded,) = coder.code([Report(id="r", text=text, published=date(2024, 11, 30))])
    (claim,) = coded.claims
    assert claim.sub_event_type == "Disrupted weapons use"
    assert claim.control is None


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
            "Security forces captured 30 pistols and 5,000 bullets in a raid on a house on Monday.",
            "Disrupted weapons use",
        ),
        (
            "234 rifles and 17,000 bullets were captured in the capital of Chad on Monday.",
            "Disrupted weapons use",
        ),
        (
            "Rebels clashed with an army patrol on Monday and seized 20 rifles, Chad's army said.",
            "Armed clash",
        ),
    ],
)
def test_arms_seized_in_a_raid_are_no_attack(coder: EnglishCoder, text: str, kind: str) -> None:
    assert _types(coder, text) == {kind}


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
    ("text", "kind", "to", "left"),
    [
        (
            "Somali troops drove al-Shabaab fighters out of the town of Bardhere on Friday.",
            "Government regains territory",
            "state forces:SO",
            "Al-Shabaab",
        ),
        (
            "Ethiopian troops were pushed out of Mekelle on Friday by Tigrayan fighters.",
            "Non-state actor overtakes territory",
            "Tigray Defense Forces",
            "state forces:ET",
        ),
        (
            "The army in Congo chased the rebels from their bases near Butembo on Friday.",
            "Government regains territory",
            "state forces:CD",
            "rebel:CD",
        ),
        (
            "The rebels were driven out of Monrovia in Liberia on Friday.",
            "Government regains territory",
            None,
            "rebel:LR",
        ),
        (
            "The army in Mali pushed the rebels back from three villages near Kidal on Friday.",
            "Government regains territory",
            "state forces:ML",
            "rebel:ML",
        ),
        (
            "Nigerian troops pushed Boko Haram back from its strongholds in Sambisa on Friday.",
            "Government regains territory",
            "state forces:NG",
            "Boko Haram",
        ),
    ],
)
def test_who_drives_somebody_from_a_place_takes_it(
    coder: EnglishCoder, text: str, kind: str, to: str | None, left: str
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2022, 6, 14))])
    (claim,) = coded.claims
    assert claim.sub_event_type == kind
    assert claim.control is not None
    assert (called(claim.control.to), called(claim.control.from_)) == (to, left)
    assert left in [called(actor) for actor in claim.side_b]


@pytest.mark.parametrize(
    "text",
    [
        "The army in Mali drove the rebels back from the outskirts of Kidal on Friday.",
        "Troops in Herat in Afghanistan pushed the fighters back from the Malan bridge on Sunday.",
        "The army in Mali fought rebels in Kidal on Friday and vowed to drive them from the town.",
        "Police drove protesters from the square in Khartoum on Friday.",
        "Serb forces expelled 2,000 Muslims from the town of Zvornik on Friday.",
    ],
)
def test_who_is_driven_back_or_unarmed_loses_no_ground(coder: EnglishCoder, text: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2022, 6, 14))])
    assert coded.claims
    assert all(claim.control is None for claim in coded.claims)


@pytest.mark.parametrize(
    ("text", "kind", "to"),
    [
        (
            "The town of Sake in eastern Congo was in rebel hands by Wednesday.",
            "Non-state actor overtakes territory",
            "rebel:CD",
        ),
        (
            "The port of Kismayo in Somalia was in the hands of Islamist fighters on Monday.",
            "Non-state actor overtakes territory",
            "rebel:SO",
        ),
        (
            "Port Loko changed hands twice on Thursday and is now held by the Kamajor militia.",
            "Non-state actor overtakes territory",
            "Kamajors",
        ),
        # To whom it fell, though troops are also what is moved.
        (
            "The town of Goma in eastern Congo fell to government troops on Friday.",
            "Government regains territory",
            "state forces:CD",
        ),
    ],
)
def test_in_whose_hands_a_place_is_holds_it(
    coder: EnglishCoder, text: str, kind: str, to: str
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2002, 6, 14))])
    (claim,) = coded.claims
    assert claim.control is not None
    assert (claim.sub_event_type, called(claim.control.to)) == (kind, to)


@pytest.mark.parametrize(
    "text",
    [
        "The town of Sake in eastern Congo was still in the hands of the army on Wednesday.",
        "Insurgents still hold the town of Morek in Syria.",
        "Chechen fighters held the centre of Grozny on Tuesday.",
        "The army controls the town of Morek in Syria, residents said.",
        "El Obeid remains surrounded by rebels in Sudan.",
        "The town of Menaka remains besieged by Tuareg rebels, residents said.",
    ],
)
def test_a_place_that_is_still_in_the_same_hands_has_not_changed_hands(
    coder: EnglishCoder, text: str
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2002, 6, 14))])
    assert not coded.claims


def test_a_town_that_is_lost_is_where_it_was_lost(coder: EnglishCoder) -> None:
    text = (
        "Ukrainian soldiers raised the flag over Kupiansk on Saturday. Separatist leader Denis "
        "Pushilin denied that Lyman had been lost."
    )
    (coded,) = coder.code([Report(id="r", text=text, published=date(2022, 9, 12))])
    told = {(claim.place.canonical, str(claim.status)) for claim in coded.claims if claim.place}
    assert told == {("Kupyansk", "stated"), ("Lyman", "denied")}


def test_who_loses_men_and_tanks_loses_no_ground(coder: EnglishCoder) -> None:
    text = "The enemy lost up to 280 servicemen and 27 tanks over the past day, the ministry said."
    assert _types(coder, text) == {"Armed clash"}


def test_ground_that_lies_at_a_place_is_taken_there_and_nowhere_near(coder: EnglishCoder) -> None:
    """A village that no gazetteer has stands where the town near it does, and is another place."""
    text = (
        "Insurgents surrounded Hama in Syria on Wednesday as government forces fought back. State"
        " media said the army had recaptured the air force school at Kafraa."
    )
    (coded,) = coder.code([Report(id="r", text=text, published=date(2024, 12, 4))])
    assert [
        (claim.place.name, claim.control is not None) for claim in coded.claims if claim.place
    ] == [("Hama", False), ("Kafraa", True)]


def test_what_a_bridge_lies_between_is_not_where_it_is_hit(coder: EnglishCoder) -> None:
    text = "Overnight air strikes cut the Rastan bridge between Hama and Homs, a resident says."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2024, 12, 4))])
    assert [claim.place.name for claim in coded.claims if claim.place] == ["Rastan"]


def test_who_says_that_he_holds_a_place_contests_it(coder: EnglishCoder) -> None:
    text = "The M23 rebels said on Thursday that they held Sake, a town in eastern Congo."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2025, 1, 24))])
    assert any(claim.control is not None for claim in coded.claims)


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
