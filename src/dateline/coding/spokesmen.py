"""Who speaks for a party to an event: an army of its own operation, a group of its own deed.

Source: coding frame, "claimed when the speaker is an organ of one of the sides".
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from dateline.coding.findings import Findings
from dateline.coding.identity import ARMED, STATES
from dateline.coding.named_alone import Speaker
from dateline.coding.syntax import Span
from dateline.knowledge.files import settings
from dateline.model import Actor, ActorKind

WORDS = "languages/en/spokesmen.toml"


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in settings(WORDS).items()}


def speak_for_a_party(
    findings: Findings, speakers: Iterable[Speaker], sides: tuple[list[Actor], list[Actor]]
) -> bool:
    """Return whether all who speak of an event are organs of its sides, and somebody speaks."""
    told = [_speaks_for(findings, speaker, sides) for speaker in speakers]
    return bool(told) and all(told)


def only_reports(findings: Findings, speaker: Speaker) -> bool:
    """Return whether the press speaks, be it a party's own, or who looks on.

    Not a group that has its say in one: "the army's press office", "a spokesman on television".
    """
    first = max(speaker.first - 1, 0)  # "the newspaper El Watan"
    span = findings.document.doc[first : speaker.last]
    told = _has(span, "press") or _has(span, "onlookers")
    return told and not _has(span, "organs") and not _has(span, "offices")


def _speaks_for(
    findings: Findings, speaker: Speaker, sides: tuple[list[Actor], list[Actor]]
) -> bool:
    """Whether who speaks is of a side: no reporter, medic or monitor, police only as who acts."""
    span = findings.document.doc[speaker.first : speaker.last]
    if speaker.verb not in _words()["verbs"] or _has(span, "outsiders"):
        return False
    if _has(span, "police"):
        return any(actor.kind is ActorKind.STATE_FORCES for actor in sides[0])
    organ = _has(span, "organs")
    said = [
        actor
        for mention in findings.actors
        if speaker.first <= mention.head < speaker.last
        and not mention.resolved
        and (organ or mention.first <= speaker.head < mention.last)
        for actor in mention.actors
        if actor.kind in ARMED
    ]
    parties = [party for side in sides for party in side if party.kind in ARMED]
    if not said and _has(span, "ranks") and not _has(span, "generals"):
        # Who is told by his rank alone speaks for the state's forces: "Maj. Lal said".
        fought = all(any(party in parties for party in side) for side in sides)
        return fought and any(party.kind in STATES for party in parties)
    return any(_is_of(one, party) for party in parties for one in said)


def _is_of(one: Actor, party: Actor) -> bool:
    """Whether somebody may be a party: by name, or the forces of its country."""
    if one.kind in STATES and one.kind is party.kind:
        return one.country == party.country
    if one.name or party.name:
        return one.name == party.name
    return one.kind is party.kind and (one.country is None or one.country == party.country)


def _has(span: Span, words: str) -> bool:
    some = _words()[words]
    return any(token.lower_ in some or token.lemma_.lower() in some for token in span)
