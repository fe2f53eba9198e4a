"""Several places that one word shares: "seized X and Y" may tell of a claim for each.

Each may have its own day: "took X on Friday and Y on Saturday".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.mentions import PlaceMention
from dateline.coding.pair_features import gap_km
from dateline.coding.place_words import sort_of
from dateline.coding.second_look import SURE_PLACE
from dateline.coding.syntax import Doc, Token
from dateline.coding.triggers import Trigger
from dateline.knowledge.files import settings

ONE_TOWN = 8.0
"""Places further apart than this, in km, are not quarters of one town."""

LONGEST = 7
"""Tokens between two places of one list, at most ("in the towns of X and the village of Y")."""

GLOSS = 10
"""Tokens between them, at most, where the first is told to be something."""

_ON = frozenset({"on", "in", "early", "late"})


def listed(findings: Findings, happening: Happening) -> list[int]:
    """Return the places of a list in the happening's sentence that holds its likeliest place.

    They are indexes into the findings' places, in text order, and mean things of one size that lie
    apart; nothing where the list is no list or the likeliest place is unsure.
    """
    sentence = happening.trigger.sentence
    where = findings.document.sentence_of
    best = max(happening.places, key=lambda i: (happening.places[i], -i), default=None)
    if best is None or happening.places[best] < SURE_PLACE:
        return []
    level, precision = findings.places[best].level, findings.places[best].place.precision
    if where[findings.places[best].head] != sentence or level == "country":
        return []
    words = settings("languages/en/sentences.toml")
    listing, joining = frozenset(words["listing"]), frozenset(words["joining"])
    doc = findings.document.doc
    days = _days(findings, sentence)
    lists: list[list[int]] = [[]]
    joined = [False]
    for index, mention in enumerate(findings.places):
        alike = (mention.level, mention.place.precision) == (level, precision)
        # What another clause has for its own is no more held: "in Mosul, and in Kirkuk a bomb hit".
        if where[mention.head] != sentence or not alike or index not in happening.places:
            continue
        last = findings.places[lists[-1][-1]].last if lists[-1] else None
        # "Took Kidal on Friday and Gao on Saturday": a day of its own parts no place from a list.
        if last in days:
            last = days[last][1]
        begins = _begins(doc, mention)
        between = [token.lower_ for token in doc[last:begins]] if last is not None else []
        gapped = last is not None and (
            _is_gapped(findings, lists[-1][-1], mention, days)
            or is_glossed(doc, findings.places[lists[-1][-1]], mention)
        )
        short = len(between) <= LONGEST and listing.issuperset(between)
        if last is None or not (short or gapped):
            lists.append([])
            joined.append(False)
        lists[-1].append(index)
        joined[-1] |= not joining.isdisjoint(between)
    here = next(k for k, some in enumerate(lists) if best in some)
    opening = findings.places[lists[here][0]]
    before = doc[max(0, opening.first - 1) : opening.head]
    if not joined[here] or any(token.lower_ in words["spanning"] for token in before):
        return []
    out: list[int] = []
    for index in _dated(findings, lists[here], days):
        gaps = [gap_km(findings.places[index].place, findings.places[one].place) for one in out]
        if all(gap is not None and gap > ONE_TOWN for gap in gaps):
            out.append(index)
    return out if len(out) > 1 else []


def _is_gapped(
    findings: Findings, before: int, place: PlaceMention, days: Mapping[int, tuple[int, int]]
) -> bool:
    """Whether a place and its day stand behind what befell another: "X fell today and Y on Friday".

    The place before is what falls or is taken, and only its verb and its day stand between.
    """
    doc = findings.document.doc
    first = findings.places[before]
    ends = place.first - 1 if doc[place.first - 1].lower_ == "and" else -1
    verb = doc[first.head].head
    between = doc[first.last : place.first]
    return (
        doc[first.head].dep_ in ("nsubj", "nsubjpass")
        and place.last in days
        and any(last == ends for _, last in days.values())
        and all(token.pos_ != "VERB" or token == verb for token in between)
        and not any(token.is_punct for token in between)
    )


def _begins(doc: Doc, place: PlaceMention) -> int:
    """Where a place begins with the words for what it is: "the cocoa port of San Pedro"."""
    noun = _called(doc, place)
    return min(place.first, noun.left_edge.i) if sort_of(noun.lower_) else place.first


def _called(doc: Doc, place: PlaceMention) -> Token:
    """The noun that a place's name belongs to: "the port of San Pedro", "the town Konna"."""
    name = doc[place.head]
    if name.dep_ == "pobj" and name.head.lower_ == "of":
        return name.head.head
    return name.head if name.dep_ == "appos" and name.head.i < name.i else name


def is_glossed(doc: Doc, before: PlaceMention, place: PlaceMention) -> bool:
    """Return whether no more than what a town is stands between it and the next of a list.

    "Captured Bossangoa, the president's home town, and Bouca", "Bor, a river port, and Torit".
    """
    noun, first = _called(doc, place), doc[before.head]
    between = doc[before.last : place.first]
    if noun.dep_ != "conj" or not 0 < len(between) <= GLOSS or between[0].text != ",":
        return False
    over = noun.head
    aside = over.dep_ == "appos" and over.head == first
    return (over == first or aside) and all(token.pos_ not in ("VERB", "AUX") for token in between)


