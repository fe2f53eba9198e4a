"""When a slot of a predicted claim agrees with gold.

The slots of a claim are its event type, sub-event type, date and status, and, where it has them,
its place, each actor of each side, each figure, its control, and that civilians were targeted.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

from dateline.evaluation.gold import GoldActor, GoldClaim
from dateline.knowledge.gazetteer_sources import distance_km
from dateline.knowledge.ontology import ontology
from dateline.model import (
    Actor,
    ActorKind,
    Claim,
    DatePrecision,
    EventDate,
    Figure,
    Place,
    PlacePrecision,
)

SLOTS = (
    "event_type",
    "sub_event_type",
    "date",
    "status",
    "place",
    "side_a",
    "side_b",
    "figures",
    "control",
    "civilians_targeted",
)

NEAR_KM = {
    PlacePrecision.EXACT: 15,
    PlacePrecision.NEAR: 25,
    PlacePrecision.REGION: 80,
    PlacePrecision.COUNTRY: 500,
}
"""Kilometres by which a right place may lie from gold, by how closely gold knows it."""

_BY_COUNTRY = {
    ActorKind.STATE_FORCES,
    ActorKind.EXTERNAL_FORCES,
    ActorKind.CIVILIANS,
    ActorKind.PROTESTERS,
    ActorKind.RIOTERS,
}

G = TypeVar("G")
P = TypeVar("P")


def slots(claim: Claim) -> Counter[str]:
    """Return how many slots a claim has, by name."""
    return Counter(
        event_type=1,
        sub_event_type=1,
        date=1,
        status=1,
        place=int(claim.place is not None),
        side_a=len(claim.side_a),
        side_b=len(claim.side_b),
        figures=len(claim.figures),
        control=int(claim.control is not None),
        civilians_targeted=int(claim.civilians_targeted),
    )


def agreement(gold: GoldClaim, predicted: Claim) -> Counter[str]:
    """Return how many slots of two aligned claims agree, by name."""
    parents = ontology().parents
    return Counter(
        event_type=int(parents[gold.sub_event_type] == parents[predicted.sub_event_type]),
        sub_event_type=int(gold.sub_event_type == predicted.sub_event_type),
        date=int(same_date(gold.date, predicted.date)),
        status=int(gold.status == predicted.status),
        place=int(same_place(gold.place, predicted.place)),
        side_a=_paired(gold.side_a, predicted.side_a, same_actor),
        side_b=_paired(gold.side_b, predicted.side_b, same_actor),
        figures=_paired(gold.figures, predicted.figures, same_figure),
        control=int(_same_control(gold, predicted)),
        civilians_targeted=int(gold.civilians_targeted and predicted.civilians_targeted),
    )


def same_place(gold: Place | None, predicted: Place | None) -> bool:
    """True for two places as near as gold's precision asks, or, unlocated, of one name."""
    if gold is None or predicted is None:
        return False
    if gold.lat is None or gold.lon is None or predicted.lat is None or predicted.lon is None:
        return bool(folded(gold.canonical)) and folded(gold.canonical) == folded(
            predicted.canonical
        )
    return distance_km(gold.lat, gold.lon, predicted.lat, predicted.lon) <= NEAR_KM[gold.precision]


def same_date(gold: EventDate | None, predicted: EventDate | None) -> bool:
    """True for the same day or days; for overlapping spans where gold knows no day."""
    if gold is None or predicted is None:
        return False
    if gold.precision is DatePrecision.DAY:
        return (gold.start, gold.end) == (predicted.start, predicted.end)
    return predicted.start <= gold.end and predicted.end >= gold.start


def same_actor(gold: GoldActor, predicted: Actor) -> bool:
    """True for the same name, or where gold has none, for kind and country.

    A state's forces and plain crowds agree by kind and country whatever they are called.
    """
    alike = gold.kind == predicted.kind and (gold.country or None) == (predicted.country or None)
    if gold.country and gold.kind in _BY_COUNTRY:
        return alike
    if gold.name:
        return folded(predicted.name) in [folded(name) for name in (gold.name, *gold.aliases)]
    return alike and not predicted.name


def same_figure(gold: Figure, predicted: Figure) -> bool:
    """True for one measure and one best number, or one range where there is no best."""
    return gold.measure == predicted.measure and _number(gold) == _number(predicted)


def overlap(gold: Claim, predicted: Claim) -> int:
    """Return how many characters of evidence two claims share."""
    return sum(
        max(0, min(end, other_end) - max(start, other_start))
        for start, end in gold.evidence
        for other_start, other_end in predicted.evidence
    )


def folded(name: str | None) -> str:
    """Return a name in small letters without accents, with one space for all other signs."""
    letters = unicodedata.normalize("NFKD", name or "")
    plain = "".join(sign for sign in letters if not unicodedata.combining(sign)).lower()
    return re.sub(r"[^a-z0-9]+", " ", plain).strip()


def _number(figure: Figure) -> int | tuple[int | None, int | None]:
    return figure.best if figure.best is not None else (figure.low, figure.high)


def _same_control(gold: GoldClaim, predicted: Claim) -> bool:
    if gold.control is None or predicted.control is None:
        return False
    holder, predicted_holder = gold.control.to, predicted.control.to
    if holder is None or predicted_holder is None:
        return holder is predicted_holder
    return same_actor(holder, predicted_holder)


def _paired(gold: Sequence[G], predicted: Sequence[P], same: Callable[[G, P], bool]) -> int:
    """Return how many of ``gold`` find a partner of their own, each taking the first that fits."""
    left, count = list(predicted), 0
    for one in gold:
        for at, other in enumerate(left):
            if same(one, other):
                del left[at]
                count += 1
                break
    return count
