"""Triggers that tell of events, each with what it ties to itself: the coder's working notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.coding.argument_features import Mention, argument_features
from dateline.coding.event_features import (
    class_features,
    sentence_features,
    trigger_features,
)
from dateline.coding.findings import Findings
from dateline.coding.linear import LinearModel
from dateline.coding.mentions import ActorMention, DateMention, FigureMention, PlaceMention
from dateline.coding.triggers import Trigger

NONE = "none"
"""The class of a trigger that tells of no codable event, and of a mention that is no argument."""

REACH = 3
"""How many sentences before a trigger may still hold its place or date."""

PROPOSE = 0.3
"""A trigger is kept as a happening where the event model gives this much to all types together."""


@dataclass(frozen=True, slots=True)
class Models:
    """The learned models of the coder, by what they decide.

    Of one trigger: ``event``, whether it tells of an event; ``kind``, of which type; ``actor``,
    ``place``, ``date`` and ``figure``, whether a mention belongs to it. Of two: ``same``, whether
    they tell of one event. Of a group: ``claim``, whether it is a claim of its own, ``side``,
    ``type`` once all parties are known, and ``status``.
    """

    event: LinearModel
    kind: LinearModel
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
    shared: dict[int, list[str]] = {}
    out: list[Happening] = []
    for trigger in findings.triggers:
        features, classes = evidence(findings, trigger, shared)
        sure = models.event.probabilities(features + classes)["yes"]
        if sure < threshold:
            continue
        types = {name: p * sure for name, p in models.kind.probabilities(features).items()}
        out.append(tie(findings, trigger, types | {NONE: 1 - sure}, models))
    return tuple(out)


def evidence(
    findings: Findings, trigger: Trigger, shared: dict[int, list[str]]
) -> tuple[list[str], list[str]]:
    """Return what the kind model looks at, and what the event model looks at besides.

    ``shared`` keeps the features that all triggers of a sentence share.
    """
    if trigger.sentence not in shared:
        shared[trigger.sentence] = sentence_features(findings, trigger.sentence)
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
