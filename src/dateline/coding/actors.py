"""Document -> actor mentions: every noun phrase that names who acts or is acted on.

Kinds follow the coding frame. Where country or side depends on the event, the country stays None
and ``settle`` fills it in once the event is known.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cache
from itertools import pairwise

from dateline.coding.actor_reading import Reader, Reading
from dateline.coding.actor_words import Setting, cells_of
from dateline.coding.affiliates import as_branches
from dateline.coding.anaphora import resolve
from dateline.coding.appositions import named_in_apposition, of_own_nation
from dateline.coding.bulletins import is_where_told
from dateline.coding.disguises import without_disguises
from dateline.coding.document import Document
from dateline.coding.mentions import ActorMention, PlaceMention, is_part_of_name
from dateline.coding.mutineers import in_mutiny
from dateline.coding.own_voice import with_own
from dateline.coding.peoples import is_a_bank, is_of_kin
from dateline.coding.said_to_be import taken_for
from dateline.coding.seafarers import with_crews
from dateline.coding.shared_nations import sharing_nations
from dateline.knowledge.actors import PROPER, ActorTable
from dateline.knowledge.countries import (
    Rule,
    countries_by_demonym,
    country_named,
    is_country_demonym,
    ruled_by,
)
from dateline.knowledge.files import settings
from dateline.knowledge.leaders import leaders_called
from dateline.model import Actor, ActorKind

_CAPITALISED = re.compile(r"\b[A-Z](?:[\w-]+|(?:\.[A-Z])+\.?)")
WORDS = "languages/en/actors.toml"
"""Where the words by which somebody is foreign are kept."""

_SETTLED = frozenset(
    {
        ActorKind.STATE_FORCES,
        ActorKind.REBEL,
        ActorKind.POLITICAL_MILITIA,
        ActorKind.IDENTITY_MILITIA,
        ActorKind.PROTESTERS,
        ActorKind.RIOTERS,
        ActorKind.CIVILIANS,
    }
)


_PEOPLES = _SETTLED - {ActorKind.STATE_FORCES}

CROWD = 15
"""With more listed groups of rebels than this in a country, "rebels" are not those last named."""


def find_actors(
    document: Document,
    places: Sequence[PlaceMention],
    table: ActorTable,
    country: str | None = None,
) -> tuple[ActorMention, ...]:
    """Return the actor mentions of the report's prose and headings, in the order of the text.

    ``places`` tell which country the report is about and which names are places; ``country`` says
    which one it is where that is known beforehand.
    """
    countries = _countries(document, places) | ({country} if country else set())
    country = country or report_country(document, places, table)
    reader = Reader(document, places, country, countries, table)
    readings: list[Reading] = []
    for sentence in document.sentences:
        if sentence.kind in ("furniture", "dateline"):
            continue
        cells = cells_of(document, sentence, table, Setting(country, countries))
        readings.extend(reader.read(cells, sentence.first))
    readings = as_branches(document, readings, table, country)
    crowded = country is None or table.rebels(country, document.report.published) > CROWD
    abroad = {
        document.sentence_of[one.first]
        for one in places
        if one.place.country and one.place.country != country
    }
    told = tuple(
        mention
        for mention in resolve(document, readings, country, crowded=crowded, abroad=abroad)
        if not (mention.actors[0].country and is_a_bank(document.doc[mention.head]))
        and not (mention.actors[0].kind is ActorKind.CIVILIANS and is_part_of_name(mention, places))
        and not _is_a_label(document, mention, places)
    )
    told = taken_for(document, without_disguises(document, told))
    told = in_mutiny(document, named_in_apposition(document, told))
    told = sharing_nations(document, of_own_nation(document, told))
    told = with_crews(document, told)
    return with_own(document, told, country)


def _is_a_label(document: Document, mention: ActorMention, places: Sequence[PlaceMention]) -> bool:
    """Whether somebody is but the place before a line's colon: "Assam: A rebel was killed"."""
    after = document.doc[mention.last].text if mention.last < len(document.doc) else ""
    return after == ":" and any(
        place.first <= mention.first and place.last == mention.last for place in places
    )


