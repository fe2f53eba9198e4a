"""Places that only frame an event or belong to another: "In Kunduz, raiders struck in Imam Sahib".

The coding frame asks for the most specific place that is named. The learned model ties a place to
the words around it, and a province that opens a sentence stands nearest to its verb.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cache

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.lying import holds, is_a_unit, told_to_lie
from dateline.coding.mentions import PlaceMention
from dateline.coding.place_words import sort_of
from dateline.coding.syntax import Token
from dateline.coding.ways import on_the_way
from dateline.knowledge.countries import countries
from dateline.knowledge.files import settings
from dateline.knowledge.gazetteer_sources import distance_km
from dateline.model import PlacePrecision

WORDS = "languages/en/place_words.toml"

DAYS = "languages/en/other_days.toml"
"""Where the verbs of the law are kept."""

OPENING = 3
"""How many words may stand before a place that opens its sentence: "Meanwhile, in Homs"."""

WITHIN_KM = 200
"""How far a place may lie from the town or province that frames it."""

APART = 4
"""How many words part a place from the frame that it does not gloss."""

LIKELY = 0.4
"""How likely a place of the sentence is that takes the frame's stead."""

HELD = 0.2
"""How likely one is that is known to lie in the province of the frame's name."""

_HYPHENS = frozenset({"-", "\u2013"})

CLAUSES = frozenset({"relcl", "advcl"})
"""Clauses that tell of something else, where no word of the event stands in them."""

_FARTHEST = 10


def nearer(
    findings: Findings, index: int, happening: Happening, heads: Collection[int]
) -> int | None:
    """Return the place in whose stead another only frames an event: "In Homs, ... near Kinsabba".

    Or of which a court sits in the other, or police arrest there, that deal with what was done
    elsewhere. None where the place at ``index`` frames nothing. ``heads`` are the words of all
    happenings of the event.
    """
    if _is_of_the_law(findings, index, heads):
        fits = _is_no_court(findings, index, heads)
    elif opens(findings, index) or _opens_clause(findings, index):
        fits = _is_framed(findings, index, heads)
    else:
        return None
    where = findings.document.sentence_of
    here = where[findings.places[index].head]
    frame = findings.places[index]
    within = [
        (chance, -other)
        for other, chance in happening.places.items()
        if other != index
        and chance >= (HELD if holds(frame, findings.places[other]) else LIKELY)
        and where[findings.places[other].head] == here
        and not glosses(findings, findings.places[other])
        and fits(other)
    ]
    return -max(within)[1] if within else None


def _is_no_court(findings: Findings, index: int, heads: Collection[int]) -> Callable[[int], bool]:
    return lambda other: not _is_of_the_law(findings, other, heads)


def _is_framed(findings: Findings, index: int, heads: Collection[int]) -> Callable[[int], bool]:
    frame = findings.places[index]

    def fits(other: int) -> bool:
        mention = findings.places[other]
        return (
            mention.head > frame.head
            and _is_nearer(findings, mention, frame, heads)
            and _shares_clause(findings, frame, mention)
            and not belongs_elsewhere(findings, mention, heads)
        )

    return fits


def opens(findings: Findings, index: int) -> bool:
    """Whether a place stands in the phrase with which its sentence opens: "In Baiji, gunmen"."""
    mention = findings.places[index]
    doc = findings.document.doc
    head = doc[mention.head]
    start = findings.document.sentences[findings.document.sentence_of[mention.head]].first
    opening = head.dep_ == "pobj" and head.head.lower_ in _words("inside")
    return opening and head.head.i - start < OPENING and head.head.head.i > mention.head


def _opens_clause(findings: Findings, index: int) -> bool:
    """Whether a place opens a clause behind another: "..., and in Latakia a mine wounded two"."""
    mention = findings.places[index]
    doc = findings.document.doc
    head = doc[mention.head]
    if head.dep_ != "pobj" or head.head.lower_ not in _words("inside"):
        return False
    before = head.head.i - 1
    if before < 1 or doc[before].lower_ not in _words("joints"):
        return False
    return head.head.head.i > mention.head


