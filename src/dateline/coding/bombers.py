"""Bombers who die by their bomb: "a bomb killed 11 in a bus. The bomber was a student from Nablus".

A report calls it a bomb first and says how it was borne in the sentence after. Who only laid a bomb
is a bomber, too, but then the report tells that he laid it, fled or is looked for. Source: coding
frame, "Suicide bomb" before "Remote explosive"; words are data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.ridden_bombs import is_of_explosives, is_set_off
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import SubEventType

WORDS = "languages/en/delivery.toml"
"""Where the words for bombers and what becomes of them are kept."""

AFTER = 2
"""In so many sentences after those of a blast it is told who carried the bomb."""


def bomber_told(
    findings: Findings, members: Sequence[Happening], kind: SubEventType
) -> SubEventType:
    """Return the type of a blast: a suicide bomb where its bomber is told to have borne it."""
    if kind is not SubEventType.REMOTE_EXPLOSIVE:
        return kind
    own = {one.trigger.sentence for one in members}
    words = settings(WORDS)
    heads = {one.trigger.head for one in members}
    for index in sorted(own | set(_after(findings, max(own)))):
        for token in findings.document.span(findings.document.sentences[index]):
            # Of another sentence, or of a clause beside, only "the bomber" is this one's.
            mine = token.dep_ not in ("nsubj", "nsubjpass") or token.head.i in heads
            known = (index in own and mine) or any(kid.lower_ == "the" for kid in token.children)
            if token.lemma_.lower() == words["bomber"] and known and _dies(token):
                return SubEventType.SUICIDE_BOMB
            if token.lemma_.lower() in words["belts"] and (
                is_of_explosives(token) or is_set_off(token)
            ):
                return SubEventType.SUICIDE_BOMB
            if token.lemma_.lower() == words["driver"] and _dies_in_it(findings, members, token):
                return SubEventType.SUICIDE_BOMB
    return kind


def _after(findings: Findings, last: int) -> Iterator[int]:
    """Yield the sentences after one that tell of no blast, shot or strike of their own."""
    sentences = findings.document.sentences
    blasts = settings(WORDS)["other_deeds"]
    for index in range(last + 1, min(last + 1 + AFTER, len(sentences))):
        if sentences[index].kind != "body" or any(
            not set(blasts).isdisjoint(one.concepts)
            for one in findings.triggers
            if one.sentence == index and one.lemma != settings(WORDS)["bomber"]
        ):
            return
        yield index


def _dies(bomber: Token) -> bool:
    """Whether somebody called a bomber is told to have borne his bomb, or to be among the dead."""
    words = settings(WORDS)
    if bomber.pos_ not in ("NOUN", "PROPN"):
        return False
    before = [kid for kid in bomber.children if kid.dep_ in ("compound", "amod", "nmod")]
    if any(
        kid.text[:1].isupper()
        or (kid.dep_ == "compound" and kid.lemma_.lower() not in words["bombs_borne"])
        for kid in before
    ):
        return False  # "Russian bombers", "B-52 bombers"
    over = bomber.head
    if bomber.dep_ in ("nsubj", "nsubjpass"):
        return over.lemma_.lower() in words["bearing"] and not any(
            kid.dep_ == "neg" or kid.lower_ in words["not_borne"] for kid in over.subtree
        )
    if bomber.dep_ == "poss":
        return over.lemma_.lower() in words["of_bombers"]
    if bomber.dep_ == "pobj":
        return over.lower_ in words["with_the_dead"]
    if bomber.dep_ != "conj":
        return False
    if over.pos_ == "VERB" and over.lemma_.lower() == "kill":
        return True  # "Killed seven people on Friday, and the two bombers"
    return any(kid.dep_ == "nummod" for one in bomber.conjuncts for kid in one.children)


def _dies_in_it(findings: Findings, members: Sequence[Happening], driver: Token) -> bool:
    """Whether a bomb in a vehicle killed "the driver", and no other vehicle is told of.

    "The toll of the car bomb rose to 21, including the driver".
    """
    words, document = settings(WORDS), findings.document
    bombs = [
        document.doc[one.trigger.head] for one in members if one.trigger.lemma.endswith("bomb")
    ]
    borne = (kid for bomb in bombs for kid in bomb.children if kid.dep_ == "compound")
    if not any(kid.lemma_.lower() in words["bombs_borne"] for kid in borne):
        return False
    before = [kid.lower_ for kid in driver.children if kid.dep_ in ("det", "compound", "poss")]
    if before not in (["the"], ["its"]):
        return False  # "a bus driver", "his driver"
    own = {one.trigger.sentence for one in members} | {document.sentence_of[driver.i]}
    if any(
        token.lemma_.lower() in words["vehicles"] and token.dep_ != "compound"
        for index in own
        for token in document.span(document.sentences[index])
    ):
        return False
    if driver.dep_ == "pobj":
        return driver.head.lower_ in words["with_the_dead"]
    dies = driver.head.lemma_.lower() in words["dying"]
    return dies and driver.dep_ in ("nsubj", "nsubjpass", "dobj", "conj")
