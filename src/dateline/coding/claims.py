"""Events of one report -> claims: type, sides, place, date, figures, control, speaker, status."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from dateline.coding.abuse import abused
from dateline.coding.air_arms import air_arm
from dateline.coding.all_over import all_over
from dateline.coding.arson import burnt
from dateline.coding.bases import new_base
from dateline.coding.blame import blamed
from dateline.coding.bombers import bomber_told
from dateline.coding.booty import only_booty
from dateline.coding.brawls import brawl
from dateline.coding.captives import fate, without_the_freed
from dateline.coding.changing_hands import changed_hands
from dateline.coding.clans import rival_clans
from dateline.coding.communities import communities
from dateline.coding.conquest import conquest, gain, seated
from dateline.coding.crowd_control import force_against_crowd, under_fire
from dateline.coding.crowds import crowds, without_harm
from dateline.coding.defence import defended
from dateline.coding.delivery import brought_down, delivered
from dateline.coding.denial import denial_of
from dateline.coding.deniers import with_denier
from dateline.coding.dispersal import broken_up
from dateline.coding.document import Document
from dateline.coding.doubt import doubt_of
from dateline.coding.downed_planes import with_the_downed
from dateline.coding.enemies import apart
from dateline.coding.event_dates import date_of
from dateline.coding.event_figures import figures_of
from dateline.coding.event_places import place_of
from dateline.coding.event_speakers import speakers_of
from dateline.coding.felled import felled
from dateline.coding.fighters_hit import with_fighters
from dateline.coding.findings import Findings
from dateline.coding.flags import flagged
from dateline.coding.flights import flight
from dateline.coding.forces_attacked import with_forces_attacked
from dateline.coding.given_up_accords import accord_given_up
from dateline.coding.happenings import Happening, Models
from dateline.coding.high_seas import on_high_seas
from dateline.coding.identity import ARMED
from dateline.coding.in_their_hands import fallen_into_hands
from dateline.coding.infighting import infighting
from dateline.coding.intents import is_change_only_meant, is_only_meant
from dateline.coding.labels import named_only, without_attackers
from dateline.coding.leaving import given_up, withdrawn
from dateline.coding.linear import LinearModel
from dateline.coding.loners import lone
from dateline.coding.mediators import without_mediators
from dateline.coding.missile_tests import only_tested
from dateline.coding.mobs import mob
from dateline.coding.new_holders import control
from dateline.coding.opponents import opposed
from dateline.coding.own_weapons import by_own_weapons
from dateline.coding.peoples_in_arms import with_peoples
from dateline.coding.poison_gas import poisoned
from dateline.coding.political_opposition import unarmed_opposition
from dateline.coding.protested_deeds import protested, without_the_protested
from dateline.coding.response import without_responders
from dateline.coding.ridden_bombs import ridden, without_guards
from dateline.coding.robbed import robbed
from dateline.coding.running_totals import (
    tell_a_total,
    toll_of_a_year,
    total_type,
    war_until,
    without_a_total,
)
from dateline.coding.sabotage import sabotaged
from dateline.coding.second_look import (
    Party,
    Sides,
    parties,
    side_features,
    type_features,
    type_scores,
)
from dateline.coding.seized_people import people_seized
from dateline.coding.shots_in_the_air import shots_in_the_air
from dateline.coding.status import settled, status_chances
from dateline.coding.struck import struck, without_the_fallen
from dateline.coding.targets import aimed_at, without_holders, without_tellers
from dateline.coding.thrown_fire import thrown
from dateline.coding.together import Pairs, acting_together, tied
from dateline.coding.told_before import doers_beside
from dateline.coding.told_doers import doers
from dateline.coding.unopposed import without_a_fight
from dateline.coding.unseated import unseated
from dateline.coding.untold_dead import with_the_dead
from dateline.coding.weapons_found import weapons_found
from dateline.coding.whose_fire import fired_by
from dateline.knowledge.ontology import ontology
from dateline.model import (
    ActorKind,
    Claim,
    Control,
    DatePrecision,
    EventDate,
    Figure,
    Offsets,
    Place,
    Status,
    SubEventType,
)

BACKGROUND_DAYS = 30
"""An event more than this many days older than its report is history (coding frame)."""


SIDE = 0.36
"""A party stands on its likelier side where the side model gives that side this much."""

SIDE_OF_GUNMEN, SURE_DOER = 0.2, 0.8
"""The same for nobody that is known who acts as surely as the second: nobody else is blamed."""

FOUGHT = frozenset({SubEventType.ARMED_CLASH, SubEventType.ATTACK})
"""Types in which nameless people may be the ones attacked."""

NAMELESS, BOMBER, NAMELESS_VICTIM = 0.4, 0.2, 0.5
"""From this chance of acting on somebody nameless did it where nobody else did; a bomber; from this
chance of being acted on it was they, where nobody else was: "soldiers killed two gunmen"."""


ACTS, HARMLESS = 0.88, 0.1
"""From the first chance of acting, and up to the second of being acted on, somebody armed did it
where nobody else did."""

TAKES_PART = 0.35
"""From this chance of either side the syntax may tell that somebody acts."""

DONE = frozenset(
    {
        SubEventType.ARRESTS,
        SubEventType.DISRUPTED_WEAPONS,
        SubEventType.LOOTING,
        SubEventType.DISPLACEMENT,
        SubEventType.NON_VIOLENT_TRANSFER,
    }
)
"""What else than violence somebody does: to another, or to the ground that he leaves."""

TOGETHER = 0.5
"""The chance of a side from which a party stands there with one to whom a sentence ties it."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How probable a claim, and a value of a claim, must be to stand."""

    claim: float = 0.6
    place: float = 0.1
    date: float = 0.5
    figure: float = 0.4


