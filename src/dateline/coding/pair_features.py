"""What the coreference model looks at to decide whether two triggers tell of one event."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.paths import path
from dateline.coding.retelling import Told
from dateline.coding.second_look import key_of
from dateline.coding.triggers import Trigger
from dateline.knowledge.files import settings
from dateline.knowledge.gazetteer_sources import distance_km
from dateline.model import ActorKind, Figure, Measure, Place, SubEventType

OWN_FIGURE = 0.5
"""A number is a happening's own where the figure model gives it this much."""

SENTENCES = "languages/en/sentences.toml"
STOPS = frozenset({",", ";", "."})

TYPES = tuple(map(str, SubEventType))

_HARM = frozenset({Measure.KILLED, Measure.INJURED, Measure.CAPTURED})
_UNARMED = frozenset({ActorKind.CIVILIANS, ActorKind.PROTESTERS})


@dataclass(frozen=True, slots=True)
class Sketch:
    """What pairs look at of one happening, worked out once for all of its pairs.

    ``roots`` has the square root of the probability of each type of ``TYPES``: the product of two
    says how alike they are. ``opening`` is how its sentence begins, ``near`` the small words at its
    trigger, ``definite`` whether one of them is "the" or "this"; ``place`` and ``date`` are the
    indexes of its likeliest mentions, ``sides`` the keys of its actors, ``figures`` its own
    figures and ``numbers`` what they tell.
    """

    happening: Happening
    best_type: str
    roots: npt.NDArray[np.float64]
    opening: tuple[str, ...]
    near: tuple[str, ...]
    definite: bool
    place: int | None
    date: int | None
    sides: tuple[frozenset[str], frozenset[str]]
    figures: frozenset[tuple[Measure, int | None, int | None, int | None]]
    numbers: frozenset[tuple[Measure, int]]
    victims: frozenset[str]


def sketch(findings: Findings, happening: Happening) -> Sketch:
    """Return what pairs look at of a happening."""
    trigger = happening.trigger
    children = list(findings.document.doc[trigger.head].children)
    figures = [findings.figures[i].figure for i, p in happening.figures.items() if p > 0.4]
    return Sketch(
        happening=happening,
        best_type=happening.best_type,
        roots=np.sqrt([happening.types.get(name, 0.0) for name in TYPES]),
        opening=tuple(_opening(findings, trigger)),
        near=tuple(
            f"second={child.dep_}:{child.lower_}"
            for child in children
            if child.dep_ in ("det", "amod", "advmod", "poss")
        ),
        definite=any(child.lower_ in settings(SENTENCES)["definite"] for child in children),
        place=_top(happening.places, 0.3),
        date=_top(happening.dates, 0.4),
        sides=(_side(findings, happening, 0), _side(findings, happening, 1)),
        figures=frozenset((f.measure, f.low, f.best, f.high) for f in figures),
        numbers=frozenset((f.measure, n) for f in figures if (n := _number(f)) is not None),
        victims=_victims(findings, happening),
    )


