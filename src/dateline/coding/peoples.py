"""Peoples that stand for their forces: "the Russians shelled the town", "taken by the Serbs".

A nationality alone stood for civilians, so that nobody had done what only an army does. Where a
people is the subject of such a verb, or follows its "by", it is its state's forces; of those whose
kin fight in the country, rebels there. People who are counted, and words for what crowds
do as well, are left to be civilians. Source: coding frame, side a is who acts. Words are data.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dateline.coding.charges import laid_on
from dateline.coding.counted import noun_class
from dateline.coding.syntax import Token
from dateline.knowledge.countries import is_country_demonym
from dateline.knowledge.files import settings
from dateline.knowledge.lexicon import speech
from dateline.model import ActorKind

WORDS = "languages/en/peoples.toml"
"""Where the verbs and the peoples are kept."""

_PLURAL = ("s", "sh", "ch", "ese")
"""How a word for a whole people ends: "Turks", "the British", "the French", "the Chinese"."""

_OWNED = frozenset({"compound", "nmod", "amod", "poss", "nummod"})
"""What stands before a name that is more than a people's: "Manchester Reds"."""

_OBJECTS = frozenset({"dobj", "prt", "advcl", "prep"})


def forces_of(people: Token, code: str, country: str | None) -> ActorKind | None:
    """Return what a people of a country is where it makes war in a report's country, else None."""
    if not _makes_war(people):
        return None
    kin = settings(WORDS)["beyond"].get(code, ())
    return ActorKind.REBEL if country in kin else ActorKind.STATE_FORCES


def army_of(people: Token, country: str | None) -> str | None:
    """Return the id of the army that a word for a people means in a country, or None."""
    word = people.lower_.removesuffix("s")
    army: str | None = settings(WORDS)["armies"].get(word, {}).get(country or "")
    return army


def is_of_kin(mention: str, country: str) -> bool:
    """Return whether people called by a kindred nation's name are of a country: "Bosnia's Serbs".

    "Serb villagers" in Bosnia are Bosnians, "Serbian" ones are not.
    """
    words = {word.strip("'\".,").removesuffix("s") for word in mention.split()}
    return any(
        country in lands and people in words for people, lands in settings(WORDS)["kin"].items()
    )


def is_a_bank(word: Token) -> bool:
    """Whether "the Syrian side" is a place and no party: it does nothing, nor does its fire.

    Nor does anybody blame it.
    """
    if word.lower_ not in _verbs("sides"):
        return False
    if any(child.lower_ == "of" for child in word.children):
        return True
    from_it = word.dep_ == "pobj" and word.head.lower_ == "from"
    if _deed(word) is not None or is_blamed(word):
        return False
    return not (from_it and word.head.head.lemma_.lower() in _verbs("fire"))


def makes_war(noun: Token) -> bool:
    """Return whether a noun is the subject of what armed people do, or follows its "by"."""
    lemma = deed_of(noun)
    return lemma in _verbs("warring") or lemma in _verbs("armed")


def deed_of(noun: Token) -> str:
    """Return the verb, as a lemma, that a noun is the subject of or follows by "by", or ""."""
    verb = _deed(noun)
    return verb.lemma_.lower() if verb is not None and verb.pos_ == "VERB" else ""


def are_peoples(words: Sequence[Token]) -> bool:
    """Return whether words are peoples by their names alone: "Kukis", "Hema", "the Lou Nuer".

    No creeds and no nations, whose people are crowds where they brawl, no one who is called so
    for what he does, and no single person.
    """
    return bool(words) and all(
        word.text[0].isupper()
        and (word.lower_.endswith(_PLURAL) or word.lower_ in _verbs("whole"))
        and (word.tag_ in ("NNS", "NNPS", "NNP") or word.lower_ in _verbs("whole"))
        and _bare(word) not in _verbs("parties")
        and (noun_class(word) != "person" or _bare(word) in _verbs("called"))
        and not is_country_demonym(word.text)
        and not is_country_demonym(word.text.removesuffix("s"))
        and not any(kid.dep_ in _OWNED and not _is_clan(kid) for kid in word.children)
        and not _is_one(word)
        for word in words
    )


