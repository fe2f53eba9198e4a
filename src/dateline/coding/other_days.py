"""Days of another event than the one they stand beside: "arrested over last Friday's bombing".

The learned model ties a day to the words around it, and in a short report the only day told is
often that of the cause, the occasion or the rank of what happened: the event itself then takes the
story's day (coding frame).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any

from dateline.coding.day_sums import brought_to
from dateline.coding.days_of_speech import (
    A_WEEK_BUT_ONE,
    dates_deed,
    is_said,
    is_tomorrows,
    verb_over,
)
from dateline.coding.findings import Findings
from dateline.coding.former import is_since_then
from dateline.coding.gains import behind_comma
from dateline.coding.happenings import Happening
from dateline.coding.held_people import is_of_captivity
from dateline.coding.mentions import DateMention
from dateline.coding.participles import participle_over
from dateline.coding.place_words import word_set
from dateline.coding.syntax import Token
from dateline.coding.when_clauses import year_of_a_deed
from dateline.knowledge.files import settings
from dateline.model import DatePrecision

WORDS = "languages/en/other_days.toml"

SURELY = 0.8
"""How surely a word tells of the event beside which another's day does not count."""

TOLD = 0.5
"""From this chance on a day is told of the event itself, and none that somebody spoke on counts."""


_FARTHEST = 12
_OF_WHAT = 5
"""So many words behind a toll stands a day that is of what it is the toll of, before its verb."""

_OF_THEM = re.compile(r"\bof (?:whom|which|them)\b")
"""What a clause opens with that counts some of a toll: "12 people, of whom five were women"."""

_NUMERAL = re.compile(r"\d+(?:st|nd|rd|th)")
_CLAUSES = frozenset({"relcl", "acl", "advcl"})


def other_days(
    findings: Findings, happenings: Sequence[Happening], kind: str | None = None
) -> set[int]:
    """Return the dates that are surely not those of an event, by their indexes.

    They are those of another event beside a sure word of this one, and those of what came of it.
    ``kind`` is the type for which the event is taken, None where that is its surest word's.
    """
    doc = findings.document.doc
    heads = {happening.trigger.head for happening in happenings}
    near = {index for happening in happenings for index in happening.dates}
    found = {
        index
        for index in near
        for date in [findings.dates[index]]
        if _is_of_the_aftermath(findings, date)
        or is_since_then(doc, date.first, date.last)
        or _is_of_a_sum(findings, date, heads)
        or is_of_captivity(findings, date, heads)
    }
    for happening in happenings:
        head = doc[happening.trigger.head]
        for index in happening.dates if happening.sure >= SURELY else ():
            opening = opened_by(findings, findings.dates[index], head)
            if opening is None or not _is_surely(opening, heads):
                continue
            verb = _told_in(findings, findings.dates[index])
            own = verb is not None and verb in _own_words(happenings, kind)
            if own and not _is_another_deed(opening, kind, settings(WORDS)):
                continue
            if year_of_a_deed(findings, head) != index:
                found.add(index)
    return found | _of_speech(findings, happenings, found)


def _own_words(happenings: Sequence[Happening], kind: str | None) -> set[int]:
    """The sure words of an event's own type: a day that hangs on one is its.

    "The truce, which was agreed on Friday", but not "executed 17 who were captured on Friday".
    Where none is of the type for which the event is taken, they are those of its surest word's.
    """
    sure = [one for one in happenings if one.sure >= SURELY]
    if all(one.best_type != kind for one in sure):
        kind = max(happenings, key=lambda one: one.sure).best_type
    return {one.trigger.head for one in sure if one.best_type == kind}


def _is_another_deed(clause: Token, kind: str | None, words: dict[str, Any]) -> bool:
    """Whether a clause says how a town or somebody was taken, beside what is no taking.

    "Jets bombed the town, which the army entered on Monday", whatever the verb alone may tell of.
    """
    taking = clause.dep_ == "relcl" and clause.lemma_.lower() in words["settled"]
    return taking and _is_of_others(clause) and kind in words["no_taking"]


