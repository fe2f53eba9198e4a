"""Deeds done in revenge: they and what they answer are two events, each with its own."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Claim, Report, SubEventType


def _coded(coder: EnglishCoder, text: str) -> dict[SubEventType, Claim]:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 8, 2))])
    return {claim.sub_event_type: claim for claim in coded.claims}


def test_a_deed_and_what_it_answers_have_their_own_sides_places_and_figures(
    coder: EnglishCoder,
) -> None:
    told = _coded(
        coder,
        "Soldiers burned the village of Barani in revenge for the killing of two officers by "
        "rebels in Kaya on Sunday.",
    )
    burnt, killed = told[SubEventType.LOOTING], told[SubEventType.ATTACK]
    assert [actor.mention for actor in burnt.side_a] == ["Soldiers"]
    assert not burnt.figures
    assert [actor.mention for actor in killed.side_a] == ["rebels"]
    assert killed.place and killed.place.name == "Kaya"
    assert killed.date and killed.date.start == date(2016, 7, 31)
    assert [figure.best for figure in killed.figures] == [2]


def test_whose_helicopter_came_down_has_suffered_it(coder: EnglishCoder) -> None:
    told = _coded(
        coder,
        "Jets bombed two villages in Bie in reprisal for the loss of an Angolan helicopter, which "
        "crashed near Huambo on Sunday and killed nine.",
    )
    downed = told[SubEventType.DISRUPTED_WEAPONS]
    assert not downed.side_a
    assert "an Angolan helicopter" in [actor.mention for actor in downed.side_b]


def test_an_aircraft_that_crashes_after_it_struck_has_struck(coder: EnglishCoder) -> None:
    told = _coded(coder, "A jet bombed a market in Wau and later crashed, killing nine traders.")
    assert list(told) == [SubEventType.AIR_STRIKE]


def test_revenge_that_is_sworn_is_no_deed(coder: EnglishCoder) -> None:
    told = _coded(coder, "Villagers swore revenge for the killing of six herders in Bangolo.")
    assert list(told) == [SubEventType.ATTACK]
    assert [figure.best for figure in told[SubEventType.ATTACK].figures] == [6]


def test_a_march_and_what_it_remembers_are_two_events(coder: EnglishCoder) -> None:
    told = _coded(
        coder,
        "Some 5,000 people marched in Sharpeville on the 56th anniversary of the day when police "
        "shot dead 69 protesters there.",
    )
    march = told[SubEventType.PEACEFUL_PROTEST]
    shots = told[SubEventType.EXCESSIVE_FORCE]
    assert [figure.best for figure in march.figures] == [5000]
    assert march.date and march.date.start == date(2016, 8, 2)
    assert [figure.best for figure in shots.figures] == [69]
    assert shots.date and shots.date.start.year == 1960
    assert shots.place and shots.place.name == "Sharpeville"


def test_who_is_mourned_died_on_a_day_of_his_own(coder: EnglishCoder) -> None:
    text = "Thousands marched in Baku to mourn those shot by Soviet troops in 1990."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 8, 2))])
    march, shots = coded.claims
    assert march.date and march.date.start == date(2016, 8, 2)
    assert [str(actor.kind) for actor in march.side_a] == ["protesters"]
    assert shots.date and shots.date.start.year == 1990
    assert [actor.country for actor in shots.side_a] == ["RU"]


def test_what_happens_on_an_anniversary_is_todays(coder: EnglishCoder) -> None:
    told = _coded(coder, "On the anniversary of the coup a bomb killed five people in Ankara.")
    (bomb,) = told.values()
    assert bomb.date and bomb.date.start == date(2016, 8, 2)


@pytest.mark.parametrize(
    ("text", "deed", "unrest"),
    [
        (
            "Police shot dead two motorcyclists in Warri on Sunday, sparking a riot in which a "
            "court was razed.",
            SubEventType.ATTACK,
            SubEventType.VIOLENT_DEMONSTRATION,
        ),
        (
            "The killing of a shepherd by troops sparked a protest in Shopian on Sunday.",
            SubEventType.ATTACK,
            SubEventType.PEACEFUL_PROTEST,
        ),
        (
            "An air strike killed six farmers in Khogyani on Sunday, provoking a demonstration by "
            "hundreds of villagers.",
            SubEventType.AIR_STRIKE,
            SubEventType.PEACEFUL_PROTEST,
        ),
    ],
)
def test_a_deed_and_the_unrest_that_it_sets_off_are_two_events(
    coder: EnglishCoder, text: str, deed: SubEventType, unrest: SubEventType
) -> None:
    told = _coded(coder, text)
    assert set(told) == {deed, unrest}
    assert [str(figure.measure) for figure in told[deed].figures] == ["killed"]
    assert not any(str(figure.measure) == "killed" for figure in told[unrest].figures)


@pytest.mark.parametrize(
    "text",
    [
        "Rumours of a stolen box sparked a riot in Katsina on Sunday in which ten people died.",
        "Gunmen attacked a post at Lubero on Sunday, triggering a gun battle in which five "
        "soldiers died.",
        "Police fired tear gas at protesters in Kara on Sunday, sparking clashes.",
    ],
)
def test_what_else_sets_off_a_fight_or_a_riot_is_no_other_event(
    coder: EnglishCoder, text: str
) -> None:
    assert len(_coded(coder, text)) == 1


@pytest.mark.parametrize(
    ("text", "later", "before"),
    [
        (
            "Gunmen killed nine people in Mandera, a week after a bomb wounded four soldiers in "
            "Garissa.",
            ("Mandera", ["killed"]),
            ("Garissa", ["injured"]),
        ),
        (
            "Police arrested six men in Lahore on Wednesday, four days after a bomb killed 30 "
            "people at a mosque in Peshawar.",
            ("Lahore", ["captured"]),
            ("Peshawar", ["killed"]),
        ),
        (
            "Protesters marched in Tunis on Wednesday, a month after police shot dead a student "
            "in Sfax.",
            ("Tunis", []),
            ("Sfax", ["killed"]),
        ),
    ],
)
def test_what_was_done_days_before_is_another_event(
    coder: EnglishCoder, text: str, later: tuple[str, list[str]], before: tuple[str, list[str]]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2015, 5, 20))])
    told = {
        claim.place.name: [str(figure.measure) for figure in claim.figures]
        for claim in coded.claims
        if claim.place
    }
    assert told == dict([later, before])


@pytest.mark.parametrize(
    "text",
    [
        "A policeman died on Wednesday two days after gunmen attacked his post in Kano.",
        "Rebels entered Djibo a day after the army withdrew from the town.",
    ],
)
def test_who_died_of_it_days_later_and_who_came_after_others_left_are_one(
    coder: EnglishCoder, text: str
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2015, 5, 20))])
    assert len(coded.claims) == 1


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        (
            "The bombardment of Jayrud, which killed 43 people, began after Islamist militants "
            "killed a government pilot on Friday.",
            [[43], [1]],
        ),
        # Near miss: what people died of, and a fight that began with an attack.
        ("The deaths came after a bomb exploded in Kabul on Sunday, killing nine people.", [[9]]),
        (
            "Clashes began after rebels attacked an army post in Djibo and killed five soldiers.",
            [[5]],
        ),
    ],
)
def test_what_led_to_a_strike_is_another_event(
    coder: EnglishCoder, text: str, tolls: list[list[int]]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 7, 3))])
    told = [[figure.best for figure in claim.figures] for claim in coded.claims]
    assert told == tolls


def test_a_deed_is_not_of_the_day_of_the_unrest_that_it_sparked(coder: EnglishCoder) -> None:
    told = _coded(
        coder,
        "Two boys were stabbed to death in Gulu late on Friday. Their murder provoked a march in "
        "Lira on Monday.",
    )
    assert set(told) == {SubEventType.ATTACK, SubEventType.PEACEFUL_PROTEST}
    deed, march = told[SubEventType.ATTACK], told[SubEventType.PEACEFUL_PROTEST]
    assert deed.date and deed.date.start == date(2016, 7, 29)
    assert march.date and march.date.start == date(2016, 8, 1)


def test_unrest_is_of_the_day_told_with_it(coder: EnglishCoder) -> None:
    told = _coded(
        coder,
        "A soldier beat a street vendor in Gulu on Saturday, sparking protests on Sunday in which "
        "four people were shot dead.",
    )
    starts = {claim.date.start for claim in told.values() if claim.date}
    assert date(2016, 7, 31) in starts
