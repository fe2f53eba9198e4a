"""What happens all over the country: "clashes in various parts of the country" are in no one town.

Where no place of its own clause is told, an event was put in the city the report came from. Words:
``languages/en/all_over.toml``. Source: coding frame, place: the one that covers all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from spacy.tokens import Token

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.plain_text import plain
from dateline.knowledge.countries import countries
from dateline.knowledge.files import settings
from dateline.model import Place, PlacePrecision


def all_over(
    findings: Findings, happenings: Sequence[Happening], place: Place | None
) -> Place | None:
    """Return the report's country where the surest word of an event is told to be all over it.

    Else ``place``, and so where that stands in the same sentence.
    """
    document = findings.document
    surest = max(happenings, key=lambda one: one.sure).trigger
    sentence = document.sentences[surest.sentence]
    if findings.country is None or (place and _stands_in(place, sentence.start, sentence.end)):
        return place
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


def _country(code: str, name: str, span: tuple[int, int]) -> Place:
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
