"""The named band that plain words for it mean: "the group", "the militants", "their camp".

Source: coding frame, an actor has a name where the text identifies one. Words are data.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.actor_reading import Reading
from dateline.coding.document import Document
from dateline.coding.mentions import ActorMention
from dateline.knowledge.roles import anaphora
from dateline.model import ActorKind

_ARMED = frozenset({ActorKind.REBEL, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def band_meant(
    document: Document, history: Sequence[ActorMention], here: int, word: str
) -> ActorMention | None:
    """Return the named rebels of an earlier sentence whom "the insurgents" means, or None.

    Where the report has named several groups, only one that it has called by the same word.
    """
    earlier = [m for m in history if document.sentence_of[m.head] < here]
    latest = latest_band(document, earlier, here, 4, named=False)
    if latest is None or latest.actors[0].kind is not ActorKind.REBEL or not latest.actors[0].name:
        return None
    groups = {a.name for m in earlier for a in m.actors if a.kind in _ARMED and a.name}
    called = word in document.quote(document.offsets(latest.first, latest.last)).lower()
    return latest if len(groups) == 1 or called else None


def band_of(
    document: Document, reading: Reading, history: Sequence[ActorMention]
) -> ActorMention | None:
    """Return the named rebels of an earlier sentence whose "the insurgents' camp" is, or None."""
    mention, run, words = reading.mention, reading.run, anaphora()
    plain = mention and all(a.kind is ActorKind.REBEL and not a.name for a in mention.actors)
    if not plain or run.first == 0 or document.doc[run.first - 1].lower_ not in _DEFINITE:
        return None
    owner = next((one for one in document.doc[run.first : run.last] if one.dep_ == "poss"), None)
    if owner is None or owner.lemma_.lower() not in words.called:
        return None
    return band_meant(document, history, document.sentence_of[run.first], owner.lemma_.lower())


def latest_band(
    document: Document,
    history: Sequence[ActorMention],
    here: int,
    reach: int,
    *,
    named: bool,
) -> ActorMention | None:
    """Return the latest armed group mentioned at most ``reach`` sentences before."""
    for mention in reversed(history):
        if here - document.sentence_of[mention.head] > reach:
            return None
        actor = mention.actors[0]
        if actor.kind in _ARMED and (actor.name or not named):
            return mention
    return None
