"""Explanations as text and as JSON."""

from __future__ import annotations

import io
import json

import pytest

from coded_reports import CODED, REPORT, span
from dateline.coding.explanation import (
    ClaimExplanation,
    DataRow,
    Decision,
    Explanation,
    UncodedNumber,
    UncodedSentence,
    WhyNoClaim,
    WhyNoFigure,
)
from dateline.model import CodedReport
from dateline.output.explain import write_json, write_text

ROW = DataRow(file="languages/en/triggers.csv", line=88, text="bomb, verb, airstrike")

EXPLANATION = Explanation(
    report_id=REPORT.id,
    claims=(
        ClaimExplanation(
            claim_id="c3",
            trigger=span("bombed"),
            concept="airstrike",
            row=ROW,
            decisions=(
                Decision(slot="kept", value="a claim", by="model: event", score=0.914),
                Decision(
                    slot="place",
                    value="near Mare",
                    by="object of the trigger",
                    span=span("Mare"),
                    rows=(DataRow(file="places.csv", line=12, text="Mare, Aleppo, SY"),),
                ),
            ),
        ),
    ),
    uncoded_sentences=(
        UncodedSentence(span=span("No aid has arrived."), reason=WhyNoClaim.NO_TRIGGER),
    ),
    uncoded_numbers=(
        UncodedNumber(span=span("10,000"), reason=WhyNoFigure.OTHER_NOUN, detail="counts leaflets"),
    ),
)


def offsets(words: str) -> str:
    start, end = span(words)
    return f"[{start}-{end}]"


def text(explanation: Explanation = EXPLANATION) -> str:
    stream = io.StringIO()
    write_text(REPORT, CODED, explanation, stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    "words",
    [
        "Claim 1 · Air/drone strike · near Mare · 28–29 Nov 2024",
        f"“bombed” {offsets('bombed')} read as airstrike  languages/en/triggers.csv:88",
        "a claim  by model: event 0.91",
        f"near Mare from “Mare” {offsets('Mare')}  by object of the trigger",
        "places.csv:12  Mare, Aleppo, SY",
        "no word in it tells of an event",
        "counts something that is not coded (counts leaflets)",
    ],
)
def test_text_names_what_decided(words: str) -> None:
    assert words in text()


def test_text_off_a_terminal_has_no_colours_and_no_wrapping() -> None:
    assert "\x1b" not in text()
    assert "“The strike killed between 3 and 6 people north of the town, a medic said" in text()


def test_text_shows_control_characters_harmlessly() -> None:
    row = DataRow(file="a.csv", line=1, text="\x1b[2Jgone")
    claim = EXPLANATION.claims[0].model_copy(update={"row": row})
    assert "\ufffd[2Jgone" in text(EXPLANATION.model_copy(update={"claims": (claim,)}))


def test_text_says_that_nothing_was_coded() -> None:
    stream = io.StringIO()
    bare = CodedReport(report_id=REPORT.id, notes=("the report has no publication date",))
    write_text(REPORT, bare, Explanation(report_id=REPORT.id), stream)
    assert "No claim was coded." in stream.getvalue()
    assert "note: the report has no publication date" in stream.getvalue()


def test_json_quotes_every_span() -> None:
    stream = io.StringIO()
    write_json(REPORT, EXPLANATION, stream)
    assert stream.getvalue().count("\n") == 1
    record = json.loads(stream.getvalue())
    claim = record["claims"][0]
    assert claim["trigger"]["text"] == "bombed"
    assert claim["row"] == {"file": ROW.file, "line": 88, "text": ROW.text}
    assert claim["decisions"][0]["span"] is None
    assert claim["decisions"][1]["span"]["text"] == "Mare"
    assert record["uncoded_numbers"][0]["span"]["text"] == "10,000"
    assert record["uncoded_sentences"][0]["reason"] == "no word in it tells of an event"


MISLED = EXPLANATION.model_copy(
    update={
        "uncoded_sentences": (
            UncodedSentence(
                span=span("No aid has arrived."),
                reason=WhyNoClaim.NO_EVENT,
                decisions=(
                    Decision(
                        slot="event",
                        value="tells of no event",
                        by="model: event",
                        score=0.9,
                        span=span("aid"),
                        rows=(ROW,),
                        reasons=("it stands in the first sentence", "“no” stands before it"),
                    ),
                ),
            ),
        )
    }
)


@pytest.mark.parametrize(
    "words",
    [
        f"event         “aid” {offsets('aid')} tells of no event  by model: event 0.90",
        "because it stands in the first sentence; “no” stands before it",
        "languages/en/triggers.csv:88  bomb, verb, airstrike",
    ],
)
def test_text_tells_what_misled_in_a_sentence(words: str) -> None:
    left = text(MISLED).split("Sentences not coded")[1]
    assert words in left


def test_json_tells_what_misled_in_a_sentence() -> None:
    stream = io.StringIO()
    write_json(REPORT, MISLED, stream)
    (left,) = json.loads(stream.getvalue())["uncoded_sentences"]
    (decision,) = left["decisions"]
    assert decision["span"]["text"] == "aid"
    assert decision["reasons"][0] == "it stands in the first sentence"
