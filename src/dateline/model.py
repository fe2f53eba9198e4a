"""The records that flow through dateline, field for field those of the coding frame.

Offsets are Unicode code points into the report's text as received, half-open, so that
``text[start:end]`` is always the quoted string. Coordinates are WGS 84 degrees, dates ISO civil
days. Every record is frozen. This module imports nothing of the package.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Offsets = tuple[int, int]
"""Start and end of a quoted string in the report's text, in code points, half-open."""


class SubEventType(StrEnum):
    """What happened: ACLED's sub-event types, and Displacement, which ACLED does not code."""

    ARMED_CLASH = "Armed clash"
    GOVERNMENT_REGAINS = "Government regains territory"
    NON_STATE_OVERTAKES = "Non-state actor overtakes territory"
    AIR_STRIKE = "Air/drone strike"
    SHELLING = "Shelling/artillery/missile attack"
    SUICIDE_BOMB = "Suicide bomb"
    REMOTE_EXPLOSIVE = "Remote explosive/landmine/IED"
    GRENADE = "Grenade"
    CHEMICAL_WEAPON = "Chemical weapon"
    ATTACK = "Attack"
    ABDUCTION = "Abduction/forced disappearance"
    SEXUAL_VIOLENCE = "Sexual violence"
    PEACEFUL_PROTEST = "Peaceful protest"
    PROTEST_INTERVENTION = "Protest with intervention"
    EXCESSIVE_FORCE = "Excessive force against protesters"
    VIOLENT_DEMONSTRATION = "Violent demonstration"
    MOB_VIOLENCE = "Mob violence"
    AGREEMENT = "Agreement"
    ARRESTS = "Arrests"
    CHANGE = "Change to group/activity"
    DISRUPTED_WEAPONS = "Disrupted weapons use"
    BASE_ESTABLISHED = "Headquarters or base established"
    LOOTING = "Looting/property destruction"
    NON_VIOLENT_TRANSFER = "Non-violent transfer of territory"
    OTHER = "Other"
    DISPLACEMENT = "Displacement"


class ActorKind(StrEnum):
    """What sort of actor acts or is acted on."""

    STATE_FORCES = "state forces"
    REBEL = "rebel"
    POLITICAL_MILITIA = "political militia"
    IDENTITY_MILITIA = "identity militia"
    EXTERNAL_FORCES = "external forces"
    PROTESTERS = "protesters"
    RIOTERS = "rioters"
    CIVILIANS = "civilians"
    UNIDENTIFIED = "unidentified armed group"
    OTHER = "other"


class Measure(StrEnum):
    """What a figure counts; area is in square kilometres."""

    KILLED = "killed"
    INJURED = "injured"
    CAPTURED = "captured"
    MISSING = "missing"
    DISPLACED = "displaced"
    PARTICIPANTS = "participants"
    AREA_KM2 = "area_km2"
    SETTLEMENTS = "settlements"


class Status(StrEnum):
    """How surely a report says it; where several apply, the last one listed holds."""

    STATED = "stated"
    ATTRIBUTED = "attributed"
    HEDGED = "hedged"
    CLAIMED = "claimed"
    DENIED = "denied"
    PLANNED = "planned"


class DatePrecision(StrEnum):
    """How long a time the date of an event may lie in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class PlacePrecision(StrEnum):
    """How closely a place is known: that site, near it, only its region, only its country."""

    EXACT = "exact"
    NEAR = "near"
    REGION = "region"
    COUNTRY = "country"


class Record(BaseModel):
    """Base of all records: frozen, and strict about unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Report(Record):
    """One news report as received; ``published`` is the civil day it came out, or None."""

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None


class EventDate(Record):
    """When it happened: first and last day, and the precision; ``span`` quotes the expression."""

    start: date
    end: date
    precision: DatePrecision
    span: Offsets | None = None


class Place(Record):
    """Where it happened.

    ``name`` is as written and quoted by ``span``; ``canonical`` is the usual English name;
    ``country`` is ISO 3166 alpha-2; ``lat`` and ``lon`` are WGS 84 degrees. ``pcode`` is the OCHA
    p-code of the place or of the smallest unit around it, where a COD-AB gazetteer was imported.
    """

    name: str
    canonical: str
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: PlacePrecision
    geonameid: int | None = None
    pcode: str | None = None
    span: Offsets | None = None


class Actor(Record):
    """Who acts or is acted on.

    ``mention`` is as written; ``name`` a group's usual English name or None; ``country`` the
    actor's own country, ISO 3166 alpha-2, or None.
    """

    mention: str
    name: str | None = None
    kind: ActorKind
    country: str | None = None
    span: Offsets | None = None


class Figure(Record):
    """A number of people, settlements or square kilometres, as a range after UCDP's low/best/high.

    ``who`` is whom it counts, as written, or None for the total.
    """

    measure: Measure
    who: str | None = None
    low: int | None = None
    best: int | None = None
    high: int | None = None
    text: str
    span: Offsets | None = None


class Control(Record):
    """Who holds the claim's place afterwards, and who held it before."""

    to: Actor | None = None
    from_: Annotated[Actor | None, Field(alias="from")] = None


