"""Actor phrases, weighed: the role noun, the nations, the name and the kind that a phrase tells."""

from __future__ import annotations

import re
from datetime import date

from dateline.coding.actor_phrases import Part, Phrase
from dateline.coding.counted import noun_class
from dateline.coding.syntax import Doc
from dateline.knowledge.files import settings
from dateline.knowledge.leaders import Leader
from dateline.knowledge.names import word_key
from dateline.knowledge.roles import Name, Nation, Role, grammar
from dateline.model import ActorKind

WORDS = "languages/en/actors.toml"
"""Where the words for numbered units are kept."""

UNIT_REACH = 3
"""How many words before its noun may number a unit: "the 366th motor rifle regiment"."""

_OF_A_PEOPLE = 1.7
"""Up to this weight an adjective only tells of which people somebody is: "Hutu", "tribal"."""

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|d)")


def role_of(run: Phrase) -> Role | None:
    """Return the run's role noun: the last one that is no adjective; None without one."""
    for part in reversed(run.parts):
        if isinstance(part.word, Role) and part.word.kind_class != "quality" and not part.stance:
            return part.word
    return None


def stands_bare(run: Phrase) -> bool:
    """Return whether no nation, leader or named group owns the role noun."""
    return not run.backed and all(
        isinstance(part.word, Role) and not part.stance for part in run.parts
    )


def shares_with_state(run: Phrase, head: Role) -> bool:
    """Return whether the state's own forces share the head noun with a nation's."""
    return any(
        isinstance(part.word, Role)
        and part.word is not head
        and part.word.kind is ActorKind.STATE_FORCES
        and isinstance(before.word, Nation)
        for before, part in zip(run.parts, run.parts[1:], strict=False)
    )


def name_in(run: Phrase) -> Name | None:
    """Return the named group of a run, the last one, or None."""
    for part in reversed(run.parts):
        if isinstance(part.word, Name) and part.stance in ("", "led"):
            return part.word
    return None


def nations_in(run: Phrase) -> list[str]:
    """Return the countries of a run: all that "and" joins, else the last; no backers."""
    codes = [
        part.word.code
        for part in run.parts
        if isinstance(part.word, Nation) and part.stance in ("", "led")
    ]
    return list(dict.fromkeys(codes)) if run.together else codes[-1:]


def of_nation(run: Phrase, kind: ActorKind, code: str | None, on: date | None) -> ActorKind:
    """Return a kind as the run's nation of that country makes it.

    "Abkhaz troops" are a state's by their name, but those of no state: rebels.
    """
    nations = [
        part.word
        for part in run.parts
        if isinstance(part.word, Nation) and part.word.code == code and part.stance in ("", "led")
    ]
    apart = bool(nations) and all(nation.is_apart(on) for nation in nations)
    return ActorKind.REBEL if apart and kind is ActorKind.STATE_FORCES else kind


def kind_of(run: Phrase, head: Role) -> ActorKind | None:
    """Return the kind that the weightiest word tells, or None; the head wins a tie."""
    best: tuple[float, int, ActorKind] | None = None
    order = len(run.parts)
    nation = ruler = False
    for index, part in enumerate(run.parts):
        word = part.word
        stance = _stance_kind(part, head)
        if stance is not None:
            candidate = (stance[0], index, stance[1])
        elif part.stance and not (part.stance == "led" and isinstance(word, Role)):
            nation = nation or (part.stance == "led" and isinstance(word, Nation))
            continue
        elif isinstance(word, Role) and word.kind is not None:
            light = word is not head and word.kind is ActorKind.CIVILIANS
            weight = min(word.weight, 0.6) if light else word.weight
            candidate = (weight, order if word is head else index, word.kind)
        elif isinstance(word, Leader):
            ruler = word.actor is None
            candidate = (1.9, index, word.actor.kind if word.actor else ActorKind.STATE_FORCES)
        else:
            nation = nation or isinstance(word, Nation)
            continue
        if best is None or candidate[:2] >= best[:2]:
            best = candidate
    if run.backed and not nation and not ruler and (best is None or best[0] <= 1):
        return ActorKind.REBEL
    if best is None:
        return head.national if nation else None
    strangers = best[2] is head.kind is ActorKind.UNIDENTIFIED and best[0] == head.weight
    if strangers and nation:
        return head.national or best[2]  # "Israeli snipers" are known by their nation
    return best[2]


