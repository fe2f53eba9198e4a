"""Whom forces of a state kill: "Kenyan police killed two gunmen" has the police act.

Words for armed men without a name mostly stand for who attacks, so that the gunmen were taken for
the doers and the police for those attacked. The verb of killing settles it, as its subject and its
object do; only where the sentence says that the dead had attacked do they stay side a. Source:
coding frame, side a is who acts, and the attacker even where the defender is named first.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.actors import settle
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.second_look import Party, key_of, named_by, sided
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import ActorKind, Place, SubEventType

WORDS = "languages/en/opponents.toml"
"""Where the verbs of killing and of attacking are kept."""

STATES = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES})
"""Kinds of who kills."""

NAMELESS = frozenset({ActorKind.UNIDENTIFIED, ActorKind.POLITICAL_MILITIA, ActorKind.OTHER})
"""Kinds of who is killed and has no name: gunmen, bandits, and suspects."""

BANDS = frozenset({ActorKind.REBEL, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA})
"""Kinds of who is killed and may be known: where they had attacked they act all the same."""

FELLED = frozenset({SubEventType.ARMED_CLASH, SubEventType.ATTACK, SubEventType.ARRESTS})
"""Types that a verb of killing and a word for suspects suggest."""

ATTACKS = 0.5
"""From this chance of acting in another sentence the dead were the attackers."""


def felled(
    findings: Findings,
    happenings: Sequence[Happening],
    everyone: Sequence[Party],
    types: dict[str, float],
    place: Place | None,
) -> list[Party]:
    """Return the parties, a state's forces and whom they kill with the chances that a verb gives.

    Where another sentence of the event has the dead attack, they are left as they are.
    """
    told = max(happenings, key=lambda one: one.sure)
    verb = findings.document.doc[told.trigger.head]
    if (
        next(iter(types), None) not in FELLED
        or verb.lemma_.lower() not in settings(WORDS)["killing"]
    ):
        return list(everyone)
    dead = _dead(verb)
    ones = _named(findings, _killers(verb), place, STATES)
    attackers = [one for one in dead if _has_attacked(one)]
    if ones and (
        bands := {key_of(one) for one in named_by(findings, attackers, place) if one.kind in BANDS}
    ):
        return [sided(party, bands, ones) for party in everyone]
    others = _named(findings, dead, place, NAMELESS)
    if not ones or not others or _attack_elsewhere(findings, happenings, told, others, place):
        return list(everyone)
    if attackers:
        ones, others = others, ones
    return [sided(party, ones, others) for party in everyone]


def _killers(verb: Token) -> list[Token]:
    """Who kills: the verb's subject, or that of the verb before it ("shot and killed")."""
    for one in (verb, verb.head) if verb.dep_ == "conj" else (verb,):
        passive = any(kid.dep_ == "nsubjpass" for kid in one.children)
        found = [
            noun
            for kid in one.children
            if kid.dep_ == "agent"
            for noun in kid.children
            if noun.dep_ == "pobj"
        ]
        found += [kid for kid in one.children if kid.dep_ == "nsubj" and not passive]
        if found:
            return [*found, *(other for kid in found for other in kid.conjuncts)]
    return []


def _dead(verb: Token) -> list[Token]:
    """Who is killed: "killed two gunmen", "shot dead two gunmen", "two gunmen were shot dead"."""
    words = [verb, *(kid for kid in verb.children if kid.lower_ == "dead")]
    words += [kid for kid in verb.children if kid.dep_ == "conj" and kid.pos_ == "VERB"]
    found = [
        kid
        for one in words
        for kid in one.children
        if kid.dep_ in ("dobj", "nsubjpass") or (one.lower_ == "dead" and kid.dep_ == "nsubj")
    ]
    return [*found, *(other for kid in found for other in kid.conjuncts)]


def _has_attacked(noun: Token) -> bool:
    """Whether a clause says that somebody had attacked: "gunmen who had stormed a hotel"."""
    attacking = settings(WORDS)["attacking"]
    return any(
        verb.lemma_.lower() in attacking
        for clause in noun.children
        if clause.dep_ in ("relcl", "acl") and not _is_passive(clause)
        for verb in (clause, *clause.conjuncts, *(k for k in clause.children if k.dep_ == "xcomp"))
    )


def _is_passive(clause: Token) -> bool:
    """Whether who a clause is about is acted on: "two men wanted for raids"."""
    if clause.dep_ == "acl":
        return clause.tag_ == "VBN"
    return any(kid.dep_ == "nsubjpass" for kid in clause.children)


def _named(
    findings: Findings, words: Sequence[Token], place: Place | None, kinds: frozenset[ActorKind]
) -> set[str]:
    """The parties of some kinds that words name, by key: states, and others without a name."""
    return {
        key_of(one)
        for one in named_by(findings, words, place)
        if one.kind in kinds and (one.name is None or one.kind in STATES)
    }


def _attack_elsewhere(
    findings: Findings,
    happenings: Sequence[Happening],
    told: Happening,
    keys: set[str],
    place: Place | None,
) -> bool:
    """Whether another event word than that of the killing has one of some parties act."""
    country = place.country if place else None
    return any(
        a >= ATTACKS and a > b and key_of(settled) in keys
        for one in happenings
        if one.trigger.head != told.trigger.head and "attack" in one.trigger.concepts
        for index, (a, b) in one.actors.items()
        for actor in findings.actors[index].actors
        for settled in (settle(actor, country, findings.country, findings.published),)
    )