@dataclass(frozen=True, slots=True)
class Draft:
    """A group of happenings with the values that are decided one by one."""

    members: list[Happening]
    types: dict[str, float]
    place: Place | None
    parties: list[Party]
    figures: tuple[Figure, ...]
    tied: Pairs = frozenset()
    """Which parties the sentences tie together, by their keys."""
    joint: Pairs = frozenset()
    """Which parties act together as joined subjects of the event's verb, by their keys."""
    doers: frozenset[str] = frozenset()
    """Which parties act by the syntax of the event's word, by their keys."""
    beside: frozenset[str] = frozenset()
    """Which parties act by the words beside the event's, by their keys."""
    total: bool = False
    """Whether it tells what a war has cost so far, and no event."""


def draft(
    findings: Findings,
    members: list[Happening],
    thresholds: Thresholds,
    figures: Set[int],
) -> Draft:
    """Return the draft of a claim; ``figures`` are the numbers that are its own."""
    place = all_over(findings, members, place_of(findings, members, thresholds.place))
    types = type_scores(members)
    doing = blamed(findings, without_responders(findings, defended(findings, members)))
    everyone = parties(findings, doing, place)
    everyone = felled(findings, members, everyone, types, place)
    everyone = under_fire(findings, members, everyone, types, place)
    everyone = communities(findings, members, everyone, types, place)
    beside = doers_beside(findings, members, next(iter(types), ""), place)
    known = {party.key for party in everyone}
    everyone = [*everyone, *(party for party in beside if party.key not in known)]
    return Draft(
        members=members,
        types=types,
        place=place,
        parties=opposed(findings, members, everyone, types, place),
        figures=figures_of(findings, figures),
        tied=tied(findings, members, everyone, place),
        joint=acting_together(findings, members, place),
        doers=doers(findings, members, place),
        beside=frozenset(party.key for party in beside),
        total=tell_a_total(findings, members),
    )


def sides_of(draft: Draft, model: LinearModel) -> Sides:
    """Return the actors of side a and of side b, each in text order; none of a running total."""
    sides: Sides = ([], [])
    stands: dict[str, int] = {}
    for party in () if draft.total else draft.parties:
        scores = model.probabilities(side_features(party, draft.parties, draft.types))
        least = SIDE_OF_GUNMEN if _are_gunmen(party) else SIDE
        if max(scores["a"], scores["b"]) >= least:
            stands[party.key] = 0 if scores["a"] >= scores["b"] else 1
    kind = next(iter(draft.types), "")
    if not draft.total and 0 not in stands.values() and _has_doers(kind):
        stands |= {
            party.key: 0
            for party in draft.parties
            if party.key not in stands
            and (
                party.key in draft.beside
                or (party.key in draft.doers and max(party.a, party.b) >= TAKES_PART)
            )
        }
    if not draft.total and 0 not in stands.values() and kind in ontology().violent:
        armed = [
            party
            for party in draft.parties
            if party.key not in stands
            and party.a >= ACTS
            and party.b < HARMLESS
            and party.actor.kind in ARMED
        ]
        if armed:
            stands[max(armed, key=lambda party: party.a).key] = 0
    stands |= _with_others(draft, stands, clash=kind == SubEventType.ARMED_CLASH)
    stands |= apart(draft.parties, stands, draft.tied, kind)
    stands |= {
        other: 0
        for one, other in draft.joint
        if stands.get(one) == 0 and stands.get(other) == 1 and _has_doers(kind)
    }
    for party in draft.parties:
        if party.key in stands:
            sides[stands[party.key]].append(party.actor)
    sides = named_only(sides[0], draft.tied), named_only(sides[1], draft.tied)
    if kind in ontology().violent and not draft.total:
        doer = BOMBER if kind == SubEventType.SUICIDE_BOMB else NAMELESS
        for side, chance, least in zip(sides, ("a", "b"), (doer, NAMELESS_VICTIM), strict=True):
            nobody = [party for party in draft.parties if _is_nameless(party, chance, least)]
            if nobody and not side and (chance == "a" or kind in FOUGHT):
                side.append(max(nobody, key=lambda party: party.a + party.b).actor)
    return without_attackers(sides)


