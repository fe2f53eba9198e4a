"""How surely a report says it: stated, attributed, hedged, claimed, denied or planned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.coding.blame import blame_told, is_charged, suspects
from dateline.coding.denied_deeds import denies_no_deed
from dateline.coding.event_speakers import told_by
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening, Models, by_name, pool
from dateline.coding.own_voice import told_by_itself
from dateline.coding.responsibility import claims_responsibility, says_of_itself
from dateline.coding.spokesmen import only_reports, speak_for_a_party
from dateline.coding.status_features import status_features
from dateline.coding.syntax import Span, Token
from dateline.knowledge.lexicon import speech
from dateline.model import Actor, Status

STATUS_SHARE = 0.35
"""What the encoder weighs beside the model of status (three folds, reports not seen)."""

WEAKER = (str(Status.STATED), str(Status.ATTRIBUTED))
"""What a word of doubt overrules."""


OTHERWISE = 0.65
"""From this probability that the report itself tells it, whoever speaks there says something else.

By the frame what somebody says is never stated.
"""


def status_chances(
    findings: Findings,
    happenings: list[Happening],
    sides: tuple[list[Actor], list[Actor]],
    models: Models,
) -> dict[str, float]:
    """Return the probability of each status: what the model of status and the encoder agree on.

    The encoder reads the sentence of the surest trigger. What medics and hospitals alone say, or
    the press, also a party's own, and who looks on, is attributed to them: by the frame only a
    party to the event claims.
    """
    best = max(happenings, key=lambda happening: happening.sure)
    chances = pool(
        (
            1 - STATUS_SHARE,
            models.status.probabilities(status_features(findings, happenings, sides)),
        ),
        (STATUS_SHARE, by_name(models.encoder.statuses, best.status)),
    )
    speakers = told_by(findings, happenings)
    if speakers and all(
        _helps(findings.document.doc[one.first : one.last]) or only_reports(findings, one)
        for one in speakers
    ):
        _move(chances, [str(Status.CLAIMED)], str(Status.ATTRIBUTED))
    # Who stands before a colon or behind a dash says all that the sentence tells.
    alone = any(findings.document.doc[one.at].is_punct for one in speakers)
    if speakers and (alone or chances[str(Status.STATED)] < OTHERWISE):
        others = [name for name in chances if name != str(Status.STATED)]
        _move(chances, [str(Status.STATED)], max(others, key=lambda name: chances[name]))
    elif not speakers and best.trigger.sentence in told_by_itself(findings.document):
        _move(chances, [str(Status.STATED)], str(Status.CLAIMED))
    # Whose it was is somebody's word: the doer's own where responsibility is claimed, which by the
    # frame comes after any doubt.
    if claims_responsibility(findings, happenings):
        _move(chances, [*WEAKER, str(Status.HEDGED)], str(Status.CLAIMED))
    elif any(says_of_itself(findings, speaker, happenings) for speaker in speakers):
        _move(chances, WEAKER, str(Status.CLAIMED))
    elif speak_for_a_party(findings, speakers, sides):
        _move(chances, [str(Status.ATTRIBUTED)], str(Status.CLAIMED))
    elif told := [at for at in blame_told(findings, happenings) if is_charged(findings, at)]:
        doubted = all(suspects(findings, sentence) for sentence in told)
        _move(chances, [str(Status.STATED)], str(Status.HEDGED if doubted else Status.ATTRIBUTED))
    if denies_no_deed(findings, happenings):
        others = [name for name in chances if name != str(Status.DENIED)]
        _move(chances, [str(Status.DENIED)], max(others, key=lambda name: chances[name]))
    return chances


def _move(chances: dict[str, float], some: Iterable[str], to: str) -> None:
    """Give the chances of some statuses to another."""
    for name in some:
        chances[to] += chances[name]
        chances[name] = 0.0


def _helps(speaker: Span) -> bool:
    """Whether somebody who speaks helps the wounded."""
    return any(token.lemma_.lower() in speech().helpers for token in speaker)


def settled(chances: Mapping[str, float], doubt: Token | None, denial: Token | None) -> Status:
    """Return the likeliest status; with a word of doubt, it is hedged or a later one.

    The frame has it that one "reportedly" is enough, and that what is denied in the same report
    is denied, whoever else says it.
    """
    if denial is not None:
        return Status.DENIED
    if doubt is None:
        return Status(max(chances, key=lambda name: chances[name]))
    raised = {name: p for name, p in chances.items() if name not in WEAKER}
    raised[str(Status.HEDGED)] += sum(chances[name] for name in WEAKER)
    return Status(max(raised, key=lambda name: raised[name]))
