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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The convoy reached Gao between 1 and 7 March.", 0),
        ("Nothing has been heard of them since March.", 0),
        ("Nothing was heard in late march 2014.", 0),
        ("Thousands joined the march.", 1),
        ("Thousands joined in the March for Life in Paris.", 1),
    ],
)
def test_the_month_of_march_is_no_march(text: str, told: int) -> None:
    for document in parse([Report(id="r", text=text)]):
        words = [one.lemma for one in find_triggers(document)]
        assert words.count("march") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rebels torched two lorries owned by a mining firm in Carrascal.", set()),
        ("Ten men in a pick-up truck opened fire on rangers in Mayo.", set()),
        ("Planes began the mining of the harbour.", {"ied"}),
        ("Rebels were mining the road to Goma.", {"ied"}),
        ("Police picked up four suspects in Quetta.", {"arrest"}),
    ],
)
def test_digging_is_no_mine_and_a_pick_up_picks_up_nobody(text: str, told: set[str]) -> None:
    for document in parse([Report(id="r", text=text)]):
        concepts = {name for found in find_triggers(document) for name in found.concepts}
        assert concepts & {"ied", "arrest"} == told
