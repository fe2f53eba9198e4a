"""Hours told without their day: "hours after the blast", "almost at the same time".

They are those of the day on which something happened last, also where that was told paragraphs
before; a day on which somebody only spoke is none. Words are data.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dateline.coding import calendar_days as days
from dateline.coding.day_in_play import FARTHEST, ONE_NIGHT, is_of_speech
from dateline.coding.document import Document, Sentence
from dateline.coding.mentions import DateMention
from dateline.coding.paragraphs import paragraphs
from dateline.coding.relative_dates import Role
from dateline.coding.syntax import Token
from dateline.coding.time_expressions import HOUR, SOON, Expression
from dateline.knowledge.lexicon import trigger_rows
from dateline.model import DatePrecision, EventDate

_BESIDE = frozenset({"nsubj", "nsubjpass", "dobj", "conj"})
_HOURS = frozenset({"hours", "minutes", "moments"})


def is_of_the_same_day(
    expression: Expression, others: Sequence[Expression], sentence: Sentence
) -> bool:
    """Return whether an expression tells an hour, and no other of its sentence of which day.

    "In the evening" is dated by one behind it, too: "police said on Monday".
    """
    parts = expression.parts
    if expression.shape != SOON and (
        expression.shape != "ago" or "count" in parts or parts["unit"] not in _HOURS
    ):
        return False
    end = sentence.end if HOUR in parts else expression.start
    return not any(
        other is not expression and sentence.start <= other.start < end for other in others
    )


def hour_told(
    document: Document, told: Sequence[DateMention], expression: Expression, story: date | None
) -> tuple[EventDate, Role] | None:
    """Return the day on which something happened last, of the dates told before an hour.

    For "in the evening" that is the last of which anything was told. None where none was told by
    the story's day within some sentences.
    """
    if story is None:
        return None
    here = sum(one.end <= expression.start for one in document.sentences)
    # "Hours later" counts from what its paragraph tells, or from what the report is about.
    numbers = paragraphs(document) if expression.shape != SOON else ()
    for mention in reversed(told):
        when = mention.date
        if here - document.sentence_of[mention.head] > FARTHEST:
            return None
        if mention.role != "event" or when.precision is not DatePrecision.DAY:
            continue
        if when.end > story or when.end - when.start > ONE_NIGHT:
            continue
        if is_of_speech(document, mention):
            continue
        if HOUR in expression.parts or _tells_a_deed(document, mention):
            if numbers and numbers[document.sentence_of[mention.head]] not in (0, numbers[here]):
                return None
            return days.on_day(when.end), "event"
    return None


def _tells_a_deed(document: Document, mention: DateMention) -> bool:
    """Whether a day hangs on a word that may tell of an event, or on one whose subject or object
    does: not "he resigned on Monday".
    """
    day = document.doc[mention.first : mention.last].root
    over = day.head.head if day.dep_ == "pobj" else day.head
    verb = next((one for one in (over, *over.ancestors) if one.pos_ in ("VERB", "AUX")), over)
    beside = (kid for kid in verb.children if kid.dep_ in _BESIDE)
    return any(_is_a_deed(word) for word in (over, verb, *beside))


def _is_a_deed(word: Token) -> bool:
    rows = trigger_rows().get(word.lemma_.lower(), ())
    kids = {kid.lower_ for kid in word.children}
    pos = "V" if word.pos_ == "VERB" else "N"
    return any(row.pos == pos and kids.issuperset(row.words[1:]) for row in rows)
