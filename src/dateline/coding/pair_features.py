"""What the coreference model looks at to decide whether two triggers tell of one event."""

from __future__ import annotations

import math
from collections.abc import Iterator

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.paths import path
from dateline.coding.triggers import Trigger
from dateline.knowledge.gazetteer_sources import distance_km
from dateline.model import Actor, ActorKind, Measure, Place

OWN_FIGURE = 0.5
"""A number is a happening's own where the figure model gives it this much."""

_HARM = frozenset({Measure.KILLED, Measure.INJURED, Measure.CAPTURED})
_UNARMED = frozenset({ActorKind.CIVILIANS, ActorKind.PROTESTERS})


def pair_features(
    findings: Findings, first: Happening, second: Happening, between: int
) -> list[str]:
    """Return the features of two happenings, the first one earlier in the text.

    ``between`` is the number of happenings that stand between them.
    """
    a, b = first.trigger, second.trigger
    document = findings.document
    apart = b.sentence - a.sentence
    out = [f"apart={min(apart, 4)}", f"between={min(between, 5)}"]
    out.append(f"between={min(between, 5)}|apart={min(apart, 4)}")
    same_type = first.best_type == second.best_type
    out.append(f"type={same_type}|apart={min(apart, 3)}")
    out.append("types=" + "|".join(sorted((first.best_type, second.best_type))))
    likeness = sum(
        math.sqrt(p * second.types[name]) for name, p in first.types.items() if name != "none"
    )
    out.append(f"like={round(likeness * 5)}")
    for one in a.concepts[:2]:
        for other in b.concepts[:2]:
            out.append("cc=" + "|".join(sorted((one, other))) + f"|{min(apart, 1)}")
    if a.lemma == b.lemma:
        out.append(f"lemma=same|{min(apart, 2)}")
    if not apart:
        out += _inside(findings, a, b)
    else:
        kinds = document.sentences[a.sentence].kind, document.sentences[b.sentence].kind
        out.append("kinds=" + "|".join(kinds))
        out += _opening(findings, b)
    token = document.doc[b.head]
    for child in token.children:
        if child.dep_ in ("det", "amod", "advmod") or child.dep_ == "poss":
            out.append(f"second={child.dep_}:{child.lower_}|{min(apart, 1)}")
    definite = any(child.lower_ in ("the", "this", "that") for child in token.children)
    if apart and definite and "attack" in b.concepts:
        out += [f"echo|apart={min(apart, 3)}", f"echo|between={min(between, 3)}"]
    out += _places(findings, first, second, apart)
    out += _dates(findings, first, second, apart)
    out += _actors(findings, first, second, apart)
    out += _figures(findings, first, second, apart)
    victims = _victims(findings, first), _victims(findings, second)
    if all(victims):
        like = "same" if victims[0] == victims[1] else "differ"
        shared = "shared" if victims[0] & victims[1] else "apart"
        out += [f"victims={like}|{min(apart, 2)}", f"victims={shared}|{min(apart, 2)}"]
    return out


def _inside(findings: Findings, a: Trigger, b: Trigger) -> Iterator[str]:
    """Two triggers of one sentence: how the syntax ties them."""
    doc = findings.document.doc
    way = path(doc, a.head, b.head)
    yield f"path={way}"
    yield f"path={way}|{doc[a.head].pos_}{doc[b.head].pos_}"
    for one in a.concepts[:1]:
        for other in b.concepts[:1]:
            yield f"path={way}|{one}|{other}"
    tokens = doc[min(a.head, b.head) : max(a.head, b.head)]
    for word in ("and", "while", "after", "before", "when", "as", "but", "following", "in", "also"):
        if any(token.lower_ == word for token in tokens):
            yield f"link={word}"
    if any(token.text in ",;." for token in tokens):
        yield "link=comma"
    yield f"distance={next(n for n in (2, 4, 8, 14, 22, 999) if abs(a.head - b.head) <= n)}"


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


def _places(findings: Findings, first: Happening, second: Happening, apart: int) -> Iterator[str]:
    one, other = _top(first.places, 0.3), _top(second.places, 0.3)
    if one is None or other is None:
        yield f"place={'none' if one is other else 'one'}|{min(apart, 2)}"
        return
    if one == other:
        yield f"place=mention|{min(apart, 2)}"
        return
    p, q = findings.places[one], findings.places[other]
    gap = gap_km(p.place, q.place)
    levels = "|".join(sorted((p.level, q.level)))
    if gap is None:
        yield "place=unknown"
    elif gap < 3:
        yield f"place=same|{min(apart, 2)}"
    else:
        size = "close" if gap < 15 else "mid" if gap < 60 else "apart"
        yield f"place={size}|{levels}"
        yield f"place={size}|{min(apart, 2)}"


def _dates(findings: Findings, first: Happening, second: Happening, apart: int) -> Iterator[str]:
    one, other = _top(first.dates, 0.4), _top(second.dates, 0.4)
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


def _side(findings: Findings, happening: Happening, side: int) -> list[Actor]:
    return [
        actor
        for index, scores in happening.actors.items()
        if scores[side] > 0.4
        for actor in findings.actors[index].actors
    ]


def _actors(findings: Findings, first: Happening, second: Happening, apart: int) -> Iterator[str]:
    sides = [
        (
            {_key(x) for x in _side(findings, first, k)},
            {_key(x) for x in _side(findings, second, k)},
        )
        for k in (0, 1)
    ]
    for name, (one, other) in zip("ab", sides, strict=True):
        if not one or not other:
            yield f"side_{name}={'none' if not one and not other else 'one'}|{min(apart, 2)}"
        elif one & other:
            yield f"side_{name}=shared|{min(apart, 2)}"
        else:
            yield f"side_{name}=differ|{min(apart, 2)}"
    if sides[0][0] & sides[1][1] or sides[1][0] & sides[0][1]:
        yield "sides=crossed"


def _key(actor: Actor) -> str:
    return actor.name or f"{actor.kind}:{actor.country}"


def _figures(findings: Findings, first: Happening, second: Happening, apart: int) -> Iterator[str]:
    one = [findings.figures[i].figure for i, p in first.figures.items() if p > 0.4]
    other = [findings.figures[i].figure for i, p in second.figures.items() if p > 0.4]
    shared = first.figures.keys() & second.figures.keys()
    if any(first.figures[i] > 0.4 and second.figures[i] > 0.4 for i in shared):
        yield "figure=mention"
    if not apart:
        yield f"figures={bool(one)}{bool(other)}"
        return
    values = {(f.measure, f.low, f.best, f.high) for f in one}
    if values & {(f.measure, f.low, f.best, f.high) for f in other}:
        yield "figure=same"
    elif {f.measure for f in one} & {f.measure for f in other}:
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
