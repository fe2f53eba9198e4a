"""Peoples that attack or are attacked: "the Murle raided a village", "gunmen killed 20 Dinka".

Most such names are in no list of groups and take no plural, so that nobody had done it, or nobody
had suffered it. By the coding frame a community in arms is an identity militia, and those of it who
are killed or driven out are civilians. Words are data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.peoples import is_of_a_people
from dateline.coding.second_look import Sides
from dateline.coding.syntax import Token
from dateline.coding.told_doers import doing
from dateline.knowledge.ontology import ontology
from dateline.model import Actor, ActorKind, Place, SubEventType

OTHERS = frozenset({SubEventType.LOOTING, SubEventType.DISPLACEMENT, SubEventType.ARRESTS})
"""Types beside those of violence of what may be done by a people, or to one."""

_SUFFERS = frozenset({"dobj", "nsubjpass"})
_ONE = frozenset({"a", "an", "one"})
_PLAIN = frozenset({ActorKind.CIVILIANS, ActorKind.IDENTITY_MILITIA})


def with_peoples(
    findings: Findings,
    happenings: Sequence[Happening],
    kind: SubEventType,
    sides: Sides,
    place: Place | None,
) -> Sides:
    """Return the sides with a people that attacks on the first, one that suffers on the second.

    Where somebody else that is known stands there he stays.
    """
    if str(kind) not in ontology().violent and kind not in OTHERS:
        return sides
    heads = [
        findings.document.doc[one.trigger.head]
        for one in sorted(happenings, key=lambda one: -one.sure)
    ]
    country = place.country if place else findings.country
    acting = _first(word for head in heads for word in doing(head) if not _is_one(word))
    first, second = list(sides[0]), list(sides[1])
    if acting is not None and all(_is_plain(actor) for actor in first):
        militia = _of(findings, acting, ActorKind.IDENTITY_MILITIA, country)
        first = [militia]
        second = [actor for actor in second if not _covers(findings, actor, acting)]
    if not second and kind is not SubEventType.ARMED_CLASH:
        hit = _first(word for head in heads for word in _harmed(head))
        if hit is not None and hit != acting:
            second = [_of(findings, hit, ActorKind.CIVILIANS, country)]
    return first, second


def _first(words: Iterator[Token]) -> Token | None:
    """The first of words, or of those joined to one, that is a people's name."""
    return next(
        (one for word in words for one in (word, *word.conjuncts) if is_of_a_people(one)), None
    )


def _harmed(head: Token) -> Iterator[Token]:
    """Yield the nouns for those to whom it is done: "killed 20 Dinka", "the killing of a Nuer"."""
    yield from (kid for kid in head.children if kid.dep_ in _SUFFERS)
    if head.pos_ == "NOUN":
        preps = (kid for kid in head.children if kid.dep_ == "prep" and kid.lower_ == "of")
        yield from (noun for prep in preps for noun in prep.children if noun.dep_ == "pobj")


def _is_one(word: Token) -> bool:
    return any(kid.lower_ in _ONE for kid in word.children if kid.dep_ in ("det", "nummod"))


def _is_plain(actor: Actor) -> bool:
    return actor.name is None and actor.kind in _PLAIN


def _covers(findings: Findings, actor: Actor, word: Token) -> bool:
    start, end = findings.document.offsets(word.i, word.i + 1)
    return actor.span is not None and actor.span[0] <= start and end <= actor.span[1]


def _of(findings: Findings, word: Token, kind: ActorKind, country: str | None) -> Actor:
    parts = [kid.i for kid in word.lefts if kid.dep_ in ("compound", "nummod", "amod")]
    span = findings.document.offsets(min([word.i, *parts]), word.i + 1)
    return Actor(mention=findings.document.quote(span), kind=kind, country=country, span=span)
