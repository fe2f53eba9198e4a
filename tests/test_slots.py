"""Where, when and how many: which of the values that a text gives an event a claim shows."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.coding.desks import gives_way
from dateline.coding.event_dates import date_of
from dateline.coding.event_figures import figures_of
from dateline.coding.event_places import place_of
from dateline.coding.happenings import NONE, Happening
from dateline.model import Claim, Report
from found import read


@pytest.mark.parametrize(
    ("places", "chosen"),
    [
        # A place of the trigger's own sentence, against a likelier one of the sentence before ...
        ({0: 0.8, 1: 0.7}, "Taftanaz"),
        ({0: 0.8, 1: 0.4}, "Binnish"),
        ({0: 0.95, 1: 0.7}, "Binnish"),
        # ... and of the sentence after.
        ({1: 0.5, 2: 0.8}, "Taftanaz"),
        ({1: 0.3, 2: 0.8}, "Sarmin"),
        ({2: 0.05}, None),
    ],
)
def test_a_place_counts_less_where_another_sentence_names_it(
    coder: EnglishCoder, places: dict[int, float], chosen: str | None
) -> None:
    text = "The army left Binnish. Rebels attacked Taftanaz. They came from Sarmin."
    findings = read(coder, text)
    assert [mention.place.name for mention in findings.places] == ["Binnish", "Taftanaz", "Sarmin"]
    attacked = next(trigger for trigger in findings.triggers if trigger.lemma == "attack")
    told = Happening(attacked, {"Armed clash": 0.9, NONE: 0.1}, places=places)
    place = place_of(findings, [told], 0.1)
    assert (place and place.name) == chosen


@pytest.mark.parametrize(
    "opening",
    [
        "Rebels pushed towards Idlib on Friday. The army fled.",
        # A line before the title opens no section, nor do its two lines.
        "Last updated on Friday.\n\nRebels push towards Idlib\n\nArmy is said to flee\n\nIt is.",
    ],
)
def test_a_place_of_another_section_counts_less(coder: EnglishCoder, opening: str) -> None:
    text = (
        f"{opening}\n\nJETS STRIKE BINNISH\n\n"
        "Jets bombed a depot in Binnish.\n\nSOLDIERS CAPTURED\n\nMilitants held dozens of them."
    )
    findings = read(coder, text)
    names = [mention.place.name for mention in findings.places]
    (lead,) = (index for index, name in enumerate(names) if name == "Idlib")
    other = max(index for index, name in enumerate(names) if name.casefold() == "binnish")
    held = max(findings.triggers, key=lambda trigger: trigger.index)

    def chosen(places: dict[int, float]) -> str | None:
        told = Happening(held, {"Armed clash": 0.9, NONE: 0.1}, places=places)
        place = place_of(findings, [told], 0.1)
        return place.name if place else None

    # What the lead names is of every section.
    assert chosen({lead: 0.5, other: 0.7}) == "Idlib"
    assert chosen({lead: 0.5, other: 0.9}) == "Binnish"
    assert chosen({other: 0.7}) == "Binnish"


def test_of_places_as_likely_the_one_named_most_often_is_chosen(coder: EnglishCoder) -> None:
    text = "People fled to Binnish as Taftanaz was shelled. Taftanaz is a town. It was quiet later."
    findings = read(coder, text)
    assert [mention.place.name for mention in findings.places] == ["Binnish", *["Taftanaz"] * 2]
    fled = findings.triggers[0]
    told = Happening(fled, {"Armed clash": 0.9, NONE: 0.1}, places={0: 0.601, 1: 0.6})
    place = place_of(findings, [told], 0.1)
    assert place is not None and place.name == "Taftanaz"


@pytest.mark.parametrize(
    ("dates", "chosen"),
    [
        ({0: 0.7, 1: 0.6}, "2024-11-28"),
        ({0: 0.95, 1: 0.5}, "2011-03-01"),
        # A day that is not sure enough takes no place.
        ({0: 0.7, 1: 0.44}, "2011-03-01"),
        # What is told of neither was told of on the day of publication.
        ({0: 0.4, 1: 0.3}, "2024-11-30"),
    ],
)
def test_a_month_counts_less_than_a_day(
    coder: EnglishCoder, dates: dict[int, float], chosen: str
) -> None:
    text = "The war began in March 2011 and many died. Jets bombed Binnish on Thursday."
    findings = read(coder, text)
    assert [str(mention.date.precision) for mention in findings.dates] == ["month", "day"]
    bombed = next(trigger for trigger in findings.triggers if trigger.lemma == "bomb")
    told = Happening(bombed, {"Air/drone strike": 1.0, NONE: 0.0}, dates=dates)
    when = date_of(findings, [told], 0.45)
    assert when is not None and str(when.start) == chosen


def test_a_week_counts_as_much_as_a_day(coder: EnglishCoder) -> None:
    findings = read(coder, "Jets bombed Binnish last week. It was rebuilt on Thursday.")
    assert [str(mention.date.precision) for mention in findings.dates] == ["week", "day"]
    told = Happening(
        findings.triggers[0], {"Air/drone strike": 1.0, NONE: 0.0}, dates={0: 0.7, 1: 0.6}
    )
    when = date_of(findings, [told], 0.45)
    assert when is not None and when.precision == "week"


def test_a_date_counts_less_at_a_word_that_may_tell_of_nothing(coder: EnglishCoder) -> None:
    findings = read(coder, "Jets bombed Binnish on Thursday. They had attacked it on Tuesday.")
    bombed, attacked = (
        next(trigger for trigger in findings.triggers if trigger.lemma == lemma)
        for lemma in ("bomb", "attack")
    )
    sure = Happening(bombed, {NONE: 0.1}, dates={0: 0.8})
    for none, day in ((0.4, "2024-11-28"), (0.0, "2024-11-26")):
        unsure = Happening(attacked, {NONE: none}, dates={1: 0.9})
        when = date_of(findings, [sure, unsure], 0.45)
        assert when is not None and str(when.start) == day


def test_the_day_beside_a_doubtful_word_is_its_own(coder: EnglishCoder) -> None:
    findings = read(coder, "Rumours of a truce on Tuesday are false. Jets came on Thursday.")
    truce = next(trigger for trigger in findings.triggers if trigger.lemma == "truce")
    for dates, day in (({0: 0.9}, "2024-11-26"), ({1: 0.9}, "2024-11-30")):
        told = Happening(truce, {"Agreement": 0.45, NONE: 0.55}, dates=dates)
        when = date_of(findings, [told], 0.5)
        assert when is not None and str(when.start) == day


def test_a_day_of_history_beside_a_doubtful_word_is_none_of_its_own(coder: EnglishCoder) -> None:
    findings = read(coder, "Four men are held over a truce of 9 May 2005.")
    truce = next(trigger for trigger in findings.triggers if trigger.lemma == "truce")
    told = Happening(truce, {"Agreement": 0.45, NONE: 0.55}, dates={0: 0.9})
    when = date_of(findings, [told], 0.5)
    assert when is not None and str(when.start) == "2024-11-30"


def test_what_goes_on_since_a_day_dates_nothing_that_is_told_beside_it(
    coder: EnglishCoder,
) -> None:
    findings = read(coder, "Rebels took Binnish. Ten have died since Monday.")
    took, died = (
        next(trigger for trigger in findings.triggers if trigger.lemma == lemma)
        for lemma in ("take", "die")
    )
    for surest, other, start in ((took, died, "2024-11-30"), (died, took, "2024-11-25")):
        told = [
            Happening(surest, {NONE: 0.0}, dates={0: 0.9}),
            Happening(other, {NONE: 0.1}, dates={0: 0.9}),
        ]
        when = date_of(findings, told, 0.45)
        assert when is not None and str(when.start) == start


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Jets killed 21 in Binnish. The raid killed at least 21 civilians.", ["21"]),
        ("Jets killed 21 in Binnish. The raid killed 22 civilians.", ["21", "22 civilians"]),
        (
            "Jets killed four women and four children in Binnish.",
            ["four women", "four children"],
        ),
        ("Jets killed four women in Binnish. Four civilians died there.", ["four women"]),
        ("Jets killed 21 people, 21 civilians, in Binnish.", ["21 people"]),
        ("Jets killed 21 and wounded 21 in Binnish.", ["21", "21"]),
        (
            "A raid killed at least 10 soldiers and 10 civilians in Binnish.",
            ["at least 10 soldiers", "10 civilians"],
        ),
        (
            "Jets killed 20 and wounded 12 others in Binnish. The raid wounded 12.",
            ["20", "12 others"],
        ),
        ("Raid kills 21 in Binnish\n\nJets killed 21 civilians on Friday.", ["21 civilians"]),
        (
            "Raid kills 20 in Binnish\n\nJets killed more than 20 civilians on Friday.",
            ["more than 20 civilians"],
        ),
        ("Raid kills dozens in Binnish\n\nJets killed 34 people.", ["34 people"]),
        ("Raid kills dozens in Binnish\n\nJets killed 340 people.", ["340 people", "dozens"]),
        ("Raid kills 20 in Binnish\n\nJets killed 22 people.", ["22 people", "20"]),
        ("Jets killed 22 people in Binnish. There were no casualties.", ["22 people"]),
    ],
)
def test_a_number_that_is_told_twice_is_kept_once(
    coder: EnglishCoder, text: str, kept: list[str]
) -> None:
    findings = read(coder, text)
    own = set(range(len(findings.figures)))
    assert [figure.text for figure in figures_of(findings, own)] == kept


def _claims(coder: EnglishCoder, text: str) -> tuple[Claim, ...]:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 7, 23))])
    return coded.claims


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Two rebels were killed in Kupwara district on Friday, a spokesman said in Srinagar.",
            "Kupwara",
        ),
        ("The army in Colombo said on Friday that rebels had shelled Mannar.", "Mannar"),
        # Nor is where a report was written.
        (
            "BOGOTA, July 22 - ELN rebels killed four soldiers in Arauca province on Friday.",
            "Arauca",
        ),
        # There is no other place.
        ("Gunmen killed two officers on Friday, an official in Peshawar said.", "Peshawar"),
    ],
)
def test_where_somebody_speaks_is_not_where_it_happened(
    coder: EnglishCoder, text: str, place: str
) -> None:
    (claim,) = _claims(coder, text)
    assert claim.place is not None
    assert claim.place.name.startswith(place)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        # A date that hangs on the event's word in a clause of its own ...
        (
            "Police on Thursday arrested a man wanted over the 2008 bombing of a hotel in "
            "Islamabad.",
            date(2008, 1, 1),
            date(2008, 12, 31),
        ),
        (
            "Rebels who captured Bambari in March attacked Bria on Thursday.",
            date(2016, 3, 1),
            date(2016, 3, 31),
        ),
        # ... or is that of what is remembered.
        (
            "Survivors marked 30 years since soldiers massacred 200 villagers at Accomarca.",
            date(1986, 1, 1),
            date(1986, 12, 31),
        ),
        (
            "Thousands on Friday marked the 20th anniversary of the gas attack on Halabja that "
            "killed 5,000 people.",
            date(1996, 1, 1),
            date(1996, 12, 31),
        ),
        # A siege of four months is not dated by them, nor riots by what they recall.
        (
            "Kurdish forces broke Islamic State's four-month siege of Kobani on Monday, killing "
            "nine fighters.",
            date(2016, 7, 18),
            date(2016, 7, 18),
        ),
        (
            "Rioters clashed with police in Athens on Friday, the first anniversary of the fatal "
            "shooting of a boy.",
            date(2016, 7, 22),
            date(2016, 7, 22),
        ),
    ],
)
def test_an_event_told_in_passing_has_its_own_date(
    coder: EnglishCoder, text: str, start: date, end: date
) -> None:
    dates = {(claim.date.start, claim.date.end) for claim in _claims(coder, text) if claim.date}
    assert (start, end) in dates


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("Troops shot five farmers in Sacaba, near Cochabamba, on Friday.", "Sacaba"),
        ("Troops shot five farmers near Cochabamba, in Bolivia, on Friday.", "Cochabamba"),
    ],
)
def test_the_place_near_which_a_town_lies_is_not_where_it_happened(
    coder: EnglishCoder, text: str, chosen: str
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 11, 16))])
    assert {claim.place and claim.place.name for claim in coded.claims} == {chosen}


def test_what_happened_when_is_no_part_of_what_happens_now() -> None:
    text = (
        "Sri Lankan troops captured Mullaitivu from the Tamil Tigers on Sunday. The town had been "
        "held by the rebels since 1996, when they overran its army camp and killed more than 1,200 "
        "troops."
    )
    (coded,) = EnglishCoder().code([Report(id="r", text=text, published=date(2009, 1, 26))])
    now, then = sorted(coded.claims, key=lambda claim: claim.background)
    assert (then.date and then.date.start, then.date and then.date.end) == (
        date(1996, 1, 1),
        date(1996, 12, 31),
    )
    assert then.background and not now.background
    assert [figure.low for figure in then.figures] == [1201]
    assert not now.figures


@pytest.mark.parametrize(
    ("speaker", "place"),
    [
        ("Residents of Saraqib", "Saraqib"),
        ("A hospital in Saraqib", "Saraqib"),
        ("An army spokesman in Damascus", "Manbij"),
    ],
)
def test_who_lives_or_helps_at_a_place_tells_of_it(speaker: str, place: str) -> None:
    text = (
        f"Fighters seized Manbij at dawn on Friday. {speaker} said that police had burned houses "
        "and beaten two shopkeepers."
    )
    (coded,) = EnglishCoder().code([Report(id="r", text=text, published=date(2024, 11, 30))])
    burned = coded.claims[-1]
    assert burned.place is not None
    assert burned.place.name == place


@pytest.mark.parametrize(
    ("text", "old", "deaths"),
    [
        (
            "A car bomb killed 28 people in Omagh on Saturday. It was the worst act in years. The "
            "1987 Enniskillen bombing killed 11 people.",
            date(1987, 1, 1),
            11,
        ),
        (
            "The group carried out the 2002 Bali bombings, which killed 202 people. On Sunday "
            "police shot dead one of its leaders in Aceh.",
            date(2002, 1, 1),
            202,
        ),
        (
            "A truck bomb killed 300 people in Mogadishu on Saturday. The previous deadliest "
            "attack, in October 2011, killed 100.",
            date(2011, 10, 1),
            100,
        ),
    ],
)
def test_what_a_year_in_a_name_dates_stands_by_itself(
    coder: EnglishCoder, text: str, old: date, deaths: int
) -> None:
    then = [claim for claim in _claims(coder, text) if claim.background]
    assert [claim.date and claim.date.start for claim in then] == [old]
    assert [[figure.best for figure in claim.figures] for claim in then] == [[deaths]]


def test_the_date_that_opens_a_sentence_is_that_of_its_verb(coder: EnglishCoder) -> None:
    text = (
        "Rwandan troops killed 14 insurgents in Cabo Delgado last week. Seven were killed in "
        "Awasse on Saturday. In March, militants raided Palma, killing dozens of people. The "
        "government put the toll at 12."
    )
    raid = next(c for c in _claims(coder, text) if c.place and c.place.name == "Palma")
    assert raid.date and raid.date.start.month == 3


def test_the_desk_gives_way_where_another_sentence_of_the_event_says_where(
    coder: EnglishCoder,
) -> None:
    text = (
        "QUETTA - A bomb tore apart a bus in the Mastung district on Tuesday, killing 24 people. "
        "Forty people were injured in the attack."
    )
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 6, 15))])
    assert [claim.place and claim.place.name for claim in coded.claims] == ["Mastung"]


def test_a_namesake_abroad_is_no_place_that_the_desk_gives_way_to(coder: EnglishCoder) -> None:
    text = "FREETOWN - Rebels hacked off the hands of a dozen men on Friday. Two of them died."
    found = read(coder, f"{text} They had fled to Brisbane.")
    names = [mention.place.name for mention in found.places]
    desk, away = names.index("FREETOWN"), names.index("Brisbane")
    last = len(found.document.sentences) - 1
    assert not gives_way(found, desk, {last: away}, 1)
    assert gives_way(found, desk, {last: away}, last)
    assert gives_way(found, desk, {last: desk}, 1)


def test_the_day_that_a_report_is_printed_with_is_no_events_own(coder: EnglishCoder) -> None:
    text = (
        "Date of publication 7 May 2019 Five children killed by air strikes on a clinic in Saada, "
        "Yemen. A clinic in Saada was destroyed by air strikes over the weekend that killed 13 "
        "people MSF said on Monday. Among the dead were four staff and five children."
    )
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 5, 7))])
    (claim,) = coded.claims
    assert claim.date is not None
    assert (claim.date.start, claim.date.end) == (date(2019, 5, 4), date(2019, 5, 5))


@pytest.mark.parametrize(
    "text",
    [
        "The capture of Rutshuru came in the wake of the recapture of Bunagana by Congo's army.",
        "Rebels overran Rutshuru following the capture of Bunagana.",
    ],
)
def test_a_place_of_what_went_before_gives_way(coder: EnglishCoder, text: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 5, 7))])
    assert [claim.place.name for claim in coded.claims if claim.place] == ["Rutshuru"]
