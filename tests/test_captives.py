"""What becomes of captives is the event, and that they were taken what they are known by."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report, SubEventType


def _coded(coder: EnglishCoder, text: str) -> list[SubEventType]:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2015, 8, 14))])
    return [claim.sub_event_type for claim in coded.claims]


@pytest.mark.parametrize(
    "text",
    [
        "A Polish engineer kidnapped by Pakistani Taliban was beheaded in Orakzai, a video showed.",
        "Two Turkish sailors kidnapped off Nigeria were killed by their captors.",
        "A hostage held by Islamic State in Deir al-Zor was burned alive.",
        "Three teachers were kidnapped and killed in Mosul.",
    ],
)
def test_captives_who_are_killed_are_attacked(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text) == [SubEventType.ATTACK]


@pytest.mark.parametrize(
    "text",
    [
        "Georgian troops freed ten hostages held in the Lopota gorge.",
        "A Swiss missionary held hostage in Mali was released on Thursday.",
        "Kidnappers released 43 students in Zamfara.",
        "Bandits released 76 captives in Kaduna after a ransom was paid.",
        "A pro-Iranian group set free a hostage in Beirut on Sunday.",
        "Six hostages were let go in Bwindi on Sunday.",
        "The 27 hostages regained liberty in Maroua on Monday.",
        "Troops and rebels swapped 40 prisoners near Donetsk on Monday.",
        # how those had been taken whom they exchange
        "Israel exchanged some 4,500 prisoners held at Ansar camp for six of its soldiers captured "
        "by Fatah.",
        "Israel freed 1,150 prisoners on Monday in return for three soldiers captured in Lebanon.",
        "Rebels swapped two soldiers captured at Donetsk for four of their own men on Sunday.",
    ],
)
def test_captives_who_are_freed_are_another_development(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text) == [SubEventType.OTHER]


def test_an_exchange_that_is_only_agreed_is_an_agreement(coder: EnglishCoder) -> None:
    text = "The two sides agreed to swap 40 prisoners near Donetsk."
    assert _coded(coder, text) == [SubEventType.AGREEMENT]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Security forces captured eight Senderistas near Ayacucho.", SubEventType.ARRESTS),
        ("Soldiers captured two FARC camps near Narino.", SubEventType.GOVERNMENT_REGAINS),
    ],
)
def test_fighters_who_are_counted_are_taken_and_no_ground(
    coder: EnglishCoder, text: str, kind: SubEventType
) -> None:
    assert _coded(coder, text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Boko Haram kidnapped 20 women in Gwoza and threatened to kill them.",
        "Gunmen killed two guards and kidnapped 30 pupils from a school in Kuriga.",
        "Gunmen kidnapped 15 schoolgirls in Kebbi State and demanded a ransom.",
    ],
)
def test_who_is_taken_stays_abducted(coder: EnglishCoder, text: str) -> None:
    assert SubEventType.ABDUCTION in _coded(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "Fighters seized three aid workers from their car near Aweil on Tuesday.",
        "Militants seized 20 truck drivers on the road near Kandahar on Sunday.",
        "Pirates seized the crew of a Danish tanker off Benin on Tuesday.",
    ],
)
def test_who_is_seized_is_abducted_and_no_ground_taken(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text) == [SubEventType.ABDUCTION]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels seized the airport and killed three soldiers in Bunia on Friday.",
        "Rebels seized the barracks of the executive guard in Monrovia on Friday.",
        "Rebels seized the police academy in Huambo on Friday.",
    ],
)
def test_ground_that_is_seized_stays_ground(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text) == [SubEventType.NON_STATE_OVERTAKES]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Rebels made off with drugs and equipment from a clinic in Rutshuru on Tuesday.",
            SubEventType.LOOTING,
        ),
        (
            "Gunmen made off with three nurses from a clinic in Rutshuru on Tuesday.",
            SubEventType.ABDUCTION,
        ),
    ],
)
def test_what_somebody_makes_off_with_may_be_goods(
    coder: EnglishCoder, text: str, kind: SubEventType
) -> None:
    assert _coded(coder, text) == [kind]


def test_those_who_come_free_are_no_captives_of_the_event(coder: EnglishCoder) -> None:
    text = "Rebels swapped two soldiers captured at Donetsk for four of their own men on Sunday."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2015, 8, 14))])
    assert not coded.claims[0].figures


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban said on Monday that they had killed 15 captured policemen in Ghazni.",
        "Rebels shot dead 20 captured soldiers near Monrovia on Sunday, survivors said.",
        "Renamo fighters killed four prisoners of war near Gorongosa on Thursday.",
    ],
)
def test_fighters_who_were_taken_before_are_put_to_death(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text) == [SubEventType.ATTACK]


@pytest.mark.parametrize(
    "text",
    [
        "Government troops killed 15 rebels and captured nine near Bouake on Monday.",
        "Two prisoners escaped and three guards were killed when rebels attacked a jail in Kidal.",
    ],
)
def test_who_is_killed_before_others_are_taken_fought(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text) == [SubEventType.ARMED_CLASH]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a school at Kagara on Wednesday. They killed nobody but took away 27 "
        "pupils.",
        "Raiders attacked a bus near Kaduna on Thursday; nobody was hurt, but nine passengers were "
        "taken away.",
    ],
)
def test_an_attack_in_which_people_are_only_taken_abducts_them(
    coder: EnglishCoder, text: str
) -> None:
    assert _coded(coder, text) == [SubEventType.ABDUCTION]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a village near Anka on Monday, killing nine people and carrying off 20.",
        "Raiders attacked a bus near Kaduna on Thursday; two passengers were wounded and nine were "
        "taken away.",
    ],
)
def test_an_attack_that_hurts_is_one(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text) == [SubEventType.ATTACK]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Troops captured a senior commander of Islamic State near Mosul on Thursday.",
            SubEventType.ARRESTS,
        ),
        (
            "Colombian soldiers captured three FARC guerrillas near Cali on Monday.",
            SubEventType.ARRESTS,
        ),
        (
            "The army captured 40 rebels in a battle near Bor on Monday.",
            SubEventType.ARMED_CLASH,
        ),
    ],
)
def test_whom_forces_only_capture_they_arrest(
    coder: EnglishCoder, text: str, kind: SubEventType
) -> None:
    assert _coded(coder, text) == [kind]


def test_a_town_that_is_freed_is_ground_whoever_held_it(coder: EnglishCoder) -> None:
    text = "Soldiers freed the town of Kidal, held by Tuareg rebels."
    assert _coded(coder, text) == [SubEventType.GOVERNMENT_REGAINS]


@pytest.mark.parametrize(
    "text",
    [
        "Chechen rebels free two nurses held since March in Grozny.",
        "Gunmen freed 30 pupils in Kaduna who had been held since April 11.",
        "The FARC released two soldiers it had held since 2013 in Guaviare.",
    ],
)
def test_captives_are_freed_on_no_day_that_they_were_held(coder: EnglishCoder, text: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2015, 8, 14))])
    (claim,) = coded.claims
    assert claim.date is not None
    assert claim.date.start == claim.date.end == date(2015, 8, 14)


def test_who_is_held_still_is_from_then_on(coder: EnglishCoder) -> None:
    text = "The Taliban have held two teachers since March in Kandahar."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2015, 8, 14))])
    (claim,) = coded.claims
    assert claim.date is not None
    assert claim.date.start == date(2015, 3, 1)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "The capture of Carlos Castano in Medellin on Monday by police commandos stunned many.",
            SubEventType.ARRESTS,
        ),
        (
            "The capture of Saddam Hussein near Tikrit by American soldiers was announced.",
            SubEventType.ABDUCTION,
        ),
        # A town that bears somebody's name is one.
        (
            "The capture of Juan Aldama by the rebels on Monday closed the road to the coast.",
            SubEventType.NON_STATE_OVERTAKES,
        ),
        (
            "The capture of Port Harcourt by federal troops came on Monday.",
            SubEventType.GOVERNMENT_REGAINS,
        ),
    ],
)
def test_the_capture_of_somebody_takes_no_ground(
    coder: EnglishCoder, text: str, kind: SubEventType
) -> None:
    assert _coded(coder, text) == [kind]