def _is_of_the_law(findings: Findings, index: int, heads: Collection[int]) -> bool:
    """Whether a place says where a court or the police are: "a court in Dhaka", "a Paris court".

    So does where somebody is tried or charged; the event is another.
    """
    doc = findings.document.doc
    head = doc[findings.places[index].head]
    if head.dep_ not in ("pobj", "compound"):
        return False
    over = head.head if head.dep_ == "compound" else head.head.head
    law = settings(DAYS)["law"]
    verb = over
    if over.pos_ != "VERB":
        verb = over.head.head if over.head.dep_ == "agent" else over.head
        acts = over.dep_ == "nsubj" or over.head.dep_ == "agent"
        if acts and over.lemma_.lower() in _words("courts"):
            return verb.i not in heads
        if not acts:
            return False
    elif head.dep_ != "pobj":
        return False
    # "Killed two and arrested four in Guasave" is one event.
    joined = {one.i for one in (verb, *verb.conjuncts)}
    return verb.lemma_.lower() in law and joined.isdisjoint(heads)


def _shares_clause(findings: Findings, frame: PlaceMention, other: PlaceMention) -> bool:
    """Whether a place stands in the clause that the frame opens, and in none joined to it."""
    doc = findings.document.doc
    acted_on = whole(doc[other.head]).dep_ == "nsubjpass"  # "in Jos, Rukuba barracks was hit"
    near = other.first - frame.last < APART and not acted_on
    if near or doc[doc[other.head].head.i - 1].dep_ == "cc":
        return False  # "in Uqayribat, in eastern Hama", "in Tikrit ..., and in Erbil"
    verb, token = doc[frame.head].head.head, doc[other.head]
    while token.i != verb.i:
        if token.head.i == token.i or (token.dep_ == "conj" and token.pos_ in ("VERB", "AUX")):
            return False
        token = token.head
    return True


def _is_nearer(
    findings: Findings, mention: PlaceMention, frame: PlaceMention, heads: Collection[int]
) -> bool:
    """Whether something is said to be at a town, site or district that may lie in a frame.

    So does the event's own word say it: "took the town of X", "an attack on X".
    """
    head = whole(findings.document.doc[mention.head])
    over = head.head
    if head.dep_ in ("dobj", "nsubjpass"):
        at = over.i in heads
    elif head.dep_ == "pobj":
        at = over.lower_ in _words("at") or (over.head.i in heads and not _of_others(over.head))
    else:
        at = False
    place, around = mention.place, frame.place
    if not at or place.canonical == around.canonical:
        return False
    if mention.level not in ("settlement", "site"):
        return mention.level == "region" and holds(frame, mention)
    if place.lat is None or place.lon is None or around.lat is None or around.lon is None:
        return place.country in (None, around.country)
    return distance_km(place.lat, place.lon, around.lat, around.lon) <= WITHIN_KM


def _of_others(noun: Token) -> bool:
    """Whether a word tells of what others did: "protested against the raids"."""
    return noun.dep_ == "pobj" and noun.head.lower_ in _words("of_others")


def whole(token: Token) -> Token:
    """Return the word that stands for a place in its clause: "the market" of "the market of X"."""
    while True:
        if token.dep_ in ("compound", "nmod", "appos", "conj", "poss"):
            token = token.head
        elif token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.dep_ == "prep":
            over = token.head.head
            if over.pos_ not in ("NOUN", "PROPN"):
                return token
            token = over
        else:
            return token


def belongs_elsewhere(findings: Findings, mention: PlaceMention, heads: Collection[int]) -> bool:
    """Whether a place stands in what tells of another event than that of ``heads``.

    "Protested against the strikes in Hodeidah", "in response to an attack on Tel Aviv".
    """
    token = findings.document.doc[mention.head]
    above = {over for head in heads for over in _upwards(findings.document.doc[head])}
    for _ in range(_FARTHEST):
        if token.i in above or token.head.i == token.i:
            return False
        if token.dep_ in CLAUSES:
            return True
        if token.dep_ in ("prep", "pcomp") and token.lower_ in _words("of_others"):
            return not any(token.is_ancestor(token.doc[head]) for head in heads)
        token = token.head
    return False


