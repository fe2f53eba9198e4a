"""Bases that are set up, and what else is set up or told of a base."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report, SubEventType


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("French troops have established two observation posts in the hills above Kidal.", True),
        ("Rebels set up a military base near the village of Kalait, residents said.", True),
        ("An army outpost was established on Sunday outside Baidoa.", True),
        ("Rebels attacked a military base that the army had set up near Kalait on Monday.", False),
        ("The organisers set up a camp near Oxford.", False),
    ],
)
def test_a_new_base_is_one(coder: EnglishCoder, text: str, told: bool) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2017, 10, 20))])
    types = {claim.sub_event_type for claim in coded.claims}
    assert (SubEventType.BASE_ESTABLISHED in types) is told


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("The UN mission opened a new base in Djugu.", 1),
        ("Russia established a base at Hmeimim.", 1),
        ("Soldiers built a new camp at Inhata.", 1),
        ("Al-Shabaab set up a training camp near Bosaso.", 1),
        ("Turkish forces have set up two military bases east of Zakho in Duhok.", 1),
        ("The team set up a training camp in Doha.", 0),
        ("The charity set up a camp for flood victims in Sindh.", 0),
        ("The company set up a camp for its workers near Soyo.", 0),
    ],
)
def test_who_sets_up_a_camp_makes_it_a_base(coder: EnglishCoder, text: str, bases: int) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 8, 14))])
    kinds = [claim.sub_event_type for claim in coded.claims]
    assert kinds == [SubEventType.BASE_ESTABLISHED] * bases
