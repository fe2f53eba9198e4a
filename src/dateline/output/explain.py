"""Why a report was coded as it was, for a person at a terminal or as JSON."""

from __future__ import annotations

import json
from typing import Any, TextIO

from rich.console import Console
from rich.text import Text

from dateline.coding.explanation import (
    ClaimExplanation,
    DataRow,
    Decision,
    Explanation,
    UncodedNumber,
    UncodedSentence,
)
from dateline.model import Claim, CodedReport, Offsets, Report
from dateline.output.wording import date_words, place_words

LONGEST_QUOTE = 160
"""Characters of a quotation that the text form shows; the offsets always give the whole."""

SLOT_WIDTH = 14

ABOUT_A_WORD = frozenset({"event", "same_event", "no_claim"})
"""Slots that say something of the word that they quote."""


def write_json(report: Report, explanation: Explanation, stream: TextIO) -> None:
    """Write the explanation as one line of JSON.

    It is the record as it is, and every span is an object with ``start``, ``end`` and the ``text``
    it quotes, so that a reader needs no second file.
    """
    record: dict[str, Any] = {
        "report_id": explanation.report_id,
        "claims": [
            {
                "claim_id": claim.claim_id,
                "trigger": _quoted(report, claim.trigger),
                "concept": claim.concept,
                "row": _row(claim.row),
                "decisions": [_decision(report, decision) for decision in claim.decisions],
            }
            for claim in explanation.claims
        ],
        "uncoded_sentences": [
            _uncoded_sentence(report, item) for item in explanation.uncoded_sentences
        ],
        "uncoded_numbers": [_uncoded(report, item) for item in explanation.uncoded_numbers],
    }
    stream.write(json.dumps(record, ensure_ascii=False) + "\n")


def write_text(
    report: Report, coded: CodedReport, explanation: Explanation, stream: TextIO
) -> None:
    """Write the explanation for a reader: coloured and wrapped on a terminal, plain elsewhere.

    Control characters in the report are shown as a replacement sign, so that a report cannot
    steer the terminal.
    """
    console = Console(file=stream, highlight=False, soft_wrap=not stream.isatty())
    claims = {claim.id: claim for claim in coded.claims}

    def line(*parts: str | tuple[str, str]) -> None:
        console.print(Text.assemble(*[_safe(part) for part in parts]))

    day = report.published.isoformat() if report.published else "no date"
    line((report.title or report.id, "bold"), f"  ({report.publisher or 'no publisher'}, {day})")
    for note in coded.notes:
        line(("note: ", "yellow"), note)
    if not explanation.claims:
        line()
        line("No claim was coded.")
    for number, claim in enumerate(explanation.claims, 1):
        line()
        _claim(line, report, number, claim, claims.get(claim.claim_id))
    line()
    line((f"Sentences not coded: {len(explanation.uncoded_sentences)}", "bold"))
    for sentence in explanation.uncoded_sentences:
        line("  ", *_because(report, sentence))
        for decision in sentence.decisions:
            _decide(line, report, decision)
    line()
    line((f"Numbers not coded: {len(explanation.uncoded_numbers)}", "bold"))
    for number_left in explanation.uncoded_numbers:
        line("  ", *_because(report, number_left))


def _claim(
    line: Any, report: Report, number: int, explained: ClaimExplanation, claim: Claim | None
) -> None:
    head = [f"Claim {number}"]
    if claim:
        head.append(claim.sub_event_type.value)
        if claim.place:
            head.append(place_words(claim.place))
        if claim.date:
            head.append(date_words(claim.date))
    line((" · ".join(head), "bold cyan"), (f"  {explained.claim_id}", "dim"))
    if claim:
        for span in claim.evidence:
            line("  ", *_quote(report, span))
    if explained.trigger:
        row = f"  {explained.row}" if explained.row else ""
        line(
            _slot("trigger"),
            *_quote(report, explained.trigger),
            f" read as {explained.concept}",
            (row, "dim"),
        )
        if explained.row and explained.row.text:
            line(_slot(""), (explained.row.text, "dim"))
    for decision in explained.decisions:
        _decide(line, report, decision)


def _decide(line: Any, report: Report, decision: Decision) -> None:
    """Write a decision, its reasons below it, and the data rows that fired."""
    score = "" if decision.score is None else f" {decision.score:.2f}"
    said: tuple[str | tuple[str, str], ...] = ((decision.value, "bold"),)
    if decision.span and decision.slot in ABOUT_A_WORD:
        said = (*_quote(report, decision.span), " ", *said)
    elif decision.span:
        said = (*said, " from ", *_quote(report, decision.span))
    line(_slot(decision.slot.replace("_", " ")), *said, (f"  by {decision.by}{score}", "green"))
    if decision.reasons:
        line(_slot(""), f"because {'; '.join(decision.reasons)}")
    for fired in decision.rows:
        line(_slot(""), (f"{fired}  {fired.text}", "dim"))


def _slot(name: str) -> str:
    return f"  {name:<{SLOT_WIDTH}}"


def _quote(report: Report, span: Offsets) -> tuple[str | tuple[str, str], ...]:
    words = " ".join(report.text[span[0] : span[1]].split())
    if len(words) > LONGEST_QUOTE:
        words = f"{words[:LONGEST_QUOTE].rstrip()}…"
    return f"“{words}”", (f" [{span[0]}-{span[1]}]", "dim")


def _because(
    report: Report, item: UncodedSentence | UncodedNumber
) -> tuple[str | tuple[str, str], ...]:
    detail = f" ({item.detail})" if item.detail else ""
    return *_quote(report, item.span), ": ", (f"{item.reason.value}{detail}", "yellow")


def _safe(part: str | tuple[str, str]) -> str | tuple[str, str]:
    if isinstance(part, tuple):
        return _without_controls(part[0]), part[1]
    return _without_controls(part)


def _without_controls(text: str) -> str:
    return "".join(ch if ch.isprintable() or ch == " " else "\ufffd" for ch in text)


def _quoted(report: Report, span: Offsets | None) -> dict[str, Any] | None:
    if span is None:
        return None
    return {"start": span[0], "end": span[1], "text": report.text[span[0] : span[1]]}


def _row(row: DataRow | None) -> dict[str, Any] | None:
    return row.model_dump(mode="json") if row else None


def _decision(report: Report, decision: Decision) -> dict[str, Any]:
    record = decision.model_dump(mode="json")
    record["span"] = _quoted(report, decision.span)
    return record


def _uncoded(report: Report, item: UncodedSentence | UncodedNumber) -> dict[str, Any]:
    return {
        "span": _quoted(report, item.span),
        "reason": item.reason.value,
        "detail": item.detail,
    }


def _uncoded_sentence(report: Report, item: UncodedSentence) -> dict[str, Any]:
    decisions = [_decision(report, decision) for decision in item.decisions]
    return _uncoded(report, item) | {"decisions": decisions}
