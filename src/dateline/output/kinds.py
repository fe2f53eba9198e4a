"""The kinds of events as the page shows them: a label, a colour and a shape each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.files import settings
from dateline.model import SubEventType


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event; ``path`` is an SVG path around 0,0, ``colour`` a CSS colour."""

    key: str
    label: str
    colour: str
    path: str
    types: frozenset[str]


@cache
def kinds() -> tuple[Kind, ...]:
    """Return the kinds in the order in which a legend shows them."""
    return tuple(
        Kind(row["key"], row["label"], row["colour"], row["path"], frozenset(row["types"]))
        for row in settings("page/kinds.toml")["kind"]
    )


@cache
def kind_of(sub_event_type: SubEventType) -> Kind:
    """Return the kind that a sub-event type is shown as."""
    return next(kind for kind in kinds() if sub_event_type.value in kind.types)
