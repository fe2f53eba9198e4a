"""Sentence -> actor phrases: runs of words that may name an actor, before they are weighed.

"Syrian government forces" is a run of a nation and two roles; "Turkish-backed rebels" a role whose
backer has been set aside; "rebel-held town" no run at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Token

from dateline.coding.document import Document, Sentence
from dateline.knowledge.actors import ActorTable
from dateline.knowledge.lexicon import trigger_rows
from dateline.knowledge.names import word_key
from dateline.knowledge.roles import ActorLexicon, Entry, Name, Nation, Role, Word, grammar

_FILLERS = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
_HYPHENS = frozenset({"-", "\u2013", "\u2014"})
_LONGEST_GAP = 3


@dataclass(slots=True)
class Cell:
    """One word of a sentence: its token, its key, and the phrase of the lexicon it belongs to."""

    token: int
    key: str
    text: str
    pos: str
    hyphened: bool
    word: Word | None = None
    length: int = 1
    """How many cells the phrase that begins here covers; 0 inside a phrase."""


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


@cache
def _lexicon(names: ActorTable) -> ActorLexicon:
    return ActorLexicon(names)


def cells_of(document: Document, sentence: Sentence, names: ActorTable) -> list[Cell]:
    """Return the sentence's words, each with the phrase of the lexicon that begins there."""
    text = document.report.text
    cells: list[Cell] = []
    hyphened = False
    shouted: list[bool] = []
    for token in document.doc[sentence.first : sentence.last]:
        word = token.text
        if word.isspace():
            continue
        if word in _HYPHENS:
            hyphened = bool(cells)
            continue
        raw = text[token.idx : token.idx + len(word)]
        parts = word.split("-") if "-" in word else (word,)
        for part in parts:
            if part:
                cells.append(Cell(token.i, word_key(part), raw, token.pos_, hyphened))
                shouted.append(raw != word)
                hyphened = False
    # Arabic articles, written with a hyphen or "al": no part of a name's key.
    kept = [
        cell
        for at, cell in enumerate(cells)
        if not (
            cell.key == "al"
            or (
                cell.key in {"el", "an", "ar", "as", "ash", "ad", "at", "az", "ul", "es", "et"}
                and at + 1 < len(cells)
                and cells[at + 1].hyphened
            )
        )
    ]
    _label(kept, _lexicon(names), any(shouted))
    return kept


def _label(cells: list[Cell], lexicon: ActorLexicon, shouted: bool) -> None:
    at, n = 0, len(cells)
    by_first = lexicon.by_first
    while at < n:
        entry = _match(cells, at, by_first.get(cells[at].key), shouted)
        if entry is None:
            at += 1
            continue
        cells[at].word = entry.word
        cells[at].length = len(entry.keys)
        for inner in cells[at + 1 : at + len(entry.keys)]:
            inner.length = 0
        at += len(entry.keys)


def _match(
    cells: list[Cell], at: int, entries: tuple[Entry, ...] | None, shouted: bool
) -> Entry | None:
    for entry in entries or ():
        length = len(entry.keys)
        if length > len(cells) - at:
            continue
        if length > 1 and any(
            cells[at + offset].key != key for offset, key in enumerate(entry.keys)
        ):
            continue
        if _written(entry, cells[at : at + length], shouted):
            return entry
    return None


def _written(entry: Entry, cells: list[Cell], shouted: bool) -> bool:
    if entry.case == "any":
        return cells[0].pos != "VERB" or len(cells) > 1 or _participle(cells[0])
    if entry.case == "acronym":
        letters = [ch for ch in cells[0].text if ch.isalpha()]
        if not all(ch.isupper() for ch in letters):
            return False
        return not shouted or len(letters) > 2 or "." in cells[0].text
    return any(cell.text[:1].isupper() for cell in cells)


def _participle(cell: Cell) -> bool:
    return cell.key.endswith(("ed", "ing", "s")) is False


def phrases(document: Document, cells: list[Cell]) -> Iterator[Phrase]:
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
        cells[at].key in words.pro | words.anti
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
            bond = cells[after].key if after < n and cells[after].hyphened else ""
            if bond in words.backed:
                phrase.backed = True
                at = after + 1
            elif bond in words.led and not _names_place(cells, after):
                phrase.parts.append(Part(cell.word, cell.token, cells[after - 1].token + 1, "led"))
                at = after + 1
            elif bond in words.held:
                at = after + 1
                phrase.parts.clear()
                phrase.end = at
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
        if cell.key == "s" and phrase.parts:
            at += 1
            continue
        if cell.text in {"and", "or", ",", "/", "&"} and _joins(phrase, cells, at):
            phrase.together = True
            at += 1
            continue
        gap = _gap(cells, at)
        if not gap or not phrase.parts:
            break
        at += gap
    phrase.end = max(phrase.end, begin + 1)
    return phrase


def _names_place(cells: list[Cell], at: int) -> bool:
    return cells[at].key == "run"


def _complete(phrase: Phrase, cells: list[Cell], at: int) -> bool:
    """True where nothing further can belong: after a plural head, unless a name stands beside."""
    word = phrase.parts[-1].word
    if not isinstance(word, Role) or word.kind_class in {"quality"}:
        return False
    if at >= len(cells):
        return True
    following = cells[at].word
    if isinstance(following, Name):
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
        return isinstance(following, Nation) or _is_quality(following)
    if isinstance(here, Nation):
        return isinstance(following, Nation) and cells[at].text in {"and", "/", "&"}
    return _is_quality(here) and _is_quality(following)


def _is_quality(word: Word | None) -> bool:
    return isinstance(word, Role) and word.kind_class == "quality"


def _gap(cells: list[Cell], at: int) -> int:
    """How many filler words stand before the next role noun or name of the same noun phrase."""
    for width in range(_LONGEST_GAP + 1):
        if at + width >= len(cells):
            return 0
        cell = cells[at + width]
        if cell.word is not None:
            fits = isinstance(cell.word, (Role, Name))
            return width if fits else 0
        if cell.pos not in _FILLERS and not (cell.hyphened and cell.pos in {"VERB", "ADV"}):
            return 0
        if cell.key in deed_nouns():
            return 0
    return 0


def follows_deed(document: Document, cells: list[Cell], at: int) -> bool:
    """Return whether the noun phrase that goes on at cell ``at`` has an event noun as its head."""
    nouns = deed_nouns()
    for cell in cells[at : at + 5]:
        if cell.key == "s":
            continue
        token: Token = document.doc[cell.token]
        if cell.pos in {"NOUN", "PROPN"} and token.lemma_.lower() in nouns:
            return True
        if cell.pos not in _FILLERS and cell.text not in {"and", ",", "/", "'"}:
            return False
    return False