def _has_doers(kind: str) -> bool:
    """Whether somebody does to another what an event of a type is."""
    return kind in ontology().violent or kind in DONE


def _with_others(draft: Draft, stands: dict[str, int], *, clash: bool) -> dict[str, int]:
    """The sides of parties that stand on none and are tied to one who does.

    Whoever dies together in a clash may have fought each other.
    """
    found: dict[str, int] = {}
    parties_by_key = {party.key: party for party in draft.parties}
    for one, other in draft.tied:
        party, side = parties_by_key.get(other), stands.get(one)
        if party is None or side is None or other in stands or (clash and side):
            continue
        mine, theirs = (party.b, party.a) if side else (party.a, party.b)
        if mine >= TOGETHER and mine > theirs:
            found[other] = side
    return found


def _is_nameless(party: Party, side: str, least: float) -> bool:
    """Whether somebody who is not known stands on a side by the event's words."""
    mine, other = (party.a, party.b) if side == "a" else (party.b, party.a)
    return party.actor.kind is ActorKind.UNIDENTIFIED and mine >= least and mine > other


def _are_gunmen(party: Party) -> bool:
    """Whether a party is nobody that is known, and surely acts: "gunmen killed two teachers"."""
    return party.actor.kind is ActorKind.UNIDENTIFIED and party.a >= SURE_DOER


def _ruled(
    findings: Findings, draft: Draft, models: Models
) -> tuple[SubEventType, Sides, Control | None]:
    """The type, the sides and who holds the place: what the models say, then rule after rule.

    Each rule sees what those before it left.
    """
    members = draft.members
    sides = sides_of(draft, models.side)
    kind = SubEventType(models.type.best(type_features(members, draft.types, sides, draft.figures)))
    if draft.total:
        kind = total_type(draft.figures)
    else:
        kind = without_a_total(findings, members, kind, draft.types, sides, draft.figures)
        kind = toll_of_a_year(findings, members, kind, draft.figures)
    sides = infighting(findings, members, kind, sides, draft.place)
    kind = by_own_weapons(findings, members, kind, draft.types)
    kind = delivered(findings, members, kind)
    kind = bomber_told(findings, members, ridden(findings, members, kind))
    kind = thrown(members, kind, sides)
    kind = poisoned(findings, members, kind)
    kind = only_booty(findings, members, conquest(findings, members, kind, sides))
    kind = flagged(findings, members, kind, sides)
    told = changed_hands(findings, members, sides, draft.place)
    kind = gain(kind, told, members, sides)
    kind = given_up(findings, members, withdrawn(findings, members, kind))
    kind = without_a_fight(findings, members, kind, draft.figures)
    kind = new_base(findings, members, kind, draft.figures)
    kind, sides = weapons_found(findings, members, kind, sides, draft.figures, draft.place)
    kind = sabotaged(findings, members, kind, draft.figures)
    if not draft.total:
        kind = flight(findings, members, kind, draft.figures)
    kind = abused(members, kind, draft.figures)
    kind = people_seized(findings, members, kind, sides, draft.figures)
    kind, sides = fallen_into_hands(findings, members, kind, sides, draft.place)
    kind = robbed(findings, members, kind, draft.figures)
    kind = fate(findings, members, kind, draft.figures)
    kind = protested(findings, members, kind)
    kind = shots_in_the_air(findings, members, kind, draft.figures)
    kind = broken_up(findings, members, kind, draft.figures)
    kind = force_against_crowd(findings, members, kind, sides[0])
    kind, sides = brawl(findings, members, kind, sides, draft.place)
    kind, sides = mob(findings, members, kind, sides, draft.place)
    kind = burnt(findings, members, kind, sides, draft.figures)
    sides = without_the_fallen(findings, members, kind, sides, draft.place)
    sides = without_tellers(findings, members, kind, sides, draft.figures)
    sides = without_guards(findings, members, kind, sides)
    sides = struck(findings, members, kind, sides, draft.figures, draft.place)
    sides = unseated(findings, members, kind, sides, draft.place)
    sides = without_holders(findings, members, kind, sides)
    sides = aimed_at(findings, members, kind, sides, draft.place)
    sides = with_the_dead(findings, members, kind, sides, draft.figures, draft.place)
    sides = with_fighters(findings, members, kind, sides, draft.figures, draft.place)
    sides = with_forces_attacked(findings, members, kind, sides, draft.figures, draft.place)
    sides = without_the_protested(findings, members, kind, sides, draft.place)
    sides = lone(findings, members, kind, sides, draft.place)
    sides = fired_by(findings, members, kind, sides, draft.place)
    sides = air_arm(findings, members, kind, sides, draft.place)
    if kind is SubEventType.DISRUPTED_WEAPONS:
        sides = brought_down(findings, members, sides, draft.place)
        sides = with_the_downed(findings, members, sides, draft.place)
    sides = rival_clans(findings, members, kind, sides, draft.place)
    sides = with_peoples(findings, members, kind, sides, draft.place)
    sides = on_high_seas(without_mediators(findings, kind, sides), draft.place)
    sides = unarmed_opposition(kind, sides)
    kind = only_tested(findings, members, kind, draft.figures)
    kind = accord_given_up(findings, members, kind)
    held = control(findings, members, kind, sides, draft.place, told)
    sides = seated(findings, members, kind, sides, draft.place, told)
    return kind, sides, held


