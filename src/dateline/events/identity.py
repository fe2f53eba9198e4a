"""Ids of events: stable while claims come and go; a retired id leads to what became of it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from dateline.model import ClaimRef


class Identities(NamedTuple):
    """``ids`` of the groups in their order, and what became of ids that are no longer in use.

    ``retired`` maps an id to the id that holds most of its claims now, or to None where no claim
    of it is left: a tombstone.
    """

    ids: list[str]
    retired: dict[str, str | None]


def new_id(ref: ClaimRef, taken: Iterable[str] = ()) -> str:
    """Return an id made from a claim's report and id that is not in ``taken``."""
    used = taken if isinstance(taken, set | frozenset | dict) else set(taken)
    for attempt in range(1_000_000):
        seed = "\x1f".join((*ref, str(attempt) if attempt else ""))
        name = "e" + hashlib.sha256(seed.encode()).hexdigest()[:12]
        if name not in used:
            return name
    raise AssertionError("unreachable: a million hashes taken")


def identify(
    groups: Sequence[Sequence[ClaimRef]],
    before: Mapping[ClaimRef, str],
    known: Iterable[str] = (),
) -> Identities:
    """Give each group of claims an id.

    A group keeps the id of the event with which it shares most claims (``before`` says where each
    claim was); where two groups would keep one id the larger share wins, then the group that
    comes first. Other groups get the id of their first claim. ``known`` are all ids ever given:
    none is given to another event.
    """
    shares: list[tuple[int, int, str]] = []
    for number, group in enumerate(groups):
        counted = Counter(before[ref] for ref in group if ref in before)
        shares += [(-count, number, old) for old, count in counted.items()]
    kept: dict[int, str] = {}
    given: set[str] = set()
    for _, number, old in sorted(shares):
        if number not in kept and old not in given:
            kept[number] = old
            given.add(old)
    used = given | set(known) | set(before.values())
    ids: list[str] = []
    for number, group in enumerate(groups):
        name = kept.get(number) or new_id(min(group), used)
        used.add(name)
        ids.append(name)
    heirs: dict[str, str | None] = dict.fromkeys(sorted(set(before.values()) - given))
    for _, number, old in sorted(shares):
        if old in heirs and heirs[old] is None:
            heirs[old] = ids[number]
    return Identities(ids, heirs)
