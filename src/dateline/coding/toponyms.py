"""A name in the text that may be a place's, with what stands around it."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.coding.document import Document, Sentence
from dateline.coding.place_words import sort_of, word_set
from dateline.knowledge.countries import (
    countries_by_demonym,
    territory_named,
)
from dateline.knowledge.gazetteer import Match
from dateline.knowledge.names import word_key
from dateline.knowledge.roles import people

PROPER = frozenset({"NNP", "NNPS"})
"""Tags of proper nouns."""


@dataclass(slots=True)
class Toponym:
    """A name in the text and what it may mean; token range half-open.

    ``matches`` is empty for a name that the gazetteer lacks. ``before`` and ``after`` are the
    neighbouring words in small letters; ``run_before`` and ``run_after`` the capitalised words
    that stand directly before and after the name, nearest first. ``shouted`` is true where the
    whole sentence stood in capitals.
    """

    first: int
    last: int
    text: str
    matches: tuple[Match, ...]
    sentence: Sentence
    run_before: tuple[str, ...]
    run_after: tuple[str, ...]
    before: str
    after: str
    shouted: bool = False
    sort: str = ""
    """What the noun by the name says it is: "admin1", "admin2", "city", "quarter", "site"."""
    qualifier: Toponym | None = None
    """The larger place named with it, as in "Paris, Texas" and "the Zahra area of Homs"."""
    by_qualifier: bool = False
    """Whether it lies by that place and not in it: "Phoenix, north of Durban"."""
    named_until: int | None = None
    """Where a listed name ends with a generic term that was not looked up: "Jobar District"."""
    by_term: bool = False
    """Whether its generic term and the syntax make it a place's: "on Maranjan Hill"."""

    @property
    def called(self) -> bool:
        """Whether a noun by it says that people live there: "the village of X", "X quarter"."""
        return self.sort in {"admin1", "admin2", "city", "quarter"}


class Tokens:
    """A document's tokens as plain lists, which are many times faster to read than the parse.

    ``capital`` marks words that begin with a capital (or have no case), ``glued`` tokens without
    white space after them.
    """

    __slots__ = ("capital", "document", "glued", "lower", "tag", "text")

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text: list[str] = []
        self.tag: list[str] = []
        self.glued: list[bool] = []
        for token in document.doc:
            self.text.append(token.text)
            self.tag.append(token.tag_)
            self.glued.append(not token.whitespace_)
        self.lower = [text.lower() for text in self.text]
        self.capital = [
            text[0].isupper() or (text[0].isalpha() and not text[0].islower()) for text in self.text
        ]

    def name(self, first: int, last: int) -> str:
        """Return the report's own characters from one token up to another."""
        start, end = self.document.offsets(first, last)
        return self.document.report.text[start:end]


def is_adjective(tokens: Tokens, name: Toponym) -> bool:
    """Return whether a name says whose a place is: "a Hausa village", "Gazan soil".

    In "the Afar region" and "Naga city" it is the place's own.
    """
    low, after = tokens.lower[name.first], word_at(tokens, name.last, name.sentence)
    if name.last - name.first > 1 or not after or not tokens.text[name.last].islower():
        return False
    of_homes = word_set("types", "city") | word_set("types", "quarter")
    if word_key(tokens.text[name.first]) in people() and after in of_homes:
        return True
    if territory_named(low) is None or countries_by_demonym(low) is None:
        return False
    sort = sort_of(after)
    own = sort in {"admin1", "admin2"} or (sort == "city" and any(m.main for m in name.matches))
    return not own and tokens.tag[name.last][:2] in {"NN", "JJ"}


def is_article(tokens: Tokens, at: int) -> bool:
    """Return True for the small article of "al-Bab"."""
    return (
        at + 2 < len(tokens.text)
        and tokens.text[at + 1] == "-"
        and tokens.capital[at + 2]
        and len(tokens.text[at]) <= 3
        and tokens.lower[at] in word_set("names", "inside")
    )


def toponym_at(
    tokens: Tokens,
    first: int,
    last: int,
    matches: tuple[Match, ...],
    sentence: Sentence,
    shouted: bool,
) -> Toponym:
    """Return the name from one token up to another, with the words around it."""
    return Toponym(
        first,
        last,
        tokens.name(first, last),
        matches,
        sentence,
        _run_before(tokens, first, sentence),
        _run_after(tokens, last, sentence),
        word_at(tokens, first - 1, sentence),
        word_at(tokens, last, sentence),
        shouted,
        _sort(tokens, first, last, sentence),
    )


def _sort(tokens: Tokens, first: int, last: int, sentence: Sentence) -> str:
    """Read the noun in "Idlib province", "the province of Idlib", "the town of Idlib"."""
    if sort := sort_of(word_at(tokens, last, sentence)):
        return sort
    if word_at(tokens, first - 1, sentence) == "of":
        return sort_of(word_at(tokens, first - 2, sentence))
    return sort_of(word_at(tokens, first - 1, sentence))


def word_at(tokens: Tokens, at: int, sentence: Sentence) -> str:
    """Return a word of a sentence in small letters; "" beyond its ends."""
    return tokens.lower[at] if sentence.first <= at < sentence.last else ""


def _run_before(tokens: Tokens, at: int, sentence: Sentence) -> tuple[str, ...]:
    out: list[str] = []
    at -= 1
    while at >= sentence.first and len(out) < 3:
        if tokens.text[at] == "-" and at > sentence.first and tokens.glued[at]:
            at -= 1
            continue
        if not tokens.capital[at] or (at == sentence.first and tokens.tag[at] not in PROPER):
            break
        out.append(tokens.lower[at])
        at -= 1
    return tuple(out)


def _run_after(tokens: Tokens, at: int, sentence: Sentence) -> tuple[str, ...]:
    out: list[str] = []
    while at < sentence.last and len(out) < 3:
        if tokens.text[at] == "-" and tokens.glued[at]:
            at += 1
            continue
        if not tokens.capital[at]:
            break
        out.append(tokens.lower[at])
        at += 1
    return tuple(out)
