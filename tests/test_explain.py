"""Explanations agree with what is coded, and account for every sentence and every number."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from datetime import date
from functools import cache
from importlib.resources import files

import pytest

from dateline.coding.coder import EnglishCoder, models
from dateline.coding.document import parse
from dateline.coding.explanation import (
    DataRow,
    Decision,
    Explanation,
    UncodedNumber,
    WhyNoClaim,
    WhyNoFigure,
)
from dateline.coding.happenings import Models
from dateline.coding.numbers import numerals
from dateline.coding.plain_text import lower, plain
from dateline.coding.reason_words import phrases
from dateline.knowledge.files import resource
from dateline.model import CodedReport, Offsets, Report

EXAMPLES = files("dateline").joinpath("examples")

RAW = re.compile(r"[\^>]\w|\w=\w|\||\bnsubj|\bdobj|\bpobj|\{|\bNone\b")
"""What would betray a feature or a template that was never put into words."""


def example(name: str) -> list[Report]:
    lines = EXAMPLES.joinpath(f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [Report.model_validate(json.loads(line)) for line in lines]


REPORTS = [*example("syria-2024")[::6], *example("other-wars")[::4], *example("no-conflict")[:2]]


@cache
def coder() -> EnglishCoder:
    return EnglishCoder()


@cache
def explained(report: Report) -> tuple[CodedReport, Explanation]:
    (coded,) = coder().code([report])
    return coded, coder().explain(report)


def written(text: str, **fields: str) -> Report:
    return Report(id="one", text=text, published=date(2021, 3, 4), **fields)


def explanation(text: str, **fields: str) -> Explanation:
    return explained(written(text, **fields))[1]


def reason_of(told: Explanation, text: str, number: str) -> UncodedNumber:
    (found,) = (item for item in told.uncoded_numbers if text[slice(*item.span)] == number)
    return found


def decisions(told: Explanation) -> list[Decision]:
    of_claims = [decision for claim in told.claims for decision in claim.decisions]
    return of_claims + [d for sentence in told.uncoded_sentences for d in sentence.decisions]


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.id)
def test_the_claims_are_those_that_are_coded(report: Report) -> None:
    coded, told = explained(report)
    assert [claim.claim_id for claim in told.claims] == [claim.id for claim in coded.claims]
    for claim, why in zip(coded.claims, told.claims, strict=True):
        slots: dict[str, list[Decision]] = {}
        for decision in why.decisions:
            slots.setdefault(decision.slot, []).append(decision)
        assert why.trigger == claim.trigger
        assert [one.value for one in slots["type"]] == [claim.sub_event_type]
        assert [one.value for one in slots["status"]] == [claim.status]
        assert [one.span for one in slots["place"]] == [claim.place and claim.place.span]
        assert [one.span for one in slots["date"]] == [claim.date and claim.date.span]
        for side in ("side_a", "side_b"):
            actors = getattr(claim, side)
            assert [one.span for one in slots.get(side, [])] == [one.span for one in actors]
        assert [one.span for one in slots.get("figures", [])] == [
            figure.span for figure in claim.figures
        ]
        assert tuple(one.span for one in slots.get("said_by", [])) == claim.attribution_spans
        (kept,) = slots["kept"]
        assert kept.score == claim.confidence


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.id)
def test_every_sentence_is_told_of_once(report: Report) -> None:
    coded, told = explained(report)
    (document,) = parse([report])
    evidence = {span for claim in coded.claims for span in claim.evidence}
    left = [sentence.span for sentence in told.uncoded_sentences]
    assert len(left) == len(set(left))
    assert not evidence & set(left)
    assert evidence | set(left) == {sentence.offsets for sentence in document.sentences}


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.id)
def test_every_number_is_told_of_once(report: Report) -> None:
    coded, told = explained(report)
    counted = [figure.span for claim in coded.claims for figure in claim.figures if figure.span]
    left = [number.span for number in told.uncoded_numbers]

    def holders(number: Offsets, spans: list[Offsets]) -> int:
        return sum(start <= number[0] and number[1] <= end for start, end in spans)

    for number in numerals(lower(plain(report.text))):
        quoted = report.text[slice(*number)]
        assert holders(number, left) + bool(holders(number, counted)) == 1, quoted
    digits = {match.start() for match in re.finditer(r"\d", report.text)}
    covered = {at for start, end in [*counted, *left] for at in range(start, end)}
    assert digits <= covered


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.id)
def test_no_feature_is_shown_raw(report: Report) -> None:
    told = explained(report)[1]
    said = [reason for decision in decisions(told) for reason in decision.reasons]
    assert [reason for reason in said if RAW.search(reason)] == []


LINEAR = [spec.name for spec in fields(Models) if spec.type == "LinearModel"]


@pytest.mark.parametrize("model", LINEAR)
def test_every_feature_of_the_models_has_words(model: str) -> None:
    class AnyWord(dict[str, str]):
        def __missing__(self, key: str) -> str:
            return "“word”"

    for feature in getattr(models(), model).weights:
        for words in phrases(model, feature, AnyWord()):
            assert not re.search(r"[{}\^]|=\w", words), feature


@pytest.mark.parametrize("report", REPORTS[:3], ids=lambda report: report.id)
def test_rows_quote_the_line_that_they_name(report: Report) -> None:
    def rows() -> list[DataRow]:
        told = explained(report)[1]
        named = [claim.row for claim in told.claims if claim.row]
        return [*named, *(row for decision in decisions(told) for row in decision.rows)]

    fired = [row for row in rows() if row.line is not None]
    assert fired
    for row in fired:
        assert row.line is not None
        line = resource(row.file).read_text(encoding="utf-8").splitlines()[row.line - 1]
        assert re.split(r"[,:]", row.text)[0] in line


STRIKE = "Warplanes bombed the city of Homs on Tuesday, killing 12 civilians and wounding three."


def test_a_strike_names_its_word_its_rows_and_its_scores() -> None:
    told = explanation(STRIKE)
    (claim,) = told.claims
    assert claim.row is not None
    assert claim.row.file == "languages/en/triggers.csv"
    scored = {decision.slot for decision in claim.decisions if decision.score is not None}
    assert {"event", "same_event", "kept", "type", "status", "place", "date", "figures"} <= scored
    (place,) = (decision for decision in claim.decisions if decision.slot == "place")
    assert [row.file for row in place.rows] == ["gazetteer"]
    assert place.rows[0].text.startswith("GeoNames ")
    assert all(d.reasons for d in claim.decisions if d.slot in {"event", "type", "place"})


@pytest.mark.parametrize(
    ("text", "sentence", "why"),
    [
        (f"{STRIKE} It rained in the evening.", "It rained", WhyNoClaim.NO_TRIGGER),
        (f"BEIRUT, March 4 (Demo Wire) - {STRIKE}", "BEIRUT", WhyNoClaim.DATELINE),
        ("Its shares hit a new low.", "Its shares", WhyNoClaim.NO_EVENT),
    ],
)
def test_a_sentence_without_a_claim_has_its_reason(
    text: str, sentence: str, why: WhyNoClaim
) -> None:
    (left,) = (
        item
        for item in explanation(text).uncoded_sentences
        if text[item.span[0] :].startswith(sentence)
    )
    assert left.reason is why
    assert bool(left.decisions) is (why is WhyNoClaim.NO_EVENT)
    assert all(decision.score and decision.reasons for decision in left.decisions)


@pytest.mark.parametrize(
    ("sentence", "number", "why"),
    [
        ("The talks began on 7 May 2019.", "7 May 2019", WhyNoFigure.DATE),
        ("The mayor, 51, was there.", "51", WhyNoFigure.AGE),
        ("A 16-year-old girl sang.", "16", WhyNoFigure.AGE),
        ("The bridge cost $40 million.", "40 million", WhyNoFigure.MONEY),
        ("The road is 30 km long.", "30", WhyNoFigure.DISTANCE),
        ("Prices rose 25 percent.", "25", WhyNoFigure.SHARE),
        ("The meeting began at 10:30.", "10:30", WhyNoFigure.TIME),
        ("It was the 23rd meeting.", "23", WhyNoFigure.ORDINAL),
        ("They drove a T-55 through the town.", "55", WhyNoFigure.NAME),
        ("The army has 14 bakeries.", "14", WhyNoFigure.NO_MEASURE),
        ("The army has 14 trucks.", "14", WhyNoFigure.OTHER_NOUN),
        ("They vowed to kill 17 soldiers.", "17", WhyNoFigure.UNREAL),
        ("One after another they went.", "One", WhyNoFigure.NO_NUMBER),
        ("The tremor had a magnitude of 6.8 on the scale.", "6.8", WhyNoFigure.NO_NUMBER),
    ],
)
def test_a_number_that_is_no_figure_has_its_reason(
    sentence: str, number: str, why: WhyNoFigure
) -> None:
    text = f"{sentence} {STRIKE}"
    assert reason_of(explanation(text), text, number).reason is why


def test_what_a_number_counts_is_named() -> None:
    text = "The army has 14 trucks."
    assert reason_of(explanation(text), text, "14").detail == "it counts “trucks”"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "Rebels killed 12 soldiers in Binnish. The war began in March 2011.",
            "the day of publication: no other is told surely enough",
        ),
        (
            "Rebels killed 12 soldiers in Binnish.",
            "the day of publication: the text gives no other",
        ),
    ],
)
def test_why_a_claim_is_of_the_day_of_publication(text: str, why: str) -> None:
    (date,) = (decision for decision in decisions(explanation(text)) if decision.slot == "date")
    assert date.by == why


def test_a_figure_told_twice_is_coded_once() -> None:
    text = f"{STRIKE} The bombing killed 12 civilians, a doctor said."
    told = explanation(text)
    assert len(told.claims) == 1
    (left,) = told.uncoded_numbers
    assert left.reason is WhyNoFigure.SAME_FIGURE


def test_a_report_in_another_language_is_left_out_whole() -> None:
    text = (
        "Les avions ont bombardé la ville de Homs mardi et 12 civils ont été tués dans le "
        "quartier, a dit un médecin. Il y a trois blessés, selon les habitants de la ville."
    )
    told = explanation(text, language="fr")
    assert not told.claims
    assert {item.reason for item in told.uncoded_sentences} == {WhyNoClaim.LANGUAGE}
    assert [item.reason for item in told.uncoded_numbers] == [WhyNoFigure.LANGUAGE]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("5 million at 10:30 and m23", ["5 million", "10:30", "23"]),
        ("twenty-five or 1,200.5", ["twenty-five", "1,200.5"]),
    ],
)
def test_numerals_leave_no_digit_out(text: str, numbers: list[str]) -> None:
    assert [text[slice(*span)] for span in numerals(text)] == numbers


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (
            "A mine killed two soldiers near Kenema on Thursday. The war has killed 50,000 people "
            "since 1991.",
            "rule: what the war has cost so far",
        ),
        (
            "Croatian troops took control of Knin on Friday after Serb forces withdrew.",
            "rule: who takes it holds it",
        ),
        # Who is on a side by rule alone.
        (
            "After the army had left, Saraqib fell to rebels on Friday.",
            "rule: who takes a place acts",
        ),
    ],
)
def test_what_a_rule_decides_names_it(text: str, rule: str) -> None:
    report = Report(id="r", text=text, published=date(2007, 5, 11))
    explanation = EnglishCoder().explain(report)
    given = {one.by for claim in explanation.claims for one in claim.decisions}
    assert any(by.startswith(rule) for by in given), given
