"""Where a place is told to lie: what is named there only tells of the place itself.

"Dibaga, located 40 km south of Erbil", "Kosheh, which lies between Gedaref and Kassala", "the Cape
Town township of Gugulethu", "Jolo, on the island of Sulu": none of what happened was in Erbil,
Gedaref, all of Cape Town or all of the island.
"""

from __future__ import annotations

from functools import cache

from dateline.coding.findings import Findings
from dateline.coding.mentions import PlaceMention
from dateline.coding.place_words import sort_of
from dateline.coding.syntax import Doc, Token
from dateline.knowledge.files import settings
from dateline.model import PlacePrecision

WORDS = "languages/en/place_words.toml"

_FARTHEST = 14
"""How many words before a place the verb stands, at most, with which another lies by it."""


def told_to_lie(findings: Findings, place: PlaceMention) -> PlaceMention | None:
    """Return the place that another only tells to lie there, by a word that says so; or None."""
    if (town := _lies_by(findings, place)) is not None:
        return town
    if (part := suburb_of(findings, place)) is not None:
        return part
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

    In "the Ghouta suburb of Damascus" it is the other way round.
    """
    doc = findings.document.doc
    at = place.last - (doc[place.last - 1].lower_ in _words("suburbs"))
    if at + 1 >= len(doc) or doc[at].lower_ not in _words("suburbs") or doc[at + 1].lower_ != "of":
        return None
    of = next((one for one in findings.places if one.first <= at + 2 < one.last), None)
    if of is None or of.place.canonical == place.place.canonical:
        return None
    smaller = of.level == "site" != place.level or of.place.precision is PlacePrecision.NEAR
    return of if smaller or place.place.canonical == of.place.admin1 else None


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


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(settings(WORDS)["lies"][key])
