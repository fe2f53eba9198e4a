"""Which countries a report points to: what each name, demonym, publisher and group adds."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from dateline.coding.bulletins import is_where_told
from dateline.coding.likelier_places import is_at_war
from dateline.coding.place_words import articles, common_words, is_continental, word_set
from dateline.coding.toponyms import Tokens, Toponym
from dateline.knowledge.actors import actor_table, named_in
from dateline.knowledge.countries import countries_by_demonym, country_named
from dateline.knowledge.gazetteer import LOWER_UNITS, Entry, Match
from dateline.knowledge.spelling import plain
from dateline.model import ActorKind

_RIVAL = 0.25
"""Share of a province's people from which a place of its name is as likely meant."""

_RIVAL_OF_ALIAS = 20_000
"""People from which a place of that name is as likely meant as a city that is also called so."""

_KNOWN = 150_000
"""People from which a city is meant after a word for who broadcasts: "Radio Belgrade"."""


_GROUP = 0.5
"""What the name of an armed group adds to the country that it is at home in."""


_AT_HOME = frozenset({ActorKind.REBEL, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA})
"""Kinds of groups that act at home as a rule; "the National Guard" may be any country's."""


def country_shares(
    tokens: Tokens, candidates: list[Toponym]
) -> tuple[dict[str, float], dict[str, dict[str, float]], frozenset[str]]:
    """Return each country's share of what in the report points to a country, and by which names.

    The second is, name by name, the part of such shares that the name itself adds. The third are
    the countries of people met everywhere to which but a nationality points ("U.S. Marines", "an
    American nurse"); only a report with a day is known to be news of the world.
    """
    votes: dict[str, float] = defaultdict(float)
    own: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    shared: dict[str, float] = defaultdict(float)
    on = tokens.document.report.published
    played: set[str] = set()
    seen: set[str] = set()
    paired = _two_word_demonyms(tokens)
    inside = {at for first in paired for at in (first, first + 1)}
    for land in paired.values():
        votes[land] += 0.7
    for at, (text, capital) in enumerate(zip(tokens.text, tokens.capital, strict=True)):
        code = countries_by_demonym(text) if capital and at not in inside else None
        if code and not is_continental(f"{tokens.text[at - 1]} {text}"):
            votes[code] += 0.7
    if tokens.document.report.publisher:
        for word in tokens.document.report.publisher.split():
            code = countries_by_demonym(word) or country_named(word)
            if code:
                votes[code] += 1.0
                played.add(code)
    end = 0
    for one in candidates:
        if not one.matches or not one.matches[0].exact or one.text.lower() in articles():
            continue  # Sofia has been called "The", too.
        if one.last <= end:
            continue  # San Salvador says nothing for Salvador in Brazil
        end = one.last
        if one.before in word_set("names", "stations") and one.matches[0].entry.population < _KNOWN:
            continue  # "Radio Venceremos"
        if is_where_told(tokens.document.doc[one.last - 1]):
            continue  # "a communique issued in Lisbon"
        if one.first in inside:
            continue  # "Sri Lankan troops"
        called = _as_called(one)
        best = called.entry
        if best.kind == "admin1" and not called.main and plain(one.text) in common_words():
            continue  # the National Guard is not the capital region of Manila
        if one.qualifier and not one.matches[0].main and _lies_elsewhere(one, best):
            continue  # the Babri mosque in Ayodhya is not Barby in France
        weight = 1.0 if one.text not in seen else 0.3
        seen.add(one.text)
        mine = own[one.text]
        if best.kind == "country":
            # "Georgia" is as good as a vote for the state of that name.
            rival = next((m.entry for m in one.matches[1:4] if _is_rival(m, best)), None)
            added = {best.country: weight if rival is None else 0.5 * weight}
            if rival is not None:
                added[rival.country] = added.get(rival.country, 0.0) + 0.5 * weight
            kept = votes
        elif best.kind in {"admin1", "region"} or best.population >= 300_000:
            homes = _homes(one, called, on)
            kept = votes if len(homes) == 1 else shared
            added = {code: 0.5 * weight / len(homes) for code in homes}
        elif len(one.matches) == 1 and best.country and plain(one.text) not in common_words():
            kept, added = votes, {best.country: 0.4 * weight}
        else:
            continue
        for code, vote in added.items():
            kept[code] += vote
            mine[code] += vote
            if best.kind != "country" or not _is_nationality(tokens, one):
                played.add(code)
    if tokens.document.report.url:
        host = (
            tokens.document.report.url.split("/")[2] if "//" in tokens.document.report.url else ""
        )
        top = host.rpartition(".")[2].upper()
        code = {"UK": "GB", "COM": "", "GOV": "US", "EDU": "US"}.get(top, top)
        if len(code) == 2:
            votes[code] += 1.0
            played.add(code)
    # "M23 rebels attacked Sake": what a group does it does where it is at home, or, where nothing
    # else points anywhere, where it acts, if a name may lie there.
    alone = not votes
    for group in dict.fromkeys(named_in(tokens.document.report.text, actor_table(), on)):
        home = group.home if group.kind in _AT_HOME else None
        if alone:
            home = next((c for c in (home, *group.countries) if c in shared), home)
        if home:
            votes[home] += _GROUP
            played.add(home)
    for code, vote in shared.items():
        votes[code] += vote
    total = sum(votes.values())
    return (
        {code: vote / total for code, vote in votes.items()},
        {name: {code: vote / total for code, vote in added.items()} for name, added in own.items()},
        (word_set("abroad") if on else frozenset()) - played,
    )


