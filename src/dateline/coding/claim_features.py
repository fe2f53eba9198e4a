"""What the claim model looks at to decide whether a group of triggers is a claim of its own.

A trigger alone may read as an event and still be history, a habit, or a second telling of what
another sentence tells better. Here the group is seen with all that it has tied to itself, and with
the other groups of its report.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.second_look import step, type_scores
from dateline.coding.syntax import Token

_SUBORDINATE = frozenset({"relcl", "acl", "advcl", "pcomp"})
_AUXILIARIES = frozenset({"aux", "auxpass"})


def claim_features(
    findings: Findings, members: Sequence[Happening], ties: Sequence[tuple[float, bool]]
) -> list[str]:
    """Return the features of a group.

    ``ties`` holds, for each group of the report that is surer than this one, the mean probability
    that the two tell of one event, and whether both read as the same type.
    """
    sures = sorted((happening.sure for happening in members), reverse=True)
    sentences = {happening.trigger.sentence for happening in members}
    sure = step(sures[0])
    out = [f"sure={sure}", f"second={step(sures[1]) if len(sures) > 1 else 'none'}"]
    out += [f"members={min(len(members), 4)}", f"sentences={min(len(sentences), 3)}"]
    out.append(f"sure={sure}|sentences={min(len(sentences), 2)}")
    types = type_scores(members)
    kind = next(iter(types))
    out += [f"type={kind}", f"type={kind}|sure={sure}"]
    out.append(f"clear={step(types[kind] / sum(types.values()))}")
    kinds = {findings.document.sentences[index].kind for index in sentences}
    if len(kinds) == 1:
        out += [f"only={name}" for name in kinds]
    elif "headline" in kinds:
        out.append("headed")
    if members[0].shared:
        level = findings.places[next(iter(members[0].places))].level
        out += ["shared", f"shared={kind}", f"shared={level}"]
    out += _tie(ties, sure)
    out += _own(findings, members, sentences, sure)
    best = max(members, key=lambda happening: happening.sure)
    out += _telling(findings.document.doc[best.trigger.head])
    return out


def _tie(ties: Sequence[tuple[float, bool]], sure: int) -> Iterator[str]:
    """How like the group is to one that is surer."""
    nearest, alike = max(ties, default=(0.0, False))
    if not ties:
        yield "surest"
        yield f"surest|sure={sure}"
        return
    near = step(max(nearest, 0.0))
    yield f"tie={near}|{alike}"
    yield f"twin={any(same for _, same in ties)}"


def _own(
    findings: Findings, members: Sequence[Happening], sentences: set[int], sure: int
) -> Iterator[str]:
    """What place, day, numbers and actors the group has of its own."""
    where = findings.document.sentence_of
    place, p = _top(members, "places")
    if place is None:
        yield "place=none"
    else:
        mention = findings.places[place]
        here = where[mention.head] in sentences
        yield f"place={mention.level}|{here}"
        yield f"placed={step(p)}|{here}"
    day, p = _top(members, "dates")
    if day is None:
        yield "date=none"
    else:
        when = findings.dates[day]
        here = where[when.head] in sentences
        yield f"dated={step(p)}|{here}"
        yield f"date={when.date.precision}|{when.role}|{here}"
        if findings.day:
            age = (findings.day.start - when.date.end).days
            old = next(name for limit, name in _AGES if age <= limit)
            yield f"age={old}|{here}"
    figures = {
        str(findings.figures[index].figure.measure)
        for happening in members
        for index, p in happening.figures.items()
        if p > 0.4
    }
    yield from (f"figure={measure}" for measure in sorted(figures) or ["none"])
    yield f"figures={bool(figures)}|sure={sure}"
    a = max((s[0] for happening in members for s in happening.actors.values()), default=0.0)
    b = max((s[1] for happening in members for s in happening.actors.values()), default=0.0)
    yield f"a={step(a)}"
    yield f"b={step(b)}"


_AGES = ((-1, "ahead"), (1, "now"), (7, "week"), (30, "month"), (400, "year"), (10**6, "old"))


def _top(members: Sequence[Happening], name: str) -> tuple[int | None, float]:
    scores: dict[int, float] = {}
    for happening in members:
        for index, p in getattr(happening, name).items():
            scores[index] = max(scores.get(index, 0.0), p)
    if not scores:
        return None, 0.0
    index = max(scores, key=lambda i: (scores[i], -i))
    return index, scores[index]


def _telling(token: Token) -> Iterator[str]:
    """The form in which the surest trigger tells: tense, aspect, subordination, number."""
    yield f"tag={token.tag_}"
    yield f"dep={token.dep_}"
    if token.dep_ in _SUBORDINATE:
        yield f"under|tag={token.tag_}"
    auxiliaries = sorted(child.lower_ for child in token.children if child.dep_ in _AUXILIARIES)
    yield f"aux={'+'.join(auxiliaries) or 'none'}|tag={token.tag_}"
    determiners = [child.lower_ for child in token.children if child.dep_ in ("det", "poss")]
    if token.pos_ in ("NOUN", "PROPN"):
        yield f"noun={determiners[0] if determiners else 'bare'}|tag={token.tag_}"
    verb = token
    while verb.dep_ != "ROOT" and verb.pos_ not in ("VERB", "AUX"):
        verb = verb.head
    yield f"verb={verb.tag_}"
    for child in verb.children:
        if child.dep_ in _AUXILIARIES:
            yield f"verb_aux={child.lower_}"
        if child.dep_ == "prep" and child.lower_ == "since":
            yield "since"
        if child.dep_ == "advmod":
            yield f"adverb={child.lower_}"
