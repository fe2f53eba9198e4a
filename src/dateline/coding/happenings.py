"""Triggers that tell of events, each with what it ties to itself: the coder's working notes."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from dateline.coding.argument_features import Mention, argument_features
from dateline.coding.backing import is_backing
from dateline.coding.captives import find_spent
from dateline.coding.crossings import find_crossings
from dateline.coding.encoder import Encoder, Reading
from dateline.coding.event_features import (
    class_features,
    report_features,
    report_topics,
    sentence_features,
    trigger_features,
)
from dateline.coding.findings import Findings
from dateline.coding.flights import find_flights, find_helped
from dateline.coding.former import holding_clause, only_has
from dateline.coding.held_people import find_held_people
from dateline.coding.holders import is_unchanged
from dateline.coding.linear import LinearModel
from dateline.coding.mentions import ActorMention, DateMention, FigureMention, PlaceMention
from dateline.coding.mishaps import find_mishaps
from dateline.coding.network import Matrix, Network
from dateline.coding.new_posts import find_new_posts
from dateline.coding.notes_of_protest import is_note_of_protest
from dateline.coding.now_held import find_now_held
from dateline.coding.one_liners import find_one_liners
from dateline.coding.origins import tells_an_origin
from dateline.coding.passing import find_passing
from dateline.coding.steps import find_captors_orders, find_steps
from dateline.coding.topics import is_calm, known
from dateline.coding.trigger_vectors import trigger_vectors
from dateline.coding.triggers import Trigger
from dateline.coding.truces import is_standing_truce
from dateline.coding.unmistakable import downings, told_plainly
from dateline.coding.unreal import is_unreal
from dateline.coding.unwarlike import find_unwarlike

NONE = "none"
"""The class of a trigger that tells of no codable event, and of a mention that is no argument."""

YES = "no", "yes"

REACH = 3
"""How many sentences before a trigger may still hold its place or date."""

EVENT_SHARES, KIND_SHARES, ROLE_SHARE = (0.25, 0.4), (1 / 3, 0.1), 0.3
"""What the networks and the encoder weigh beside the linear models, for events and for types; what
the encoder weighs for the parts of mentions (five folds, reports not seen)."""

RAREST = 1e-6
"""The least probability that a linear model is taken to give a class."""

NO_EVENT = 9.0
"""Log-odds taken from what rules know for no event: only shown, no war at all, long history ..."""

CALM_DOUBT = 3.0
"""What is taken from the log-odds of every trigger in a report on sport, business, science ..."""

DOWNED_BELIEF = 1.5
"""Log-odds added to aircraft that are shot down, in reports that read like those of a crash."""

PLAIN_BELIEF, FLED_BELIEF, PLAIN_MOST = 1.5, 3.0, 0.75
"""Log-odds added to who has a place now by the lead, and to a flight of so many people that no
disaster caused; and how sure they may make it: surer, it would crowd out what else the report
tells, such as why they fled."""

STEP_BELIEF, STEP_MOST = 4.0, 0.9
"""The same for steps of armed groups and states that need no fighting."""

REPORT = -1
"""Where the features of the whole report stand among those of its sentences."""

PROPOSE = 0.3
"""A trigger is kept as a happening where the event model gives this much to all types together."""


def nothing() -> Matrix:
    """Return an empty row."""
    return np.zeros(0, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Models:
    """The learned models of the coder, by what they decide.

    Of one trigger: ``event``, whether it tells of an event; ``kind``, of which type; the networks
    of the same names say the same from what words mean, where the linear models know the words;
    ``actor``,
    ``place``, ``date`` and ``figure``, whether a mention belongs to it. Of two: ``same``, whether
    they tell of one event. Of a group: ``claim``, whether it is a claim of its own, ``side``,
    ``type`` once all parties are known, and ``status``.
    """

    encoder: Encoder
    event: LinearModel
    event_network: Network
    kind: LinearModel
    kind_network: Network
    actor: LinearModel
    place: LinearModel
    date: LinearModel
    figure: LinearModel
    same: LinearModel
    claim: LinearModel
    status: LinearModel
    side: LinearModel
    type: LinearModel


@dataclass(frozen=True, slots=True)
class Happening:
    """One trigger with the probabilities that the models give to its types and arguments.

    ``types`` maps each sub-event type and ``none`` to its probability. ``actors`` maps the index
    of an actor mention to the probabilities of side a and side b; ``places``, ``dates`` and
    ``figures`` map the index of a mention to the probability that it belongs here. ``read``,
    ``topic`` and ``status`` are the encoder's: how surely the trigger tells of an event, what it
    is compared by, and the log-probability of each status. ``shared`` marks one of several places
    that the trigger shares ("seized X and Y"), other than the first.
    """

    trigger: Trigger
    types: dict[str, float]
    actors: dict[int, tuple[float, float]] = field(default_factory=dict)
    places: dict[int, float] = field(default_factory=dict)
    dates: dict[int, float] = field(default_factory=dict)
    figures: dict[int, float] = field(default_factory=dict)
    read: float = 0.0
    topic: Matrix = field(default_factory=nothing, repr=False, compare=False)
    status: Matrix = field(default_factory=nothing, repr=False, compare=False)
    shared: bool = False

    @property
    def sure(self) -> float:
        """The probability that the trigger tells of a codable event."""
        return 1 - self.types[NONE]

    @property
    def best_type(self) -> str:
        """The likeliest sub-event type, leaving ``none`` aside."""
        return max((p, name) for name, p in self.types.items() if name != NONE)[1]


def find_happenings(
    findings: Findings, models: Models, threshold: float = PROPOSE
) -> tuple[Happening, ...]:
    """Return the triggers that probably tell of events, with their arguments, in text order."""
    if not findings.triggers:
        return ()
    shared: dict[int, list[str]] = {}
    seen = [evidence(findings, trigger, shared) for trigger in findings.triggers]
    vectors = trigger_vectors(findings)
    named = [features for features, _ in seen]
    events = models.event_network.scores(vectors, named)
    kinds = models.kind_network.scores(vectors, named)
    reading = models.encoder.read(findings)
    network = known(sum(token.is_alpha for token in findings.document.doc))
    calm = is_calm(report_topics(findings))
    plain = told_plainly(findings.document) if calm else frozenset()
    downed = downings(findings.document)
    no_war = (
        find_unwarlike(findings)
        | find_spent(findings)
        | find_mishaps(findings)
        | find_passing(findings)
        | find_captors_orders(findings)
        | find_helped(findings)
    )
    beliefs = (
        (
            find_now_held(findings) | find_one_liners(findings),
            PLAIN_BELIEF,
            PLAIN_MOST,
        ),
        (find_flights(findings), FLED_BELIEF, PLAIN_MOST),
        (
            find_steps(findings)
            | find_new_posts(findings)
            | find_crossings(findings)
            | find_held_people(findings),
            STEP_BELIEF,
            STEP_MOST,
        ),
    )
    out: list[Happening] = []
    for i, (trigger, (features, classes)) in enumerate(zip(findings.triggers, seen, strict=True)):
        own = EVENT_SHARES[0] * network
        # A sentence by itself does not tell a shot at goal from one at people: its report does.
        quiet = calm and trigger.sentence not in plain
        doubt, read = (CALM_DOUBT, 0.0) if quiet else (0.0, EVENT_SHARES[1])
        sure = pool(
            (1 - own - read, models.event.probabilities(features + classes)),
            (own, by_name(models.event_network.classes, events[i])),
            (read, by_name(YES, reading.event[i])),
        )["yes"]
        if any(first <= trigger.head < last for first, last in downed):
            doubt = -DOWNED_BELIEF
        no_event = trigger.index in no_war or _is_no_event(findings, trigger)
        doubts = doubt + no_event * NO_EVENT
        sure = 1 / (1 + math.exp(doubts) * (1 - sure) / sure)
        for told, belief, most in beliefs:
            if trigger.index in told and sure < most:
                sure = min(1 / (1 + math.exp(-belief) * (1 - sure) / sure), most)
        if sure < threshold:
            continue
        own = KIND_SHARES[0] * network
        types = pool(
            (1 - own - KIND_SHARES[1], models.kind.probabilities(features)),
            (own, by_name(models.kind_network.classes, kinds[i])),
            (KIND_SHARES[1], by_name(models.encoder.kinds, reading.kind[i])),
        )
        types = {name: p * sure for name, p in types.items()}
        out.append(tie(findings, trigger, types | {NONE: 1 - sure}, models, reading))
    return tuple(out)


def _is_no_event(findings: Findings, trigger: Trigger) -> bool:
    head = findings.document.doc[trigger.head]
    return (
        is_unreal(head)
        or is_standing_truce(head, trigger.lemma)
        or is_backing(head)
        or is_unchanged(head)
        or holding_clause(head) is not None
        or only_has(head)
        or _names_a_group(findings, trigger)
        or tells_an_origin(findings, trigger)
        or is_note_of_protest(findings, head)
    )


def _names_a_group(findings: Findings, trigger: Trigger) -> bool:
    """Whether a word is part of a group's name: "the Government of National Accord"."""
    doc = findings.document.doc
    if not doc[trigger.head].text.istitle() or doc[trigger.head].pos_ not in ("PROPN", "NOUN"):
        return False
    return any(
        mention.first <= trigger.first < trigger.last <= mention.last
        and trigger.head != mention.head
        and mention.actors[0].name is not None
        and doc[trigger.head].text in mention.actors[0].name
        for mention in findings.actors
        if mention.actors
    )


