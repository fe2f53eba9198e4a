"""Places to which somebody or a road only leads, and from which only a weapon came.

"The rebels pushed towards Bukavu and took Nyabibwe", "families left the city by the road to
Salamiya", "hijacked on a flight from Palembang to Medan", "downed a drone launched from Hodeidah".
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.lying import holds
from dateline.coding.mentions import PlaceMention
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import SubEventType

WORDS = "languages/en/place_words.toml"

ONLY_LEADS = 0.5
"""What a place weighs in the sentence of an event that only leads there."""

NAMED = 0.3
"""How likely another place of the sentence is in whose stead one only tells the direction."""

_HYPHENS = frozenset({"-", "\u2013"})

_ON = 4
"""How many words may stand before the name of what lies on a road: "near the town of Ghazni"."""

_MOVES = frozenset({SubEventType.DISPLACEMENT, SubEventType.NON_VIOLENT_TRANSFER})


def only_leads_there(findings: Findings, index: int, happening: Happening) -> bool:
    """Return whether a place of an event's own sentence only says where somebody goes from there.

    What is fired towards a place hits there.
    """
    to = _preposition(findings.document.doc[findings.places[index].head])
    if to is None:
        return False
    over = to.head
    fired = over.lemma_.lower() in _words("firing")
    if to.lower_ in _words("ways_to"):
        if not fired and _comes_from_elsewhere(to):
            return True
        if over.lower_ in _words("ways"):
            return happening.best_type in _MOVES or _has_another(findings, index, happening)
    towards = to.lower_ in _words("towards") and not fired
    return towards and _has_another(findings, index, happening)


def only_sent_from(
    findings: Findings, index: int, happening: Happening, heads: Collection[int]
) -> bool:
    """Return whether a weapon that was brought down or seized only came from a place.

    ``heads`` are the words of all happenings of the event.
    """
    if happening.best_type != SubEventType.DISRUPTED_WEAPONS:
        return False
    prep = _preposition(findings.document.doc[findings.places[index].head])
    if prep is None:
        return False
    if prep.head.lower_ == "from":
        prep = prep.head  # "from outside Damascus"
    sent = prep.head.lemma_.lower() in _words("firing")
    return prep.lower_ == "from" and sent and any(head != prep.head.i for head in heads)


def on_the_way(findings: Findings, place: PlaceMention) -> PlaceMention | None:
    """Return where on a road it happened, for either place that the road joins.

    "A mine on the Kabul-Kandahar road near Ghazni", "on the highway between Kabul and Kandahar in
    Zabul province". None where nothing of the sort is told.
    """
    doc = findings.document.doc
    end = _end_of_way(findings, place)
    if end is None or end + 1 >= len(doc) or doc[end].lower_ not in _words("on_ways"):
        return None
    here = findings.document.sentence_of
    return next(
        (
            other
            for other in findings.places
            if end <= other.first <= end + _ON  # a name may begin with "near"
            and here[other.head] == here[place.head]
            and other.level != "country"
            and not holds(other, place)
            and not any(token.is_punct or token.pos_ == "VERB" for token in doc[end : other.first])
        ),
        None,
    )


def _end_of_way(findings: Findings, place: PlaceMention) -> int | None:
    """Return the word behind the name of a road that joins a place to another."""
    doc = findings.document.doc
    hyphens = [
        at
        for at in (place.first - 1, place.last)
        if 0 <= at < len(doc) and doc[at].text in _HYPHENS
    ]
    if hyphens:
        at = place.last
        while at < len(doc) and (doc[at].text in _HYPHENS or doc[at].pos_ == "PROPN"):
            if doc[at].lower_ in _words("ways"):
                break
            at += 1
        return at + 1 if at < len(doc) and doc[at].lower_ in _words("ways") else None
    joined = _words("joining_ways")
    way = place.first - 1
    while way >= 0 and (doc[way].lower_ in joined or doc[way].pos_ == "PROPN"):
        if doc[way].lower_ in _words("ways"):
            break
        way -= 1
    if way < 0 or doc[way].lower_ not in _words("ways"):
        return None
    at = way + 1
    while at < len(doc) and (doc[at].lower_ in joined or doc[at].pos_ == "PROPN"):
        at += 1
    both = [one for one in findings.places if way < one.first and one.last <= at]
    return at if len(both) > 1 else None


def _preposition(place: Token) -> Token | None:
    while place.dep_ in ("compound", "nmod", "conj", "appos") and place.head.i != place.i:
        place = place.head
    return place.head if place.dep_ == "pobj" else None


def _comes_from_elsewhere(to: Token) -> bool:
    """Whether the words before tell from where: "a flight from Palembang to Medan".

    Who came or returned to a place was there when it happened.
    """
    over = to.head
    while over.pos_ in ("ADP", "ADV", "NOUN", "PROPN") and over.head.i != over.i:
        if over.lemma_.lower() in _words("arriving"):
            return False
        over = over.head
    if over.lemma_.lower() in _words("arriving"):
        return False
    return to.head.lower_ in _words("out_of") or any(
        kid.lower_ in _words("out_of") and kid.i < to.i for kid in to.head.children
    )


def _has_another(findings: Findings, index: int, happening: Happening) -> bool:
    """Whether the sentence names another place that may be the event's."""
    where = findings.document.sentence_of
    return any(
        other != index
        and chance >= NAMED
        and findings.places[other].level != "country"
        and where[findings.places[other].head] == happening.trigger.sentence
        for other, chance in happening.places.items()
    )


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(settings(WORDS)[key])
