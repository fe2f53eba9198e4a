"""Who takes ground, and whether it is taken back: a capture and a recapture are two events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.coding.driven import driven_out
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import ActorKind

CONQUEST = "languages/en/conquest.toml"
"""Where the verbs of taking back are kept."""

_CHAINED = frozenset({"conj", "xcomp", "advcl"})
_UNARMED = frozenset({ActorKind.CIVILIANS, ActorKind.PROTESTERS, ActorKind.RIOTERS})

Day = tuple[date, date] | None


@dataclass(frozen=True, slots=True)
class Taking:
    """Who takes ground by a verb's syntax, and whether the verb says that it was theirs before."""

    takers: frozenset[tuple[str, str]]
    again: bool

    def undoes(self, other: Taking, mine: Day, theirs: Day) -> bool:
        """Return whether one of two takes from the other, by other men on another day or again."""
        if not self.takers or not other.takers or self.takers & other.takers:
            return False
        return self.again != other.again or bool(mine and theirs and mine != theirs)


def taking(findings: Findings, happening: Happening) -> Taking | None:
    """Return who takes ground by a happening's verb; None where it tells of no ground taken."""
    trigger = happening.trigger
    verb = findings.document.doc[trigger.head]
    if verb.pos_ != "VERB":
        return None
    driving = verb.lemma_.lower() in settings(CONQUEST)["driving"]
    if not driving and "seize" not in trigger.concepts:
        return None
    if driving and driven_out(findings, happening) is None:
        return None
    words = settings(CONQUEST)
    if verb.lemma_.lower() in words["falling"] or verb.lemma_.lower() in words["losing"]:
        return None
    return Taking(
        takers=_takers(findings, verb),
        again=trigger.lemma.lower().split()[0] in words["again"],
    )


def _takers(findings: Findings, verb: Token) -> frozenset[tuple[str, str]]:
    """The kind and country of each who takes, by subject or, of a passive, by agent."""
    nouns = list(_doers(verb))
    heads = {noun.i for one in nouns for noun in (one, *one.conjuncts)}
    return frozenset(
        (str(actor.kind), actor.country or "")
        for mention in findings.within(findings.actors, findings.document.sentence_of[verb.i])
        if mention.head in heads
        for actor in mention.actors
        if actor.kind not in _UNARMED
    )


def _doers(verb: Token) -> list[Token]:
    passive = any(kid.dep_ in ("auxpass", "nsubjpass") for kid in verb.children)
    for _ in range(3):
        if passive:
            agents = [kid for kid in verb.children if kid.dep_ == "agent"]
            return [noun for agent in agents for noun in agent.children if noun.dep_ == "pobj"]
        subjects = [kid for kid in verb.children if kid.dep_ == "nsubj"]
        if subjects or verb.dep_ not in _CHAINED:
            return subjects
        verb = verb.head
    return []
