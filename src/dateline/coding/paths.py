"""Ways through a parse: how one word of a sentence hangs on another."""

from __future__ import annotations

from itertools import islice

from dateline.coding.syntax import Doc, Token

HIGHEST = 39
"""How far up a word's heads are followed."""

LONGEST = 6
"""Paths of more steps than this are all called "far"."""


def path(doc: Doc, start: int, end: int) -> str:
    """Return the dependency path from token ``start`` to token ``end`` of one sentence.

    ``^`` goes up, ``>`` goes down; prepositions and the like are named by their word, so that
    "strike on the base" gives ``>prep:on>pobj``.
    """
    if start == end:
        return "self"
    # Several models ask for the same way: kept with the parse, each is walked once.
    known: dict[tuple[int, int], str] = doc.user_data.setdefault("paths", {})
    if (start, end) not in known:
        known[start, end] = _walk(doc, start, end)
    return known[start, end]


def _walk(doc: Doc, start: int, end: int) -> str:
    up, down = _upwards(doc[start]), _upwards(doc[end])
    below = set(down)
    meet = next((token for token in up if token in below), None)
    if meet is None:
        return "none"
    climb = up[: up.index(meet)]
    descend = list(reversed(down[: down.index(meet)]))
    if len(climb) + len(descend) > LONGEST:
        return "far"
    return "".join(f"^{_label(token)}" for token in climb) + "".join(
        f">{_label(token)}" for token in descend
    )


def _upwards(token: Token) -> list[Token]:
    return [token, *islice(token.ancestors, HIGHEST)]


def _label(token: Token) -> str:
    if token.dep_ in ("prep", "agent", "mark", "prt", "dative"):
        return f"{token.dep_}:{token.lower_}"
    return token.dep_
