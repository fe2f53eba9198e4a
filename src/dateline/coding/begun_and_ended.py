"""Days on which one thing began and ended: "began on Wednesday and went on until Saturday"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from dateline.coding.mentions import DateMention
from dateline.coding.syntax import Doc, Token
from dateline.knowledge.files import settings
from dateline.model import DatePrecision

WORDS = "languages/en/dates.toml"
"""Where the verbs of beginning, ending and lasting are kept."""

_LONGEST = 31


def from_first_to_last(doc: Doc, dates: Sequence[DateMention]) -> tuple[DateMention, ...]:
    """Return the dates, those of one thing's beginning and end as all the days between them."""
    found = list(dates)
    for at, (one, other) in enumerate(pairwise(dates)):
        if not _is_day(one) or not _is_day(other):
            continue
        if not 0 < (other.date.end - one.date.start).days <= _LONGEST:
            continue
        begins = _verb_over(doc, one)
        if begins is None or begins.lemma_.lower() not in settings(WORDS)["beginning"]:
            continue
        ends = _verb_over(doc, other)
        if ends is None or not _ends(ends, begins, doc[other.first : other.last].root):
            continue
        days = {"start": one.date.start, "end": other.date.end}
        found[at] = replace(one, date=one.date.model_copy(update=days))
        found[at + 1] = replace(other, date=other.date.model_copy(update=days))
    return tuple(found)


def _is_day(mention: DateMention) -> bool:
    return mention.role == "event" and mention.date.precision is DatePrecision.DAY


def _verb_over(doc: Doc, mention: DateMention) -> Token | None:
    """The verb on which a date hangs, by prepositions or none."""
    token = doc[mention.first : mention.last].root
    for _ in range(4):
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.dep_ not in ("prep", "pobj", "npadvmod", "advmod", "prt", "pcomp"):
            return None
    return None


def _ends(verb: Token, begins: Token, day: Token) -> bool:
    """Whether a verb says until when that lasted of which another verb tells the beginning."""
    words = settings(WORDS)
    if verb.dep_ != "conj" or verb.head.i != begins.i:
        return False
    if any(kid.dep_ in ("nsubj", "nsubjpass") for kid in verb.children):
        return False
    if verb.lemma_.lower() in words["ending"]:
        return True
    if verb.lemma_.lower() in words["still"]:
        return True  # "broke out on Friday and was still going on a day later"
    before = {token.lower_ for token in verb.doc[verb.i : day.i]}
    return verb.lemma_.lower() in words["lasting"] and not before.isdisjoint(words["until"])
