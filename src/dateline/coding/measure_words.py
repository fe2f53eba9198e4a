"""The lexicon of measures: which words say that people were killed, injured, captured ...

Words are looked up as they stand, in every regular form, because the tags of headlines and of
text without commas cannot be trusted.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from dateline.coding.syntax import Doc, Token
from dateline.knowledge.files import settings, table
from dateline.model import Measure

MEASURES = "languages/en/measures.csv"
WORDS = "languages/en/figures.toml"

PEOPLE = frozenset({"person", "all", "group", "none"})
"""Classes of nouns that stand for people; "none" is a bare number."""

_WHERE = frozenset({"DET", "NOUN", "PROPN", "NUM", "ADJ", "PRON"})
"""What stands behind "at" where it tells of a place: "were shot at a checkpoint"."""

_SPARED_WITHIN = 14
"""How many words behind a shot may tell that it did not kill."""


@dataclass(frozen=True, slots=True)
class Governor:
    """The measure that a word gives, the word's token index, and whether the syntax is certain.

    ``follows`` is true where the word is a participle behind the noun ("12 people killed"), so
    that it cannot govern what comes after it as well.
    """

    measure: Measure
    token: int | None
    sure: bool = True
    follows: bool = False


@cache
def words_of(counts: str) -> dict[str, Measure]:
    """Return every form of the words that count this way: patient, agent, own, state, of ..."""
    found: dict[str, Measure] = {}
    for row in table(MEASURES):
        if row["counts"] != counts:
            continue
        measure = Measure(row["measure"])
        verb, _, particle = row["lemma"].partition("_")
        for form in _forms(verb, row["pos"], row["forms"].split()):
            found.setdefault(f"{form} {particle}".strip(), measure)
    return found


@cache
def words(key: str) -> frozenset[str]:
    """Return a list of figures.toml as a set."""
    return frozenset(settings(WORDS)[key])


def _forms(lemma: str, pos: str, extra: list[str]) -> list[str]:
    forms = [lemma, *extra]
    if pos == "noun":
        return [*forms, lemma + "s"]
    if pos == "verb":
        stem = lemma[:-1] if lemma.endswith("e") else lemma
        if lemma.endswith("y") and lemma[-2] not in "aeiou":
            return [*forms, lemma[:-1] + "ied", lemma[:-1] + "ies", lemma + "ing"]
        third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
        return [*forms, stem + "ed", stem + "ing", third]
    return forms


def patient_word(token: Token, kind: str) -> Governor | None:
    """Return the measure that the word gives to its patient, a noun of that class.

    A verb with its particle is one word: "rounded up nine", "nine were blown up".
    """
    word = token.lower_
    particles = (kid for kid in token.rights if kid.dep_ in {"prt", "advmod"})
    particle = next((kid.lower_ for kid in particles), "")
    for form in (f"{word} {particle}", word):
        if measure := words_of("patient").get(form):
            return Governor(measure, token.i)
        if (measure := words_of("weak").get(form)) and kind in PEOPLE:
            behind = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
            if measure is Measure.CAPTURED and behind == "dead":  # as Turkish dispatches have it
                return Governor(Measure.KILLED, token.i)
            return Governor(measure, token.i, sure=kind != "none")
    if measure := words_of("maybe").get(word):
        doc = token.doc
        after = [t.lower_ for t in doc[token.i + 1 : token.i + 8]]
        near = {*after[:3], *(word for to, word in pairwise(after) if to == "to")}
        if near & words("downing") and doc[token.i + 1].lower_ in words("downing"):
            return None
        if particle in words("off") and word in words("fending"):
            return None
        before = doc[token.i - 1].lower_ if token.i else ""
        dead = near & words("lethal") or before in words("lethal")
        if dead or _ends_dead(token) or _is_to_death(token):
            return Governor(Measure.KILLED, token.i)
        return _as_a_rule(token, measure, kind)
    return None


def _as_a_rule(verb: Token, measure: Measure, kind: str) -> Governor | None:
    """The measure of a word that may kill: "gunmen shot two herders" tells of their death.

    Not so where a limb is hit or somebody lives ("shot in the leg"), and who is "shot at" is not
    hit. What is burnt is mostly a thing.
    """
    if verb.lemma_.lower() not in words("deadly"):
        return Governor(measure, verb.i, sure=False)
    doc = verb.doc
    after = doc[verb.i + 1 : verb.i + 1 + _SPARED_WITHIN]
    if len(after) > 1 and after[0].lower_ == "at" and after[1].pos_ not in _WHERE:
        return None
    if kind not in PEOPLE and verb.lemma_.lower() in words("consuming"):
        return None
    told = {word.lower_ for word in after if word.sent.start == verb.sent.start}
    if verb.i:
        told.add(verb.nbor(-1).lower_)  # "were badly burned"
    lives = not words("spared").isdisjoint(told) and words("mortal").isdisjoint(told)
    return Governor(measure if lives else Measure.KILLED, verb.i, sure=False)


def _ends_dead(verb: Token) -> bool:
    """Whether a verb's object is dead in the end: "shot an unarmed man dead"."""
    return any(
        kid.dep_ == "dobj" and kid.i + 1 < len(kid.doc) and kid.nbor(1).lower_ in words("lethal")
        for kid in verb.rights
    )


def _is_to_death(verb: Token) -> bool:
    """Whether a verb ends in death, however many it is done to: "hacked him and two sons to death".

    What stands between may be long, and the parser hangs "to death" on its last noun.
    """
    for to in verb.doc[verb.i + 1 : verb.i + 1 + _SPARED_WITHIN]:
        if to.is_sent_start or to.pos_ == "VERB":
            return False
        if to.lower_ == "to" and to.i + 1 < len(to.doc) and to.nbor().lower_ in words("lethal"):
            return True
    return False


def is_band_of(doc: Doc, at: int) -> bool:
    """Return whether a "body" is a band: "a large body of police", not "the body of a man"."""
    if doc[at].lower_ not in words("band_bodies") or at + 2 >= len(doc) or not at:
        return False
    first = at
    while first > 0 and doc[first - 1].pos_ == "ADJ":
        first -= 1
    some = first > 0 and doc[first - 1].lower_ in ("a", "another")
    return some and doc[at + 2].pos_ not in ("DET", "PRON") and doc[at + 2].lower_ != "one"


def is_fatal(doc: Doc, at: int | None) -> bool:
    """Return whether a word of harm is said to kill: "fatally injured", "mortally wounded"."""
    if at is None:
        return False
    beside = (*doc[max(0, at - 1) : at], *doc[at + 1 : at + 2])
    return any(one.lower_ in words("mortal") for one in beside)


def toll_head(word: str) -> Measure | None:
    """Return the measure of a word for the dead, the injured or the captured of an event."""
    if word in words("dead_heads"):
        return Measure.KILLED
    if word in words("injured_heads"):
        return Measure.INJURED
    return Measure.CAPTURED if word in words("captured_heads") else None
