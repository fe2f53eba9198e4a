"""Sentence -> cells: its words with the lexicon's phrases that begin at them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import pairwise

from dateline.coding.document import Document, Sentence
from dateline.coding.syntax import Token
from dateline.knowledge.actors import ActorTable, NamedActor
from dateline.knowledge.leaders import Leader
from dateline.knowledge.names import word_key
from dateline.knowledge.roles import ActorLexicon, Entry, Name, Nation, Role, Word, grammar
from dateline.model import ActorKind

_HYPHENS = frozenset({"-", "\u2013", "\u2014"})

HEAD = 4
"""How many words the place has at most that heads a line with a dash."""

_POSSESSIVES = frozenset({"'s", "'", "'S"})
_ARTICLES = frozenset({"el", "an", "ar", "as", "ash", "ad", "at", "az", "ul", "es", "et"})


@dataclass(slots=True)
class Cell:
    """One word of a sentence: its token, its key, and the phrase of the lexicon it belongs to."""

    token: int
    key: str
    text: str
    pos: str
    hyphened: bool
    owner: bool = False
    """True where a possessive follows: "Syria's"."""
    word: Word | None = None
    length: int = 1
    """How many cells the phrase that begins here covers; 0 inside a phrase."""


@cache
def _lexicon(names: ActorTable) -> ActorLexicon:
    return ActorLexicon(names)


@dataclass(frozen=True, slots=True)
class Setting:
    """Which country a report is about, and every country that it speaks of.

    An abbreviation, or the name of a state's own force, is only read as an actor of these.
    """

    country: str | None
    countries: frozenset[str]
    on: date | None = None
    shouted: bool = False


def cells_of(
    document: Document, sentence: Sentence, names: ActorTable, setting: Setting
) -> list[Cell]:
    """Return the sentence's words, each with the phrase of the lexicon that begins there."""
    text = document.report.text
    cells: list[Cell] = []
    lexicon = _lexicon(names)
    hyphened = False
    shouted = False
    for token in document.doc[sentence.first : sentence.last]:
        word = token.text
        if word.isspace():
            continue
        if word in _HYPHENS:
            if cells and _ends_head(token, sentence.first):
                cells.append(Cell(token.i, "", word, "PUNCT", False))
            else:
                hyphened = bool(cells)
            continue
        if word in _POSSESSIVES and cells:
            cells[-1].owner = True
            continue
        raw = text[token.idx : token.idx + len(word)]
        # Shouted words were lowered for the parser; other differences are quotation marks.
        shouted = shouted or (raw != word and raw.isupper() and raw.lower() == word.lower())
        parts = word.split("-") if "-" in word else (word,)
        for part in parts:
            if part:
                key = word_key(part)
                if key[-1:] == "s" and key not in lexicon.words and key[:-1] in lexicon.words:
                    key = key[:-1]  # a possessive that has lost its apostrophe
                cells.append(Cell(token.i, key, raw, token.pos_, hyphened))
                hyphened = False
    # Arabic articles, written with a hyphen or "al": no part of a name's key.
    kept = [
        cell
        for at, cell in enumerate(cells)
        if not (
            cell.key == "al"
            or (cell.key in _ARTICLES and at + 1 < len(cells) and cells[at + 1].hyphened)
        )
    ]
    _label(
        kept,
        lexicon,
        replace(setting, on=document.report.published, shouted=shouted),
    )
    return kept


def _loose(word: Word, cell: Cell) -> bool:
    """True for a word that only looks like a role: "general election", "a million dollars".

    Keys fold the spellings of names, and "guns" are no goons.
    """
    if not isinstance(word, Role):
        return False
    if "oo" in word.word and "oo" not in cell.text.lower():
        return True
    if word.kind_class == "crowd":
        return not word.plural
    told = word.kind in (ActorKind.CIVILIANS, ActorKind.STATE_FORCES)
    return cell.pos == "ADJ" and word.kind_class == "person" and told


def _is_landmark(word: Word) -> bool:
    return isinstance(word, Role) and word.kind_class == "site" and word.kind is ActorKind.CIVILIANS


def _proper(cell: Cell) -> bool:
    """True for a word that is part of a proper name: "Medina Hotel"."""
    return cell.pos == "PROPN" and cell.text[:1].isupper()


NEAR = 5
"""How many words before a commander's name may say whose it is: "a follower of the cleric"."""

LONG = 4
"""Letters from which an abbreviation of an armed group is taken for nothing else, wherever."""

_WHOSE = {word_key(word): Role(word, "person", None, 0.0, None, plural=True) for word in ("those",)}
"""The head of "those of Machar"."""


