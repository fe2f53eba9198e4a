"""When: the date of a claim, chosen among those that its happenings hold."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.other_clauses import in_another_clause
from dateline.coding.other_days import is_of_the_law, opened_by, other_days
from dateline.coding.paragraphs import label_of, left_behind, paragraphs
from dateline.coding.scenes import is_of_now, looks_back, turned_away
from dateline.coding.so_far import is_until_now, until_today
from dateline.coding.syntax import Span, Token
from dateline.coding.what_came_before import of_what_came_before
from dateline.coding.when_clauses import (
    A_WEEK,
    at_first,
    dated_by,
    dates_the_other,
    going_on,
    is_counted_to,
    is_history,
    since_then,
    until_now,
    year_of_a_deed,
)
from dateline.knowledge.ontology import ontology
from dateline.model import DatePrecision, EventDate

VAGUE_DATE = 0.6
"""What a month or a year weighs beside a day: it tells of how a war began as often."""

SURE = 0.4
"""How surely a word tells of the event whose own date counts before all others."""

DOUBTFUL = 0.8
"""A word less sure than that may tell of nothing."""

AS_SURE = 0.05
"""Words that are less sure by no more than this tell of an event as surely."""

DEVELOPMENTS = "Strategic developments"

CONQUESTS = frozenset({"Government regains territory", "Non-state actor overtakes territory"})

ANNIVERSARY = "anniversary"

SINCE = frozenset({"since", ANNIVERSARY})

VERBS = frozenset({"VERB", "AUX"})

OWN_CLAUSE = frozenset({"relcl", "acl", "advcl"})

OPENING = 2
"""The number of words before which a date stands that opens a sentence: "Early on Monday"."""


def date_of(
    findings: Findings, happenings: Sequence[Happening], least: float, kind: str | None = None
) -> EventDate | None:
    """Return the likeliest date of an event, with at least this weight, or else the report's day.

    Where there is neither it is None; a day that only the record tells stands for its week.
    ``kind`` is the type for which the event is taken.
    """
    scores: dict[int, float] = {}
    own = _own_dates(findings, happenings)
    where = findings.document.sentence_of
    first = max(happenings, key=lambda happening: happening.sure)
    surest = first.trigger.sentence
    lines = findings.lines
    others = other_days(findings, happenings, kind) | of_what_came_before(findings, happenings)
    numbers = paragraphs(findings.document)
    label = label_of(findings.document, findings.dates, surest)
    since = -1 if label is None else where[findings.dates[label].head]
    # The day of the story is that of an event which has none of its own.
    heading = {at for at in range(len(findings.dates)) if _is_of_the_story(findings, at)}
    own -= others | heading | _of_what_is_remembered(findings, happenings)
    words = [findings.document.doc[one.trigger.head] for one in happenings]
    own = {at for at in own if not dates_the_other(findings, findings.dates[at], words)}
    own |= {at for at in range(len(findings.dates)) if _is_the_day_counted_to(findings, at, words)}
    for happening in happenings:
        line = lines.get(happening.trigger.sentence)
        head = findings.document.doc[happening.trigger.head]
        for index, p in happening.dates.items():
            mention = findings.dates[index]
            if line is not None and lines.get(where[mention.head], line) != line:
                continue  # the day of another line of a list
            if left_behind(findings.document, numbers, mention, happening.trigger.sentence):
                continue
            if turned_away(findings, mention, happening.trigger.sentence):
                continue
            if looks_back(findings, mention, head) or (
                is_of_now(findings, mention, head) and not is_until_now(head, happening)
            ):
                continue
            if dates_the_other(findings, mention, words) and not (
                _is_the_day_counted_to(findings, index, [head])
                and happening.best_type == first.best_type
            ):
                continue
            if where[mention.head] < min(since, happening.trigger.sentence):
                continue  # the day of an entry above this one
            remembered = findings.document.doc[mention.last - 1].lower_ in SINCE
            if remembered and index not in own:
                continue
            if index in others | heading or (
                index not in own and opened_by(findings, mention, head)
            ):
                continue
            if is_of_the_law(findings, mention, head):
                continue
            if index not in own and in_another_clause(findings, mention, head):
                continue
            # "12 dead since Monday", told beside a capture, counts from before it.
            if mention.role != "since" or where[mention.head] == surest:
                doubtful = _is_beside(findings, index, first, happening)
                weight = 1.0 if doubtful else happening.sure
                scores[index] = max(scores.get(index, 0.0), p * weight)

    def rank(index: int) -> tuple[bool, float, int]:
        near = findings.dates[index].date.precision in (DatePrecision.DAY, DatePrecision.WEEK)
        return index in own, scores.get(index, 0.0) * (1 if near else VAGUE_DATE), -index

    sure = own | {index for index, weight in scores.items() if weight >= least}
    best = max(sure, key=rank, default=label)
    if (so_far := until_today(findings, happenings, best)) is not None:
        return so_far
    if best is not None:
        mention = findings.dates[best]
        if mention.episode and all(where[one.i] != where[mention.head] for one in words):
            # What a later sentence tells is of the day itself, not of the episode that ended then.
            return mention.date.model_copy(update={"start": mention.date.end})
        told = max((until_now(findings, one, best) for one in words), key=lambda one: one.end)
        goes_on = any(since_then(findings, one) == best for one in words)
        since = findings.dates[best].role == "since" and not goes_on
        begun = since and any(dated_by(findings, one) == best for one in words)
        return at_first(told) if begun else told
    if findings.day is None:
        return None
    return EventDate(
        start=findings.day.start,
        end=findings.day.end,
        precision=DatePrecision.DAY if findings.day.span else DatePrecision.WEEK,
        span=findings.day.span,
    )


def _is_beside(findings: Findings, at: int, first: Happening, happening: Happening) -> bool:
    """Whether a day stands beside an event's surest word that may tell of nothing.

    It is no less that event's than a day beside a sure word is: "rumours that a truce was signed on
    29 October are false". A day of history is as often that of something else.
    """
    doubtful = happening is first and happening.sure < DOUBTFUL
    mention = findings.dates[at]
    day = mention.date.precision is DatePrecision.DAY and not is_history(findings, at)
    where = findings.document.sentence_of[mention.head]
    return doubtful and day and where == happening.trigger.sentence


def _is_the_day_counted_to(findings: Findings, at: int, words: Sequence[Token]) -> bool:
    """Whether a day says how long before the report an event was: "a day after bombs killed 40"."""
    mention = findings.dates[at]
    return mention.role == "age" and is_counted_to(findings, mention, words)


def _is_of_the_story(findings: Findings, at: int) -> bool:
    """Whether a date is the one at the head of a report that says of which day that is."""
    told, printed = findings.dates[at].date.span, findings.day.span if findings.day else None
    if told is None or printed is None:
        return False
    return told[0] < printed[1] and printed[0] < told[1]


def _of_what_is_remembered(findings: Findings, happenings: Sequence[Happening]) -> set[int]:
    """The years of anniversaries of something else: "on the anniversary of X, a bomb went off"."""
    doc = findings.document.doc
    heads = [doc[one.trigger.head] for one in happenings]
    days = {at: doc[mention.last - 1] for at, mention in enumerate(findings.dates)}
    return {
        at
        for at, day in days.items()
        if day.lower_ == ANNIVERSARY
        and not any(kid.dep_ == "poss" for kid in day.children)  # "on its 18th anniversary"
        and not any(day.is_ancestor(head) for head in heads)
    }


def _own_dates(findings: Findings, happenings: Sequence[Happening]) -> set[int]:
    """The dates that hang on the surest word of the event that has any, with no verb between.

    "The governor, wounded in a bombing in 2009, was shot on Thursday." There are none where a
    surer word stands in the main clause. A noun of agreement often names an older one that is only
    now kept or broken.
    """
    doc = findings.document.doc
    inwards = sorted(happenings, key=lambda happening: -happening.sure)
    deed = year_of_a_deed(findings, doc[inwards[0].trigger.head])
    if inwards[0].sure >= SURE and deed is not None:
        return {deed}
    if (since := _since(findings, inwards)) is not None:
        return {since}
    if inwards[0].sure >= SURE and (opening := _opening(findings, inwards[0])) is not None:
        return {opening}
    for happening in inwards:
        head = doc[happening.trigger.head]
        named = head.pos_ == "NOUN"
        if happening.sure < SURE or (named and _develops(happening)):
            break
        inner = named or head.dep_ in OWN_CLAUSE
        own = {
            at
            for at, mention in enumerate(findings.dates)
            if inner
            and _dates(findings, at, head, won=inwards[0].best_type in CONQUESTS)
            and opened_by(findings, mention, head) is None
        }
        if own:
            return own
        verb = next((over for over in (head, *head.ancestors) if over.pos_ in VERBS), head)
        if verb.dep_ not in OWN_CLAUSE:
            break
    return set()


def _since(findings: Findings, inwards: Sequence[Happening]) -> int | None:
    """The day since which an event has gone on, as its surest word says, or one as sure above it.

    That is one over it in its sentence ("had died since fighting began on Friday"), or where no day
    stands beside it the main verb of the first sentence. ``inwards`` are its happenings, the surest
    first.
    """
    doc, where = findings.document.doc, findings.document.sentence_of
    least = max(inwards[0].sure - AS_SURE, SURE)
    sure = [doc[one.trigger.head] for one in inwards if one.sure >= least]
    if not sure:
        return None
    surest = sure[0]
    words = [surest, *(word for word in sure if word.is_ancestor(surest))]
    for word in words:
        if (day := since_then(findings, word)) is not None:
            return day
    if any(where[one.head] == where[surest.i] for one in findings.dates):
        return None
    first = min(where[word.i] for word in sure)
    above = [word for word in sure if where[word.i] == first and _is_main(word)]
    told = {day for word in above if (day := since_then(findings, word)) is not None}
    # "The first jet lost since 1982" is none that they have lost since then.
    near = (day for day in told if findings.dates[day].date.precision is DatePrecision.DAY)
    return min(near, default=None)


def _is_main(word: Token) -> bool:
    """Whether what goes on by a word is no clause of another: "the first jet lost since 1982"."""
    verb = going_on(word)
    return verb is not None and verb.dep_ not in OWN_CLAUSE


def _opening(findings: Findings, happening: Happening) -> int | None:
    """The date with which a sentence opens that hangs on the event's verb: "In March, they raided".

    None where another date of its sentence hangs on it too, or it lasts to the story's day.
    """
    doc = findings.document.doc
    verb = doc[happening.trigger.head]
    if verb.pos_ not in VERBS:
        return None
    start = findings.document.sentences[happening.trigger.sentence].first
    found: list[int] = []
    for at in happening.dates:
        mention = findings.dates[at]
        if findings.document.sentence_of[mention.first] != happening.trigger.sentence:
            continue
        word = doc[mention.first : mention.last].root
        over = word.head if word.dep_ == "pobj" else word
        if mention.role != "event" or over.head.i != verb.i or over.i == verb.i:
            continue
        found.append(at)
    if len(found) != 1 or findings.dates[found[0]].first - start > OPENING:
        return None
    date = findings.dates[found[0]].date
    lasts = findings.day is not None and date.start < date.end >= findings.day.start
    return None if lasts else found[0]


def _develops(happening: Happening) -> bool:
    return ontology().parents[happening.best_type] == DEVELOPMENTS


def _dates(findings: Findings, at: int, head: Token, *, won: bool) -> bool:
    """Whether a date is that of the word it hangs on; none that lasts to the story's day is.

    "The 2008 bombing", "a four-day battle", but not "a four-month siege". ``won`` says that ground
    was won, which was on the last day of the battle.
    """
    doc, mention = findings.document.doc, findings.dates[at]
    if mention.role == "future":
        return False
    if dated_by(findings, head) == at:
        return True
    if mention.role == "event" and _is_stretch_of(doc[mention.first : mention.last], head):
        return not won and (mention.date.end - mention.date.start).days < A_WEEK
    if findings.day is not None and mention.date.start < mention.date.end >= findings.day.start:
        return False
    end = doc[mention.last - 1]
    if end.lower_ in SINCE:
        return _is_since(end, head)
    return _hangs_on(doc[mention.head], head)


def _is_stretch_of(days: Span, head: Token) -> bool:
    """Whether words say how long an event lasted: "a four-day battle", "six days of fighting"."""
    if head.pos_ != "NOUN" or days[-1].pos_ not in ("NOUN", "ADJ", "NUM"):
        return False
    root = days.root
    if root.head.i == head.i:
        return root.dep_ in ("compound", "nmod", "amod", "nummod")
    return head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.i == root.i


def _hangs_on(token: Token, head: Token) -> bool:
    """Whether a word hangs on another, with no verb and few words between."""
    for _ in range(4):
        if token.head.i == head.i:
            return True
        if token.head.pos_ == "VERB" or token.head.i == token.i:
            return False
        token = token.head
    return False


def _is_since(end: Token, head: Token) -> bool:
    """Whether a date ends in the word that ties it to an event told after it.

    "20 years since forces shelled the market", "the tenth anniversary of the siege".
    """
    tied = end.lower_ in SINCE and end.i < head.i and end.sent == head.sent
    return tied and (end.is_ancestor(head) or end.head.is_ancestor(head) or end.head == head)
