"""Names of groups and other bodies that hold place names: "Islamic State of Iraq and the Levant".

Nothing happens in the Levant because a group is called after it.
"""

from __future__ import annotations

from functools import cache

from dateline.coding.place_words import word_set
from dateline.coding.toponyms import Tokens
from dateline.knowledge.actors import actor_table
from dateline.knowledge.leaders import full_leader_names
from dateline.knowledge.names import name_key

_LONGEST = 9


def body_names(tokens: Tokens) -> list[tuple[int, int]]:
    """Return the token ranges that name armed groups and other bodies, in order, the longest each.

    Names of armed groups are those of the actor table, the others those of the place words. The
    full name of a head of state is no place's either: "the resignation of Sheikh Hasina".
    """
    found: list[tuple[int, int]] = []
    at, count = 0, len(tokens.text)
    while at < count:
        end = _end(tokens, at) if tokens.text[at][0].isalpha() else at
        if end > at:
            found.append((at, end))
        at = max(end, at + 1)
    return found


def _end(tokens: Tokens, at: int) -> int:
    """Where the longest name ends that begins at a token; the token itself where there is none."""
    starts = _first_keys()
    key = name_key(tokens.text[at])
    if key and key[0] not in starts:
        return at
    for end in range(min(len(tokens.text), at + _LONGEST), at, -1):
        if not tokens.capital[end - 1]:
            continue
        name = tokens.name(at, end)
        if not name[0].isupper() and "-" not in name:
            continue
        if name_key(name) in _names():
            return end
    return at


@cache
def _names() -> frozenset[tuple[str, ...]]:
    own = (name_key(name) for name in word_set("names", "bodies"))
    return frozenset(key for key in (*actor_table().keys, *own, *full_leader_names()) if key)


@cache
def _first_keys() -> frozenset[str]:
    return frozenset(key[0] for key in _names())
