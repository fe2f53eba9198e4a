"""Reports coded by hand, for the tests of the outputs."""

from __future__ import annotations

from datetime import date

from dateline.model import (
    Actor,
    ActorKind,
    Claim,
    CodedReport,
    Control,
    DatePrecision,
    EventDate,
    Figure,
    Measure,
    Offsets,
    Place,
    PlacePrecision,
    Report,
    Status,
    SubEventType,
)

TEXT = """Demo Monitor 🛰️ – Friday

Rebels entered Aleppo's Hamdaniyya quarter on Friday and took the town of Anadan, residents said. \
At least 58 people were killed, 14 of them civilians.

Jets, reportedly Russian, bombed Mare overnight. The strike killed between 3 and 6 people north \
of the town, a medic said, but the ministry put the dead at 9. <script>alert("x")</script>

Some 10,000 civilians fled to rural Idlib. No aid has arrived."""

REPORT = Report(
    id="handmade-1",
    text=TEXT,
    title="Rebels enter <Aleppo> & take Anadan",
    publisher="Demo Monitor",
    published=date(2024, 11, 29),
    url="https://example.org/a?b=1&c=2",
    language="en",
)

REBELS = Actor(mention="Rebels", kind=ActorKind.REBEL, country="SY")
ARMY = Actor(mention="the army", name="Syrian Army", kind=ActorKind.STATE_FORCES, country="SY")


def span(words: str, text: str = TEXT, after: str = "") -> Offsets:
    """Return the offsets of ``words`` in ``text``, searched for behind ``after``."""
    start = text.index(words, text.index(after))
    return start, start + len(words)


def day(iso: str, words: str | None = None) -> EventDate:
    """Return a civil day, quoted by ``words``."""
    return EventDate(
        start=date.fromisoformat(iso),
        end=date.fromisoformat(iso),
        precision=DatePrecision.DAY,
        span=span(words) if words else None,
    )


FIRST = span(
    "Rebels entered Aleppo's Hamdaniyya quarter on Friday and took the town of Anadan, "
    "residents said."
)

ENTRY = Claim(
    id="c1",
    evidence=(FIRST, span("At least 58 people were killed, 14 of them civilians.")),
    sub_event_type=SubEventType.ARMED_CLASH,
    date=day("2024-11-29", "Friday"),
    place=Place(
        name="Hamdaniyya",
        canonical="Hamdaniyya",
        country="SY",
        admin1="Aleppo",
        lat=36.18423,
        lon=37.10931,
        precision=PlacePrecision.EXACT,
        span=span("Hamdaniyya"),
    ),
    side_a=(REBELS.model_copy(update={"span": span("Rebels")}),),
    side_b=(ARMY,),
    figures=(
        Figure(
            measure=Measure.KILLED,
            low=58,
            best=58,
            text="At least 58",
            span=span("At least 58"),
        ),
        Figure(
            measure=Measure.KILLED,
            who="civilians",
            low=14,
            best=14,
            high=14,
            text="14",
            span=span("14"),
        ),
    ),
    attributed_to=("residents",),
    attribution_spans=(span("residents"),),
    status=Status.ATTRIBUTED,
    trigger=span("entered"),
    confidence=0.81,
)

ANADAN = Claim(
    id="c2",
    evidence=(FIRST,),
    sub_event_type=SubEventType.NON_STATE_OVERTAKES,
    date=day("2024-11-29", "Friday"),
    place=Place(
        name="Anadan",
        canonical="Anadan",
        country="SY",
        admin1="Aleppo",
        lat=36.2939,
        lon=37.0439,
        precision=PlacePrecision.EXACT,
        geonameid=173811,
        span=span("Anadan"),
    ),
    side_a=(REBELS,),
    control=Control(to=REBELS, from_=ARMY),
    attributed_to=("residents",),
    attribution_spans=(span("residents"),),
    status=Status.ATTRIBUTED,
    trigger=span("took"),
)

STRIKE = Claim(
    id="c3",
    evidence=(
        span(
            "The strike killed between 3 and 6 people north of the town, a medic said, but the "
            "ministry put the dead at 9."
        ),
        span("Jets, reportedly Russian, bombed Mare overnight."),
    ),
    sub_event_type=SubEventType.AIR_STRIKE,
    date=EventDate(
        start=date(2024, 11, 28),
        end=date(2024, 11, 29),
        precision=DatePrecision.DAY,
        span=span("overnight"),
    ),
    place=Place(
        name="Mare",
        canonical="Mare",
        country="SY",
        admin1="Aleppo",
        lat=36.46812,
        lon=37.19712,
        precision=PlacePrecision.NEAR,
        span=span("Mare"),
    ),
    side_a=(
        Actor(
            mention="Jets, reportedly Russian",
            name="Russian Air Force",
            kind=ActorKind.EXTERNAL_FORCES,
            country="RU",
        ),
    ),
    side_b=(Actor(mention="people", kind=ActorKind.CIVILIANS, country="SY"),),
    civilians_targeted=True,
    figures=(
        Figure(
            measure=Measure.KILLED,
            low=3,
            high=6,
            text="between 3 and 6",
            span=span("between 3 and 6"),
        ),
        Figure(
            measure=Measure.KILLED, low=9, best=9, high=9, text="9", span=span("9", after="at 9")
        ),
    ),
    attributed_to=("a medic", "the ministry"),
    attribution_spans=(span("a medic"), span("the ministry")),
    status=Status.HEDGED,
    trigger=span("bombed"),
    flags=("rival figures: killed 3-6, killed 9",),
    confidence=0.64,
)

FLIGHT = Claim(
    id="c4",
    evidence=(span("Some 10,000 civilians fled to rural Idlib."),),
    sub_event_type=SubEventType.DISPLACEMENT,
    date=EventDate(
        start=date(2024, 11, 29), end=date(2024, 11, 29), precision=DatePrecision.WEEK, span=None
    ),
    place=Place(
        name="rural Idlib",
        canonical="Idlib",
        country="SY",
        admin1="Idlib",
        lat=35.8,
        lon=36.7,
        precision=PlacePrecision.REGION,
        span=span("Idlib"),
    ),
    figures=(
        Figure(
            measure=Measure.DISPLACED,
            who="civilians",
            best=10000,
            text="Some 10,000",
            span=span("Some 10,000"),
        ),
    ),
    trigger=span("fled"),
)

UNPLACED = Claim(
    id="c5",
    evidence=(span("bombed Mare overnight"),),
    sub_event_type=SubEventType.OTHER,
    side_a=(Actor(mention="=HYPERLINK(1)", kind=ActorKind.OTHER),),
    status=Status.CLAIMED,
    background=True,
)

CODED = CodedReport(report_id=REPORT.id, claims=(ENTRY, ANADAN, STRIKE, FLIGHT, UNPLACED))
