"""What may be published: the public policy, on unless an export is internal.

Reviewed events only; no text of reports; no names of private persons; a coarser place and banded
counts for events that touch protected people and sites; nothing younger than the embargo. Every
step is deterministic, so that repeated exports cannot be averaged to undo it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from dateline.events.words import words_of
from dateline.export.dataset import Dataset
from dateline.knowledge.actors import actor_table
from dateline.knowledge.countries import country_named, is_country_demonym
from dateline.knowledge.files import settings
from dateline.model import (
    Actor,
    ActorKind,
    Claim,
    Contradiction,
    Control,
    Event,
    Place,
    PlacePrecision,
    Report,
    Toll,
)
from dateline.store.decisions import ACCEPTED, Decided

GRID = 0.5
"""Sensitive places are moved to the middle of a cell of this many degrees."""

_PRIVATE = {ActorKind.CIVILIANS, ActorKind.OTHER, ActorKind.PROTESTERS, ActorKind.RIOTERS}


@dataclass(frozen=True, slots=True)
class PublicPolicy:
    """How much is kept back. ``today`` is the day of the export, ``embargo_hours`` its delay."""

    today: date
    unreviewed: bool = False
    embargo_hours: int = 72

    def words(self) -> str:
        """Return the policy as one line."""
        events = "unreviewed events included" if self.unreviewed else "reviewed events only"
        return (
            f"public: {events}, no report text, private names replaced, sensitive events at "
            f"{GRID} degrees and in bands, embargo {self.embargo_hours} hours"
        )


def publish(dataset: Dataset, policy: PublicPolicy) -> Dataset:
    """Return what of a dataset may be published, with claims, texts and spans left out."""
    newest = policy.today - timedelta(days=math.ceil(policy.embargo_hours / 24))
    kept: list[Decided] = []
    for decided in dataset.events:
        if decided.state != ACCEPTED and not policy.unreviewed:
            continue
        last = _last_day(decided.event)
        if last is None or last > newest:
            continue
        kept.append(decided._replace(event=_public(decided.event, dataset), reviewers=()))
    public = dataset.keep(kept, policy=policy.words())
    reports = {key: _bare_report(report) for key, report in public.reports.items()}
    return Dataset(public.events, {}, reports, public.provenance)


def is_sensitive(event: Event, quotes: Iterable[str]) -> bool:
    """Return whether an event touches people or sites that a public place would endanger."""
    rules = settings("exports/sensitive.toml")
    if event.sub_event_type in rules["sub_event_types"]:
        return True
    facilities = settings("languages/en/linking.toml")["facilities"]
    mask = sum(1 << bit for bit, name in enumerate(facilities) if name in rules["facilities"])
    words = frozenset(rules["words"].split())
    for quote in quotes:
        if words_of(quote, content=0, names=0).facilities & mask:
            return True
        if words & set(re.findall(r"[a-z]+", quote.lower())):
            return True
    return False


def redact(text: str) -> str:
    """Return words about a speaker without the names of persons.

    A run of capitalised words stays where it names an organisation, an office, a country or a
    people, or is in capitals throughout; any other becomes ``[name]``. Too much is replaced
    rather than too little.
    """
    return re.sub(r"\b[A-Z][\w'’-]*(?:\s+(?:al-|el-)?[A-Z][\w'’-]*)*", _redacted, text)


def _redacted(match: re.Match[str]) -> str:
    run = match.group()
    words = run.split()
    group = words[1:] if words[0].lower() in _LEADERS else words
    # A single word may be a person's name as well as the short one of a group.
    if len(group) > 1 and actor_table().find(" ".join(group)):
        return run
    known = [_is_public(word) for word in words]
    if all(known):
        return run
    if words[0].lower() in _LEADERS and len(words) == 1:
        return run
    if not any(known):
        return "[name]"
    # Of a run like "Human Rights Ada Abo" the known words stay, the others are a person's.
    out: list[str] = []
    for word, public in zip(words, known, strict=True):
        if public:
            out.append(word)
        elif not out or out[-1] != "[name]":
            out.append("[name]")
    return " ".join(out)


_LEADERS = {"a", "an", "the", "local", "two", "some", "several", "one"}


def _is_public(word: str) -> bool:
    word = re.sub(r"['’]s?$", "", word)
    lower = word.lower()
    return (
        lower in _organisations()
        or lower in _LEADERS
        or (word.isupper() and len(word) > 1)
        or is_country_demonym(word)
        or country_named(word) is not None
    )


@cache
def _organisations() -> frozenset[str]:
    words = settings("exports/sensitive.toml")["speakers"]["organisations"]
    return frozenset(words.split())


def _last_day(event: Event) -> date | None:
    days = [event.date.end if event.date else None, event.last_reported]
    known = [day for day in days if day is not None]
    return max(known) if known else None


def _public(event: Event, dataset: Dataset) -> Event:
    claims = [dataset.tellings[ref] for ref in event.claims if ref in dataset.tellings]
    quotes = [telling.quote for telling in claims]
    persons = _persons(event, (telling.claim for telling in claims))
    changes: dict[str, Any] = {
        "side_a": tuple(map(_nameless, event.side_a)),
        "side_b": tuple(map(_nameless, event.side_b)),
        "attributed_to": tuple(dict.fromkeys(map(redact, event.attributed_to))),
        "control": _nameless_control(event.control),
        "links": (),
        "alternatives": {},
        "contradictions": tuple(_nameless_clash(clash, persons) for clash in event.contradictions),
        "date": event.date.model_copy(update={"span": None}) if event.date else None,
    }
    if event.place:
        changes["place"] = event.place.model_copy(update={"span": None})
    if is_sensitive(event, quotes):
        changes["place"] = _coarse(event.place) if event.place else None
        changes["tolls"] = tuple(map(_banded, event.tolls))
        changes["contradictions"] = tuple(
            clash for clash in changes["contradictions"] if clash.field not in ("toll", "place")
        )
    return event.model_copy(update=changes)


def _nameless(actor: Actor) -> Actor:
    """An actor without the words of the report; groups keep their names."""
    name = None if actor.kind in _PRIVATE else actor.name
    return actor.model_copy(update={"mention": name or str(actor.kind), "name": name, "span": None})


def _nameless_control(control: Control | None) -> Control | None:
    if control is None:
        return None
    to, loser = control.to, control.from_
    return Control(to=to and _nameless(to), from_=loser and _nameless(loser))


def _persons(event: Event, claims: Iterable[Claim]) -> dict[str, str]:
    """The names of private persons among the actors, each with the kind that stands for it."""
    actors = [*event.side_a, *event.side_b]
    for claim in claims:
        actors += [*claim.side_a, *claim.side_b]
        if claim.control:
            actors += [actor for actor in (claim.control.to, claim.control.from_) if actor]
    return {a.name: str(a.kind) for a in actors if a.name and a.kind in _PRIVATE}


def _nameless_clash(clash: Contradiction, persons: Mapping[str, str]) -> Contradiction:
    """A contradiction whose values name no private person."""
    rows = []
    for row in clash.alternatives:
        names = [persons.get(name, name) for name in row.value.split("; ")]
        rows.append(row.model_copy(update={"value": "; ".join(dict.fromkeys(names))}))
    return clash.model_copy(update={"alternatives": tuple(rows)})


def _coarse(place: Place) -> Place:
    """A place known only by its province, at the middle of a grid cell."""
    area = place.admin1 or place.country or "withheld"
    precision = (
        place.precision if place.precision is PlacePrecision.COUNTRY else PlacePrecision.REGION
    )
    return place.model_copy(
        update={
            "name": area,
            "canonical": area,
            "lat": _middle(place.lat),
            "lon": _middle(place.lon),
            "precision": precision,
            "geonameid": None,
            "pcode": None,
            "span": None,
        }
    )


def _middle(value: float | None) -> float | None:
    return None if value is None else math.floor(value / GRID) * GRID + GRID / 2


def _banded(toll: Toll) -> Toll:
    band = settings("exports/sensitive.toml")["band"]
    known = [value for value in (toll.best, toll.low, toll.high) if value is not None]
    if not known or max(known) >= band["below"] or max(known) == 0:
        return toll
    return toll.model_copy(update={"low": band["low"], "best": None, "high": band["high"]})


def _bare_report(report: Report) -> Report:
    """A report as it may be cited: where and when it came out, nothing of what it says."""
    return report.model_copy(update={"text": "", "title": None})
