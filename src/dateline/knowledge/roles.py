"""The words that make up actor phrases, ready to be matched word by word.

Roles come from ``languages/en/roles.csv``, names from the actor table, nations from the countries,
leaders from ``leaders.csv`` and ``commanders.csv``; the longest match wins.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from dateline.errors import KnowledgeError
from dateline.knowledge.actors import ActorTable, NamedActor
from dateline.knowledge.countries import countries, territories
from dateline.knowledge.files import settings, table
from dateline.knowledge.leaders import LEADERS, Leader, leader_of
from dateline.knowledge.names import name_key, word_key
from dateline.model import ActorKind

PHRASES = "languages/en/actor_phrases.csv"
ROLES = "languages/en/roles.csv"
COMMANDERS = "commanders.csv"
GRAMMAR = "languages/en/actors.toml"

_MILITIA, _MEMBERS = word_key("militia"), word_key("militiamen")
"""The "Ninja militia" has "Ninja militiamen"."""

_SHORT = 5
"""Letters up to which a country's name in capitals is an abbreviation: "SADR" is no "Sadr"."""


RoleClass = Literal["person", "unit", "crowd", "carrier", "thing", "site", "quality"]
_CLASSES = frozenset({"person", "unit", "crowd", "carrier", "thing", "site", "quality"})


@dataclass(frozen=True, slots=True)
class Role:
    """A word for who acts: its class, the kind it tells and how strongly.

    ``national`` is the kind where a nationality is the only owner; ``plural`` is true for the
    plural form of a count noun.
    """

    word: str
    kind_class: RoleClass
    kind: ActorKind | None
    weight: float
    national: ActorKind | None
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Nation:
    """A word that points to a country: its adjective, its name, or its capital."""

    code: str
    form: Literal["adjective", "name", "capital"]
    rebels: tuple[int, int] | None = None
    """Years in which the army and police of this nation are rebels: a territory that broke away."""

    def is_apart(self, on: date | None) -> bool:
        """Return whether the nation has broken away from its state on a day; any day without."""
        return self.rebels is not None and (
            on is None or self.rebels[0] <= on.year <= self.rebels[1]
        )


@dataclass(frozen=True, slots=True)
class Name:
    """The actors of the table that bear a name."""

    rows: tuple[NamedActor, ...]
    bound: bool = False
    """True for a description that means the actor only in its own countries and years."""
    about: str = ""
    """The country that a report must be about for the description to mean the actor, or ""."""


Word = Role | Nation | Leader | Name


