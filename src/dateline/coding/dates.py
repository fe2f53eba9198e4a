"""Document -> time expressions, resolved against the day the story was written.

No general parser gets news right: "on Friday" in Friday's story is that same Friday, and "two days
earlier" counts from the day just told of. The rules are those of the coding frame.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import date, timedelta

from dateline.coding import calendar_days as days
from dateline.coding import relative_dates as relative
from dateline.coding.begun_and_ended import from_first_to_last
from dateline.coding.by_then import by_then
from dateline.coding.date_lookalikes import (
    dates_a_name,
    is_a_month_and_a_number,
    is_a_name,
    is_a_year,
    is_month_name,
)
from dateline.coding.day_in_play import DayInPlay, is_aside
from dateline.coding.days_of_deeds import day_beside_a_deed
from dateline.coding.diary_weekdays import in_their_week
from dateline.coding.document import Document, Sentence
from dateline.coding.mentions import DateMention
from dateline.coding.plain_text import plain, token_starts
from dateline.coding.relative_dates import Role
from dateline.coding.same_day import hour_told, is_of_the_same_day
from dateline.coding.stretches import from_first_number, joined_days, lengthened
from dateline.coding.syntax import Token
from dateline.coding.time_expressions import (
    FILE,
    Expression,
    date_words,
    day_number,
    expressions,
    month_number,
    weekday_number,
)
from dateline.coding.told_stretches import as_told
from dateline.coding.year_headings import SHAPE, with_headings
from dateline.knowledge.files import settings
from dateline.model import EventDate

_ONE = timedelta(days=1)
_OF_NIGHT = re.compile(r"(?:the night|overnight)\s+(?:of|from|between)\s+(?:the\s+)?$", re.I)
"""A night whose own days are told next: "in the night from Thursday to Friday"."""
_NIGHT_TO = re.compile(r"\bnight\s+(?:to|before|leading\s+(?:in)?to)\s+(?:the\s+)?$", re.I)
"""A night told by the day on which it ends: "in the night to Sunday"."""
_SINCE = re.compile(r"\b(?:since|ever since)\s+(?:the\s+)?(?:\w+\s+o[fn]\s+)?$", re.I)
_SO_FAR = 90
_SINCE_BEGAN = re.compile(
    r"\bsince\s+(?:[\w'-]+\s+){1,8}?(?:began|started|erupted|broke\s+out|resumed|flared(?:\s+up)?"
    r"|(?:launched|opened|mounted|unleashed|began|started|resumed)"
    r"(?:\s+[\w'-]+){1,3})\s+(?:(?:on|in|late|early|last)\s+)*$"
    r"|\bsince\s+(?:launching|beginning|starting|opening|mounting|resuming)\s+"
    r"(?:[\w'\"-]+\s+){1,5}(?:(?:on|in|late|early|last)\s+)*$"
    r"|\bsince\s+the\s+(?:start|beginning|outbreak|launch|onset|opening|outset)\s+of\s+"
    r"(?:[\w'\"-]+\s+){1,6}(?:(?:on|in|late|early|last)\s+)*$",
    re.I,
)
"""What goes on since a day on which something began: "since fighting broke out on Tuesday",
"since the start of the siege on 3 May"."""
_CLOSE = re.compile(r"\s*(?:[.,;:)\"\u201d]|$|(?:and|but|when|while|in|at|near|by)\b)")


class _Reader:
    """Resolves a document's expressions from left to right, keeping the day in play."""

    def __init__(self, document: Document, day: date | None) -> None:
        self.document = document
        self.day = day
        self.text = plain(document.report.text)
        self.starts = token_starts(document.doc)
        self.told = DayInPlay()

    def mentions(self) -> list[DateMention]:
        found: list[DateMention] = []
        lasting = -1
        told = list(with_headings(self.text, expressions(self.text)))
        for at, expression in enumerate(told):
            if at + 1 < len(told) and _OF_NIGHT.match(
                self.text, expression.start, told[at + 1].start
            ):
                continue
            sentence = self._sentence(expression)
            if sentence is None or sentence.kind in {"furniture", "dateline"}:
                continue
            self.told.reach(sentence.index)
            read = self._beside_a_deed(expression, found)
            if is_of_the_same_day(expression, told, sentence) and not self._looks_ahead(expression):
                read = read or hour_told(self.document, found, expression, self.day)
            read = read or self._read(expression)
            if read is None:
                continue
            when, role = read
            before = max(0, expression.start - _SO_FAR)
            if _SINCE.search(
                self.text, max(0, expression.start - 24), expression.start
            ) or _SINCE_BEGAN.search(self.text, before, expression.start):
                role, when = "since", self._until_story(when)
            if _NIGHT_TO.search(self.text, before, expression.start) and when.start == when.end:
                when = when.model_copy(update={"start": when.start - _ONE})
            first, last = self._tokens(expression)
            if last <= first:
                continue
            span = (self.starts[first], expression.end)
            mention = DateMention(first, last, when.model_copy(update={"span": span}), role)
            if expression.shape == "days":
                mention = from_first_number(self.text, mention, expression.start)
            joined = None
            if found:
                join = lengthened if lasting == len(found) - 1 else joined_days
                joined = join(self.text, found[-1], mention, expression)
            if joined:
                found[-1], lasting = joined, -1
            else:
                found.append(mention)
            if expression.shape == "lasting":
                lasting = len(found) - 1
            spoken = is_aside(self.document, mention, self.told)
            self.told.tell(when, role, sentence.index, spoken=spoken)
            if joined:
                self.told.tell(joined.date, role, sentence.index)
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

    def _read(self, found: Expression) -> tuple[EventDate, Role] | None:
        parts = found.parts
        if said := parts.get("told_year"):
            if self.day is None:
                return None
            told = relative.year_told(said, self.told.play(self.day, "year"))
            if told is None:
                return None
            parts["year"] = str(told)
        match found.shape:
            case "named":
                return self._named(parts["name"])
            case "feast":
                return self._feast(parts)
            case "iso":
                day = days.civil(int(parts["year"]), int(parts["month"]), int(parts["day"]))
                return self._placed(days.on_day(day)) if day else None
            case "numeric":
                day = days.numeric_day(parts["a"], parts["b"], parts["year"], self.day)
                return self._placed(days.on_day(day)) if day else None
            case "listed":
                listed = self.day and days.listed_day(parts["a"], parts["b"], self.day)
                return (days.on_day(listed), "event") if listed else None
            case "short":
                short = self.day and days.short_day(parts, self.text, self.day)
                return (days.on_day(short), "event") if short else None
            case "date" | "days":
                return self._date(found)
            case "month":
                return self._month(found)
            case "year" | "years" | "decade" | "heading":
                return self._year(found)
        return self._relative(found) if self.day else None

    def _relative(self, found: Expression) -> tuple[EventDate, Role] | None:
        assert self.day is not None
        parts, story = found.parts, self.day
        match found.shape:
            case "weekday":
                return self._weekday(found, story)
            case "weekdays":
                return relative.weekdays(parts, story)
            case "ago":
                if parts["way"].lower() == "after" and self._closes(found.end):
                    parts = {**parts, "way": "later"}  # "The day after, police arrested him"
                read = relative.counted(parts, self.told.play(story, parts["unit"], parts["way"]))
                if read and parts["way"].lower() == "before" and self._closes(found.end):
                    return read[0], "event"  # "were killed the day before."
                return read
            case "jubilee":
                return relative.anniversary(parts, story)
            case "span" | "recent":
                return relative.stretch(parts, story)
            case "period":
                return relative.period(parts, self.told.play(story, parts["unit"], parts["way"]))
            case "weekend":
                saturday = days.latest_weekday(5, story)
                return days.on_day(saturday, min(story, saturday + _ONE)), "event"
            case "word":
                return relative.word(parts["word"], self.told.play(story, way=parts["word"]))
            case "night":
                began = min(self.told.of_sentence() or story, story - _ONE)
                return days.on_day(began, began + _ONE), "event"
            case "duration":
                short = parts["unit"] in {"day", "night"}
                # "Also on Sunday, four days of clashes left 40 dead" end on that Sunday.
                ends = self.told.of_sentence() if short else None
                return relative.duration(parts, min(ends or story, story))
            case "lasting":
                return self._lasting(found, story)
            case "then":
                return relative.since_told(self.told.play(story))
            case "nth":
                number, whose = day_number(parts["day"]), parts.get("whose", "")
                year, month = relative.month_of(whose, self.told.play(story))
                if number > story.day and whose in {"", "the"}:
                    year, month = days.months_before(story, 1)
                day = days.civil(year, month, number)
                return self._placed(days.on_day(day)) if day else None
            case "part":
                when = self._part(parts, self._looks_ahead(found), story)
                return self._placed(when) if when else None
        return None

    def _beside_a_deed(
        self, found: Expression, told: list[DateMention]
    ) -> tuple[EventDate, Role] | None:
        """ "Two days after Varazdin fell", where a sentence before says when it did."""
        if found.shape != "ago" or self.day is None:
            return None
        behind = bisect_left(self.starts, found.end)
        day = day_beside_a_deed(self.document, told, found.parts, behind)
        return (days.on_day(day), "event") if day and day <= self.day else None

    def _closes(self, end: int) -> bool:
        """Whether a clause ends there."""
        return bool(_CLOSE.match(self.text, end))

    def _part(self, parts: dict[str, str], future: bool, story: date) -> EventDate | None:
        """ "the first week of March", "the third Sunday of last month"."""
        if "month" in parts:
            month = month_number(parts["month"])
            year, month = (
                (int(parts["year"]), month)
                if "year" in parts
                else days.latest_month(month, story, future=future)
            )
        else:
            year, month = relative.month_of(parts["whose"], self.told.play(story))
        return relative.of_month(parts, year, month)

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

    def _feast(self, parts: dict[str, str]) -> tuple[EventDate, Role] | None:
        """ "on Easter Sunday": the latest by the story's day, or that of the year told."""
        apart = timedelta(days=settings(FILE)["easter_days"][parts["name"].lower()])
        if "year" in parts:
            return self._placed(days.on_day(days.easter(int(parts["year"])) + apart))
        if self.day is None:
            return None
        day = days.easter(self.day.year) + apart
        if day > self.day:
            day = days.easter(self.day.year - 1) + apart
        return self._placed(days.on_day(day))

    def _date(self, found: Expression) -> tuple[EventDate, Role] | None:
        parts, after = found.parts, self._after(found)
        if is_a_name(self.document.report.text, found, after):
            return None
        if is_a_month_and_a_number(self.text, found, after):
            return None
        month = month_number(parts["month"])
        numbers = [day_number(parts[key]) for key in ("day", "first", "last") if key in parts]
        told: date | None = None
        if "year" in parts:
            ends = [days.civil(int(parts["year"]), month, number) for number in numbers]
        elif told := self.told.of_told_year(month, numbers[-1], self.day):
            ends = [days.civil(told.year, month, number) for number in numbers]
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
        if "year" in parts or told:
            self.told.tell_year(ends[-1])
        return self._placed(days.on_day(ends[0], ends[-1]))

    def _after(self, found: Expression) -> Token | None:
        at = bisect_left(self.starts, found.end)
        return self.document.doc[at] if at < len(self.starts) else None

    def _month(self, found: Expression) -> tuple[EventDate, Role] | None:
        parts = found.parts
        word = parts["month"]
        if "year" not in parts and not is_month_name(self.text, found, word, self._after(found)):
            return None
        month = month_number(word)
        bend = parts.get("bend", "").lower()
        future = self._looks_ahead(found) or bend == "next"
        if "year" in parts:
            year = int(parts["year"])
        elif self.day and bend.startswith("th") and bend != "this":
            told = relative.month_on(month, bend, self.told.play(self.day, "month"))
            if told is None:
                return None
            year = told
        elif self.day is None:
            return None
        else:
            year, month = days.latest_month(month, self.day, future=future)
            if bend == "last" and (year, month) == (
                self.day.year,
                self.day.month,
            ):
                year -= 1
        edge = relative.edge_of(parts.get("edge", ""))
        when = days.part_of_month(year, month, edge) if edge else days.in_month(year, month)
        return self._placed(when)

    def _year(self, found: Expression) -> tuple[EventDate, Role] | None:
        parts = found.parts
        if found.shape in ("decade", SHAPE):
            first = int(parts["year"])
            return days.in_year(first, first + 9 * (found.shape == "decade")), "event"
        after = self._after(found)
        if dates_a_name(self.text, found, after):
            return None
        if found.shape == "years":
            first, last = int(parts["first"]), parts["last"]
            final = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
            if not first < final <= 2100 or not is_a_year(self.text, found, first, after):
                return None
            return self._placed(days.in_year(first, final))
        year = int(parts["year"])
        if not is_a_year(self.text, found, year, after):
            return None
        edge = relative.edge_of(parts.get("edge", ""))
        return self._placed(days.part_of_year(year, edge) if edge else days.in_year(year))

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
        if named and named[1] in date_words("day_names"):
            return None
        if after is not None and after.is_title and after.lower_ in date_words("papers"):
            return None
        if (
            after is not None
            and after.lower_ == "of"
            and named
            and named[1] in date_words("ordinals")
        ):
            return None  # "the third Sunday of Ramadan"
        number = weekday_number(word)
        week = parts.get("week", "").lower()
        if week:
            monday = days.monday_of(story) + timedelta(
                days={"last": -7, "this": 0, "next": 7}[week]
            )
            return self._placed(days.on_day(monday + timedelta(days=number)))
        if bend == "following" and not before.endswith("the "):
            bend = ""  # "arrested following Thursday's raid", "clashes following Friday prayers"
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
        if before in date_words("future_prepositions") and verb.tag_ in {"VB", "VBG", "VBZ"}:
            return True
        if verb.tag_ == "VBG" and verb.lemma_ == "start" and verb.dep_ == "acl":
            return True
        auxiliaries = date_words("future_auxiliaries")
        for _ in range(3):  # "will start moving to pick them up on Friday"
            children = {child.lower_ for child in verb.children if child.dep_ == "aux"}
            if children & auxiliaries:
                return True
            over = verb.head
            if verb.tag_ == "VB" and "to" in children and over.lemma_ == "be":
                return True  # "the truce was to begin on Monday"
            if verb.tag_ == "VB" and "to" in children and over.lemma_ in date_words("future_verbs"):
                return over.tag_ != "VBD"
            if verb.dep_ not in {"xcomp", "advcl", "conj"} or verb.tag_ == "VBD":
                return False
            verb = over
        return False

    def _lasting(self, found: Expression, story: date) -> tuple[EventDate, Role] | None:
        """ "clashed for three days", "14 villages in four days"; not "giving them 72 hours"."""
        at = bisect_right(self.starts, found.start) - 1
        verbs = [a for a in self.document.doc[at].ancestors if a.pos_ in {"VERB", "AUX"}][:1]
        past = bool(verbs) and verbs[0].tag_ in {"VBD", "VBN"} and not self._looks_ahead(found)
        read = relative.duration({**found.parts, "noun": ""}, story)
        return (read[0], "event" if past else "age") if read else None


def find_dates(document: Document, day: date | None) -> tuple[DateMention, ...]:
    """Return the document's time expressions in order, resolved against the story's day.

    Without a story's day only absolute dates resolve. An expression in a dateline or in site
    furniture is left out. "a day after the truce" has role "age": its date is that of the truce.
    """
    read = in_their_week(document, _Reader(document, day).mentions())
    told = from_first_to_last(document.doc, as_told(document, read, day))
    return by_then(document, told)
