"""The day in play: what "two days later" and "the following month" count from.

That is the day told of last, in this sentence or one of the two before; where only a month or a
year was told since, or the expression counts months or years, that month or year. With nothing
told it is the story's day. "The same day" may lie further back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dateline.coding.relative_dates import Play, Role
from dateline.knowledge.files import settings
from dateline.model import DatePrecision, EventDate

WORDS = "languages/en/dates.toml"
"""Where the words that count backwards are kept."""

LONGEST = 2
"""How many sentences on what was told still is in play."""

FARTHEST = 8
"""How many sentences on "the same day" may still mean what was told."""

ONE_NIGHT = timedelta(days=1)
"""So long may last what is told of one day: "in the night of 27 to 28 July"."""

_NEVER = -9


@dataclass(slots=True)
class DayInPlay:
    """What a report told last, as its sentences are read in order."""

    day: date | None = None
    long: EventDate | None = None
    day_sentence: int = _NEVER
    long_sentence: int = _NEVER
    days: EventDate | None = None
    sentence: int = _NEVER

    def reach(self, sentence: int) -> None:
        """Forget what was told too many sentences before this one."""
        self.sentence = sentence
        if sentence - self.day_sentence > LONGEST:
            self.day = None
        if sentence - self.day_sentence > FARTHEST:
            self.days, self.day_sentence = None, _NEVER
        if sentence - self.long_sentence > LONGEST:
            self.long = None

    def tell(self, when: EventDate, role: Role, sentence: int) -> None:
        """Take note of a date that a sentence tells an event of."""
        if role != "event":
            return
        if when.precision is DatePrecision.DAY and when.end - when.start <= ONE_NIGHT:
            self.day, self.day_sentence, self.long = when.end, sentence, None
            self.days = when
        elif _is_one_month_or_year(when):
            self.long, self.long_sentence = when, sentence

    def of_sentence(self) -> date | None:
        """Return the day that the sentence being read has told so far, or None."""
        return self.day if self.day_sentence == self.sentence else None

    def play(self, story: date, unit: str = "", way: str = "") -> Play:
        """Return what an expression that counts in these units, this way, counts from.

        "The day before" leads back from the day of the story, not from the month of its history.
        """
        counts_long = unit.lower().startswith(("month", "year"))
        back = any(word in way.lower() for word in settings(WORDS)["backwards"])
        if self.days and self.long is None and "same" in way.lower().split():
            return Play(story, self.days.end, told=True, span=self.days)
        newer = self.long_sentence > self.day_sentence and not back
        if self.long and (counts_long or newer):
            return Play(story, self.long.start, told=True, precision=self.long.precision)
        return Play(story, self.day or story, told=self.day is not None)


def _is_one_month_or_year(when: EventDate) -> bool:
    first, last = when.start, when.end
    if when.precision is DatePrecision.MONTH:
        return (first.year, first.month) == (last.year, last.month)
    return when.precision is DatePrecision.YEAR and first.year == last.year
