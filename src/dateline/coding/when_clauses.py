"""What tells of a date: "since 1996, when rebels overran the camp", "the 1996 bombings"."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from dateline.coding.findings import Findings
from dateline.coding.mentions import DateMention
from dateline.coding.ranked import is_ranked
from dateline.coding.syntax import Token
from dateline.knowledge.lexicon import speech
from dateline.model import DatePrecision, EventDate

HISTORY = timedelta(days=30)
"""How long before the report's day what happened then is history (coding frame)."""

_HIGHEST = 4
_UNDER_A_VERB = frozenset({"pobj", "nsubj", "nsubjpass", "dobj"})
_PERFECT = frozenset({"has", "have", "'ve"})
_CLAUSE = 16
"""So many words behind "since" the day may stand."""
_BELOW = frozenset({"conj", "advcl", "xcomp"})


def dated_by(findings: Findings, head: Token) -> int | None:
    """Return the index of the date that a word's clause tells of; None where it tells of none."""
    if (year := year_of_a_deed(findings, head)) is not None:
        return year
    token = head
    for _ in range(_HIGHEST):
        if token.dep_ in ("relcl", "acl") and any(kid.lower_ == "when" for kid in token.children):
            then = token.head.i
            dates = enumerate(findings.dates)
            return next((at for at, date in dates if date.first <= then < date.last), None)
        if token.dep_ not in _BELOW:
            return None
        token = token.head
    return None


def year_of_a_deed(findings: Findings, head: Token) -> int | None:
    """Return the index of the date that a deed's noun has, for this noun or a verb about it.

    That is the year in "the 2004 train bombings", or the date in "an attack in October 2011". The
    verb is the one of which the noun is the subject, or of the clause behind it ("which killed").
    """
    doc = findings.document.doc
    sentence = findings.document.sentence_of[head.i]
    for at, mention in enumerate(findings.dates):
        if mention.role != "event" or findings.document.sentence_of[mention.first] != sentence:
            continue
        word = doc[mention.last - 1]
        noun = word.head
        if word.dep_ == "nummod" and mention.date.precision is DatePrecision.YEAR:
            if noun.pos_ not in ("NOUN", "PROPN") or noun.i < word.i:
                continue
        elif (deed := _of_history(findings, at)) is not None:
            noun = deed
        else:
            continue
        if noun.i == head.i or (head.dep_ == "relcl" and head.head.i == noun.i):
            return at
        over = noun.head
        if noun.dep_ == "pobj" and over.lower_ in ("in", "during"):
            over = over.head  # "in the 1987 bombing eleven people died"
        if noun.dep_ in ("nsubj", "nsubjpass", "pobj") and over.i == head.i:
            return at
    return None


def _of_history(findings: Findings, at: int) -> Token | None:
    """The event's noun on which a date of history hangs: "an attack in October 2011"."""
    date = findings.dates[at]
    if not is_history(findings, at):
        return None
    root = findings.document.doc[date.first : date.last].root
    if root.dep_ != "pobj" or root.head.lower_ not in ("in", "on"):
        return None
    noun = root.head.head
    deeds = findings.within(findings.triggers, findings.document.sentence_of[noun.i])
    told = noun.pos_ == "NOUN" and any(deed.head == noun.i for deed in deeds)
    # "One of the worst massacres in recent years" is none of those years.
    return noun if told and not is_ranked(noun) else None


A_WEEK, A_FORTNIGHT = 7, 14
"""From so many days on what goes on is dated to the week, or the month."""


def since_then(findings: Findings, head: Token) -> int | None:
    """Return the index of the day since which it has gone on: "since Friday 30 have been killed".

    The day hangs by "since", or in a clause that "since" opens, on the word's own verb or on the
    one over a noun, and that verb is in the present perfect.
    """
    verb = going_on(head)
    doc = findings.document.doc
    if verb is None:
        return None
    for at, mention in enumerate(findings.dates):
        root = doc[mention.first : mention.last].root
        over = root.head
        under = root.dep_ in ("pobj", "pcomp") and over.lower_ == "since"
        by = (under and over.head == verb) or (root.lower_ == "since" and over == verb)
        if by and mention.role == "since":
            return at
        if _clause_since(root, verb) or _told_since(root, verb):
            return at
    return None


def until_now(findings: Findings, head: Token, at: int) -> EventDate:
    """Return a date, to the story's day where it says when that began which goes on since.

    "350 people have been killed since a ceasefire collapsed on 19 September": from then on.
    """
    mention = findings.dates[at]
    told, today, verb = mention.date, findings.day, going_on(head)
    if today is None or today.end <= told.end or verb is None:
        return told
    day = findings.document.doc[mention.first : mention.last].root
    if not (_clause_since(day, verb) or _told_since(day, verb)):
        return told
    return stretch(told, today.end)


