"""Verbs of motion that tell of a flight where they count people: "5,400 went into Uganda".

No table can list "go", "walk" and "leave" as words for an event. Where a figure of displaced people
hangs on such a verb, it is read as the table's own word for a flight. So is a verb that the table
has for ground that is taken or for troops that move: "buses took 3,000 people out of Zepa".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.coding.document import Document
from dateline.coding.mentions import FigureMention
from dateline.coding.triggers import Trigger
from dateline.knowledge.lexicon import trigger_rows
from dateline.model import Measure

FLEE = "flee"
"""The pattern of the trigger table as which such a verb is read."""

_OF_TROOPS = frozenset({"seize", "offensive", "change"})
"""What the table calls verbs of conquest and of movements of troops."""


def with_flight_words(
    document: Document, triggers: Sequence[Trigger], figures: Iterable[FigureMention]
) -> tuple[Trigger, ...]:
    """Return the triggers with the verbs on which displaced people hang and that are none yet."""
    doc = document.doc
    verbs = {
        mention.governor
        for mention in figures
        if mention.figure.measure is Measure.DISPLACED
        and mention.governor is not None
        and doc[mention.governor].pos_ in ("VERB", "AUX")
    }
    moved = [
        trigger
        for trigger in triggers
        if trigger.head in verbs and _OF_TROOPS.issuperset(trigger.concepts)
    ]
    triggers = [trigger for trigger in triggers if trigger not in moved]
    verbs -= {at for trigger in triggers for at in range(trigger.first, trigger.last)}
    if not verbs:
        return tuple(triggers)
    rows = tuple(row for row in trigger_rows()[FLEE] if row.words == (FLEE,))
    more = [
        Trigger(
            index=0,
            sentence=document.sentence_of[at],
            first=at,
            last=at + 1,
            head=at,
            lemma=FLEE,
            concepts=tuple(dict.fromkeys(row.concept for row in rows)),
            rows=tuple(row.row for row in rows),
        )
        for at in verbs
    ]
    ordered = sorted([*triggers, *more], key=lambda trigger: trigger.first)
    return tuple(replace(trigger, index=index) for index, trigger in enumerate(ordered))
