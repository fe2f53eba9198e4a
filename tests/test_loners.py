"""Who attacks alone is a doer of the kind "other", and so is who is arrested as a suspect."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import ActorKind, Claim, Report, SubEventType


def _coded(coder: EnglishCoder, text: str) -> Claim:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 5, 6))])
    return max(coded.claims, key=lambda claim: claim.confidence)


@pytest.mark.parametrize(
    "text",
    [
        "Two men armed with knives stabbed four people at a market in Marseille on Tuesday.",
        "A man with an axe attacked passengers on a train near Lyon, wounding five.",
        "A student shot dead three classmates at a school in Kazan on Tuesday.",
        "Five worshippers were stabbed by a 19-year-old man outside a mosque in Birmingham.",
        "A gunman killed six worshippers at a mosque in Quebec City on Sunday.",
        "A man was arrested after stabbing three police officers in Brussels.",
        "A Palestinian man stabbed two Israelis in Jerusalem on Monday.",
        "A man opened fire on a youth camp near Oslo, killing 69 people.",
    ],
)
def test_who_attacks_alone_is_no_group(coder: EnglishCoder, text: str) -> None:
    claim = _coded(coder, text)
    assert claim.sub_event_type is SubEventType.ATTACK
    assert [actor.kind for actor in claim.side_a] == [ActorKind.OTHER]
    assert claim.side_b


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen killed six worshippers at a mosque in Sokoto on Sunday.", "unidentified"),
        ("Armed men killed a farmer in Catatumbo on Sunday.", "unidentified"),
        ("Two men on a motorcycle shot dead a judge in Medellin on Monday.", "unidentified"),
        ("Unidentified men shot dead a tribal elder in Mogadishu on Monday.", "unidentified"),
        ("A man killed by soldiers in Jenin on Monday was a farmer.", "external"),
        ("An Islamic State gunman killed five tourists at a beach in Sousse.", "rebel"),
    ],
)
def test_groups_and_their_gunmen_stay(coder: EnglishCoder, text: str, kind: str) -> None:
    claim = _coded(coder, text)
    assert [str(actor.kind).split()[0] for actor in claim.side_a] == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Police arrested two men in Birmingham on suspicion of planning an attack.", "other"),
        ("A gunman was arrested in Tripoli on Monday.", "other"),
        ("Soldiers arrested a journalist in Bamako on Monday.", "civilians"),
    ],
)
def test_who_is_arrested(coder: EnglishCoder, text: str, kind: str) -> None:
    claim = _coded(coder, text)
    assert claim.sub_event_type is SubEventType.ARRESTS
    assert [str(actor.kind) for actor in claim.side_b] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Two girls blew themselves up at a market in Maroua on Monday, killing 13 people.",
        "A man blew himself up in a cafe in Rabat on Monday.",
        "A suicide bomber killed nine people at a market in Maiduguri on Monday.",
    ],
)
def test_who_blows_himself_up_is_the_bomber(coder: EnglishCoder, text: str) -> None:
    claim = _coded(coder, text)
    assert [actor.kind for actor in claim.side_a] == [ActorKind.UNIDENTIFIED]
    assert {actor.kind for actor in claim.side_b} == {ActorKind.CIVILIANS}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Four people were arrested in Leeds on Monday in connection with a murder.", "other"),
        (
            "Police arrested nine people in Lyon on Monday on suspicion of plotting attacks.",
            "other",
        ),
        ("Soldiers arrested twelve people in Goma on Monday.", "civilians"),
    ],
)
def test_people_who_are_arrested_for_something_stand_accused(
    coder: EnglishCoder, text: str, kind: str
) -> None:
    assert [str(actor.kind) for actor in _coded(coder, text).side_b] == [kind]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "Men who came from across the border attacked a commune office at Cyangugu in Rwanda "
            "and killed two soldiers.",
            [ActorKind.UNIDENTIFIED],
        ),
        (
            "Two men on a motorcycle threw a grenade at a police post in Medellin on Friday.",
            [ActorKind.UNIDENTIFIED],
        ),
        (
            "Two men left a bomb in a bin outside a bank in Cali, and it killed a guard.",
            [ActorKind.UNIDENTIFIED],
        ),
        # Near misses: men who die, and men of a place.
        ("Three men died when a bomb exploded in Kirkuk.", []),
        ("A sergeant was killed by a mine near Vedeno and three men had injuries.", []),
        ("Soldiers killed four men in a clash near Srinagar.", [ActorKind.STATE_FORCES]),
    ],
)
def test_men_who_fight_or_bomb_are_nobody_known(
    coder: EnglishCoder, text: str, kinds: list[ActorKind]
) -> None:
    assert [actor.kind for actor in _coded(coder, text).side_a] == kinds
