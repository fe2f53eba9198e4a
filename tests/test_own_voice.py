"""Parties that speak for themselves: their claims, and who "we" and "our forces" are."""

from datetime import date

import pytest

from dateline.coding.coders import coder
from dateline.model import ActorKind, Claim, Report, Status, SubEventType


def _claims(text: str) -> tuple[Claim, ...]:
    report = Report(id="r", text=text, published=date(1990, 5, 3))
    return next(iter(coder().code([report]))).claims


SHABAAB = (
    "[Statement] [Harakat al-Shabaab] Our fighters stormed an Ethiopian base in Halgan today. "
    "We killed 60 Ethiopian soldiers. The enemy shelled the town of Beledweyne, killing three "
    "civilians."
)
FMLN = (
    "(CLANDESTINE) RADIO LIBERACION, 3 MAY 90 -- [TEXT] TODAY OUR FIGHTERS AMBUSHED AN ARMY CONVOY "
    "NEAR SAN VICENTE. WE KILLED 12 SOLDIERS AND DESTROYED A TRUCK. THE FMLN WILL KEEP UP ITS "
    "OFFENSIVE. THE AIR FORCE BOMBED THE VILLAGE OF TECOLUCA, KILLING TWO PEASANTS."
)
KACHIN = (
    "To the people of Kachin. On 3 May our brave fighters stormed a post at Mansi in Myanmar. "
    "Nine soldiers were killed. The enemy fled towards Bhamo."
)
KAREN = (
    "KNLA Brigade 5 report: On 14 April, our troops clashed with Burma Army soldiers at Day Bu "
    "Noh. Three enemy soldiers were killed and five wounded."
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (SHABAAB, "Al-Shabaab"),
        (FMLN, "Farabundo Marti National Liberation Front"),
        (KAREN, "Karen National Liberation Army"),
        (
            "Houthi military spokesman Yahya Saree said: We carried out a drone attack on Abha "
            "airport in Saudi Arabia on Thursday.",
            "Houthis",
        ),
    ],
)
def test_we_and_our_fighters_are_the_party_that_speaks(text: str, name: str) -> None:
    first = _claims(text)[0]
    assert [actor.name for actor in first.side_a] == [name]
    assert first.status is Status.CLAIMED


@pytest.mark.parametrize("text", [SHABAAB, FMLN])
def test_a_communique_claims_what_it_tells_of_the_enemy(text: str) -> None:
    last = _claims(text)[-1]
    assert last.status is Status.CLAIMED
    assert last.civilians_targeted


def test_who_speaks_of_the_enemy_speaks_for_a_party() -> None:
    statuses = {claim.status for claim in _claims(KACHIN)}
    assert statuses == {Status.CLAIMED}
    neutral = KACHIN.replace("The enemy", "The soldiers").replace("our brave", "rebel")
    assert Status.CLAIMED not in {claim.status for claim in _claims(neutral)}


def test_a_command_without_a_name_is_the_countrys() -> None:
    first = _claims(
        "Over the past day our defenders stormed a height near Bakhmut. Our artillery struck two "
        "command posts of the Russian army."
    )[0]
    assert first.status is Status.CLAIMED
    kinds = {(actor.kind, actor.country) for actor in (*first.side_a, *first.side_b)}
    assert (ActorKind.STATE_FORCES, "UA") in kinds


@pytest.mark.parametrize(
    "text",
    [
        # A reporter, a witness, monitors and a column speak of themselves, and do not fight.
        "We have received reports that gunmen attacked a market in Jos on Sunday, killing five "
        "people. Our correspondent says police arrived late.",
        "We fled our village near Bossangoa on 2 May when armed men attacked it. They killed my "
        "brother and burned our house.",
        "We conducted interviews with 30 witnesses. On 12 April soldiers killed six villagers in "
        "Buthidaung.",
        "On Friday bandits killed 11 of our soldiers in Zamfara State. Our army deserves better "
        "weapons.",
    ],
)
def test_others_who_say_we_claim_nothing(text: str) -> None:
    assert {claim.status for claim in _claims(text)} == {Status.STATED}


def test_what_a_party_is_quoted_with_is_not_the_reports_word() -> None:
    text = (
        '"Our forces shelled the barracks," said a banner in the town square. "We killed ten." '
        "A bomb exploded in the market of Kaduna on Monday and killed four people."
    )
    bomb = [
        claim for claim in _claims(text) if claim.sub_event_type is SubEventType.REMOTE_EXPLOSIVE
    ]
    assert [claim.status for claim in bomb] == [Status.STATED]


