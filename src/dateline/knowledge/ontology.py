"""The event taxonomy: which sub-event types there are, how they group, what holds of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.files import settings


@dataclass(frozen=True, slots=True)
class Ontology:
    """A taxonomy of events.

    ``parents`` maps each sub-event type to its event type. ``violent`` are the types in which
    civilians on the receiving side are targets; ``territorial`` those in which a place changes
    hands.
    """

    parents: Mapping[str, str]
    violent: frozenset[str]
    territorial: frozenset[str]


@cache
def ontology(name: str = "acled") -> Ontology:
    """Return the taxonomy in ``data/ontologies/<name>.toml``."""
    data = settings(f"ontologies/{name}.toml")
    return Ontology(
        parents={sub: parent for parent, subs in data["event_types"].items() for sub in subs},
        violent=frozenset(data["traits"]["violent"]),
        territorial=frozenset(data["traits"]["territorial"]),
    )