def spread(findings: Findings, members: Sequence[Happening]) -> list[list[Happening]]:
    """Return a group once for each of the places that its surest word shares, the group first.

    The others hold that word alone, at their place and without numbers, which count all places
    where not each has its own ("killed four in Hama and three in Homs").
    """
    surest = max(members, key=lambda happening: happening.sure)
    parts = counted(findings, surest)
    # Bombs that another word says to have killed have no toll of their own.
    heads = {None, *(one.trigger.head for one in members)}
    if parts and findings.figures[parts[0][0]].governor in heads:
        places, numbers = [place for _, place in parts], {place: number for number, place in parts}
    else:
        places, numbers = listed(findings, surest), {}
    if not places:
        return [list(members)]
    later = set(places[1:])
    days = _own_days(findings, surest, places)
    their_days = {days[i] for i in later if i in days}
    their_numbers = {numbers[i] for i in later if i in numbers}
    first = [
        replace(
            one,
            places={i: p for i, p in one.places.items() if i not in later},
            dates={i: p for i, p in one.dates.items() if i not in their_days},
            figures={i: p for i, p in one.figures.items() if i not in their_numbers},
        )
        for one in members
    ]
    others = [
        replace(
            surest,
            places={i: 1.0},
            dates={days[i]: 1.0} if i in days else surest.dates,
            figures={numbers[i]: 1.0} if i in numbers else {},
            shared=True,
        )
        for i in places[1:]
    ]
    return [first, *([one] for one in others)]


def counted(findings: Findings, happening: Happening) -> list[tuple[int, int]]:
    """Return the numbers of one toll that each have a place of their own, with these places.

    "Killed four people in Hama, three in Idlib and two in Homs": each number stands right before
    "in" and its place, and no other event's word between the first and the last. They are indexes
    into the findings' figures and places, in text order; nothing where a total stands beside them.
    """
    sentence = happening.trigger.sentence
    doc = findings.document.doc
    starts = {
        place.first: index
        for index, place in enumerate(findings.places)
        if findings.document.sentence_of[place.head] == sentence and place.level != "country"
    }
    out: list[tuple[int, int]] = []
    for index, number in enumerate(findings.figures):
        if findings.document.sentence_of[number.head] != sentence:
            continue
        place = starts.get(_behind(doc, number.last, happening))
        if place is None or _is_verb(doc, findings.places[place].last):
            continue
        gaps = [gap_km(findings.places[place].place, findings.places[i].place) for _, i in out]
        if all(gap is not None and gap > ONE_TOWN for gap in gaps):
            out.append((index, place))
    if len(out) < 2:
        return []
    first, last = findings.figures[out[0][0]], findings.figures[out[-1][0]]
    if any(
        first.first <= one.head < last.last for one in findings.triggers if not _is(one, happening)
    ):
        return []
    own = {number for number, _ in out}
    measures = {findings.figures[number].figure.measure for number in own}
    rest = [findings.figures[i].figure.measure for i in happening.figures if i not in own]
    return out if len(measures) == 1 and measures.isdisjoint(rest) else []


def _is_verb(doc: Doc, at: int) -> bool:
    """Whether a verb stands at a token, which may lie behind the last."""
    return at < len(doc) and doc[at].pos_ in ("VERB", "AUX")


def _is(trigger: Trigger, happening: Happening) -> bool:
    return trigger.index == happening.trigger.index


def _behind(doc: Doc, at: int, happening: Happening) -> int:
    """The index behind "in", where it follows a number, or the event's own verb in between."""
    while at < happening.trigger.head and doc[at].dep_ in ("aux", "auxpass"):
        at += 1
    if at == happening.trigger.head:
        at += 1
    inside = settings("languages/en/sentences.toml")["inside"]
    return at + 1 if at + 1 < len(doc) and doc[at].lower_ in inside else -1


def _dated(
    findings: Findings, places: Sequence[int], days: Mapping[int, tuple[int, int]]
) -> Sequence[int]:
    """The places of a list; where one has a day of its own, up to the last that has one.

    In "took Kidal on Friday, and Gao on Saturday was quiet" that is Kidal.
    """
    doc = findings.document.doc
    own = [place for place in places if findings.places[place].last in days]
    if len(own) > 1 and _is_verb(doc, days[findings.places[own[-1]].last][1]):
        own.pop()
    return places[: places.index(own[-1]) + 1] if own else places


def _own_days(findings: Findings, happening: Happening, places: Sequence[int]) -> dict[int, int]:
    """The day that follows each of several places, by the places' indexes; none if they share it.

    "Took X on Friday, and Y and Z on Saturday."
    """
    days = _days(findings, happening.trigger.sentence)
    own: dict[int, int] = {}
    day: int | None = None
    behind: int | None = None
    for place in reversed(places):
        mention = findings.places[place]
        if mention.last in days:
            day = days[mention.last][0]
        elif behind is not None and _is_gapped(findings, place, findings.places[behind], days):
            day = next(
                at for at, last in days.values() if last == findings.places[behind].first - 1
            )
        if day is not None:
            own[place] = day
        behind = place
    return own if len(set(own.values())) > 1 else {}


def _days(findings: Findings, sentence: int) -> dict[int, tuple[int, int]]:
    """The dates of a sentence with their ends, by where they or the words before them begin."""
    doc = findings.document.doc
    found: dict[int, tuple[int, int]] = {}
    for at, mention in enumerate(findings.dates):
        if findings.document.sentence_of[mention.first] != sentence or mention.role != "event":
            continue
        first = mention.first
        while first > 0 and doc[first - 1].lower_ in _ON:
            first -= 1
        found[first] = at, mention.last
    return found