def _told_in(findings: Findings, mention: DateMention) -> int | None:
    """The verb that a day modifies; None for a stretch to the story's day, and for more than days.

    "Hit by two missiles on Monday", but not "the second town to fall in a week".
    """
    date, today = mention.date, findings.day
    lasts = today is not None and date.start < date.end >= today.start
    if lasts or mention.role == "since" or date.precision is not DatePrecision.DAY:
        return None
    word = findings.document.doc[mention.first : mention.last].root
    over = (word.head if word.dep_ == "pobj" else word).head
    if over.lower_ in settings(WORDS)["hours"] and over.dep_ == "pobj":
        over = over.head.head  # "attacked it before dawn on Saturday"
    return over.i if over.pos_ == "VERB" else None


def opened_by(findings: Findings, mention: DateMention, head: Token) -> Token | None:
    """Return the word that makes a day that of another event than ``head``'s; None where none does.

    That is the preposition, the verb of the clause or the ranked noun between the two.
    """
    where = findings.document.sentence_of
    if where[mention.first] != where[head.i]:
        return None
    doc = findings.document.doc
    token = doc[mention.first : mention.last].root
    above = {head.i, *(over.i for over in head.ancestors)}
    events = {trigger.head for trigger in findings.triggers}
    if (taken := participle_over(token, head)) is not None:
        return taken
    possessive = any(kid.tag_ == "POS" for kid in token.children)
    named = False
    if token.dep_ == "pobj" and not possessive:
        token = token.head
        if token.i in above or token.head.i in above:
            return None
        token = token.head
    long = mention.role == "since" or mention.date.precision != DatePrecision.DAY
    long = long or mention.date.start != mention.date.end
    old = long or _is_old(findings, mention)
    for _ in range(_FARTHEST):
        if token.i in above or token.head.i == token.i:
            return None
        if old and token.dep_ in _CLAUSES and token.lemma_.lower() in settings(WORDS)["blaming"]:
            return token  # "arrested six men accused of bombing a bus last week"
        if any(
            mention.first <= kid.i < mention.last and kid.dep_ == "mark" for kid in token.children
        ):
            return None  # "the day before", read as the conjunction of what follows
        if _opens(token, events, named=named, possessive=possessive, long=long) or (
            long and _is_ranked(token)
        ):
            own = token.dep_ == "relcl" or (token.dep_ == "acl" and token.i not in events)
            return None if own and token.head.i == head.i else token
        named = named or token.i in events
        long = long or token.lower_ == "since"
        token = token.head
    return None


def _is_old(findings: Findings, mention: DateMention) -> bool:
    """Whether a day lies so far back that it is not what happened on it which is news."""
    today = findings.day
    return today is not None and (today.start - mention.date.end).days > A_WEEK_BUT_ONE


def is_of_the_law(findings: Findings, mention: DateMention, head: Token) -> bool:
    """Whether a day is when somebody was held or tried for the event that ``head`` names.

    "Arrested three men on Thursday over the bombing of a hotel": the day hangs on the verb, and the
    event on a preposition under it.
    """
    words = settings(WORDS)
    doc = findings.document.doc
    token = doc[mention.first : mention.last].root
    verb = token.head.head if token.dep_ == "pobj" else token.head
    if verb.lemma_.lower() not in words["law"] or verb.i == head.i:
        return False
    for _ in range(_FARTHEST):
        over = head.head
        if over.i == head.i or (head.pos_ == "VERB" and head.dep_ not in ("pcomp", "relcl", "acl")):
            return False
        if over.i == verb.i:
            return head.dep_ == "prep" and head.lower_ in words["charges"]
        head = over
    return False


def _of_speech(
    findings: Findings, happenings: Sequence[Happening], others: Collection[int]
) -> set[int]:
    """The days on which somebody spoke, where a sentence tells another one of the event itself.

    "Eighteen have died in the raids since last night, a doctor said on Friday." None of
    ``others`` is a day of the event.
    """
    where = findings.document.sentence_of
    spoken: set[int] = set()
    ahead: set[int] = set()
    told: set[int] = set()
    for happening in happenings:
        head = findings.document.doc[happening.trigger.head]
        for index, chance in happening.dates.items():
            mention = findings.dates[index]
            short = mention.date.precision in (DatePrecision.DAY, DatePrecision.WEEK)
            if where[mention.head] != happening.trigger.sentence or mention.role != "event":
                continue
            if is_said(findings, mention, happening):
                spoken.add(index)
                if is_tomorrows(findings, mention):
                    ahead.add(index)
            elif (
                (short or dates_deed(findings, mention, head, happenings))
                and index not in others
                and chance * happening.sure >= TOLD
                and opened_by(findings, mention, head) is None
            ):
                told.add(index)
    # What was "declared on 23 May" was both said and done then.
    return spoken - told if told else ahead