def is_communal(run: Phrase, head: Role, doc: Doc) -> bool:
    """Return whether a militia is a people's or a creed's: "Hutu militiamen", "Druze militias"."""
    words = settings(WORDS)
    if head.word not in words["militias"]:
        return False
    before = doc[run.first - 1].lower_ if run.first else ""
    owners = [
        part.word
        for part in run.parts
        if isinstance(part.word, Role) and part.word is not head and not part.stance
    ]
    return before in words["creeds"] or any(
        word.word in words["creeds"]
        or (word.kind_class == "quality" and word.kind is ActorKind.IDENTITY_MILITIA)
        for word in owners
    )


def _stance_kind(part: Part, head: Role) -> tuple[float, ActorKind] | None:
    """What "pro-" or "anti-" something tells of the head."""
    if not part.stance or part.stance == "led":
        return None
    rules = (isinstance(part.word, Leader) and part.word.actor is None) or (
        isinstance(part.word, Role) and part.word.kind is ActorKind.STATE_FORCES
    )
    if part.stance == "anti":
        return (1.7, ActorKind.REBEL) if rules else None
    if rules:
        loyal = (head.kind or head.national) is ActorKind.STATE_FORCES
        return (1.7, ActorKind.STATE_FORCES if loyal else ActorKind.POLITICAL_MILITIA)
    return (1.2, ActorKind.REBEL)


def counts_things(run: Phrase, doc: Doc) -> bool:
    """Return whether a number of people counts what is no people: "hundreds of shells"."""
    head = role_of(run)
    if head is None or head.kind_class != "crowd":
        return False
    links = (kid for kid in doc[run.last - 1].children if kid.lower_ == "of")
    return any(noun_class(noun) == "never" for link in links for noun in link.children)


def is_numbered(word: str, doc: Doc, first: int) -> bool:
    """Return whether a word for a part of an army has a number: "the 47th Brigade".

    Armies number their units and rebels name them. ``first`` is the token where the phrase begins.
    """
    words = settings(WORDS)
    if word not in words["units"]:
        return False
    before = [token.lower_ for token in doc[max(0, first - UNIT_REACH) : first]]
    return any(_ORDINAL.fullmatch(one) or one in words["ordinals"] for one in before)


def may_fight(head: Role, leader: Leader) -> bool:
    """Return whether a leader's people, by their role noun, are his forces: no teachers."""
    of_band = leader.actor is not None and word_key(head.word) in grammar().band
    return of_band or head.kind is not ActorKind.CIVILIANS


def are_a_people(run: Phrase, head: Role) -> bool:
    """Return whether plain people are told of by their people alone: "Hutu men", no "armed men"."""
    return head.kind is ActorKind.CIVILIANS and all(
        isinstance(part.word, Role) and (part.word is head or part.word.weight <= _OF_A_PEOPLE)
        for part in run.parts
    )


def are_herders(run: Phrase, head: Role) -> bool:
    """Return whether a phrase is for herders or nomads, and nothing says that they bear arms."""
    return head.word in settings(WORDS)["herders"] and not any(
        part.word is not head
        and not isinstance(part.word, Nation)
        and not (isinstance(part.word, Role) and part.word.weight <= _OF_A_PEOPLE)
        for part in run.parts
    )


def is_plain_thing(run: Phrase) -> bool:
    """Return whether a phrase is for vehicles and weapons that nobody is said to own: "a drone".

    "Federal jets" are a state's.
    """
    return all(
        isinstance(part.word, Role)
        and (
            part.word.kind_class == "thing"
            or (part.word.kind_class == "quality" and part.word.kind is not ActorKind.STATE_FORCES)
        )
        for part in run.parts
    )


def is_of_another_state(run: Phrase, name: Name) -> bool:
    """Return whether a state's own force is given another state: the table means another."""
    nations = nations_in(run)
    return (
        bool(nations)
        and all(
            row.kind is ActorKind.STATE_FORCES or row.kind is ActorKind.POLITICAL_MILITIA
            for row in name.rows
        )
        and not any(
            not row.countries or row.home in nations or not set(nations).isdisjoint(row.countries)
            for row in name.rows
        )
    )
