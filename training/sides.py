"""Gold sides -> labels: on which side an actor mention, or a party of a claim, stands."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.actors import settle
from dateline.coding.crowds import crowd
from dateline.coding.findings import Findings
from dateline.coding.happenings import NONE
from dateline.coding.mentions import ActorMention
from dateline.coding.second_look import Party
from dateline.evaluation.agreement import same_actor
from dateline.evaluation.gold import GoldActor, GoldClaim

SIDES = ("a", "b")


def parts(findings: Findings, sentence: int, claim: GoldClaim) -> dict[int, str | None]:
    """Return the side in a claim of each actor mention of a sentence, by the mention's index.

    A mention that gold quotes stands on that side. One that only has the code of a gold actor
    stands there too, unless gold quotes another mention of the sentence for it: then it is None,
    since its part may differ ("an Israeli raid in which an Israeli soldier died").
    """
    where = findings.document.sentence_of
    here = [i for i, m in enumerate(findings.actors) if where[m.head] == sentence]
    sides = {"a": claim.side_a, "b": claim.side_b}
    told: dict[int, set[str]] = {i: set() for i in here}
    quoted: set[int] = set()
    for name, side in sides.items():
        for gold in side:
            likeness = {i: _likeness(findings, findings.actors[i], gold) for i in here}
            best = max(likeness.values(), default=0.0)
            if best > 0:
                quoted.add(id(gold))
                for i, like in likeness.items():
                    if like == best:
                        told[i].add(name)
    out: dict[int, str | None] = {}
    for i in here:
        if told[i]:
            out[i] = next(iter(told[i])) if len(told[i]) == 1 else None
            continue
        coded = {
            (name, id(gold) in quoted)
            for name, side in sides.items()
            for gold in _coded(findings, findings.actors[i], claim, name, side)
        }
        names = {name for name, _ in coded}
        if not names:
            out[i] = NONE
        elif len(names) > 1 or any(elsewhere for _, elsewhere in coded):
            out[i] = None
        else:
            out[i] = names.pop()
    return out


def _likeness(findings: Findings, mention: ActorMention, gold: GoldActor) -> float:
    """How much of the longer of two quotations the shorter one is; 0 where it is not in it."""
    quote = findings.document.quote(findings.document.offsets(mention.first, mention.last))
    a, b = (
        text.lower().removeprefix("the ").removeprefix("a ").strip()
        for text in (quote, gold.mention)
    )
    if len(a) < 2 or len(b) < 2 or not (a in b or b in a):
        return 0.0
    return min(len(a), len(b)) / max(len(a), len(b))


def _coded(
    findings: Findings,
    mention: ActorMention,
    claim: GoldClaim,
    name: str,
    side: Sequence[GoldActor],
) -> list[GoldActor]:
    """The gold actors of a side that have the code of the mention."""
    country = claim.place.country if claim.place else None
    actors = [settle(actor, country, findings.country) for actor in mention.actors]
    return [
        gold
        for gold in side
        if any(
            same_actor(gold, crowd(claim.sub_event_type, SIDES.index(name), actor))
            for actor in actors
        )
    ]


def party_sides(parties: Sequence[Party], claim: GoldClaim) -> list[str]:
    """Return the side of each party: each gold actor is matched once, by the best of its code."""
    out = [NONE] * len(parties)
    for k, (name, side) in enumerate((("a", claim.side_a), ("b", claim.side_b))):
        for gold in side:
            options = [
                (_same_words(party, gold), -i)
                for i, party in enumerate(parties)
                if out[i] == NONE and same_actor(gold, crowd(claim.sub_event_type, k, party.actor))
            ]
            if options:
                out[-max(options)[1]] = name
    return out


def _same_words(party: Party, gold: GoldActor) -> tuple[bool, bool]:
    words = set(gold.mention.lower().split())
    own = party.actor.kind is gold.kind
    return bool(words & set(party.actor.mention.lower().split())), own
