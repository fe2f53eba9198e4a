"""Damaged reports: nothing crashes, what is left out is named, every offset quotes the text."""

from __future__ import annotations

import io
import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.coding.coder import EnglishCoder
from dateline.coding.coders import code_readings
from dateline.errors import ReportError
from dateline.model import Claim, CodedReport, Report, SubEventType
from dateline.output import csv, geojson, html, jsonl
from dateline.reading import STDIN, read
from mutations import ODD, examples, mutated_lines
from quotations import misquoted

TEXT = "Rebels took Sake, a medic said."


def test_a_text_may_break_off_behind_any_word(coder: EnglishCoder) -> None:
    whole = (
        "Shelling killed four people in Hama, three in Idlib and two in Homs on Friday and "
        "Saturday in revenge for an attack on Goma, taken by rebels in May, in which 12 of the "
        "town's guards died"
    )
    cut = [whole[:at].rstrip(",") for at, letter in enumerate(whole) if letter == " "]
    texts = [*cut, *(text.upper() for text in cut), *(text.lower() for text in cut)]
    reports = [Report(id=str(number), text=text) for number, text in enumerate(texts)]
    assert len(list(coder.code(reports))) == len(reports)


def test_a_sentence_may_have_more_than_a_thousand_words(coder: EnglishCoder) -> None:
    text = "Rebels shelled Goma " + "and its many old streets " * 240 + "and killed two soldiers."
    [coded] = coder.code([Report(id="r", text=text)])
    assert coded.report_id == "r"


def test_damaged_reports_are_coded_or_named(coder: EnglishCoder) -> None:
    lines = list(mutated_lines(120, seed=7))
    readings = read([STDIN], stdin=io.BytesIO(b"".join(lines)))
    coded, named = [], []
    for item in code_readings(readings, coder):
        if isinstance(item, ReportError):
            named.append(item)
        else:
            coded.append(item)
            assert misquoted(*item) == []
    assert len(coded) + len(named) == len(lines)
    assert named, "some lines are damaged beyond reading"
    for error in named:
        assert re.match(r"stdin:\d+: ", str(error))
        assert "the coder failed" not in str(error)
    assert sum(len(result.claims) for _, result in coded) > 100
    for output in (jsonl, csv, geojson, html):
        stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
        output.write(coded, stream)
        stream.flush()


EXAMPLES = [str(record["text"]) for record in examples()]

ARABIC = ("حلب", "‏دير الزور‏", "Ḥamāh", "Da\u0304rayya\u0304")


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    text=st.sampled_from(EXAMPLES),
    inserted=st.lists(
        st.tuples(st.floats(0, 1), st.sampled_from(ODD + ARABIC)), min_size=1, max_size=15
    ),
    line_end=st.sampled_from(["\n", "\r\n"]),
    space=st.sampled_from([" ", "\u00a0", "\u202f"]),
)
def test_every_offset_quotes_the_text(
    coder: EnglishCoder,
    text: str,
    inserted: list[tuple[float, str]],
    line_end: str,
    space: str,
) -> None:
    text = text.replace("\n", line_end)
    for share, odd in inserted:
        at = round(share * len(text))
        text = f"{text[:at]}{space}{odd}{space}{text[at:]}"
    report = Report(id="r", text=text)
    (coded,) = coder.code([report])
    assert misquoted(report, coded) == []
    stream = io.StringIO()
    jsonl.write([(report, coded)], stream)
    assert CodedReport.model_validate(json.loads(stream.getvalue())) == coded


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"evidence": [[0, 99]]}, "c1 evidence: (0, 99) lies outside the text"),
        ({"evidence": [[11, 12]]}, "c1 evidence: (11, 12) quotes nothing"),
        (
            {"side_a": [{"mention": "Rebel", "kind": "rebel", "span": [0, 6]}]},
            "c1 actor: (0, 6) quotes 'Rebels', not 'Rebel'",
        ),
        ({"attributed_to": ["a medic"]}, "c1: attributed_to and attribution_spans differ"),
    ],
)
def test_a_wrong_offset_is_noticed(fields: dict[str, object], words: str) -> None:
    claim = Claim.model_validate(
        {"id": "c1", "evidence": [[0, 6]], "sub_event_type": SubEventType.ATTACK} | fields
    )
    (fault,) = misquoted(Report(id="r", text=TEXT), CodedReport(report_id="r", claims=(claim,)))
    assert fault.startswith(words)
