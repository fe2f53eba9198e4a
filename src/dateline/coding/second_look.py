"""A second look at a drafted claim as a whole: its sides and its type.

The first models judge one trigger at a time. Here the group is seen together: who else takes part,
what the other triggers say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.coding.actors import is_beyond, settle
from dateline.coding.blame import ACCUSED
from dateline.coding.findings import Findings
from dateline.coding.happenings import NONE, Happening
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.knowledge.lexicon import speech
from dateline.model import Actor, ActorKind, Figure, Place

Sides = tuple[list[Actor], list[Actor]]
"""The actors of side a and of side b."""

SURE_PLACE = 0.5
"""A place is a happening's own where the place model gives it this much."""

_PEOPLE = frozenset(
    {
        ActorKind.CIVILIANS,
        ActorKind.PROTESTERS,
        ActorKind.REBEL,
        ActorKind.POLITICAL_MILITIA,
        ActorKind.IDENTITY_MILITIA,
    }
)

WORDS = "languages/en/opponents.toml"
"""Where the verbs of guarding are kept."""

SURE, NEVER = 0.97, 0.02
"""The chances of a side that is told, and of the other one."""

OF_ANOTHER = 0.5
"""What the chances of a party weigh that is the object of another event's verb."""

_CALLED = frozenset({"known", "called"})
"""What ties another name to somebody: "also known as"."""

_SUFFERS = frozenset({"dobj", "nsubjpass"})

_STEPS = (0.05, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 0.97)


def step(p: float) -> int:
    """Return which of nine steps a probability lies on."""
    return sum(p >= edge for edge in _STEPS)


@dataclass(frozen=True, slots=True)
class Party:
    """One actor of a group of happenings, over all its mentions.

    ``a`` and ``b`` are the highest probabilities of the two sides that any mention got; ``at`` is
    the token of its first mention, ``mentions`` how many there are, ``key`` who it is.
    """

    actor: Actor
    a: float
    b: float
    at: int
    mentions: int
    key: str


def type_scores(happenings: Sequence[Happening]) -> dict[str, float]:
    """Return the summed probability of each sub-event type over the happenings, likeliest first."""
    total: dict[str, float] = {}
    for happening in happenings:
        for name, p in happening.types.items():
            if name != NONE:
                total[name] = total.get(name, 0.0) + p
    return dict(sorted(total.items(), key=lambda item: (-item[1], item[0])))


def key_of(actor: Actor) -> str:
    """Return by what an actor at an event is known again: its name, else kind and country."""
    return actor.name or f"{actor.kind}:{actor.country}"


def sided(party: Party, ones: set[str], others: set[str]) -> Party:
    """Return a party on the side where its key is told to be; as it is where neither is."""
    if party.key in ones:
        return replace(party, a=SURE, b=NEVER)
    return replace(party, a=NEVER, b=SURE) if party.key in others else party


def parties(
    findings: Findings, happenings: Sequence[Happening], place: Place | None
) -> list[Party]:
    """Return everyone who may take part in the happenings, in the order of the text.

    Whom another event's verb has as its object rather takes part in that one: "a bomb killed three
    policemen, and gunmen shot dead two teachers"; but not whom a sentence blames. Another name of
    somebody is passed over; so are whom those who suffer only guard, and who is named alone as the
    source of it.
    """
    events = {trigger.head for trigger in findings.triggers}
    others = events - {happening.trigger.head for happening in happenings}
    scores: dict[int, tuple[float, float]] = {}
    for happening in happenings:
        for index, (a, b) in happening.actors.items():
            head = findings.document.doc[findings.actors[index].head]
            if _is_alias(findings, index) or _is_guarded(head) or _is_a_source(findings, head):
                continue
            if head.dep_ in _SUFFERS and head.head.i in others and (a, b) != ACCUSED:
                a, b = a * OF_ANOTHER, b * OF_ANOTHER
            old = scores.get(index, (0.0, 0.0))
            scores[index] = max(old[0], a), max(old[1], b)
    country = place.country if place else None
    found: dict[str, Party] = {}
    for index in sorted(scores):
        a, b = scores[index]
        mention = findings.actors[index]
        for actor in mention.actors:
            settled = settle(actor, country, findings.country, findings.published)
            key = key_of(settled)
            old_party = found.get(key)
            if old_party is None:
                found[key] = Party(settled, a, b, mention.head, 1, key)
                continue
            better = max(a, b) > max(old_party.a, old_party.b)
            found[key] = Party(
                settled if better else old_party.actor,
                max(a, old_party.a),
                max(b, old_party.b),
                old_party.at,
                old_party.mentions + 1,
                key,
            )
    everyone = list(found.values())
    if place and place.country:
        return everyone
    beyond = _beyond_borders(findings, happenings)
    here = [party for party in everyone if party.actor.country not in beyond]
    return [_abroad(party, here) for party in everyone]


def _is_a_source(findings: Findings, head: Token) -> bool:
    """Whether somebody stands before a colon or behind a dash as its source: "Police: two shot".

    An army that is named so may be who did it: "Air force: 35 drones shot down".
    """
    doc = findings.document.doc
    return any(
        one.first <= head.i < one.last
        and doc[one.at].is_punct
        and not any(word.lower_ in speech().arms for word in doc[one.first : one.last])
        for one in findings.speakers
    )


def _beyond_borders(findings: Findings, happenings: Sequence[Happening]) -> set[str | None]:
    """The countries at whose border, on this side, it happened: "killed near the Afghan border"."""
    sentences = {happening.trigger.sentence for happening in happenings}
    where = findings.document.sentence_of
    return {
        mention.place.country
        for mention in findings.places
        if mention.level == "country"
        and where[mention.first] in sentences
        and is_beyond(findings.document, mention)
    }