def compose(
    findings: Findings,
    draft: Draft,
    number: int,
    models: Models,
    thresholds: Thresholds,
    confidence: float,
) -> Claim:
    """Return the claim that a draft makes."""
    members = draft.members
    kind, sides, held = _ruled(findings, draft, models)
    chances = status_chances(findings, members, sides, models)
    denial = denial_of(findings, members, draft.place)
    status = settled(chances, doubt_of(findings, members), denial)
    sides = with_denier(findings, kind, sides, denial, draft.place)
    if is_only_meant(findings, members) or (
        str(kind) in ontology().territorial and is_change_only_meant(findings, members)
    ):
        status = Status.PLANNED
    sides = crowds(findings, members, kind, sides, draft.parties, draft.place)
    date = (
        war_until(findings, members)
        if draft.total
        else date_of(findings, members, thresholds.date, kind)
    )
    speakers = speakers_of(findings, members, status)
    targeted = (
        str(kind) in ontology().violent
        and bool(sides[1])
        and all(actor.kind is ActorKind.CIVILIANS for actor in sides[1])
    )
    trigger = max(members, key=lambda happening: happening.sure).trigger
    return Claim(
        id=f"c{number}",
        evidence=_evidence(findings.document, members),
        sub_event_type=kind,
        date=date,
        place=draft.place,
        side_a=tuple(sides[0]),
        side_b=tuple(sides[1]),
        civilians_targeted=targeted,
        figures=without_the_freed(kind, without_harm(kind, draft.figures), total=draft.total),
        # What is yet to come has changed no hands.
        control=None if status is Status.PLANNED else held,
        attributed_to=tuple(findings.document.quote(span) for span in speakers),
        attribution_spans=tuple(speakers),
        status=status,
        background=_is_background(findings, date),
        trigger=findings.document.offsets(trigger.first, trigger.last),
        flags=_flags(findings, draft),
        confidence=round(confidence, 3),
    )


def _flags(findings: Findings, draft: Draft) -> tuple[str, ...]:
    """What the finders ask a reviewer to look at in the claim's figures."""
    flags = {
        mention.flag
        for mention in findings.figures
        if mention.flag and mention.figure in draft.figures
    }
    return tuple(sorted(flags))


def _evidence(document: Document, happenings: list[Happening]) -> tuple[Offsets, ...]:
    """The sentences of the happenings: the surest first, headlines last, the others in order."""
    sure: dict[int, float] = {}
    for happening in happenings:
        index = happening.trigger.sentence
        sure[index] = max(sure.get(index, 0.0), happening.sure)
    best = max(sure, key=lambda i: (document.sentences[i].kind == "body", sure[i], -i))
    order = [best, *sorted(i for i in sure if i != best)]
    return tuple(document.sentences[i].offsets for i in order)


def _is_background(findings: Findings, date: EventDate | None) -> bool:
    if date is None or findings.day is None:
        return False
    return (findings.day.start - date.end).days > BACKGROUND_DAYS or (
        date.precision is DatePrecision.YEAR
    )
