"""Which actors words name, also behind a noun that says nothing: "cells of the group"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.findings import Findings
from dateline.coding.syntax import Token
from dateline.model import ActorKind

OF = ("of", "from")


def named_in(findings: Findings, words: Sequence[Token]) -> Iterator[int]:
    """Yield the actor mentions, by index, that words name: in "cells of the group" who follows."""
    for word in words:
        tops = {word.i, *(noun.i for noun in after_of(word, OF))}
        known = [
            (index, top)
            for index, mention in enumerate(findings.actors)
            for top in tops
            if mention.first <= top < mention.last
            and any(actor.kind is not ActorKind.CIVILIANS for actor in mention.actors)
        ]
        own = [index for index, top in known if top == word.i]
        yield from own or (index for index, _ in known)


def after_of(verb: Token, words: Sequence[str]) -> list[Token]:
    """The nouns that a verb has after one of some prepositions."""
    preps = [kid for kid in verb.children if kid.dep_ == "prep" and kid.lower_ in words]
    return [noun for prep in preps for noun in prep.children if noun.dep_ == "pobj"]