def is_of_a_people(word: Token) -> bool:
    """Return whether a word is the name of a people that has no state: "Murle", "Fulanis"."""
    name = word.lower_
    return word.text[0].isupper() and (
        name in _verbs("whole") or name.removesuffix("s") in _verbs("whole")
    )


def _is_clan(part: Token) -> bool:
    """Whether a word before a people's name tells which part of it: "the Lou Nuer"."""
    return (
        part.dep_ == "compound"
        and part.text[0].isupper()
        and part.i == part.head.i - 1
        and part.head.lower_ in _verbs("whole")
    )


def _bare(word: Token) -> str:
    return word.lemma_.lower().removesuffix("s")


def is_blamed(word: Token) -> bool:
    """Return whether a word is whom somebody blames: "accused the Indian side", "blamed Kyiv"."""
    while word.dep_ == "conj":
        word = word.head
    accused = word.dep_ in ("dobj", "nsubjpass")
    if word.dep_ == "pobj" and word.head.lower_ == "on":  # "a raid that Juba blamed on Khartoum"
        return word in laid_on(word.head.head)
    return accused and word.head.lemma_.lower() in speech().blaming


def _makes_war(people: Token) -> bool:
    """Whether a plural people does by the syntax what an army does."""
    verb = _deed(people) if people.lower_.endswith(_PLURAL) else None
    if verb is None or verb.pos_ != "VERB":
        return False
    lemma = verb.lemma_.lower()
    if lemma in _verbs("yielding") or _is_loser(people):
        return _of_ground(verb) and not _is_one(people)
    if lemma in _verbs("warring"):
        return not _is_one(people)
    if lemma not in _verbs("armed") and not (lemma in _verbs("holding") and _of_ground(verb)):
        return False
    return (
        any(child.lower_ == "the" for child in people.children)
        and not any(child.dep_ in ("nummod", "relcl", "acl") for child in people.children)
        and any(child.dep_ in _OBJECTS for child in verb.children)
    )


def _of_ground(verb: Token) -> bool:
    """Whether a verb has ground for its object, or for what it is told of: "was taken by".

    By some it is the subject that changes hands: "Goma fell to".
    """
    falls = verb.lemma_.lower() in _verbs("yielding")
    parts = ("nsubj", "nsubjpass") if falls else ("dobj", "nsubjpass")
    things = [child for child in verb.children if child.dep_ in parts]
    return any(one.text[:1].isupper() or one.lemma_.lower() in _verbs("ground") for one in things)


def _is_one(people: Token) -> bool:
    """Whether one of a people, or a number of them, is told of."""
    before = {
        child.lower_ for child in people.children if child.dep_ in ("det", "nummod", "quantmod")
    }
    return bool(before - {"the"})


def _deed(people: Token) -> Token | None:
    """The verb whose subject, or whose "by", a word or the first word of its list is.

    A place falls "to" those who take it, and is taken "from" those who held it.
    """
    while people.dep_ == "conj":
        people = people.head
    if people.dep_ == "nsubj":
        return people.head
    if people.dep_ == "pobj" and people.head.dep_ == "agent":
        return people.head.head
    if people.dep_ == "pobj" and people.head.lower_ == "to":
        verb = people.head.head
        return verb if verb.lemma_.lower() in _verbs("yielding") else None
    if not _is_loser(people):
        return None
    over = people.head.head
    return over if over.pos_ == "VERB" else over.head


def _is_loser(people: Token) -> bool:
    """Whether something is taken from a people: "took the hill from the Serbs"."""
    of = people.head
    if people.dep_ != "pobj" or of.lower_ != "from":
        return False
    verb = of.head if of.head.pos_ == "VERB" else of.head.head
    return of.head in (verb, *verb.children) and verb.lemma_.lower() in _verbs("taking")


@cache
def _verbs(key: str) -> frozenset[str]:
    return frozenset(settings(WORDS)[key])