def _label(cells: list[Cell], lexicon: ActorLexicon, setting: Setting) -> None:
    at, n = 0, len(cells)
    while at < n:
        if cells[at].key in _WHOSE and at + 1 < n and cells[at + 1].key in grammar().whose:
            cells[at].word = _WHOSE[cells[at].key]
            at += 1
            continue
        denied = cells[at].hyphened and at and cells[at - 1].key in grammar().denied
        denied = denied or _is_toll(cells, at)
        entry = None if denied else _match(cells, at, lexicon, setting)
        if entry is None or _is_given_name(entry, cells, at, lexicon, setting):
            at += 1
            continue
        cells[at].word = entry.word
        cells[at].length = len(entry.keys)
        for inner in cells[at + 1 : at + len(entry.keys)]:
            inner.length = 0
        at += len(entry.keys)


def _is_toll(cells: list[Cell], at: int) -> bool:
    """Whether letters tell what became of those counted: "9 soldiers KIA", not "KIA soldiers"."""
    if cells[at].key not in grammar().toll_letters or not at:
        return False
    before = next((cell.word for cell in reversed(cells[:at]) if cell.length), None)
    counted = isinstance(before, Role) and before.kind_class != "quality" and before.plural
    told = cells[at - 1].pos == "AUX" or (cells[at - 1].length > 0 and counted)
    # "5 KIA, 3 WIA", not "the army killed 5 KIA".
    bare = cells[at - 1].text.isdigit() and (at < 2 or cells[at - 2].pos != "VERB")
    ends = at + 1 >= len(cells) or cells[at + 1].pos not in ("NOUN", "PROPN", "VERB", "AUX")
    return ends and (told or bare)


def _is_given_name(
    entry: Entry, cells: list[Cell], at: int, lexicon: ActorLexicon, setting: Setting
) -> bool:
    """Whether a nation is a person's given name: "former Minister German Alzate".

    It stands between somebody's rank or work and a name that is nobody's that is known.
    """
    if not isinstance(entry.word, Nation) or cells[at].key not in grammar().given or not at:
        return False
    if at + 1 >= len(cells) or len(entry.keys) > 1 or not _proper(cells[at + 1]):
        return False
    before = next((cell.word for cell in reversed(cells[:at]) if cell.length), None)
    titled = isinstance(before, Role) and before.kind_class == "person" and not before.plural
    return titled and _match(cells, at + 1, lexicon, setting) is None


def _ends_head(dash: Token, first: int) -> bool:
    """Whether a dash parts a line from the place that heads it: "Nairobi - Kenyan police"."""
    doc = dash.doc
    if not first < dash.i <= first + HEAD or dash.i + 1 >= len(doc):
        return False
    spaced = bool(doc[dash.i - 1].whitespace_ and dash.whitespace_)
    return spaced and doc[dash.i + 1].is_title and all(one.is_title for one in doc[first : dash.i])


def _match(cells: list[Cell], at: int, lexicon: ActorLexicon, setting: Setting) -> Entry | None:
    """The longest phrase that begins at a cell and is written as it must be."""
    for length in lexicon.lengths.get(cells[at].key, ()):
        if length > len(cells) - at:
            continue
        here = cells[at : at + length]
        entries = lexicon.entries.get(tuple(cell.key for cell in here), ())
        for entry in entries:
            if not _written(entry, here, setting) or _describes(entry, here, lexicon):
                continue
            if isinstance(entry.word, Leader):
                if _leads(entry.word, cells, at, length, setting):
                    return entry
                continue
            if _at_home(entry, setting, len(entries) > 1):
                return entry
            if _before_role(entry, cells, at + length, lexicon, setting):
                return entry
            if _abroad(entry, cells, at, setting):
                return entry
    return None


def _abroad(entry: Entry, cells: list[Cell], at: int, setting: Setting) -> bool:
    """Whether an abbreviation can only be that of an armed group: "a truce with the FARC".

    It has four letters and an article, and no state's force is called so at the time.
    """
    word = entry.word
    if not isinstance(word, Name) or entry.case != "acronym" or len(entry.keys[0]) < LONG:
        return False
    told = at > 0 and cells[at - 1].key == "the"
    kinds = {row.kind for row in word.rows if row.distance(setting.on) == 0}
    return told and kinds == {ActorKind.REBEL}


def _before_role(
    entry: Entry, cells: list[Cell], at: int, lexicon: ActorLexicon, setting: Setting
) -> bool:
    """Whether the next word makes an abbreviation an actor wherever it is: "XYZ rebels".

    So does "XYZ-linked". In a report that names no country any role noun does, else only one of
    the actor's own kind.
    """
    if at >= len(cells) or not isinstance(entry.word, Name) or entry.word.bound:
        return False
    if cells[at].hyphened and cells[at].key in grammar().linked:
        return True
    kinds = {row.kind for row in entry.word.rows} - {ActorKind.STATE_FORCES}
    return any(
        following.word.kind in kinds or not setting.countries
        for following in lexicon.entries.get((cells[at].key,), ())
        if isinstance(following.word, Role)
        and following.word.kind_class in ("person", "unit", "carrier")
    )


