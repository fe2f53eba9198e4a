"""A report coded again: its claims keep their ids, and what people decided on them.

A claim is the same as before where it stands on the same words. What a person decided on stays as
the person left it; where the coder has come to say something else, that is noted beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dateline.model import Claim, Offsets
from dateline.store.edits import CLAIM_FIELDS, told_otherwise

GONE = "gone"
"""In place of fields: the coder finds the claim no more."""


_MOSTLY = 0.5
"""Claims of different types are one where they share this part of the words that they stand on."""


class Held(NamedTuple):
    """A claim as a store holds it.

    ``machine`` is the claim as last coded, None where the coder does not find it; ``human`` the
    claim as people left it, None where nobody decided on it; ``answered`` the coded claim that
    the last of them decided on, None where a person added the claim.
    """

    id: str
    machine: Claim | None
    human: Claim | None = None
    answered: Claim | None = None

    @property
    def holds(self) -> Claim:
        """The claim that counts: the person's, else the coder's."""
        found = self.human or self.machine
        assert found is not None
        return found

    @property
    def edited(self) -> list[str]:
        """The fields in which the claim is not as the coder had it when a person decided."""
        if self.human is None or self.answered is None:
            return []
        return [name for name in CLAIM_FIELDS if told_otherwise(self.human, self.answered, name)]

    @property
    def disagrees(self) -> str | None:
        """The fields on which the coder says otherwise since a person decided, joined by ``;``."""
        if self.human is None or self.answered is None:
            return None
        if self.machine is None:
            return GONE
        fields = [
            name
            for name in CLAIM_FIELDS
            if name != "evidence"
            and told_otherwise(self.machine, self.human, name)
            and told_otherwise(self.machine, self.answered, name)
        ]
        return ";".join(fields) or None


def recoded(
    coded: Sequence[Claim], before: Sequence[Held], old_text: str, new_text: str
) -> list[Held]:
    """Return the claims of a report after it was coded again, in the order of the text.

    Claims that nobody decided on and that the coder finds no more are left out. A new claim
    never gets the id of a claim that was there before it and tells of something else.
    """
    if not before:
        return [Held(claim.id, claim) for claim in coded]
    if old_text != new_text:
        before = [_moved(held, old_text, new_text) for held in before]
    same = _matched(coded, before)
    used = {held.id for held in before}
    out: list[Held] = []
    for position, claim in enumerate(coded):
        old = before[same[position]] if position in same else None
        name = old.id if old else _free(claim.id, used)
        used.add(name)
        fresh = claim.model_copy(update={"id": name})
        out.append(old._replace(machine=fresh) if old else Held(name, fresh))
    found = set(same.values())
    for row, held in enumerate(before):
        if row not in found and held.human is not None:
            out.append(held._replace(machine=None))
    return sorted(out, key=lambda held: held.holds.evidence[0])


def _free(name: str, used: set[str]) -> str:
    number = 0
    wanted = name
    while wanted in used:
        number += 1
        wanted = f"{name}.{number}"
    return wanted


def _matched(coded: Sequence[Claim], before: Sequence[Held]) -> dict[int, int]:
    """Which coded claim is which earlier one, by rows: the greatest overlap of evidence first."""
    pairs = []
    for new, claim in enumerate(coded):
        for old, held in enumerate(before):
            shared, same_type = 0.0, False
            for known in (held.machine, held.human):
                if known is not None:
                    shared = max(shared, _overlap(claim.evidence, known.evidence))
                    same_type = same_type or claim.sub_event_type is known.sub_event_type
            if shared >= _MOSTLY or (shared > 0 and same_type):
                pairs.append((-(shared + 0.5 * same_type), new, old))
    out: dict[int, int] = {}
    for _, new, old in sorted(pairs):
        if new not in out and old not in out.values():
            out[new] = old
    return out


def _overlap(one: Sequence[Offsets], other: Sequence[Offsets]) -> float:
    """Characters that two evidences share, as a part of all that they quote."""
    a = {place for start, end in one for place in range(start, end)}
    b = {place for start, end in other for place in range(start, end)}
    return len(a & b) / len(a | b) if a and b else 0.0


def _moved(held: Held, old_text: str, new_text: str) -> Held:
    def move(claim: Claim | None) -> Claim | None:
        return None if claim is None else moved(claim, old_text, new_text)

    return held._replace(machine=move(held.machine), human=move(held.human))


def moved(claim: Claim, old_text: str, new_text: str) -> Claim:
    """Return a claim whose spans quote the same words in a changed text.

    Words that are there no more are quoted no more; evidence that is all gone becomes the whole
    text, with a flag that says so.
    """

    def find(span: Offsets | None) -> Offsets | None:
        if span is None:
            return None
        words = old_text[span[0] : span[1]]
        start = new_text.find(words) if words else -1
        return (start, start + len(words)) if start >= 0 else None

    def shift(value: object) -> object:
        if isinstance(value, tuple):
            return tuple(shift(one) for one in value)
        if value is None or not hasattr(value, "span"):
            return value
        return value.model_copy(update={"span": find(value.span)})  # type: ignore[attr-defined]

    evidence = tuple(span for span in map(find, claim.evidence) if span)
    flags = claim.flags
    if not evidence:
        evidence = ((0, len(new_text)),)
        flags = (*flags, "its words are not in the changed report")
    names = ("date", "place", "side_a", "side_b", "figures")
    update = {name: shift(getattr(claim, name)) for name in names}
    spans = [find(span) for span in claim.attribution_spans]
    update |= {
        "evidence": evidence,
        "flags": flags,
        "trigger": find(claim.trigger),
        "attribution_spans": tuple(span for span in spans if span) if all(spans) else (),
    }
    if claim.control:
        actors = {name: shift(getattr(claim.control, name)) for name in ("to", "from_")}
        update["control"] = claim.control.model_copy(update=actors)
    return claim.model_copy(update=update)
