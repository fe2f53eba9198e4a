"""The HTML page: safe, self-contained, and true to the text."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from datetime import UTC, datetime
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coded_reports import ANADAN, CODED, ENTRY, REPORT, STRIKE, UNPLACED
from dateline.model import Claim, CodedReport, Figure, PlacePrecision, Report, SubEventType
from dateline.output.html import OPEN_REPORTS, write
from dateline.output.kinds import kind_of, kinds
from dateline.output.marks import marked

VOID = {"meta", "input", "br", "wbr"}
MADE = datetime(2024, 12, 1, 9, 30, tzinfo=UTC)


def page(*coded: tuple[Report, CodedReport]) -> str:
    stream = io.StringIO()
    write(coded or [(REPORT, CODED)], stream, made=MADE)
    return stream.getvalue()


class Outline(HTMLParser):
    """Collects ids and links, and fails where an element is not closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name == "href":
                self.links.append(value or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def shown(html: str) -> str:
    """Return the text of a marked report as a reader sees it, without the numbers in front."""
    html = re.sub(r'<a class="chip.*?</a>', "", html, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]*>", "", html))


def test_elements_are_closed_and_ids_are_unique() -> None:
    other = REPORT.model_copy(update={"id": "second"})
    outline = Outline(page((REPORT, CODED), (other, CODED)))
    assert outline.open == []
    assert len(set(outline.ids)) == len(outline.ids)


def test_every_link_inside_the_page_leads_somewhere() -> None:
    outline = Outline(page((REPORT, CODED), (REPORT, CODED)))
    inside = {link[1:] for link in outline.links if link.startswith("#")}
    assert inside <= set(outline.ids)
    assert {"r1c1", "r1t1", "r2c5"} <= inside


def test_text_of_a_report_cannot_become_markup() -> None:
    html = page()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;" in html
    assert "Rebels enter &lt;Aleppo&gt; &amp; take Anadan" in html
    assert html.count("<script>") == 1


def test_nothing_but_the_pages_own_style_and_script_may_run() -> None:
    html = page()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    assert "default-src 'none'" in policy[1]
    for element in ("style", "script"):
        inside = re.search(rf"<{element}>(.*?)</{element}>", html, re.DOTALL)
        assert inside
        digest = base64.b64encode(hashlib.sha256(inside[1].encode()).digest()).decode()
        assert f"{element}-src 'sha256-{digest}'" in policy[1]


def test_the_page_loads_nothing_and_has_no_inline_handlers_or_styles() -> None:
    html = page()
    attributes = Outline(html).attributes
    assert not {name for name in attributes if name.startswith("on")}
    assert not attributes & {"src", "srcset", "style"}
    assert "@import" not in html
    assert "url(" not in html


@pytest.mark.parametrize(
    ("url", "linked"),
    [("https://example.org/a", True), ("javascript:alert(1)", False), ("data:text/html,x", False)],
)
def test_only_web_addresses_become_links(url: str, linked: bool) -> None:
    links = Outline(page((REPORT.model_copy(update={"url": url}), CODED))).links
    assert (url in links) is linked


def test_the_head_says_what_the_page_is() -> None:
    html = page()
    assert "machine-coded, unreviewed claims, not facts" in html
    assert "2024-12-01 09:30 UTC · 1 report · 5 claims" in html


def test_every_claim_has_a_row_a_mark_and_its_words() -> None:
    html = page()
    for number in range(1, 6):
        assert f'<tr role="row" id="r1c{number}"' in html
        assert f'id="r1t{number}" href="#r1c{number}"' in html
    for words in (
        "<b>58 or more</b> killed",
        "<b>3–6</b> killed",
        "<b>about 10,000</b> civilians displaced",
        "near Mare",
        "somewhere in Idlib",
        "28–29 Nov 2024",
        "said with a hedge",
        "a medic",
        "⚑ rival figures: killed 3-6, killed 9",
        "now held by <bdi>Rebels</bdi>; before by <bdi>Syrian Army</bdi>",
        "history",
    ):
        assert words in html


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (
            {"measure": "settlements", "who": "settlements", "text": "70 settlements"},
            "<b>70</b> settlements</span>",
        ),
        (
            {"measure": "killed", "who": "civilians", "text": "70 civilians"},
            "<b>70</b> civilians killed</span>",
        ),
        ({"measure": "killed", "text": "70"}, "<b>70</b> killed</span>"),
        ({"measure": "killed", "text": "three score and ten"}, "“three score and ten”"),
        ({"measure": "area_km2", "text": "70 square kilometres"}, "<b>70</b> km²"),
    ],
)
def test_a_figure_is_told_once(figure: dict[str, str], words: str) -> None:
    seventy = Figure.model_validate({"low": 70, "best": 70, "high": 70, **figure})
    claim = ENTRY.model_copy(update={"figures": (seventy,)})
    assert words in page((REPORT, CodedReport(report_id=REPORT.id, claims=(claim,))))


