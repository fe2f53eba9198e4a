"""The actors that a text tells of, as tests look at them."""

from __future__ import annotations

from datetime import date

from dateline.coding.actors import find_actors
from dateline.coding.document import parse
from dateline.coding.mentions import ActorMention
from dateline.knowledge.actors import actor_table
from dateline.model import Report

Told = tuple[str | None, str, str | None]


def mentions(text: str, on: str = "2016-05-10") -> list[tuple[str, ActorMention]]:
    """The mentions of a report, each with the words that its token range covers."""
    report = Report(id="r", text=text, published=date.fromisoformat(on))
    found = []
    for document in parse([report]):
        for mention in find_actors(document, (), actor_table()):
            quote = document.quote(document.offsets(mention.first, mention.last))
            for actor in mention.actors:
                assert actor.span is not None
                assert text[slice(*actor.span)] == actor.mention == quote
            found.append((quote, mention))
    return found


def told(text: str, on: str = "2016-05-10") -> dict[str, list[Told]]:
    return {
        quote: [(actor.name, actor.kind.value, actor.country) for actor in mention.actors]
        for quote, mention in mentions(text, on)
    }
