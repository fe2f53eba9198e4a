"""Ground that changes hands: what is an event, who stands on which side, who had it before."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Actor, Claim, Report


def code(coder: EnglishCoder, text: str) -> tuple[Claim, ...]:
    report = Report(id="r", text=text, published=date(2020, 5, 10))
    return next(iter(coder.code([report]))).claims


def called(actor: Actor | None) -> str | None:
    return None if actor is None else actor.name or f"{actor.kind}:{actor.country}"


@pytest.mark.parametrize(
    ("text", "kind", "to", "left"),
    [
        (
            "The army on Sunday completed the capture of Aguelhok, the last town held by Tuareg"
            " rebels.",
            "Government regains territory",
            "state forces:ML",
            "rebel:ML",
        ),
        (
            "Iraqi forces announced the capture of the last territory held by Islamic State in"
            " Anbar province.",
            "Government regains territory",
            "state forces:IQ",
            "Islamic State",
        ),
        (
            "Government troops have taken Manerplaw, the headquarters of the Karen rebels.",
            "Government regains territory",
            "state forces:MM",
            "rebel:MM",
        ),
    ],
)
def test_who_held_what_is_taken_loses_it(
    coder: EnglishCoder, text: str, kind: str, to: str, left: str
) -> None:
    [claim] = code(coder, text)
    assert claim.sub_event_type == kind
    assert claim.control is not None
    assert (called(claim.control.to), called(claim.control.from_)) == (to, left)
    assert [called(actor) for actor in claim.side_a] == [to]
    assert [called(actor) for actor in claim.side_b] == [left]


def test_who_is_attacked_where_he_holds_ground_has_lost_none(coder: EnglishCoder) -> None:
    text = "Rebels fired on the army in Bor on Friday, the last town held by government troops."
    assert all(claim.control is None for claim in code(coder, text))


GAINS = {"Government regains territory", "Non-state actor overtakes territory"}


@pytest.mark.parametrize(
    "text",
    [
        "Rebels tried to seize Ndele but were repelled by the army.",
        "Militiamen failed to capture the town of Bor after two days of fighting.",
        "Government forces launched an offensive to retake Bria from the rebels on Friday.",
    ],
)
def test_ground_that_is_only_fought_for_is_not_taken(coder: EnglishCoder, text: str) -> None:
    claims = code(coder, text)
    assert claims
    assert all(claim.sub_event_type not in GAINS and not claim.control for claim in claims)


def test_ground_taken_in_an_attempt_at_something_else_is_taken(coder: EnglishCoder) -> None:
    text = "Rebels captured Ndele on Friday in an attempt to cut the road to the capital."
    assert {claim.sub_event_type for claim in code(coder, text)} & GAINS


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("British troops have taken Basra, a military spokesman said.", "external forces:GB"),
        ("US marines seized the Iraqi port of Umm Qasr.", "external forces:US"),
        (
            "Burundian troops crossed into Congo and took Kavumu from rebels.",
            "external forces:BI",
        ),
    ],
)
def test_a_town_that_troops_take_is_no_deployment(coder: EnglishCoder, text: str, to: str) -> None:
    [claim] = code(coder, text)
    assert claim.sub_event_type == "Non-state actor overtakes territory"
    assert claim.control is not None
    assert called(claim.control.to) == to


@pytest.mark.parametrize(
    "text",
    [
        "Police seized three tonnes of cocaine in the port of Buenaventura on Friday.",
        "The army sent 200 troops to Basra on Friday to take over guard duties.",
        "On Monday the rebels freed two missionaries seized in Pader last week.",
    ],
)
def test_what_is_seized_in_a_town_is_not_the_town(coder: EnglishCoder, text: str) -> None:
    assert all(claim.control is None for claim in code(coder, text))


@pytest.mark.parametrize(
    ("text", "loser"),
    [
        ("Iraq recaptured the Faw peninsula from Iran on Monday.", "external forces:IR"),
        ("Armenian forces captured Kelbajar from Azerbaijan.", "state forces:AZ"),
        (
            "Eritrean troops captured the border town of Badme from Ethiopia.",
            "state forces:ET",
        ),
    ],
)
def test_a_country_from_which_ground_is_taken_loses_it(
    coder: EnglishCoder, text: str, loser: str
) -> None:
    [claim] = code(coder, text)
    assert [called(actor) for actor in claim.side_b] == [loser]
    assert claim.control is not None
    assert called(claim.control.from_) == loser


@pytest.mark.parametrize(
    ("text", "fell"),
    [
        ("The Taliban besieged Herat for a month. On Sunday the city fell.", True),
        ("The Taliban besieged Kunduz for a week. On Friday the city fell.", True),
        ("Rebels attacked Makeni. The town fell into chaos.", False),
        ("Shells hit Bunia on Monday. The village fell quiet.", False),
        ("Rebels attacked Makeni on Sunday. The government fell on Monday.", False),
    ],
)
def test_a_town_named_before_falls(coder: EnglishCoder, text: str, fell: bool) -> None:
    kinds = {claim.sub_event_type for claim in code(coder, text)}
    assert ("Non-state actor overtakes territory" in kinds) == fell


def test_a_country_that_men_come_from_loses_nothing(coder: EnglishCoder) -> None:
    claims = code(coder, "Police captured three gunmen from Iran in Basra on Friday.")
    assert "external forces:IR" not in {called(a) for claim in claims for a in claim.side_b}


TRANSFER = "Non-violent transfer of territory"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Kenyan troops pulled out of Badhaadhe town on Friday.", "state forces:KE"),
        ("Norway has withdrawn its soldiers from Kunduz, the army said.", "external forces:NO"),
        ("Afghan forces pulled out of Musa Qala district.", "state forces:AF"),
        (
            "UNITA fighters abandoned Jamba without a fight.",
            "UNITA",
        ),
    ],
)
def test_armed_men_who_leave_a_place_hand_it_over(
    coder: EnglishCoder, text: str, left: str
) -> None:
    [claim] = code(coder, text)
    assert claim.sub_event_type == TRANSFER
    assert claim.control is not None
    assert claim.control.to is None
    assert called(claim.control.from_) == left


@pytest.mark.parametrize(
    "text",
    [
        "Ghana will send 300 soldiers to Juba next month, the army said on Friday.",
        "Rebels and the government signed a deal on Friday under which troops will leave Bor.",
        "Some 400 families were evacuated from Bor by the army on Friday.",
    ],
)
def test_who_does_not_leave_a_place_hands_none_over(coder: EnglishCoder, text: str) -> None:
    assert TRANSFER not in {claim.sub_event_type for claim in code(coder, text)}


@pytest.mark.parametrize(
    ("text", "gives", "gets", "to"),
    [
        (
            "UN peacekeepers handed over their base in Kidal to the Malian army.",
            "United Nations",
            "state forces:ML",
            "state forces:ML",
        ),
        (
            "Opposition fighters surrendered the town of Darayya to the army under a deal.",
            "rebel:SY",
            "state forces:SY",
            "state forces:SY",
        ),
        (
            "Georgian troops withdrew from Gori as Russian tanks advanced.",
            "state forces:GE",
            "external forces:RU",
            None,
        ),
    ],
)
def test_who_gives_a_place_up_acts(
    coder: EnglishCoder, text: str, gives: str, gets: str, to: str | None
) -> None:
    [claim] = code(coder, text)
    assert claim.sub_event_type == TRANSFER
    assert [called(actor) for actor in claim.side_a] == [gives]
    assert [called(actor) for actor in claim.side_b] == [gets]
    assert claim.control is not None
    assert (called(claim.control.to), called(claim.control.from_)) == (to, gives)


def test_who_takes_what_others_left_acts(coder: EnglishCoder) -> None:
    text = "Government forces entered Tarhuna on Friday after the Libyan National Army withdrew."
    [claim] = code(coder, text)
    assert [called(actor) for actor in claim.side_a] == ["state forces:LY"]
    assert [called(actor) for actor in claim.side_b] == ["Libyan National Army"]


def test_men_who_surrender_give_up_no_ground(coder: EnglishCoder) -> None:
    [claim] = code(coder, "Some 300 rebels surrendered to the army in Kotido.")
    assert [called(actor) for actor in claim.side_a] == ["rebel:UG"]
    assert [called(actor) for actor in claim.side_b] == ["state forces:UG"]
    assert claim.control is None


def test_nothing_changes_hands_where_men_retreat_to(coder: EnglishCoder) -> None:
    [claim] = code(coder, "Rebels pulled back to Bangassou on Monday.")
    assert claim.control is None
    [claim] = code(coder, "Government soldiers retreated from Minova to Sake on Friday.")
    assert claim.place is not None
    assert claim.place.name == "Minova"
    assert claim.control is not None


@pytest.mark.parametrize(
    ("text", "place", "to"),
    [
        ("The town of Kobane is now in the hands of Kurdish fighters.", "Kobane", "rebel:SY"),
        ("The Houthis now hold the port of Mocha.", "Mocha", "Houthis"),
        (
            "Srebrenica fell to the Bosnian Serbs on Tuesday.",
            "Srebrenica",
            "Army of Republika Srpska",
        ),
        (
            "Huambo has passed into the hands of UNITA.",
            "Huambo",
            "UNITA",
        ),
        (
            "Fallujah is in the hands of gunmen, a police officer said.",
            "Fallujah",
            "unidentified armed group:None",
        ),
    ],
)
def test_who_has_a_place_now_has_taken_it(
    coder: EnglishCoder, text: str, place: str, to: str
) -> None:
    [claim] = code(coder, text)
    assert claim.sub_event_type == "Non-state actor overtakes territory"
    assert claim.place is not None
    assert claim.place.name == place
    assert claim.control is not None
    assert called(claim.control.to) == to


@pytest.mark.parametrize(
    "text",
    [
        "Goma remains under the control of M23.",
        "El Fasher remains under siege by the RSF.",
        "The company now holds 40 percent of the port of Mocha.",
        "Gaza has been controlled by Hamas since 2007.",
    ],
)
def test_a_place_that_stays_in_the_same_hands_is_no_news(coder: EnglishCoder, text: str) -> None:
    assert not code(coder, text)


def test_an_army_stands_once_where_the_place_is_not_known(coder: EnglishCoder) -> None:
    text = "Vietnamese troops overran a Khmer Rouge base near the Thai border."
    [claim] = code(coder, text)
    assert [called(actor) for actor in claim.side_a] == ["external forces:VN"]
    assert [called(actor) for actor in claim.side_b] == ["Khmer Rouge"]


def test_a_police_station_that_is_seized_is_no_haul(coder: EnglishCoder) -> None:
    [claim] = code(coder, "Gang members seized the police station in Ganthier, Haiti, on Thursday.")
    assert claim.sub_event_type == "Non-state actor overtakes territory"


def test_who_is_taken_by_surprise_has_lost_no_ground(coder: EnglishCoder) -> None:
    [claim] = code(coder, "The army took the rebels by surprise in Gulu.")
    assert claim.sub_event_type == "Armed clash"
    assert claim.control is None


def test_a_town_is_no_armed_group(coder: EnglishCoder) -> None:
    text = "The army repulsed an attempt by the Taliban to capture Lashkar Gah."
    [claim] = code(coder, text)
    assert "Lashkar Gah" not in {actor.name for actor in (*claim.side_a, *claim.side_b)}


def test_a_word_of_a_groups_name_tells_of_nothing(coder: EnglishCoder) -> None:
    text = (
        "TRIPOLI - Fighters of the Government of National Accord drove Haftar's forces out of"
        " Tarhuna on Friday, a GNA spokesman said. The Libyan National Army said it had redeployed"
        " its units outside Tripoli. Videos showed GNA fighters raising flags over the town hall."
        " The UN called for restraint."
    )
    assert "Agreement" not in {claim.sub_event_type for claim in code(coder, text)}


@pytest.mark.parametrize(
    "text",
    [
        "Government troops entered Kidal on Tuesday after the rebels withdrew.",
        "Ukrainian troops entered Kherson on Friday after Russian forces withdrew to the east.",
        "UN peacekeepers handed their base in Tessalit to the Malian army on Saturday.",
    ],
)
def test_who_comes_after_others_left_has_the_place_without_a_fight(
    coder: EnglishCoder, text: str
) -> None:
    kinds = [claim.sub_event_type for claim in code(coder, text)]
    assert kinds == ["Non-violent transfer of territory"]


def test_an_empty_palace_does_not_undo_a_battle(coder: EnglishCoder) -> None:
    text = (
        "Southern separatists took control of all camps in Aden on Saturday after four days of "
        "fighting. The separatists seized the presidential palace, which was empty, without a "
        "fight."
    )
    kinds = {claim.sub_event_type for claim in code(coder, text)}
    assert "Non-state actor overtakes territory" in kinds


def test_what_somebody_holds_in_passing_is_no_event(coder: EnglishCoder) -> None:
    text = "The Houthis, who hold Sanaa, on Thursday fired a missile at a parade in Aden."
    kinds = [claim.sub_event_type for claim in code(coder, text)]
    assert kinds == ["Shelling/artillery/missile attack"]


@pytest.mark.parametrize(
    "text",
    [
        "Army units advanced into Sake and took it from M23 rebels.",
        "Congolese soldiers attacked Sake on Sunday, seizing it from M23 rebels.",
    ],
)
def test_it_is_the_town_that_is_taken(coder: EnglishCoder, text: str) -> None:
    controls = [claim.control for claim in code(coder, text) if claim.control]
    assert controls
    for control in controls:
        assert called(control.to) == "state forces:CD"
        assert called(control.from_) == "March 23 Movement"


@pytest.mark.parametrize(
    "text",
    [
        "The rebels threatened to seize Bukavu.",
        "The army vowed to recapture the town of Kati from the militants.",
        "Russian troops are to withdraw from the town of Gori on Friday.",
        "The rebels agreed to hand over the airport at Goma to UN troops.",
        "Ethiopia will hand over the town of Badme to Eritrea by December.",
        "The general ordered his men to recapture the town of Sake from M23.",
    ],
)
def test_what_is_only_meant_changes_no_hands(coder: EnglishCoder, text: str) -> None:
    claims = code(coder, text)
    assert all(claim.control is None for claim in claims)
    assert {claim.status for claim in claims if claim.sub_event_type in {*GAINS, TRANSFER}} <= {
        "planned"
    }


def test_what_was_vowed_and_done_is_done(coder: EnglishCoder) -> None:
    text = "The army, which had vowed to retake Kati, captured the town from rebels on Friday."
    assert [claim.control is not None for claim in code(coder, text)] == [True]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Ukrainian forces captured more than 100 Russian soldiers near Sudzha.",
            "Abduction/forced disappearance",
        ),
        ("Turkey captured the rebel leader Abdullah Ocalan in Kenya.", None),
        (
            "Security men seized 25 Kalashnikovs and three rocket launchers in Khogyani.",
            "Disrupted weapons use",
        ),
        ("A hundred gunmen handed over their rifles in Torit on Sunday.", "Disrupted weapons use"),
        ("The government has evacuated 4,000 villagers from Maungdaw.", "Displacement"),
        ("Rebels fled towards Mullaitivu, leaving their vehicles behind.", None),
    ],
)
def test_people_and_arms_are_no_ground(coder: EnglishCoder, text: str, kind: str | None) -> None:
    claims = code(coder, text)
    assert all(claim.control is None for claim in claims)
    assert kind is None or kind in {claim.sub_event_type for claim in claims}


@pytest.mark.parametrize(
    ("text", "to"),
    [
        (
            "The army extended its control over the town of Talisay after clashes with the rebels.",
            "state forces:PH",
        ),
        ("Maoist rebels overran the barracks at Ghorahi, killing 14 soldiers.", "rebel:NP"),
        ("The army has pushed al-Shabab out of a string of villages in Hiran.", "state forces:SO"),
        ("M23 rebels entered the border town of Bunagana on Monday.", "March 23 Movement"),
        ("Sri Lankan troops marched into Kilinochchi on Friday.", "state forces:LK"),
        ("Goma fell on Tuesday, M23 rebels said.", "March 23 Movement"),
    ],
)
def test_who_has_a_place_now(coder: EnglishCoder, text: str, to: str) -> None:
    assert [called(c.control.to) for c in code(coder, text) if c.control] == [to]


@pytest.mark.parametrize(
    "text",
    [
        "Three shells fell on Goma on Friday, killing two people.",
        "Rebels entered the town of Konna on Thursday and killed 12 soldiers.",
        "Troops entered Bangui on Friday to protect the airport.",
        "Rebels entered N'Djamena on Saturday but were driven out by the army.",
        "UN peacekeepers entered Bentiu on Monday.",
        "On Monday Israeli tanks pushed into the southern district of Deir al-Balah.",
        "Russian troops entered the town of Gori in Georgia on Tuesday.",
        "In Kunduz, which the Taliban hold, an air strike killed four civilians.",
    ],
)
def test_who_does_not_have_a_place(coder: EnglishCoder, text: str) -> None:
    assert all(claim.control is None for claim in code(coder, text))


def test_the_second_of_a_list_whose_first_is_unknown(coder: EnglishCoder) -> None:
    text = "In four days the rebels took Ngorowe, Bambari and Sibut."
    places = {claim.place.canonical for claim in code(coder, text) if claim.place}
    assert {"Bambari", "Sibut"} <= places


def test_a_name_that_is_given_up_is_a_place(coder: EnglishCoder) -> None:
    [claim] = code(coder, "The Malian army gave up Konna on Friday.")
    assert claim.place is not None
    assert claim.place.canonical == "Konna"


@pytest.mark.parametrize(
    "text",
    [
        "The Houthis have captured wide areas of Marib province.",
        "Ethiopian forces seized large swathes of territory from the rebels in Amhara.",
        "Rebels seized several villages near Lalibela on Friday.",
        "Rebels captured several towns in Sudan.",
        "Three soldiers died in a fight for control of the town of Bama.",
        "Sudan withdrew fighter planes from its airbase in Dongola on Monday.",
        "Sudan withdrew a number of jets from its airbase in Dongola on Monday.",
        "Rebels took control of several hamlets in the hills around Manbij.",
        "The army lifted the siege of the town of Dilling.",
    ],
)
def test_no_named_place_changes_hands(coder: EnglishCoder, text: str) -> None:
    assert all(claim.control is None for claim in code(coder, text))


def test_what_somebody_claims_to_have_taken_is_told_as_taken(coder: EnglishCoder) -> None:
    text = "The M23 claims to have captured Bunagana after an offensive against the army."
    controls = [called(claim.control.to) for claim in code(coder, text) if claim.control]
    assert controls == ["March 23 Movement"]


@pytest.mark.parametrize(
    "text",
    [
        "The power plant at Enerhodar has been captured by Russian forces.",
        "Iraqi commandos captured the general hospital in Fallujah, detaining 50 men.",
    ],
)
def test_a_site_that_is_captured_is_not_arrested(coder: EnglishCoder, text: str) -> None:
    assert {c.sub_event_type for c in code(coder, text)} & {*GAINS, TRANSFER}


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Jets bombed Kupiansk, which Russian troops captured on Friday.", "external forces:RU"),
        ("Shells hit Bama, which Boko Haram seized last week.", "Boko Haram"),
    ],
)
def test_a_strike_on_what_a_clause_says_was_taken(coder: EnglishCoder, text: str, to: str) -> None:
    strike, gain = sorted(code(coder, text), key=lambda claim: claim.control is not None)
    assert gain.control is not None
    assert called(gain.control.to) == to
    assert strike.sub_event_type not in GAINS


def test_a_nameless_taker_is_the_band_beside_it(coder: EnglishCoder) -> None:
    text = "Militants took the town of Sangin on Monday. Taliban fighters also seized its market."
    controls = [claim.control for claim in code(coder, text) if claim.control]
    assert {called(control.to) for control in controls} == {"Taliban"}


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban retreated from the town of Sangin, taking 28 policemen with them.",
        "Rebels left the town of Bambari on Friday, seizing 15 soldiers on the way.",
    ],
)
def test_who_is_counted_takes_no_place(coder: EnglishCoder, text: str) -> None:
    controls = [claim.control for claim in code(coder, text) if claim.control]
    assert controls
    assert {control.to for control in controls} == {None}