@dataclass(frozen=True, slots=True)
class Entry:
    """One phrase of the lexicon: its word keys, what it says, and how it must be written.

    ``case`` is "any", "capital" (some word has a capital) or "acronym" (all capitals).
    """

    keys: tuple[str, ...]
    word: Word
    case: Literal["any", "capital", "acronym"]


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a language ties actor phrases together; see the data file."""

    led: frozenset[str]
    backed: frozenset[str]
    linked: frozenset[str]
    holding: frozenset[str]
    held: frozenset[str]
    denied: frozenset[str]
    pro: frozenset[str]
    anti: frozenset[str]
    outside: frozenset[str]
    owner_links: tuple[tuple[str, ...], ...]
    named_only_links: frozenset[tuple[str, ...]]
    whose: frozenset[str]
    fallen: frozenset[str]
    followers: frozenset[str]
    band: frozenset[str]
    kin: frozenset[str]
    given: frozenset[str]
    toll_letters: frozenset[str]


@cache
def grammar() -> Grammar:
    """Return the English grammar of actor phrases."""
    data = settings(GRAMMAR)

    def phrases(key: str) -> tuple[tuple[str, ...], ...]:
        found = (tuple(map(word_key, phrase.split())) for phrase in data[key])
        return tuple(sorted(found, key=len, reverse=True))

    def keys(key: str) -> frozenset[str]:
        return frozenset(map(word_key, data[key]))

    return Grammar(
        led=keys("led"),
        backed=keys("backed"),
        linked=keys("linked"),
        holding=keys("holding"),
        held=keys("held"),
        denied=keys("denied"),
        pro=keys("pro"),
        anti=keys("anti"),
        outside=keys("outside"),
        owner_links=phrases("owner_links"),
        named_only_links=frozenset(phrases("named_only_links")),
        whose=keys("whose"),
        fallen=keys("fallen"),
        followers=keys("followers"),
        band=keys("band"),
        kin=keys("kin"),
        given=keys("given"),
        toll_letters=keys("toll_letters"),
    )


@dataclass(frozen=True, slots=True)
class Anaphora:
    """The words that point back to an actor named before; see the data file."""

    pronouns: frozenset[str]
    plural: frozenset[str]
    owners: frozenset[str]
    commanders: frozenset[str]
    fellows: frozenset[str]
    groups: frozenset[str]
    same: frozenset[str]
    members: frozenset[str]
    rebels: frozenset[str]
    undefined: frozenset[str]
    followers: frozenset[str]
    hostile: frozenset[str]
    sending: frozenset[str]
    hostile_by: frozenset[str]
    allied: frozenset[str]
    coalitions: frozenset[str]
    flyers: frozenset[str]
    flown: frozenset[str]
    silent: frozenset[str]

    @property
    def called(self) -> frozenset[str]:
        """What rebels are called who may be those of the one group that a report names."""
        return self.members | self.rebels


@cache
def anaphora() -> Anaphora:
    """Return the English words that point back."""
    data = settings(GRAMMAR)["anaphora"]
    return Anaphora(**{key: frozenset(words) for key, words in data.items()})


@dataclass(frozen=True, slots=True)
class Unlisted:
    """How names that no table holds are built, as word keys; see the data file."""

    firsts: frozenset[str]
    heads: frozenset[str]
    qualifiers: frozenset[str]
    never: frozenset[str]


@cache
def unlisted() -> Unlisted:
    """Return the words that build the names of armed groups in English."""
    data = settings(GRAMMAR)["unlisted"]
    return Unlisted(**{key: frozenset(map(word_key, words)) for key, words in data.items()})


class ActorLexicon:
    """All phrases by their word keys.

    ``words`` are the keys of all words of all phrases; ``lengths`` gives, for the first word key of
    a phrase, how many words its phrases have, the longest first. ``common`` are the words that
    describe an actor and name none.
    """

    def __init__(self, names: ActorTable) -> None:
        entries: dict[tuple[str, ...], list[Entry]] = {}
        for entry in (
            *_names(names),
            *_nations(),
            *_commanders(names),
            *_leaders(),
            *_roles(),
        ):
            if entry.keys:
                entries.setdefault(entry.keys, []).append(entry)
        lengths: dict[str, set[int]] = {}
        for keys in entries:
            lengths.setdefault(keys[0], set()).add(len(keys))
        self.words = frozenset(word for keys in entries for word in keys)
        stances = grammar()
        self.common = (
            stances.pro
            | stances.anti
            | stances.led
            | stances.backed
            | {
                keys[0]
                for keys, found in entries.items()
                if len(keys) == 1 and any(isinstance(entry.word, (Role, Nation)) for entry in found)
            }
        )
        # "The Taliban" are others in Pakistan: who is meant there goes before the table's name.
        self.entries = {
            keys: tuple(sorted(found, key=lambda entry: not _bound_to_country(entry)))
            for keys, found in entries.items()
        }
        self.lengths = {
            first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()
        }


def _bound_to_country(entry: Entry) -> bool:
    return isinstance(entry.word, Name) and bool(entry.word.about)


@cache
def people() -> frozenset[str]:
    """Return the single words for people and for what they are, as keys: "yazidi", "hausa"."""
    return frozenset(
        entry.keys[0]
        for entry in _roles()
        if len(entry.keys) == 1
        and isinstance(entry.word, Role)
        and entry.word.kind_class in ("person", "quality")
    )


def _names(names: ActorTable) -> Iterator[Entry]:
    acronyms: dict[tuple[str, ...], bool] = {}
    for row in names.rows:
        for name in (row.name, *row.aliases):
            key = name_key(name)
            letters = [ch for ch in name if ch.isalpha()]
            short = len(key) == 1 and len(letters) <= 4 and all(ch.isupper() for ch in letters)
            acronyms[key] = short and acronyms.get(key, True)
    for key, rows in names.keys.items():
        yield Entry(key, Name(rows), "acronym" if acronyms[key] else "capital")
        if len(key) > 1 and key[-1] == _MILITIA and (*key[:-1], _MEMBERS) not in names.keys:
            yield Entry((*key[:-1], _MEMBERS), Name(rows), "capital")
    for line in table(PHRASES):
        found = names.by_id(line["actor"])
        if found is not None:
            described = Name((found,), bound=True, about=line["about"])
            yield Entry(name_key(line["phrase"]), described, "any")


def _nations() -> Iterator[Entry]:
    seen: set[tuple[str, ...]] = set()

    def entry(phrase: str, nation: Nation) -> Iterator[Entry]:
        key = name_key(phrase)
        if key and key not in seen:
            seen.add(key)
            short = len(phrase) <= _SHORT and phrase.isupper()
            yield Entry(key, nation, "acronym" if short else "capital")

    for country in countries().values():
        for demonym in country.demonyms:
            yield from entry(demonym, Nation(country.code, "adjective"))
    for country in countries().values():
        for name in country.names:
            yield from entry(name, Nation(country.code, "name"))
    for territory in territories():
        for demonym in territory.demonyms:
            yield from entry(demonym, Nation(territory.country, "adjective", territory.rebels))
        for name in territory.names:
            yield from entry(name, Nation(territory.country, "name", territory.rebels))
    for country in countries().values():
        for capital in country.capitals:
            yield from entry(capital, Nation(country.code, "capital"))


def _leaders() -> Iterator[Entry]:
    for row in table(LEADERS):
        leader = leader_of(row)
        for name in (row["name"], *row["aliases"].split("|")):
            if name.strip():
                yield Entry(name_key(name), leader, "capital")


def _commanders(names: ActorTable) -> Iterator[Entry]:
    for row in table(COMMANDERS):
        actor = names.by_id(row["actor"])
        if actor is None:
            continue
        leader = Leader(
            name=row["name"],
            country=actor.home or "",
            start=int(row["start"]),
            end=int(row["end"]) if row["end"] else None,
            actor=actor,
        )
        for name in (row["name"], *row["aliases"].split("|")):
            if name.strip():
                yield Entry(name_key(name), leader, "capital")


def _roles() -> Iterator[Entry]:
    seen: set[tuple[str, ...]] = set()
    for row in table(ROLES):
        if row["class"] not in _CLASSES:
            raise KnowledgeError(f"data/{ROLES}: {row['word']}: unknown class {row['class']!r}")
        try:
            kind = ActorKind(row["kind"]) if row["kind"] else None
            national = ActorKind(row["national"]) if row["national"] else None
            weight = float(row["weight"])
        except ValueError as error:
            raise KnowledgeError(f"data/{ROLES}: {row['word']}: {error}") from None
        kind_class: RoleClass = row["class"]  # type: ignore[assignment]
        forms = [(row["word"], False)]
        if kind_class != "quality":
            forms.append((row["plural"] or _plural(row["word"]), True))
        for form, plural in forms:
            key = name_key(form)
            if key not in seen:
                seen.add(key)
                role = Role(row["word"], kind_class, kind, weight, national, plural)
                yield Entry(key, role, "acronym" if row["word"].isupper() else "any")


def _plural(word: str) -> str:
    if word.endswith("s") and not word.endswith("ss"):
        return word
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith(("ss", "sh", "ch", "x")):
        return word + "es"
    return word + "s"
