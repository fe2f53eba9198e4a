"""Where a report turns to another place: the day told before says nothing of what happened there.

"Rebels shelled the airport on Tuesday. In Jinja two boys were shot dead.": by the coding frame what
says no day of its own takes the story's.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dateline.coding.findings import Findings
from dateline.coding.mentions import DateMention, PlaceMention
from dateline.coding.pair_features import gap_km
from dateline.coding.syntax import Span, Token
from dateline.coding.what_came_before import OLD, clause_of_the_past
from dateline.knowledge.files import settings
from dateline.knowledge.lexicon import speech
from dateline.model import DatePrecision

FAR = 30
"""Kilometres from which on another place is elsewhere."""

OPENING = 5
"""Among so many words stands the preposition with which a sentence opens."""

LASTS = 3
"""So many sentences a turn holds."""

TURN = 10
"""So many words hold what a sentence opens with to turn elsewhere."""

WORDS = "languages/en/sentences.toml"
"""Where the words are kept by which a report turns to another place."""


_UNDER_A_VERB = frozenset({"pobj", "nsubj", "nsubjpass", "dobj"})
_PERFECT = frozenset({"has", "have", "'ve"})
_GOES_ON = frozenset({"is", "are", "'re", "has", "have", "'ve"})
UP = 8
"""How many words up from a day stands the one that sets it back in time."""


def looks_back(findings: Findings, mention: DateMention, head: Token) -> bool:
    """Return whether a day told in an earlier sentence is that of what had come before.

    "It had lost the town on 2 February. A shell killed three children", "since the start of the
    siege on 3 March": a later sentence does not go on from there, unless its own verb looks back,
    too. What had been done in the week before the report's day may be what it is about.
    """
    if findings.document.sentence_of[mention.head] == findings.document.sentence_of[head.i]:
        return False
    if clause_of_the_past(findings, mention) is not None:
        return not _is_set_back(head, had=True)
    old = findings.day is not None and (findings.day.start - mention.date.end).days > OLD
    day = findings.document.doc[mention.first : mention.last].root
    return _is_set_back(day, had=old) and not _is_set_back(head, had=True)


def is_of_now(findings: Findings, mention: DateMention, head: Token) -> bool:
    """Return whether a day told in an earlier sentence is over for what is told of now.

    "Rebels shot dead dozens in Debre Abay on 8 January. In Adigrat they have looted a factory",
    "50,000 people are walking to Kurmuk": in the present perfect, or going on, nothing is of a day
    that a sentence before told.
    """
    if findings.document.sentence_of[mention.head] >= findings.document.sentence_of[head.i]:
        return False
    if mention.role != "event" or mention.date.precision is not DatePrecision.DAY:
        return False
    verb = head
    while verb.pos_ == "NOUN" and verb.dep_ in _UNDER_A_VERB:
        verb = verb.head.head if verb.head.dep_ == "prep" else verb.head
    helpers = {kid.lower_ for kid in verb.children if kid.dep_ in ("aux", "auxpass")}
    if verb.pos_ != "VERB" or "to" in helpers:
        return False  # "are said to have captured nine soldiers"
    if verb.tag_ == "VBG":
        return not helpers.isdisjoint(_GOES_ON)
    return verb.tag_ in ("VBN", "VBD") and not helpers.isdisjoint(_PERFECT)


def _is_set_back(word: Token, *, had: bool) -> bool:
    """Whether a word hangs on what has gone on since, or, where that says so, ``had`` been done."""
    token = word
    for _ in range(UP):
        if token.lower_ == "since" or any(kid.lower_ == "since" for kid in _marks(token)):
            return True
        if token.pos_ == "VERB" and token.dep_ != "acl":
            helpers = [kid.lower_ for kid in token.children if kid.dep_ == "aux"]
            return had and not {"had", "'d"}.isdisjoint(helpers)
        if token.head.i == token.i:
            return False
        token = token.head
    return False


def _marks(verb: Token) -> list[Token]:
    return [kid for kid in verb.children if kid.dep_ == "mark"]


def turned_away(findings: Findings, mention: DateMention, sentence: int) -> bool:
    """Return whether between a day told and a later sentence the report turns to another place.

    None of the places of the day's own sentence is near it, nor is that sentence about the whole
    land, and no "they" carries on with who acted before. The past day or week is that of all a
    bulletin tells.
    """
    date, today = mention.date, findings.day
    if today is not None and date.start < date.end and date.end >= today.start:
        return False
    told = findings.document.sentence_of[mention.head]
    if _tells_of_several(findings, told) and not _told_between(findings, told, sentence):
        return False
    before = findings.within(findings.places, told)
    over = _land_over(before)
    return any(
        place is not None and place.place.country not in over and _is_elsewhere(place, before)
        for at in range(told + 1, sentence + 1)
        for place in (
            opened(findings, at),
            _named_at_a_turn(findings, at),
            _of_the_subject(findings, at, before),
        )
    )


def _tells_of_several(findings: Findings, told: int) -> bool:
    """Whether a sentence sums up what happened in several places, which the next ones name.

    "Rebels killed 14 policemen in attacks in two districts on Thursday. In Trincomalee five died."
    """
    words = settings(WORDS)
    span = findings.document.span(findings.document.sentences[told])
    return any(
        noun.tag_ == "NNS"
        and noun.dep_ == "pobj"
        and noun.lemma_.lower() in words["scene_parts"]
        and noun.head.lower_ in words["scene_sums"]
        and any(kid.dep_ == "nummod" or kid.lower_ in words["scene_some"] for kid in noun.children)
        for noun in span
    )


def _told_between(findings: Findings, told: int, sentence: int) -> bool:
    """Whether a day is told between two sentences."""
    where = findings.document.sentence_of
    return any(
        told < where[one.head] < sentence
        and one.role == "event"
        and one.date.precision is DatePrecision.DAY
        for one in findings.dates
    )


def _named_at_a_turn(findings: Findings, sentence: int) -> PlaceMention | None:
    """The first place of a sentence that turns: "Further west, they entered Salma"."""
    span = findings.document.span(findings.document.sentences[sentence])
    meanwhile = settings(WORDS)["scene_turns"][0]
    if not turns(span) and all(word.lower_ != meanwhile for word in span[:OPENING]):
        return None
    places = findings.within(findings.places, sentence)
    return next((mention for mention in places if mention.level != "country"), None)


def _of_the_subject(
    findings: Findings, sentence: int, before: Sequence[PlaceMention]
) -> PlaceMention | None:
    """The place of whom a sentence begins with: "Rebels near Podujevo killed four soldiers".

    None where another place of the sentence is one told before, and where officials only speak.
    """
    span = findings.document.span(findings.document.sentences[sentence])
    words = [token for token in span[:OPENING] if not token.is_space]
    known = settings(WORDS)
    subject = next((one for one in words if one.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.pos_ != "NOUN" or subject.head.pos_ not in ("VERB", "AUX"):
        return None
    speaks = subject.head.lemma_.lower() in speech().verbs
    if speaks and subject.lemma_.lower() not in known["scene_witnesses"]:
        return None
    prep = next((kid for kid in subject.children if kid.lower_ in known["scene_openers"]), None)
    if prep is None:
        return None
    places = findings.within(findings.places, sentence)
    if not all(_is_elsewhere(place, before) for place in places):
        return None
    inside = range(prep.i, prep.right_edge.i + 1)
    return next((one for one in places if one.head in inside and one.level != "country"), None)


def last_turn(findings: Findings, sentence: int) -> int:
    """Return the sentence, this or one of those it may take its place from, that turned last.

    0 where none did. "Elsewhere" may still be in the region told before.
    """
    for at in range(sentence, max(sentence - LASTS, 0), -1):
        span = findings.document.span(findings.document.sentences[at])
        town = any(token.lower_ in settings(WORDS)["scene_towns"] for token in span[:TURN])
        if turns(span) and span[0].lower_ not in settings(WORDS)["scene_links"] and not town:
            return at
    return 0


def turns(words: Span) -> bool:
    """Return whether words open with a turn to another place: "Further west", "In the far east".

    "Meanwhile" alone does not.
    """
    opening = " ".join(word.lower_ for word in words[:TURN])
    opening = opening.replace(" '", "'").removeprefix("and ").removeprefix("but ")
    return opening.startswith(_turns())


@cache
def _turns() -> tuple[str, ...]:
    return tuple(settings(WORDS)["scene_turns"][1:])


def opened(findings: Findings, sentence: int) -> PlaceMention | None:
    """Return the place with which a sentence opens: "In Jinja", "Meanwhile, near Gulu"."""
    span = findings.document.span(findings.document.sentences[sentence])
    words = [token for token in span[:OPENING] if not token.is_space]
    known = settings(WORDS)
    while words and words[0].lower_ in known["scene_links"]:
        words = words[1:]
    if len(words) < 2 or words[0].lower_ not in known["scene_openers"]:
        return None
    noun = next((kid for kid in words[0].children if kid.dep_ == "pobj"), None)
    if noun is None or any(kid.dep_ == "nsubj" and kid.lower_ == "they" for kid in span):
        return None
    last = noun.right_edge.i
    return next(
        (
            mention
            for mention in findings.within(findings.places, sentence)
            if words[0].i < mention.head <= last
        ),
        None,
    )


def _land_over(places: Sequence[PlaceMention]) -> set[str | None]:
    """The land all over which a sentence tells of what happened: its towns are no other scene.

    "At least 95 people were shot dead across Burma on Monday. In Mandalay 20 were killed."
    """
    lands = {one.place.country for one in places if one.level == "country" and one.locative}
    return lands if all(one.level == "country" for one in places) else set()


def _is_elsewhere(place: PlaceMention, before: Sequence[PlaceMention]) -> bool:
    """Whether a place is far from all named before, lies in none of them and holds none."""
    return not any(holds(place, other) or holds(other, place) for other in before)


def holds(large: PlaceMention, small: PlaceMention) -> bool:
    """Return whether a place is another, lies beside it, or is the province in which it lies."""
    one, other = large.place, small.place
    if one.canonical == other.canonical:
        return True
    if large.level == "region" and one.admin1 and one.admin1 == other.admin1:
        return True
    gap = gap_km(one, other)
    return large.level != "country" and gap is not None and gap <= FAR
