"""Who fights whom: the two sides of a clash by how the sentence names them."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Actor, Report


def _told(actors: tuple[Actor, ...]) -> list[str]:
    return [actor.name or f"{actor.kind}:{actor.country}" for actor in actors]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "Clashes between the army and the Kachin Independence Army killed ten soldiers near "
            "Myitkyina.",
            ["state forces:MM"],
            ["Kachin Independence Army"],
        ),
        (
            "Philippine marines clashed with Abu Sayyaf on Basilan; five soldiers were killed.",
            ["state forces:PH"],
            ["Abu Sayyaf"],
        ),
        (
            "At least 12 policemen died in clashes with Naxalites in Bastar.",
            ["state forces:IN"],
            ["Communist Party of India (Maoist)"],
        ),
        (
            "Five soldiers and 14 militants were killed in a clash in North Waziristan, the "
            "military said.",
            ["state forces:PK"],
            ["rebel:PK"],
        ),
        # Beaten back: the attacker is side a.
        (
            "Afghan soldiers repelled a Taliban assault on a district centre in Faryab, the "
            "defence ministry said.",
            ["Taliban"],
            ["state forces:AF"],
        ),
        (
            "Troops threw back an assault of Houthi fighters on Aden airport on Thursday.",
            ["Houthis"],
            ["state forces:YE"],
        ),
        (
            "The garrison of Sange resisted an attack by M23 rebels on Thursday.",
            ["March 23 Movement"],
            ["state forces:CD"],
        ),
        (
            "In Marawi, Philippine troops killed four militants and repelled a raid by the Maute "
            "group on Monday.",
            ["Maute group"],
            ["state forces:PH"],
        ),
        (
            "Rwandan soldiers fell into an ambush on the road to Macomia on Monday; three were "
            "killed.",
            [],
            ["external forces:RW"],
        ),
        (
            "Rebels came under fire from an army patrol near Kidal, Mali, on Monday; five rebels "
            "died.",
            ["state forces:ML"],
            ["rebel:ML"],
        ),
        (
            "Russian forces came under mortar fire from Chechen fighters in Grozny on Monday.",
            ["rebel:RU"],
            ["state forces:RU"],
        ),
        (
            "A police convoy ran into an ambush by rebels near Lice on Monday, leaving two men "
            "dead.",
            ["rebel:TR"],
            ["state forces:TR"],
        ),
        (
            "Quick action by police reservists foiled an attack on a mast near Mandera late on "
            "Sunday; three militants were killed.",
            ["rebel:KE"],
            ["state forces:KE"],
        ),
        (
            "Ukrainian defenders repelled 14 Russian attacks near Bakhmut on Thursday.",
            ["external forces:RU"],
            ["state forces:UA"],
        ),
        (
            "Eleven died in clashes between Kurdish defenders and Islamic State near Kobani.",
            ["Islamic State"],
            ["rebel:SY"],
        ),
        (
            "Two soldiers died in clashes that erupted between militants and the army in Wana.",
            ["rebel:PK"],
            ["state forces:PK"],
        ),
        # Whom the defenders killed had attacked them.
        (
            "Somali troops repulsed an attack on the base at Elasha and killed 20 militants.",
            ["rebel:SO"],
            ["state forces:SO"],
        ),
        # No attack is stopped.
        (
            "Troops stopped three rebels near Bria and killed them.",
            ["state forces:CF"],
            ["rebel:CF"],
        ),
        (
            "An informed source said the army repelled an attack of Daesh west of the town of "
            "Rutba.",
            ["Islamic State"],
            ["state forces:IQ"],
        ),
        (
            "Soldiers and M23 fighters exchanged fire near Kibumba, killing three soldiers.",
            ["state forces:CD"],
            ["March 23 Movement"],
        ),
        # Near misses: who attacks is side a, whatever the order of their losses.
        (
            "Syrian troops attacked rebels near Homs, killing six of them.",
            ["state forces:SY"],
            ["rebel:SY"],
        ),
        (
            "Rebels killed nine soldiers and lost two men in an ambush near Kidal, Mali.",
            ["rebel:ML"],
            ["state forces:ML"],
        ),
    ],
)
def test_two_opponents_stand_on_the_sides_that_the_sentence_gives_them(
    coder: EnglishCoder, text: str, first: list[str], second: list[str]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 5, 18))])
    claim = coded.claims[0]
    assert _told(claim.side_a) == first
    assert _told(claim.side_b) == second


@pytest.mark.parametrize(
    ("text", "forces"),
    [
        (
            "Some 80,000 people fled the town of Lawdar after clashes between al-Qaeda militants "
            "and government troops.",
            ["Al-Qaeda", "state forces:YE"],
        ),
        (
            "More than 11,000 people have been displaced in Catatumbo by fighting between the ELN "
            "and the army.",
            ["National Liberation Army", "state forces:CO"],
        ),
    ],
)
def test_both_sides_of_a_clash_drive_people_out(
    coder: EnglishCoder, text: str, forces: list[str]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 5, 18))])
    (flight,) = (claim for claim in coded.claims if claim.sub_event_type == "Displacement")
    assert _told(flight.side_a) == forces


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Sudan's army and the SPLM-N signed a truce in Addis Ababa.", {"state forces", "rebel"}),
        (
            "A ceasefire deal between the Congolese government and M23 was signed in Nairobi.",
            {"state forces", "rebel"},
        ),
        # Near miss: another state's forces stay abroad.
        (
            "Ethiopian troops and al-Shabaab agreed on a ceasefire in Baidoa, Somalia.",
            {"external forces", "rebel"},
        ),
    ],
)
def test_a_government_is_no_external_force_where_it_signs(
    coder: EnglishCoder, text: str, kinds: set[str]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 5, 18))])
    claim = next(claim for claim in coded.claims if claim.sub_event_type == "Agreement")
    assert {str(actor.kind) for actor in (*claim.side_a, *claim.side_b)} == kinds


def test_who_raided_a_town_that_people_fled_is_the_one_attacker(coder: EnglishCoder) -> None:
    text = "Thousands of villagers fled Masisi in Congo after M23 rebels attacked the town."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 5, 18))])
    for claim in coded.claims:
        assert "state forces:CD" not in _told(claim.side_a)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "About 400 families fled Choco after ELN guerrillas threatened them.",
            ["National Liberation Army"],
        ),
        (
            "Hundreds of residents fled Kumshe on Monday after gunmen attacked the village.",
            ["unidentified armed group:None"],
        ),
        # Near miss: who is attacked drives nobody out.
        ("Some 300 people fled Diffa when soldiers were attacked there on Sunday.", []),
    ],
)
def test_people_flee_who_attacks(coder: EnglishCoder, text: str, first: list[str]) -> None:
    (coded,) = coder.code([Report(id="t", text=text, published=date(2019, 5, 14))])
    sides = [_told(one.side_a) for one in coded.claims if one.sub_event_type == "Displacement"]
    assert sides == [first]


def test_another_name_of_a_speaker_takes_no_part(coder: EnglishCoder) -> None:
    text = (
        "A barrel bomb killed four people in Saraqib, said the Syrian Civil Defence, also known as "
        "the White Helmets."
    )
    (coded,) = coder.code([Report(id="t", text=text, published=date(2019, 5, 14))])
    assert [_told(one.side_b) for one in coded.claims] == [["civilians:SY"]]


def test_loyalist_gunmen_are_no_forces_of_the_state(coder: EnglishCoder) -> None:
    text = "Loyalist gunmen killed two Catholics in Portadown."
    (coded,) = coder.code([Report(id="t", text=text, published=date(1995, 5, 14))])
    sides = [(_told(one.side_a), _told(one.side_b)) for one in coded.claims]
    assert sides == [(["identity militia:GB"], ["civilians:GB"])]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "Armenian and Azerbaijani troops exchanged fire near Vardenis, Armenia; two died.",
            ["state forces:AM"],
            ["external forces:AZ"],
        ),
        (
            "Ugandan and Rwandan troops fought each other in Kisangani, Congo; 50 people died.",
            ["external forces:UG"],
            ["external forces:RW"],
        ),
        (
            "Thai and Cambodian soldiers clashed near Surin, Thailand, leaving three dead.",
            ["state forces:TH"],
            ["external forces:KH"],
        ),
        # Near miss: they fight somebody else together.
        (
            "Kenyan and Somali troops fought al-Shabaab near Dhobley, Somalia; four died.",
            ["external forces:KE", "state forces:SO"],
            ["Al-Shabaab"],
        ),
    ],
)
def test_two_armies_of_one_phrase_fight_each_other(
    coder: EnglishCoder, text: str, first: list[str], second: list[str]
) -> None:
    (coded,) = coder.code([Report(id="t", text=text, published=date(2014, 5, 6))])
    assert [(_told(one.side_a), _told(one.side_b)) for one in coded.claims] == [(first, second)]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "Ugandan and Rwandan troops shelled each other in Kisangani, Congo, on Monday.",
            ["external forces:UG"],
            ["external forces:RW"],
        ),
        (
            "The army and the M23 rebels traded mortar fire near Kibati, Congo, on Sunday.",
            ["state forces:CD"],
            ["March 23 Movement"],
        ),
        (
            "Indian and Pakistani soldiers traded artillery fire at Uri in Kashmir, killing four "
            "villagers.",
            ["state forces:IN"],
            ["external forces:PK"],
        ),
        # Near miss: both fire at somebody else.
        (
            "Kenyan and Somali troops shelled al-Shabaab fighters near Dhobley, Somalia.",
            ["external forces:KE", "state forces:SO"],
            ["Al-Shabaab"],
        ),
    ],
)
def test_two_sides_that_fire_at_each_other_are_two(
    coder: EnglishCoder, text: str, first: list[str], second: list[str]
) -> None:
    (coded,) = coder.code([Report(id="t", text=text, published=date(2014, 5, 6))])
    (claim,) = coded.claims
    assert _told(claim.side_a) == first
    assert [one for one in _told(claim.side_b) if not one.startswith("civilians")] == second


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "Iranian gunboats fired at a US destroyer in the Persian Gulf on Monday.",
            ["external forces:IR"],
            ["external forces:US"],
        ),
        # Near miss: a port is a country's.
        (
            "Iranian marines fired at a US destroyer in the port of Bushehr on Monday.",
            ["state forces:IR"],
            ["external forces:US"],
        ),
    ],
)
def test_navies_that_meet_at_sea_are_abroad(
    coder: EnglishCoder, text: str, first: list[str], second: list[str]
) -> None:
    (coded,) = coder.code([Report(id="t", text=text, published=date(2014, 5, 6))])
    (claim,) = coded.claims
    assert (_told(claim.side_a), _told(claim.side_b)) == (first, second)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        # Two of one phrase are one side.
        (
            "Six soldiers from Niger and Chad died in clashes with Boko Haram near Diffa in Niger.",
            ["state forces:NE", "external forces:TD"],
            ["Boko Haram"],
        ),
        # Joined subjects act together.
        (
            "French attack helicopters and Malian troops drove rebels out of Gao on Sunday.",
            ["external forces:FR", "state forces:ML"],
            ["rebel:ML"],
        ),
        (
            "Afghan police and American soldiers killed nine Taliban fighters in Kunar.",
            ["state forces:AF", "external forces:US"],
            ["Taliban"],
        ),
        # Near miss: they fight each other.
        (
            "Rebels and soldiers fought a battle near Bor, South Sudan, killing nine.",
            ["rebel:SS"],
            ["state forces:SS"],
        ),
    ],
)
def test_those_whom_a_phrase_joins_stand_together(
    coder: EnglishCoder, text: str, first: list[str], second: list[str]
) -> None:
    (coded,) = coder.code([Report(id="t", text=text, published=date(2014, 3, 1))])
    (claim,) = coded.claims
    assert (_told(claim.side_a), _told(claim.side_b)) == (first, second)
