"""What the argument models look at to tie a place, date, actor or figure to a trigger."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.actor_features import actor_features
from dateline.coding.findings import Findings
from dateline.coding.mentions import ActorMention, DateMention, FigureMention, PlaceMention
from dateline.coding.paths import path
from dateline.coding.triggers import Trigger

Mention = ActorMention | DateMention | FigureMention | PlaceMention


def argument_features(findings: Findings, trigger: Trigger, mention: Mention) -> list[str]:
    """Return the features of a mention as an argument of a trigger."""
    out = list(_ties(findings, trigger, mention))
    match mention:
        case ActorMention():
            out += actor_features(findings, trigger, mention)
        case PlaceMention():
            out += [
                f"level={mention.level}",
                f"prec={mention.place.precision}",
                f"loc={mention.locative}",
                f"level={mention.level}|loc={mention.locative}|{out[2]}",
                f"rivals={min(len(_rivals(findings, mention)), 3)}|{mention.level}",
            ]
            home = mention.place.country == findings.country
            out += [f"home={home}|{mention.level}", f"home={home}|{out[2]}"]
        case DateMention():
            out += [
                f"role={mention.role}",
                f"prec={mention.date.precision}",
                f"role={mention.role}|{mention.date.precision}|{out[2]}",
                f"only={len(findings.within(findings.dates, trigger.sentence)) == 1}",
            ]
        case FigureMention():
            measure = mention.figure.measure
            out += [f"m={measure}", f"sure={mention.sure}|{out[2]}"]
            out += [f"m={measure}|{concept}" for concept in trigger.concepts]
            out += [f"m={measure}|{out[1]}", f"m={measure}|{out[2]}"]
            if mention.governor is not None:
                where = path(findings.document.doc, trigger.head, mention.governor)
                out.append(f"gov={where}" if where != "none" else "gov=away")
                out.append(f"gov={where}|m={measure}")
                out += [f"gov={where}|{concept}" for concept in trigger.concepts]
    return out


def _ties(findings: Findings, trigger: Trigger, mention: Mention) -> Iterator[str]:
    """How the mention hangs on the trigger: path, order, distance."""
    document = findings.document
    doc = document.doc
    at = (
        doc[mention.first : mention.last].root.i
        if isinstance(mention, DateMention)
        else mention.head
    )
    here = document.sentence_of[at]
    apart = here - trigger.sentence
    token = doc[trigger.head]
    if apart:
        yield f"apart={max(-4, min(apart, 2))}"
        yield f"path=away{max(-4, min(apart, 2))}"
        yield f"near=away{'<' if apart < 0 else '>'}"
        if here == 0 or document.sentences[here].kind == "headline":
            yield "lead"
        own = bool(findings.within(_all(findings, mention), trigger.sentence))
        yield f"own={own}|apart={max(-4, min(apart, 2))}"
        return
    way = path(doc, trigger.head, at)
    yield f"pos={token.pos_}"
    yield f"path={way}"
    before = at < trigger.head
    distance = abs(at - trigger.head)
    bucket = next((n for n in (1, 2, 4, 7, 11, 17) if distance <= n), 999)
    yield f"near={'<' if before else '>'}{bucket}"
    yield f"path={way}|{token.pos_}"
    yield f"path={way}|{token.tag_}"
    for concept in trigger.concepts:
        yield f"path={way}|{concept}"
        yield f"{concept}|{'<' if before else '>'}"
    yield f"path={way}|{trigger.lemma}"
    head = doc[at]
    yield f"dep={head.dep_}"
    yield f"under={head.head.lower_}|{'<' if before else '>'}"
    low, high = sorted((at, trigger.head))
    crossed = findings.between(findings.triggers, low, high)
    yield f"crossed={min(crossed, 3)}"
    same = findings.between(_all(findings, mention), low, high)
    yield f"passed={min(same, 3)}|{'<' if before else '>'}"
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in token.children)
    yield f"passive={passive}|{'<' if before else '>'}"


def _all(findings: Findings, mention: Mention) -> tuple[Mention, ...]:
    match mention:
        case ActorMention():
            return findings.actors
        case PlaceMention():
            return findings.places
        case DateMention():
            return findings.dates
        case FigureMention():
            return findings.figures


def _rivals(findings: Findings, mention: PlaceMention) -> list[PlaceMention]:
    """Other places of the sentence that are as small as this one or smaller."""
    order = ("country", "region", "settlement", "site")
    sentence = findings.document.sentence_of[mention.head]
    return [
        other
        for other in findings.within(findings.places, sentence)
        if other is not mention and order.index(other.level) >= order.index(mention.level)
    ]