def pair_features(
    told: Told, first: Sketch, second: Sketch, between: int, read: float
) -> list[str]:
    """Return the features of two happenings, the first one earlier in the text.

    ``between`` is the number of happenings that stand between them, ``read`` how surely the
    encoder takes them for one.
    """
    a, b = first.happening.trigger, second.happening.trigger
    findings = told.findings
    document = findings.document
    apart = b.sentence - a.sentence
    out = [f"apart={min(apart, 4)}", f"between={min(between, 5)}"]
    out.append(f"between={min(between, 5)}|apart={min(apart, 4)}")
    out.append(f"encoder={_log_odds(read)}|{min(apart, 2)}")
    same_type = first.best_type == second.best_type
    out.append(f"type={same_type}|apart={min(apart, 3)}")
    out.append(f"types={_pair(first.best_type, second.best_type)}")
    out.append(f"like={round(float(first.roots @ second.roots) * 5)}")
    for one in a.concepts[:2]:
        for other in b.concepts[:2]:
            out.append(f"cc={_pair(one, other)}|{min(apart, 1)}")
    if a.lemma == b.lemma:
        out.append(f"lemma=same|{min(apart, 2)}")
    if not apart:
        out += _inside(findings, a, b)
    else:
        kinds = document.sentences[a.sentence].kind, document.sentences[b.sentence].kind
        out.append("kinds=" + "|".join(kinds))
        out += second.opening
        out += told.between(a.sentence, b.sentence)
        out += _tolls(first, second, min(apart, 2))
    out += [f"{near}|{min(apart, 1)}" for near in second.near]
    if apart and second.definite and "attack" in b.concepts:
        out += [f"echo|apart={min(apart, 3)}", f"echo|between={min(between, 3)}"]
    out += _places(findings, first.place, second.place, apart)
    out += _dates(findings, first.date, second.date, apart)
    out += _actors(first, second, apart)
    out += _figures(first, second, apart)
    if first.victims and second.victims:
        like = "same" if first.victims == second.victims else "differ"
        shared = "shared" if first.victims & second.victims else "apart"
        out += [f"victims={like}|{min(apart, 2)}", f"victims={shared}|{min(apart, 2)}"]
    return out


@cache
def _pair(one: str, other: str) -> str:
    return "|".join(sorted((one, other)))


def _log_odds(chance: float) -> int:
    """A chance in whole steps of log-odds, from -14 to 14."""
    chance = min(max(chance, 1e-6), 1 - 1e-6)
    return round(math.log(chance / (1 - chance)))


def _number(figure: Figure) -> int | None:
    """The number that a figure tells: 25 for "25" as for "at least 25"."""
    return next((n for n in (figure.best, figure.low, figure.high) if n is not None), None)


def _tolls(first: Sketch, second: Sketch, near: int) -> Iterator[str]:
    """How the numbers of two happenings compare, whatever "at least" stands before them."""
    pairs = [
        (one, other)
        for measure, one in sorted(first.numbers)
        for same, other in sorted(second.numbers)
        if measure is same and one and other
    ]
    equal = [one for one, other in pairs if one == other]
    if equal:
        yield f"toll=equal|{near}"
        yield f"equal={sum(max(equal) > edge for edge in (3, 9))}"
    elif pairs:
        one, other = pairs[0]
        yield f"toll={sum(other / one > edge for edge in (0.4, 0.75, 1.3, 2))}|{near}"


def _inside(findings: Findings, a: Trigger, b: Trigger) -> Iterator[str]:
    """Two triggers of one sentence: how the syntax ties them."""
    doc = findings.document.doc
    way = path(doc, a.head, b.head)
    yield f"path={way}"
    yield f"path={way}|{doc[a.head].pos_}{doc[b.head].pos_}"
    for one in a.concepts[:1]:
        for other in b.concepts[:1]:
            yield f"path={way}|{one}|{other}"
    tokens = {token.lower_ for token in doc[min(a.head, b.head) : max(a.head, b.head)]}
    for word in settings(SENTENCES)["links"]:
        if word in tokens:
            yield f"link={word}"
    if not tokens.isdisjoint(STOPS):
        yield "link=comma"
    gap = abs(a.head - b.head)
    yield f"distance={next((n for n in (2, 4, 8, 14, 22) if gap <= n), 999)}"


def _opening(findings: Findings, b: Trigger) -> Iterator[str]:
    """How the second trigger's sentence begins: "Meanwhile", "Elsewhere", "The attack" ..."""
    sentence = findings.document.sentences[b.sentence]
    words = [t.lower_ for t in findings.document.span(sentence) if t.is_alpha][:3]
    for word in words:
        yield f"opens={word}"
    if len(words) > 1:
        yield f"opens={words[0]} {words[1]}"


