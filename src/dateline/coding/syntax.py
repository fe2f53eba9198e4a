"""The parse that the coder reads: words, what they are, and which of them hangs on which.

The rules ask a parse some millions of small questions a day of news. Asked of spaCy's tokens, each
makes an object anew or looks a string up; these words are made once for a report and hold the
answers. They hold no memory of the parser's, so that they stay valid for as long as they are kept.
Names and meanings are spaCy's own (https://spacy.io/api/token), of which this is the part in use.
"""

from __future__ import annotations

from collections.abc import Iterator
from sys import intern
from typing import Any, overload

import numpy as np
from spacy.tokens import Doc as Parse


class Token:
    """One word of a parse; ``i`` is its place among the words, ``idx`` its offset in code points.

    ``children`` are the words that hang on it, in the order of the text, ``lefts`` and ``rights``
    those before and behind it; ``sent`` is its sentence. A word equals itself alone.
    """

    __slots__ = (
        "_conjuncts",
        "_subtree",
        "children",
        "dep_",
        "doc",
        "head",
        "i",
        "idx",
        "is_alpha",
        "is_digit",
        "is_punct",
        "is_sent_start",
        "is_space",
        "is_stop",
        "is_title",
        "left_edge",
        "lefts",
        "lemma_",
        "like_num",
        "lower_",
        "pos_",
        "right_edge",
        "rights",
        "sent",
        "tag_",
        "text",
        "whitespace_",
    )

    children: tuple[Token, ...]
    head: Token
    left_edge: Token
    lefts: tuple[Token, ...]
    right_edge: Token
    rights: tuple[Token, ...]
    sent: Span

    def __init__(self, doc: Doc, i: int, word: Any) -> None:
        self.doc = doc
        self.i = i
        self.idx: int = word.idx
        self.text = intern(word.text)
        self.lower_ = intern(word.lower_)
        self.lemma_ = intern(word.lemma_)
        self.pos_ = intern(word.pos_)
        self.tag_ = intern(word.tag_)
        self.dep_ = intern(word.dep_)
        self.whitespace_: str = word.whitespace_
        self.is_alpha: bool = word.is_alpha
        self.is_digit: bool = word.is_digit
        self.is_punct: bool = word.is_punct
        self.is_sent_start = bool(word.is_sent_start)
        self.is_space: bool = word.is_space
        self.is_stop: bool = word.is_stop
        self.is_title: bool = word.is_title
        self.like_num: bool = word.like_num
        self._conjuncts: tuple[Token, ...] | None = None
        self._subtree: tuple[Token, ...] | None = None

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return self.text

    def nbor(self, steps: int = 1) -> Token:
        """Return the word so many steps on; IndexError where there is none."""
        at = self.i + steps
        if at < 0:
            raise IndexError(f"no word {-steps} before the word {self.i}")
        return self.doc[at]

    @property
    def ancestors(self) -> Iterator[Token]:
        """The words it hangs on, from its head to the root of its sentence."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def is_ancestor(self, other: Token) -> bool:
        """Return whether another word hangs on this one, near or far."""
        return any(above is self for above in other.ancestors)

    @property
    def subtree(self) -> tuple[Token, ...]:
        """The word and all that hangs on it, near or far, in the order of the text."""
        if self._subtree is None:
            found = [self]
            for word in found:
                found.extend(word.children)
            self._subtree = tuple(sorted(found, key=_place))
        return self._subtree

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The other words of the list that it is one of: all of "A, B and C" but itself."""
        if self._conjuncts is None:
            first = self
            while first.dep_ == "conj" and first.head is not first:
                first = first.head
            found = [first]
            for word in found:
                found.extend(kid for kid in word.children if kid.dep_ == "conj")
            self._conjuncts = tuple(word for word in found if word is not self)
        return self._conjuncts


class Span:
    """Words that follow each other: ``start`` is the first of them, ``end`` one past the last."""

    __slots__ = ("doc", "end", "start")

    def __init__(self, doc: Doc, start: int, end: int) -> None:
        self.doc = doc
        self.start = start
        self.end = end

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.words[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            first, last, _ = at.indices(len(self))
            return Span(self.doc, self.start + first, self.start + max(first, last))
        return self.doc.words[self.start : self.end][at]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Span):
            return NotImplemented
        return (self.start, self.end) == (other.start, other.end) and self.doc is other.doc

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __repr__(self) -> str:
        return self.text

    @property
    def start_char(self) -> int:
        """The offset at which it begins."""
        words = self.doc.words
        return words[self.start].idx if self.start < len(words) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """The offset at which its last word ends."""
        if self.end <= self.start:
            return self.start_char
        last = self.doc.words[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """Its text, as it stands in the report."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def root(self) -> Token:
        """The word on which the others hang: of several the nearest to the root, no punctuation.

        Of no words, the one before which they would stand, or the last of the text.
        """
        words = self.doc.words[self.start : self.end] or self.doc.words[self.start :][:1]
        words = words or self.doc.words[-1:]
        for word in words:
            if word.head is word:
                return word
        outer = [word for word in words if not self.start <= word.head.i < self.end]
        firm = [word for word in outer if not word.is_punct and not word.is_space]
        return min(firm or outer or words, key=_depth)

    def cover(self, start: int, end: int) -> Span:
        """Return the words that have a part in its characters ``start`` to ``end``, half-open."""
        first, last = self.start_char + start, self.start_char + end
        inside = [word.i for word in self if word.idx < last and word.idx + len(word.text) > first]
        return Span(self.doc, inside[0], inside[-1] + 1) if inside else self.doc[:0]


class Doc:
    """The words of a report, and its sentences; ``text`` is what was parsed.

    ``vectors`` has a row a word, the parser's own view of it. ``user_data`` is where a reader of
    the words keeps what it has worked out about them.
    """

    __slots__ = ("sents", "text", "user_data", "vectors", "words")

    def __init__(self, parse: Parse) -> None:
        self.text = parse.text
        self.vectors = np.asarray(parse.tensor)
        self.user_data: dict[str, Any] = {}
        self.words = words = tuple(Token(self, i, word) for i, word in enumerate(parse))
        for word, parsed in zip(words, parse, strict=True):
            word.head = words[parsed.head.i]
            word.lefts = tuple(words[kid.i] for kid in parsed.lefts)
            word.rights = tuple(words[kid.i] for kid in parsed.rights)
            word.children = word.lefts + word.rights
            word.left_edge = words[parsed.left_edge.i]
            word.right_edge = words[parsed.right_edge.i]
        self.sents = tuple(Span(self, span.start, span.end) for span in parse.sents)
        for sentence in self.sents:
            for word in sentence:
                word.sent = sentence

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.words)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self.words))
            return Span(self, start, max(start, end))
        return self.words[at]


def _place(word: Token) -> int:
    return word.i


def _depth(word: Token) -> int:
    return sum(1 for _ in word.ancestors)