class Claim(Record):
    """One real-world event as one report tells it.

    ``evidence`` holds the spans that state it, the best one first. ``attribution_spans`` quotes
    each of ``attributed_to``, in the same order. ``trigger`` quotes the word that gave the event
    away. ``flags`` names what a reviewer should look at. ``confidence`` lies between 0 and 1.
    """

    id: str
    evidence: tuple[Offsets, ...] = Field(min_length=1)
    sub_event_type: SubEventType
    date: EventDate | None = None
    place: Place | None = None
    side_a: tuple[Actor, ...] = ()
    side_b: tuple[Actor, ...] = ()
    civilians_targeted: bool = False
    figures: tuple[Figure, ...] = ()
    control: Control | None = None
    attributed_to: tuple[str, ...] = ()
    attribution_spans: tuple[Offsets, ...] = ()
    status: Status = Status.STATED
    background: bool = False
    trigger: Offsets | None = None
    flags: tuple[str, ...] = ()
    confidence: float | None = Field(default=None, ge=0, le=1)


class CodedReport(Record):
    """All claims of one report, in the order of the text; ``notes`` says what could not be done."""

    report_id: str
    claims: tuple[Claim, ...] = ()
    notes: tuple[str, ...] = ()


Day = date
"""A civil day, for records that have a field of the name ``date``."""

ClaimRef = tuple[str, str]
"""A report's id and the id of a claim in it: what names a claim across reports."""


class Certainty(StrEnum):
    """How far an event may be relied on; a step of the ladder, not a probability."""

    SINGLE = "single source"
    SEVERAL = "several independent sources"
    CLAIMED = "claimed by a party"
    DISPUTED = "disputed or denied"
    CONFIRMED = "confirmed by a reviewer"


class Link(Record):
    """Why a claim belongs to its event.

    ``to`` is the claim of the event that it is most alike, None for the only claim of an event;
    ``log_odds`` says how surely the two tell of one event.
    """

    report_id: str
    claim_id: str
    to: ClaimRef | None = None
    log_odds: float | None = None
    reasons: tuple[str, ...] = ()


class Alternative(Record):
    """One value that a field of an event has in some of its claims, in words."""

    value: str
    claims: tuple[ClaimRef, ...]
    publishers: tuple[str, ...] = ()


class Contradiction(Record):
    """A field on which the claims of an event cannot all be right.

    ``field`` is ``toll``, ``perpetrator``, ``place``, ``date``, ``control`` or ``denied``.
    """

    field: str
    alternatives: tuple[Alternative, ...]


class Toll(Record):
    """A number over all claims of an event; ``best`` follows the policy, low and high the claims.

    ``who`` is ``civilians``, ``side_a``, ``side_b`` or None for the total.
    """

    measure: Measure
    who: str | None = None
    low: int | None = None
    best: int | None = None
    high: int | None = None
    claims: tuple[ClaimRef, ...] = ()


class Event(Record):
    """What happened, over all claims that tell of it.

    Each shown value is that of the claims; ``alternatives`` holds, for every field that differs,
    all values with their claims. ``sources`` counts independent publishers: near-identical
    copies count once.
    """

    id: str
    sub_event_type: SubEventType
    date: EventDate | None = None
    place: Place | None = None
    side_a: tuple[Actor, ...] = ()
    side_b: tuple[Actor, ...] = ()
    civilians_targeted: bool = False
    tolls: tuple[Toll, ...] = ()
    control: Control | None = None
    status: Status = Status.STATED
    background: bool = False
    certainty: Certainty = Certainty.SINGLE
    claims: tuple[ClaimRef, ...] = ()
    links: tuple[Link, ...] = ()
    publishers: tuple[str, ...] = ()
    sources: int = 0
    attributed_to: tuple[str, ...] = ()
    first_reported: Day | None = None
    last_reported: Day | None = None
    alternatives: dict[str, tuple[Alternative, ...]] = Field(default_factory=dict)
    contradictions: tuple[Contradiction, ...] = ()


class Review(Record):
    """One decision of a person, never changed afterwards.

    ``action`` is ``accept``, ``reject``, ``edit``, ``join``, ``part``, ``add``, ``note``,
    ``second`` (a second opinion is wanted), ``assign`` or ``undo``. ``subject`` is the event
    decided on, ``at`` a UTC instant in ISO format, ``key`` a name that the sender gave the
    decision, so that sending it twice is deciding once.

    An ``edit`` sets ``field`` of the event, or of one claim of it, to ``value``, which is JSON or
    plain words; ``span`` quotes the words that show it; ``before`` is the value it replaces, as
    JSON. ``claims`` are the claims that an accept or reject saw, that an edit changes, that a
    join adds (with all claims of ``others``), or that a part takes away from ``rest``. ``was``
    says which claims each event had before a join or part. ``undoes`` numbers the decision that
    an ``undo`` takes back.
    """

    action: str
    subject: str
    reviewer: str
    at: str
    key: str | None = None
    field: str | None = None
    value: str | None = None
    before: str | None = None
    span: Offsets | None = None
    claims: tuple[ClaimRef, ...] = ()
    others: tuple[str, ...] = ()
    rest: tuple[ClaimRef, ...] = ()
    was: tuple[tuple[str, tuple[ClaimRef, ...]], ...] = ()
    undoes: int | None = None
    note: str | None = None


class Holding(Record):
    """Who holds a place, or a site in it, from a day on, as far as claims tell.

    ``names`` are other names of the place, as written. ``site`` is an air base, a prison or the
    like as written, None for the place itself. ``until`` is the first day on which another holder
    is told, None while it lasts. ``contested`` names holders that other claims of the same days
    tell instead.
    """

    place: str
    names: tuple[str, ...] = ()
    site: str | None = None
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    holder: Actor | None = None
    since: date
    until: date | None = None
    taken_from: Actor | None = None
    claims: tuple[ClaimRef, ...]
    publishers: tuple[str, ...] = ()
    attributed_to: tuple[str, ...] = ()
    certainty: Certainty = Certainty.SINGLE
    contested: tuple[str, ...] = ()
