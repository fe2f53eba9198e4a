"""Sentence -> actor phrases: runs of words that may name an actor, before they are weighed.

"Syrian government forces" is a run of a nation and two roles; "Turkish-backed rebels" a role whose
backer has been set aside; "rebel-held town" a run of the holder.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from dateline.coding.actor_words import Cell
from dateline.coding.document import Document
from dateline.coding.syntax import Token
from dateline.knowledge.lexicon import trigger_rows
from dateline.knowledge.roles import Name, Nation, Role, Word, grammar
from dateline.model import ActorKind

_FILLERS = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
_LONGEST_GAP = 3


@dataclass(frozen=True, slots=True)
class Part:
    """One element of an actor phrase and its tokens, half-open."""

    word: Word
    first: int
    last: int
    stance: str = ""
    """"pro" or "anti" where the phrase is for or against it, "led" where it leads the actor."""


@dataclass(slots=True)
class Phrase:
    """A run of parts: tokens ``first`` to ``last``, half-open; cells ``begin`` to ``end``."""

    begin: int
    end: int
    first: int
    last: int
    parts: list[Part] = field(default_factory=list)
    backed: bool = False
    """True where a backer was set aside ("US-backed")."""
    together: bool = False
    """True where "and" joins two nations or names that share the head noun."""


@cache
def deed_nouns() -> frozenset[str]:
    """Return the nouns that name an event by themselves ("raid", "shelling")."""
    concepts = {"base", "capture", "change", "injure", "threat", "disrupt", "other"}
    return frozenset(
        row.words[-1]
        for rows in trigger_rows().values()
        for row in rows
        if row.pos == "N" and row.concept not in concepts
    )


def phrases(cells: list[Cell]) -> Iterator[Phrase]:
    """Yield the actor phrases of a sentence from left to right."""
    at = 0
    while at < len(cells):
        start = at
        cell = cells[at]
        if cell.word is None and not _is_stance(cells, at):
            at += 1
            continue
        phrase = _run(cells, at)
        at = max(phrase.end, start + 1)
        if phrase.parts:
            yield phrase


def _is_stance(cells: list[Cell], at: int) -> bool:
    words = grammar()
    return (
        (cells[at].key in words.pro or cells[at].key in words.anti)
        and at + 1 < len(cells)
        and cells[at + 1].hyphened
        and cells[at + 1].word is not None
    )


def _run(cells: list[Cell], begin: int) -> Phrase:
    words = grammar()
    phrase = Phrase(begin, begin, cells[begin].token, cells[begin].token + 1)
    at, n = begin, len(cells)
    while at < n:
        cell = cells[at]
        stance = ""
        if _is_stance(cells, at):
            stance = "pro" if cell.key in words.pro else "anti"
            at += 1
            cell = cells[at]
        if cell.word is not None:
            after = at + cell.length
            bond = _bond(cells, at, after)
            if cell.hyphened and isinstance(cell.word, Nation) and _ends_in_nation(phrase):
                phrase.together = True  # "Israel-Lebanon clash"
            if bond == "backed":
                phrase.backed = True
                at = after + 1
            elif bond == "led":
                phrase.parts.append(Part(cell.word, cell.token, cells[after - 1].token + 1, "led"))
                at = after + 1
            elif bond:
                last = cells[after - 1].token + 1
                phrase.parts = (
                    [Part(cell.word, cell.token, last, "held")] if bond == "holding" else []
                )
                phrase.first, phrase.last, phrase.end = cell.token, last, after + 1
                return phrase
            else:
                last = cells[after - 1].token + 1
                phrase.parts.append(Part(cell.word, cell.token, last, stance))
                at = after
                phrase.last = last
                phrase.end = at
                if _complete(phrase, cells, at):
                    return phrase
            continue
        if cell.text in {"and", "or", ",", "/", "&"} and _joins(phrase, cells, at):
            phrase.together = True
            at += 1
            continue
        gap = _gap(cells, at, any(isinstance(part.word, Role) for part in phrase.parts))
        if not gap or not phrase.parts:
            break
        at += gap
    phrase.end = max(phrase.end, begin + 1)
    return phrase


def _bond(cells: list[Cell], at: int, after: int) -> str:
    """How the word at ``at`` is tied to what follows: "backed", "led", "holding", "held" or ""."""
    words = grammar()
    if after >= len(cells) or cells[after - 1].owner:
        return ""
    key = cells[after].key
    if not cells[after].hyphened:
        loose = after + 1 < len(cells) and cells[after + 1].word is not None
        if not loose or key not in words.linked | words.backed:
            return ""
    if key in words.linked:
        return "led" if isinstance(cells[at].word, Name) else "backed"
    if key in words.backed:
        return "backed"
    if key in words.led:
        return "led"
    if key in words.holding:
        return "holding"
    return "held" if key in words.held else ""


def _ends_in_nation(phrase: Phrase) -> bool:
    return bool(phrase.parts) and isinstance(phrase.parts[-1].word, Nation)


def _complete(phrase: Phrase, cells: list[Cell], at: int) -> bool:
    """True where nothing further can belong: after a plural head, unless a name stands beside."""
    word = phrase.parts[-1].word
    if not isinstance(word, Role) or word.kind_class in {"quality"}:
        return False
    if at >= len(cells):
        return True
    following = cells[at].word
    if isinstance(following, Name) or cells[at - 1].owner:
        return False
    return word.plural and word.kind_class in {"person", "crowd", "thing"}


def _joins(phrase: Phrase, cells: list[Cell], at: int) -> bool:
    """True where "and" or a comma joins two nations, or two adjectives, before one head noun."""
    if at + 1 >= len(cells) or not phrase.parts:
        return False
    here, following = phrase.parts[-1].word, cells[at + 1].word
    if any(
        isinstance(part.word, (Role, Name)) and not _is_quality(part.word) for part in phrase.parts
    ):
        return False
    if isinstance(here, Nation) and here.form == "adjective":
        return (
            isinstance(following, Nation)
            or _is_quality(following)
            or (isinstance(following, Role) and following.kind is ActorKind.STATE_FORCES)
        )
    if isinstance(here, Nation):
        return isinstance(following, Nation) and cells[at].text in {"and", "/", "&"}
    return _is_quality(here) and _is_quality(following)


def _is_quality(word: Word | None) -> bool:
    return isinstance(word, Role) and word.kind_class == "quality"


def _gap(cells: list[Cell], at: int, begun: bool) -> int:
    """How many filler words stand before the next role noun or name of the same noun phrase.

    ``begun`` is true where the phrase already has a role noun: what counts next is another's.
    """
    for width in range(_LONGEST_GAP + 1):
        if at + width >= len(cells):
            return 0
        cell = cells[at + width]
        if cell.word is not None:
            fits = isinstance(cell.word, (Role, Name))
            return width if fits else 0
        if cell.pos not in _FILLERS and not (cell.hyphened and cell.pos in {"VERB", "ADV"}):
            return 0
        plural = cell.pos == "NOUN" and cell.key[-1:] == "s" and cell.key[-2:] != "ss"
        if plural or (begun and cell.pos == "NUM") or cell.key in deed_nouns():
            return 0
    return 0


def follows_deed(document: Document, cells: list[Cell], at: int) -> bool:
    """Return whether the noun phrase that goes on at cell ``at`` has an event noun as its head."""
    nouns = deed_nouns()
    listed = False
    for cell in cells[at : at + 5]:
        token: Token = document.doc[cell.token]
        # "Clashes in Kashmir, killing four": what follows a comma is another clause.
        noun = cell.pos in {"NOUN", "PROPN"} or (token.tag_ == "VBG" and not listed)
        listed = listed or cell.text == ","
        if noun and (token.lemma_.lower() in nouns or token.lower_ in nouns):
            return True
        if cell.pos not in _FILLERS and cell.text not in {"and", ",", "/", "'"}:
            return False
    return False
