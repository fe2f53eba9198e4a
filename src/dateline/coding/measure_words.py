"""The lexicon of measures: which words say that people were killed, injured, captured ...

Words are looked up as they stand, in every regular form, because the tags of headlines and of
text without commas cannot be trusted.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from spacy.tokens import Token

from dateline.knowledge.files import settings, table
from dateline.model import Measure

MEASURES = "languages/en/measures.csv"
WORDS = "languages/en/figures.toml"

PEOPLE = frozenset({"person", "all", "group", "none"})
"""Classes of nouns that stand for people; "none" is a bare number."""


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
            return Governor(measure, token.i, sure=kind != "none")
    if measure := words_of("maybe").get(word):
        doc = token.doc
        after = [t.lower_ for t in doc[token.i + 1 : token.i + 8]]
        near = {*after[:3], *(word for to, word in pairwise(after) if to == "to")}
        if near & words("downing") and doc[token.i + 1].lower_ in words("downing"):
            return None
        before = doc[token.i - 1].lower_ if token.i else ""
        if near & words("lethal") or before in words("lethal") or _ends_dead(token):
            return Governor(Measure.KILLED, token.i)
        return Governor(measure, token.i, sure=False)
    return None


def _ends_dead(verb: Token) -> bool:
    """Whether a verb's object is dead in the end: "shot an unarmed man dead"."""
    return any(
        kid.dep_ == "dobj" and kid.i + 1 < len(kid.doc) and kid.nbor(1).lower_ in words("lethal")
        for kid in verb.rights
    )


def toll_head(word: str) -> Measure | None:
    """Return the measure of a word for the dead, the injured or the captured of an event."""
    if word in words("dead_heads"):
        return Measure.KILLED
    if word in words("injured_heads"):
        return Measure.INJURED
    return Measure.CAPTURED if word in words("captured_heads") else None
