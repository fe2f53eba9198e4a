"""Document -> the places it names, each with coordinates and how closely it is known.

A name counts as a place's where the gazetteer and the words around it say so; which namesake it
means is decided over the whole report; the words that bend it ("north of", "rural") set the
precision and move the point.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from dateline.coding.body_names import body_names
from dateline.coding.document import Document
from dateline.coding.generic_terms import unlisted_of
from dateline.coding.linear import load_model
from dateline.coding.list_entries import ListEntry, list_entries
from dateline.coding.listed_places import listed_place
from dateline.coding.mentions import PlaceMention
from dateline.coding.named_together import goes_on_a_list, is_of_a_sort, lies_by
from dateline.coding.place_candidates import candidates
from dateline.coding.place_choice import choose
from dateline.coding.place_words import is_continental, sort_of, word_set
from dateline.coding.strange_places import strangers
from dateline.coding.taken_names import (
    is_ground,
    is_introduced,
    is_taken,
    is_where,
    is_within,
    names_its_sort,
    opens_near,
)
from dateline.coding.toponym_features import (
    Surroundings,
    first_names,
    listed_features,
    surroundings,
    unlisted_features,
)
from dateline.coding.toponyms import Tokens, Toponym
from dateline.coding.unlisted_names import is_called, is_part_called, is_tail, stands_at
from dateline.coding.unlisted_places import unlisted_place
from dateline.coding.unnamed_capitals import unnamed_capitals
from dateline.knowledge.countries import countries, countries_by_demonym, territory_named
from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.spelling import plain
from dateline.model import Place, PlacePrecision

LISTED_FROM = 0.42
"""Least probability from which a name that the gazetteer knows counts as a place's."""

UNLISTED_FROM = 0.5
"""Least probability from which a name that the gazetteer lacks counts as a place's."""

NAMED_FROM = 0.3
"""The same where the word after it says what sort of place it names: "the Kerfi checkpoint".

Not for a quarter: what happens there is told of its city too.
"""

STRANGE_FROM = 0.05
"""Least probability of the kind from which a name that only strange places have is a place's."""


_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
"""Before these a name belongs to what they name: "the Jordan valley"."""