def _is_of_the_aftermath(findings: Findings, mention: DateMention) -> bool:
    """Whether a day is when a toll changed, or when the dead were buried.

    "The toll rose to 24 on Wednesday", "officials on Thursday raised the toll", "the miners shot at
    the pit were buried on Monday": none of them says when people died.
    """
    token = findings.document.doc[mention.first : mention.last].root
    if any(kid.tag_ == "POS" for kid in token.children):
        return False
    verb = verb_over(token)
    words = settings(WORDS)
    lemma = verb.lemma_.lower()
    if lemma in words["burying"]:
        # "Six mourners were killed as they buried a soldier on Monday" is of that day.
        return verb.dep_ != "advcl" and _said(verb).isdisjoint(words["alive"])
    changing = lemma in words["rising"] or lemma in words["raising"]
    parts = ("nsubj", "nsubjpass") if lemma in words["rising"] else ("dobj", "nsubjpass")
    counted = [kid for kid in verb.children if kid.dep_ in parts] if changing else []
    # "The number of dead in bombings in London on Thursday passed 50": of the bombings, not of it.
    behind = mention.first < verb.i and any(
        kid.i + _OF_WHAT <= mention.first and findings.document.doc[mention.first - 1].text != ","
        for kid in counted
    )
    return not behind and any(kid.lemma_.lower() in words["tolls"] for kid in counted)


def _is_of_a_sum(findings: Findings, mention: DateMention, heads: Collection[int]) -> bool:
    """Whether a day is of a count that the event adds to: "bringing to 45 those killed since May".

    Not where nothing but the count is told.
    """
    verb = brought_to(findings.document.doc[mention.head])
    if verb is None:
        return False
    return any(not verb.left_edge.i <= head <= verb.right_edge.i for head in heads)


def _is_surely(token: Token, heads: Collection[int]) -> bool:
    """Whether what opens another event cannot be the cause of what happened on the same day.

    ``heads`` are the words of the events that make one claim.
    """
    words = settings(WORDS)
    if token.dep_ in ("relcl", "acl"):
        if _tells_of(token, heads, words):
            return False
        return token.head.i not in heads and token.head.lemma_.lower() not in words["found"]
    if token.dep_ in ("prep", "pcomp"):
        by = token if token.dep_ == "prep" else token.head
        return by.lower_ not in words["causes"]
    return not _marks(token) & set(words["causes"])


def _tells_of(clause: Token, heads: Collection[int], words: dict[str, Any]) -> bool:
    """Whether a clause behind a noun tells of the event itself, by its verb or below it.

    A verb in the perfect or the passive says what had come before, also where it is of the claim.
    """
    if clause.lemma_.lower() in (*words["law"], *words["blaming"]):
        return False
    if clause.i not in heads:
        below = (head for head in heads if clause.left_edge.i <= head <= clause.right_edge.i)
        return any(clause.is_ancestor(clause.doc[head]) for head in below)
    before = {*words["perfect"], "had"}
    active = clause.dep_ == "relcl" and not any(kid.dep_ == "auxpass" for kid in clause.children)
    if clause.lemma_.lower() in words["settled"] and _is_of_others(clause):
        return False  # "the guard whom they abducted on Monday"
    return active and not any(kid.lower_ in before for kid in clause.children)


