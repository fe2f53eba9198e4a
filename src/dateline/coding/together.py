"""Who acts, or is acted on, together with another: "soldiers and tribesmen shot down a drone".

The second of two that one verb joins often counts as a rival of the first, and was left out. Where
"and", "including" or "backed by" ties somebody to another, and the event's own words have him on
the other's side, he stands there with him. Source: coding frame, each party is an actor of its
side. Words are data.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.actors import settle
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.identity import ARMED
from dateline.coding.opponents import CLASH
from dateline.coding.second_look import Party, key_of, named_by
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import Place

WORDS = "languages/en/opponents.toml"
"""Where the words that tie those of one side together are kept."""

Pairs = frozenset[tuple[str, str]]
"""Keys of parties that a sentence ties together, two by two."""


def tied(
    findings: Findings,
    happenings: Sequence[Happening],
    everyone: Sequence[Party],
    place: Place | None,
) -> Pairs:
    """Return which parties the sentences of an event tie together, each pair both ways round."""
    if len(everyone) < 2:
        return frozenset()
    keys: dict[int, set[str]] = {}
    country = place.country if place else None
    for index in {at for happening in happenings for at in happening.actors}:
        mention = findings.actors[index]
        keys.setdefault(mention.head, set()).update(
            key_of(settle(actor, country, findings.country, findings.published))
            for actor in mention.actors
        )
    return frozenset(
        pair
        for head, others in keys.items()
        for over in _tied_to(findings.document.doc[head])
        for one in keys.get(over.i, ())
        for other in others
        if one != other
        for pair in ((one, other), (other, one))
    )


def acting_together(
    findings: Findings, happenings: Sequence[Happening], place: Place | None
) -> Pairs:
    """Return which parties are joined subjects of an event's verb that has an object.

    "French helicopters and Malian troops drove rebels out": each pair both ways round. None where
    a clash is told of, whose two sides may be joined as well.
    """
    if any(CLASH in happening.trigger.concepts for happening in happenings):
        return frozenset()
    found: set[tuple[str, str]] = set()
    words = settings(WORDS)
    for happening in happenings:
        verb = findings.document.doc[happening.trigger.head]
        if verb.pos_ != "VERB" or verb.lemma_.lower() in words["fighting"] + words["swapping"]:
            continue
        doers = [kid for kid in verb.children if kid.dep_ == "nsubj"]
        objects = [kid.lower_ for kid in verb.children if kid.dep_ == "dobj"]
        if len(doers) != 1 or not objects or any(one in words["mutually"] for one in objects):
            continue
        named = [
            key_of(one)
            for word in (doers[0], *doers[0].conjuncts)
            for one in named_by(findings, [word], place)
            if one.kind in ARMED
        ]
        found |= {(one, other) for one in named for other in named if one != other}
    return frozenset(found)


def _tied_to(noun: Token) -> list[Token]:
    """The nouns to which a noun is tied: those it is joined to, and whom it is among or backs."""
    found: list[Token] = []
    if noun.dep_ in ("nmod", "compound") and any(kid.dep_ == "cc" for kid in noun.children):
        return [noun.head]  # "police and party youths", read as one noun phrase
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.like_num:
        noun = noun.head.head  # "a councillor and two of his bodyguards"
    while noun.dep_ == "conj":
        noun = noun.head
        found.append(noun)
    while noun.dep_ == "appos" and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head  # "backed by its ally, the group X"
    if noun.dep_ != "pobj":
        return found
    word, words = noun.head, settings(WORDS)
    if word.lower_ == "of" and word.dep_ == "conj" and word.head.lower_ == "of":
        return [*found, word.head.head]  # "fighters of the Front and of the League"
    if word.lower_ in words["including"]:
        return [*found, word.head]
    if word.lower_ in words["beside"] and word.dep_ == "prep":
        return [*found, *_companions(word)]
    if word.lower_ == "by" and word.head.lower_ in words["backed"]:
        return [*found, *_backed(word.head)]
    helped = word.head if word.lower_ == "of" else None
    if helped is not None and helped.lower_ in words["help"] and helped.dep_ == "pobj":
        return [*found, *_backed(helped.head)] if helped.head.lower_ == "with" else found
    return found


def _backed(word: Token) -> list[Token]:
    """The nouns of whom such a word says that others help: "troops, escorted by militiamen"."""
    over = word.head
    if word.dep_ in ("acl", "prep") and over.pos_ in ("NOUN", "PROPN"):
        return [over]
    if word.dep_ in ("advcl", "prep") and over.pos_ == "VERB":
        return [kid for kid in over.children if kid.dep_ == "nsubj"]
    return []


def _companions(beside: Token) -> list[Token]:
    """The nouns with whom somebody acts behind such a word: "troops together with vigilantes"."""
    over = beside.head
    if over.lower_ in settings(WORDS)["together"]:
        over = over.head
    elif beside.lower_ == "with" and over.pos_ == "VERB":
        return []  # "clashed with rebels"
    if over.pos_ == "VERB":
        return [kid for kid in over.children if kid.dep_ in ("nsubj", "agent")]
    return [over]
