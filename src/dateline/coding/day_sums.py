"""Sums of days that the part told last adds up to: "bringing the number since Monday to 45".

The part is an event of its own, and the sum is not its toll but that of all. Source: coding frame,
"a part with its own place and toll is a claim of its own". Words are data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.findings import Findings
from dateline.coding.mentions import FigureMention
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import Measure

WORDS = "languages/en/day_sums.toml"
"""Where the words of such sums are kept."""


def day_sums(findings: Findings, sentence: int) -> frozenset[int]:
    """Return which numbers of the report, by index, a sentence says are sums of several days."""
    tokens = findings.document.span(findings.document.sentences[sentence])
    summed = {token.i for verb in tokens if _sums(verb) for token in verb.subtree}
    if not summed:
        return frozenset()
    return frozenset(
        index for index, figure in enumerate(findings.figures) if figure.first in summed
    )


def without_day_sums(findings: Findings, own: Sequence[set[int]]) -> list[set[int]]:
    """Return the numbers of each group without the sums of days that another group has."""
    told = {index for numbers in own for index in numbers}
    sums = {
        index
        for sentence in {findings.document.sentence_of[findings.figures[i].head] for i in told}
        for index in day_sums(findings, sentence)
    }
    out: list[set[int]] = []
    for at, numbers in enumerate(own):
        others = (i for other, some in enumerate(own) if other != at for i in some - sums)
        elsewhere = {_number(findings.figures[index]) for index in others}
        out.append(
            {i for i in numbers if i not in sums or _number(findings.figures[i]) not in elsewhere}
        )
    return out


def brought_to(token: Token) -> Token | None:
    """Return the verb that brings a count to a number and has a word under it, or None.

    "Two died on Friday, bringing to 45 the number of people killed since May".
    """
    return next((verb for verb in token.ancestors if _brings(verb)), None)


def _brings(verb: Token) -> bool:
    words = settings(WORDS)
    if verb.tag_ != "VBG" or verb.lemma_.lower() not in words["bringing"]:
        return False
    counts = (kid for kid in verb.children if kid.dep_ == "dobj")
    return any(kid.lemma_.lower() in words["counts"] for kid in counts)


def _sums(verb: Token) -> bool:
    """Whether a verb brings a count of several days to a number."""
    words = settings(WORDS)
    return _brings(verb) and any(
        token.lemma_.lower() in words["stretches"] or token.lower_ in words["since"]
        for token in _after(verb)
    )


def _after(verb: Token) -> Iterator[Token]:
    return (token for token in verb.subtree if token.i > verb.i)


def _number(mention: FigureMention) -> tuple[Measure, int | None]:
    return mention.figure.measure, mention.figure.best
