"""Those who only answer an event are not its doers; those who do both are."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import ActorKind, Claim, Report, SubEventType


def _coded(coder: EnglishCoder, text: str) -> tuple[Claim, ...]:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 5, 6))])
    return coded.claims


@pytest.mark.parametrize(
    "text",
    [
        "Security forces cordoned off the area after a bomb killed three people in Kabul.",
        "Police found the bodies of five men with bullet wounds in Karachi on Tuesday.",
        "Soldiers discovered a mass grave holding 20 bodies near Mosul.",
        "At least 24 people were killed in a series of attacks near Godhra. Police pulled out "
        "eight more bodies.",
        "The army is keeping a vigil in the old city after a boy was stabbed to death on Friday.",
        "Authorities in Xinjiang tightened security after knife attackers killed 29 people.",
        "Police have launched an investigation into the killing of a councillor in Durban.",
        "Police are trying to restore order in Kaduna after six people were shot dead.",
        "Hamas condemned the killing of a teacher in Gaza.",
        "Fifty pilgrims were killed in the attack in Multan. When riots broke out, the "
        "cabinet swung into action and asked the province to halt the marchers.",
    ],
)
def test_who_finds_the_dead_guards_the_street_or_condemns_is_no_doer(
    coder: EnglishCoder, text: str
) -> None:
    claims = _coded(coder, text)
    assert claims
    assert all(
        actor.kind is ActorKind.UNIDENTIFIED for claim in claims for actor in claim.side_a
    ), claims


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Troops found the bodies of 12 villagers killed by rebels near Mopti on Monday.",
            ActorKind.REBEL,
        ),
        (
            "The military launched a manhunt for gunmen who abducted eight girls in Kaduna.",
            ActorKind.UNIDENTIFIED,
        ),
        ("French troops intervened after rebels seized the town of Konna.", ActorKind.REBEL),
    ],
)
def test_nor_does_he_stand_beside_the_doer(coder: EnglishCoder, text: str, kind: ActorKind) -> None:
    claims = _coded(coder, text)
    assert claims
    assert all({actor.kind for actor in claim.side_a} == {kind} for claim in claims), claims


@pytest.mark.parametrize(
    "text",
    [
        "Police rushed to the scene in Durban and opened fire, killing two men.",
        "Soldiers searched houses in a village near Bria, killing five people.",
        "Soldiers searching for rebels burned 30 houses in a village near Bria.",
        "Security forces sealed off the town and arrested 50 men.",
        "The army responded with rocket fire on Atarib, killing a child.",
        "The army stepped up its air strikes on Atarib, killing a child.",
        "Two demonstrators died when the security forces opened fire at a rally in Conakry.",
    ],
)
def test_who_answers_and_acts_has_acted(coder: EnglishCoder, text: str) -> None:
    claims = _coded(coder, text)
    assert claims
    assert {actor.kind for claim in claims for actor in claim.side_a} == {ActorKind.STATE_FORCES}


@pytest.mark.parametrize(
    ("text", "doers", "holder"),
    [
        (
            "An air strike hit a market in Marib, captured by the Houthis in July, killing 12.",
            {SubEventType.AIR_STRIKE: "2016-08-03"},
            "Houthis",
        ),
        (
            "Twenty people were arrested in Grozny, taken by Russian troops last month.",
            {SubEventType.ARRESTS: "2016-08-03"},
            None,
        ),
    ],
)
def test_who_took_the_place_before_has_done_nothing_else(
    coder: EnglishCoder, text: str, doers: dict[SubEventType, str], holder: str | None
) -> None:
    report = Report(id="r", text=text, published=date(2016, 8, 3))
    claims = next(iter(coder.code([report]))).claims
    found = {claim.sub_event_type: claim for claim in claims if claim.control is None}
    assert {kind: str(claim.date and claim.date.start) for kind, claim in found.items()} == doers
    assert not any(claim.side_a for claim in found.values())
    (taken,) = [claim for claim in claims if claim.control]
    assert str(taken.date and taken.date.start) == "2016-07-01"
    assert taken.control and taken.control.to and taken.control.to.name == holder


def test_a_state_that_follows_its_name_says_nothing(coder: EnglishCoder) -> None:
    claims = _coded(coder, "Armed men killed nine villagers in Plateau state on Thursday.")
    assert [claim.attributed_to for claim in claims] == [()]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "Gunmen killed 40 people in Zamfara on Sunday. The opposition accused the government "
            "of negligence.",
            {ActorKind.UNIDENTIFIED},
        ),
        (
            "Twelve pilgrims were killed in Multan on Sunday. Relatives accused the police of "
            "failing to protect them.",
            set(),
        ),
        (
            "Twelve people were shot dead in Nyanza. Residents accused the police of the killings.",
            {ActorKind.STATE_FORCES},
        ),
        (
            "Five people were killed in Juba. The UN accused the army of the attack and of "
            "ignoring the truce.",
            {ActorKind.STATE_FORCES},
        ),
    ],
)
def test_who_is_accused_of_neglect_has_not_done_it(
    coder: EnglishCoder, text: str, kinds: set[ActorKind]
) -> None:
    (claim,) = _coded(coder, text)
    assert {actor.kind for actor in claim.side_a} == kinds


@pytest.mark.parametrize(
    ("text", "doers", "day"),
    [
        (
            "In Mogok, held since July by the Ta'ang National Liberation Army, an attack on a "
            "monastery left three novices dead.",
            set(),
            date(2025, 2, 18),
        ),
        (
            "In Taiz, besieged by the Houthis since 2015, shelling killed three children.",
            set(),
            date(2025, 2, 18),
        ),
        (
            "A car bomb killed six people in Afrin, held by Turkish-backed rebels since 2018.",
            set(),
            date(2025, 2, 18),
        ),
        (
            "A drone hit a hospital in Kadugli, which the SPLM-N has besieged since June, "
            "killing nine.",
            set(),
            date(2025, 2, 18),
        ),
        (
            "An explosion killed two children in Donetsk, under Russian control since 2014.",
            set(),
            date(2025, 2, 18),
        ),
        # Near misses: who has the place is also said to act, or fights over it.
        (
            "Clashes in Sake, held by the March 23 Movement, killed four soldiers of Congo's army "
            "on Sunday.",
            {"March 23 Movement"},
            date(2025, 2, 16),
        ),
        (
            "M23 rebels, who have occupied Goma since January, killed six youths there on Sunday.",
            {"March 23 Movement"},
            date(2025, 2, 16),
        ),
        (
            "The Houthis besieging Taiz shelled the town on Sunday, killing two people.",
            {"Houthis"},
            date(2025, 2, 16),
        ),
    ],
)
def test_who_only_has_or_besieges_a_place_did_not_do_what_happens_there(
    coder: EnglishCoder, text: str, doers: set[str], day: date
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2025, 2, 18))])
    (claim,) = coded.claims
    assert {actor.name for actor in claim.side_a} == doers
    assert claim.date and claim.date.start == claim.date.end == day


@pytest.mark.parametrize(
    ("text", "group"),
    [
        (
            "Gunmen stormed a cafe in Dhaka and killed 20 hostages before commandos shot them "
            "dead. Islamic State claims the attack.",
            "Islamic State",
        ),
        (
            "Gunmen kill 21 visitors at a museum in Tunis before being shot dead by security "
            "forces. Islamic State claims the attack.",
            "Islamic State",
        ),
        (
            "Attackers killed 22 people at an oil compound in Khobar before being overpowered by "
            "Saudi commandos.",
            None,
        ),
        (
            "A gunman shot dead a policeman in Paris before being killed by other soldiers.",
            None,
        ),
    ],
)
def test_who_fells_the_attackers_in_the_end_did_not_attack(
    coder: EnglishCoder, text: str, group: str | None
) -> None:
    (claim,) = _coded(coder, text)
    assert claim.side_a
    assert all(actor.kind is not ActorKind.STATE_FORCES for actor in claim.side_a)
    assert {actor.name for actor in claim.side_a} == {group}
    assert group not in {actor.name for actor in claim.side_b} - {None}


@pytest.mark.parametrize(
    "text",
    [
        "A man was tortured before being shot by soldiers in Bujumbura.",
        "Police killed three gunmen in Karachi before they reached a mosque.",
    ],
)
def test_who_kills_those_who_did_nothing_did(coder: EnglishCoder, text: str) -> None:
    claims = _coded(coder, text)
    assert any(one.kind is ActorKind.STATE_FORCES for claim in claims for one in claim.side_a)