def is_remembered(place: Token, trigger: Token) -> bool:
    """Whether a place is in the name of what is remembered: "the anniversary of the X massacre".

    What is told of that itself, by ``trigger``, happened there.
    """
    token = place
    for _ in range(_FARTHEST):
        if token.head.i == token.i or token.pos_ in ("VERB", "AUX"):
            return False
        token = token.head
        if token.lemma_.lower() in _words("memorials"):
            return not token.is_ancestor(trigger)
    return False


def _upwards(token: Token) -> list[int]:
    return [token.i, *(over.i for over in token.ancestors)]


def is_destination(findings: Findings, index: int) -> bool:
    """Whether a place is where somebody moves to: "troops withdrew to Konduga"."""
    head = findings.document.doc[findings.places[index].head]
    to = head.head
    return head.dep_ == "pobj" and to.lower_ == "to" and to.head.pos_ in ("VERB", "AUX")


def fired_at(findings: Findings, index: int) -> int | None:
    """Return the place that is fired at from another: "fired from Gaza towards Ashkelon".

    None where the place at ``index`` is not where it was fired from.
    """
    doc = findings.document.doc
    head = doc[findings.places[index].head]
    if head.dep_ != "pobj" or head.head.lower_ != "from":
        return None
    verb = head.head.head
    if verb.lemma_.lower() not in _words("firing"):
        return None
    aims = [kid for kid in verb.children if kid.lower_ in _words("aims") and kid.i > verb.i]
    # "Launched from Iraq at Eilat": the parser hangs the second on the first.
    aims += [kid for kid in head.children if kid.lower_ in _words("aims")]
    hit = {noun.i for aim in aims for noun in aim.children if noun.dep_ == "pobj"}
    if verb.dep_ == "acl" and verb.head.dep_ in ("nsubj", "nsubjpass"):
        # "Shells fired from Syria landed in Akcakale."
        kids = [kid for kid in verb.head.head.children if kid.i > verb.i]
        hit |= {kid.i for kid in kids if kid.dep_ == "dobj"}
        hit |= {n.i for kid in kids if kid.lower_ in _words("inside") for n in kid.children}
    towns = enumerate(findings.places)
    return next((at for at, one in towns if one.head in hit and at != index), None)


def is_of_another_verb(findings: Findings, place: PlaceMention, heads: Collection[int]) -> bool:
    """Whether a place is what a verb of another event acts on: "shelled Kuito and took Camacupa".

    ``heads`` are the words of all happenings of the event.
    """
    head = findings.document.doc[place.head]
    return head.dep_ == "dobj" and head.head.pos_ == "VERB" and head.head.i not in heads


def comes_or_goes(findings: Findings, index: int) -> bool:
    """Whether somebody or a road only comes from a place or leads to it: "the road to Mucojo"."""
    head = findings.document.doc[findings.places[index].head]
    if head.dep_ != "pobj" or head.head.lower_ not in _words("ways_along"):
        return False
    # "Arrested two men from Latehar": there.
    there = head.head.lower_ in _words("out_of")
    return not (there and any(over.lemma_.lower() in _words("held") for over in head.ancestors))


def glosses(findings: Findings, place: PlaceMention) -> bool:
    """Whether a place only tells where another one lies."""
    return glossed(findings, place) is not None


