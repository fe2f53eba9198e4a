"""Triggers that tell of events, each with what it ties to itself: the coder's working notes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.coding.argument_features import Mention, argument_features
from dateline.coding.event_features import (
    class_features,
    report_features,
    report_topics,
    sentence_features,
    trigger_features,
)
from dateline.coding.findings import Findings
from dateline.coding.linear import LinearModel
from dateline.coding.mentions import ActorMention, DateMention, FigureMention, PlaceMention
from dateline.coding.network import Matrix, Network
from dateline.coding.topics import is_calm, known
from dateline.coding.trigger_vectors import trigger_vectors
from dateline.coding.triggers import Trigger

NONE = "none"
"""The class of a trigger that tells of no codable event, and of a mention that is no argument."""

REACH = 3
"""How many sentences before a trigger may still hold its place or date."""

HALF, THIRD = 1 / 2, 1 / 3
"""What the networks weigh beside the linear models: for events, for types (five-fold, unseen)."""

RAREST = 1e-6
"""The least probability that a linear model is taken to give a class."""

CALM_DOUBT = 2.0
"""What is taken from the log-odds of every trigger in a report on sport, business, science ..."""

REPORT = -1
"""Where the features of the whole report stand among those of its sentences."""

PROPOSE = 0.3
"""A trigger is kept as a happening where the event model gives this much to all types together."""


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
    ``figures`` map the index of a mention to the probability that it belongs here.
    """

    trigger: Trigger
    types: dict[str, float]
    actors: dict[int, tuple[float, float]] = field(default_factory=dict)
    places: dict[int, float] = field(default_factory=dict)
    dates: dict[int, float] = field(default_factory=dict)
    figures: dict[int, float] = field(default_factory=dict)

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
    network = known(sum(token.is_alpha for token in findings.document.doc))
    doubt = CALM_DOUBT if is_calm(report_topics(findings)) else 0.0
    out: list[Happening] = []
    for i, (trigger, (features, classes)) in enumerate(zip(findings.triggers, seen, strict=True)):
        sure = pool(
            models.event, features + classes, models.event_network, events[i], 1 - HALF * network
        )["yes"]
        sure = 1 / (1 + math.exp(doubt) * (1 - sure) / sure)
        if sure < threshold:
            continue
        types = pool(models.kind, features, models.kind_network, kinds[i], 1 - THIRD * network)
        types = {name: p * sure for name, p in types.items()}
        out.append(tie(findings, trigger, types | {NONE: 1 - sure}, models))
    return tuple(out)


def pool(
    model: LinearModel, features: Sequence[str], network: Network, scores: Matrix, share: float
) -> dict[str, float]:
    """Return the probabilities of the classes on which both models agree best.

    That is their geometric mean, in which the linear model has the weight ``share``. They err on
    different triggers, so that together they were measured better than either.
    """
    linear = model.probabilities(features)
    mean = {
        name: math.exp(
            share * math.log(max(linear.get(name, 0.0), RAREST)) + (1 - share) * float(score)
        )
        for name, score in zip(network.classes, scores, strict=True)
    }
    total = sum(mean.values())
    return {name: value / total for name, value in mean.items()}


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


def tie(findings: Findings, trigger: Trigger, types: dict[str, float], models: Models) -> Happening:
    """Return the happening of a trigger with the probabilities of its arguments."""
    happening = Happening(trigger, types)
    for index, mention in reach(findings, trigger):
        features = argument_features(findings, trigger, mention)
        match mention:
            case ActorMention():
                actor = models.actor.probabilities(features)
                happening.actors[index] = (actor["a"], actor["b"])
            case PlaceMention():
                happening.places[index] = models.place.probabilities(features)["yes"]
            case DateMention():
                happening.dates[index] = models.date.probabilities(features)["yes"]
            case FigureMention():
                happening.figures[index] = models.figure.probabilities(features)["yes"]
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