def stretch(told: EventDate, end: date) -> EventDate:
    """Return a date that lasts until a day; the longer it lasts, the less it is told to the day."""
    days = (end - told.start).days
    precision = told.precision
    if precision is DatePrecision.DAY and days > A_WEEK:
        precision = DatePrecision.MONTH if days > A_FORTNIGHT else DatePrecision.WEEK
    return told.model_copy(update={"end": end, "precision": precision})


def _clause_since(day: Token, verb: Token) -> bool:
    """Whether a day stands in a clause that "since" sets under a verb."""
    if not verb.is_ancestor(day):
        return False
    for over in day.ancestors:
        if over == verb:
            return False
        marks = (kid.lower_ for kid in over.children if kid.dep_ == "mark")
        if over.dep_ == "advcl" and "since" in marks:
            return over.head == verb
    return False


def _told_since(day: Token, verb: Token) -> bool:
    """Whether a day stands in such a clause that the parser took for a noun and more behind it.

    "Fifteen have died since a rise in fares set off riots on Friday": "since a rise", "set off".
    """
    word = next((kid for kid in verb.rights if kid.lower_ == "since" and kid.dep_ == "prep"), None)
    if word is None or not word.i < day.i <= word.i + _CLAUSE:
        return False
    between = word.doc[word.i + 1 : day.i]
    told = any(token.tag_ in ("VBD", "VBN") for token in between)
    return told and all(token.pos_ != "PUNCT" for token in between)


def going_on(head: Token) -> Token | None:
    """Return the word's own verb, or the one over a noun, where that is in the present perfect.

    Where somebody said so it is in the past perfect: "he said that 35 had died since Saturday".
    """
    verb = head
    while verb.pos_ == "NOUN" and verb.dep_ in _UNDER_A_VERB:
        verb = verb.head
        if verb.dep_ == "prep":
            verb = verb.head
    helpers = {kid.lower_ for kid in verb.children if kid.dep_ == "aux"}
    over = verb.head
    reported = verb.dep_ == "ccomp" and over.tag_ == "VBD" and over.lemma_ in speech().verbs
    perfect = not helpers.isdisjoint(_PERFECT) or (reported and "had" in helpers)
    return verb if verb.pos_ == "VERB" and perfect else None


COUNTED_FROM = frozenset({"after", "before"})
"""With these a day is told by what happened on another."""


def is_counted_from(findings: Findings, mention: DateMention, head: Token) -> bool:
    """Return whether a day is counted from a word's own: the fall's, in "two days after X fell"."""
    last = findings.document.doc[mention.last - 1]
    if last.lower_ not in COUNTED_FROM or last.i > head.i:
        return False
    if last.dep_ == "mark":
        return last.head.i == head.i or last.head.is_ancestor(head)
    return any(kid.i == head.i or kid.is_ancestor(head) for kid in last.children if kid.i > last.i)


def dates_the_other(findings: Findings, mention: DateMention, heads: Sequence[Token]) -> bool:
    """Return whether a day told by what happened on another is not that of an event's words.

    Where that other day is known, it is the main clause's; else it says how long before the
    report's day that other was: "troops came in on Saturday, two days after the army agreed to go".
    """
    if findings.document.doc[mention.last - 1].lower_ not in COUNTED_FROM:
        return False
    if mention.role not in ("event", "age"):
        return False
    if mention.role == "event":
        return all(is_counted_from(findings, mention, head) for head in heads)
    return not is_counted_to(findings, mention, heads)


def is_counted_to(findings: Findings, mention: DateMention, heads: Sequence[Token]) -> bool:
    """Return whether a day is counted from what an event's words in its sentence tell.

    The others go on to tell of it: "shelled the hills on Tuesday, a day after two policemen were
    shot. They were on their way to Tetovo." A word behind the day may be one that the parser took
    out of the clause, but for the sentence's own verb.
    """
    where = findings.document.sentence_of
    beside = [head for head in heads if where[head.i] == where[mention.head]]
    tied = [is_counted_from(findings, mention, head) for head in beside]
    others = [head for head, own in zip(beside, tied, strict=True) if not own]
    return any(tied) and all(head.i > mention.head and head.head.i != head.i for head in others)


def is_history(findings: Findings, date: int | None) -> bool:
    """Return whether a date lies so long before the report's day that it is history."""
    if date is None or findings.day is None:
        return False
    return findings.day.start - at_first(findings.dates[date].date).end > HISTORY


def at_first(date: EventDate) -> EventDate:
    """Return the day, month or year with which a stretch of time begins: of "since 1996", 1996."""
    end = date.start
    if date.precision is DatePrecision.YEAR:
        end = end.replace(month=12, day=31)
    elif date.precision is DatePrecision.MONTH:
        end = end.replace(day=monthrange(end.year, end.month)[1])
    elif date.precision is DatePrecision.WEEK:
        end = end + timedelta(days=6)
    return date.model_copy(update={"end": min(end, date.end)})
