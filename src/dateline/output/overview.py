"""The top of the HTML page: a key to the kinds of events, and the list of reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape

from dateline.model import CodedReport, Report
from dateline.output import map as claim_map
from dateline.output import timeline
from dateline.output.kinds import kind_of, kinds
from dateline.output.marks import shape
from dateline.output.pins import pins

WORTH_SEARCHING = 8
"""Reports from which on a search field helps more than it takes room."""

SEARCH = """<p class="search" hidden><label>Find a report <input type="search" id="find" \
placeholder="a word in its text, a place, a publisher"></label> \
<span id="found" role="status"></span></p>
"""


def overview(results: Sequence[tuple[Report, CodedReport]]) -> str:
    """Return the key, whose boxes hide and show kinds, and a linked list of the reports."""
    counts = Counter(
        kind_of(claim.sub_event_type).key for _, result in results for claim in result.claims
    )
    boxes = "".join(
        f'<li><label class="k-{kind.key}"><input type="checkbox" id="show-{kind.key}" checked>'
        f"{shape(kind.path)}<span>{escape(kind.label)}</span> "
        f"<b>{counts[kind.key]}</b></label></li>"
        for kind in kinds()
        if counts[kind.key]
    )
    key = f'<ul class="kinds" aria-label="Kinds of events shown">{boxes}</ul>' if boxes else ""
    if len(results) < 2:
        return key
    rows = "\n".join(
        f"<tr><td>{_day(report)}</td>"
        f'<td dir="auto">{escape(report.publisher or "")}</td>'
        f'<td dir="auto"><a href="#r{number}">{escape(report.title or report.id)}</a></td>'
        f'<td class="number">{len(result.claims) or "–"}</td></tr>'
        for number, (report, result) in enumerate(results, 1)
    )
    drawn = _summary(results)
    search = SEARCH if len(results) >= WORTH_SEARCHING else ""
    return f"""{key}
<div class="whole">
<details class="index" open>
<summary>All {len(results):,} reports</summary>
{search}<div class="scroll" tabindex="0" role="region" aria-label="List of reports">
<table><thead><tr><th scope="col">Published</th><th scope="col">Publisher</th>\
<th scope="col">Report</th><th scope="col">Claims</th></tr></thead>
<tbody>
{rows}
</tbody></table></div>
</details>
{drawn}
</div>"""


def _summary(results: Sequence[tuple[Report, CodedReport]]) -> str:
    """Return the map and the chart of all reports together."""
    spots = [
        pin
        for number, (_, result) in enumerate(results, 1)
        for pin in pins(result.claims, f"r{number}")
    ]
    claims = [claim for _, result in results for claim in result.claims]
    where = claim_map.draw_summary(spots, "Map of all claims; the list of reports leads to each")
    when = timeline.draw(claims, "Claims by the first day that they are dated to")
    if not where and not when:
        return ""
    return f"""<figure class="summary">{where}{when}
<figcaption>Claims by place and by day, as reports tell them: several reports may tell of one event.
</figcaption></figure>"""


def _day(report: Report) -> str:
    return report.published.isoformat() if report.published else "no date"
