"""Verbs of taking and holding that take nothing."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coders import coder
from dateline.coding.document import parse
from dateline.coding.triggers import find_triggers
from dateline.model import Report


def verbs(text: str) -> list[str]:
    documents = parse([Report(id="r", text=text, published=date(2010, 5, 5))])
    found = [trigger.lemma for trigger in find_triggers(next(documents))]
    documents.close()
    return found


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Soldiers took up positions in the town of Buta.", "take"),
        ("Troops took cover behind walls in Buta.", "take"),
        ("A picture taken in March shows a street in Buta.", "take"),
        ("It took the army three days to reach Buta.", "take"),
        ("The army held a parade in Buta.", "hold"),
        ("The rebels gained momentum near Buta.", "gain"),
        ("The company took on 500 workers in Buta.", "take"),
        ("The rebels lost patience with the mediator in Buta.", "lose"),
    ],
)
def test_a_phrase_that_takes_nothing_tells_of_no_event(text: str, verb: str) -> None:
    assert verb not in verbs(text)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Soldiers took positions in the hills of Buta from the rebels.", "take"),
        ("It took the town of Buta on Monday.", "take"),
        ("The rebels took on Sunday Buta, after Bambili.", "take"),
        ("It took Buta and Bambili last week.", "take"),
        ("The rebels lost Buta to the army.", "lose"),
        ("Students held a protest in Buta.", "hold"),
    ],
)
def test_what_is_taken_or_held_does(text: str, verb: str) -> None:
    assert verb in verbs(text)


def test_who_took_part_in_a_raid_has_taken_no_ground() -> None:
    text = "About 30 guerrillas took part in the raid on Buta, in which one soldier was killed."
    report = Report(id="r", text=text, published=date(2010, 5, 5))
    (claim,) = next(iter(coder().code([report]))).claims
    assert claim.control is None
    assert claim.sub_event_type == "Armed clash"
