"""Where a place is told to lie: what is named there only tells of the place itself.

"Dibaga, located 40 km south of Erbil", "Kosheh, which lies between Gedaref and Kassala", "the Cape
Town township of Gugulethu", "Jolo, on the island of Sulu": none of what happened was in Erbil,
Gedaref, all of Cape Town or all of the island.
"""

from __future__ import annotations

from functools import cache

from dateline.coding.findings import Findings
from dateline.coding.mentions import PlaceMention
from dateline.coding.place_words import sort_of, words
from dateline.coding.syntax import Doc, Token
from dateline.knowledge.countries import countries, country_by_capital
from dateline.knowledge.files import settings
from dateline.knowledge.spelling import plain
from dateline.model import PlacePrecision

WORDS = "languages/en/place_words.toml"

_PARTS = frozenset({"admin1", "admin2", "quarter", "site"})
"""Sorts of places that are parts of the one that follows: "Achin district of Nangarhar"."""

_FARTHEST = 14
"""How many words before a place the verb stands, at most, with which another lies by it."""


def told_to_lie(findings: Findings, place: PlaceMention) -> PlaceMention | None:
    """Return the place that another only tells to lie there, by a word that says so; or None."""
    if (town := _lies_by(findings, place) or _introduced(findings, place)) is not None:
        return town
    if (part := _part_of(findings, place) or suburb_of(findings, place)) is not None:
        return part
    if (owned := _owned(findings, place) or _host(findings, place)) is not None:
        return owned
    return _on_an_island(findings, place)


def _lies_by(findings: Findings, place: PlaceMention) -> PlaceMention | None:
    """What is told to lie by a place: "X village, located 15 km south of the city of Y", "X, 9 km
    from Y".

    However the parser ties the words: no verb and no comma stands between.
    """
    doc = findings.document.doc
    sentence = findings.document.sentences[findings.document.sentence_of[place.head]]
    at = place.first - 1
    while at > max(sentence.first, place.first - _FARTHEST) and not _parts(doc[at]):
        at -= 1
    measured = doc[at].text == "," and any(
        token.lower_ in settings(WORDS)["units_km"] for token in doc[at : place.head]
    )
    if not measured and doc[at].lower_ not in _words("lying"):
        return None
    at += measured
    while at > sentence.first and (
        doc[at - 1].lower_ in _words("lying_between") or sort_of(doc[at - 1].lower_)
    ):
        at -= 1
    return _ends_at(findings, at)


def _introduced(findings: Findings, place: PlaceMention) -> PlaceMention | None:
    """What is told right before a place to lie near it, or to be a town there.

    "The hilltop of Tal Madafa near the village of Handarat", "Miringa, a village in Borno State".
    """
    doc = findings.document.doc
    head = doc[place.head]
    if head.dep_ == "pobj" and head.head.lower_ == "of" and sort_of(head.head.head.lower_):
        head = head.head.head
    if head.dep_ != "pobj":
        return None
    by, at = head.head, head.head.i
    if by.head.dep_ == "appos" and sort_of(by.head.lower_):
        named = by.head.head.i
        towns = (one for one in findings.places if one.first <= named < one.last)
        return next((one for one in towns if one.level != "country"), None)
    while at > 0 and (doc[at - 1].pos_ == "ADV" or doc[at - 1].lower_ in words()["bearings"]):
        at -= 1
    sort = sort_of(doc[at - 1].lower_) if at else ""
    # "Kayamla village of Konduga district", but "the West Bank city of Nablus".
    of_it = by.lower_ == "of" and sort == "city" and place.level == "region"
    if at == by.i and by.lower_ not in _words("beside") and not of_it:
        return None
    town = _ends_at(findings, at - 1) if sort else _ends_at(findings, at)
    if town is None or town.place.canonical == place.place.canonical:
        return None
    return None if of_it and town.level == "region" else town