def test_overlapping_evidence_lies_in_a_mark_for_each_claim() -> None:
    html = marked(REPORT, CODED.claims, "r1")
    assert re.search(
        r'<mark class="k-battle d1" data-claim="r1c1"><mark class="k-territory d0" '
        r'data-claim="r1c2"><b class="slot" data-of="r1c1" title="trigger">entered</b>',
        html,
    )


@given(st.data())
def test_marks_never_change_the_text(data: st.DataObject) -> None:
    text = data.draw(
        st.text(alphabet="ab <&\"'>é\u0301ن🛰️\r\n", min_size=1, max_size=60).filter(str.strip)
    )
    offset = st.integers(0, len(text))
    spans = data.draw(
        st.lists(st.tuples(offset, offset).filter(lambda span: span[0] < span[1]), max_size=6)
    )
    claims = [
        Claim(id=str(n), evidence=(span,), sub_event_type=kind, trigger=span)
        for n, (span, kind) in enumerate(zip(spans, SubEventType, strict=False))
    ]
    html = marked(Report(id="r", text=text), claims, "r1")
    assert Outline(html).open == []
    kept = "".join(line for line in text.splitlines(keepends=True) if line.strip())
    assert shown(html).replace("\n", "") == kept.replace("\n", "")


def test_text_is_marked_in_a_time_that_grows_with_its_length() -> None:
    words = "Shells hit the town. " * 20_000
    claims = [
        Claim(id=str(n), evidence=((n * 21, n * 21 + 20),), sub_event_type=SubEventType.SHELLING)
        for n in range(20_000)
    ]
    assert marked(Report(id="r", text=words), claims, "r1").count("<mark") == 20_000


def test_the_map_shows_what_is_known_of_the_place() -> None:
    assert STRIKE.place is not None
    country = STRIKE.place.model_copy(
        update={"precision": PlacePrecision.COUNTRY, "canonical": "Syria"}
    )
    claims = (ENTRY, ANADAN, STRIKE, STRIKE.model_copy(update={"place": country}), UNPLACED)
    html = page((REPORT, CodedReport(report_id=REPORT.id, claims=claims)))
    pins = re.findall(r'class="pin"><title>(\d)', html)
    assert pins == ["1", "2", "3"]
    assert html.count('<path class="exact') == 2
    assert html.count('<path class="vague') == 1
    assert "Known by country only: 4 (Syria)." in html
    assert "Without a place: 5." in html


def test_a_region_is_shaded_and_not_only_pinned() -> None:
    assert '<circle class="region k-displacement"' in page()


def test_a_report_without_claims_says_so_and_shows_its_notes() -> None:
    notes = ("dates are unknown <here>",)
    html = page((REPORT, CodedReport(report_id=REPORT.id, notes=notes)))
    assert "No claim was found in this report." in html
    assert "dates are unknown &lt;here&gt;" in html
    assert 'class="map"' not in html


def test_a_page_without_reports_is_a_page() -> None:
    stream = io.StringIO()
    write([], stream, made=MADE)
    assert "0 reports · 0 claims" in stream.getvalue()
    assert Outline(stream.getvalue()).open == []


@pytest.mark.parametrize(("count", "opened"), [(OPEN_REPORTS, True), (OPEN_REPORTS + 1, False)])
def test_many_reports_stand_closed_under_a_list(count: int, opened: bool) -> None:
    html = page(*[(REPORT, CODED)] * count)
    assert ('<details class="report" open>' in html) is opened
    assert len(re.findall(r'<td dir="auto"><a href="#r\d+">', html)) == count


def test_the_page_is_the_same_for_the_same_claims() -> None:
    assert page() == page()


@pytest.mark.parametrize("sub_event_type", SubEventType)
def test_every_type_is_shown_as_one_kind(sub_event_type: SubEventType) -> None:
    assert sum(sub_event_type.value in kind.types for kind in kinds()) == 1
    assert kind_of(sub_event_type).path


def test_kinds_differ_in_shape_colour_and_label() -> None:
    assert len(kinds()) <= 7
    for part in ("key", "label", "colour", "path"):
        assert len({getattr(kind, part) for kind in kinds()}) == len(kinds())
