"""Days counted from what a report told before: "two days after Varazdin fell"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from dateline.coding.document import Document
from dateline.coding.mentions import DateMention
from dateline.coding.syntax import Token
from dateline.coding.time_expressions import count_range
from dateline.knowledge.files import settings
from dateline.knowledge.lexicon import trigger_rows
from dateline.model import DatePrecision

_LONGEST = 8
"""How many words behind "two days after" may name what was told before."""

_NEAR = 3
"""So many sentences before, at most, fell the town that is "the town"."""

_UNITS = frozenset({"day", "night"})


def day_beside_a_deed(
    document: Document, told: Sequence[DateMention], parts: dict[str, str], behind: int
) -> date | None:
    """Return the day that lies so many days after or before what an earlier sentence dates.

    ``told`` are the dates before it, ``parts`` those of the expression, ``behind`` the token behind
    it. That is a place named again, or a deed: "the day after the raid" behind "raided on Friday".
    None where no sentence before it tells the day.
    """
    counted = count_range(parts.get("count", ""))
    way, unit = parts["way"].lower(), parts["unit"].lower().rstrip("s")
    if counted is None or counted[0] != counted[1] or unit not in _UNITS:
        return None
    if way not in {"after", "before"}:
        return None
    day = _day_of(document, told, behind)
    if day is None:
        return None
    return day + timedelta(days=counted[0] * (1 if way == "after" else -1))


def _day_of(document: Document, told: Sequence[DateMention], behind: int) -> date | None:
    if behind >= len(document.doc):
        return None
    here = document.sentence_of[behind]
    words = _clause(document, behind)
    names = {word.text for word in words if word.pos_ == "PROPN"}
    deeds = {_stem(word) for word in words if word.pos_ == "NOUN" and _is_deed(word)}
    again = any(
        word.lower_ in _named_before() and document.doc[word.i - 1].lower_ == "the"
        for word in words
    )
    best: tuple[int, int, date] | None = None
    for mention in told:
        at = document.sentence_of[mention.head]
        day = mention.date
        if mention.role != "event" or day.precision is not DatePrecision.DAY or at >= here:
            continue
        if (day.end - day.start).days > 1:
            continue
        span = document.span(document.sentences[at])
        if names:
            meant = [word.i for word in span if word.text in names]
        elif deeds:
            meant = [word.i for word in span if _stem(word) in deeds]
        else:
            meant = [mention.head] if again and here - at <= _NEAR else []
        if meant:
            gap = min(abs(mention.head - word) for word in meant)
            if best is None or (at, -gap) > best[:2]:
                best = at, -gap, day.end
    return best[2] if best else None


def _clause(document: Document, behind: int) -> list[Token]:
    """The words that say after what: the clause or noun under the "after" before a token."""
    word = document.doc[behind - 1]
    over = word.head if word.dep_ == "mark" else word
    return [token for token in over.subtree if behind <= token.i < behind + _LONGEST]


def _is_deed(noun: Token) -> bool:
    return any(row.pos == "N" for row in trigger_rows().get(noun.lemma_.lower(), ()))


def _stem(word: Token) -> str:
    """What "raid" and "raided", "bombing" and "bombed" share."""
    lemma = word.lemma_.lower()
    return lemma.removesuffix("ing") if word.pos_ in ("NOUN", "VERB", "PROPN") else f"-{lemma}"


@cache
def _named_before() -> frozenset[str]:
    return frozenset(settings("languages/en/place_words.toml")["named_before"])
