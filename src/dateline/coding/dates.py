"""Document -> time expressions, resolved against the day the story was written.

No general parser gets news right: "on Friday" in Friday's story is that same Friday, and "two days
earlier" counts from the day just told of. The rules are those of the coding frame.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from functools import cache
from typing import Literal

from spacy.tokens import Token

from dateline.coding import calendar_days as days
from dateline.coding.document import Document, Sentence
from dateline.coding.mentions import DateMention
from dateline.coding.story_day import story_day
from dateline.coding.time_expressions import (
    FILE,
    Expression,
    count_range,
    day_number,
    expressions,
    month_number,
    weekday_number,
)
from dateline.knowledge.files import settings
from dateline.model import DatePrecision, EventDate

__all__ = ["find_dates", "story_day"]

Role = Literal["event", "since", "future", "age"]

_ONE = timedelta(days=1)
_RANGE = re.compile(
    r"\s*(?:,?\s*\b(?:to|until|till|through)\b|-|\u2013|\u2014)\s*(?:on\s+|the\s+)?", re.I
)
_AND = re.compile(r"\s+and\s+(?:on\s+)?", re.I)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.I)
_SINCE = re.compile(r"\b(?:since|ever since)\s+(?:the\s+)?(?:\w+\s+of\s+)?$", re.I)
_BEGAN = re.compile(r"\b(?:began|begun|started|launched|erupted)\s+(?:\w+\s+){0,2}$", re.I)


class _Reader:
    """Resolves a document's expressions from left to right, keeping the day in play."""

    def __init__(self, document: Document, day: date | None) -> None:
        self.document = document
        self.day = day
        self.text = document.doc.text
        self.starts = [token.idx for token in document.doc]
        self.at = day
        self.at_sentence = -9

    def mentions(self) -> list[DateMention]:
        found: list[DateMention] = []
        for expression in expressions(self.text):
            sentence = self._sentence(expression)
            if sentence is None or sentence.kind in {"furniture", "dateline"}:
                continue
            if sentence.index - self.at_sentence > 2:
                self.at = self.day
            read = self._read(expression)
            if read is None:
                continue
            when, role = read
            if _SINCE.search(self.text, max(0, expression.start - 24), expression.start):
                role, when = "since", self._until_story(when)
            first, last = self._tokens(expression)
            if last <= first:
                continue
            span = (self.starts[first], expression.end)
            mention = DateMention(first, last, when.model_copy(update={"span": span}), role)
            joined = self._join(found[-1], mention, expression) if found else None
            if joined:
                found[-1] = joined
            else:
                found.append(mention)
            if role == "event" and when.precision is DatePrecision.DAY and when.start == when.end:
                self.at, self.at_sentence = when.start, sentence.index
        return found

    def _sentence(self, expression: Expression) -> Sentence | None:
        token = bisect_right(self.starts, expression.start) - 1
        if token < 0:
            return None
        return self.document.sentences[self.document.sentence_of[token]]

    def _tokens(self, expression: Expression) -> tuple[int, int]:
        """The tokens of an expression; a token that it shares with other words counts."""
        first = bisect_right(self.starts, expression.start) - 1
        return first, bisect_left(self.starts, expression.end)

    def _until_story(self, when: EventDate) -> EventDate:
        if self.day and self.day > when.start:
            return when.model_copy(update={"end": self.day})
        return when

    def _join(
        self, before: DateMention, after: DateMention, expression: Expression
    ) -> DateMention | None:
        """Join "from Monday" and "to Wednesday", or "Monday" and "Tuesday", into one date."""
        if before.date.span is None or after.role == "since" or before.role in {"age", "since"}:
            return None
        gap = self.text[before.date.span[1] : expression.start]
        start, end = before.date.start, after.date.end
        if _AND.fullmatch(gap):
            opened = before.date.span[0]
            between = _BETWEEN.search(self.text, max(0, opened - 12), opened)
            if not between and after.date.start - before.date.end != _ONE:
                return None
        elif not _RANGE.fullmatch(gap):
            return None
        if before.date.precision != after.date.precision:
            return None
        if start > end and (start - end).days < 7:
            start -= timedelta(days=7)
        if start > end:
            return None
        span = (before.date.span[0], expression.end)
        when = EventDate(start=start, end=end, precision=after.date.precision, span=span)
        return DateMention(before.first, after.last, when, after.role)

    def _read(self, found: Expression) -> tuple[EventDate, Role] | None:
        parts = found.parts
        match found.shape:
            case "named":
                return self._named(parts["name"])
            case "iso":
                day = days.civil(int(parts["year"]), int(parts["month"]), int(parts["day"]))
                return self._placed(days.on_day(day)) if day else None
            case "numeric":
                day = days.numeric_day(parts["a"], parts["b"], parts["year"], self.day)
                return self._placed(days.on_day(day)) if day else None
            case "date" | "days":
                return self._date(found)
            case "month":
                return self._month(found)
            case "year" | "years" | "decade":
                return self._year(found)
        return self._relative(found) if self.day else None

    def _relative(self, found: Expression) -> tuple[EventDate, Role] | None:
        assert self.day is not None
        parts, story = found.parts, self.day
        match found.shape:
            case "weekday":
                return self._weekday(found, story)
            case "ago":
                return self._counted(parts, story)
            case "span" | "recent":
                return _stretch(parts, story)
            case "period":
                return self._period(parts, story)
            case "weekend":
                saturday = days.latest_weekday(5, story)
                return days.on_day(saturday, min(story, saturday + _ONE)), "event"
            case "word":
                return self._word(parts["word"], story)
            case "night":
                return days.on_day(story - _ONE, story), "event"
            case "duration":
                return _duration(parts, story)
            case "lasting":
                return self._lasting(found, story)
            case "nth":
                number = day_number(parts["day"])
                year, month = story.year, story.month
                if number > story.day:
                    year, month = days.months_before(story, 1)
                day = days.civil(year, month, number)
                return (days.on_day(day), "event") if day else None
        return None

    def _placed(self, when: EventDate) -> tuple[EventDate, Role]:
        """Give an explicit date its role: what lies after the story is yet to come."""
        return when, "future" if self.day and when.start > self.day else "event"

    def _named(self, name: str) -> tuple[EventDate, Role] | None:
        words = settings(FILE)
        key = name.lower()
        if key in words["named_days"]:
            return self._placed(days.on_day(date(*words["named_days"][key])))
        if self.day is None:
            return None
        month, number = words["fixed_days"][key]
        day = days.latest_day_and_month(month, number, self.day)
        return self._placed(days.on_day(day)) if day else None

    def _date(self, found: Expression) -> tuple[EventDate, Role] | None:
        parts = found.parts
        if self._is_a_name(found) or self._is_a_month_and_a_number(found):
            return None
        month = month_number(parts["month"])
        numbers = [day_number(parts[key]) for key in ("day", "first", "last") if key in parts]
        if "year" in parts:
            ends = [days.civil(int(parts["year"]), month, number) for number in numbers]
        elif self.day:
            future = self._looks_ahead(found)
            ends = [
                days.latest_day_and_month(month, number, self.day, future=future)
                for number in numbers
            ]
        else:
            return None
        if ends[0] is None or ends[-1] is None or ends[0] > ends[-1]:
            return None
        return self._placed(days.on_day(ends[0], ends[-1]))

    def _is_a_name(self, found: Expression) -> bool:
        """True in "7 October Brigade" and "M-19 [19 April Movement]"."""
        after = re.match(
            r"[\s-]+(?:\w+[\s-]+)?([A-Z]\w+)", self.document.report.text[found.end : found.end + 40]
        )
        return bool(
            after and "year" not in found.parts and after[1].lower() in _words("name_nouns")
        )

    def _is_a_month_and_a_number(self, found: Expression) -> bool:
        """True in "in May 30 people were killed", where a comma was lost after the month."""
        if found.shape != "date" or "year" in found.parts:
            return False
        if not re.search(r"\bin\s+$", self.text[max(0, found.start - 4) : found.start], re.I):
            return False
        after = self._after(found)
        return after is not None and (after.tag_ == "NNS" or after.lower_ in {"people", "others"})

    def _after(self, found: Expression) -> Token | None:
        at = bisect_left(self.starts, found.end)
        return self.document.doc[at] if at < len(self.starts) else None

    def _month(self, found: Expression) -> tuple[EventDate, Role] | None:
        parts = found.parts
        word = parts["month"]
        if "year" not in parts and not self._is_month_name(found, word):
            return None
        month = month_number(word)
        future = self._looks_ahead(found) or parts.get("bend", "").lower() == "next"
        if "year" in parts:
            year = int(parts["year"])
        elif self.day is None:
            return None
        else:
            year, month = days.latest_month(month, self.day, future=future)
            if parts.get("bend", "").lower() == "last" and (year, month) == (
                self.day.year,
                self.day.month,
            ):
                year -= 1
        edge = _edge(parts.get("edge", ""))
        when = days.part_of_month(year, month, edge) if edge else days.in_month(year, month)
        return self._placed(when)

    def _is_month_name(self, found: Expression, word: str) -> bool:
        """Tell the month from the verb or the name: "May", "March", "April", "Jan"."""
        key = word.rstrip(".")
        capital = any(letter.isupper() for letter in self.text[found.start : found.end])
        before = self.text[max(0, found.start - 12) : found.start].lower()
        led = re.search(
            r"\b(?:in|since|during|by|until|till|from|of|to|through|and|between|throughout|before|after)\s+$",
            before,
        )
        if "edge" in found.parts or "bend" in found.parts:
            return True
        after = self._after(found)
        if key in _words("ambiguous_months") or (len(key) <= 4 and key not in {"july", "june"}):
            if after is not None and after.text[:1].isupper() and not led:
                return False
            return bool(led) and not re.search(r"\b(?:and|to|of|by|from)\s+$", before)
        return capital or bool(led)

    def _year(self, found: Expression) -> tuple[EventDate, Role] | None:
        parts = found.parts
        if found.shape == "decade":
            first = int(parts["year"])
            return days.in_year(first, first + 9), "event"
        if found.shape == "years":
            first, last = int(parts["first"]), parts["last"]
            final = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
            if not first < final <= 2100 or not self._is_a_year(found, first):
                return None
            return self._placed(days.in_year(first, final))
        year = int(parts["year"])
        if not self._is_a_year(found, year):
            return None
        edge = _edge(parts.get("edge", ""))
        return self._placed(days.part_of_year(year, edge) if edge else days.in_year(year))

    def _is_a_year(self, found: Expression, year: int) -> bool:
        """Tell the year from the quantity: "in 2014 attacks fell" but not "in 2000 villages"."""
        after = self._after(found)
        if after is None or not after.is_alpha:
            return True
        return not (
            after.tag_ in {"NNS", "NNPS"} or after.lower_ in {"people", "km", "hectares"}
        ) or (year % 100 != 0 and "edge" in found.parts)

    def _weekday(self, found: Expression, story: date) -> tuple[EventDate, Role] | None:
        parts = found.parts
        word, bend = parts["weekday"], parts.get("bend", "").lower()
        before = self.text[max(0, found.start - 8) : found.start].lower()
        after = self._after(found)
        if bend in {"every", "each"} or (
            parts.get("own") == "s" and re.search(r"\b(?:on|every)\s+$", before)
        ):
            return None  # "on Fridays" tells of a habit
        named = re.search(r"(\w+)\s+$", before)
        if named and named[1] in _words("day_names"):
            return None
        if after is not None and after.is_title and after.lower_ in _words("papers"):
            return None
        number = weekday_number(word)
        week = parts.get("week", "").lower()
        if week:
            monday = days.monday_of(story) + timedelta(
                days={"last": -7, "this": 0, "next": 7}[week]
            )
            return self._placed(days.on_day(monday + timedelta(days=number)))
        day = days.latest_weekday(number, story)
        if bend in {"next", "coming", "following"} or self._looks_ahead(found):
            if bend or day != story:
                day = days.next_weekday(number, story)
            return days.on_day(day), "future"
        if bend in {"last", "past", "previous"} and day == story:
            day -= timedelta(days=7)
        if bend == "overnight":
            first = day if day < story else day - _ONE
            return days.on_day(first, first + _ONE), "event"
        return days.on_day(day), "event"

    def _looks_ahead(self, found: Expression) -> bool:
        """True where the verb over the expression speaks of what is to come."""
        at = bisect_right(self.starts, found.start) - 1
        before = self.document.doc[at - 1].lower_ if at > 0 else ""
        token = self.document.doc[at]
        verb = next((a for a in token.ancestors if a.pos_ in {"VERB", "AUX"}), None)
        if verb is None:
            return False
        if before in _words("future_prepositions") and verb.tag_ in {"VB", "VBG", "VBZ"}:
            return True
        if verb.tag_ == "VBG" and verb.lemma_ == "start" and verb.dep_ == "acl":
            return True
        auxiliaries = _words("future_auxiliaries")
        for _ in range(3):  # "will start moving to pick them up on Friday"
            children = {child.lower_ for child in verb.children if child.dep_ == "aux"}
            if children & auxiliaries:
                return True
            over = verb.head
            if verb.tag_ == "VB" and "to" in children and over.lemma_ in _words("future_verbs"):
                return over.tag_ != "VBD"
            if verb.dep_ not in {"xcomp", "advcl", "conj"} or verb.tag_ == "VBD":
                return False
            verb = over
        return False

    def _counted(self, parts: dict[str, str], story: date) -> tuple[EventDate, Role] | None:
        """ "three days ago", "two days earlier", "a day after"."""
        counted = count_range(parts["count"])
        if counted is None:
            return None
        way, unit = parts["way"].lower(), parts["unit"].lower().rstrip("s")
        from_play = way not in {"ago", "back"}
        origin = (self.at or story) if from_play else story
        sign = 1 if way == "later" or way.startswith("afterward") else -1
        low, high = counted
        # "a day after the truce" dates the truce, which the main verb does not tell of.
        role: Role = "age" if way in {"after", "before"} else "event"
        if unit == "hour":
            return (
                (days.on_day(origin - timedelta(days=high // 24)), role) if way == "ago" else None
            )
        if sign > 0 and self.at == story and self.at_sentence < 0:
            return None  # "two days later" with nothing told before it
        when: EventDate
        if unit in {"day", "night"}:
            near, far = origin + sign * low * _ONE, origin + sign * high * _ONE
            first, last = min(near, far), max(near, far)
            when = days.on_day(first) if low == high else days.within_week(first, last)
        elif unit in {"week", "weekend"}:
            near, far = origin + sign * 7 * low * _ONE, origin + sign * 7 * high * _ONE
            slack = timedelta(days=3)
            when = days.within_week(min(near, far) - slack, min(max(near, far) + slack, story))
        elif unit == "month":
            first_month = days.in_month(
                *days.months_before(origin, -sign * (high if sign < 0 else low))
            )
            last_month = days.in_month(
                *days.months_before(origin, -sign * (low if sign < 0 else high))
            )
            when = first_month.model_copy(update={"end": last_month.end})
        else:
            scale = 10 if unit == "decade" else 1
            ends = sorted(origin.year + sign * scale * n for n in (low, high))
            if ends[0] < 1900:
                return None
            when = days.in_year(*ends)
        return when, role

    def _lasting(self, found: Expression, story: date) -> tuple[EventDate, Role] | None:
        """ "clashed for three days", "14 villages in four days"; not "giving them 72 hours"."""
        at = bisect_right(self.starts, found.start) - 1
        verbs = [a for a in self.document.doc[at].ancestors if a.pos_ in {"VERB", "AUX"}][:1]
        past = bool(verbs) and verbs[0].tag_ in {"VBD", "VBN"} and not self._looks_ahead(found)
        read = _duration({**found.parts, "noun": ""}, story)
        return (read[0], "event" if past else "age") if read else None

    def _period(self, parts: dict[str, str], story: date) -> tuple[EventDate, Role] | None:
        """ "last week", "earlier this month", "the previous day", "this morning"."""
        way, unit = parts["way"].lower().split()[-1], parts["unit"].lower()
        edge = parts.get("edge", "").lower()
        if unit in {"morning", "afternoon", "evening", "night"} or unit == "day":
            if way in {"last", "this"} and unit != "day":
                return days.on_day(story - _ONE if way == "last" else story), "event"
            if unit == "day" and way == "next":
                return None
            shift = {"previous": -1, "prior": -1, "following": 1, "same": 0}.get(way)
            origin = self.at or story
            if shift is None or (shift == 1 and self.at_sentence < 0):
                return None
            return days.on_day(origin + shift * _ONE), "event"
        step = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(way, 0)
        role: Role = "future" if step > 0 or edge == "later" else "event"
        if unit == "week":
            monday = days.monday_of(story) + timedelta(days=7 * step)
            sunday = monday + timedelta(days=6)
            if step == 0 and role == "event" and (story - monday).days < 2:
                # On a Monday "this week" has hardly begun and reaches back over the weekend.
                monday = story - timedelta(days=6)
            end = story if step == 0 and role == "event" else sunday
            return days.within_week(monday, end), role
        if unit == "weekend":
            saturday = days.latest_weekday(5, story)
            if step > 0 or (way == "this" and story.weekday() < 5):
                saturday = days.next_weekday(5, story)
                role = "future"
            elif step < 0 and story.weekday() > 4:
                saturday -= timedelta(days=7)
            return days.on_day(saturday, saturday + _ONE), role
        if unit == "month":
            year, month = days.months_before(story, -step)
            kind = _edge(edge)
            when = days.part_of_month(year, month, kind) if kind else days.in_month(year, month)
        elif unit == "year":
            kind = _edge(edge)
            year = story.year + step
            when = days.part_of_year(year, kind) if kind else days.in_year(year)
        else:
            return days.in_year(story.year + step), role
        if step == 0 and role == "event" and when.start <= story < when.end:
            when = when.model_copy(update={"end": story})
        return when, role

    def _word(self, word: str, story: date) -> tuple[EventDate, Role]:
        key = re.sub(r"\s+", " ", word.lower())
        origin = self.at or story
        match key:
            case "today" | "tonight":
                return days.on_day(story), "event"
            case "yesterday":
                return days.on_day(story - _ONE), "event"
            case "tomorrow":
                return days.on_day(story + _ONE), "future"
            case "overnight":
                return days.on_day(story - _ONE, story), "event"
            case "the day before yesterday":
                return days.on_day(story - 2 * _ONE), "event"
            case "the day after tomorrow":
                return days.on_day(story + 2 * _ONE), "future"
            case "the day after" | "the next day":
                return days.on_day(origin + _ONE), "event" if self.at_sentence >= 0 else "age"
        back = 1 if "before" in key or "prior" in key or "previous" in key else 0
        return days.on_day(origin - back * _ONE), "event"


def find_dates(document: Document, day: date | None) -> tuple[DateMention, ...]:
    """Return the document's time expressions in order, resolved against the story's day.

    Without a story's day only absolute dates resolve. An expression in a dateline or in site
    furniture is left out. "a day after the truce" has role "age": its date is that of the truce.
    """
    return tuple(_Reader(document, day).mentions())


def _stretch(parts: dict[str, str], story: date) -> tuple[EventDate, Role] | None:
    """ "the past three days", "the last 24 hours", "in recent weeks", "the coming months"."""
    way, unit = parts["way"].lower(), parts["unit"].lower().rstrip("s")
    if way == "first":
        return None
    counted = count_range(parts["count"]) if "count" in parts else None
    if "count" in parts and counted is None:
        return None
    # Without a number: "the past month" is one, "the past days" and "recent weeks" are a few.
    plural = parts["unit"].lower().endswith("s")
    if counted is None:
        low = high = (
            1
            if not plural
            else {"hour": 1, "day": 5, "week": 4, "month": 3, "year": 3}.get(unit, 2)
        )
    else:
        low, high = counted
    future = way in {"next", "coming", "following"}
    role: Role = "future" if future else "event"
    length = high if low != high else low
    match unit:
        case "hour":
            back = _days_in_hours(length)
        case "day" | "night":
            # "the past few days" with the story's day is one more than the days themselves.
            back = length - 1 if low == high and counted else min(length, 6)
        case "week" | "weekend":
            back = 7 * length - 1
        case "month":
            back = 30 * length
        case _:
            ends = sorted((story.year, story.year + (length if future else -length)))
            return (days.in_year(*ends), role) if ends[0] > 1900 else None
    span = timedelta(days=back)
    start, end = (story, story + span + _ONE) if future else (story - span, story)
    exact = unit == "hour" or (unit in {"day", "night"} and low == high and counted is not None)
    if exact:
        precision = DatePrecision.DAY
    else:
        precision = DatePrecision.MONTH if back > 21 else DatePrecision.WEEK
    return EventDate(start=start, end=end, precision=precision), role


def _duration(parts: dict[str, str], story: date) -> tuple[EventDate, Role] | None:
    """ "three days of fighting", "a two-day battle": so much time that ends at the story's day."""
    counted = count_range(parts["count"])
    if counted is None:
        return None
    low, high = counted
    unit = parts["unit"].lower()
    role: Role = "event" if parts["noun"].lower() in _words("durational") else "age"
    if unit == "hour":
        if high <= 12 or high % 12:
            return None
        return days.on_day(story - timedelta(days=_days_in_hours(high)), story), role
    length = high * {"week": 7, "month": 30}.get(unit, 1) + (unit == "night")
    start = story - timedelta(days=max(0, length - 1))
    if unit == "month":
        return EventDate(start=start, end=story, precision=DatePrecision.MONTH), role
    if unit != "week" and low == high:
        return days.on_day(start, story), role
    return days.within_week(start, story), role


def _days_in_hours(hours: int) -> int:
    """How many days back so many hours reach: 24 one, 48 two, 72 two, 96 three."""
    return min(hours // 24, max(2, hours // 24 - 1)) if hours > 12 else 0


def _edge(word: str) -> str:
    """ "early", "mid" or "late" for the words that say which part of a month or year."""
    key = re.sub(r"\s+", " ", word)
    if key in {"early", "the beginning of", "the start of"}:
        return "early"
    if key in {"mid", "the middle of"}:
        return "mid"
    return "late" if key in {"late", "the end of"} else ""


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(settings(FILE)[key])
