"""Who holds which place: a ledger that can be replayed, on the word of the claims alone.

Only a claim that says a place changed hands moves the ledger: entering a town, fighting in it,
advancing to its outskirts or seizing some of its quarters is not holding it. A site, such as an air
base, is held for itself. A withdrawal leaves a place without a holder until somebody is told to
hold it. A capture that is denied where it is told stands only if another source tells of it, too;
a denial marks what it denies as disputed.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from dateline.events.contradictions import actor_words
from dateline.events.merge import certainty
from dateline.events.reasons import same_actor
from dateline.events.sources import independent, publishers
from dateline.events.taken import PART, WHOLE, taken
from dateline.events.telling import Telling
from dateline.events.words import fold
from dateline.knowledge.files import settings
from dateline.model import (
    Actor,
    ActorKind,
    Certainty,
    Control,
    DatePrecision,
    Holding,
    PlacePrecision,
    Status,
    SubEventType,
)

NEWS_DAYS = 3
"""Reports of one capture may name days this far apart; the day most sources name is kept."""

_PRONOUNS = frozenset(settings("languages/en/linking.toml")["pronouns"])
_ARMED = {ActorKind.REBEL, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA}
_CAPTURES = {SubEventType.GOVERNMENT_REGAINS, SubEventType.NON_STATE_OVERTAKES}


@dataclass(slots=True)
class _Spell:
    """One holder's time in a place while it is put together."""

    holder: Actor | None
    told: list[Telling]
    rivals: list[Telling] = field(default_factory=list)
    denials: list[Telling] = field(default_factory=list)
    until: date | None = None

    @property
    def since(self) -> date:
        taken = [telling for telling in self.told if _taker(telling)]
        return _since(taken or self.told)


def ledger(told: Iterable[Telling]) -> list[Holding]:
    """Return who held which place and since when, by place and then by day.

    The result does not depend on the order of ``told``. Claims that are planned, without a date,
    of a part of a place, or told only as near a place, move nothing.
    """
    places: dict[_Key, list[Telling]] = {}
    for telling in map(_with_holder, told):
        key = _key(telling)
        if key is not None:
            places.setdefault(key, []).append(telling)
    out: list[Holding] = []
    for key in sorted(places):
        rows = sorted(places[key], key=_order)
        denied = [telling for telling in rows if _denied(telling)]
        spells = _spells([row for row in rows if not _denied(row) or _borne_out(row, rows)])
        for spell in spells:
            spell.denials = [telling for telling in denied if _denies(telling, spell)]
        out += (_holding(spell) for spell in spells)
    return out


def holders_on(holdings: Iterable[Holding], day: date) -> Iterator[Holding]:
    """Yield the holdings that last on ``day``: who held what at its end."""
    for holding in holdings:
        if holding.since <= day and (holding.until is None or day < holding.until):
            yield holding


def _taker(telling: Telling) -> Actor | None:
    """Who holds the place after a claim; None where it only tells who left."""
    return telling.claim.control.to if telling.claim.control else None


_Key = tuple[str, str, str]
"""A place, its country, and a site there or ``WHOLE``."""


def _with_holder(telling: Telling) -> Telling:
    """A telling of a capture that names no holder, with the side that captured as holder."""
    claim = telling.claim
    if claim.sub_event_type not in _CAPTURES or (claim.control and claim.control.to):
        return telling
    if not claim.side_a:
        return telling
    loser = claim.control.from_ if claim.control else next(iter(claim.side_b), None)
    held = Control(to=claim.side_a[0], from_=loser)
    return telling._replace(claim=claim.model_copy(update={"control": held}))


def _key(telling: Telling) -> _Key | None:
    """What a claim that says who holds it names; None for any other claim."""
    claim = telling.claim
    control, place = claim.control, claim.place
    if control is None or place is None or claim.date is None:
        return None
    if claim.status is Status.PLANNED:
        return None
    if control.to is None and control.from_ is None:
        return None
    site = taken(telling)
    if site == PART or place.precision is PlacePrecision.COUNTRY:
        return None
    if site == WHOLE and place.precision is PlacePrecision.NEAR:
        return None
    return (fold(place.canonical), place.country or "", fold(site))


def _denied(telling: Telling) -> bool:
    return telling.claim.status is Status.DENIED


def _borne_out(denied: Telling, rows: Sequence[Telling]) -> bool:
    """Whether another publisher tells of the holder that a denied claim names, within days."""
    holder = _taker(denied)
    return holder is not None and any(
        _who(other) != _who(denied)
        and abs((_day(other) - _day(denied)).days) <= NEWS_DAYS
        and _same_holder(_taker(other), holder)
        for other in rows
    )


def _denies(denied: Telling, spell: _Spell) -> bool:
    """Whether a claim denies that this holder came to hold the place, or that another left it."""
    control = denied.claim.control
    assert control is not None
    if abs((_day(denied) - spell.since).days) > NEWS_DAYS:
        return False
    if control.to is not None:
        return _same_holder(control.to, spell.holder)
    return not _same_holder(control.from_, spell.holder)


