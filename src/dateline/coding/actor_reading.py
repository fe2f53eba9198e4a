"""Actor phrases -> actors: what kind of actor a phrase names, of which country."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.coding.actor_extent import head_of, link_to, widened, with_name
from dateline.coding.actor_kinds import (
    are_a_people,
    are_herders,
    counts_things,
    is_communal,
    is_numbered,
    is_of_another_state,
    is_plain_thing,
    kind_of,
    may_fight,
    name_in,
    nations_in,
    of_nation,
    role_of,
    shares_with_state,
    stands_bare,
)
from dateline.coding.actor_phrases import Part, Phrase, follows_deed, phrases
from dateline.coding.actor_words import Cell
from dateline.coding.document import Document
from dateline.coding.fighters import are_a_states
from dateline.coding.former_soldiers import kind_of_former
from dateline.coding.losing_states import is_party_to_conquest
from dateline.coding.mentions import ActorMention, PlaceMention
from dateline.coding.peoples import army_of, forces_of, is_blamed
from dateline.coding.syntax import Token
from dateline.coding.unlisted import bear_arms, counted, is_harmed, label_groups, persons
from dateline.knowledge.actors import ActorTable, NamedActor, choose
from dateline.knowledge.leaders import Leader
from dateline.knowledge.names import word_key
from dateline.knowledge.roles import Name, Nation, Role, anaphora, grammar
from dateline.model import Actor, ActorKind

_OWN_PEOPLE = 2.9
"""Weight from which a role noun says whose side its people are on: "teachers of the Taliban"."""

LOYAL = 8
"""For how many years after a ruler's fall some still fight for him."""

_ARMED = frozenset(
    {
        ActorKind.REBEL,
        ActorKind.POLITICAL_MILITIA,
        ActorKind.IDENTITY_MILITIA,
        ActorKind.UNIDENTIFIED,
    }
)
"""Kinds that may be one and the same: the rebels of an armed group are that group."""

