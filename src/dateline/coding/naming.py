"""Which actors words name, also behind a noun that says nothing: "cells of the group".

Or behind a clause that says what a group is called: "a group calling itself the White Legion".
Words are data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.findings import Findings
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import ActorKind

OF = ("of", "from")

WORDS = "languages/en/charges.toml"
"""Where the words for what a group is called are kept."""


def named_in(findings: Findings, words: Sequence[Token]) -> Iterator[int]:
    """Yield the actor mentions, by index, that words name: in "cells of the group" who follows."""
    for word in words:
        tops = {word.i, *(noun.i for noun in after_of(word, OF)), *_called(word)}
        known = [
            (index, top)
            for index, mention in enumerate(findings.actors)
            for top in tops
            if mention.first <= top < mention.last
            and any(actor.kind is not ActorKind.CIVILIANS for actor in mention.actors)
        ]
        own = [index for index, top in known if top == word.i]
        yield from own or (index for index, _ in known)


def _called(word: Token) -> Iterator[int]:
    """Yield the words of what a group is called or calls itself, by their places."""
    words = settings(WORDS)
    for clause in word.children:
        if clause.dep_ not in ("acl", "relcl") or clause.lemma_.lower() not in words["calling"]:
            continue
        inside = list(clause.subtree)
        passive = clause.tag_ == "VBN" and clause.dep_ == "acl"  # "a group called X"
        if passive or any(one.lower_ in words["selves"] for one in inside):
            yield from (one.i for one in inside if one.pos_ == "PROPN")


def after_of(verb: Token, words: Sequence[str]) -> list[Token]:
    """The nouns that a verb has after one of some prepositions."""
    preps = [kid for kid in verb.children if kid.dep_ == "prep" and kid.lower_ in words]
    return [noun for prep in preps for noun in prep.children if noun.dep_ == "pobj"]
