"""Who takes a place and who gives it up, by the syntax of the words that tell of it."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Actor, Report


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


def test_a_town_that_is_lost_is_where_it_was_lost(coder: EnglishCoder) -> None:
    text = (
        "Ukrainian soldiers raised the flag over Kupiansk on Saturday. Separatist leader Denis "
        "Pushilin denied that Lyman had been lost."
    )
    (coded,) = coder.code([Report(id="r", text=text, published=date(2022, 9, 12))])
    told = {(claim.place.canonical, str(claim.status)) for claim in coded.claims if claim.place}
    assert told == {("Kupyansk", "stated"), ("Lyman", "denied")}


def _types(coder: EnglishCoder, text: str) -> set[str]:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2017, 10, 20))])
    return {str(claim.sub_event_type) for claim in coded.claims}


def test_who_loses_men_and_tanks_loses_no_ground(coder: EnglishCoder) -> None:
    text = "The enemy lost up to 280 servicemen and 27 tanks over the past day, the ministry said."
    assert _types(coder, text) == {"Armed clash"}


@pytest.mark.parametrize(
    ("text", "kind", "actors", "loser"),
    [
        (
            "Georgian forces lost control of Sukhumi on Monday; Abkhaz separatists were in the "
            "centre of the town by nightfall.",
            "Non-state actor overtakes territory",
            ["rebel:GE"],
            "state forces:GE",
        ),
        (
            "The Afghan army has lost Khost, officers admitted.",
            "Non-state actor overtakes territory",
            [],
            "state forces:AF",
        ),
        (
            "Rebels have lost Kindu in eastern Congo.",
            "Government regains territory",
            [],
            "rebel:CD",
        ),
        (
            "Government troops no longer hold the airport of Herat, a general said.",
            "Non-state actor overtakes territory",
            [],
            "state forces:AF",
        ),
        (
            "Kunduz was no longer under government control on Monday.",
            "Non-state actor overtakes territory",
            [],
            "state forces:AF",
        ),
    ],
)
def test_who_loses_a_place_is_acted_on(
    coder: EnglishCoder, text: str, kind: str, actors: list[str], loser: str
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(1998, 6, 14))])
    (claim,) = coded.claims
    assert claim.sub_event_type == kind
    assert claim.control is not None and called(claim.control.from_) == loser
    assert [called(actor) for actor in claim.side_a] == actors
    assert [called(actor) for actor in claim.side_b] == [loser]


@pytest.mark.parametrize(
    ("text", "to", "left"),
    [
        (
            "M23 fighters retook the village of Kibumba, which they had lost on Friday.",
            "March 23 Movement",
            None,
        ),
        (
            "The army retook a police post in Grozny, lost to the rebels on Tuesday.",
            "state forces:RU",
            "rebel:RU",
        ),
    ],
)
def test_to_whom_a_place_had_been_lost_before_has_it_no_more(
    coder: EnglishCoder, text: str, to: str, left: str | None
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2013, 6, 14))])
    (claim,) = coded.claims
    assert claim.control is not None
    assert (called(claim.control.to), called(claim.control.from_)) == (to, left)


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("The Croat garrison of Travnik surrendered to the Bosnian army.", "state forces:BA"),
        ("The Yugoslav barracks at Varazdin surrendered to Croatian forces.", "state forces:HR"),
        ("The town of Bor surrendered to the rebels on Monday.", "rebel"),
        # Near misses: men who give themselves up.
        ("Twelve fighters surrendered to the police in Kandy.", None),
        ("A rebel commander surrendered to Indian troops in Srinagar on Friday.", None),
    ],
)
def test_a_town_or_garrison_that_surrenders_is_ground(
    coder: EnglishCoder, text: str, to: str | None
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(1993, 6, 14))])
    (claim,) = coded.claims
    assert claim.sub_event_type == "Non-violent transfer of territory"
    holder = claim.control and called(claim.control.to)
    assert (holder or "").startswith(to) if to else holder is None


@pytest.mark.parametrize(
    ("text", "kind", "to"),
    [
        # Bases are ground, though they name whose they are.
        (
            "Southern separatists surrounded the presidential palace in Aden and took two army "
            "bases in the district of Khormaksar.",
            "Non-state actor overtakes territory",
            "rebel:YE",
        ),
        # Who takes and who had it are called alike.
        (
            "The camp of Ansongo, held by Tuareg separatists, was taken at dawn by Islamists in "
            "pick-ups.",
            "Non-state actor overtakes territory",
            "rebel:ML",
        ),
        (
            "Somali regulars were thrown out of Harar by Cuban-led Ethiopian brigades.",
            "Government regains territory",
            "state forces:ET",
        ),
        (
            "American forces left Bagram airfield and handed it over to the Afghan army on Friday.",
            "Non-violent transfer of territory",
            "state forces:AF",
        ),
    ],
)
def test_who_takes_bases_and_who_is_handed_a_place_holds_it(
    coder: EnglishCoder, text: str, kind: str, to: str
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2018, 6, 14))])
    (claim,) = coded.claims
    assert claim.control is not None
    assert (claim.sub_event_type, called(claim.control.to)) == (kind, to)


@pytest.mark.parametrize(
    ("text", "to", "left"),
    [
        (
            "Government troops left Bria in the Central African Republic on Friday night and "
            "rebels moved in.",
            "rebel:CF",
            "state forces:CF",
        ),
        (
            "Ethiopian troops withdrew from Beledweyne in Somalia on Friday and Islamist fighters "
            "moved in within hours.",
            "rebel:SO",
            "external forces:ET",
        ),
        (
            "Ethiopian troops pulled out of Beledweyne on Friday; al-Shabaab fighters entered the "
            "town soon after.",
            "Al-Shabaab",
            "external forces:ET",
        ),
        (
            "Kurmuk was abandoned by rebels in Sudan on Friday night, and government soldiers "
            "marched in unopposed.",
            "state forces:SD",
            "rebel:SD",
        ),
        # Near misses: who leaves is not followed, or those who come are not armed.
        (
            "Ethiopian troops withdrew from Beledweyne on Friday and relatives moved in with the "
            "wounded.",
            None,
            "external forces:ET",
        ),
        (
            "Ethiopian troops withdrew from Beledweyne on Friday and moved in the direction of the "
            "border.",
            None,
            "external forces:ET",
        ),
    ],
)
def test_who_moves_in_where_others_left_holds_the_place(
    coder: EnglishCoder, text: str, to: str | None, left: str
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2008, 6, 14))])
    (claim,) = coded.claims
    assert claim.sub_event_type == "Non-violent transfer of territory"
    assert claim.control is not None
    assert (called(claim.control.to), called(claim.control.from_)) == (to, left)
    assert left in [called(actor) for actor in claim.side_a]
