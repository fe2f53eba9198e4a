"""Actors that no table holds: armed groups by the build of their name, persons, bare numbers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache

from dateline.coding.actor_words import Cell
from dateline.coding.syntax import Doc, Token
from dateline.knowledge.actors import NamedActor
from dateline.knowledge.files import settings
from dateline.knowledge.lexicon import speech, trigger_rows
from dateline.knowledge.roles import GRAMMAR, Name, Nation, Role, anaphora, grammar, unlisted
from dateline.model import Actor, ActorKind

_ARMED = frozenset(
    {
        ActorKind.STATE_FORCES,
        ActorKind.EXTERNAL_FORCES,
        ActorKind.REBEL,
        ActorKind.POLITICAL_MILITIA,
        ActorKind.IDENTITY_MILITIA,
        ActorKind.UNIDENTIFIED,
    }
)

_LONGEST = 7
_INSIDE = frozenset({"of", "for", "the", "and"})


def label_groups(cells: list[Cell], country: str | None) -> None:
    """Label runs of capitalised words that are built like the name of an armed group.

    The name is kept as written; its country is the report's.
    """
    if all(cell.text.isupper() for cell in cells if cell.text.isalpha()):
        return
    at = 0
    while at < len(cells):
        if not cells[at].text[0].isupper():
            at += 1
            continue
        end = _capitalised(cells, at)
        if end - at >= 2 and _is_group(cells[at:end]):
            name = _written(cells[at:end])
            row = NamedActor(
                id="",
                name=name,
                kind=ActorKind.REBEL,
                countries=(country,) if country else (),
                home=country,
                start=None,
                end=None,
                aliases=(),
                parent=None,
                acled_name=name,
                ucdp_name=name,
                source="the report",
            )
            cells[at].word = Name((row,))
            cells[at].length = end - at
            for inner in cells[at + 1 : end]:
                inner.word, inner.length = None, 0
        at = max(end, at + 1)


def _capitalised(cells: list[Cell], at: int) -> int:
    """Where the run of capitalised words that begins at a cell ends; no listed name inside."""
    end = at
    while end < len(cells) and end - at < _LONGEST:
        cell = cells[end]
        if isinstance(cell.word, Name) and not (end > at and cells[end - 1].key in _INSIDE):
            break
        if end > at and cells[end - 1].owner and isinstance(cells[end - 1].word, Nation):
            break
        if not cell.text[:1].isupper():
            joins = cell.key in _INSIDE and end > at and end + 1 < len(cells)
            if not (joins and cells[end + 1].text[:1].isupper()):
                break
        elif cell.pos not in ("PROPN", "NOUN", "ADJ"):
            break
        end += 1
    return end


def _is_group(cells: list[Cell]) -> bool:
    words = unlisted()
    if cells[0].key in _INSIDE:
        return False
    keys = {cell.key for cell in cells}
    own = [cell for cell in cells if cell.word is None and cell.length and cell.key not in _INSIDE]
    if keys & words.never or all(cell.key in words.heads | words.qualifiers for cell in own):
        return False
    if cells[0].key in words.firsts:
        return True
    return cells[-1].key in words.heads and bool(keys & words.qualifiers)


def _written(cells: list[Cell]) -> str:
    out = ""
    for cell in cells:
        out += ("-" if cell.hyphened else " ") + cell.text + ("'s" if cell.owner else "")
    return out.strip()


def persons(
    cells: list[Cell], doc: Doc, taken: Collection[int], armed: Collection[int]
) -> Iterator[tuple[int, int]]:
    """Yield the token ranges of personal names that act or are acted on.

    A name is two or more capitalised words that no lexicon and no place holds, as subject or
    object of a verb that is none of speech. ``taken`` are the tokens of places.

    ``armed`` are the heads of those who bear arms: "Omar Saleh, a police officer" is told as one.
    """
    words, speaking = unlisted(), speech().verbs
    at = 0
    while at < len(cells):
        if cells[at].pos != "PROPN":
            at += 1
            continue
        end = at
        while end < len(cells) and _personal(cells, end, at) and cells[end].token not in taken:
            end += 1
        if 2 <= end - at <= 4 and not any(c.key in words.never for c in cells[at:end]):
            first, last = cells[at].token, cells[end - 1].token + 1
            root = doc[first:last].root
            before = cells[at - 1] if at else None
            titled = before is not None and isinstance(before.word, Role)
            argument = root.dep_ in ("nsubjpass", "dobj") or (
                root.dep_ == "nsubj" and root.head.lemma_.lower() not in speaking
            )
            argument = argument and not _is_armed(root, armed)
            if argument and not titled and not (end < len(cells) and cells[end].word is not None):
                yield first, last
        at = max(end, at + 1)


def _is_armed(person: Token, armed: Collection[int]) -> bool:
    """Whether a person is said in apposition to be one who bears arms, and still does."""
    return any(
        child.dep_ == "appos"
        and child.i in armed
        and not any(word.lower_ in grammar().fallen for word in child.children)
        for child in person.children
    )


def bear_arms(actors: Sequence[Actor]) -> bool:
    """Return whether actors bear arms, known or not."""
    return any(actor.kind in _ARMED for actor in actors)


@cache
def harming() -> frozenset[str]:
    """Return the verbs that say that someone is killed or hurt, as lemmas."""
    return frozenset(
        row.words[0]
        for rows in trigger_rows().values()
        for row in rows
        if row.pos == "V" and len(row.words) == 1 and row.concept in ("kill", "injure", "die")
    )


def is_harmed(doc: Doc, last: int) -> bool:
    """Return whether a phrase that ends before a token is of those killed or hurt by the syntax."""
    noun = doc[last - 1]
    while noun.dep_ == "conj":
        noun = noun.head
    verb = noun.head
    if noun.dep_ not in ("nsubjpass", "dobj"):
        return False
    # "Were found shot".
    words = (verb, *(kid for kid in verb.children if kid.dep_ in ("xcomp", "oprd")))
    return any(word.lemma_.lower() in (*harming(), "shoot") for word in words)


def _is_done_to_people(number: Token) -> bool:
    """Whether a number is of those taken or shot: "kidnapped three", not "shot down two"."""
    verb = number.head
    return (
        number.dep_ in ("nsubjpass", "dobj")
        and verb.lemma_.lower() in settings(GRAMMAR)["of_people"]
        and not any(child.lower_ == "down" for child in verb.children)
    )


def counted(
    cells: list[Cell], doc: Doc, told: Collection[int], phrased: Collection[int]
) -> Iterator[int]:
    """Yield the numbers that stand alone for people killed, hurt or taken ("killing three").

    "Killing three of them" tells who they are, and so does "11 of its men were killed", where
    ``told`` has the tokens of those whom a phrase names, ``phrased`` also of who is somebody's.
    """
    for cell in cells:
        if cell.pos != "NUM":
            continue
        token = doc[cell.token]
        if (
            token.dep_ in ("nsubj", "nsubjpass", "dobj")
            and (token.head.lemma_.lower() in harming() or _is_done_to_people(token))
            and not (token.is_digit and len(token) >= 4 and token.text[:2] in ("19", "20"))
            and not _is_of_them(token, told, phrased)
        ):
            yield token.i


def _is_of_them(number: Token, told: Collection[int], phrased: Collection[int]) -> bool:
    """Whether a number counts some of those told of: "killed 14 of them", "two of its soldiers"."""
    nouns = [
        noun
        for of in number.children
        if of.lower_ == "of"
        for noun in of.children
        if noun.dep_ == "pobj"
    ]
    them = number.dep_ == "dobj" and any(
        noun.tag_ == "PRP" and noun.lower_ in anaphora().pronouns for noun in nouns
    )
    return them or any(
        noun.tag_ == "NNS" and (noun.i in told or (noun.i in phrased and _is_somebodys(noun)))
        for noun in nouns
    )


def _is_somebodys(noun: Token) -> bool:
    owners = anaphora().owners | anaphora().commanders
    return any(kid.dep_ == "poss" and kid.lower_ in owners for kid in noun.children)


def _personal(cells: list[Cell], at: int, begin: int) -> bool:
    cell = cells[at]
    if cell.word is not None and not (at > begin and isinstance(cell.word, Nation)):
        return False
    if cell.length == 0 or cell.pos != "PROPN" or not cell.text[:1].isupper():
        return False
    return at == begin or not cells[at - 1].owner
