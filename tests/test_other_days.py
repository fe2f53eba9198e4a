"""The day of a cause, an occasion or a rank is not that of the event told beside it."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report, SubEventType

SATURDAY = date(2019, 6, 15)


def _days(coder: EnglishCoder, text: str) -> dict[SubEventType, list[int]]:
    """The first days, in June 2019, of the claims that a text makes, by type."""
    (coded,) = coder.code([Report(id="r", text=text, published=SATURDAY)])
    found: dict[SubEventType, list[int]] = {}
    for claim in coded.claims:
        assert claim.date is not None
        since = (claim.date.start - SATURDAY).days
        found.setdefault(claim.sub_event_type, []).append(SATURDAY.day + since)
    return found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Government troops retook Baidoa, the second town to fall in the past week.",
            SubEventType.GOVERNMENT_REGAINS,
        ),
        (
            "Rebels captured Zaranj, making it the second capital captured in the past 24 hours.",
            SubEventType.NON_STATE_OVERTAKES,
        ),
        (
            "The coalition launched raids on Sanaa in response to Thursday's missile attack on "
            "Abha airport, which wounded 26 people.",
            SubEventType.AIR_STRIKE,
        ),
        (
            "Militants executed 17 workers who were captured earlier this week at a mill in Homs.",
            SubEventType.ATTACK,
        ),
        (
            "Police in Tunis arrested four men in connection with last Friday's bombing.",
            SubEventType.ARRESTS,
        ),
        (
            "Shells hit the centre of Donetsk despite a ceasefire declared on Thursday.",
            SubEventType.SHELLING,
        ),
    ],
)
def test_day_of_another_event(coder: EnglishCoder, text: str, kind: SubEventType) -> None:
    assert _days(coder, text)[kind] == [SATURDAY.day]


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        (
            "The truce, which was agreed on Tuesday, was holding in Sukhumi.",
            SubEventType.AGREEMENT,
            11,
        ),
        (
            "Rescuers were still at the market of Saada, hit by two missiles on Monday.",
            SubEventType.SHELLING,
            10,
        ),
        (
            "The toll includes 49 who were shot by the militia in Bunia on Thursday.",
            SubEventType.ATTACK,
            13,
        ),
        (
            "The Houthis seized Taiz, Yemen's third city, in the first week of June.",
            SubEventType.NON_STATE_OVERTAKES,
            1,
        ),
    ],
)
def test_day_that_hangs_on_the_event_itself(
    coder: EnglishCoder, text: str, kind: SubEventType, day: int
) -> None:
    assert _days(coder, text)[kind] == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # a cause on the same day
        (
            "Twelve people were killed after a car bomb exploded on Friday in Aden.",
            14,
        ),
        # a time of the day, and what has gone on since then
        ("Gang members killed 70 people in Jacmel before dawn on Thursday.", 13),
        (
            "A militiaman was wounded when rebels attacked a post in Placer town, Masbate, before "
            "dawn on Thursday.",
            13,
        ),
        ("Over 14,000 people have fled Masisi since fighting broke out on Thursday.", 13),
        # what is told of the event itself
        (
            "The bombing, which killed 22 people on Thursday, was claimed by Islamic State in "
            "Nangarhar.",
            13,
        ),
        (
            "The militia ambushed a convoy near Goma on Tuesday after it refused to pay a levy.",
            11,
        ),
        (
            "Syrian troops have captured 12 villages near Hama since Monday.",
            10,
        ),
    ],
)
def test_day_of_the_event(coder: EnglishCoder, text: str, day: int) -> None:
    assert day in [one for days in _days(coder, text).values() for one in days]


def test_day_after_following(coder: EnglishCoder) -> None:
    """ "Following Thursday's raid" is after last Thursday, not the Thursday to come."""
    days = _days(coder, "Police in Karak arrested two suspects following Thursday's raid.")
    assert all(day <= SATURDAY.day for kinds in days.values() for day in kinds)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Myanmar's army said on Friday that its troops had killed 12 insurgents in Maungdaw "
            "the day before.",
            13,
        ),
        ("Rebels killed two guards in Bria on Thursday, the day before the election.", 13),
    ],
)
def test_day_before_what_was_said(coder: EnglishCoder, text: str, day: int) -> None:
    """ "The day before" at the end of a clause is the event's; before a noun it is the noun's."""
    assert list(_days(coder, text).values()) == [[day]]


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested three men on Monday over the bombing of a hotel in Taba.",
        "Two men were charged on Monday with the murder of a policeman in Craigavon.",
    ],
)
def test_the_day_of_an_arrest_is_not_that_of_the_deed(coder: EnglishCoder, text: str) -> None:
    report = Report(id="r", text=text, published=date(2010, 3, 3))
    claims = next(iter(coder.code([report]))).claims
    days = [
        str(claim.date.start)
        for claim in claims
        if claim.date is not None and claim.sub_event_type != "Arrests"
    ]
    assert days == ["2010-03-03"]


@pytest.mark.parametrize(
    "text",
    [
        "The army shelled Lashkar Gah, which the Taliban have besieged since October 2018, killing "
        "three people.",
        "Rockets hit the city of Mekelle, which has been divided since November 2018, and killed "
        "two civilians.",
        "Warplanes bombed the town of Zuwara, which militias seized on Monday, killing five men.",
        "More than 210 rockets hit northern Israel and killed a farmer, the biggest number since "
        "the beginning of the conflict on 12 May.",
        "Soldiers killed five men near Mocoa, where a police post was burnt on Wednesday.",
    ],
)
def test_what_became_of_a_place_before(coder: EnglishCoder, text: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=SATURDAY)])
    first = coded.claims[0]
    assert first.date is not None
    assert first.date.start == SATURDAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A teacher whom gunmen shot on Wednesday in Yala died of her wounds.", 12),
        ("Four soldiers were killed in an ambush that rebels set on Wednesday near Bossangoa.", 12),
        ("A car bomb in Afrin killed 13 people, of whom eight were farmers, on Wednesday.", 12),
        (
            "The raids are backed by US forces, whose command announced that a drone strike near "
            "Bulobarde on Wednesday killed 27 militants.",
            12,
        ),
        ("The bus, which was carrying pilgrims to Najaf on Wednesday, was hit by a bomb.", 12),
        (
            "A bomber struck a mosque in Peshawar, killing 30 people who had gathered for prayers "
            "on Wednesday.",
            12,
        ),
    ],
)
def test_what_a_clause_tells_of_the_event_itself(coder: EnglishCoder, text: str, day: int) -> None:
    assert day in [one for days in _days(coder, text).values() for one in days]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # what came of it: the day of the event is not told ...
        (
            "The toll from a bombing of a market in Hodeidah rose to 24 on Wednesday, hospital "
            "officials said.",
            15,
        ),
        (
            "The number of those killed when soldiers stormed a camp in Wau reached 30 on Friday.",
            15,
        ),
        ("Officials on Thursday raised the toll from the raid on a mosque in Kunduz to 31.", 15),
        ("Nine miners shot dead by gunmen at a pit near Tumeremo were buried on Monday.", 15),
        # ... or is, beside that
        (
            "The toll from Tuesday's bombing of a market in Hodeidah rose to 24 on Thursday.",
            11,
        ),
        # the day of the dead themselves, of what raised the toll, and of the burial that was hit
        ("The number of people killed in clashes in Malakal on Tuesday rose to 30.", 11),
        ("Fighting in Tripoli on Wednesday raised the number of dead to 270.", 12),
        ("A mine under a bus near Gao on Thursday brought the toll of the week to 30.", 13),
        ("A shell killed six mourners in Donetsk as they buried a soldier on Monday.", 10),
        ("Twelve men were buried alive on Monday when soldiers blew up a tunnel in Swat.", 10),
    ],
)
def test_the_day_of_what_came_of_it_is_not_the_event_s(
    coder: EnglishCoder, text: str, day: int
) -> None:
    assert set(map(tuple, _days(coder, text).values())) == {(day,)}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Gunmen stormed a cafe in Dhaka after Friday prayers and killed 20 people.", 14),
        ("Clashes broke out in Srinagar following Friday prayers and police wounded 11 men.", 14),
        (
            "Protesters loyal to the president, who resigned on Monday, blew up a bridge near "
            "Oruro.",
            15,
        ),
    ],
)
def test_days_of_prayers_and_of_office(coder: EnglishCoder, text: str, day: int) -> None:
    """Prayers are an hour of the event's day; when somebody left office is another day."""
    assert [day] in _days(coder, text).values()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Rebel rocket fire on Taiz killed five children, a monitoring group said on Friday. A "
            "rocket struck a school on Wednesday evening.",
            (12, 12),
        ),
        (
            "The raids killed 18 fighters near Derna, a monitor said on Friday. The fighters were "
            "killed in the past 48 hours, it added.",
            (13, 15),
        ),
        ("The army said on Thursday that two men had been shot dead in Armagh.", (13, 13)),
    ],
)
def test_the_day_somebody_spoke_gives_way(
    coder: EnglishCoder, text: str, days: tuple[int, int]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=SATURDAY)])
    assert [(c.date.start.day, c.date.end.day) for c in coded.claims if c.date] == [days]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "A taxi driver was shot dead by gunmen in Belfast, bringing to 45 the number of people "
            "killed since the truce ended on 28 March.",
            (SATURDAY.day, SATURDAY.day),
        ),
        (
            "Shells killed nine people in Tuzla on Friday, raising to 45 the number of dead in "
            "four days.",
            (SATURDAY.day - 1, SATURDAY.day - 1),
        ),
    ],
)
def test_the_days_that_a_sum_counts_are_not_the_event_s(
    coder: EnglishCoder, text: str, days: tuple[int, int]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=SATURDAY)])
    assert [(c.date.start.day, c.date.end.day) for c in coded.claims if c.date] == [days]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Gunmen killed two guards in Baidoa, police said Sunday.", 15),
        ("The army said on Sunday that rebels had shot nine men near Baidoa.", 15),
        ("The army said last Sunday that rebels had shot nine men near Baidoa.", 9),
        ("Gunmen killed two guards in Baidoa on Sunday, police said.", 9),
    ],
)
def test_who_spoke_on_the_weekday_after_the_report_spoke_on_its_own_day(
    coder: EnglishCoder, text: str, day: int
) -> None:
    (days,) = _days(coder, text).values()
    assert days == [day]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Guerrillas withdrew from the town of Malisevo, which they had captured on Tuesday.",
            SubEventType.NON_VIOLENT_TRANSFER,
        ),
        (
            "Gunmen shot dead an Italian guard whom they abducted on Monday near Fallujah.",
            SubEventType.ATTACK,
        ),
        (
            "Air strikes hit the town of Hammuriyeh, which the army entered on Monday.",
            SubEventType.AIR_STRIKE,
        ),
        (
            "A car bomb killed 10 people at the funeral of a councillor shot dead two days ago in "
            "Johannesburg.",
            SubEventType.REMOTE_EXPLOSIVE,
        ),
        (
            "At least 12 people died in shelling in a suburb where soldiers have held the bridge "
            "since they seized it on Monday.",
            SubEventType.SHELLING,
        ),
    ],
)
def test_the_day_of_a_taking_is_that_of_no_other_event(
    coder: EnglishCoder, text: str, kind: SubEventType
) -> None:
    assert _days(coder, text)[kind] == [SATURDAY.day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The truce which the two armies signed on Tuesday in Abeche was holding.", 11),
        ("Police dispersed protesters who blocked a bridge in Osijek on Wednesday.", 12),
        ("The rebels attacked the fort on Tuesday, killed two guards and burned a truck.", 11),
    ],
)
def test_the_day_of_the_event_is_no_others(coder: EnglishCoder, text: str, day: int) -> None:
    assert [one for days in _days(coder, text).values() for one in days] == [day]


