"""Why a report is coded as it is: every claim, every sentence without one, every number left out.

Nothing is decided here: the coder's own judgement is run again and its steps are written down.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.claims import Thresholds
from dateline.coding.document import Document, Sentence
from dateline.coding.explained_claims import Telling, event_decision, explain_claim
from dateline.coding.explained_numbers import numbers_of, uncoded_numbers
from dateline.coding.explanation import (
    Decision,
    Explanation,
    UncodedSentence,
    WhyNoClaim,
    WhyNoFigure,
)
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening, Models, find_happenings
from dateline.coding.judgement import Judged, judge
from dateline.coding.reason_words import reasons


def explain_findings(findings: Findings, models: Models, thresholds: Thresholds) -> Explanation:
    """Return why the findings of one report make the claims that ``code_findings`` makes of them.

    Each sentence is the evidence of a claim or stands among ``uncoded_sentences``; each number is
    in a figure of a claim or stands among ``uncoded_numbers``.
    """
    telling = Telling(findings, models)
    groups = list(judge(findings, models, thresholds))
    return Explanation(
        report_id=findings.document.report.id,
        claims=tuple(
            explain_claim(telling, judged, judged.made, thresholds)
            for judged in groups
            if judged.made
        ),
        uncoded_sentences=_uncoded_sentences(telling, groups, thresholds),
        uncoded_numbers=uncoded_numbers(findings, groups, thresholds),
    )


def explain_unread(document: Document, no_claim: WhyNoClaim, no_figure: WhyNoFigure) -> Explanation:
    """Return the explanation of a report that is left out whole, for one reason."""
    return Explanation(
        report_id=document.report.id,
        uncoded_sentences=tuple(
            UncodedSentence(span=sentence.offsets, reason=no_claim)
            for sentence in _sentences(document)
        ),
        uncoded_numbers=numbers_of(document, no_figure),
    )


def _sentences(document: Document) -> list[Sentence]:
    """The sentences that have any words."""
    return [s for s in document.sentences if document.quote(s.offsets).strip()]


def _uncoded_sentences(
    telling: Telling, groups: Sequence[Judged], thresholds: Thresholds
) -> tuple[UncodedSentence, ...]:
    findings = telling.findings
    coded = {span for judged in groups if judged.made for span in judged.made[1].evidence}
    own = [(member, judged) for judged in groups for member in judged.members if not member.shared]
    group_of = {member.trigger: judged for member, judged in own}
    known = {member.trigger: member for member, _ in own}
    # With no threshold every trigger comes back, so that those judged no event have their scores.
    weighed = find_happenings(findings, telling.models, 0.0)
    by_sentence: dict[int, list[Happening]] = {}
    for happening in weighed:
        by_sentence.setdefault(happening.trigger.sentence, []).append(
            known.get(happening.trigger, happening)
        )
    out: list[UncodedSentence] = []
    for sentence in _sentences(findings.document):
        if sentence.offsets in coded:
            continue
        triggers = by_sentence.get(sentence.index, [])
        decisions = tuple(
            _unsure(telling, happening, group_of[happening.trigger], thresholds)
            if happening.trigger in group_of
            else event_decision(telling, happening, kept=False)
            for happening in triggers
        )
        proposed = any(happening.trigger in group_of for happening in triggers)
        out.append(
            UncodedSentence(
                span=sentence.offsets,
                reason=_why(sentence, triggers, proposed),
                decisions=decisions,
            )
        )
    return tuple(out)


def _why(sentence: Sentence, triggers: Sequence[Happening], proposed: bool) -> WhyNoClaim:
    if sentence.kind == "furniture":
        return WhyNoClaim.FURNITURE
    if sentence.kind == "dateline":
        return WhyNoClaim.DATELINE
    if not triggers:
        return WhyNoClaim.NO_TRIGGER
    return WhyNoClaim.UNLIKELY if proposed else WhyNoClaim.NO_EVENT


def _unsure(
    telling: Telling, happening: Happening, judged: Judged, thresholds: Thresholds
) -> Decision:
    """Why a trigger that may tell of an event makes no claim."""
    doubt = event_decision(telling, happening, kept=False)
    others = [telling.words(member) for member in judged.members if member is not happening]
    together = f", together with {', '.join(others)}" if others else ""
    return doubt.model_copy(
        update={
            "slot": "no_claim",
            "value": f"may tell of {happening.best_type}{together}: {judged.confidence:.2f}, but "
            f"{thresholds.claim:.2f} is needed",
            "reasons": reasons(telling.models, "claim", judged.features, "no"),
        }
    )
