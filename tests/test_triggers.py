"""Words that may give an event away, in the parse of a sentence."""

from __future__ import annotations

import pytest

from dateline.coding.document import parse
from dateline.coding.triggers import find_triggers
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Militants cut the throats of 14 villagers near the town.", "kill"),
        ("Troops drove the rebels out of the town.", "offensive"),
        ("Raids drove 300 families from their homes.", "displace"),
        ("The shelling left hundreds of families homeless.", "displace"),
    ],
)
def test_words_apart_may_be_one_trigger(text: str, concept: str) -> None:
    for document in parse([Report(id="r", text=text)]):
        assert concept in {name for found in find_triggers(document) for name in found.concepts}


@pytest.mark.parametrize(
    "text",
    [
        "Two nurses were raped by militiamen on the road to Bunia.",
        "Soldiers are accused of raping girls in Adwa.",
        "Guards gang-raped at least 12 women in Minova.",
    ],
)
def test_rape_is_known_though_the_tagger_makes_rap_of_it(text: str) -> None:
    for document in parse([Report(id="r", text=text)]):
        assert "sexual" in {name for found in find_triggers(document) for name in found.concepts}