def test_the_week_of_a_deed_that_somebody_is_accused_of(coder: EnglishCoder) -> None:
    text = "Security forces arrested six men accused of bombing a bus in Pulwama last week."
    assert _days(coder, text)[SubEventType.ARRESTS] == [SATURDAY.day]
    text = "Troops detained nine soldiers in Bamako on Monday, accusing them of looting a shop."
    assert _days(coder, text)[SubEventType.ARRESTS] == [10]


@pytest.mark.parametrize(
    "text",
    [
        "Radio Mashaal reported on Monday that 200 fighters had left the town of Nawzad in May.",
        "State radio said on Monday that 90 insurgents had surrendered in Kunar in May.",
    ],
)
def test_a_month_of_the_event_counts_before_a_day_of_speech(coder: EnglishCoder, text: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=SATURDAY)])
    assert [str(claim.date.start) for claim in coded.claims if claim.date] == ["2019-05-01"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The number of dead in bombings on trains in London on Thursday passed 50.", 13),
        ("On Thursday the death toll in the bombing of a mosque in Charsadda rose to 98.", 15),
        ("The death toll on Thursday rose to 98 in the bombing of a mosque in Charsadda.", 15),
    ],
)
def test_the_day_of_what_a_toll_is_of(coder: EnglishCoder, text: str, day: int) -> None:
    assert [one for days in _days(coder, text).values() for one in days] == [day]
