"""What is told beside an event and is another: "burned it in revenge for the killing of two".

The two are two events, and who, whom, how many and where of the one is nothing to the other. So
are weapons that are found and what was done before: "defused a bomb after a blast killed twelve";
and a march and what it remembers, whose day is another too: "marched to mourn those shot in 1989";
and unrest and what set it off: "shot two drivers, sparking a riot in which a market burned";
and what was done days before or after: "fired missiles, two days after a strike on its village".
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.mentions import ActorMention, DateMention, FigureMention, PlaceMention
from dateline.coding.syntax import Token
from dateline.coding.weapons_found import finds_weapons
from dateline.knowledge.files import settings

WORDS = "languages/en/told_beside.toml"

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PURPOSE = frozenset({"advcl", "xcomp", "acl", "relcl", "pcomp"})
"""How a verb of remembering hangs on what people do for it."""

V = TypeVar("V")


def answered(word: Token) -> Token | None:
    """Return the word above which a deed is told, and under which what it answers; or None.

    That is "for" in "in retaliation for an attack on Monday", and "killed" in "defused a bomb after
    a blast killed twelve".
    """
    words = settings(WORDS)
    return next(
        (
            over
            for over in (word, *word.ancestors)
            if (
                over.dep_ == "prep"
                and over.lower_ in words["links"]
                and over.head.lemma_.lower() in words["answers"]
            )
            or _is_before_a_find(over)
            or _is_days_off(over)
            or _led_to_it(over)
            or _sets_off(over)
            or (over is not word and is_of_memory(over))
        ),
        None,
    )


def _sets_off(word: Token) -> bool:
    """Whether a word parts unrest from the deed that set it off.

    What stands under the participle is the unrest in "killed a cleric, sparking protests", what
    stands under the subject is the deed in "the killing of a cleric sparked protests". An attack
    that triggers a gun battle is one event with it.
    """
    if word.dep_ == "advcl" and word.tag_ == "VBG":
        return _sparks(word)
    deed = word.dep_ == "nsubj" and word.lemma_.lower() in settings(WORDS)["deeds"]
    return deed and word.head.tag_ != "VBG" and _sparks(word.head)


def _sparks(verb: Token) -> bool:
    """Whether a verb has unrest for its object: "sparked a riot", "led to protests"."""
    words, lemma = settings(WORDS), verb.lemma_.lower()
    particle = next((f" {kid.lower_}" for kid in verb.children if kid.dep_ == "prt"), "")
    for kid in verb.children:
        nouns, link = ([kid], particle) if kid.dep_ == "dobj" else (kid.children, f" {kid.lower_}")
        sets_off = kid.dep_ in ("dobj", "prep") and lemma + link in words["sparking"]
        if sets_off and any(noun.lemma_.lower() in words["unrest"] for noun in nouns):
            return True
    return False


def is_of_memory(word: Token) -> bool:
    """Return whether what stands under a word is remembered: an anniversary, "to mourn"."""
    words, lemma = settings(WORDS), word.lemma_.lower()
    if word.pos_ == "VERB":
        return lemma in words["remember"] and word.dep_ in _PURPOSE
    return word.pos_ == "NOUN" and lemma in words["memory"]


def _is_before_a_find(word: Token) -> bool:
    """Whether a word opens what had happened before weapons were found or made harmless.

    That is a clause that has a subject of its own: arms are seized after a raid by those who raid.
    """
    after = settings(WORDS)["after"]
    if word.dep_ != "advcl" or all(one.lower_ not in after for one in _openers(word)):
        return False
    verb = word.head
    return finds_weapons(verb.head if verb.dep_ == "conj" else verb)


def _openers(word: Token) -> list[Token]:
    """The words that open what stands under a word: a preposition, or those of a full clause."""
    if word.dep_ == "prep":
        return [word]
    if word.dep_ != "advcl" or not any(kid.dep_ in _SUBJECTS for kid in word.children):
        return []
    return [kid for kid in word.children if kid.dep_ in ("mark", "prep")]


def _is_days_off(word: Token) -> bool:
    """Whether a word opens what was done a number of days, weeks or more before or after.

    Not where the one tells what became of those hurt by the other ("died two days after the
    attack"), nor where somebody left the place that others came into.
    """
    words = settings(WORDS)
    marks = [one for one in _openers(word) if one.lower_ in words["off"]]
    counted = any(
        kid.dep_ == "npadvmod" and kid.lemma_.lower() in words["units"] and kid.i < mark.i
        for mark in marks
        for kid in (*mark.children, *(word.children if mark is not word else ()))
    )
    if not counted or word.head.lemma_.lower() in words["aftermath"]:
        return False
    told = [*word.children] if word.dep_ == "prep" else [word, *word.children]
    return all(one.lemma_.lower() not in words["leaving"] for one in told)


def _led_to_it(word: Token) -> bool:
    """Whether a word opens what others had done before: "the strikes came after rebels killed two".

    Of what begins after something only fire is another event than that: a fight may begin with it.
    """
    words = settings(WORDS)
    verb = word.head
    if all(one.lower_ not in words["after"] for one in _openers(word)):
        return False
    deeds = {kid.lemma_.lower() for kid in verb.children if kid.dep_ in _SUBJECTS}
    fire = not deeds.isdisjoint(words["fire"])
    if verb.lemma_.lower() in words["coming"]:
        return fire or not (deeds - {*words["outcomes"]}).isdisjoint(words["deeds"])
    return fire and verb.lemma_.lower() in words["beginning"]


def parted(findings: Findings, happenings: Sequence[Happening]) -> tuple[Happening, ...]:
    """Return the happenings, those of a deed and of what it answers without each other's mentions.

    A place that is the only one stays with both.
    """
    doc = findings.document.doc
    under = [answered(doc[happening.trigger.head]) for happening in happenings]
    within = {
        happening.trigger.sentence: link
        for happening, link in zip(happenings, under, strict=True)
        if link is not None
    }
    out: list[Happening] = []
    for happening, link in zip(happenings, under, strict=True):
        other = within.get(happening.trigger.sentence)
        if other is None:
            out.append(happening)
            continue
        sentence = findings.document.sentences[happening.trigger.sentence]
        answer = range(other.left_edge.i, other.right_edge.i + 1)
        # The rest of the sentence is not the answer's, and the answer is not the rest's.
        foreign = answer if link is None else {*range(sentence.first, sentence.last)} - {*answer}
        memory = is_of_memory(other)
        unrest = _sets_off(other) and (link is None) != (other.dep_ == "advcl")
        dates = _without(
            foreign if memory or _sets_off(other) else (), happening.dates, findings.dates
        )
        # People mostly march where it was: what they remember may have the march's place.
        elsewhere = () if memory and link is not None else foreign
        out.append(
            replace(
                happening,
                actors=_without(foreign, happening.actors, findings.actors),
                figures=_without(foreign, happening.figures, findings.figures),
                places=_without(elsewhere, happening.places, findings.places) or happening.places,
                # "The killings sparked protests on Monday": that is no day of the deed, but unrest
                # with none of its own may be of the deed's.
                dates=dates or happening.dates if unrest else dates,
            )
        )
    return tuple(out)


def _without(
    foreign: Collection[int],
    chances: Mapping[int, V],
    mentions: Sequence[ActorMention | DateMention | FigureMention | PlaceMention],
) -> dict[int, V]:
    """The mentions, with their chances, whose head is none of some tokens."""
    return {i: chance for i, chance in chances.items() if mentions[i].head not in foreign}
