"""A report's text as HTML, with the evidence of its claims marked.

Evidence may overlap and nest: the text is cut wherever any span begins or ends, and each piece
lies in one ``mark`` for every claim that it is evidence of. Offsets are code points, so the cut is
right in text of any script.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from dateline.model import Claim, Offsets, Report
from dateline.output.kinds import kind_of

DEEPEST = 3
"""Nested marks that still show as lines of their own under the text."""


@dataclass(frozen=True, slots=True)
class _Quote:
    """A span of the text that belongs to a claim: a slot's value, or evidence (slot empty)."""

    start: int
    end: int
    number: int
    claim: Claim
    slot: str = ""
    best: bool = False


def marked(report: Report, claims: Sequence[Claim], name: str) -> str:
    """Return the text as paragraphs, escaped, evidence in marks that carry ``name`` + "c1" ...

    Every span of evidence begins with its claim's number, a link to the claim's row; the number at
    the best evidence is what the row links back to.
    """
    text = report.text
    waiting = sorted(_quotes(claims), key=lambda quote: quote.start, reverse=True)
    cuts = sorted({offset for quote in waiting for offset in (quote.start, quote.end)})
    active: list[_Quote] = []
    out = []
    for start, end in _lines(text):
        bounds = [start, *cuts[bisect_right(cuts, start) : bisect_left(cuts, end)], end]
        pieces = []
        for piece in pairwise(bounds):
            while waiting and waiting[-1].start <= piece[0]:
                active.append(waiting.pop())
            active = [quote for quote in active if quote.end > piece[0]]
            pieces.append(_piece(text, piece, active, name))
        if text[start:end].strip():
            out.append(f'<p dir="auto">{"".join(pieces)}</p>')
    return "\n".join(out)


def slots(claim: Claim) -> Iterator[tuple[str, Offsets]]:
    """Yield the name and the span of every value of a claim that is quoted from the text."""
    if claim.trigger:
        yield "trigger", claim.trigger
    for side, actors in (("who", claim.side_a), ("whom", claim.side_b)):
        for actor in actors:
            if actor.span:
                yield side, actor.span
    if claim.place and claim.place.span:
        yield "where", claim.place.span
    if claim.date and claim.date.span:
        yield "when", claim.date.span
    for figure in claim.figures:
        if figure.span:
            yield "how many", figure.span
    for span in claim.attribution_spans:
        yield "says so", span


def _quotes(claims: Sequence[Claim]) -> Iterator[_Quote]:
    for number, claim in enumerate(claims, 1):
        for rank, (start, end) in enumerate(claim.evidence):
            yield _Quote(start, end, number, claim, best=rank == 0)
        for slot, (start, end) in slots(claim):
            yield _Quote(start, end, number, claim, slot)


def _lines(text: str) -> Iterator[Offsets]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield start, start + len(line)
        start += len(line)


def _piece(text: str, piece: Offsets, active: Sequence[_Quote], name: str) -> str:
    """Return one piece of the text inside the marks of the claims that it belongs to."""
    html = escape(text[piece[0] : piece[1]])
    values = [quote for quote in active if quote.slot]
    if values:
        titles = " / ".join(dict.fromkeys(quote.slot for quote in values))
        owners = " ".join(dict.fromkeys(f"{name}c{quote.number}" for quote in values))
        tag = "b" if any(quote.slot == "trigger" for quote in values) else "span"
        html = f'<{tag} class="slot" data-of="{owners}" title="{titles}">{html}</{tag}>'
    evidence = sorted(
        (quote for quote in active if not quote.slot), key=lambda quote: -quote.number
    )
    for depth, quote in enumerate(evidence):
        key = kind_of(quote.claim.sub_event_type).key
        html = (
            f'<mark class="k-{key} d{min(depth, DEEPEST)}" data-claim="{name}c{quote.number}">'
            f"{html}</mark>"
        )
    chips = [
        chip(quote.claim, name, quote.number, best=quote.best)
        for quote in reversed(evidence)
        if quote.start == piece[0]
    ]
    return "".join(chips) + html


def chip(claim: Claim, name: str, number: int, *, best: bool) -> str:
    """Return the numbered sign of a claim in the text, a link to its row."""
    kind = kind_of(claim.sub_event_type)
    anchor = f' id="{name}t{number}"' if best else ""
    return (
        f'<a class="chip k-{kind.key}"{anchor} href="#{name}c{number}" '
        f'data-claim="{name}c{number}" '
        f'aria-label="claim {number}: {escape(claim.sub_event_type.value)}">'
        f"{shape(kind.path)}{number}</a>"
    )


def shape(path: str) -> str:
    """Return a kind's shape as a small inline drawing."""
    return f'<svg class="shape" viewBox="-8 -8 16 16" aria-hidden="true"><path d="{path}"/></svg>'
