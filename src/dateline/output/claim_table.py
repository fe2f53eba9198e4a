"""The table of a report's claims in the HTML page: one row a claim, a card on a small screen."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from dateline.model import Actor, Claim, Control, Figure, Report, Status
from dateline.output.kinds import kind_of
from dateline.output.marks import shape
from dateline.output.row import actor_name
from dateline.output.wording import (
    actor_detail,
    date_words,
    measure_words,
    place_words,
    range_words,
    region_words,
)

HEADINGS = ("No.", "What", "Who → whom", "Where, when", "How many", "Who says so, how surely")

SURELY = {
    Status.STATED: "the report itself",
    Status.ATTRIBUTED: "said by a source",
    Status.HEDGED: "said with a hedge",
    Status.CLAIMED: "claimed by a party",
    Status.DENIED: "denied by the accused",
    Status.PLANNED: "not yet happened",
}
"""How surely a claim is told, in words that need no codebook."""


def claim_table(report: Report, claims: Sequence[Claim], name: str) -> str:
    """Return the table; row ``name`` + "c1" belongs to the first claim, and so on."""
    heads = "".join(f'<th scope="col" role="columnheader">{head}</th>' for head in HEADINGS)
    rows = "\n".join(_row(claim, name, number) for number, claim in enumerate(claims, 1))
    caption = f"Claims in {escape(report.title or report.id)}"
    return (
        f'<table class="claims" role="table"><caption>{caption}</caption>'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>'
        f'<tbody role="rowgroup">\n{rows}\n</tbody></table>'
    )


def _row(claim: Claim, name: str, number: int) -> str:
    kind = kind_of(claim.sub_event_type)
    cells = (
        f'<a class="chip k-{kind.key}" href="#{name}t{number}" data-claim="{name}c{number}" '
        f'aria-label="claim {number}: show its sentence">{shape(kind.path)}{number}</a>',
        _what(claim),
        _who(claim),
        _where_when(claim),
        _how_many(claim.figures),
        _says(claim),
    )
    columns = "".join(
        f'<td role="cell" data-label="{head}">{cell}</td>'
        for head, cell in zip(HEADINGS, cells, strict=True)
    )
    past = " past" if claim.background else ""
    return (
        f'<tr role="row" id="{name}c{number}" class="k-{kind.key}{past}" '
        f'data-claim="{name}c{number}">{columns}</tr>'
    )


def _what(claim: Claim) -> str:
    name = escape(claim.sub_event_type.value).replace("/", "/<wbr>")
    parts = [f"<strong>{name}</strong>"]
    if claim.background:
        parts.append('<span class="tag">history</span>')
    if claim.civilians_targeted:
        parts.append('<span class="tag">civilians hit</span>')
    if claim.control:
        parts.append(_control(claim.control))
    return " ".join(parts)


def _control(control: Control) -> str:
    words = []
    if control.to:
        words.append(f"now held by <bdi>{escape(actor_name(control.to))}</bdi>")
    if control.from_:
        words.append(f"before by <bdi>{escape(actor_name(control.from_))}</bdi>")
    return f'<span class="detail">{"; ".join(words)}</span>' if words else ""


def _who(claim: Claim) -> str:
    if not claim.side_a and not claim.side_b:
        return _unknown("not told")
    one = "<br>".join(_actor(actor) for actor in claim.side_a) or _unknown("not told")
    if not claim.side_b:
        return one
    other = "<br>".join(_actor(actor) for actor in claim.side_b)
    return f'{one} <span class="arrow" aria-label="against">→</span> {other}'


def _actor(actor: Actor) -> str:
    detail = actor_detail(actor)
    if actor.name and actor.name.casefold() != actor.mention.casefold():
        detail = f"“{actor.mention}”; {detail}"
    return (
        f'<span class="actor"><bdi>{escape(actor_name(actor))}</bdi> '
        f'<span class="detail">{escape(detail)}</span></span>'
    )


def _where_when(claim: Claim) -> str:
    where = _unknown("place not told")
    if claim.place:
        region = region_words(claim.place)
        detail = f' <span class="detail">{escape(region)}</span>' if region else ""
        where = f"<bdi>{escape(place_words(claim.place))}</bdi>{detail}"
    when = escape(date_words(claim.date)) if claim.date is not None else _unknown("day not told")
    return f'{where}<br><span class="when">{when}</span>'


def _how_many(figures: Sequence[Figure]) -> str:
    if not figures:
        return _unknown("no figure")
    return "<br>".join(_figure(figure) for figure in figures)


def _figure(figure: Figure) -> str:
    number, measure = range_words(figure), measure_words(figure.measure)
    counted = figure.who or ""
    if measure not in counted.casefold():
        counted = f"{counted} {measure}".strip()
    words = " ".join(figure.text.split())
    # The report's own words are shown where the range says less or more than they do.
    plain = {number, f"{number} {figure.who}".casefold(), f"{number} {measure}"}
    quoted = "" if words.casefold() in plain else f' <span class="detail">“{escape(words)}”</span>'
    return f'<span class="figure"><b>{escape(number)}</b> {escape(counted)}{quoted}</span>'


def _says(claim: Claim) -> str:
    sources = "; ".join(f"<bdi>{escape(source)}</bdi>" for source in claim.attributed_to)
    parts = [f'<span class="status s-{claim.status.value}">{escape(SURELY[claim.status])}</span>']
    if sources:
        parts.append(f'<span class="sources">{sources}</span>')
    if claim.confidence is not None:
        parts.append(f'<span class="detail">score {claim.confidence:.2f}</span>')
    parts += [f'<span class="flag">⚑ {escape(flag)}</span>' for flag in claim.flags]
    return " ".join(parts)


def _unknown(words: str) -> str:
    return f'<span class="unknown">{words}</span>'
