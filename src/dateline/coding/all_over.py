"""What happens all over the country: "clashes in various parts of the country" are in no one town.

Where no place of its own clause is told, an event was put in the city the report came from, and
what a war has cost so far in the town of the last attack. Words: ``languages/en/all_over.toml``.
Source: coding frame, place: the one that covers all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.plain_text import plain
from dateline.coding.running_totals import tell_a_total
from dateline.coding.syntax import Token
from dateline.knowledge.countries import countries
from dateline.knowledge.files import settings
from dateline.model import Place, PlacePrecision

WEEK = 7
"""Days before the report from which on a toll is no single town's: "800 dead since December"."""

TOWNS = frozenset({"settlement", "site"})
"""Levels of places that are too small for what a war has cost."""

COSTS = frozenset({"kill", "die", "injure", "displace"})
"""Concepts of words that tell what a war has cost."""


def all_over(
    findings: Findings, happenings: Sequence[Happening], place: Place | None
) -> Place | None:
    """Return the report's country where the surest word of an event is told to be all over it.

    So where its sentences tell what a war that goes on has cost, and of no place. Else ``place``,
    and so where that stands in the same sentence.
    """
    document = findings.document
    surest = max(happenings, key=lambda one: one.sure).trigger
    sentence = document.sentences[surest.sentence]
    if findings.country is None or (place and _stands_in(place, sentence.start, sentence.end)):
        return place
    if place is not None and (
        _is_of_the_war(findings, happenings, place) or _is_a_total(findings, happenings)
    ):
        return _land_of(findings, findings.country)
    text = plain(document.report.text)
    if not _lands().search(text, sentence.start, sentence.end):
        return place
    for match in _phrases().finditer(text, sentence.start, sentence.end):
        land = next(
            (
                one
                for one in document.span(sentence)
                if match.start("land") <= one.idx < match.end()
            ),
            None,
        )
        if land is not None and _tells_of(document.doc[surest.head], land):
            return _country(findings.country, document.quote(match.span()), match.span())
    return place


def _is_of_the_war(findings: Findings, happenings: Sequence[Happening], place: Place) -> bool:
    """Whether an event is a toll of a week or more, told of no place in a report of several."""
    towns = {one.place.canonical for one in findings.places if one.level in TOWNS}
    if len(towns) < 2 or place.canonical not in towns:
        return False
    doc = findings.document.doc
    return all(
        # "Killed since the offensive began": the beginning is not what is told.
        (not COSTS.isdisjoint(one.trigger.concepts) or _is_since(doc[one.trigger.head]))
        and _goes_on(findings, one.trigger.sentence)
        and not _is_placed(findings, one.trigger.sentence)
        for one in happenings
    )


def _is_since(word: Token) -> bool:
    """Whether a word stands in a clause that "since" opens: "since the offensive began"."""
    return any(
        over.dep_ == "advcl" and any(kid.lower_ == "since" for kid in over.children)
        for over in (word, *word.ancestors)
    )


def _is_a_total(findings: Findings, happenings: Sequence[Happening]) -> bool:
    """Whether an event is what a war has cost so far, told of no place."""
    return tell_a_total(findings, happenings) and not any(
        _is_placed(findings, one.trigger.sentence) for one in happenings
    )


def _goes_on(findings: Findings, sentence: int) -> bool:
    """Whether a sentence counts since a day a week or more ago."""
    day = findings.day
    doc, dates = findings.document.doc, findings.within(findings.dates, sentence)
    return day is not None and any(
        (one.role == "since" or _is_since(doc[one.first : one.last].root))
        and (day.start - one.date.start).days >= WEEK
        for one in dates
    )


def _is_placed(findings: Findings, sentence: int) -> bool:
    """Whether a sentence names a place, or means one by "there" or "in the city"."""
    words = frozenset(settings("languages/en/all_over.toml")["placed"])
    span = findings.document.span(findings.document.sentences[sentence])
    said = {at for one in findings.speakers for at in range(one.first, one.last)}
    places = findings.within(findings.places, sentence)
    # "The Syrian Observatory" tells it, and says of no place.
    return any(place.head not in said for place in places) or any(
        token.lower_ in words and token.i not in said for token in span
    )


def _land_of(findings: Findings, code: str) -> Place:
    """The country that a report is about, as the report first names it."""
    named = (one.place for one in findings.places if one.level == "country")
    found = next((one for one in named if one.country == code), None)
    return found or _country(code, countries()[code].name, None)


def _stands_in(place: Place, start: int, end: int) -> bool:
    return place.span is not None and start <= place.span[0] < end


def _tells_of(head: Token, land: Token) -> bool:
    """Whether a phrase hangs on an event's word, or on a verb that says no more than it was."""
    for over in land.ancestors:
        if over.i == head.i:
            return True
        if over.pos_ == "VERB":
            below = over.head.i == head.i and over.dep_ in {"relcl", "acl"}
            beside = head.head.i == over.i and head.dep_ == "advcl"
            return (
                below
                or beside
                or any(
                    kid.i == head.i and kid.dep_ in {"nsubj", "nsubjpass", "dobj"}
                    for kid in over.children
                )
            )
    return False


def _country(code: str, name: str, span: tuple[int, int] | None) -> Place:
    land = countries()[code]
    return Place(
        name=name,
        canonical=land.name,
        country=code,
        lat=land.lat,
        lon=land.lon,
        precision=PlacePrecision.COUNTRY,
        geonameid=land.geonameid,
        span=span,
    )


@cache
def _lands() -> re.Pattern[str]:
    words = settings("languages/en/all_over.toml")
    return re.compile(rf"\b(?:{'|'.join(words['lands'])})\b", re.I)


@cache
def _phrases() -> re.Pattern[str]:
    words = settings("languages/en/all_over.toml")
    land = rf"(?P<land>(?:{'|'.join(words['lands'])})\b)"
    over, many, parts, whole = ("|".join(words[key]) for key in ("over", "many", "parts", "whole"))
    return re.compile(
        rf"\b(?:(?:{over})\sthe\s(?:(?:{whole})\s)?|in\s(?:(?:{many})\s)+(?:{parts})\sof\sthe\s){land}",
        re.I,
    )
