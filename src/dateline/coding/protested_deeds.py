"""What people protest against: "marched against the killing of a cleric" tells of a protest.

The deed is what they are angry about, and mostly older. Words are data.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.second_look import Sides, named_by
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.knowledge.ontology import ontology
from dateline.model import ActorKind, Place, SubEventType

WORDS = "languages/en/dispersal.toml"
"""Where the words for protests, and those before their cause, are kept."""

PROTEST = "protest"
"""What the table of triggers calls words for protests."""

STRIKE = "strike"
"""What may be one from the air: whom that is against suffers it."""

CROWDS = frozenset(
    {
        SubEventType.PEACEFUL_PROTEST,
        SubEventType.PROTEST_INTERVENTION,
        SubEventType.EXCESSIVE_FORCE,
        SubEventType.VIOLENT_DEMONSTRATION,
        SubEventType.MOB_VIOLENCE,
    }
)
"""Types that a protest may have by what else is told of it."""


def protested(findings: Findings, members: Sequence[Happening], kind: SubEventType) -> SubEventType:
    """Return the type of an event: a protest where every other word is but its cause."""
    if kind in CROWDS:
        return kind
    doc = findings.document.doc
    heads = [doc[one.trigger.head] for one in members]
    protests = [
        head
        for one, head in zip(members, heads, strict=True)
        if one.trigger.concepts == (PROTEST,) and _is_main(head)
    ]
    causes = {token.i for head in protests for token in _cause(head)}
    rest = [
        head
        for one, head in zip(members, heads, strict=True)
        if PROTEST not in one.trigger.concepts
    ]
    told = bool(protests) and bool(rest) and all(head.i in causes for head in rest)
    return SubEventType.PEACEFUL_PROTEST if told else kind


def without_the_protested(
    findings: Findings,
    members: Sequence[Happening],
    kind: SubEventType,
    sides: Sides,
    place: Place | None,
) -> Sides:
    """Return the sides, on the second nobody against whom a crowd only marched.

    "Gunmen fired on a march against the president": where nobody else suffers the crowd does.
    """
    if kind not in ontology().violent and kind not in CROWDS:
        return sides
    told = {one.trigger.sentence for one in members}
    marches = [
        token
        for sentence in told
        for token in findings.document.span(findings.document.sentences[sentence])
        if token.pos_ == "NOUN"
        and token.lemma_.lower() in settings(WORDS)["protests"]
        and token.lemma_.lower() != STRIKE
    ]
    at = {token.i for march in marches for token in _cause(march)}
    hated = {
        actor.span
        for mention in findings.actors
        if mention.head in at
        for actor in named_by(findings, [findings.document.doc[mention.head]], place)
    }
    left = [actor for actor in sides[1] if actor.span not in hated]
    if len(left) == len(sides[1]):
        return sides
    if not left:
        crowd = [actor for actor in named_by(findings, marches, place) if actor.span not in hated]
        left = [actor for actor in crowd if actor.kind is ActorKind.PROTESTERS][:1]
    return sides[0], left


def _is_main(word: Token) -> bool:
    """Whether a word is the verb of a main clause, or its subject."""
    verb = word.head if word.dep_ == "nsubj" else word
    return verb.pos_ == "VERB" and verb.dep_ in ("ROOT", "ccomp", "conj") and verb.tag_ != "VB"


def _cause(word: Token) -> list[Token]:
    """What stands under "against", "over" or "at" on a word for a protest."""
    links = settings(WORDS)["against"]
    return [
        token
        for kid in word.children
        if kid.dep_ == "prep" and kid.lower_ in links
        for token in kid.subtree
    ]
