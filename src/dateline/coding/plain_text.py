"""A document's text for patterns: lower case, plain quotation marks, offsets of the original."""

from __future__ import annotations

from dateline.coding.syntax import Doc

_QUOTES = str.maketrans("\u2018\u2019\u02bc\u201c\u201d\u2010\u2011", "'''\"\"--")


def plain(text: str) -> str:
    """Return the text with typewriter quotation marks and hyphens, of equal length."""
    return text.translate(_QUOTES)


def lower(text: str) -> str:
    """Return the text in lower case, of equal length: letters that would grow stay as they are."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return lowered


def token_starts(doc: Doc) -> list[int]:
    """Return the character offset at which each token begins."""
    return [token.idx for token in doc]
