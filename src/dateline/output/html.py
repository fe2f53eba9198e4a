"""Claims as one self-contained HTML page: text with its evidence, a table, a map.

The page loads nothing: style, script and drawings are inside it, and its content security policy
lets nothing else in. It works as plain HTML without the script. All text of reports is escaped.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from html import escape
from string import Template
from typing import TextIO

from dateline import __version__
from dateline.knowledge.files import resource
from dateline.model import Claim, CodedReport, PlacePrecision, Report
from dateline.output import map as claim_map
from dateline.output.claim_table import claim_table
from dateline.output.kinds import kind_of, kinds
from dateline.output.marks import marked, shape
from dateline.output.overview import overview
from dateline.output.pins import pins
from dateline.output.row import coordinates

OPEN_REPORTS = 6
"""Reports that stand open when the page is opened; a longer page shows its list first."""


def write(
    coded: Iterable[tuple[Report, CodedReport]],
    stream: TextIO,
    *,
    title: str = "Claims in news reports",
    made: datetime | None = None,
) -> None:
    """Write the page to ``stream``; ``made`` is the time it shows, now where None is given.

    All reports are held in memory, as the list at the top needs their counts.
    """
    results = list(coded)
    total = sum(len(result.claims) for _, result in results)
    style, script = _style(), _page_file("page.js")
    moment = (made or datetime.now(UTC)).astimezone(UTC)
    stream.write(
        Template(_page_file("page.html")).substitute(
            title=escape(title),
            version=escape(__version__),
            made=f"{moment:%Y-%m-%d %H:%M} UTC",
            counts=f"{_count(len(results), 'report')} · {_count(total, 'claim')}",
            style=style,
            style_hash=_hash(style),
            script=script,
            script_hash=_hash(script),
            overview=overview(results),
            reports="\n".join(
                _report(report, result, f"r{number}", opened=len(results) <= OPEN_REPORTS)
                for number, (report, result) in enumerate(results, 1)
            ),
        )
    )


def _report(report: Report, result: CodedReport, name: str, *, opened: bool) -> str:
    claims = result.claims
    source = " · ".join(part for part in (report.publisher, _published(report), report.id) if part)
    link, headline = _link(report.url), report.title or report.id
    notes = "".join(f'<p class="note">{escape(note)}</p>' for note in result.notes)
    found = (
        claim_table(report, claims, name)
        if claims
        else '<p class="none">No claim was found in this report.</p>'
    )
    return f"""<details class="report"{" open" if opened else ""}>
<summary><span class="head"><h2 dir="auto">{escape(headline)}</h2>
<span class="source" dir="auto">{escape(source)}</span></span>{tally(claims)}</summary>
<article id="{name}">
<section class="reading" aria-label="Text">
{link}{marked(report, claims, name)}
</section>
<section class="findings" aria-label="Claims">
{_map(report, claims, name)}{notes}{found}
</section>
</article>
</details>"""


def tally(claims: Sequence[Claim]) -> str:
    """Return how many claims of each kind there are, as shapes with numbers."""
    counts = Counter(kind_of(claim.sub_event_type).key for claim in claims)
    signs = "".join(
        f'<span class="k-{kind.key}" title="{escape(kind.label)}">{shape(kind.path)}'
        f"{counts[kind.key]}</span>"
        for kind in kinds()
        if counts[kind.key]
    )
    return f'<span class="tally">{signs or "no claim"}</span>'


def _map(report: Report, claims: Sequence[Claim], name: str) -> str:
    countries, nowhere = [], []
    for number, claim in enumerate(claims, 1):
        if claim.place is None or coordinates(claim) is None:
            nowhere.append(str(number))
        elif claim.place.precision is PlacePrecision.COUNTRY:
            countries.append(f"{number} ({claim.place.canonical})")
    drawn = claim_map.draw(pins(claims, name), f"Map of the claims in {report.title or report.id}")
    if not drawn:
        return ""
    missing = ""
    if countries:
        missing += f"<p>Known by country only: {escape(', '.join(countries))}.</p>"
    if nowhere:
        missing += f"<p>Without a place: {escape(', '.join(nowhere))}.</p>"
    return (
        f'<figure class="where">{drawn}<figcaption>'
        '<p class="key"><span class="sample exact"></span> at the place</p>'
        '<p class="key"><span class="sample vague"></span> near it</p>'
        '<p class="key"><span class="sample region"></span> somewhere in the region</p>'
        f"{missing}</figcaption></figure>"
    )


def _published(report: Report) -> str:
    return f"{report.published:%d %b %Y}".lstrip("0") if report.published else "no date"


def _link(url: str | None) -> str:
    """Return a link to the source, only where it leads to the web."""
    if not url:
        return ""
    shown = escape(url)
    if url.startswith(("https://", "http://")):
        shown = f'<a href="{shown}" rel="noreferrer noopener">{shown}</a>'
    return f'<p class="url">{shown}</p>\n'


def _style() -> str:
    """Return the page's style with a class for each kind's colour."""
    colours = "\n".join(f".k-{kind.key} {{ --k: {kind.colour}; }}" for kind in kinds())
    hidden = "\n".join(
        f"body:has(#show-{kind.key}:not(:checked)) :is(tr, .pin, .chip).k-{kind.key} "
        "{ display: none; }\n"
        f"body:has(#show-{kind.key}:not(:checked)) mark.k-{kind.key} "
        "{ background: none; border: 0; padding: 0; }"
        for kind in kinds()
    )
    return f"{_page_file('page.css')}\n{colours}\n{hidden}\n"


def _page_file(name: str) -> str:
    return resource(f"page/{name}").read_text(encoding="utf-8")


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
