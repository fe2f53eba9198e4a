"""Forces that share the nation told before the first of them: "Israeli soldiers and policemen".

The second took the country where it happened, and a Palestinian police had raided Jenin with the
soldiers. Bare words for a state's forces that "and" joins to a nation's are that nation's too; who
has an article, a number or a word of his own is not: "French troops and the police". Source:
coding frame, an actor's own country.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.document import Document
from dateline.coding.mentions import ActorMention
from dateline.model import ActorKind

STATES = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES})
"""Kinds of those whose nation others share."""


def sharing_nations(
    document: Document, mentions: Sequence[ActorMention]
) -> tuple[ActorMention, ...]:
    """Return the mentions, bare forces with the nation of those to whom "and" joins them."""
    found: list[ActorMention] = []
    ends: dict[int, ActorMention] = {}
    for mention in mentions:
        before = _before(document, mention, ends)
        own = mention if before is None else _of(mention, before)
        found.append(own)
        ends[own.last] = own
    return tuple(found)


def _before(
    document: Document, mention: ActorMention, ends: dict[int, ActorMention]
) -> ActorMention | None:
    """The mention to which "and", or the comma of a list, joins one; None without one."""
    doc = document.doc
    if mention.first < 2 or not _is_bare(document, mention):
        return None
    joined = doc[mention.first - 1].lower_
    other = ends.get(mention.first - 1)
    if other is None or doc[mention.head].dep_ != "conj":
        return None
    listed = any(kid.lower_ == "and" for kid in doc[mention.head].children)
    return other if joined == "and" or (joined == "," and listed) else None


def _is_bare(document: Document, mention: ActorMention) -> bool:
    """Whether somebody is a state's forces by one word, in small letters, and nobody says whose."""
    (actor, *others) = mention.actors
    word = document.doc[mention.first]
    return (
        not others
        and not mention.resolved
        and actor.kind is ActorKind.STATE_FORCES
        and actor.name is None
        and actor.country is None
        and mention.last - mention.first == 1
        and word.text.islower()
        and word.tag_ in ("NNS", "NN")
    )


def _of(mention: ActorMention, other: ActorMention) -> ActorMention:
    countries = {actor.country for actor in other.actors if actor.kind in STATES}
    if len(countries) != 1 or len(other.actors) != 1 or None in countries:
        return mention
    (country,) = countries
    return replace(
        mention,
        actors=tuple(one.model_copy(update={"country": country}) for one in mention.actors),
    )
