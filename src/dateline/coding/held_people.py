"""Armed groups that hold people: "the Taliban hold 23 Koreans", "held by them since June".

They have taken them, even where no word says so ("hostage", "captive"). What else they hold, such
as a town, is told by other words beside it.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.findings import Findings
from dateline.coding.holders import is_ground_noun
from dateline.coding.mentions import DateMention
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import ActorKind

WORDS = "languages/en/captives.toml"
"""Where the words are kept for who holds people."""

WORD = "hold"
"""The verb, as the table of triggers has it."""

_GROUPS = frozenset(
    {
        ActorKind.REBEL,
        ActorKind.POLITICAL_MILITIA,
        ActorKind.IDENTITY_MILITIA,
        ActorKind.UNIDENTIFIED,
    }
)


def find_held_people(findings: Findings) -> frozenset[int]:
    """Return the triggers of a report, by their index, by which an armed group holds civilians."""
    told = [one for one in findings.triggers if one.lemma == WORD]
    if not told:
        return frozenset()
    armed, people = set(), set()
    places = {place.head for place in findings.places}
    for mention in findings.actors:
        kinds = {actor.kind for actor in mention.actors}
        if kinds & _GROUPS:
            armed.add(mention.head)
        elif kinds == {ActorKind.CIVILIANS} and not (
            mention.head in places or is_ground_noun(findings.document.doc[mention.head])
        ):
            people.add(mention.head)
    out: set[int] = set()
    for one in told:
        verb = findings.document.doc[one.head]
        below = list(verb.children)
        doers = {kid.i for kid in below if kid.dep_ == "nsubj"}
        doers |= {noun.i for by in below if by.dep_ == "agent" for noun in by.children}
        held = {noun.i for kid in _held(verb) for noun in (kid, *kid.conjuncts)}
        denied = any(kid.dep_ == "neg" for kid in below)
        holders = settings(WORDS)["holders"]
        told_of = any(findings.document.doc[at].lemma_.lower() in holders for at in doers)
        if (doers & armed or told_of) and held & people and not denied:
            out.add(one.index)
    return frozenset(out)


def is_of_captivity(findings: Findings, mention: DateMention, heads: set[int]) -> bool:
    """Return whether a day is that since when those had been held whose freedom or death is told.

    "Rebels freed two pilots whom they had held since March".
    """
    if mention.role != "since":
        return False
    words = settings(WORDS)
    held = findings.document.doc[mention.first : mention.last].root
    while held.dep_ in ("pobj", "prep", "npadvmod"):
        held = held.head
    if held.lemma_.lower() not in words["keeping"] or held.dep_ not in ("acl", "relcl"):
        return False
    fates = words["freeing"] + words["killing"]
    above = (over for over in held.ancestors if over.lemma_.lower() in fates)
    return any(over.i in heads for over in above)


def _held(verb: Token) -> Iterator[Token]:
    """Yield whom or what a verb has for its object: also "two women, who have been held by"."""
    for kid in verb.children:
        relative = kid.dep_ == "nsubjpass" and kid.lower_ in ("who", "that", "which")
        if kid.dep_ in ("dobj", "nsubjpass"):
            yield verb.head if relative and verb.dep_ == "relcl" else kid
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        yield verb.head