def settle(
    actor: Actor, event_country: str | None, report_country: str | None, on: date | None = None
) -> Actor:
    """Return the actor as it stands at an event in ``event_country``.

    A generic actor without a country takes the event's, else the report's, unless it is
    called foreign. A state's forces outside that state are external forces, and at home state
    forces. ``on`` is the report's day: Sudan's army was at home in Juba before South Sudan was a
    state.
    """
    where = event_country or report_country
    rule = ruled_by(where, on)
    country = actor.country
    generic = country is None and actor.name is None and actor.kind in _SETTLED
    if generic and not _is_foreign(actor.mention):
        country = rule.ruler if rule and _are_of(rule, actor) else _lent(actor, where)
    if country == "IN" and where in _indian_lands() and actor.kind is ActorKind.CIVILIANS:
        country = where
    if country and where and actor.name is None and actor.kind in _PEOPLES:
        country = where if is_of_kin(actor.mention, where) else country
    kind = actor.kind
    ruled = rule is not None and not rule.foreign and country == rule.ruler
    at_home = country == where or ruled
    if kind is ActorKind.STATE_FORCES and country and where and not at_home:
        kind = ActorKind.EXTERNAL_FORCES
    elif kind is ActorKind.EXTERNAL_FORCES and actor.name is None and country and at_home:
        kind = ActorKind.STATE_FORCES
    if country == actor.country and kind is actor.kind:
        return actor
    return actor.model_copy(update={"country": country, "kind": kind})


def _are_of(rule: Rule, actor: Actor) -> bool:
    """Whether a state's forces of no country that is told are those of the state that rules."""
    if actor.kind is not ActorKind.STATE_FORCES or not rule.owns_forces:
        return False
    words = settings(WORDS)["armies"]
    said = set(actor.mention.lower().replace("-", " ").split())
    return not rule.own_police or not said.isdisjoint(words)


def _lent(actor: Actor, where: str | None) -> str | None:
    """The country of somebody generic at a place: "soldiers" in Palestine are Israel's.

    It has no army, navy or settlers of its own.
    """
    lent = settings(WORDS)["lent"].get(where or "")
    if lent is None or actor.kind not in (ActorKind.STATE_FORCES, ActorKind.IDENTITY_MILITIA):
        return where
    said = actor.mention.lower()
    return lent["by"] if any(re.search(rf"\b{word}\b", said) for word in lent["words"]) else where


@cache
def _indian_lands() -> frozenset[str]:
    return frozenset(settings(WORDS)["indian_lands"])


def _is_foreign(mention: str) -> bool:
    """Whether it is said of somebody that the country is not his: "foreign oil workers"."""
    words = settings(WORDS)
    said = mention.lower().split()
    return any(
        word in words["foreign"] and following not in words["of_state"]
        for word, following in pairwise(said)
    )


def report_country(
    document: Document, places: Sequence[PlaceMention], table: ActorTable
) -> str | None:
    """Return the ISO alpha-2 code of the country that a report is about, or None.

    The country of most of its places counts; without places, of most demonyms; without these, the
    home of the armed groups and leaders that it names.
    """
    votes: Counter[str] = Counter()
    for place in places:
        told = is_where_told(document.doc[place.head])
        if place.place.country and not told and not is_beyond(document, place):
            # A country by name is as often a side as a scene.
            scene = place.locative and place.level != "country"
            votes[place.place.country] += 2 if scene else 1
    text = _beyond().sub(" ", document.report.text) if not votes else ""
    words = Counter(_CAPITALISED.findall(text))
    for word, times in words.items():
        code = countries_by_demonym(word) if is_country_demonym(word) else None
        if code:
            votes[code] += times
    if not votes:
        on = document.report.published
        for phrase in PROPER.findall(document.report.text):
            row = table.find(phrase, on)
            code = row.home if row and row.distance(on) == 0 else None
            code = code or next(
                (leader.country for leader in leaders_called(phrase) if leader.in_power(on)), None
            )
            if code:
                votes[code] += 1
    return max(votes, key=lambda code: votes[code]) if votes else None


def is_beyond(document: Document, place: PlaceMention) -> bool:
    """Return whether a country is only named as that beyond a border: "the Afghan border"."""
    doc, borders = document.doc, settings(WORDS)["borders"]
    if place.level != "country":
        return False
    if place.last < len(doc) and doc[place.last].lower_ in borders:
        after = doc[place.last + 1].lower_ if place.last + 1 < len(doc) else ""
        return after not in settings(WORDS)["border_forces"]
    before = [word.lower_ for word in doc[max(0, place.first - 2) : place.first]]
    return len(before) == 2 and before[0] in borders and before[1] in ("with", "of")


@cache
def _beyond() -> re.Pattern[str]:
    """What names a country only as that beyond a border; not "Iranian border guards"."""
    words = settings(WORDS)
    borders, forces = ("|".join(words[key]) for key in ("borders", "border_forces"))
    return re.compile(rf"\b[A-Z][\w-]+ (?:{borders})\b(?! (?:{forces})\b)")


def _countries(document: Document, places: Sequence[PlaceMention]) -> frozenset[str]:
    """Every country that a place, a demonym or a one-word country name of the report points to."""
    found = {place.place.country for place in places if place.place.country}
    for word in set(_CAPITALISED.findall(document.report.text)):
        code = countries_by_demonym(word) or country_named(word)
        if code:
            found.add(code)
    return frozenset(found)