def pool(*opinions: tuple[float, Mapping[str, float]]) -> dict[str, float]:
    """Return the probabilities of the classes on which several models agree best.

    That is their geometric mean, each with its weight; classes are those that any of them knows.
    They err on different triggers, so that together they were measured better than each alone.
    """
    sums: dict[str, float] = {name: 0.0 for _, told in opinions for name in told}
    log = math.log
    for weight, told in opinions:
        if weight > 0:
            for name in sums:
                p = told.get(name, 0.0)
                sums[name] += weight * log(p if p > RAREST else RAREST)
    means = {name: math.exp(one) for name, one in sums.items()}
    total = sum(means.values())
    return {name: value / total for name, value in means.items()}


def by_name(classes: Sequence[str], logs: Matrix) -> dict[str, float]:
    """Return probabilities by the name of their class."""
    return dict(zip(classes, map(math.exp, logs.tolist()), strict=True))


def evidence(
    findings: Findings, trigger: Trigger, shared: dict[int, list[str]]
) -> tuple[list[str], list[str]]:
    """Return what the kind model looks at, and what the event model looks at besides.

    ``shared`` keeps the features that all triggers of a sentence share, and under ``REPORT`` those
    that all of the report share.
    """
    if REPORT not in shared:
        shared[REPORT] = report_features(findings)
    if trigger.sentence not in shared:
        own = sentence_features(findings, trigger.sentence)
        shared[trigger.sentence] = own + shared[REPORT]
    features = shared[trigger.sentence] + trigger_features(findings, trigger)
    return features, class_features(findings, trigger)


