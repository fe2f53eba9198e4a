"""Running totals: what a war has cost so far, told beside the event of the day.

"A mine killed two soldiers. The war has cost 50,000 lives since 1991." By the coding frame the
total is a claim of its own, in the background, of type Other, dated from the start of the war to
the report's day; one that counts none but the displaced is of type Displacement.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.mentions import DateMention
from dateline.coding.own_weapons import AFAR, WEAPONS
from dateline.coding.pair_features import OWN_FIGURE
from dateline.coding.second_look import Sides
from dateline.coding.syntax import Token
from dateline.coding.time_expressions import count_range, ordinal
from dateline.knowledge.files import settings
from dateline.knowledge.ontology import ontology
from dateline.model import ActorKind, DatePrecision, EventDate, Figure, Measure, SubEventType

MANY = 1000
"""From this number on the dead of a war are a total, with no word of how long it has lasted."""

HUGE = {Measure.KILLED: 20_000, Measure.DISPLACED: 1_000_000}
"""From these on a number is a total, whatever it is told of: no day of a war has cost as much."""

MONTH = 30
"""A war's toll begins more than so many days before the report; else it is of the event told."""

YEAR, LIVES = 300, 100
"""So long before the report a toll begins, and so high it is, that is no single event's."""

FEW = 10
"""From so many dead on a year's toll is told; a year with fewer may tell of one event."""

_UNTOLD = frozenset({SubEventType.ATTACK, SubEventType.ARMED_CLASH})
_TOLL = frozenset({"kill", "die", "injure"})
_DEATH = frozenset({"kill", "die"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})

SINCE = "since"
"""What says that a toll goes on."""

HARM = frozenset({"kill", "die", "injure", "displace"})

_YEAR = re.compile(r"\d{4}")
_PERFECT = frozenset({"have", "has", "'ve"})
_DATING = frozenset(
    {"pobj", "prep", "npadvmod", "nummod", "amod", "compound", "nmod", "poss", "conj", "dep", "det"}
)
"""How a date hangs on what it dates."""

_LONG = frozenset({"year", "decade", "month"})

YEARS = re.compile(r"(\w+)(?:-year(?:-old|-long)?|\s+years\s+of)\b", re.I)
IN_ITS_YEAR = re.compile(
    r"\b(?:in|into|enter(?:s|ed|ing)?)\s+(?:its|their)\s+"
    r"(\d+(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh"
    r"|twelfth)\s+year\b",
    re.I,
)


def is_running_total(findings: Findings, happening: Happening) -> bool:
    """Return whether an event's word tells what a war has cost over time."""
    if HARM.isdisjoint(happening.trigger.concepts):
        return False
    costs = _costs(findings, happening)
    if any(is_huge(measure, number) for measure, number in costs.items()):
        return True
    dates = findings.within(findings.dates, happening.trigger.sentence)
    lasting = _goes_on(findings, dates, MONTH)
    head = findings.document.doc[happening.trigger.head]
    if Measure.KILLED in costs and _since_a_war(head) and not _is_of_late(findings, dates):
        return True
    if _goes_on(findings, dates, YEAR) and _is_all_told(head, costs):
        return True
    return any(noun.lemma_.lower() in _wars() for noun in _causes(head)) and (
        Measure.KILLED in costs and (lasting or costs[Measure.KILLED] >= MANY)
    )


def is_its_war(findings: Findings, total: Happening, other: Happening) -> bool:
    """Return whether a word is that of the war whose cost a total tells, or goes on with the cost.

    "The fighting has killed 700 people and displaced 9,000": neither the fighting that has done so
    nor those whom it drove out are an event beside it.
    """
    if total.trigger.sentence != other.trigger.sentence:
        return False
    doc = findings.document.doc
    cost, word = doc[total.trigger.head], doc[other.trigger.head]
    if any(noun.i == word.i for noun in _causes(cost)):
        return word.lemma_.lower() in _wars()
    harms = not HARM.isdisjoint(other.trigger.concepts)
    return harms and word.dep_ == "conj" and word.head.i == cost.i and _shares_its_subject(word)


def is_huge(measure: Measure, number: int) -> bool:
    """Return whether so many dead or displaced are a total, whatever they are told of."""
    return number >= HUGE.get(measure, math.inf)


def _costs(findings: Findings, happening: Happening) -> dict[Measure, int]:
    """The likeliest number of dead and of displaced that are an event's own."""
    out: dict[Measure, int] = {}
    for index, p in sorted(happening.figures.items(), key=lambda item: (-item[1], item[0])):
        figure = findings.figures[index].figure
        if p >= OWN_FIGURE and figure.measure in HUGE:
            out.setdefault(figure.measure, figure.best or figure.low or 0)
    return out


def total_type(figures: Sequence[Figure]) -> SubEventType:
    """Return the type of a running total, by whom it counts."""
    if figures and all(figure.measure is Measure.DISPLACED for figure in figures):
        return SubEventType.DISPLACEMENT
    return SubEventType.OTHER


