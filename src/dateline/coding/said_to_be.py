"""People whom a sentence takes for a group's: "troops killed a man thought to be one of its men".

Read as plain people they were civilians, beside the group that they are said to be of or without
it. What is believed of them tells who they are; that it is only believed is a matter of the
claim's status. Source: coding frame, a hedge on the victims' identity alone does not make the claim
hedged. Words are data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from dateline.coding.document import Document
from dateline.coding.mentions import ActorMention
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import ActorKind

WORDS = "languages/en/said_to_be.toml"
"""Where the words are kept."""

GROUPS = frozenset({ActorKind.REBEL, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA})
"""Kinds that people are said to be of."""

_PLAIN = frozenset({ActorKind.CIVILIANS, ActorKind.OTHER})
_CLAUSES = frozenset({"acl", "relcl"})


def taken_for(document: Document, mentions: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """Return the mentions, plain people as the group's of whom the sentence has them to be.

    The group is then told of once.
    """
    gone: set[int] = set()
    found: list[ActorMention] = []
    for mention in mentions:
        group = _group(document, mention, mentions)
        if group is None:
            found.append(mention)
            continue
        gone.add(group.first)
        quote = mention.actors[0].mention
        span = mention.actors[0].span
        actors = tuple(
            actor.model_copy(update={"mention": quote, "span": span}) for actor in group.actors
        )
        found.append(replace(mention, actors=actors))
    return tuple(one for one in found if one.first not in gone)


def _group(
    document: Document, mention: ActorMention, mentions: Sequence[ActorMention]
) -> ActorMention | None:
    """The mention of the group whose people a mention's are held to be, or None."""
    noun = document.doc[mention.head]
    if noun.lemma_.lower() not in _words("people") or mention.resolved:
        return None
    if any(actor.kind not in _PLAIN or actor.name for actor in mention.actors):
        return None
    for word in _said_to_be(noun):
        if word.lemma_.lower() in _words("kin"):
            continue
        for other in mentions:
            if other.first <= word.i < other.last and other is not mention:
                armed = all(actor.kind in GROUPS for actor in other.actors)
                return other if armed and not other.resolved else None
    return None


def _said_to_be(noun: Token) -> Iterator[Token]:
    """Yield the words for what a noun's people are held to be."""
    for clause in noun.children:
        if clause.dep_ in _CLAUSES and not _is_denied(clause):
            lemma = clause.lemma_.lower()
            if lemma in _words("held"):
                yield from _held(clause)
            elif lemma in _words("linked") and clause.tag_ == "VBN":
                yield from _under(clause, "of")
        elif clause.dep_ == "appos" and clause.i > noun.i:
            yield clause  # "ten people (suspected militants)"
        elif clause.dep_ == "prep" and (clause.lower_ == "with" or clause.lower_ in _words("over")):
            yield from (word for tie in clause.children for word in _tied(tie))
    if (behind := _behind(noun)) is not None:
        yield from _held(behind)
    verb = noun.head
    if noun.dep_ in ("dobj", "nsubjpass") and verb.pos_ == "VERB":
        for ground in _under(verb, "over"):
            yield from _tied(ground)
            if ground.lemma_.lower() in _words("grounds"):
                yield from _charged(ground)


def _behind(noun: Token) -> Token | None:
    """The word right behind a noun by which its people are held to be somebody's, or None.

    Behind a comma it may be read as a verb beside the noun's own: "six, thought to be men of X".
    """
    at = noun.i + 1
    at += int(at < len(noun.doc) and noun.doc[at].text == ",")
    if at >= len(noun.doc):
        return None
    word = noun.doc[at]
    held = word.lemma_.lower() in _words("held") and word.tag_ in ("VBN", "VBD")
    tells = any(child.dep_ == "xcomp" for child in word.children)
    return word if held and tells and word.head is not noun and noun.head is not word else None


def _held(verb: Token) -> Iterator[Token]:
    """Yield what somebody is thought, said or suspected to be."""
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp"):
            yield from _of_group(child)
    yield from _charged(verb)


def _charged(word: Token) -> Iterator[Token]:
    """Yield whose somebody is held to be by a word: "suspected of belonging to the group"."""
    for child in word.children:
        if child.dep_ == "prep" and child.lower_ in _words("of"):
            for inner in child.children:
                yield from _of_group(inner)
                yield from _tied(inner)


def _of_group(verb: Token) -> Iterator[Token]:
    """Yield whose somebody is by a verb: "be a member of X", "belong to X", "be linked to X"."""
    lemma = verb.lemma_.lower()
    if _is_denied(verb):
        return
    if lemma == "be":
        for child in verb.children:
            if child.dep_ == "attr":
                yield child
                yield from child.conjuncts
            elif child.dep_ == "prep" and child.lower_ in ("of", "from"):
                yield from (noun for noun in child.children if noun.dep_ == "pobj")
    elif lemma in _words("belonging") or lemma in _words("linked"):
        yield from _under(verb, "of")


def _tied(noun: Token) -> Iterator[Token]:
    """Yield the group to which ties are told: "links to the group"."""
    if noun.lemma_.lower() in _words("ties"):
        yield from _under(noun, "of")


def _under(word: Token, key: str) -> Iterator[Token]:
    """Yield the nouns that hang on a word by a preposition of a list."""
    for child in word.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in _words(key):
            yield from (noun for noun in child.children if noun.dep_ == "pobj")


def _is_denied(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(settings(WORDS)[key])