def _parts(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") or token.lower_ in _words("lying") or token.text == ","


def _ends_at(findings: Findings, at: int) -> PlaceMention | None:
    return next((one for one in findings.places if one.last == at and one.level != "country"), None)


def is_a_unit(doc: Doc, place: PlaceMention) -> bool:
    """Return whether a name is told to be that of a small unit of a province, which holds villages.

    "In Tungaru village, Shiroro local government area": no town of Shiroro is meant.
    """
    behind = " ".join(token.lower_ for token in doc[place.last : place.last + 3])
    return any(behind.startswith(unit) for unit in _words("units"))


def suburb_of(findings: Findings, place: PlaceMention) -> PlaceMention | None:
    """Return the suburb that a town is said to have: "the Durban township of Umlazi"; or None.

    Or what a country or region has: "the central Mexico state of Hidalgo", "the West Bank city of
    Nablus". In "the Ghouta suburb of Damascus" it is the other way round.
    """
    doc = findings.document.doc
    at = place.last - (doc[place.last - 1].lower_ in _words("suburbs"))
    if at + 1 >= len(doc) or doc[at + 1].lower_ != "of":
        return None
    land = _is_a_land(place)
    town = place.level == "region" and sort_of(doc[at].lower_) == "city"
    if not (town or doc[at].lower_ in _words("suburbs") or (land and sort_of(doc[at].lower_))):
        return None
    of = next((one for one in findings.places if one.first <= at + 2 < one.last), None)
    if of is None or of.place.canonical == place.place.canonical:
        return None
    near = of.place.precision is PlacePrecision.NEAR and not _is_capital(of)
    smaller = land or town or of.level == "site" != place.level or near
    return of if smaller or place.place.canonical == of.place.admin1 else None


def _owned(findings: Findings, owner: PlaceMention) -> PlaceMention | None:
    """Return what is said to be a town's: "Mogadishu's Huriwa district", "Gao's suburb of X"."""
    doc = findings.document.doc
    at = owner.last + 1
    if at >= len(doc) or doc[owner.last].tag_ != "POS":
        return None
    while at < len(doc) and (doc[at].pos_ == "ADJ" or sort_of(doc[at].lower_)):
        at += 1
    at += at > owner.last + 1 and at < len(doc) and doc[at].lower_ == "of"
    one = next((one for one in findings.places if one.first <= at < one.last), None)
    if one is None or one.level == "country" or owner.level == "site":
        return None
    return one if one.place.country == owner.place.country else None


def _host(findings: Findings, guest: PlaceMention) -> PlaceMention | None:
    """Return where a country has its embassy or its base: "the U.S. embassy in Kenya"."""
    doc, at = findings.document.doc, guest.last
    while at < len(doc) and doc[at].pos_ in ("NOUN", "PROPN") and doc[at].lower_ != "in":
        at += 1
    if at == guest.last or at + 1 >= len(doc) or doc[at - 1].lower_ not in _words("abroad"):
        return None
    if guest.level != "country" or doc[at].lower_ != "in":
        return None
    within = (one for one in findings.places if one.head == _object(doc[at]))
    return next((one for one in within if one.place.country != guest.place.country), None)


def _object(of: Token) -> int:
    return next((kid.i for kid in of.children if kid.dep_ == "pobj"), -1)


def _part_of(findings: Findings, whole: PlaceMention) -> PlaceMention | None:
    """Return the district that a place is said to have: "Achin district of Nangarhar"."""
    doc = findings.document.doc
    of = _begins(findings, whole) - 1
    while of > 1 and doc[of].pos_ in ("DET", "ADJ"):  # "of rural Damascus"
        of -= 1
    if of < 2 or doc[of].lower_ != "of" or sort_of(doc[of - 1].lower_) not in _PARTS:
        return None
    return next(
        (
            other
            for other in findings.places
            if other.last in (of, of - 1)
            and suburb_of(findings, other) is not whole
            and other.place.canonical != whole.place.canonical
            and _may_have(whole, other, doc[of - 1])
        ),
        None,
    )


def _may_have(whole: PlaceMention, part: PlaceMention, noun: Token) -> bool:
    """Whether a part that a noun tells of may be a place's: not "the Mexico state of Hidalgo".

    Of two towns a capital has suburbs; of others it may be either's: "the Los Angeles suburb of
    Rosemead".
    """
    if _is_a_land(part) or holds(part, whole) or _is_capital(part):
        return False
    if whole.level == part.level == "settlement" and noun.lower_ in _words("outer"):
        return _is_capital(whole)
    return True


def _is_a_land(place: PlaceMention) -> bool:
    """Whether a name is that of a country, be it of a part of it: "central Mexico"."""
    country = countries().get(place.place.country or "")
    return country is not None and place.place.canonical == country.name


def _is_capital(place: PlaceMention) -> bool:
    return country_by_capital(place.place.canonical or "") == place.place.country


def _begins(findings: Findings, place: PlaceMention) -> int:
    """The token with which a name begins, without the words that bend it: "suburb of Damascus"."""
    start = (place.place.span or (0, 0))[0]
    tokens = range(place.first, place.last)
    named = (at for at in tokens if findings.document.offsets(at, at + 1)[1] > start)
    return next(named, place.first)


def _on_an_island(findings: Findings, place: PlaceMention) -> PlaceMention | None:
    """The town on an island: "the town of Jolo, on the southern island of Sulu"."""
    doc = findings.document.doc
    at = place.first - 1
    if at < 2 or doc[at].lower_ != "of" or doc[at - 1].lower_ not in _words("islands"):
        return None
    at -= 2
    while at > 0 and doc[at].pos_ in ("DET", "ADJ", "NOUN") and doc[at].lower_ != "on":
        at -= 1
    if doc[at].lower_ != "on":
        return None
    return _ends_at(findings, at - 1 if doc[at - 1].text == "," else at)


def holds(larger: PlaceMention, other: PlaceMention) -> bool:
    """Whether a place lies in the province or country of that name."""
    if larger.level == "country":
        return other.level != "country" and other.place.country == larger.place.country
    names = {plain(larger.place.canonical), plain(larger.place.name)}
    own = {plain(other.place.canonical), plain(other.place.name)}
    return plain(other.place.admin1 or "") in names - own


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(settings(WORDS)["lies"][key])
