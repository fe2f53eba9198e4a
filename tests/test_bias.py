"""The same event gets the same code, whoever did it and in whoever's words it is told."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.coder import code
from dateline.model import Report

SENTENCES = (
    "Heavy clashes broke out between {a} and {b} near {place} on Monday.",
    "{A} and {b} exchanged fire in {place} on Monday, leaving five fighters dead.",
    "{A} captured the town of {place} from {b} on Monday after heavy fighting.",
    "{A} withdrew from the town of {place} on Monday and handed it over to {b}.",
    "Warplanes of {a} bombed a market in {place} on Monday, killing seven civilians.",
    "A drone strike by {a} hit a house in {place} on Monday.",
    "{A} shelled residential areas of {place} on Monday, wounding three people.",
    "Rockets fired by {a} landed in {place} on Monday.",
    "A suicide bomber from {a} blew himself up at a checkpoint of {b} in {place} on Monday.",
    "A roadside bomb planted by {a} killed two members of {b} near {place} on Monday.",
    "A landmine laid by {a} exploded near {place} on Monday, killing a farmer.",
    "Fighters of {a} threw a grenade at a post of {b} in {place} on Monday.",
    "{A} used chlorine gas in an attack on {place} on Monday.",
    "{A} shot dead four villagers in {place} on Monday.",
    "{A} executed three prisoners in {place} on Monday.",
    "{A} abducted a local journalist in {place} on Monday.",
    "Members of {a} raped two women in {place} on Monday.",
    "Hundreds of people demonstrated in {place} on Monday against {a}.",
    "{A} fired tear gas to disperse a protest in {place} on Monday.",
    "{A} opened fire on protesters in {place} on Monday, killing two.",
    "Rioters set fire to an office of {a} in {place} on Monday.",
    "A mob beat a man to death in {place} on Monday, accusing him of spying for {a}.",
    "{A} and {b} signed a ceasefire agreement in {place} on Monday.",
    "{A} arrested six members of {b} in {place} on Monday.",
    "{A} shot down a drone of {b} over {place} on Monday.",
    "{A} seized a weapons cache of {b} near {place} on Monday.",
    "{A} set up a new military base near {place} on Monday.",
    "{A} looted shops and burned houses in {place} on Monday.",
    "{A} deployed reinforcements to {place} on Monday.",
    "{A} released ten hostages in {place} on Monday.",
    "Fighting between {a} and {b} forced 3,000 people to flee {place} on Monday.",
)
"""Every sub-event type of the coding frame is told at least once."""

ENEMIES = (
    ("Russian forces", "Turkish forces", "Idlib"),
    ("Hamas", "Hezbollah", "Tyre"),
    ("Jabhat al-Nusra", "Ahrar al-Sham", "Idlib"),
    ("French troops", "Chadian troops", "Kidal"),
    ("M23", "Wazalendo", "Goma"),
)
"""Two parties of like standing, who may change places: two states abroad, or two groups."""

WORDINGS = (
    ("the rebels", "the terrorists"),
    ("government forces", "regime forces"),
    ("the fighters", "the militants"),
)
"""Neutral words for a party, and partisan ones."""

EQUAL = 0.98
"""The part of the pairs that must be coded alike: what is reached. The aim is 0.98."""


def tell(sentence: str, a: str, b: str, place: str) -> str:
    return sentence.format(a=a, b=b, A=a[0].upper() + a[1:], place=place)


def twice_told() -> Iterator[tuple[str, str]]:
    for sentence in SENTENCES:
        for a, b, place in ENEMIES:
            yield tell(sentence, a, b, place), tell(sentence, b, a, place)
        for neutral, partisan in WORDINGS:
            yield (
                tell(sentence, neutral, "the army", "Homs"),
                tell(sentence, partisan, "the army", "Homs"),
            )


def test_an_event_told_of_another_side_or_in_partisan_words_gets_the_same_code() -> None:
    pairs = list(twice_told())
    assert len(pairs) >= 200
    texts = [text for pair in pairs for text in pair]
    coded = code(Report(id=str(i), text=text) for i, text in enumerate(texts))
    codes = [[(str(c.sub_event_type), str(c.status)) for c in report.claims] for report in coded]
    told = [(texts[2 * i : 2 * i + 2], codes[2 * i : 2 * i + 2]) for i in range(len(pairs))]
    unequal = [one for one in told if one[1][0] != one[1][1]]
    assert any(codes)
    assert 1 - len(unequal) / len(pairs) >= EQUAL, unequal
