"""One actor told twice in a row: "a guerrilla group, the White Legion, killed two policemen".

The word for a band and the name that follows it stand for one party; read apart, each was too weak
to have done it, or the nameless one took the name's place. The word takes the actor whom the name
means, and so does the word behind a name ("Ansaru, a militia") and that which only ties it to
another ("Hamas's armed wing, the Qassam Brigades"). So does a person with what is said of his
nation: "Anna Berg, a Swedish doctor" was one of the country and one from abroad. Source: coding
frame, the group by its name, the actor by his own country.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.document import Document
from dateline.coding.mentions import ActorMention
from dateline.coding.syntax import Doc, Token
from dateline.knowledge.countries import countries_by_demonym, is_country_demonym
from dateline.knowledge.files import settings
from dateline.model import Actor, ActorKind

WORDS = "languages/en/actors.toml"
"""Where the words by which a band has its name are kept."""

BANDS = frozenset(
    {
        ActorKind.REBEL,
        ActorKind.POLITICAL_MILITIA,
        ActorKind.IDENTITY_MILITIA,
        ActorKind.UNIDENTIFIED,
    }
)
"""Kinds of who is told by a word and by a name."""


STATES = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES})
"""The same of an army: "the army, the SPLA", "the military, known as the Tatmadaw"."""


def named_in_apposition(
    document: Document, mentions: Sequence[ActorMention]
) -> tuple[ActorMention, ...]:
    """Return the mentions, a word for a band with the actor of the name that stands beside it."""
    doc = document.doc
    heads = {mention.head: mention for mention in mentions}
    found: dict[int, ActorMention] = {}
    for mention in mentions:
        word = doc[mention.head]
        called = word.dep_ != "appos"
        other = heads.get(_called(word) if called else word.head.i)
        if (
            called
            and other is not None
            and other.actors[0].kind not in STATES
            and not _is_body(doc[other.head])
        ):
            continue  # "a commander known as Abu Sayyaf"
        if other is None or any(kid.dep_ == "conj" for kid in word.children):
            continue  # "rebels, the army and police" is a list
        for one, name in ((mention, other), (other, mention)):
            if _stands_for(doc, one, name):
                actors = tuple(
                    actor.model_copy(
                        update={"mention": one.actors[0].mention, "span": one.actors[0].span}
                    )
                    for actor in name.actors
                )
                found[one.head] = replace(one, actors=actors)
                break
    return tuple(found.get(mention.head, mention) for mention in mentions)


def of_own_nation(document: Document, mentions: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """Return the mentions, a civilian with the nation that the word beside the name tells."""
    doc = document.doc
    nations = {
        mention.head: mention.actors[0]
        for mention in mentions
        if len(mention.actors) == 1
        and mention.actors[0].kind is ActorKind.CIVILIANS
        and mention.actors[0].country
    }
    return tuple(_of(mention, _beside(doc[mention.head]), nations) for mention in mentions)


def _of(mention: ActorMention, beside: list[Token], nations: dict[int, Actor]) -> ActorMention:
    (actor, *others) = mention.actors
    plain = actor.kind is ActorKind.CIVILIANS and not (actor.country or actor.name or others)
    if not plain or len(beside) != 1:
        return mention
    told = nations.get(beside[0].i)
    country = told.country if told else _nation_before(beside[0])
    if country is None:
        return mention
    return replace(mention, actors=(actor.model_copy(update={"country": country}),))


def _nation_before(word: Token) -> str | None:
    """The country whose adjective stands before a word that is in no list: "the Swiss consul"."""
    codes = {
        countries_by_demonym(kid.text)
        for kid in word.children
        if kid.dep_ == "amod" and is_country_demonym(kid.text)
    }
    return codes.pop() if len(codes) == 1 else None


def _beside(word: Token) -> list[Token]:
    """The word in apposition to a single person, or to which a person's name is."""
    if word.tag_ not in ("NNP", "NN"):
        return []
    found = [kid for kid in word.children if kid.dep_ == "appos"]
    found += [word.head] if word.dep_ == "appos" else []
    return [one for one in found if one.tag_ in ("NN", "NNP")]


def _called(name: Token) -> int:
    """The word that is "known as" a name, or calls itself so, by its index; -1 where none is."""
    verb = name.head.head if name.dep_ == "pobj" and name.head.lower_ == "as" else name
    if name.dep_ == "oprd":
        verb = name.head  # "a group called the White Legion", "a group that calls itself so"
    told = settings(WORDS)["called"]
    return verb.head.i if verb.dep_ in ("acl", "relcl") and verb.lower_ in told else -1


def _is_body(noun: Token) -> bool:
    """Whether a noun is for many who have a name together, and for no single man."""
    return noun.tag_ == "NNS" or noun.lemma_.lower() in settings(WORDS)["bodies"]


def _stands_for(doc: Doc, one: ActorMention, name: ActorMention) -> bool:
    """Whether a word only says what the band is that a name names."""
    if len(one.actors) != 1 or len(name.actors) != 1:
        return False
    word, band = one.actors[0], name.actors[0]
    alike = any({word.kind, band.kind} <= kinds for kinds in (BANDS, STATES))
    if word.kind in STATES and any(kid.lower_ == "of" for kid in doc[one.head].children):
        return False  # "the army of the RCD-ML"
    if band.name is None or not alike or doc[one.head].pos_ != "NOUN":
        return False
    if word.name is not None:
        return doc[name.head].pos_ == "PROPN"
    return None in (word.country, band.country) or word.country == band.country
