"""What a deed is done for that others did before: "burned it in revenge for the killing of two".

The two are two events, and who, whom, how many and where of the one is nothing to the other.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from spacy.tokens import Token

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.mentions import ActorMention, FigureMention, PlaceMention
from dateline.knowledge.files import settings

WORDS = "languages/en/answers.toml"

V = TypeVar("V")


def answered(word: Token) -> Token | None:
    """Return the preposition under which a word tells what another deed is done for, or None.

    That is "for" in "in retaliation for an attack on Monday".
    """
    words = settings(WORDS)
    return next(
        (
            over
            for over in (word, *word.ancestors)
            if over.dep_ == "prep"
            and over.lower_ in words["links"]
            and over.head.lemma_.lower() in words["answers"]
        ),
        None,
    )


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
        out.append(
            replace(
                happening,
                actors=_without(foreign, happening.actors, findings.actors),
                figures=_without(foreign, happening.figures, findings.figures),
                places=_without(foreign, happening.places, findings.places) or happening.places,
            )
        )
    return tuple(out)


def _without(
    foreign: Collection[int],
    chances: Mapping[int, V],
    mentions: Sequence[ActorMention | FigureMention | PlaceMention],
) -> dict[int, V]:
    """The mentions, with their chances, whose head is none of some tokens."""
    return {i: chance for i, chance in chances.items() if mentions[i].head not in foreign}