def without_a_total(
    findings: Findings,
    members: Sequence[Happening],
    kind: SubEventType,
    types: Iterable[str],
    sides: Sides,
    figures: Sequence[Figure],
) -> SubEventType:
    """Return the type of an event whose dead are told and are no running total: no ``Other``.

    "Three medics were killed in Bara on Monday" tells too little for the models to tell it from a
    toll. ``types`` are all types, the likeliest first. By the coding frame what one side has done
    over years is of the type of what it did.
    """
    if kind is not SubEventType.OTHER or not any(
        figure.measure is Measure.KILLED and figure.high != 0 for figure in figures
    ):
        return kind
    surest = max(members, key=lambda member: member.sure).trigger
    if _DEATH.isdisjoint(surest.concepts):
        return kind
    sentence = findings.document.span(findings.document.sentences[surest.sentence])
    if not sides[0] and any(word.lower_ == SINCE for word in sentence):
        return kind
    # Of weapons only what a word of the event tells, and no fight in which none but civilians fell.
    told = {WEAPONS[name] for one in members for name in one.trigger.concepts if name in WEAPONS}
    unarmed = bool(sides[1]) and all(one.kind is ActorKind.CIVILIANS for one in sides[1])
    untold = {*(AFAR - told), *({SubEventType.ARMED_CLASH} if unarmed else ())}
    likeliest = (name for name in types if name in ontology().violent and name not in untold)
    return SubEventType(next(likeliest, SubEventType.ATTACK))


def toll_of_a_year(
    findings: Findings,
    members: Sequence[Happening],
    kind: SubEventType,
    figures: Sequence[Figure],
) -> SubEventType:
    """Return the type of an event: ``Other`` where it is but what a year has cost a land.

    "Some 700 people were killed in the province this year." Who did it, how, or on what day makes
    an event of it, and so does another word for violence in the sentence.
    """
    sentences = {member.trigger.sentence for member in members}
    if kind not in _UNTOLD or len(sentences) > 1:
        return kind
    dead = [
        figure.best or figure.low or 0 for figure in figures if figure.measure is Measure.KILLED
    ]
    (sentence,) = sentences
    if max(dead, default=0) < FEW or any(
        _TOLL.isdisjoint(one.concepts) for one in findings.within(findings.triggers, sentence)
    ):
        return kind
    if any(
        mention.date.precision is DatePrecision.DAY
        for mention in findings.within(findings.dates, sentence)
    ):
        return kind
    heads = [findings.document.doc[one.trigger.head] for one in members]
    return SubEventType.OTHER if any(_is_of_a_year(head) for head in heads) else kind


def _is_of_a_year(head: Token) -> bool:
    """Whether people died or were killed, by nobody that is told, "this year" or in its months."""
    kids = list(head.children)
    if head.pos_ != "VERB" or any(kid.dep_ in ("agent", "dobj", "advcl", "neg") for kid in kids):
        return False
    if head.lemma_ != "die" and not any(kid.dep_ == "nsubjpass" for kid in kids):
        return False
    when = [kid for kid in kids if kid.dep_ == "npadvmod"]
    months = [n for kid in kids if kid.lower_ in ("in", "during") for n in kid.children]
    when += [
        year
        for month in months
        if month.lemma_ in _LONG
        for of in month.children
        if of.lower_ == "of"
        for year in of.children
    ]
    return any(
        one.lemma_ == "year" and any(kid.lower_ in ("this", "last") for kid in one.children)
        for one in when
    )


def tell_a_total(findings: Findings, happenings: Sequence[Happening]) -> bool:
    """Return whether happenings that are one claim are a running total, and nothing but it.

    What else its sentences say, as of how the war began, is part of it.
    """
    totals = {one.trigger.sentence for one in happenings if is_running_total(findings, one)}
    return bool(totals) and all(one.trigger.sentence in totals for one in happenings)


def war_until(findings: Findings, happenings: Sequence[Happening]) -> EventDate | None:
    """Return the years of a running total: from the start of the war to the report's day.

    The start is the first year that the total's own sentences name, or that "the six-year war"
    gives; else that of the report. What a war has cost that is over ends with it: "the 1992-95
    war took 100,000 lives".
    """
    if findings.day is None:
        return None
    until = findings.day.end
    sentences = sorted({happening.trigger.sentence for happening in happenings})
    starts = [
        mention.date.start
        for sentence in sentences
        for mention in findings.within(findings.dates, sentence)
        if mention.date.start.year < until.year or mention.role == "since"
    ]
    starts += [
        date(until.year - years, 1, 1)
        for sentence in sentences
        for years in _lasting(findings, sentence)
    ]
    first = min(starts, default=until)
    last = _over_since(findings, happenings)
    if last is not None and first.year <= last < until.year:
        until = date(last, 12, 31)
    return EventDate(start=date(first.year, 1, 1), end=until, precision=DatePrecision.YEAR)