def tie(
    findings: Findings,
    trigger: Trigger,
    types: dict[str, float],
    models: Models,
    reading: Reading,
) -> Happening:
    """Return the happening of a trigger with the probabilities of its arguments."""
    happening = Happening(
        trigger,
        types,
        read=math.exp(reading.event[trigger.index, 1]),
        topic=reading.topic[trigger.index],
        status=reading.status[trigger.index],
    )
    where = findings.document.sentence_of
    # The encoder reads one sentence at a time: of other sentences it can say nothing.
    mentions = reach(findings, trigger)
    near = [mention for _, mention in mentions if where[mention.head] == trigger.sentence]
    roles = iter(models.encoder.roles(reading, trigger, near))

    def judged(model: LinearModel, features: list[str], mention: Mention) -> dict[str, float]:
        known = model.probabilities(features)
        if where[mention.head] != trigger.sentence:
            return known
        return pool((1 - ROLE_SHARE, known), (ROLE_SHARE, next(roles)))

    for index, mention in mentions:
        features = argument_features(findings, trigger, mention)
        match mention:
            case ActorMention():
                actor = judged(models.actor, features, mention)
                happening.actors[index] = (actor["a"], actor["b"])
            case PlaceMention():
                happening.places[index] = judged(models.place, features, mention)["yes"]
            case DateMention():
                happening.dates[index] = judged(models.date, features, mention)["yes"]
            case FigureMention():
                happening.figures[index] = judged(models.figure, features, mention)["yes"]
    return happening


def reach(findings: Findings, trigger: Trigger) -> list[tuple[int, Mention]]:
    """Return the mentions that may be arguments of a trigger, with their indexes by kind.

    Actors and figures come from its own sentence; places and dates also from the sentences before
    and from the report's first.
    """
    where = findings.document.sentence_of
    out: list[tuple[int, Mention]] = []
    here: tuple[Sequence[Mention], ...] = (findings.actors, findings.figures)
    around: tuple[Sequence[Mention], ...] = (findings.places, findings.dates)
    for group in here:
        out += [(i, m) for i, m in enumerate(group) if where[m.head] == trigger.sentence]
    for near in around:
        for i, m in enumerate(near):
            apart = trigger.sentence - where[m.head]
            if 0 <= apart <= REACH or where[m.head] == 0 or apart == -1:
                out.append((i, m))
    return out