def _opens(token: Token, events: set[int], *, named: bool, possessive: bool, long: bool) -> bool:
    """Whether a word on the way up from a day to an event opens what tells of another one."""
    words = settings(WORDS)
    match token.dep_:
        case "advcl" if behind_comma(token) is not None:
            return token.i in events  # "hit a market in Marib, captured by rebels last month"
        case "advcl":
            marks = _marks(token)
            goes_on = any(kid.lower_ in words["perfect"] for kid in token.head.children)
            if "since" in marks and goes_on:
                # "Have fled since fighting broke out on Tuesday", but not "shot at a market where
                # the rebels have held the road since they took the hills on Tuesday".
                return token.head.dep_ == "relcl"
            return not marks.isdisjoint(words["conjunctions"])
        case "pcomp":
            return token.head.lower_ in words["prepositions"] and token.i in events
        case "relcl" | "acl":
            kids = list(token.children)
            asked = {kid.tag_ for kid in kids if kid.dep_ == "nsubjpass" or kid.tag_ == "WRB"}
            if asked and asked.isdisjoint(("WDT", "WP", "WRB")):
                return False  # "brothels, two of which were destroyed today"
            passive = any(kid.dep_ == "auxpass" for kid in kids)
            passive = passive or any(kid.lower_ == "had" for kid in kids)
            # "A councillor shot dead two days ago", which taggers often take for the past tense.
            shot = token.tag_ == "VBN" or any(kid.dep_ == "oprd" for kid in kids)
            told = passive or (token.dep_ == "acl" and shot)
            if told and token.i in events:
                return token.lemma_.lower() not in (*words["toll"], *words["gathering"])
            return _was_before(token, words, long=long, event=token.i in events)
        case "advmod" if token.lower_ in ("before", "after"):
            return False  # "had been hit before"
        case "prep" | "advmod":
            about = named and any(kid.i in events for kid in token.children)
            return _is_occasion(token, words, named=possessive or about)
    return False


def _was_before(verb: Token, words: dict[str, Any], *, long: bool, event: bool) -> bool:
    """Whether a clause behind a noun says what had become of it.

    "The town that rebels captured in March", "which has been divided since 2012", "a ceasefire
    agreed last month". What people had come for is of the event's day: "worshippers who had
    gathered on Friday". ``long`` says that the date is more than one day,
    ``event`` that the verb tells of an event itself.
    """
    lemma = verb.lemma_.lower()
    if lemma in (*words["gathering"], *words["toll"]) or _OF_THEM.search(_words_of(verb)):
        return False
    if verb.dep_ == "acl":
        return verb.tag_ == "VBN" and lemma in words["settled"]
    if lemma in words["office"]:
        return True  # "the president, who resigned on Monday"
    kids = list(verb.children)
    if any(kid.tag_ == "TO" for kid in kids):
        return False  # "the second town to fall in a week"
    of_others = _is_of_others(verb)
    where = any(kid.tag_ == "WRB" for kid in kids)
    before = any(kid.lower_ in words["perfect"] or kid.lower_ == "had" for kid in kids)
    settled = lemma in words["settled"] if event else lemma != "be"
    return before or long or (of_others and not where and settled)


def _is_of_others(verb: Token) -> bool:
    """Whether a clause behind a noun has a subject of its own: "the guard whom they abducted"."""
    subject = next((kid for kid in verb.children if kid.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is not None and subject.tag_ not in ("WDT", "WP", "WRB")


def _words_of(verb: Token) -> str:
    """The words of a clause before its verb."""
    return " ".join(token.lower_ for token in verb.doc[verb.left_edge.i : verb.i])


def _said(verb: Token) -> set[str]:
    return {kid.lower_ for kid in verb.children}


def _marks(token: Token) -> set[str]:
    return {kid.lower_ for kid in token.children if kid.dep_ in ("mark", "prep", "advmod")}


def _is_occasion(word: Token, words: dict[str, Any], *, named: bool) -> bool:
    if any(kid.lower_ in words["hours"] for kid in word.children):
        return False  # "before dawn on Thursday"
    if word.lower_ in words["with"]:
        return named and word.head.lemma_.lower() in words["connecting"]
    if word.lower_ == "at":
        return named and word.head.lemma_.lower() in words["at"]
    return word.lower_ in words["prepositions"] or (named and word.lower_ in words["vague"])


def _is_ranked(noun: Token) -> bool:
    """Whether a noun is one in a row: "the second town", "the largest protests".

    "Mosul, Iraq's second city, in June" only tells its size.
    """
    if noun.lemma_.lower() in word_set("types", "city") and any(
        kid.dep_ == "poss" and (kid.pos_ == "PROPN" or kid.lower_ in settings(WORDS)["lands"])
        for kid in noun.children
    ):
        return False
    return noun.pos_ in ("NOUN", "PROPN", "NUM") and any(
        kid.tag_ == "JJS"
        or kid.lower_ in settings(WORDS)["ranks"]
        or _NUMERAL.fullmatch(kid.lower_)
        for kid in noun.children
        if kid.i < noun.i
    )