def _describes(entry: Entry, cells: list[Cell], lexicon: ActorLexicon) -> bool:
    """Whether the words merely describe whom the table names: "Tuareg rebels"."""
    word = entry.word
    if not isinstance(word, Name) or word.bound or len(cells) < 2:
        return False
    if word.rows[0].kind is ActorKind.EXTERNAL_FORCES or not cells[-1].text.islower():
        return False
    return all(cell.key in lexicon.common for cell in cells)


def _written(entry: Entry, cells: list[Cell], setting: Setting) -> bool:
    """Whether the words stand in the case that the phrase needs."""
    shouted, word = setting.shouted, entry.word
    if entry.case == "any":
        if len(cells) == 1 and cells[0].key == "march" and _is_a_month(cells[0]):
            return False
        if len(cells) == 1 and _loose(word, cells[0]):
            return False
        if not shouted and _is_landmark(word) and _proper(cells[0]):
            return False
        return cells[0].pos != "VERB" or len(cells) > 1 or _participle(cells[0])
    if entry.case == "acronym":
        text = cells[0].text
        capitals = sum(ch.isupper() or ch.isdigit() for ch in text)
        # Of "AGEs" the ending is small, of "Isis" more.
        capitals += isinstance(word, Role) and word.plural and text[-1:] == "s"
        if capitals < len(entry.keys[0]):  # "Isis"
            names = isinstance(word, Name) and len(text) > 3 and text[0].isupper()
            return names and any(_acts_in(row, setting.country) for row in _rows(word))
        if not shouted or "." in text:
            return True
        known = any(row.countries for row in _rows(word)) or len(text) > 3
        return len(text) > 2 and known and isinstance(word, Name)
    if isinstance(word, Nation) and word.form == "capital" and not shouted:
        return cells[0].text[:1].isupper() and not cells[0].text.isupper()
    return any(cell.text[:1].isupper() for cell in cells)


def _is_a_month(march: Cell) -> bool:
    """Whether "March" is the month; where a text's case says nothing, the parse tells."""
    return march.text == "March" or march.pos == "PROPN"


def _rows(word: Word) -> tuple[NamedActor, ...]:
    return word.rows if isinstance(word, Name) else ()


def _acts_in(row: NamedActor, country: str | None) -> bool:
    return country is not None and (country == row.home or country in row.countries)


def _leads(leader: Leader, cells: list[Cell], at: int, length: int, setting: Setting) -> bool:
    """Whether a leader's name is meant there and then, and no other person or place so called."""
    before = cells[at - 1] if at else None
    after = cells[at + length] if at + length < len(cells) else None
    if leader.actor is None:
        if length > 1 or leader.in_power(setting.on):
            return True
        # "former president Saleh", "forces loyal to Saleh", "Saleh's forces"
        told = {cell.key for cell in cells[max(0, at - 2) : at]} & grammar().fallen
        loyal = before is not None and before.key == "to" and cells[at - 2].key == "loyal"
        theirs = after is not None and after.key in grammar().followers
        return leader.is_remembered(setting.on) and bool(told or loyal or theirs)
    if not leader.in_power(setting.on):
        return False
    lands = {leader.actor.home, *leader.actor.countries}
    if setting.countries and setting.countries.isdisjoint(lands):
        return False
    # Who demonstrates for a commander, or is kin to him, does not fight for him.
    for cell, link in pairwise(cells[max(0, at - NEAR) : at]):
        if link.key == "of" and cell.key in grammar().kin:
            return False
    if length > 1:
        return True
    # "Sadr City", "Amina Taylor"
    named = after is not None and not cells[at].owner and _proper(after)
    other = before is not None and before.word is None and not before.owner and _proper(before)
    return not named and not (other and before is not None and before.length == 1)


def _at_home(entry: Entry, setting: Setting, common: bool) -> bool:
    """Whether a named actor may be meant here; ``common`` where the words mean others too."""
    word = entry.word
    if not isinstance(word, Name):
        return True
    if word.bound:
        row = word.rows[0]
        if word.about and word.about != setting.country:
            return False
        return row.distance(setting.on) == 0 and not setting.countries.isdisjoint(row.countries)
    state = word.rows[0].kind is ActorKind.STATE_FORCES
    if state and common:
        return any(row.home == setting.country for row in word.rows)
    if entry.case != "acronym" and not (state and setting.countries):
        return True
    return any(
        row.home in setting.countries
        or not row.countries
        or not setting.countries.isdisjoint(row.countries)
        for row in word.rows
    )


def _participle(cell: Cell) -> bool:
    return cell.key.endswith(("ed", "ing", "s")) is False