def _top(options: dict[int, float], floor: float) -> int | None:
    best = max(options.items(), key=lambda item: item[1], default=None)
    return best[0] if best and best[1] >= floor else None


def _places(findings: Findings, one: int | None, other: int | None, apart: int) -> Iterator[str]:
    if one is None or other is None:
        yield f"place={'none' if one is other else 'one'}|{min(apart, 2)}"
        return
    if one == other:
        yield f"place=mention|{min(apart, 2)}"
        return
    p, q = findings.places[one], findings.places[other]
    gap = gap_km(p.place, q.place)
    levels = _pair(p.level, q.level)
    if gap is None:
        yield "place=unknown"
    elif gap < 3:
        yield f"place=same|{min(apart, 2)}"
    else:
        size = "close" if gap < 15 else "mid" if gap < 60 else "apart"
        yield f"place={size}|{levels}"
        yield f"place={size}|{min(apart, 2)}"


def _dates(findings: Findings, one: int | None, other: int | None, apart: int) -> Iterator[str]:
    if one is None or other is None:
        yield f"date={'none' if one is other else 'one'}"
        return
    p, q = findings.dates[one].date, findings.dates[other].date
    if (p.start, p.end) == (q.start, q.end):
        yield f"date=same|{min(apart, 2)}"
    elif p.start <= q.end and q.start <= p.end:
        yield "date=overlap"
    else:
        yield f"date=differ|{min(apart, 2)}"


def _side(findings: Findings, happening: Happening, side: int) -> frozenset[str]:
    return frozenset(
        key_of(actor)
        for index, scores in happening.actors.items()
        if scores[side] > 0.4
        for actor in findings.actors[index].actors
    )


def _actors(first: Sketch, second: Sketch, apart: int) -> Iterator[str]:
    sides = list(zip(first.sides, second.sides, strict=True))
    for name, (one, other) in zip("ab", sides, strict=True):
        if not one or not other:
            yield f"side_{name}={'none' if not one and not other else 'one'}|{min(apart, 2)}"
        elif one & other:
            yield f"side_{name}=shared|{min(apart, 2)}"
        else:
            yield f"side_{name}=differ|{min(apart, 2)}"
    if sides[0][0] & sides[1][1] or sides[1][0] & sides[0][1]:
        yield "sides=crossed"


def _figures(first: Sketch, second: Sketch, apart: int) -> Iterator[str]:
    one, other = first.figures, second.figures
    mine, theirs = first.happening.figures, second.happening.figures
    shared = one and other and mine.keys() & theirs.keys()
    if shared and any(mine[i] > 0.4 and theirs[i] > 0.4 for i in shared):
        yield "figure=mention"
    if not apart:
        yield f"figures={bool(one)}{bool(other)}"
        return
    if one & other:
        yield "figure=same"
    elif {measure for measure, *_ in one} & {measure for measure, *_ in other}:
        yield f"figure=differ|{min(apart, 2)}"
    else:
        yield f"figures={bool(one)}{bool(other)}|{min(apart, 2)}"


def _victims(findings: Findings, happening: Happening) -> frozenset[str]:
    """Whether those whom the happening's own numbers count are armed or not."""
    kinds: set[str] = set()
    for index, p in happening.figures.items():
        figure = findings.figures[index]
        if p <= OWN_FIGURE or figure.figure.measure not in _HARM or figure.figure.best == 0:
            continue
        sentence = findings.document.sentence_of[figure.head]
        for mention in findings.within(findings.actors, sentence):
            if mention.first < figure.last and figure.first < mention.last:
                unarmed = {actor.kind in _UNARMED for actor in mention.actors}
                kinds |= {"unarmed" if one else "armed" for one in unarmed}
    return frozenset(kinds)


def gap_km(one: Place, other: Place) -> float | None:
    """Return the distance of two places in km, or None without coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    return distance_km(one.lat, one.lon, other.lat, other.lon)