def named_by(findings: Findings, words: Sequence[Token], place: Place | None) -> list[Actor]:
    """Return the actors that words name, as they stand at an event at a place."""
    country = place.country if place else None
    return [
        settle(actor, country, findings.country, findings.published)
        for word in words
        for mention in findings.within(findings.actors, findings.document.sentence_of[word.i])
        if mention.first <= word.i < mention.last
        for actor in mention.actors
    ]


def _is_alias(findings: Findings, index: int) -> bool:
    """Whether a mention is but another name of the one before it: "also known as the X"."""
    mention = findings.actors[index]
    head = findings.document.doc[mention.head]
    if head.dep_ != "pobj" or head.head.lower_ != "as" or head.head.head.lower_ not in _CALLED:
        return False
    owner = head.head.head.head
    return any(
        other.first <= owner.i < other.last
        and {actor.name for actor in other.actors} == {actor.name for actor in mention.actors}
        for other in findings.within(findings.actors, findings.document.sentence_of[owner.i])
    )


def _is_guarded(head: Token) -> bool:
    """Whether somebody is only whom others guard: "soldiers escorting teachers were shot"."""
    while head.dep_ == "conj":
        head = head.head
    verb = head.head
    clause = verb.dep_ in ("relcl", "acl") and verb.head.i < verb.i
    return head.dep_ == "dobj" and clause and verb.lemma_.lower() in settings(WORDS)["guarding"]


def _abroad(party: Party, everyone: Sequence[Party]) -> Party:
    """A state's forces at an unknown place: abroad where they meet another country's people."""
    actor = party.actor
    if actor.kind is not ActorKind.STATE_FORCES or not actor.country:
        return party
    meets = any(
        other.actor.country and other.actor.country != actor.country
        for other in everyone
        if other.actor.kind in _PEOPLE
    )
    if not meets:
        return party
    return replace(party, actor=actor.model_copy(update={"kind": ActorKind.EXTERNAL_FORCES}))


def side_features(party: Party, everyone: Sequence[Party], types: dict[str, float]) -> list[str]:
    """Return what the side model looks at: the party, its rivals for the side, the type."""
    kind = next(iter(types))
    a, b, who = step(party.a), step(party.b), party.actor.kind
    out = [f"a={a}", f"b={b}", f"a={a}|b={b}", f"type={kind}", f"who={who}"]
    out += [f"type={kind}|a={a}", f"type={kind}|b={b}", f"type={kind}|who={who}"]
    out += [f"who={who}|a={a}", f"who={who}|b={b}", f"mentions={min(party.mentions, 3)}"]
    others = [other for other in everyone if other is not party]
    best_a = max((other.a for other in others), default=0.0)
    best_b = max((other.b for other in others), default=0.0)
    out += [f"a={a}|rival={step(best_a)}", f"b={b}|rival={step(best_b)}"]
    armed = [p for p in everyone if p.actor.kind != "civilians" and max(p.a, p.b) > 0.25]
    rank = sum(other.at < party.at for other in armed)
    out += [f"rank={min(rank, 3)}|of={min(len(armed), 4)}", f"rank={min(rank, 3)}|type={kind}"]
    out.append(f"leads_a={party.a >= best_a}|leads_b={party.b >= best_b}|type={kind}")
    out.append(f"leads_a={party.a >= best_a}|leads_b={party.b >= best_b}|who={who}")
    if party.actor.name:
        out.append(f"named|a={a}")
    return out


def type_features(
    happenings: Sequence[Happening],
    types: dict[str, float],
    sides: tuple[Sequence[Actor], Sequence[Actor]],
    figures: Sequence[Figure],
) -> list[str]:
    """Return what the type model looks at: the first scores, the sides, the figures."""
    total = sum(types.values())
    names = list(types)
    out = [f"first={names[0]}", f"second={names[1]}", f"first={names[0]}|second={names[1]}"]
    out += [f"{name}={step(p / total)}" for name, p in types.items() if p / total > 0.03]
    out.append(f"first={names[0]}|{step(types[names[0]] / total)}")
    for label, side in zip("ab", sides, strict=True):
        kinds = sorted({str(actor.kind) for actor in side}) or ["nobody"]
        out += [f"{label}={kind}" for kind in kinds]
        out += [f"{label}={kind}|first={names[0]}" for kind in kinds]
        out += [f"{label}={kind}|{names[0]}|{names[1]}" for kind in kinds]
    pair = "/".join(
        "+".join(sorted({str(actor.kind) for actor in side})) or "nobody" for side in sides
    )
    out += [f"sides={pair}", f"sides={pair}|first={names[0]}"]
    for measure in sorted({str(figure.measure) for figure in figures}):
        out += [f"figure={measure}", f"figure={measure}|first={names[0]}"]
    for happening in happenings:
        out += [f"c={concept}" for concept in happening.trigger.concepts]
        out.append(f"lemma={happening.trigger.lemma}")
    return out


def own_place(findings: Findings, group: Sequence[Happening]) -> Place | None:
    """Return the closest place that a sentence of the group itself ties to its trigger, or None."""
    where = findings.document.sentence_of
    best: tuple[float, Place] | None = None
    for happening in group:
        for index, p in happening.places.items():
            mention = findings.places[index]
            if (
                p >= SURE_PLACE
                and mention.level in ("settlement", "site")
                and where[mention.head] == happening.trigger.sentence
                and (best is None or p > best[0])
            ):
                best = p, mention.place
    return best[1] if best else None