def glossed(findings: Findings, place: PlaceMention) -> PlaceMention | None:
    """Return the place of which another only tells where it lies; None where it tells of none.

    It follows that after a comma ("in Sacaba, near Cochabamba", "in Cinar, Diyarbakir"), hangs on
    it ("the hamlet of Langza in Churachandpur"), or ends what it lies between ("the Rastan bridge
    between Hama and Homs"), or the road that begins there ("the Gulu-Kitgum road"); where on the
    road goes before both. Or it is the other's owner: "in Pakistan's Wana". Or what follows is a
    district of it: "the Cinar district of Diyarbakir". Or it is told in so many words to lie there.
    """
    doc = findings.document.doc
    if (found := on_the_way(findings, place)) is not None:
        return found
    if any(on_the_way(findings, other) is place for other in findings.places):
        return None
    if place.last < len(doc) and doc[place.last].tag_ == "POS":
        for other in findings.places:
            if other.first == place.last + 1 and holds(place, other):
                return other
    if (part := told_to_lie(findings, place)) is not None:
        return part
    towns = [other for other in findings.places if other.level in ("settlement", "site")]
    if (town := _town_by(findings, place, towns)) is not None:
        return town
    comma = place.first - 1
    if comma > 0 and doc[comma].text in _HYPHENS:
        # Not "BAMAKO - Timbuktu fell on Sunday".
        joined = (other for other in towns if other.last == comma)
        return next((other for other in joined if _in_one_sentence(findings, other, place)), None)
    if comma > 0 and doc[comma].lower_ in _words("inside"):
        comma -= 1
    if comma > 0 and doc[comma].text == ",":
        ends = {comma, comma - 1} if sort_of(doc[comma - 1].lower_) else {comma}
        near = place.place.precision is PlacePrecision.NEAR or is_a_unit(doc, place)
        for other in findings.places:
            if near and other.last in ends and _is_no_wider(other, place):
                return other
            if other.last == comma and holds(place, other):
                return other
    if place.level != "country" and (town := _town_before(findings, place, towns)) is not None:
        return town
    end = doc[place.head]
    if end.dep_ == "pobj" and end.head.lower_ in _words("inside"):
        over = end.head.head
        return next(
            (
                other
                for other in towns
                if other.place.canonical != place.place.canonical
                and other.last <= end.head.i
                and other.first <= over.i < other.last
            ),
            None,
        )
    end = end.head if end.dep_ == "conj" else end
    between = end.head
    if end.dep_ != "pobj" or between.lower_ != "between" or between.dep_ != "prep":
        return None
    low, high = between.head.left_edge.i, between.i
    return next((other for other in towns if low <= other.head < high), None)


def _in_one_sentence(findings: Findings, one: PlaceMention, other: PlaceMention) -> bool:
    where = findings.document.sentence_of
    return where[one.head] == where[other.head]


def _town_by(
    findings: Findings, place: PlaceMention, towns: Sequence[PlaceMention]
) -> PlaceMention | None:
    """Return what lies by a place and stands right before it: "Sabr 20 km north of Aden"."""
    if place.place.precision is not PlacePrecision.NEAR:
        return None
    ends = {place.first}
    if place.first and sort_of(findings.document.doc[place.first - 1].lower_):
        ends.add(place.first - 1)  # "Rawiya village near Ras al-Ain"
    return next(
        (
            town
            for town in towns
            if town.last in ends and town.place.canonical != place.place.canonical
        ),
        None,
    )


def _town_before(
    findings: Findings, region: PlaceMention, towns: Sequence[PlaceMention]
) -> PlaceMention | None:
    """Return what lies in a place and stands right before it: "Kakopathar in Tinsukia district".

    However the parser ties it: "killed in a clash at ... in ...".
    """
    doc = findings.document.doc
    inside = region.first - 1 - (doc[region.first - 1].lower_ == "the")
    if inside < 1 or doc[inside].lower_ not in _words("inside"):
        return None
    ends = {inside, inside - 1} if sort_of(doc[inside - 1].lower_) else {inside}
    return next(
        (
            town
            for town in towns
            if town.last in ends and town.place.canonical != region.place.canonical
        ),
        None,
    )


def _is_no_wider(other: PlaceMention, place: PlaceMention) -> bool:
    """Whether a town or district may lie by a place: not "northern Iraq, near Mosul"."""
    if other.level in ("settlement", "site"):
        return True
    country = countries().get(other.place.country or "")
    whole = country is not None and other.place.canonical == country.name
    return other.level == "region" and not whole and not holds(other, place)


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(settings(WORDS)[key])
