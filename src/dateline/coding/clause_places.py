"""The places that an event's own clause says it was at: what other sentences name gives way.

"A bomb killed ten at the crossroads of Bakara. In Marawi, the army shot two men." The learned model
ties a place to words, and a small town that it has never seen to none of them surely.
"""

from __future__ import annotations

from functools import cache

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.lying import holds
from dateline.coding.mentions import PlaceMention
from dateline.coding.place_frames import belongs_elsewhere, opens
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import Place, PlacePrecision

WORDS = "languages/en/place_words.toml"

LEAST = 0.05
"""How likely a place must be at least that its own clause ties to an event."""

_HIGHEST = 8
"""How many words up from a place or an event its verb stands."""


def clause_places(findings: Findings, happening: Happening) -> list[PlaceMention]:
    """Return the places at which the clause of an event's word says that it happened.

    A country counts only where the sentence opens with it: "In Sierra Leone, two were shot dead".
    """
    doc, where = findings.document.doc, findings.document.sentence_of
    trigger = doc[happening.trigger.head]
    verb = _verb_over(trigger)
    if verb is None:
        return []
    return [
        mention
        for index, chance in happening.places.items()
        if chance >= LEAST
        and where[(mention := findings.places[index]).head] == happening.trigger.sentence
        and (mention.level != "country" or opens(findings, index))
        and _stands_under(doc[mention.head], verb)
        and not belongs_elsewhere(findings, mention, {trigger.i})
    ]


def is_elsewhere(place: PlaceMention, own: list[PlaceMention]) -> bool:
    """Return whether a place of another sentence lies in none of those of the event's own clause.

    "In Homs province they shelled the town" may well be about a town of it named before.
    """
    return bool(own) and not any(
        holds(one, place) or one.place.canonical == place.place.canonical for one in own
    )


def in_one_land(one: Place, other: Place) -> bool:
    """Return whether one of two places is the whole country in which the other lies."""
    whole = PlacePrecision.COUNTRY in (one.precision, other.precision)
    return whole and one.country == other.country


def is_named_before(findings: Findings, happening: Happening) -> bool:
    """Return whether an event's word says that it was in "the town", which the report has named.

    That is hardly the town from which the report was sent.
    """
    trigger = findings.document.doc[happening.trigger.head]
    verb = _verb_over(trigger)
    if verb is None:
        return False
    nouns = [kid for kid in verb.children if kid.dep_ in ("dobj", "nsubjpass", "nsubj")]
    nouns += [
        noun
        for prep in verb.children
        if prep.dep_ == "prep" and prep.lower_ in _into()
        for noun in prep.children
        if noun.dep_ == "pobj"
    ]
    return any(_is_definite(noun) for noun in nouns)


def _is_definite(noun: Token) -> bool:
    """Whether a word is "the town", with nothing that says which."""
    kids = [kid.lower_ for kid in noun.children if kid.dep_ not in ("punct", "cc")]
    return noun.lower_ in frozenset(settings(WORDS)["named_before"]) and kids == ["the"]


def _into() -> frozenset[str]:
    return _at() | frozenset(settings(WORDS)["aims"])


def _stands_under(place: Token, verb: Token) -> bool:
    """Whether an event's verb, or one joined to it, says that something was at a place."""
    while place.dep_ in ("conj", "appos", "compound", "nmod"):
        place = place.head
    if place.dep_ == "pobj" and place.head.lower_ == "of":
        place = place.head.head  # "in the district of Chahar Dara"
    if place.dep_ != "pobj" or place.head.lower_ not in _at():
        return False
    over = _verb_over(place.head)
    return over is not None and (over.i == verb.i or verb in over.conjuncts)


def _verb_over(token: Token) -> Token | None:
    """The verb in whose clause a word stands, the word itself if it is one; None far below one."""
    for _ in range(_HIGHEST):
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


@cache
def _at() -> frozenset[str]:
    return frozenset(settings(WORDS)["happens_at"])