def _over_since(findings: Findings, happenings: Sequence[Happening]) -> int | None:
    """The last year that a total names for its war, or for its dead, where neither goes on."""
    doc = findings.document.doc
    years: list[int] = []
    for happening in happenings:
        head = doc[happening.trigger.head]
        verb = head if head.pos_ in {"VERB", "AUX"} else head.head
        kids = [*verb.children, *(verb.head.children if verb.dep_ == "conj" else ())]
        if any(kid.dep_ == "aux" and kid.lower_ in _PERFECT for kid in kids):
            return None
        for mention in findings.within(findings.dates, happening.trigger.sentence):
            if mention.role == SINCE:
                return None
            day = doc[mention.first : mention.last]
            over = _what_is_dated(day.root)
            if not any(_YEAR.match(token.text) for token in day):
                continue  # "a 34-day war"
            if over.i == verb.i or _is_over(over):
                years.append(mention.date.end.year)
    return max(years, default=None)


def _what_is_dated(day: Token) -> Token:
    """The verb or war on which a date hangs: "were killed in the 1994 genocide"."""
    token = day
    while token.dep_ in _DATING and token.head.i != token.i:
        token = token.head
        if _is_over(token):
            break
    return token


def _is_over(noun: Token) -> bool:
    """Whether a noun is for what may have a year of its own: a war, "the genocide"."""
    lemma = noun.lemma_.lower()
    return lemma in _wars() or lemma in settings("languages/en/figures.toml")["over"]


def _lasting(findings: Findings, sentence: int) -> Iterator[int]:
    """How many years a sentence says that the war has lasted: "the six-year conflict".

    "The war entered its eighth year on Thursday" may stand in the sentence before.
    """
    span = findings.document.sentences[sentence].offsets
    for match in YEARS.finditer(findings.document.quote(span)):
        if (count := count_range(match[1])) is not None:
            yield count[0]
    before = findings.document.sentences[max(sentence - 1, 0)].start
    for match in IN_ITS_YEAR.finditer(findings.document.quote((before, span[1]))):
        if (year := ordinal(match[1].lower())) > 1:
            yield year - 1


def _since_a_war(head: Token) -> bool:
    """Whether dead are counted since a war began: "since the outbreak of the conflict in 1987"."""
    verb = head if head.pos_ in {"VERB", "AUX"} else head.head
    clauses = [
        child
        for child in verb.children
        if (child.dep_ == "prep" and child.lower_ == "since")
        or (child.dep_ == "advcl" and any(kid.lower_ == "since" for kid in child.children))
    ]
    return any(token.lemma_.lower() in _wars() for clause in clauses for token in clause.subtree)


def _goes_on(findings: Findings, dates: Sequence[DateMention], least: int) -> bool:
    """Whether a sentence tells of what goes on since more than so many days before the report."""
    day = findings.day
    return day is not None and any(
        one.role == "since" and (day.start - one.date.start).days > least for one in dates
    )


def _is_of_late(findings: Findings, dates: Sequence[DateMention]) -> bool:
    """Whether all days of a sentence are recent ones: "since the fighting began on Friday"."""
    day = findings.day
    return (
        day is not None
        and bool(dates)
        and all((day.start - one.date.start).days <= MONTH for one in dates)
    )


def _is_all_told(head: Token, costs: dict[Measure, int]) -> bool:
    """Whether many "have been killed" or "displaced", by nobody that is named."""
    verb = head if head.pos_ in {"VERB", "AUX"} else head.head
    first = verb.head if verb.dep_ == "conj" else verb
    kids = [*verb.children, *first.children]
    done = any(kid.lower_ in ("have", "has") for kid in kids)
    suffered = verb.lemma_ == "die" or any(kid.dep_ in ("auxpass", "nsubjpass") for kid in kids)
    by = any(kid.dep_ == "agent" for kid in kids)
    return done and suffered and not by and max(costs.values(), default=0) >= LIVES


def _shares_its_subject(verb: Token) -> bool:
    """Whether a verb joined to another has no subject of its own."""
    return not any(kid.dep_ in _SUBJECTS for kid in verb.children)


def _wars() -> frozenset[str]:
    return frozenset(settings("languages/en/figures.toml")["wars"])


def _causes(head: Token) -> list[Token]:
    """What kills: the subject, what those who die die in, or what a clause is about."""
    verb = head if head.pos_ in {"VERB", "AUX"} else head.head
    out = [child for child in verb.children if child.dep_ == "nsubj"]
    if verb.dep_ == "conj" and _shares_its_subject(verb):
        # "The war has displaced 9,000 people and killed 700."
        out += [child for child in verb.head.children if child.dep_ == "nsubj"]
    out += [
        noun
        for over in (head, verb)
        for child in over.children
        if child.dep_ in {"prep", "agent"}
        for noun in child.children
        if noun.dep_ == "pobj"
    ]
    if verb.dep_ == "relcl":
        out.append(verb.head)
    # "Have died in eight years of insurgency."
    of = [
        kid for noun in out if noun.lemma_ in _LONG for kid in noun.children if kid.lower_ == "of"
    ]
    return out + [noun for kid in of for noun in kid.children if noun.dep_ == "pobj"]
