"""Sailors of merchant ships: "a missile hit the tanker, wounding two sailors".

A word for sailors stands for a navy's. Where the ship last told of is a merchant's or a
fisherman's, and no warship, they are its crew: civilians. Source: coding frame, kinds of actors.
Words are data.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dateline.coding.document import Document
from dateline.coding.mentions import ActorMention
from dateline.knowledge.files import settings
from dateline.model import ActorKind

WORDS = "languages/en/actors.toml"
"""Where the words for ships and their crews are kept."""

BESIDE = 150
"""Within how many characters before its sailors a warship is not left behind for another ship."""

_FORCES = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES})


def with_crews(document: Document, mentions: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """Return the mentions, sailors of merchant ships as civilians."""
    if not _ships("merchant_ships").search(document.report.text):
        return tuple(mentions)
    return tuple(
        replace(
            mention,
            actors=tuple(
                actor.model_copy(update={"kind": ActorKind.CIVILIANS}) for actor in mention.actors
            ),
        )
        if _is_crew(document, mention)
        else mention
        for mention in mentions
    )


def _is_crew(document: Document, mention: ActorMention) -> bool:
    """Whether nameless sailors are told of beside a merchant ship, which is named sooner."""
    if document.doc[mention.head].lemma_.lower() not in settings(WORDS)["sailors"]:
        return False
    if any(actor.name or actor.kind not in _FORCES for actor in mention.actors):
        return False
    at = document.offsets(mention.first, mention.last)[0]
    ours, theirs = (_nearest(document, kind, at) for kind in ("merchant_ships", "warships"))
    return ours < theirs and theirs > (False, BESIDE)


def _nearest(document: Document, kind: str, at: int) -> tuple[bool, int]:
    """How near a word for such ships stands: those before count first, whatever their distance."""
    ways = (at - found.start() for found in _ships(kind).finditer(document.report.text))
    return min(((way < 0, abs(way)) for way in ways), default=(True, len(document.report.text)))


@cache
def _ships(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(settings(WORDS)[kind])})\b", re.IGNORECASE)
