"""Places that only frame an event or belong to another: "In Kunduz, raiders struck in Imam Sahib".

The coding frame asks for the most specific place that is named. The learned model ties a place to
the words around it, and a province that opens a sentence stands nearest to its verb.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from spacy.tokens import Token

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.mentions import PlaceMention
from dateline.knowledge.files import settings
from dateline.knowledge.gazetteer_sources import distance_km
from dateline.model import Place, PlacePrecision

WORDS = "languages/en/place_words.toml"

DAYS = "languages/en/other_days.toml"
"""Where the verbs of the law are kept."""

OPENING = 3
"""How many words may stand before a place that opens its sentence: "Meanwhile, in Homs"."""

WITHIN_KM = 200
"""How far a place may lie from the town or province that frames it."""

APART = 4
"""How many words part a place from the frame that it does not gloss."""

LIKELY = 0.4
"""How likely a place of the sentence is that takes the frame's stead."""

CLAUSES = frozenset({"relcl", "advcl"})
"""Clauses that tell of something else, where no word of the event stands in them."""

_FARTHEST = 10


def frames(findings: Findings, index: int, happening: Happening, heads: Collection[int]) -> bool:
    """Whether a place opens its sentence, which says nearer where the event was: "near Kinsabba".

    Or whether a court sits there, or police arrest there, that deal with what was done elsewhere.
    ``heads`` are the words of all happenings of the event.
    """
    if _is_of_the_law(findings, index, heads):
        where = findings.document.sentence_of
        head = findings.places[index].head
        return any(
            chance >= LIKELY
            and where[findings.places[other].head] == where[head]
            and not glosses(findings, findings.places[other])
            and not _is_of_the_law(findings, other, heads)
            for other, chance in happening.places.items()
        )
    if not opens(findings, index):
        return False
    frame = findings.places[index]
    where = findings.document.sentence_of
    return any(
        chance >= LIKELY
        and other != index
        and where[findings.places[other].head] == where[frame.head]
        and findings.places[other].head > frame.head
        and _is_nearer(findings, findings.places[other], frame.place)
        and not glosses(findings, findings.places[other])
        and _shares_clause(findings, frame, findings.places[other])
        and not belongs_elsewhere(findings, findings.places[other], heads)
        for other, chance in happening.places.items()
    )


def opens(findings: Findings, index: int) -> bool:
    """Whether a place stands in the phrase with which its sentence opens: "In Baiji, gunmen"."""
    mention = findings.places[index]
    doc = findings.document.doc
    head = doc[mention.head]
    start = findings.document.sentences[findings.document.sentence_of[mention.head]].first
    opening = head.dep_ == "pobj" and head.head.lower_ in _words("inside")
    return opening and head.head.i - start < OPENING and head.head.head.i > mention.head


def _is_of_the_law(findings: Findings, index: int, heads: Collection[int]) -> bool:
    """Whether a place says where a court or the police are: "a court in Dhaka", "a Paris court".

    So does where somebody is tried or charged; the event is another.
    """
    doc = findings.document.doc
    head = doc[findings.places[index].head]
    if head.dep_ not in ("pobj", "compound"):
        return False
    over = head.head if head.dep_ == "compound" else head.head.head
    law = settings(DAYS)["law"]
    verb = over
    if over.pos_ != "VERB":
        verb = over.head.head if over.head.dep_ == "agent" else over.head
        acts = over.dep_ == "nsubj" or over.head.dep_ == "agent"
        if acts and over.lemma_.lower() in _words("courts"):
            return verb.i not in heads
        if not acts:
            return False
    elif head.dep_ != "pobj":
        return False
    # "Killed two and arrested four in Guasave" is one event.
    joined = {one.i for one in (verb, *verb.conjuncts)}
    return verb.lemma_.lower() in law and joined.isdisjoint(heads)


def _shares_clause(findings: Findings, frame: PlaceMention, other: PlaceMention) -> bool:
    """Whether a place stands in the clause that the frame opens, and in none joined to it."""
    doc = findings.document.doc
    if other.first - frame.last < APART or doc[doc[other.head].head.i - 1].dep_ == "cc":
        return False  # "in Uqayribat, in eastern Hama", "in Tikrit ..., and in Erbil"
    verb, token = doc[frame.head].head.head, doc[other.head]
    while token.i != verb.i:
        if token.head.i == token.i or (token.dep_ == "conj" and token.pos_ in ("VERB", "AUX")):
            return False
        token = token.head
    return True


def _is_nearer(findings: Findings, mention: PlaceMention, frame: Place) -> bool:
    """Whether something is said to be at a town or site that may lie in a frame."""
    head = findings.document.doc[mention.head]
    while head.dep_ in ("compound", "nmod", "appos", "conj", "poss"):
        head = head.head
    if head.dep_ != "pobj" or head.head.lower_ not in _words("at"):
        return False
    place = mention.place
    if mention.level not in ("settlement", "site") or place.canonical == frame.canonical:
        return False
    if place.lat is None or place.lon is None or frame.lat is None or frame.lon is None:
        return place.country in (None, frame.country)
    return distance_km(place.lat, place.lon, frame.lat, frame.lon) <= WITHIN_KM


def belongs_elsewhere(findings: Findings, mention: PlaceMention, heads: Collection[int]) -> bool:
    """Whether a place stands in what tells of another event than that of ``heads``.

    "Protested against the strikes in Hodeidah", "in response to an attack on Tel Aviv".
    """
    token = findings.document.doc[mention.head]
    above = {over for head in heads for over in _upwards(findings.document.doc[head])}
    for _ in range(_FARTHEST):
        if token.i in above or token.head.i == token.i:
            return False
        if token.dep_ in CLAUSES:
            return True
        if token.dep_ in ("prep", "pcomp") and token.lower_ in _words("of_others"):
            return not any(token.is_ancestor(token.doc[head]) for head in heads)
        token = token.head
    return False


def _upwards(token: Token) -> list[int]:
    return [token.i, *(over.i for over in token.ancestors)]


def is_destination(findings: Findings, index: int) -> bool:
    """Whether a place is where somebody moves to: "troops withdrew to Konduga"."""
    head = findings.document.doc[findings.places[index].head]
    to = head.head
    return head.dep_ == "pobj" and to.lower_ == "to" and to.head.pos_ in ("VERB", "AUX")


def glosses(findings: Findings, place: PlaceMention) -> bool:
    """Whether a place only tells where the town or site before it lies.

    It follows that after a comma ("in Sacaba, near Cochabamba"), hangs on it ("the hamlet of Langza
    in Churachandpur"), or ends what it lies between ("the Rastan bridge between Hama and Homs").
    """
    doc = findings.document.doc
    towns = [other for other in findings.places if other.level in ("settlement", "site")]
    comma = place.first - 1
    if place.place.precision is PlacePrecision.NEAR and comma > 0 and doc[comma].text == ",":
        return any(other.last == comma for other in towns)
    end = doc[place.head]
    if end.dep_ == "pobj" and end.head.lower_ in _words("inside"):
        over = end.head.head
        return any(
            other.last <= end.head.i and (other.first <= over.i < other.last)
            for other in towns
            if other.place.canonical != place.place.canonical
        )
    end = end.head if end.dep_ == "conj" else end
    between = end.head
    if end.dep_ != "pobj" or between.lower_ != "between" or between.dep_ != "prep":
        return False
    low, high = between.head.left_edge.i, between.i
    return any(low <= other.head < high for other in towns)


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(settings(WORDS)[key])
