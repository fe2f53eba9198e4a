"""Events told in words that are rare in wire news, and the same words where nobody fights."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


def _coded(coder: EnglishCoder, text: str) -> list[str]:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2015, 8, 14))])
    return [str(claim.sub_event_type) for claim in coded.claims]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Sea Tigers sank a navy patrol boat off Mullaitivu.", "Armed clash"),
        ("Commandos shot it out with militants at a hotel in Mumbai.", "Armed clash"),
        ("Masked men dragged a lawyer from his house in Benghazi and drove off with him.", "Abduc"),
        ("Armed men bundled an aid worker into a car in Gao and sped away.", "Abduction"),
        ("The garrison at Tel Abyad capitulated and handed the town to Kurdish forces.", "Non-vio"),
        ("Students held a dharna in Gilgit.", "Peaceful protest"),
        ("Farmers blocked the Bogota-Tunja highway with tractors.", "Peaceful protest"),
        ("A loitering munition killed two in Stepanakert.", "Air/drone strike"),
        ("A youth of 17 was kneecapped by two masked men in Belfast on Sunday.", "Attack"),
        ("An informer was necklaced by youths in Duduza on Sunday.", "Attack"),
        ("The trade unionist was garrotted in San Salvador on Sunday.", "Attack"),
        ("Patrols probed the enemy's line near Kontum and were driven off.", "Armed clash"),
        ("Anti-tank gunners knocked out three tanks near Suez on Sunday.", "Armed clash"),
        ("Militiamen put the village of Kombo to the torch on Sunday.", "Looting"),
        ("The Khmer Rouge emptied Phnom Penh of its people on Sunday.", "Displacement"),
        ("A student was taken from a friend's house in Khilgaon by men in plain clothes.", "Abduc"),
        ("Girls in Wukro were dishonoured by soldiers on Sunday.", "Sexual violence"),
        ("Special forces rescued 40 hostages from a Boko Haram camp near Bama.", "Other"),
    ],
)
def test_what_rare_words_tell_is_an_event(coder: EnglishCoder, text: str, kind: str) -> None:
    told = _coded(coder, text)
    assert len(told) == 1
    assert told[0].startswith(kind)


@pytest.mark.parametrize(
    "text",
    [
        "A cargo ship sank off Sicily in heavy seas; its crew of 12 were rescued.",
        "Shares in the bank sank 8 per cent in early trading.",
        "Thieves made off with jewels worth $2m from a shop in Cannes.",
        "Divers dragged a car from the river in Ohio.",
        "The minister torpedoed the merger.",
        "The champion finished off his opponent in the fifth round.",
    ],
)
def test_rare_words_of_peace_tell_of_nothing(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text) == []
