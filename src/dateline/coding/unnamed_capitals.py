"""The capital without its name: "a bomb in the capital", "the Chadian capital".

It is that of the country whose people the words before it name, else of the one that the report is
about, and the one of the report's day: Lagos before 1991. Capitals of provinces, rebels and trade
are other towns.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from dateline.coding.document import Document
from dateline.coding.mentions import PlaceMention
from dateline.coding.place_words import word_set, words
from dateline.coding.syntax import Token
from dateline.knowledge.countries import (
    countries_by_demonym,
    country,
    former_capital,
    is_country_demonym,
    territory_named,
)
from dateline.knowledge.gazetteer import Entry, Gazetteer
from dateline.model import Place, PlacePrecision

_ABOUT = 0.4
"""Least share of what points to a country in a report that is about it."""

FORMER = "former"
"""The kind of a territory that was a state of its own."""

_PLAYED_IN = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "poss"})
"""What the word must be in its clause: "Juba is the capital" and "Juba, the capital" name it."""


def unnamed_capitals(
    document: Document, gazetteer: Gazetteer, shares: Mapping[str, float]
) -> Iterator[PlaceMention]:
    """Yield the capitals that a document speaks of without their names.

    ``shares`` are how far the report is about each country.
    """
    about = max(shares, key=lambda code: shares[code], default="")
    if shares.get(about, 0.0) < _ABOUT or _has_other_capitals(document):
        about = ""
    for token in document.doc:
        if token.lower_ != "capital" or token.dep_ not in _PLAYED_IN or _is_named(token):
            continue
        first, home, of = _whose(token, about)
        town = _seat(gazetteer, home, of, document.report.published) if home else None
        if town is not None and not _is_apart(token):
            yield _mention(document, first, token, town)


def _is_named(token: Token) -> bool:
    """Whether a name follows, or what the town is the capital of: "the capital, Juba"."""
    at = token.i + 1
    doc = token.doc
    if at < len(doc) and doc[at].text in {",", "("}:
        at += 1
    if at >= len(doc):
        return False
    return doc[at].pos_ == "PROPN" or (at == token.i + 1 and doc[at].lower_ in {"of", "city"})


def _whose(token: Token, about: str) -> tuple[int, str | None, str]:
    """Return the first token of the phrase, the country, None where it is no country's, and "".

    In place of "" stands the former state whose people are named: "the South Vietnamese capital".
    """
    doc, at = token.doc, token.i - 1
    if at < 0:
        return token.i, None, ""
    if doc[at].lower_ == "the":
        return at, about, ""
    if doc[at].lower_ == "'s" and at > 0 and doc[at - 1].lower_ in word_set("nations"):
        return at - 1, about, ""
    if at > 0 and doc[at - 1].lower_ == "the" and is_country_demonym(doc[at].text):
        return at, countries_by_demonym(doc[at].text), ""
    if at > 1 and doc[at - 2].lower_ == "the":
        state = territory_named(doc[at - 1 : at + 1].text)
        if state is not None and state.kind == FORMER:
            return at - 1, state.country, state.name
    return token.i, None, ""


def _has_other_capitals(document: Document) -> bool:
    """Whether a report speaks of a province's capital, which may be the one that it means later."""
    return any(
        token.lower_ == "capital"
        and token.i
        and document.doc[token.i - 1].lower_ in word_set("of_units")
        for token in document.doc
    )


def _is_apart(token: Token) -> bool:
    """Whether something lies away from the town: "a village northeast of the Syrian capital"."""
    of = token.head
    way = of.head.lower_ if of.lower_ in {"of", "from"} else ""
    return way in words()["bearings"] or way in words()["units_km"]


def _seat(gazetteer: Gazetteer, code: str, of: str, on: date | None) -> Entry | None:
    """The capital of a country on a day; ``of`` is the former state that is named, or ""."""
    land = country(code)
    if land is None or not land.capitals:
        return None
    name = former_capital(code, on, of) or land.capitals[0]
    towns = [e for e in gazetteer.find(name, code) if e.kind == "city"]
    return max(towns, key=lambda town: town.population, default=None)


def _mention(document: Document, first: int, token: Token, town: Entry) -> PlaceMention:
    start, end = document.offsets(first, token.i + 1)
    before = document.doc[first - 1].lower_ if first else ""
    if before == "the":  # "in the Chadian capital"
        before = document.doc[first - 2].lower_ if first > 1 else ""
    return PlaceMention(
        first=first,
        last=token.i + 1,
        head=token.i,
        place=Place(
            name=document.quote((start, end)),
            canonical=town.name,
            country=town.country,
            admin1=town.admin1,
            lat=round(town.lat, 4),
            lon=round(town.lon, 4),
            precision=PlacePrecision.EXACT,
            geonameid=town.geonameid,
            pcode=town.pcode,
            span=(start, end),
        ),
        level="settlement",
        locative=before in word_set("locative"),
    )
