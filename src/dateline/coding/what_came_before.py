"""Days of what had come before: "retook the points that rebels had entered on Sunday".

Such a day, told in a clause under the event, is not the event's even where the two are taken for
one; nor is it that of the next sentence which tells none.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.mentions import DateMention
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings

WORDS = "languages/en/other_days.toml"
"""Where the words are kept for what people had come for, and for what comes of an event."""

OLD = 7
"""So many days before the report lies what was done and is no part of its story."""

SURELY = 0.7
"""How surely a word outside the clause tells of the event, so that the clause's day is not its."""

LESS = 0.05
"""So much less surely than any inside, at most."""

_HELPERS = frozenset({"aux", "auxpass"})
_UP = 4


def clause_of_the_past(findings: Findings, mention: DateMention) -> Token | None:
    """Return the verb under which a day stands and that tells what had come before, or None.

    It is that of a clause behind a noun or opened by "after", in the past perfect or, behind a
    noun and with a subject of its own ("which it held in April"), of a day long before the report;
    or a participle behind "as".
    """
    verb = _verb_over(findings.document.doc[mention.first : mention.last].root)
    if verb is None:
        return None
    words = settings(WORDS)
    kids = list(verb.children)
    had = any(kid.dep_ in _HELPERS and kid.lower_ in ("had", "'d") for kid in kids)
    marks = {kid.lower_ for kid in kids if kid.dep_ == "mark"}
    subject = any(kid.dep_ in ("nsubj", "nsubjpass") for kid in kids)
    if verb.dep_ == "advcl":
        agreed = "as" in marks and verb.tag_ == "VBN" and not subject
        return verb if agreed or (had and "after" in marks) else None
    if verb.dep_ != "relcl" or _is_theirs(verb, words["gathering"], words["toll"]):
        return None
    if verb.head.lemma_.lower() in words["found"] or verb.lemma_.lower() in words["agreeing"]:
        return (
            None  # "the bodies of men who had been shot on Friday", "a truce that they had signed"
        )
    today = findings.day
    old = today is not None and (today.start - mention.date.end).days > OLD
    others = any(kid.dep_ == "nsubj" and kid.tag_ not in ("WDT", "WP") for kid in kids)
    return verb if had or (old and others) else None


def of_what_came_before(findings: Findings, happenings: Sequence[Happening]) -> set[int]:
    """Return the days that only a clause of the past tells, where the event is told outside it."""
    doc = findings.document.doc
    found: set[int] = set()
    for index in {index for happening in happenings for index in happening.dates}:
        verb = clause_of_the_past(findings, findings.dates[index])
        if verb is None:
            continue
        kind = max(happenings, key=lambda one: one.sure).best_type
        inside = range(verb.left_edge.i, verb.right_edge.i + 1)
        within = [one.sure for one in happenings if one.trigger.head in inside]
        least = max(SURELY, max(within, default=0.0) - LESS)
        if any(
            one.sure >= least and one.trigger.head not in inside and _acts(doc[one.trigger.head])
            for one in happenings
            if one.trigger.sentence == findings.document.sentence_of[verb.i]
            and one.best_type == kind
        ):
            found.add(index)
    return found


def _verb_over(day: Token) -> Token | None:
    token = day
    for _ in range(_UP):
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.dep_ not in ("prep", "pobj", "npadvmod", "advmod"):
            return None
    return None


def _is_theirs(verb: Token, gathering: Sequence[str], toll: Sequence[str]) -> bool:
    """Whether a clause tells what people had come for, or that they were hit by the event itself.

    "A base which they held" is neither.
    """
    held = any(kid.dep_ == "dobj" and kid.tag_ == "WDT" for kid in verb.children)
    lemma = verb.lemma_.lower()
    return (lemma in gathering and not held) or lemma in toll


def _acts(word: Token) -> bool:
    """Whether a word says what was done, and not what came of it: "were buried", "have died"."""
    words = settings(WORDS)
    after = {*words["burying"], *words["law"], *words["finding"], *words["dying"]}
    over = next((one for one in (word, *word.ancestors) if one.pos_ == "VERB"), word)
    return over.lemma_.lower() not in after
