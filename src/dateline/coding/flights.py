"""People driven from their homes, in plain words, by no disaster: "3,000 people have fled Palma".

A report of a few lines that says so reads like one of a flood. Where it counts who fled, and names
no flood, storm or earthquake, the word is believed more.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

from dateline.coding.findings import Findings
from dateline.coding.syntax import Token
from dateline.coding.triggers import Trigger
from dateline.knowledge.files import settings
from dateline.knowledge.ontology import ontology
from dateline.model import Figure, Measure, SubEventType

if TYPE_CHECKING:
    from dateline.coding.happenings import Happening

WORDS = "languages/en/flights.toml"

START = 3
"""Letters by which words that are none of these are passed over, to save time."""

CONCEPT = "displace"
"""What the table of triggers calls such words."""

SINCE = "since"
"""What says that a toll goes on."""

LEAVING = "withdraw"
"""What it calls leaving and abandoning, which troops do too."""


def find_flights(findings: Findings) -> frozenset[int]:
    """Return the triggers of a report, by their index, that count people who were driven out."""
    words = settings(WORDS)
    governors = {
        mention.head if mention.governor is None else mention.governor
        for mention in findings.figures
        if mention.figure.measure is Measure.DISPLACED and mention.figure.high != 0
    }
    doc = findings.document.doc
    told = [
        trigger
        for trigger in findings.triggers
        if not {CONCEPT, LEAVING}.isdisjoint(trigger.concepts)
        and (
            trigger.lemma.split()[0] in words["driven"]
            or _arrives(doc[trigger.head], trigger.lemma)
            or (trigger.lemma.split()[0] in words["streaming"] and _goes_abroad(findings, trigger))
            or _goes_home(doc[trigger.head])
        )
        and not governors.isdisjoint(range(trigger.first, trigger.last))
    ]
    return frozenset(
        trigger.index
        for trigger in told
        if not is_of_a_disaster(findings, trigger.sentence) and not is_unsure(doc[trigger.head])
    )


def is_what_they_fled(
    findings: Findings, flown: Set[int], one: Happening, other: Happening
) -> bool:
    """Return whether one of two happenings counts who fled, and the other is violence told apart.

    By the coding frame displacement is a claim of its own. ``flown`` are the triggers that count
    who fled. In one sentence "the fighting" may be what has displaced them, but not where it has
    dead or wounded of its own, "the shelling killed nine people and sent 2,000 fleeing", nor where
    somebody looted. Told since some day, both are one total.
    """
    for fled, cause in ((one, other), (other, one)):
        apart = fled.trigger.index in flown and cause.trigger.index not in flown
        if apart and one.trigger.sentence != other.trigger.sentence:
            violent = cause.best_type in (*ontology().violent, SubEventType.LOOTING)
            # What drove some people out in its own sentence may go with all who fled.
            here = {findings.triggers[index].sentence for index in flown}
            drives = cause.trigger.sentence in here and not _has_victims(findings, cause)
            if violent and not drives:
                return True
        elif apart and (_tells_of_its_own(findings, cause) or _takes_ground(findings, cause)):
            return True
    return False


def _tells_of_its_own(findings: Findings, happening: Happening) -> bool:
    """Whether a word has dead or wounded, or tells of looting: "drove them out and burnt it"."""
    verb = findings.document.doc[happening.trigger.head]
    loots = "loot" in happening.trigger.concepts and verb.pos_ == "VERB"
    return (loots or _has_victims(findings, happening)) and not _goes_on(findings, happening)


def _takes_ground(findings: Findings, happening: Happening) -> bool:
    """Whether a verb with a subject of its own tells who took a place: "fled after rebels took it".

    That is told of the place, not of who fled.
    """
    verb = findings.document.doc[happening.trigger.head]
    return (
        happening.best_type in (SubEventType.GOVERNMENT_REGAINS, SubEventType.NON_STATE_OVERTAKES)
        and verb.pos_ == "VERB"
        and verb.dep_ in {"advcl", "relcl", "conj", "pcomp"}
        and any(kid.dep_ in {"nsubj", "nsubjpass"} for kid in verb.children)
    )


def _goes_on(findings: Findings, happening: Happening) -> bool:
    """Whether a sentence counts from some day on: "have killed 340 people since April"."""
    document = findings.document
    sentence = document.span(document.sentences[happening.trigger.sentence])
    return any(word.lower_ == SINCE for word in sentence)


def counts_once(findings: Findings, flown: Set[int], members: Sequence[Happening]) -> bool:
    """Return whether the surest word of an event counts who fled from or to several places at once.

    Not so where each place has its number: "4,000 fled to Chad, 2,000 to Sudan".
    """
    surest = max(members, key=lambda happening: happening.sure)
    if surest.trigger.index not in flown:
        return False
    words = range(surest.trigger.first, surest.trigger.last)
    numbers = [
        mention
        for mention in findings.within(findings.figures, surest.trigger.sentence)
        if mention.figure.measure is Measure.DISPLACED
    ]
    return len(numbers) == 1 and {numbers[0].governor, numbers[0].head}.intersection(words) != set()


def _has_victims(findings: Findings, happening: Happening) -> bool:
    """Whether dead or wounded hang on the word for an event."""
    words = range(happening.trigger.first, happening.trigger.last)
    return any(
        mention.governor in words
        and mention.figure.measure in (Measure.KILLED, Measure.INJURED)
        and mention.figure.high != 0
        for mention in findings.figures
    )


def flight(
    findings: Findings,
    happenings: Sequence[Happening],
    kind: SubEventType,
    figures: Sequence[Figure],
) -> SubEventType:
    """Return the type of an event: displacement where all else it tells is what people fled.

    "Fighting has driven 40,000 people from their villages" counts who fled, and no dead.
    """
    if not figures or any(figure.measure is not Measure.DISPLACED for figure in figures):
        return kind
    told = find_flights(findings)
    doc = findings.document.doc
    verbs = [doc[one.trigger.head] for one in happenings if one.trigger.index in told]
    if verbs and kind is SubEventType.OTHER:
        return SubEventType.DISPLACEMENT
    words = settings(WORDS)
    fleeing = words["fleeing"]
    causes = {
        word.i
        for verb in (*verbs, *map(_above, verbs))
        for child in verb.children
        if child.dep_ in {"nsubj", "agent"}
        or (child.dep_ == "advcl" and any(kid.dep_ == "mark" for kid in child.children))
        or (child.dep_ == "prep" and child.lower_ in words["because"])
        or (child.i < verb.i and child.dep_ == "aux")
        or (child.dep_ == "dobj" and verb.lemma_.lower() in fleeing)
        for word in child.subtree
    }
    rest = {one.trigger.head for one in happenings} - {verb.i for verb in verbs}
    return SubEventType.DISPLACEMENT if verbs and rest <= causes else kind


def _above(word: Token) -> Token:
    """What a noun hangs on: "the fighting led to the displacement of 400 families"."""
    return word.head.head if word.dep_ == "pobj" else word.head


def with_who_fled(
    findings: Findings,
    groups: Sequence[Sequence[Happening]],
    stand: Sequence[bool],
    lends: Sequence[bool],
    own: Sequence[set[int]],
) -> list[set[int]]:
    """Return the numbers of each group, those who fled with the word on which they hang.

    In "900,000 have been displaced by the bombardment" nobody is counted but who fled. ``own`` are
    the numbers that each group would have, ``stand`` which of them are claims, and ``lends`` from
    which they may come: what a war has cost keeps them.
    """
    moved = [set(numbers) for numbers in own]
    for at, members in enumerate(groups):
        if not stand[at]:
            continue
        words = {
            word
            for one in members
            if CONCEPT in one.trigger.concepts
            for word in range(one.trigger.first, one.trigger.last)
        }
        theirs = {
            index
            for index, number in enumerate(findings.figures)
            if number.figure.measure is Measure.DISPLACED and number.governor in words
        }
        for other, numbers in enumerate(moved):
            if other != at and lends[other] and _is_violent(groups[other]):
                moved[at] |= numbers & theirs
                numbers -= theirs
    return moved


def _is_violent(members: Sequence[Happening]) -> bool:
    """Whether an event is violence by its surest word."""
    surest = max(members, key=lambda happening: happening.sure)
    return surest.best_type in ontology().violent


def find_helped(findings: Findings) -> frozenset[int]:
    """Return the triggers, by their index, for displaced people who are only given something."""
    words = settings(WORDS)
    doc = findings.document.doc
    return frozenset(
        trigger.index
        for trigger in findings.triggers
        if trigger.lemma in words["displaced"] and _is_helped(doc[trigger.head])
    )


def _is_helped(noun: Token) -> bool:
    words = settings(WORDS)
    for _ in range(2):
        if noun.dep_ == "conj":
            noun = noun.head
    over = noun.head
    if noun.dep_ in {"dobj", "nsubjpass", "dative"}:
        return over.lemma_.lower() in words["helping"]
    if noun.dep_ == "nsubj" and over.lemma_.lower() in words["getting"]:
        return any(
            child.dep_ == "dobj" and child.lemma_.lower() in words["giving"]
            for child in over.children
        )
    return (
        noun.dep_ == "pobj"
        and over.lower_ in {"to", "for"}
        and (over.head.lemma_.lower() in words["giving"])
    )


def _arrives(noun: Token, lemma: str) -> bool:
    """Whether displaced people come somewhere or are put on a list: "12,000 IDPs registered".

    So where somebody lists them, or they are somewhere: "IOM has identified 7,600 displaced
    families", "there were 30,000 displaced people in Wau".
    """
    words = settings(WORDS)
    if lemma not in words["displaced"]:
        return False
    if noun.dep_ in {"dobj", "nsubjpass"} and noun.head.lemma_.lower() in words["listing"]:
        return True
    over = noun.head
    while over.dep_ in {"prep", "pobj"} and over.lower_ in {"to", "up"}:
        over = over.head  # "there were up to 6,300 IDPs"
    over = over.head if over.lower_ in {"to", "up"} else over
    if over.lemma_ == "be" and any(child.dep_ == "expl" for child in over.children):
        return True
    verbs = [child for child in noun.children if child.dep_ == "acl"]
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        verbs.append(noun.head)
    return any(verb.lemma_.lower() in words["arriving"] for verb in verbs)


def _goes_abroad(findings: Findings, trigger: Trigger) -> bool:
    """Whether people stream over a border or into a country: crowds stream into a stadium."""
    words = settings(WORDS)
    verb = findings.document.doc[trigger.head]
    under = {token.i for token in verb.subtree}
    return any(token.lower_ in words["borders"] for token in verb.subtree) or any(
        place.head in under and place.level == "country" and place.locative
        for place in findings.places
    )


def _goes_home(verb: Token) -> bool:
    """Whether people go back to their homes, or to a place: pupils do so with no word for them."""
    words = settings(WORDS)
    # "Were able to return", "have been allowed to return".
    over = [verb, *([verb.head, verb.head.head] if verb.dep_ == "xcomp" else [])]
    travellers = {
        child.lemma_.lower()
        for one in over
        for child in one.children
        if child.dep_ in {"nsubj", "nsubjpass"}
    }
    if verb.lemma_.lower() not in words["returning"]:
        return False
    ends = [
        noun
        for to in verb.children
        if to.lower_ in {"to", "back"}
        for prep in (to, *to.children)
        for noun in prep.children
        if noun.dep_ == "pobj"
    ]
    if not travellers.isdisjoint(words["homecomers"]) and any(
        one.pos_ == "PROPN" for end in ends for one in (end, *end.lefts)
    ):
        return True
    return travellers.isdisjoint(words["travellers"]) and any(
        end.lemma_.lower() in words["homes"]
        and end.tag_ == "NNS"
        and any(child.dep_ in {"poss", "prep"} for child in end.children)
        for end in ends
    )


def is_unsure(head: Token) -> bool:
    """Return whether something will happen, or may: "200,000 are expected to be displaced"."""
    words = settings(WORDS)
    over = head.head
    if head.dep_ in {"xcomp", "ccomp", "acl"} and over.lemma_.lower() in words["expected"]:
        return True
    return any(
        child.dep_ in {"aux", "neg"} and child.lower_ in words["unsure"]
        for token in (head, over)
        for child in token.children
    )


def has_disaster(findings: Findings) -> bool:
    """Return whether a report names one: a noun, since "stormed" is a word of war."""
    return bool(_disasters(findings))


def is_of_a_disaster(findings: Findings, sentence: int) -> bool:
    """Return whether a disaster may have done what a sentence tells.

    One that a report names at all may, but where it tells of war in more sentences than of
    disasters, only one in that sentence or beside it: the rains end many a report on a war.
    """
    named = _disasters(findings)
    if not named:
        return False
    war = settings(WORDS)["war"]
    fought = {one.sentence for one in findings.triggers if not set(war).isdisjoint(one.concepts)}
    if len(fought - named) <= len(named):
        return True
    return not named.isdisjoint(range(sentence - 1, sentence + 2))


def _disasters(findings: Findings) -> frozenset[int]:
    """The sentences that name a disaster of nature, by their index."""
    words = settings(WORDS)
    nouns, verbs = frozenset(words["disasters"]), frozenset(words["flooded"])
    starts = frozenset(word[:START] for word in nouns | verbs)
    document = findings.document
    return frozenset(
        document.sentence_of[token.i]
        for token in document.doc
        if token.lower_[:START] in starts
        and (
            token.lemma_.lower() in verbs
            or (
                not nouns.isdisjoint((token.lemma_.lower(), token.lower_))
                and (token.pos_ != "VERB" or token.tag_ == "VBG")
            )
        )
        and not _is_figure_of_speech(token)
    )


def _is_figure_of_speech(noun: Token) -> bool:
    """Whether a "flood of refugees" or an "eruption of violence" is told of."""
    words = settings(WORDS)
    of = next((kid for kid in noun.children if kid.lower_ == "of"), None)
    if of is None:
        return False
    what = {kid.lemma_.lower() for kid in of.children}
    return noun.lemma_.lower() in words["figurative"] or not what.isdisjoint(words["erupting"])
