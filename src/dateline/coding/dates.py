"""Document -> time expressions, resolved against the day the story was written.

No general parser gets news right: "on Friday" in Friday's story is that same Friday, and "two days
earlier" counts from the day just told of. The rules are those of the coding frame.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from functools import cache

from spacy.tokens import Token

from dateline.coding import calendar_days as days
from dateline.coding import relative_dates as relative
from dateline.coding.begun_and_ended import from_first_to_last
from dateline.coding.day_in_play import DayInPlay
from dateline.coding.document import Document, Sentence
from dateline.coding.mentions import DateMention
from dateline.coding.plain_text import plain, token_starts
from dateline.coding.relative_dates import Role
from dateline.coding.story_day import story_day
from dateline.coding.stretches import joined_days, lengthened
from dateline.coding.time_expressions import (
    FILE,
    Expression,
    day_number,
    expressions,
    month_number,
    weekday_number,
)
from dateline.knowledge.files import settings
from dateline.model import EventDate

__all__ = ["find_dates", "story_day"]

_ONE = timedelta(days=1)
_MONTH_BEFORE = re.compile(r"\b(?:between|from)\s+(?:\w+[\s-]+)?\w+\s+(?:and|to)\s+$", re.I)
"""What stands before the second month of "between January and June"."""
_OF_NIGHT = re.compile(r"(?:the night|overnight)\s+(?:of|from|between)\s+(?:the\s+)?$", re.I)
"""A night whose own days are told next: "in the night from Thursday to Friday"."""
_NIGHT_TO = re.compile(r"\bnight\s+(?:to|before|leading\s+(?:in)?to)\s+(?:the\s+)?$", re.I)
"""A night told by the day on which it ends: "in the night to Sunday"."""
_SINCE = re.compile(r"\b(?:since|ever since)\s+(?:the\s+)?(?:\w+\s+of\s+)?$", re.I)
_SO_FAR = 90
_SINCE_BEGAN = re.compile(
    r"\bsince\s+(?:[\w'-]+\s+){1,8}?(?:began|started|erupted|broke\s+out|resumed|flared(?:\s+up)?"
    r"|launched(?:\s+[\w'-]+){1,3})\s+(?:(?:on|in|late|early|last)\s+)*$",
    re.I,
)
"""What goes on since a day on which something began: "since fighting broke out on Tuesday"."""
_NAME_BEFORE = re.compile(r"[A-Z][\w'-]*\s+$")
_THE_YEAR = re.compile(r"\b(?:the|a)\s+\d{4}(?:\W{1,3}\d{2,4})?$", re.I)
_WHEN = re.compile(
    r"\b(?:in|since|during|by|until|till|from|of|throughout|before|after|around|between|early|mid"
    r"|late)[\s-]+(?:(?:the\s+)?year\s+)?\d{4}(?:.{1,9}\d{2,4})?$",
    re.I,
)


_NAME_WORDS = 6
_NAMING = frozenset({"PROPN", "NOUN", "ADJ", "PUNCT", "PART"})
"""How many words, and of which sort, may stand between a year and the deed that it dates."""

_CLOSE = re.compile(r"\s*(?:[.,;:)\"\u201d]|$)")


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
        told = list(expressions(self.text))
        for at, expression in enumerate(told):
            if at + 1 < len(told) and _OF_NIGHT.match(
                self.text, expression.start, told[at + 1].start
            ):
                continue
            sentence = self._sentence(expression)
            if sentence is None or sentence.kind in {"furniture", "dateline"}:
                continue
            self.told.reach(sentence.index)
            read = self._read(expression)
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
            self.told.tell(when, role, sentence.index)
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
            parts["year"] = str(self.day.year - (said == "last"))
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
            case "weekdays":
                return relative.weekdays(parts, story)
            case "ago":
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
                return relative.duration(parts, story)
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
        """True in "7 October Brigade" and "M-19 [19 April Movement]".

        False where the day opens its clause: "On 6 March UNITA forces".
        """
        after = re.match(
            r"[\s-]+(?:\w+[\s-]+)?([A-Z]\w+)", self.document.report.text[found.end : found.end + 40]
        )
        if not after or "year" in found.parts or after[1].lower() not in _words("name_nouns"):
            return False
        behind = self._after(found)
        return behind is None or behind.text != ","

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
            if _MONTH_BEFORE.search(self.text, max(0, found.start - 40), found.start):
                return True
            return bool(led) and not re.search(r"\b(?:and|to|of|by|from)\s+$", before)
        return capital or bool(led)

    def _year(self, found: Expression) -> tuple[EventDate, Role] | None:
        parts = found.parts
        if found.shape == "decade":
            first = int(parts["year"])
            return days.in_year(first, first + 9), "event"
        if self._dates_a_name(found):
            return None
        if found.shape == "years":
            first, last = int(parts["first"]), parts["last"]
            final = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
            if not first < final <= 2100 or not self._is_a_year(found, first):
                return None
            return self._placed(days.in_year(first, final))
        year = int(parts["year"])
        if not self._is_a_year(found, year):
            return None
        edge = relative.edge_of(parts.get("edge", ""))
        return self._placed(days.part_of_year(year, edge) if edge else days.in_year(year))

    def _dates_a_name(self, found: Expression) -> bool:
        """True in "the 2006 Lebanon War", "2011-2012 Russian protests:", "Civil War (2005-2010)".

        Such a year says which war is meant, not when the event was. "In 2011 Russian jets" does.
        """
        after = self._after(found)
        if (
            self.text[found.start - 1 : found.start] == "("
            and self.text[found.end : found.end + 1] == ")"
        ):
            return bool(_NAME_BEFORE.search(self.text, max(0, found.start - 40), found.start - 1))
        named = after is not None and after.text[:1].isupper() and after.is_alpha
        if named and self._of_a_deed(found):
            return False
        before = self.text[max(0, found.start - 16) : found.end]
        return named and (bool(_THE_YEAR.search(before)) or not _WHEN.search(before))

    def _of_a_deed(self, found: Expression) -> bool:
        """Whether a year says when a deed was: "the 2006 Mumbai train bombings", "the 2002 riots".

        A name that has more words in small letters behind it, or in capitals, is passed over.
        """
        if not _THE_YEAR.search(self.text, max(0, found.start - 8), found.end):
            return False
        at = bisect_left(self.starts, found.end)
        for token in self.document.doc[at : at + _NAME_WORDS]:
            if token.lemma_.lower() in _words("deeds"):
                return True
            if token.pos_ not in _NAMING:
                return False
        return False

    def _is_a_year(self, found: Expression, year: int) -> bool:
        """Tell the year from the quantity: "in 2014 attacks fell" but not "in 2000 villages"."""
        after = self._after(found)
        if after is None or not after.is_alpha or self._of_a_deed(found):
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
        if after is not None and after.lower_ == "of" and named and named[1] in _words("ordinals"):
            return None  # "the third Sunday of Ramadan"
        number = weekday_number(word)
        week = parts.get("week", "").lower()
        if week:
            monday = days.monday_of(story) + timedelta(
                days={"last": -7, "this": 0, "next": 7}[week]
            )
            return self._placed(days.on_day(monday + timedelta(days=number)))
        if bend == "following" and "own" in parts and not before.endswith("the "):
            bend = ""  # "arrested following Thursday's raid"
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
            if verb.tag_ == "VB" and "to" in children and over.lemma_ == "be":
                return True  # "the truce was to begin on Monday"
            if verb.tag_ == "VB" and "to" in children and over.lemma_ in _words("future_verbs"):
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
    return from_first_to_last(document.doc, _Reader(document, day).mentions())


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(settings(FILE)[key])
