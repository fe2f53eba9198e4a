"""What is counted until now: "About 900 people have fled" since what the sentences before tell.

Flight and arrests go on behind what set them off. Told in the present perfect, without a day of
their own, they are of the days from that one to the story's. Types are data.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from dateline.coding.days_of_speech import is_said
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.mentions import DateMention
from dateline.coding.syntax import Token
from dateline.coding.when_clauses import going_on, stretch
from dateline.knowledge.files import settings
from dateline.model import DatePrecision, EventDate

WORDS = "languages/en/other_days.toml"
"""Where the types are kept, and the words for what lasts."""

LONGEST = timedelta(days=30)
"""What lies longer back is history, and set nothing off that is news."""

ONE_NIGHT = timedelta(days=1)

BEGUN = frozenset({"event", "since"})


def until_today(
    findings: Findings, happenings: Sequence[Happening], chosen: int | None
) -> EventDate | None:
    """Return the days from what set an event off to the story's, where it is counted until now.

    ``chosen`` is the index of the date it would have, or None. None where its own sentence tells
    a day, where nothing earlier does, and for what is not counted until now.
    """
    first = max(happenings, key=lambda one: one.sure)
    today = findings.day
    if today is None:
        return None
    if chosen is not None and is_said(findings, findings.dates[chosen], first):
        chosen = None
    begun = _last_told(findings, first, today) if chosen is None else findings.dates[chosen]
    where = findings.document.sentence_of
    if begun is None or where[begun.head] >= first.trigger.sentence:
        return None
    if begun.role not in BEGUN or begun.date.precision is not DatePrecision.DAY:
        return None
    day = begun.date
    night = day.end - day.start <= ONE_NIGHT and begun.role == "event"
    start = day.end if night else day.start
    if not timedelta(0) < today.end - start <= LONGEST:
        return None
    if not is_until_now(findings.document.doc[first.trigger.head], first):
        return None
    return stretch(day.model_copy(update={"start": start}), today.end)


def is_until_now(head: Token, happening: Happening) -> bool:
    """Return whether an event's word is of what is counted until now."""
    words = settings(WORDS)
    kind = happening.best_type
    if kind in words["until_now"]:
        return going_on(head) is not None or _is_state(head)
    if kind not in words["undergone_until_now"]:
        return False
    verb = going_on(head)
    undergone = verb is not None and any(kid.dep_ == "auxpass" for kid in verb.children)
    return undergone or _is_state(head)


def _is_state(head: Token) -> bool:
    """Whether a word says what people now are: "40,000 are displaced", "eight are in custody"."""
    for verb in (head, *head.ancestors):
        if verb.pos_ in ("VERB", "AUX"):
            words = settings(WORDS)
            said = {verb.lower_, *(kid.lower_ for kid in verb.children if kid.dep_ == "auxpass")}
            states = {head.lower_, *(kid.lower_ for kid in head.children if kid.dep_ == "prep")}
            return not said.isdisjoint(words["now"]) and not states.isdisjoint(words["states"])
    return False


def _last_told(findings: Findings, happening: Happening, today: EventDate) -> DateMention | None:
    """The day before the story's that was told last above an event, and not for who spoke on it."""
    where = findings.document.sentence_of
    before = [
        mention
        for mention in findings.dates
        if where[mention.head] < happening.trigger.sentence
        and mention.role in BEGUN
        and mention.date.precision is DatePrecision.DAY
        and (mention.role == "since" or mention.date.end < today.start)
        and not is_said(findings, mention, happening)
    ]
    return before[-1] if before else None
