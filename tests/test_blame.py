"""Who is blamed in a sentence after the event's."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report, Status


@pytest.mark.parametrize(
    ("after", "side_a", "status"),
    [
        (
            "Police blamed the Baloch Liberation Army.",
            "Balochistan Liberation Army",
            Status.ATTRIBUTED,
        ),
        ("The Taliban were blamed.", "Taliban", Status.ATTRIBUTED),
        ("The Islamic State group claimed responsibility.", "Islamic State", Status.CLAIMED),
        ("Iraq-based Islamic State claimed responsibility.", "Islamic State", Status.CLAIMED),
        ("Responsibility was claimed by the Taliban.", "Taliban", Status.CLAIMED),
        ("Islamic State claimed it.", "Islamic State", Status.CLAIMED),
        ("The Taliban took credit.", "Taliban", Status.CLAIMED),
        ("A group calling itself the Taliban claimed responsibility.", "Taliban", Status.CLAIMED),
        ("A group that calls itself the Taliban admitted it.", "Taliban", Status.CLAIMED),
        ("The governor pointed to the Taliban.", "Taliban", Status.ATTRIBUTED),
        ("Residents said the Taliban were responsible.", "Taliban", Status.ATTRIBUTED),
        ("The Taliban were behind it.", "Taliban", Status.ATTRIBUTED),
        ("Police suspected the Taliban.", "Taliban", Status.HEDGED),
        ("Suspicion fell on the Taliban.", "Taliban", Status.HEDGED),
        ("The Taliban are thought to be responsible.", "Taliban", Status.HEDGED),
        ("Police attributed it to the Taliban.", "Taliban", Status.ATTRIBUTED),
        ("The Taliban admitted it.", "Taliban", Status.CLAIMED),
        (
            "Nobody claimed the crime, which police blame on the Taliban.",
            "Taliban",
            Status.ATTRIBUTED,
        ),
        (
            "No one claimed responsibility for the bombing, but officials blamed the Taliban.",
            "Taliban",
            Status.ATTRIBUTED,
        ),
        # Nobody is.
        ("Police called the Taliban cowards.", None, Status.STATED),
        ("The Taliban are not thought to be responsible.", None, Status.STATED),
        ("Police attributed the delay of the trains to the Taliban.", None, Status.STATED),
        ("Nobody admitted the attack.", None, Status.STATED),
        ("The Taliban were not responsible.", None, Status.STATED),
        ("The governor pointed to the crater.", None, Status.STATED),
        ("The Taliban claimed no responsibility.", None, Status.STATED),
        ("Police did not blame the Taliban.", None, Status.STATED),
        ("Police praised the Taliban.", None, Status.STATED),
    ],
)
def test_who_is_blamed_is_the_doer(
    coder: EnglishCoder, after: str, side_a: str | None, status: Status
) -> None:
    text = f"A bomb exploded at a market in Quetta on Friday, killing five people. {after}"
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 7, 23))])
    (claim,) = coded.claims
    assert [actor.name for actor in claim.side_a] == ([side_a] if side_a else [])
    assert claim.status is status


@pytest.mark.parametrize("doer", ["A suicide bomber", "Gunmen"])
def test_nobody_that_is_known_gives_way_to_who_is_blamed(coder: EnglishCoder, doer: str) -> None:
    text = f"{doer} killed five people in Quetta on Friday. "
    (alone,) = coder.code([Report(id="r", text=text, published=date(2016, 7, 23))])
    assert [actor.name for claim in alone.claims for actor in claim.side_a] in ([None], [])
    text += "The Islamic State group claimed responsibility."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 7, 23))])
    assert [actor.name for actor in coded.claims[0].side_a] == ["Islamic State"]


def test_who_is_told_to_have_acted_is_not_replaced(coder: EnglishCoder) -> None:
    text = "Taliban fighters attacked an army post in Quetta on Friday. Kabul blamed Pakistan."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 7, 23))])
    assert [actor.name for actor in coded.claims[0].side_a] == ["Taliban"]


def test_gunmen_act_where_nobody_else_does(coder: EnglishCoder) -> None:
    text = "Gunmen killed two teachers in Kaduna on Friday."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 7, 23))])
    assert [actor.mention for actor in coded.claims[0].side_a] == ["Gunmen"]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (
            "Police said the gunmen, believed to be members of Boko Haram, opened fire on "
            "worshippers in a mosque in Kukawa.",
            ["Boko Haram"],
        ),
        (
            "Gunmen suspected of being al-Shabaab fighters shot dead two teachers in Mandera.",
            ["Al-Shabaab"],
        ),
        (
            "Gunmen described by officials as fighters of al-Shabaab seized nine nurses in Wajir.",
            ["Al-Shabaab"],
        ),
        # Near misses: whom they attack, or where they come from, is not who they are.
        ("Gunmen known to target soldiers shot dead a teacher in Pattani.", [None]),
        ("Gunmen said to have come from Chad killed two policemen near Maiduguri.", [None]),
    ],
)
def test_nameless_doers_are_whom_they_are_taken_for(
    coder: EnglishCoder, text: str, doers: list[str | None]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 5, 18))])
    (claim,) = coded.claims
    assert [actor.name for actor in claim.side_a] == doers


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("French peacekeepers are accused of killing four civilians in Bangui.", [None]),
        (
            "The Oromo Liberation Army was blamed for the killing of 40 residents of Wollega.",
            ["Oromo Liberation Army"],
        ),
        (
            "Villagers blamed the killing of nine farmers in Beni on the ADF.",
            ["Allied Democratic Forces"],
        ),
        # whom doers accuse is harmed
        ("Armed men killed 14 people in Medea, accusing them of helping the police.", [None]),
        # Near misses: they are cleared, and who accuses acts in nothing.
        ("Soldiers were not blamed for the killing of nine farmers in Beni.", []),
        ("The army condemned the killing of nine farmers in Beni.", []),
    ],
)
def test_who_is_accused_of_the_event_itself_acts(
    coder: EnglishCoder, text: str, doers: list[str | None]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2021, 7, 23))])
    assert [actor.name for claim in coded.claims for actor in claim.side_a] == doers


BOMB = "A bomb exploded at a market in Jolo on Friday, killing five people"


@pytest.mark.parametrize(
    ("text", "side_a"),
    [
        (BOMB + ". Suspected Abu Sayyaf.", "Abu Sayyaf"),
        (BOMB + "; Abu Sayyaf was blamed.", "Abu Sayyaf"),
        (BOMB + ". Claimed by Abu Sayyaf.", "Abu Sayyaf"),
        (BOMB + ". The bombing was blamed on Abu Sayyaf.", "Abu Sayyaf"),
        (BOMB + ". It bore the hallmarks of Abu Sayyaf.", "Abu Sayyaf"),
        (BOMB + ". The army said it was the work of Abu Sayyaf.", "Abu Sayyaf"),
        (BOMB + ". The mayor holds Abu Sayyaf responsible for the killings.", "Abu Sayyaf"),
        (BOMB + ". The mayor accused a cell of Abu Sayyaf of the crime.", "Abu Sayyaf"),
        (BOMB + ". According to the mayor, Abu Sayyaf was responsible.", "Abu Sayyaf"),
        (BOMB + ". Abu Sayyaf said its men had carried it out.", "Abu Sayyaf"),
        (BOMB + ". Abu Sayyaf left leaflets claiming responsibility.", "Abu Sayyaf"),
        (BOMB + ". Abu Sayyaf said it was behind it.", "Abu Sayyaf"),
        (BOMB + ". Abu Sayyaf owned up to it.", "Abu Sayyaf"),
        # Nobody is.
        (BOMB + ". Abu Sayyaf said it was not behind it.", None),
        (BOMB + ". Abu Sayyaf owns boats on the island.", None),
        (BOMB + ". Abu Sayyaf has many followers on the island.", None),
        (BOMB + ". Abu Sayyaf was blamed for killing three others in May.", None),
        (BOMB + ". The work of Abu Sayyaf has become harder.", None),
    ],
)
def test_who_is_blamed_in_few_words_is_the_doer(
    coder: EnglishCoder, text: str, side_a: str | None
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 7, 23))])
    assert [actor.name for actor in coded.claims[0].side_a] == ([side_a] if side_a else [])


def test_who_is_told_to_have_carried_it_out_is_not_blamed_by_anybody(coder: EnglishCoder) -> None:
    for text, status in (
        (BOMB + ". Abu Sayyaf carried out the attack.", Status.STATED),
        (BOMB + ". Officials said Abu Sayyaf carried out the attack.", Status.ATTRIBUTED),
    ):
        (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 7, 23))])
        assert [actor.name for actor in coded.claims[0].side_a] == ["Abu Sayyaf"]
        assert coded.claims[0].status is status


def test_who_is_blamed_acts_where_nobody_else_does(coder: EnglishCoder) -> None:
    text = (
        "A monitor reports that eight people were killed when a missile struck a school in Sarmin "
        "used as a shelter. Opposition activists blame Russia."
    )
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 7, 23))])
    assert [actor.country for actor in coded.claims[0].side_a] == ["RU"]


@pytest.mark.parametrize(
    ("after", "side_a"),
    [
        ("Abu Sayyaf adopted the operation.", "Abu Sayyaf"),
        ("Abu Sayyaf claimed the attack on its channel.", "Abu Sayyaf"),
        ("That attack was carried out by Abu Sayyaf.", "Abu Sayyaf"),
        ("Abu Sayyaf is held responsible by the mayor.", "Abu Sayyaf"),
        ("Abu Sayyaf adopted a flag.", None),
    ],
)
def test_who_adopts_or_carried_out_the_attack_is_the_doer(
    coder: EnglishCoder, after: str, side_a: str | None
) -> None:
    (coded,) = coder.code([Report(id="r", text=f"{BOMB}. {after}", published=date(2016, 7, 23))])
    assert [actor.name for actor in coded.claims[0].side_a] == ([side_a] if side_a else [])


def test_men_of_whom_nothing_is_known_give_way_to_who_is_blamed(coder: EnglishCoder) -> None:
    text = "Men in masks shot dead two teachers in Yala on Monday. Police blamed the BRN."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2012, 5, 14))])
    (claim,) = coded.claims
    assert [actor.name for actor in claim.side_a] == ["Barisan Revolusi Nasional"]


FURTHER_ON = (
    " The market was full. A doctor said that the hospital had no blood. Shops stayed closed. "
    "The governor came back from the capital. "
)


@pytest.mark.parametrize(
    ("lead", "after", "side_a"),
    [
        (
            "A bomb killed nine people at a market in Quetta in Pakistan on Friday.",
            "The Baloch Liberation Army said it was behind the attack.",
            ["Balochistan Liberation Army"],
        ),
        (
            "Militants ambushed an army convoy in Chandel in India on Friday, killing 18 soldiers.",
            "The NSCN-K claimed responsibility for the ambush.",
            ["National Socialist Council of Nagaland (Khaplang)"],
        ),
        # Near misses: two who are blamed, and who owns up to what was told just before.
        (
            "A bomb killed nine people at a market in Quetta in Pakistan on Friday.",
            "Police blamed the Baloch Liberation Army. The hospital was full. A minister blamed "
            "Lashkar-e-Jhangvi.",
            [],
        ),
        (
            "A bomb killed nine people at a market in Jos in Nigeria on Friday.",
            "In Kano on Monday gunmen shot dead a judge. Boko Haram claimed responsibility for it.",
            [],
        ),
        (
            "Soldiers shot dead four farmers in Tibu in Colombia on Friday.",
            "The ELN claimed responsibility for an attack on the town hall.",
            [None],
        ),
    ],
)
def test_who_is_blamed_further_on_did_what_the_report_leads_with(
    coder: EnglishCoder, lead: str, after: str, side_a: list[str | None]
) -> None:
    text = lead + FURTHER_ON + after
    (coded,) = coder.code([Report(id="r", text=text, published=date(2015, 3, 10))])
    assert [actor.name for actor in coded.claims[0].side_a] == side_a


def test_who_says_that_it_was_behind_it_claims_it(coder: EnglishCoder) -> None:
    for after in ("Abu Sayyaf said it was behind it.", "Abu Sayyaf owned up to it."):
        report = Report(id="r", text=f"{BOMB}. {after}", published=date(2016, 7, 23))
        (coded,) = coder.code([report])
        assert coded.claims[0].status is Status.CLAIMED
