"""Days on which somebody spoke, and the dates of deeds beside them: "said on Monday ... in May".

A day behind a verb of speech is that of the news, and the event's only where nothing else dates it.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.mentions import DateMention
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.knowledge.lexicon import speech

WORDS = "languages/en/other_days.toml"

DAYS = "languages/en/dates.toml"
"""Where the names of the weekdays are kept."""

A_WEEK_BUT_ONE = 6
"""So many days back lies a weekday that is that of the day after the report's."""


def dates_deed(
    findings: Findings, mention: DateMention, head: Token, happenings: Sequence[Happening]
) -> bool:
    """Return whether a date hangs on the event's own verb, which tells of no other's occasion."""
    return _hangs_on(findings, mention, head) and not _is_aside(findings, head, happenings)


def is_said(findings: Findings, mention: DateMention, happening: Happening) -> bool:
    """Return whether a day is when somebody said something, and no word of the event itself did."""
    verb = verb_over(findings.document.doc[mention.first : mention.last].root)
    speaking = verb.pos_ == "VERB" and verb.lemma_.lower() in speech().verbs
    # "Air strikes last week claimed 100 lives" says nothing.
    speaking = speaking and all(kid.dep_ != "dobj" for kid in verb.children)
    return speaking and verb.i != happening.trigger.head


def is_tomorrows(findings: Findings, mention: DateMention) -> bool:
    """Return whether a bare weekday on which somebody spoke is that of the day after the report's.

    "Police said Tuesday" in a report dated Monday by its record: news of the day, no week old.
    """
    today, when = findings.day, mention.date
    if today is None or (today.start - when.start).days != A_WEEK_BUT_ONE:
        return False
    words = [token.lower_ for token in findings.document.doc[mention.first : mention.last]]
    return words[0] in settings(DAYS)["weekdays"]


def verb_over(day: Token) -> Token:
    """The word on which a day hangs, by a preposition, or by who is the subject of a verb."""
    over = day.head.head if day.dep_ == "pobj" else day.head
    return over.head if over.pos_ == "NOUN" and over.dep_ == "nsubj" else over


def _hangs_on(findings: Findings, mention: DateMention, head: Token) -> bool:
    """Whether a date hangs on an event's own verb: "had left the town in April"."""
    word = findings.document.doc[mention.first : mention.last].root
    over = word.head if word.dep_ == "pobj" else word
    return head.pos_ == "VERB" and over.head.i == head.i


def _is_aside(findings: Findings, head: Token, happenings: Sequence[Happening]) -> bool:
    """Whether a verb only tells since when another sentence's event is the first of its kind.

    "Its largest gain since it captured Bakhmut in May. It said that it held all of the town."
    """
    aside = any(kid.lower_ in settings(WORDS)["conjunctions"] for kid in head.lefts)
    here = findings.document.sentence_of[head.i]
    return aside and any(one.trigger.sentence != here for one in happenings)
