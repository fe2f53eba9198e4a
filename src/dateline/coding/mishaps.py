"""Accidents, disease and weather that kill: "their jeep overturned", "died of cholera".

Where every word of a sentence that may give an event away is one of harm, and what did the harm is
a vehicle that fails or meets another, a structure that falls, or a disease, nobody attacked anybody
(coding frame, "political violence"). So it is in the rest of a short report that tells of a mishap
and of nothing louder: "At least 90 were killed", "police detained the owner". Which words those
are is data.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dateline.coding.findings import Findings
from dateline.coding.syntax import Token
from dateline.coding.triggers import Trigger
from dateline.knowledge.files import settings
from dateline.model import ActorKind

WORDS = "languages/en/mishaps.toml"

LONGEST = 6
"""Up to so many sentences a report tells of a mishap alone; a longer one may be a round-up."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_DOERS = frozenset({"nsubj", "pobj"})
_UNARMED = frozenset(
    {ActorKind.CIVILIANS, ActorKind.OTHER, ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES}
)


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(settings(WORDS)[key])


def find_mishaps(findings: Findings) -> frozenset[int]:
    """Return the triggers of a report, by their index, in sentences that tell of a mishap."""
    calm = _words("calm")
    groups: dict[int, list[Trigger]] = {}
    for trigger in findings.triggers:
        groups.setdefault(trigger.sentence, []).append(trigger)
    loud = {
        sentence
        for sentence, group in groups.items()
        if not all(one.lemma in calm or one.lemma.split()[0] in calm for one in group)
    }
    out: set[int] = set()
    for sentence in groups.keys() - loud:
        words = findings.document.span(findings.document.sentences[sentence])
        if any(_is_mishap(token, quiet=not loud) for token in words):
            out |= {one.index for one in groups[sentence]}
    return frozenset(out) | frozenset(_aftermath(findings, groups))


def _aftermath(findings: Findings, groups: dict[int, list[Trigger]]) -> Iterator[int]:
    """The triggers of a short report that tells of a mishap, of harm and of who answers for it."""
    document = findings.document
    if len(document.sentences) > LONGEST or not all(
        _is_calm(one, document.doc[one.head]) for group in groups.values() for one in group
    ):
        return
    places = {place.head for place in findings.places}
    armed = any(
        actor.kind not in _UNARMED
        for mention in findings.actors
        if document.doc[mention.head].dep_ in _DOERS and mention.head not in places
        for actor in mention.actors
    ) or any(_is_done(findings, one) for group in groups.values() for one in group)
    armed = armed or any(token.lemma_.lower() in _words("meant") for token in document.doc)
    # The rest is about what is told first: "Two policemen were killed. Floods cut the road."
    if not armed and any(
        _is_mishap(token, quiet=True) or _is_disaster(token)
        for sentence in document.sentences
        if sentence.index <= min(groups, default=-1)
        for token in document.span(sentence)
    ):
        for group in groups.values():
            yield from (one.index for one in group)


def _is_done(findings: Findings, trigger: Trigger) -> bool:
    """Whether somebody kills or wounds: "troops killed two", no "flood killed two"."""
    verb = findings.document.doc[trigger.head]
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in _words("lethal"):
        return False
    doers = {noun.i for noun in _doers(verb)}
    return any(mention.head in doers for mention in findings.actors)


def _is_calm(trigger: Trigger, head: Token) -> bool:
    """Whether a word may stand in a report of a mishap: of harm, or of arrests and emergencies."""
    words = _words("calm") | _words("aftermath")
    if trigger.lemma in _words("burning"):
        return head.pos_ == "NOUN" and _burns(head)
    return trigger.lemma in words or trigger.lemma.split()[0] in words


def _burns(noun: Token) -> bool:
    """Whether a fire is one that burns: no "mortar fire", "police fire" or "exchange of fire"."""
    if any(child.lower_ in _words("shots") for child in noun.children):
        return False
    return not (noun.dep_ in ("pobj", "dobj") and noun.head.lower_ in _words("shooting"))


def _is_disaster(token: Token) -> bool:
    """Whether a noun is a disaster or an accident that strikes, happens or is told the place of."""
    if token.pos_ not in ("NOUN", "PROPN") or not (token.is_sent_start or token.text.islower()):
        return False
    lemma = token.lemma_.lower()
    if token.pos_ == "PROPN":
        # The tagger takes "Wildfires" at the head of a sentence for a name.
        lemma = lemma.removesuffix("s")
    if lemma in _words("burning"):
        told = token.dep_ in _SUBJECTS or token.head.lemma_.lower() in _words("raging")
        # "Killed in a fire at a market", no "killed by fire from the hill".
        named = token.dep_ == "pobj" and any(child.dep_ == "det" for child in token.children)
        return (told or named) and _burns(token)
    if lemma in _words("fall"):
        return any(
            kid.lemma_.lower() in _words("structures")
            for of in token.children
            for kid in (of, *of.children)
        )
    return lemma in _words("disasters")


def _is_mishap(token: Token, *, quiet: bool) -> bool:
    """Whether a word is a verb that tells of a mishap: of failing, of meeting, or of a cause.

    Walls fall by themselves only in a ``quiet`` report, where no other sentence has words of war.
    """
    if token.pos_ not in ("VERB", "AUX"):
        return False
    lemma = token.lemma_.lower()
    if lemma in _words("inflicted") and any(c.dep_ in ("dobj", "agent") for c in token.children):
        return False
    if lemma == "derail":
        return True
    doers = {noun.lemma_.lower() for noun in _doers(token)}
    moving = doers & _words("vehicles")
    if lemma in _words("failing"):
        return bool(moving) or (quiet and not doers.isdisjoint(_words("structures")))
    if lemma in _words("meeting") and moving - _words("flying"):
        # A mine that falls in is a pit, one that a lorry hits goes off.
        still = (_words("vehicles") | _words("structures")) - _words("exploding")
        hit = [child for child in token.children if child.dep_ in ("dobj", "nsubjpass")]
        return any(noun.lemma_.lower() in still for noun in hit) or any(
            word.lower_ in _words("unmeant") for word in token.subtree
        )
    return not doers.isdisjoint(_words("causes"))


def _doers(verb: Token) -> Iterator[Token]:
    """What a verb is done by: its subject, its agent, what people die of or in."""
    for child in verb.children:
        if child.dep_ == "nsubj" and child.tag_ not in ("WDT", "WP", "PRP"):
            yield child
        elif child.tag_ in ("WDT", "WP") and child.dep_ == "nsubj" and verb.dep_ == "relcl":
            yield verb.head
        elif child.dep_ == "agent" or (
            child.dep_ == "prep" and child.lower_ in ("of", "from", "in")
        ):
            if child.lower_ == "in" and not any(c.dep_ in _SUBJECTS for c in verb.children):
                continue
            yield from child.children
    over = verb
    if verb.dep_ in ("advcl", "conj", "acl") and not any(
        child.dep_ in _SUBJECTS for child in verb.children
    ):
        over = verb.head
        yield from (child for child in over.children if child.dep_ == "nsubj")