def test_who_fights_soldiers_of_the_country_is_not_its_state() -> None:
    first = _claims(
        "RADIO LIBERTAD, 3 MAY 90 -- [TEXT] ON 2 MAY OUR FORCES DESTROYED A TRUCK NEAR APOPA, AND "
        "15 SOLDIERS WERE KILLED. OUR FORCES SUFFERED NO CASUALTIES."
    )[0]
    assert [(actor.kind, actor.country) for actor in first.side_a] == [(ActorKind.REBEL, "SV")]


BULLETIN = (
    "Army bulletin. Near Kargil in India our troops repelled six attacks of the enemy on Monday. "
    "Pakistani aircraft struck Dras. The enemy shelled Leh."
)


@pytest.mark.parametrize(
    ("text", "place", "foe"),
    [
        (BULLETIN, "Kargil", (ActorKind.EXTERNAL_FORCES, "PK")),
        (BULLETIN, "Leh", (ActorKind.EXTERNAL_FORCES, "PK")),
        (SHABAAB, "Beledweyne", (ActorKind.EXTERNAL_FORCES, "ET")),
    ],
)
def test_the_enemy_is_whom_who_speaks_fights(
    text: str, place: str, foe: tuple[ActorKind, str]
) -> None:
    claims = [one for one in _claims(text) if one.place and one.place.name == place]
    assert foe in [(actor.kind, actor.country) for actor in claims[-1].side_a]


def test_nobody_is_the_enemy_where_no_party_speaks() -> None:
    (claim,) = _claims("A man said that the enemy shelled Dras in India on Monday.")
    assert claim.side_a == ()


@pytest.mark.parametrize(
    ("text", "kind", "country"),
    [
        (
            "Units of the Sever Group of Forces inflicted losses on two Ukrainian brigades near "
            "Vovchansk. The enemy shelled Shebekino in Russia, wounding two residents.",
            ActorKind.EXTERNAL_FORCES,
            "UA",
        ),
        (
            "Ethiopian troops met Eritrean soldiers near Badme in Ethiopia on Monday, the ministry "
            "said. The enemy shelled Adigrat in Ethiopia, killing two residents.",
            ActorKind.EXTERNAL_FORCES,
            "ER",
        ),
    ],
)
def test_the_enemy_of_a_ministrys_report_is_whom_its_own_forces_fight(
    text: str, kind: ActorKind, country: str
) -> None:
    (shelling,) = [
        claim for claim in _claims(text) if claim.sub_event_type is SubEventType.SHELLING
    ]
    assert [(actor.kind, actor.country) for actor in shelling.side_a] == [(kind, country)]


def test_a_lack_of_enemies_is_nobody() -> None:
    (claim,) = _claims(
        "Indian soldiers fought Pakistani troops at Dras in India on Monday. A helicopter was "
        "lost at Leh without enemy action, and its pilot was killed by a mine."
    )[-1:]
    assert claim.side_a == ()


def test_an_enemys_rocket_is_told_by_whom_it_hits() -> None:
    (claim,) = _claims(
        "Indian troops shelled Pakistani posts at Dras in India on Monday. Near Uri in India an "
        "enemy rocket killed two residents, the town council said."
    )[-1:]
    assert "PK" not in {actor.country for actor in claim.side_b}
    assert claim.side_a == ()


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("SAN SALVADOR, 3 MAY 90 (RADIO FARABUNDO MARTI) -- [TEXT]", "Farabundo Marti National"),
        ("(CLANDESTINE) VORGAN IN PORTUGUESE TO ANGOLA 0500 GMT 3 MAY 90 -- [TEXT]", "UNITA"),
        ("(CLANDESTINE) VOICE OF THE VALLEY IN DARI 0500 GMT 3 MAY 90 -- [TEXT]", None),
    ],
)
def test_our_forces_are_the_bands_whose_station_tells(head: str, name: str | None) -> None:
    place = {None: "KHOST IN AFGHANISTAN", "UNITA": "LUENA IN ANGOLA"}.get(name, "SANTA ANA")
    (claim,) = _claims(f"{head} OUR FORCES AMBUSHED A CONVOY AT {place} TODAY.")
    (party,) = claim.side_a
    assert party.kind is ActorKind.REBEL
    assert (party.name or "").startswith(name or "")
    assert claim.status is Status.CLAIMED


def test_our_forces_are_the_countrys_where_its_agency_tells() -> None:
    text = "KABUL, 3 MAY 90 (BAKHTAR) -- [TEXT] OUR FORCES AMBUSHED A CONVOY AT KHOST TODAY."
    (claim,) = _claims(text)
    assert [actor.kind for actor in claim.side_a] == [ActorKind.STATE_FORCES]
