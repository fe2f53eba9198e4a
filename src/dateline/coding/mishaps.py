"""Accidents, disease and weather that kill: "their jeep overturned", "died of cholera".

Where every word of a sentence that may give an event away is one of harm, and what did the harm is
a vehicle that fails or meets another, a structure that falls, or a disease, nobody attacked anybody
(coding frame, "political violence"). Which words those are is data.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from dateline.coding.findings import Findings
from dateline.coding.triggers import Trigger
from dateline.knowledge.files import settings

WORDS = "languages/en/mishaps.toml"

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


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
    return frozenset(out)


def _is_mishap(token: Token, *, quiet: bool) -> bool:
    """Whether a word is a verb that tells of a mishap: of failing, of meeting, or of a cause.

    Walls fall by themselves only in a ``quiet`` report, where no other sentence has words of war.
    """
    if token.pos_ not in ("VERB", "AUX"):
        return False
    lemma = token.lemma_.lower()
    doers = {noun.lemma_.lower() for noun in _doers(token)}
    moving = doers & _words("vehicles")
    if lemma in _words("failing"):
        return bool(moving) or (quiet and not doers.isdisjoint(_words("structures")))
    if lemma in _words("meeting") and moving - _words("flying"):
        still = _words("vehicles") | _words("structures")
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