def _order(telling: Telling) -> tuple[date, bool, str, tuple[str, str]]:
    published = telling.published.isoformat() if telling.published else ""
    return (_day(telling), not _dated(telling), published, telling.ref)


def _day(telling: Telling) -> date:
    """The day of the change: the first of a claim dated to days, the last of a vaguer one."""
    when = telling.claim.date
    assert when is not None
    return when.start if when.precision is DatePrecision.DAY else when.end


def _dated(telling: Telling) -> bool:
    when = telling.claim.date
    return when is not None and when.precision is DatePrecision.DAY


def _spells(rows: Sequence[Telling]) -> list[_Spell]:
    """Walk through the claims of one place in the order of their days."""
    spells: list[_Spell] = []
    for telling in rows:
        control = telling.claim.control
        assert control is not None
        now = spells[-1] if spells else None
        if now is None:
            spells.append(_Spell(control.to, [telling]))
        elif _same_holder(now.holder, control.to):
            now.told.append(telling)
            now.holder = _plainer(now.holder, control.to)
        elif control.to is None and now.holder and not _same_holder(now.holder, control.from_):
            # Somebody else's withdrawal: it bears the holder out.
            now.told.append(telling)
        elif now.holder is None and control.to is not None and _near(telling, now):
            # Left by one and taken by another within days is one change.
            now.holder = control.to
            now.told.append(telling)
        elif _follows(telling, now):
            now.until = _day(telling)
            spells.append(_Spell(control.to, [telling]))
        else:
            now.rivals.append(telling)
    for spell, later in itertools.pairwise(spells):
        spell.until = max(spell.since, later.since)
    return spells


def _follows(telling: Telling, now: _Spell) -> bool:
    """Whether a claim of another holder tells of a later change, not of the same days otherwise."""
    control = telling.claim.control
    assert control is not None
    if control.from_ is not None and _same_holder(now.holder, control.from_) and now.holder:
        return _dated(telling) or _day(telling) > now.since
    return _dated(telling) and _day(telling) > now.since


def _near(telling: Telling, now: _Spell) -> bool:
    return (_day(telling) - now.since).days <= NEWS_DAYS


def _same_holder(a: Actor | None, b: Actor | None) -> bool:
    """Whether two words may name one holder: rebels may be any band that is not named otherwise."""
    if a is None or b is None:
        return a is b
    if same_actor(a, b):
        return True
    both_named = bool(a.name and b.name)
    return a.kind in _ARMED and b.kind in _ARMED and not both_named


def _plainer(a: Actor | None, b: Actor | None) -> Actor | None:
    """The one of two words for a holder that names it."""
    return b if a is not None and b is not None and b.name and not a.name else a


def _since(told: Sequence[Telling]) -> date:
    """The day that most independent sources name, within days of the first; the first of equals."""
    dated = [telling for telling in told if _dated(telling)] or list(told)
    first = min(_day(telling) for telling in dated)
    source = independent(dated)
    backers: dict[date, set[int]] = {}
    for telling in dated:
        if (_day(telling) - first).days <= NEWS_DAYS:
            backers.setdefault(_day(telling), set()).add(source[telling.ref])
    return min(backers, key=lambda day: (-len(backers[day]), day))


def _holding(spell: _Spell) -> Holding:
    """One line of the ledger; the place as its first claim writes it."""
    ordered = sorted(spell.told, key=_order)
    place = ordered[0].claim.place
    assert place is not None
    source = independent(ordered)
    written = (t.claim.place.name for t in ordered if t.claim.place)
    losers = (t.claim.control.from_ for t in ordered if t.claim.control)
    rivals = {_rival_words(telling) for telling in spell.rivals}
    rivals |= {f"denied, says {_who(telling)}" for telling in spell.denials}
    return Holding(
        place=place.canonical,
        names=tuple(dict.fromkeys(name for name in written if name != place.canonical)),
        site=taken(ordered[0]) or None,
        country=place.country,
        admin1=place.admin1,
        lat=place.lat,
        lon=place.lon,
        holder=_bare(spell.holder),
        since=spell.since,
        until=spell.until,
        taken_from=_bare(next((actor for actor in losers if actor), None)),
        claims=tuple(telling.ref for telling in ordered),
        publishers=publishers(ordered),
        attributed_to=tuple(
            dict.fromkeys(who for telling in ordered for who in telling.claim.attributed_to)
        ),
        certainty=Certainty.DISPUTED if rivals else certainty(ordered, source, ()),
        contested=tuple(sorted(rivals)),
    )


def _rival_words(telling: Telling) -> str:
    control = telling.claim.control
    words = actor_words(control.to) if control and control.to else "nobody"
    return f"{words}, says {_who(telling)}"


def _who(telling: Telling) -> str:
    return telling.publisher or telling.report_id


def _bare(actor: Actor | None) -> Actor | None:
    """A holder without its place in a text; by its name or kind where the words are a pronoun's."""
    if actor is None:
        return None
    first = actor.mention.casefold().split(maxsplit=1)[:1]
    told = actor_words(actor) if _PRONOUNS.issuperset(first) else actor.mention
    return actor.model_copy(update={"span": None, "mention": told})
