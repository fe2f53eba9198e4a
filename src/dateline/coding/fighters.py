"""Fighters of a nation that are aircraft or soldiers: "an Iraqi fighter shot down an airliner".

The word is for rebels above all. Those called by a nation are its state's where it has no rebels at
the time, or where they do or suffer what only aircraft do. Source: coding frame, an air force is
state forces. Words and lands are data.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from dateline.coding.sentence_roles import role_of
from dateline.coding.syntax import Token
from dateline.knowledge.actors import ActorTable
from dateline.knowledge.files import settings

WORDS = "languages/en/air_arms.toml"
"""Where the verbs of aircraft and the lands of irregular fighters are kept."""

FIGHTER = "fighter"

BOMBERS = "bombers"
"""A word for men with bombs and for aircraft: "Russian bombers struck the village"."""


def are_a_states(noun: Token, country: str, table: ActorTable, on: date | None) -> bool:
    """Return whether the fighters of a country, by its name before them, are its forces."""
    if noun.lower_ == BOMBERS:
        verb = noun.doc[role_of(noun, frozenset()).governor]
        return _fells(verb) or verb.lemma_.lower() in _words("flying") | _words("bombing")
    if noun.lower_.removesuffix("s") != FIGHTER:
        return False
    since = settings(WORDS)["fighters"]["irregulars"].get(country)
    irregular = since is not None and (on is None or on.year >= since)
    if not irregular and not table.rebels(country, on):
        return True
    role = role_of(noun, frozenset())
    verb = noun.doc[role.governor]
    if role.within or role.part not in ("does", "suffers"):
        return False
    deeds = [verb, *(kid for kid in verb.conjuncts if role.part == "does")]
    if any(deed.lemma_.lower() in _words("flying") for deed in deeds):
        return True
    alone = noun.lower_ == FIGHTER
    return any(_fells(deed) for deed in deeds) and (alone or not irregular)


def _fells(verb: Token) -> bool:
    """Whether a verb is for what aircraft do and suffer: "bombed", "downed", "shot down"."""
    down = any(kid.lower_ == "down" and kid.dep_ in ("prt", "advmod") for kid in verb.children)
    return verb.lemma_.lower() in _words("felling") or (verb.lemma_.lower() == "shoot" and down)


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(settings(WORDS)["fighters"][key])