_AGENT_DEPS = frozenset({"nsubj", "nsubjpass", "agent", "dobj", "ROOT"})
_AGENT_PREPS = frozenset({"by", "against", "with", "between", "targeting"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A phrase that was read: its role noun, and its mention; None where it names no actor alone.

    ``bare`` is true where the role noun stands without an owner ("the militants", "its forces").
    """

    run: Phrase
    role: Role | None
    mention: ActorMention | None
    bare: bool


class Reader:
    """What stays the same over a report while its phrases are read."""

    def __init__(
        self,
        document: Document,
        places: Sequence[PlaceMention],
        country: str | None,
        countries: frozenset[str],
        table: ActorTable,
    ) -> None:
        self.document = document
        self.table = table
        self.countries = countries
        self.on: date | None = document.report.published
        self.country = country
        self.start = 0
        self.placed = {token for place in places for token in range(place.first, place.last)}

    def read(self, cells: list[Cell], start: int) -> list[Reading]:
        """Return the actor phrases of a sentence that begins at token ``start``, read."""
        self.start = start
        label_groups(cells, self.country)
        found: list[Reading] = []
        runs = list(phrases(cells))
        at = 0
        while at < len(runs):
            run = runs[at]
            used, last, actors = self._read(runs, at, cells)
            role = role_of(run)
            bare = role is not None and used == 1 and stands_bare(run)
            if bare and counts_things(run, self.document.doc):
                actors = []
            found.append(Reading(run, role, self._mention(run, last, actors), bare))
            at += used
        told = {at for one in found if (m := one.mention) for at in range(m.first, m.last)}
        taken = self.placed | told
        phrased = {at for one in found if one.role for at in range(one.run.first, one.run.last)}
        numbers = counted(cells, self.document.doc, told, phrased)
        victims = [(at, at + 1) for at in numbers if at not in taken]
        armed = {one.mention.head for one in found if one.mention and bear_arms(one.mention.actors)}
        known = persons(cells, self.document.doc, taken, armed)
        for first, last in (*known, *victims):
            run = Phrase(0, 0, first, last)
            actor = self._actor(run, ActorKind.CIVILIANS, None)
            found.append(Reading(run, None, self._mention(run, last, [actor]), False))
        found.sort(key=lambda reading: reading.run.first)
        return found

    def _read(self, runs: list[Phrase], at: int, cells: list[Cell]) -> tuple[int, int, list[Actor]]:
        """How many runs belong together, the token behind them, and the actors they name."""
        run = runs[at]
        head = role_of(run)
        following = runs[at + 1] if at + 1 < len(runs) else None
        link = link_to(run, following, cells)
        if following is not None and link and head is not None and name_in(run) is None:
            if link == "named" and name_in(following) is not None and head.weight < _OWN_PEOPLE:
                return 2, following.last, self._actors(following, cells)
            commander = self._leader(following)
            if (
                link == "named"
                and commander is not None
                and commander.actor is not None
                and may_fight(head, commander)
            ):
                return 2, following.last, [self._of_leader(following, commander)]
            if link == "owner":
                owner = self._owner(following, head, cells)
                if owner is not None:
                    return 2, following.last, owner
        return 1, with_name(run, head, cells), self._actors(run, cells)

    def _owner(self, owner: Phrase, head: Role, cells: list[Cell]) -> list[Actor] | None:
        """The actors of "HEAD of OWNER", or None where the owner says nothing about the head."""
        named = name_in(owner)
        if named is not None:
            theirs = head.weight < _OWN_PEOPLE or (
                head.kind in _ARMED and any(row.kind in _ARMED for row in named.rows)
            )
            return self._actors(owner, cells) if theirs else None
        ruler = self._leader(owner)
        if ruler is not None and may_fight(head, ruler):
            return [self._of_leader(owner, ruler)]
        inner = role_of(owner)
        if inner is None:
            nations = nations_in(owner)
            if nations:
                kind = head.kind or head.national
                return [self._of(owner, kind, code) for code in nations] if kind else None
            return None
        if head.kind_class in {"carrier", "crowd", "thing", "site"} or inner.kind in {
            ActorKind.STATE_FORCES
        }:
            if head.weight >= 2.4:
                return None
            return self._actors(owner, cells)
        return None

    def _actors(self, run: Phrase, cells: list[Cell]) -> list[Actor]:
        """The actors that a run names by itself; none where it names no actor."""
        if run.parts[-1].stance == "held":
            return self._holder(run)
        head = role_of(run)
        names = [
            part
            for part in run.parts
            if isinstance(part.word, Name)
            and part.stance in ("", "led")
            and not is_of_another_state(run, part.word)
        ]
        leader = self._leader(run)
        if names and not (
            head is not None
            and head.kind is ActorKind.CIVILIANS
            and head.weight > 2.9
            and run.parts[-1].word is not names[-1].word
        ):
            return self._named(run, names)
        if head is None or _of_coalition(run) or head.national is not None:
            coalition = self._coalition(run, head, cells)
            if coalition is not None:
                return [self._actor(run, coalition.kind, coalition.home, coalition.name)]
        if head is None:
            return self._bare(run, cells)
        if is_plain_thing(run):
            return []
        if leader is not None and may_fight(head, leader):
            if leader.actor is not None:
                return [self._of_leader(run, leader)]
            owned = head.kind_class in ("person", "unit") and run.parts[-1].word is head
            if owned and not leader.in_power(self.on) and not self._is_history(leader):
                return [self._of_leader(run, leader)]  # "Saleh's forces", after his fall
        kind = kind_of(run, head)
        unarmed = are_a_people(run, head) or are_herders(run, head)
        if kind in _ARMED and unarmed and is_harmed(self.document.doc, run.last):
            kind = ActorKind.CIVILIANS  # "killed 21 Hutu men", "shot three herders"
        if kind is ActorKind.POLITICAL_MILITIA and is_communal(run, head, self.document.doc):
            kind = ActorKind.IDENTITY_MILITIA
        titled = head.kind_class == "person"
        if leader is not None and titled and run.parts[-1].word is leader:
            kind = ActorKind.STATE_FORCES  # "Syrian President Bashar al-Assad"
        if kind is ActorKind.STATE_FORCES and titled and leader is None:
            kind = kind_of_former(self.document.doc, run.first, run.last) or kind
        if kind is None and is_numbered(head.word, self.document.doc, run.first):
            kind = ActorKind.STATE_FORCES
        if kind is None:
            return []
        army = self._army_of_kin(run, kind)
        if army is not None:
            return [self._actor(run, army.kind, army.home, army.name)]
        codes: list[str | None] = list(nations_in(run))
        if leader is not None:
            codes = [leader.country]
        elif run.together and codes and shares_with_state(run, head):
            codes.append(None)  # "Russian and government planes"
        noun = self.document.doc[run.last - 1]
        return [
            self._of(run, self._flown(noun, kind, code) if code else kind, code)
            for code in codes or [None]
        ]

    def _flown(self, noun: Token, kind: ActorKind, code: str) -> ActorKind:
        """The kind of a nation's people: fighters may be planes."""
        strange = kind in (ActorKind.REBEL, ActorKind.UNIDENTIFIED)
        states = strange and are_a_states(noun, code, self.table, self.on)
        return ActorKind.STATE_FORCES if states else kind

    def _coalition(self, run: Phrase, head: Role | None, cells: list[Cell]) -> NamedActor | None:
        """The coalition that "US-led strikes" or "the coalition" means here and now."""
        led = [part for part in run.parts if part.stance == "led" and isinstance(part.word, Nation)]
        if led:
            if head is None and not self._leads_to_deed(run, cells):
                return None
            span = self.document.offsets(led[-1].first, led[-1].last)
            called = f"{self.document.quote(span)}-led coalition"
            for code in (self.country, *sorted(self.countries)):
                row = self.table.find(called, self.on, code)
                if row is not None and row.distance(self.on) == 0 and code in row.countries:
                    return row
            return None
        word = _of_coalition(run)
        if head is None or word is None or nations_in(run):
            return None
        if kind_of(run, head) is not ActorKind.EXTERNAL_FORCES:
            return None
        return self.table.sole(word, self._acts_here)

    def _leads_to_deed(self, run: Phrase, cells: list[Cell]) -> bool:
        """Whether what somebody leads is what is done: "US-led air strikes"."""
        led = run.end < len(cells) and cells[run.end].key in grammar().led
        return follows_deed(self.document, cells, run.end + led)

    def _acts_here(self, row: NamedActor) -> bool:
        return row.distance(self.on) == 0 and self.country in row.countries

    def _holder(self, run: Phrase) -> list[Actor]:
        """Who holds the place in "rebel-held town"."""
        word = run.parts[-1].word
        if isinstance(word, Name):
            row = choose(word.rows, self.on, self.country, self.countries)
            return [self._actor(run, row.kind, row.home, row.name)]
        if isinstance(word, Role) and word.kind not in (None, ActorKind.CIVILIANS):
            return [self._actor(run, word.kind, None)] if word.kind else []
        if isinstance(word, Nation) and word.form == "adjective":
            return [self._actor(run, ActorKind.STATE_FORCES, word.code)]
        return []

    def _named(self, run: Phrase, names: list[Part]) -> list[Actor]:
        found: list[Actor] = []
        nations = nations_in(run)
        country = nations[-1] if nations else self.country
        for part in names if run.together else names[-1:]:
            word = part.word
            if isinstance(word, Name):
                row = choose(word.rows, self.on, country, self.countries)
                found.append(self._actor(run, row.kind, row.home, row.name))
        return found

    def _bare(self, run: Phrase, cells: list[Cell]) -> list[Actor]:
        """The actors of a run without a role noun: "Israeli" before an event noun, "Israel"."""
        last = run.parts[-1].word
        deed = follows_deed(self.document, cells, run.end) and not self._are_many(run)
        if isinstance(last, Role):
            if not deed or last.kind in (None, ActorKind.EXTERNAL_FORCES):
                return []
            codes: list[str | None] = list(nations_in(run))
            return [self._of(run, last.kind, code) for code in codes or [None]]
        if isinstance(last, Leader):
            if run.parts[-1].stance:
                return []
            if run.last - run.first < 2 and not deed:
                return []
            return [self._of_leader(run, last)]
        if not isinstance(last, Nation) or run.parts[-1].stance not in ("", "led"):
            return []
        if run.parts[-1].stance:
            deeds = self._leads_to_deed(run, cells)
            return [self._of(run, ActorKind.STATE_FORCES, last.code)] if deeds else []
        token = self.document.doc[run.parts[-1].last - 1]
        army = self._army(token) if last.form == "adjective" else None
        if army is not None and (deed or forces_of(token, last.code, self.country)):
            return [self._actor(run, army.kind, army.home, army.name)]
        if deed:
            kind = ActorKind.STATE_FORCES
        elif last.form == "adjective":
            if not _nominal(token):
                return []
            kind = forces_of(token, last.code, self.country) or ActorKind.CIVILIANS
        elif _acts(token):
            if last.form == "capital" and token.dep_ != "nsubj" and not is_blamed(token):
                return []
            kind = ActorKind.STATE_FORCES
        else:
            return []
        return [self._of(run, kind, code) for code in nations_in(run)]

    def _are_many(self, run: Phrase) -> bool:
        """Whether a nation is told of as people: "Palestinians protesting" do no state's deed."""
        word = self.document.doc[run.last - 1]
        nation = isinstance(run.parts[-1].word, Nation)
        return nation and word.tag_ in ("NNS", "NNPS") and word.lower_.endswith("s")

    def _army(self, people: Token) -> NamedActor | None:
        """The army that a people has in the country of the report in these years, or None."""
        army = army_of(people, self.country)
        row = self.table.by_id(army) if army else None
        return row if row is not None and row.distance(self.on) == 0 else None

    def _army_of_kin(self, run: Phrase, kind: ActorKind) -> NamedActor | None:
        """The army that soldiers of a people are of, in the country of the report, or None.

        "Serb infantry" in Bosnia is no state's: Serbia's would be called Serbian. Beside "Bosnian
        Croats", "Croat troops" are Croatia's.
        """
        nations = [part for part in run.parts if isinstance(part.word, Nation)]
        if kind not in (ActorKind.STATE_FORCES, ActorKind.UNIDENTIFIED) or len(nations) != 1:
            return None
        people = nations[0]
        alone = people.last - people.first == 1 and not people.stance
        word, doc = self.document.doc[people.first], self.document.doc
        kin = word.lower_.removesuffix("s")
        beside = [word for one in doc[run.last - 1].conjuncts for word in one.subtree]
        if not alone or any(one.lower_.removesuffix("s") == kin for one in beside):
            return None
        return self._army(word)

    def _of_leader(self, run: Phrase, leader: Leader) -> Actor:
        """The forces that a leader's name stands for: the group, the state's, or rebels.

        Those who still fight for a ruler that has fallen fight the state.
        """
        if leader.actor is not None:
            row = leader.actor
            return self._actor(run, row.kind, row.home, row.name)
        around = self.document.doc[max(0, run.first - 2) : run.last]
        words = {word_key(token.text) for token in around}
        rules = leader.in_power(self.on) and words.isdisjoint(grammar().fallen)
        kind = ActorKind.STATE_FORCES if rules or self._is_history(leader) else ActorKind.REBEL
        return self._actor(run, kind, leader.country)

    def _is_history(self, leader: Leader) -> bool:
        """Whether nobody fights any more for a ruler: what is told of his army is of his time."""
        return self.on is not None and leader.end is not None and self.on.year - leader.end > LOYAL

    def _leader(self, run: Phrase) -> Leader | None:
        for part in run.parts:
            if isinstance(part.word, Leader) and not part.stance:
                # "Ain al-Asad" is a base in Iraq.
                return None if part.first in self.placed else part.word
        for part in run.parts:  # "pro-Machar fighters"
            if isinstance(part.word, Leader) and part.word.actor and part.stance == "pro":
                return part.word
        return None

    def _of(self, run: Phrase, kind: ActorKind, code: str | None) -> Actor:
        """The actor of a kind that a run names, of the country with that code."""
        return self._actor(run, of_nation(run, kind, code, self.on), code)

    def _actor(
        self, run: Phrase, kind: ActorKind, country: str | None, name: str | None = None
    ) -> Actor:
        span = self.document.offsets(run.first, run.last)
        return Actor(
            mention=self.document.quote(span), name=name, kind=kind, country=country, span=span
        )

    def _mention(self, run: Phrase, last: int, actors: list[Actor]) -> ActorMention | None:
        if not actors:
            return None
        doc = self.document.doc
        first = widened(doc[run.first], self.start)
        span = self.document.offsets(first, last)
        quote = self.document.quote(span)
        head = head_of(doc, run.first, last if last - run.last < 5 else run.last)
        return ActorMention(
            first=first,
            last=last,
            head=head,
            actors=tuple(
                actor.model_copy(update={"mention": quote, "span": span}) for actor in actors
            ),
        )


def _of_coalition(run: Phrase) -> str | None:
    """The role word for a coalition, alone or before what is its own: "coalition jets"; or None."""
    roles = (part.word.word for part in run.parts if isinstance(part.word, Role))
    words = (word for role in roles for word in role.split())
    return next((word for word in words if word in anaphora().coalitions), None)


def _nominal(token: Token) -> bool:
    """True where a demonym stands for people: "Palestinians", "two Iraqis", "an Israeli"."""
    if token.pos_ in ("NOUN", "PROPN"):
        return token.dep_ not in ("compound", "amod", "nmod", "npadvmod")
    return token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")


def _acts(token: Token) -> bool:
    """True where the syntax makes a country or capital one that acts or is acted on."""
    doc = token.doc
    listed = token.dep_ not in ("nsubj", "nsubjpass", "conj")
    if listed and token.i > 1 and doc[token.i - 1].text == "," and doc[token.i - 2].pos_ == "PROPN":
        return False  # "Basra, Iraq"
    while token.dep_ in ("conj", "compound") and token.head.i != token.i:
        token = token.head
    if token.dep_ in _AGENT_DEPS:
        return True
    if token.dep_ == "pobj":
        return token.head.lower_ in _AGENT_PREPS or is_party_to_conquest(token) or is_blamed(token)
    return False