def find_places(document: Document, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """Return every place name of the document, resolved, in the order of the text.

    A name that the gazetteer lacks but that stands where a place stands ("the village of X") is
    given the point of the named place around it, with precision "near" or "region". Demonyms are
    left to ``find_demonyms``.
    """
    return tuple(_mentions(document, gazetteer, parts=True))


def _mentions(document: Document, gazetteer: Gazetteer, *, parts: bool) -> list[PlaceMention]:
    tokens = Tokens(document)
    found = candidates(tokens, gazetteer)
    around = surroundings(tokens, found)
    if parts:
        found = _outside_bodies(tokens, found)
    lines = list_entries(document)
    heads, home = _heads(tokens, found, around, lines)
    lines = lines if heads else {}
    listed, unlisted = _accepted(tokens, found, around, heads | _further(found, around, lines))
    chosen = choose(listed, around.countries, around.own, around.passing, document.report.published)
    strange = strangers(document.doc, listed, [entry for entry, _ in chosen], around)
    others = [unlisted_of(tokens, one) for one, far in zip(listed, strange, strict=True) if far]
    others = _outside_bodies(tokens, others) if parts and others else others
    unlisted += [
        one for one in others if one.by_term or _as_place(tokens, one, around) >= STRANGE_FROM
    ]
    entries = [entry for (entry, _), far in zip(chosen, strange, strict=True) if not far]
    listed = [one for one, far in zip(listed, strange, strict=True) if not far]
    mentions = [
        listed_place(document, toponym, entry, parts=parts)
        for toponym, entry in zip(listed, entries, strict=True)
    ]
    known = list(zip(listed, entries, mentions, strict=True))
    guessed = [unlisted_place(document, one, known, lines, around) for one in unlisted]
    begun = {document.doc[one.first : one.last].root.i for one in found if one.first in heads}
    mentions += [_at_home(one, home) if one.first in heads else one for one in guessed]
    mentions = [replace(one, heads_line=True) if one.head in begun else one for one in mentions]
    if parts:
        mentions += unnamed_capitals(document, gazetteer, around.countries)
    mentions.sort(key=lambda mention: mention.place.span or (0, 0))
    return mentions


def _outside_bodies(tokens: Tokens, found: list[Toponym]) -> list[Toponym]:
    """Leave out what stands inside the name of a group or body, or is one and no place, and rivers.

    A group may be called like a place ("al-Hirak"): the words around decide which it is.
    """
    spans = body_names(tokens)

    def is_place(one: Toponym) -> bool:
        if _is_river(tokens, one):
            return False
        for first, last in spans:
            if one.first >= first and one.last <= last:
                whole = (one.first, one.last) == (first, last)
                if not whole or not one.matches or one.text.lower() in _bodies():
                    return False
        return True

    return [one for one in found if is_place(one)]


def _is_river(tokens: Tokens, one: Toponym) -> bool:
    """Whether a name that a town or land has too is a river's: "withdrew across the Dnipro"."""
    first, last = one.first, one.last
    if first < 2 or last - first != 1 or tokens.lower[first] not in word_set("names", "rivers"):
        return False
    if tokens.lower[first - 1] != "the" or not _NOUNS.isdisjoint(tokens.tag[last : last + 1]):
        return False
    # "The Republic of the Niger", but "the west bank of the Niger".
    of = tokens.lower[first - 2] == "of"
    return not of or tokens.lower[first - 3] in word_set("names", "banks")


@cache
def _bodies() -> frozenset[str]:
    """Names of bodies that are no places, in small letters: a report may be in capitals."""
    return frozenset(name.lower() for name in word_set("names", "bodies"))


def find_names(document: Document, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """Return every place name and every demonym of the document, in the order of the text.

    For the names by themselves, as a gazetteer gives them: "northern Syria" has the precision
    "region" and the point of Syria.
    """
    names = _mentions(document, gazetteer, parts=False)
    taken = [mention.place.span or (0, 0) for mention in names]
    demonyms = [
        mention
        for mention in find_demonyms(document)
        if mention.place.span
        and not any(
            start < mention.place.span[1] and end > mention.place.span[0] for start, end in taken
        )
    ]
    return tuple(sorted([*names, *demonyms], key=lambda mention: mention.place.span or (0, 0)))


def find_demonyms(document: Document) -> tuple[PlaceMention, ...]:
    """Return the demonyms of the document as places of country precision, never locative."""
    out = []
    for token in document.doc:
        if not token.text[0].isupper():
            continue
        code = countries_by_demonym(token.text)
        first = token.i
        two = document.doc[first - 1 : first + 1].text if first else ""
        longer = countries_by_demonym(two) if two[:1].isupper() else None
        if longer is not None:
            code, first = longer, first - 1
        if code is None or is_continental(two):
            continue
        start, end = document.offsets(first, token.i + 1)
        name = document.quote((start, end))
        region = territory_named(name)
        country = countries()[code]
        place = Place(
            name=name,
            canonical=region.name if region else country.name,
            country=code,
            lat=region.lat if region else country.lat,
            lon=region.lon if region else country.lon,
            precision=PlacePrecision.COUNTRY,
            geonameid=None if region else country.geonameid,
            span=(start, end),
        )
        out.append(PlaceMention(first, token.i + 1, token.i, place, "country", False))
    return tuple(out)


def _heads(
    tokens: Tokens, found: list[Toponym], around: Surroundings, entries: dict[int, ListEntry]
) -> tuple[frozenset[int], str | None]:
    """Return the tokens with which the heads of a list of places begin, and the list's country.

    A place of a country in play heads one of its lines; there are no heads in other lists. A head
    that means none there is an unlisted name, as long as its capitals go on.
    """
    begin = {entry.first: entry for entry in entries.values()}
    heads = [one for one in found if one.first in begin]
    listed = [one for one in heads if _may_lie_in(one, around)]
    if not listed:
        return frozenset(), None
    for one in heads:
        if one.matches and one not in listed and one.qualifier is None:
            one.matches = ()
            while one.last < begin[one.first].last and tokens.capital[one.last]:
                one.last += 1
            one.text = tokens.name(one.first, one.last)
    countries = {one.matches[0].entry.country for one in listed}
    return frozenset(one.first for one in heads), min(countries) if len(countries) == 1 else None


def _further(
    found: list[Toponym], around: Surroundings, lines: dict[int, ListEntry]
) -> frozenset[int]:
    """Return where else in the heads of lines places begin: "Borno, Bama LGA: ..."."""
    spans = {(line.first, line.last) for line in lines.values()}
    return frozenset(
        one.first
        for one in found
        if _may_lie_in(one, around) and any(first < one.first < last for first, last in spans)
    )


def _at_home(mention: PlaceMention, country: str | None) -> PlaceMention:
    """Return a place that nothing is known of in the country of the list that names it."""
    if country is None or mention.place.country is not None:
        return mention
    return replace(mention, place=mention.place.model_copy(update={"country": country}))


def _may_lie_in(toponym: Toponym, around: Surroundings) -> bool:
    return any(match.exact and match.entry.country in around.countries for match in toponym.matches)


def _accepted(
    tokens: Tokens, found: list[Toponym], around: Surroundings, heads: frozenset[int]
) -> tuple[list[Toponym], list[Toponym]]:
    """Return the listed and the unlisted names that are places', none overlapping another.

    ``heads`` are the tokens with which places in the heads of a list's lines begin.
    """
    names = load_model("place-name")
    listed: list[Toponym] = []
    unlisted: list[Toponym] = []
    end = 0
    for toponym in found:
        if toponym.first < end:
            continue
        alone = toponym.last - toponym.first == 1
        if alone and toponym.matches and is_tail(tokens, toponym.first, toponym.sentence):
            continue  # an Island County is not on Bushrod Island
        before = max((*listed[-1:], *unlisted[-1:]), key=lambda one: one.last, default=None)
        beside = before is not None and goes_on_a_list(tokens, before, toponym, around)
        beside = beside or lies_by(tokens, toponym, around)
        beside = beside or is_of_a_sort(tokens, toponym, around)
        if toponym.matches:
            features = listed_features(tokens, toponym, around)
            sure = toponym.first in heads and toponym.matches[0].exact
            sure = sure or is_ground(tokens, toponym, around) or is_where(tokens, toponym, around)
            sure = sure or (beside and _may_lie_in(toponym, around)) or toponym.by_term
            if sure or names.probabilities(features)["place"] >= LISTED_FROM:
                listed.append(toponym)
                end = toponym.last
                continue
            if toponym.matches[0].exact and not beside:
                continue
            # That it only sounds like a place somewhere is no reason against one here.
            toponym = unlisted_of(tokens, toponym)
        sure = toponym.first in heads and not toponym.text.isupper()
        sure = sure or is_taken(tokens, toponym, around) or is_introduced(tokens, toponym)
        sure = sure or opens_near(tokens, toponym) or is_within(tokens, toponym)
        sure = sure or toponym.by_term
        where = (toponym.first, toponym.sentence)
        sure = sure or is_called(tokens, *where) or stands_at(tokens, *where)
        sure = sure or is_part_called(tokens, *where)
        sure = sure or beside
        named = sort_of(toponym.after) not in {"", "quarter"} or names_its_sort(tokens, toponym)
        least = NAMED_FROM if named else UNLISTED_FROM
        if sure or _as_place(tokens, toponym, around) >= least:
            unlisted.append(toponym)
            end = toponym.last
    return listed, unlisted


def _as_place(tokens: Tokens, toponym: Toponym, around: Surroundings) -> float:
    """How probably a name that the gazetteer lacks is a place's; not at all after a first name.

    Nor is what is counted a place: "25 Kalashnikovs".
    """
    before = toponym.first - 1
    inside = before >= toponym.sentence.first
    if inside and tokens.capital[before] and plain(tokens.text[before]) in first_names():
        return 0.0
    if inside and tokens.text[before].isdigit() and toponym.text.endswith("s"):
        return 0.0
    features = unlisted_features(tokens, toponym, around)
    return load_model("unlisted-place").probabilities(features)["place"]
