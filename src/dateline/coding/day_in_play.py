"""The day in play: what "two days later" and "the following month" count from.

That is the day told of last, in this sentence or one of the two before; where only a month or a
year was told since, or the expression counts months or years, that month or year. With nothing
told it is the story's day. "The same day" and "that night" may lie any number of sentences back,
"two days before" some.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dateline.coding.calendar_days import civil
from dateline.coding.document import Document
from dateline.coding.mentions import DateMention
from dateline.coding.relative_dates import Play, Role
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.knowledge.lexicon import speech
from dateline.model import DatePrecision, EventDate

WORDS = "languages/en/dates.toml"
"""Where the words that count backwards are kept."""

SPEECH = "languages/en/speech.toml"
"""... and those for what somebody gives out."""

LONGEST = 2
"""How many sentences on what was told still is in play."""

FARTHEST = 8
"""How many sentences on "two days before" may still count from what was told."""

LATELY = timedelta(days=14)
"""So long before the story lies, at most, a day that a sentence further back told."""

AGAIN = frozenset({"same", "that"})
"""With these a day, or a part of one, is the one told last."""

SHORT = frozenset({"day", "night", "morning", "afternoon", "evening"})

ONE_NIGHT = timedelta(days=1)
"""So long may last what is told of one day: "in the night of 27 to 28 July"."""

NEXT_DAYS = timedelta(days=45)
"""How long after a day told with its year one without may be of that year."""

YEAR_LASTS = 4
"""How many sentences on it may be."""

LONG_AGO = timedelta(days=300)
"""So long before the story lies a day whose year must be told."""

BESIDE = 2
"""So many words behind the verb stands the day on which somebody spoke: "said on Friday"."""

_NEVER = -9


@dataclass(slots=True)
class DayInPlay:
    """What a report told last, as its sentences are read in order."""

    day: date | None = None
    happened: date | None = None
    long: EventDate | None = None
    day_sentence: int = _NEVER
    long_sentence: int = _NEVER
    days: EventDate | None = None
    sentence: int = _NEVER
    dated: date | None = None
    dated_sentence: int = _NEVER

    def reach(self, sentence: int) -> None:
        """Forget what was told too many sentences before this one."""
        self.sentence = sentence
        if sentence - self.day_sentence > LONGEST:
            self.day = None
        if sentence - self.day_sentence > FARTHEST:
            self.happened, self.day_sentence = None, _NEVER
        if sentence - self.long_sentence > LONGEST:
            self.long = None

    def tell(self, when: EventDate, role: Role, sentence: int, *, spoken: bool = False) -> None:
        """Take note of a date that a sentence tells an event of, or since which one goes on.

        ``spoken`` says that somebody only spoke on it: no event's day in play gives way to that.
        """
        if self.day is None and role == "since" and when.precision is DatePrecision.DAY:
            self.days = when.model_copy(update={"end": when.start})
        if role != "event" or (spoken and self.day is not None):
            return
        if when.precision is DatePrecision.DAY and when.end - when.start <= ONE_NIGHT:
            self.days = when
            if spoken and self.happened is not None:
                return
            self.day, self.day_sentence, self.long = when.end, sentence, None
            self.happened = None if spoken else when.end
        elif _is_one_month_or_year(when):
            self.long, self.long_sentence = when, sentence

    def tell_year(self, day: date) -> None:
        """Take note of a day that the sentence being read tells with its year, or of one after."""
        self.dated, self.dated_sentence = day, self.sentence

    def of_told_year(self, month: int, number: int, story: date | None) -> date | None:
        """Return a day told without its year as one soon after a day of long ago, or None.

        "On June 22, 2021, a strike hit the market; rebels entered the city on June 28."
        """
        before = self.dated
        if before is None or self.sentence - self.dated_sentence > YEAR_LASTS:
            return None
        if story is not None and story - before < LONG_AGO:
            return None
        day = civil(before.year, month, number)
        near = day is not None and timedelta(0) <= day - before <= NEXT_DAYS
        return day if near or month == before.month else None

    def of_sentence(self) -> date | None:
        """Return the day that the sentence being read has told so far, or None."""
        return self.day if self.day_sentence == self.sentence else None

    def play(self, story: date, unit: str = "", way: str = "") -> Play:
        """Return what an expression that counts in these units, this way, counts from.

        "The day before" leads back from the day of the story, not from the month of its history.
        """
        counts_long = unit.lower().startswith(("month", "year"))
        back = any(word in way.lower() for word in settings(WORDS)["backwards"])
        words = {*way.lower().split(), unit.lower()}
        if self.days and words & AGAIN and words & SHORT:
            return Play(story, self.days.end, told=True, span=self.days)
        newer = self.long_sentence > self.day_sentence and not back
        if self.long and (counts_long or newer):
            return Play(story, self.long.start, told=True, precision=self.long.precision)
        day = self.day
        if day is None and back and self.happened and story - self.happened <= LATELY:
            day = self.happened
        return Play(story, day or story, told=day is not None)


def _is_one_month_or_year(when: EventDate) -> bool:
    first, last = when.start, when.end
    if when.precision is DatePrecision.MONTH:
        return (first.year, first.month) == (last.year, last.month)
    return when.precision is DatePrecision.YEAR and first.year == last.year


def is_of_speech(document: Document, mention: DateMention) -> bool:
    """Return whether a day is when somebody spoke: "Angola said yesterday that 600 had died".

    So is that of what was given out then: "a communique of Tuesday", "its statement on Monday".
    """
    word = document.doc[mention.first : mention.last].root
    over = word.head.head if word.dep_ == "pobj" else word.head
    if over.pos_ == "NOUN":
        return over.lemma_.lower() in settings(SPEECH)["bulletins"]["given"]
    means = (kid for kid in over.children if kid.lower_ == "in" and kid.i < mention.first)
    if over.pos_ == "VERB" and any(_is_given_out(noun) for kid in means for noun in kid.children):
        return True  # "condemned it in a statement on Monday"
    told = over.pos_ == "VERB" and over.lemma_.lower() in speech().verbs
    beside = 0 < mention.first - over.i <= BESIDE
    return told and beside and all(kid.dep_ not in ("dobj", "auxpass") for kid in over.children)


def is_aside(document: Document, mention: DateMention, told: DayInPlay) -> bool:
    """Return whether a day leaves that which is in play as it is: it is of speech, or of a clause.

    "Retook Aden on Thursday from the troops who had entered it a day before. That day ...".
    """
    if is_of_speech(document, mention):
        return True
    if told.of_sentence() is None:
        return False
    word = document.doc[mention.first : mention.last].root
    over = word.head.head if word.dep_ == "pobj" else word.head
    return over.pos_ == "VERB" and over.dep_ == "relcl" and _had_been(over)


def _had_been(verb: Token) -> bool:
    return any(kid.dep_ in ("aux", "auxpass") and kid.lower_ == "had" for kid in verb.children)


def _is_given_out(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.lemma_.lower() in settings(SPEECH)["bulletins"]["given"]