def _is_nationality(tokens: Tokens, one: Toponym) -> bool:
    """Whether a country's name says of whom something is: "U.S. Marines", "the UK embassy"."""
    word = tokens.document.doc[one.last - 1]
    return word.dep_ in {"compound", "amod", "nmod"} and word.head.i >= one.last


def _two_word_demonyms(tokens: Tokens) -> dict[int, str]:
    """Return the countries of demonyms of two words, by their first: "Sri Lankan", no Sudanese."""
    found: dict[int, str] = {}
    for at in range(len(tokens.text) - 1):
        if tokens.capital[at] and tokens.capital[at + 1] and at - 1 not in found:
            code = countries_by_demonym(f"{tokens.text[at]} {tokens.text[at + 1]}")
            if code:
                found[at] = code
    return found


def _lies_elsewhere(one: Toponym, best: Entry) -> bool:
    """Whether the place after a name lies in another country than what the name may mean."""
    larger = one.qualifier.matches if one.qualifier else ()
    return bool(larger) and best.country not in {match.entry.country for match in larger}


def _as_called(one: Toponym) -> Match:
    """Return the likeliest place of a name, a province where it is called one: "Niger state"."""
    best = one.matches[0]
    if one.sort == "admin1" and best.entry.kind == "country":
        return next((m for m in one.matches if m.exact and m.entry.kind == "admin1"), best)
    return best


def _homes(one: Toponym, called: Match, on: date | None) -> list[str]:
    """Return the country of a large place, and those of the rivals of a province or an alias.

    Which of them is meant the name cannot say itself: Beni is a province of Bolivia and a town in
    Congo; Samara is called Samar, which is the name of an island and its provinces. A place that
    wars know and that lies in a land at war rivals any city: Palma in Mozambique.
    """
    best = called.entry
    if best.kind != "admin1" and called.main:
        known = [
            m.entry.country
            for m in one.matches
            if m.main and m.literal and m.entry.source == "own" and is_at_war(m.entry.country, on)
        ]
        return list(dict.fromkeys([best.country, *(known if on else [])]))
    kinds = {"admin1"} if one.sort == "admin1" else {"admin1", "city"}
    if not called.main:
        kinds |= LOWER_UNITS
    least = best.population * _RIVAL if best.kind == "admin1" else _RIVAL_OF_ALIAS
    rivals = [
        match.entry.country
        for match in one.matches
        if match.main and match.entry.kind in kinds and match.entry.population >= least
    ]
    return list(dict.fromkeys([best.country, *rivals]))


def _is_rival(match: Match, country: Entry) -> bool:
    """Whether the match is a large admin unit named like a country that it does not lie in."""
    entry = match.entry
    return (
        match.main
        and entry.kind == "admin1"
        and entry.country != country.country
        and entry.population >= 3_000_000
    )
