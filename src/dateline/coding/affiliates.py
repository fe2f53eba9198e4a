"""Groups that are called after the larger one they belong to: "al-Qaeda's Yemeni branch".

Read as al-Qaeda itself, what the branch did would stand under another group's name. It is known
by the name that stands beside it ("al-Qaeda's wing in Syria, the Nusra Front"), else by its land,
which may be that of the report ("an al-Qaeda affiliate"). Source: coding frame, an actor's proper
name in its usual English form. Words and groups are data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from dateline.coding.actor_reading import Reading
from dateline.coding.document import Document
from dateline.coding.mentions import ActorMention
from dateline.coding.syntax import Doc
from dateline.knowledge.actors import ActorTable, NamedActor
from dateline.knowledge.countries import countries_by_demonym, country_named
from dateline.knowledge.files import settings
from dateline.model import ActorKind

WORDS = "languages/en/affiliates.toml"
"""Where the words, and which groups are whose, are kept."""

BETWEEN = 5
"""How many words may stand between a group and its part: "Islamic State's most active branch"."""

_ARMED = frozenset({ActorKind.REBEL, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA})


@dataclass(frozen=True, slots=True)
class Part:
    """Words that tell of a part of a group: tokens ``first`` to ``last``, and what says where."""

    first: int
    last: int
    land: tuple[str, ...]
    former: bool


def as_branches(
    document: Document, readings: Sequence[Reading], table: ActorTable, country: str | None
) -> list[Reading]:
    """Return the readings, their mentions of a larger group as its part where one is told of.

    ``country`` is the one that the report is about. What points back ("they") is read after this.
    """
    mentions = [reading.mention for reading in readings if reading.mention is not None]
    return [
        replace(one, mention=_as_branch(document, one.mention, mentions, table, country))
        if one.mention is not None
        else one
        for one in readings
    ]


def _as_branch(
    document: Document,
    mention: ActorMention,
    mentions: Sequence[ActorMention],
    table: ActorTable,
    country: str | None,
) -> ActorMention:
    whole = _whole(mention, table)
    part = _part(document.doc, mention, whole) if whole else None
    if whole is None or part is None:
        return mention
    beside = next(_beside(document.doc, part, mention, mentions), None)
    if beside is not None:
        named = [actor for actor in beside.actors if actor.name]
        return _called(mention, [(one.name, one.kind, one.country) for one in named])
    row = _row(whole.id, part, table, document, country)
    return mention if row is None else _called(mention, [(row.name, row.kind, row.home)])


def _whole(mention: ActorMention, table: ActorTable) -> NamedActor | None:
    """The group that a mention names and that has parts of other names, or None."""
    names = {actor.name for actor in mention.actors}
    if len(names) != 1:
        return None
    name = names.pop()
    rows = (table.by_id(identifier) for identifier in _wholes())
    return next((row for row in rows if row is not None and row.name == name), None)


def _part(doc: Doc, mention: ActorMention, whole: NamedActor) -> Part | None:
    """The part of the group of which a mention speaks: "X's branch in Y", "the Y branch of X"."""
    parts, plain = _words("parts"), _words("plain")
    before = mention.first - (2 if doc[mention.first - 1].lower_ == "the" else 1)
    if mention.first > 1 and before > 0 and doc[before].lower_ == "of":
        noun = doc[before - 1]
        if noun.lemma_.lower() in parts and noun.nbor().i == before:
            words = [one.lower_ for one in doc[max(0, before - 1 - 3) : before - 1]]
            return _told(doc, max(0, before - 2), mention.last, words)
    words, begun = [], False
    names = _names(whole)
    for token in doc[mention.first : mention.last + BETWEEN]:
        if not parts.isdisjoint((token.lower_, token.lemma_.lower())) and token.text[-2:] != "ed":
            if words and words[-1] in _words("own"):
                return None
            return _told(doc, mention.first, max(mention.last, token.i + 1), words)
        if token.i >= mention.last and not (
            token.pos_ in ("ADJ", "PROPN", "NOUN") or token.lower_ in plain | _words("bearings")
        ):
            return None
        begun = begun or token.lower_ in names
        if token.i >= mention.last or (begun and token.lower_ not in names):
            words.append(token.lower_)
    return None


@cache
def _names(whole: NamedActor) -> frozenset[str]:
    """All words of the names of a group, in small letters."""
    said = " ".join((whole.name, *whole.aliases)).lower()
    return frozenset(re.split(r"[\s()-]+", said))


def _told(doc: Doc, first: int, last: int, words: Sequence[str]) -> Part:
    """The part, with the words of its land before it and behind it: "branch in Yemen"."""
    behind: list[str] = []
    if last < len(doc) and doc[last].lower_ in _words("where"):
        behind = [one.lower_ for one in doc[last + 1 : last + 5]]
    told = not _words("former").isdisjoint(words)
    return Part(first, last, (*words, *behind), told)


def _beside(
    doc: Doc, part: Part, mention: ActorMention, mentions: Sequence[ActorMention]
) -> Iterator[ActorMention]:
    """Yield the armed group by name that stands next to the words for a part."""
    joining = _words("joining")
    for other in mentions:
        if other is mention or not any(a.name and a.kind in _ARMED for a in other.actors):
            continue
        if {actor.name for actor in other.actors} == {actor.name for actor in mention.actors}:
            continue
        gap = None
        if part.last <= other.first <= part.last + 4:
            gap = doc[_end(doc, part) : other.first]
        elif part.first - 4 <= other.last <= part.first:
            gap = doc[other.last : part.first]
        if gap is not None and all(token.lower_ in joining for token in gap):
            yield other


def _end(doc: Doc, part: Part) -> int:
    """The token behind a part and its land: "al-Qaeda's wing in Syria, the Nusra Front"."""
    if part.last + 1 < len(doc) and doc[part.last].lower_ in _words("where"):
        return part.last + (3 if doc[part.last + 1].lower_ == "the" else 2)
    return part.last


def _row(
    whole: str, part: Part, table: ActorTable, document: Document, country: str | None
) -> NamedActor | None:
    """Which group is the part of another in a land, at the time of the report, or None."""
    by_land = settings(WORDS)[whole]
    told = [word for word in part.land if word not in _words("plain")]
    lands = list(_lands(told)) if told or country is None else [country]
    known = [identifier for land in lands for identifier in by_land.get(land, ())]
    rows = [row for one in known if (row := table.by_id(one)) is not None]
    living = [row for row in rows if row.distance(document.report.published) == 0]
    if not living:
        return None
    return living[-1] if part.former else living[0]


def _lands(words: Sequence[str]) -> Iterator[str]:
    """Yield the lands that words name: as pairs ("north african"), then each by itself."""
    flat = [word for said in words for word in said.split("-") if word]
    yield from (f"{one} {other}" for one, other in pairwise(flat))
    for word in flat:
        yield word
        code = countries_by_demonym(word.capitalize()) or country_named(word.capitalize())
        if code:
            yield code


def _called(
    mention: ActorMention, groups: Sequence[tuple[str | None, ActorKind, str | None]]
) -> ActorMention:
    first = mention.actors[0]
    actors = tuple(
        first.model_copy(update={"name": name, "kind": kind, "country": home})
        for name, kind, home in groups
    )
    return replace(mention, actors=actors)


@cache
def _wholes() -> tuple[str, ...]:
    return tuple(key for key, value in settings(WORDS).items() if isinstance(value, dict))


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(settings(WORDS)[key])
