"""What the actor model looks at besides the ties that every argument has: who the actor is, what
its phrase is to the sentence, who else is there.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.findings import Findings
from dateline.coding.mentions import ActorMention
from dateline.coding.paths import path
from dateline.coding.sentence_roles import role_of, tie_of
from dateline.coding.syntax import Token
from dateline.coding.triggers import Trigger
from dateline.knowledge.lexicon import word_classes

_UP = frozenset({"conj", "compound", "appos", "nmod", "amod", "poss", "nummod"})
"""Relations that a phrase is passed through to reach what it does in the sentence."""


def actor_features(findings: Findings, trigger: Trigger, mention: ActorMention) -> list[str]:
    """Return the features of an actor mention in the sentence of a trigger."""
    doc = findings.document.doc
    head = doc[mention.head]
    kinds = sorted({str(actor.kind) for actor in mention.actors})
    before = "<" if mention.head < trigger.head else ">"
    out = [f"ak={kind}" for kind in kinds]
    out.append(f"word={head.lemma_.lower()}")
    if mention.resolved:
        out.append("resolved")
    if any(actor.name for actor in mention.actors):
        out.append("named")
    own = list(_part(head))
    out += _roles(findings, trigger, head, kinds)
    out += own
    way = path(doc, trigger.head, mention.head)
    out += [f"ak={kind}|path={way}" for kind in kinds]
    for concept in trigger.concepts:
        out += [f"ak={kind}|{concept}|{before}" for kind in kinds]
        out += [f"ak={kind}|{concept}" for kind in kinds]
        out += [f"{feature}|{concept}" for feature in own]
    out += _beside(findings, mention)
    out += _toll(findings, mention)
    if any(speaker.first <= mention.head < speaker.last for speaker in findings.speakers):
        out += ["speaker", *(f"speaker|{kind}" for kind in kinds)]
    out += _company(findings, mention, kinds)
    known = word_classes()
    if head.lower_ in known:
        out.append(f"class={known[head.lower_][1]}")
    return out


def _roles(findings: Findings, trigger: Trigger, head: Token, kinds: list[str]) -> Iterator[str]:
    """What the phrase is to its own governor, what that is to the trigger."""
    concepts = {
        other.head: other.concepts
        for other in findings.triggers
        if other.sentence == trigger.sentence
    }
    role = role_of(head, frozenset(concepts))
    tie = tie_of(role, head, head.doc[trigger.head])
    part = f"{role.part}{'~' if role.within else ''}"
    yield f"role={part}|{tie}"
    yield f"role={part}"
    yield f"tie={tie}"
    governor = head.doc[role.governor]
    own = concepts.get(role.governor) or (f"{governor.pos_}",)
    for concept in own:
        yield f"own={part}|{concept}"
        yield f"own={part}|{concept}|{tie}"
        yield from (f"own={part}|{concept}|{kind}" for kind in kinds)
    for kind in kinds:
        yield f"role={part}|{tie}|{kind}"
    for concept in trigger.concepts:
        yield f"role={part}|{tie}|{concept}"
        yield from (f"role={part}|{tie}|{concept}|{kind}" for kind in kinds)
    yield f"role={part}|{governor.lemma_.lower()}"


def _part(head: Token) -> Iterator[str]:
    """What the phrase does in its clause: the relation, the word it hangs on."""
    token = head
    through = ""
    while token.dep_ in _UP and token.head.i != token.i:
        if token.dep_ in ("compound", "amod", "poss", "nmod"):
            through = "of"  # "regime airstrikes": part of another noun
        token = token.head
    relation = token.dep_
    if relation in ("pobj", "pcomp"):
        relation = f"{token.head.dep_}:{token.head.lower_}"
        token = token.head
    over = token.head
    yield f"part={through}{relation}"
    yield f"over={through}{relation}:{over.lemma_.lower()}"
    if over.pos_ == "VERB":
        passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in over.children)
        yield f"part={through}{relation}|{over.tag_}|passive={passive}"
        above = over.dep_ if over.dep_ in ("relcl", "acl", "advcl", "ccomp", "xcomp") else "main"
        yield f"clause={above}|{relation}"


def _beside(findings: Findings, mention: ActorMention) -> Iterator[str]:
    """The words around the phrase."""
    doc, where = findings.document.doc, findings.document.sentence_of
    here = where[mention.head]
    for name, at in (
        ("left", mention.first - 1),
        ("left2", mention.first - 2),
        ("right", mention.last),
        ("right2", mention.last + 1),
    ):
        inside = 0 <= at < len(doc) and where[at] == here
        yield f"{name}={doc[at].lower_ if inside else '#'}"


def _toll(findings: Findings, mention: ActorMention) -> Iterator[str]:
    """The figures that count the actor: whoever is counted among the killed suffers."""
    for figure in findings.figures:
        if mention.first <= figure.head < mention.last:
            yield f"toll={figure.figure.measure}|sure={figure.sure}"


def _company(findings: Findings, mention: ActorMention, kinds: list[str]) -> Iterator[str]:
    """Who else the sentence names, and which of them comes first."""
    sentence = findings.document.sentence_of[mention.head]
    everyone = findings.within(findings.actors, sentence)
    nth = everyone.index(mention) if mention in everyone else 0
    yield f"nth={min(nth, 3)}|of={min(len(everyone), 4)}"
    others = sorted(
        {str(actor.kind) for other in everyone if other is not mention for actor in other.actors}
    )
    for kind in kinds:
        yield f"ak={kind}|nth={min(nth, 3)}"
        yield f"ak={kind}|with={'+'.join(others)}"
        for other in others:
            yield f"ak={kind}|also={other}"
