from __future__ import annotations

import pytest

from dateline.coding.document import Document, parse
from dateline.coding.figures import find_figures
from dateline.coding.mentions import FigureMention
from dateline.model import Report


def reading(text: str) -> Document:
    (document,) = parse([Report(id="r", text=text)])
    return document


def mentions(text: str) -> tuple[FigureMention, ...]:
    return find_figures(reading(text))


def figures(text: str) -> list[tuple[str, int | None, str | None]]:
    return [
        (f.measure.value, f.best if f.best is not None else f.low, f.who)
        for f in (mention.figure for mention in mentions(text))
    ]


def measures(text: str) -> list[tuple[str, int | None]]:
    return [row[:2] for row in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen killed 12 farmers and wounded 30.", [("killed", 12), ("injured", 30)]),
        (
            "Four students were killed and two others injured.",
            [("killed", 4), ("injured", 2)],
        ),
        ("The blast left 15 dead and dozens wounded.", [("killed", 15), ("injured", 24)]),
        ("Bomb kills 5 in Mogadishu market", [("killed", 5)]),
        (
            "57 villagers killed 150 injured in raids on the valley",
            [("killed", 57), ("injured", 150)],
        ),
        (
            "A shell killed at least 9 people, including three children.",
            [("killed", 9), ("killed", 3)],
        ),
        ("Twelve people died, six of them children.", [("killed", 12), ("killed", 6)]),
        ("The death toll rose to 86.", [("killed", 86)]),
        ("The attack brought the death toll to 52,243.", [("killed", 52243)]),
        ("There were 12 deaths in the camp.", [("killed", 12)]),
        ("Raiders burned 30 shelters and wounded two women.", [("injured", 2)]),
        ("Raiders burned 40 tukuls and killed 12 herders.", [("killed", 12)]),
        # A verb with its particle is one word.
        ("Troops rounded up 30 villagers.", [("captured", 30)]),
        ("Gunmen gunned down nine farmers.", [("killed", 9)]),
        ("Some 41 men were rounded up and executed.", [("killed", 41)]),
        ("Troops rounded 30 boulders.", []),
        ("Two people were killed and 14 hurt.", [("killed", 2), ("injured", 14)]),
        # As incident lists have it.
        (
            "IED hit a convoy near Torodi, 3 soldiers KIA, 5 WIA.",
            [("killed", 3), ("injured", 5)],
        ),
        ("Ambush on a patrol: 4 KIA and 7 WIA.", [("killed", 4), ("injured", 7)]),
        ("Rebels hacked three villagers to death.", [("killed", 3)]),
        (
            "Officials put the dead at 55 and the wounded at about 120.",
            [("killed", 55), ("injured", 120)],
        ),
        ("Some 5,000 people streamed across the border.", [("displaced", 5000)]),
        ("Militants slit the throats of 98 villagers.", [("killed", 98)]),
        (
            "Strikes killed 19 civilians, one of the highest daily tolls this year.",
            [("killed", 19)],
        ),
        ("Rescuers reported the deaths of 14 miners.", [("killed", 14)]),
        ("Police arrested 40 demonstrators.", [("captured", 40)]),
        ("Militants kidnapped more than 200 schoolgirls.", [("captured", 201)]),
        ("Fighters took dozens of villagers hostage.", [("captured", 24)]),
        ("Three hostages were killed.", [("killed", 3)]),
        ("Some 40,000 people have fled the city.", [("displaced", 40000)]),
        ("The war displaced millions.", [("displaced", 2000000)]),
        ("Four sailors are missing.", [("missing", 4)]),
        ("Thousands of people marched through the capital.", [("participants", 2000)]),
        ("Thousands of workers took to the streets.", [("participants", 2000)]),
        ("Among the dead were six nurses.", [("killed", 6)]),
        ("Two medics were among those killed.", [("killed", 2)]),
        ("Fifteen of the wounded were in a critical condition.", [("injured", 15)]),
        (
            "Three farmers were kidnapped and killed.",
            [("killed", 3)],
        ),
        (
            "The raid killed eleven men, four women and two children.",
            [("killed", 11), ("killed", 4), ("killed", 2)],
        ),
        (
            "Seven officers and eight villagers were injured.",
            [("injured", 7), ("injured", 8)],
        ),
        ("A total of 37 people were killed.", [("killed", 37)]),
        ("Six protesters were shot dead.", [("killed", 6)]),
        ("More than 35 people suffered burns.", [("injured", 36)]),
        ("The army captured two villages.", [("settlements", 2)]),
        ("The army pushed rebels out of three villages.", [("settlements", 3)]),
        ("The army pushed through three villages.", []),
        (
            "The shelling killed nine and wounded 30, a doctor said.",
            [("killed", 9), ("injured", 30)],
        ),
        ("A bomb killed a guard and a driver, an official said.", [("killed", 2)]),
        (
            "At least 20 people were killed and 30 others injured in the raid he said.",
            [("killed", 20), ("injured", 30)],
        ),
        ("It was last raided in March 2007, when 40 people were killed.", [("killed", 40)]),
        ("About 40 policemen gave themselves up.", [("captured", 40)]),
        ("At least 30 bodies lay in the streets by nightfall.", [("killed", 30)]),
        ("Some 30,000 people lay down in the streets.", [("participants", 30000)]),
        ("Another 300 rebels have laid down their arms.", [("captured", 300)]),
        ("No casualties were reported.", [("killed", 0), ("injured", 0)]),
        ("No one was killed.", [("killed", 0)]),
        ("That brings to 45 the number of people killed.", [("killed", 45)]),
        ("Police revised down to 84 the number of those killed in the blast.", [("killed", 84)]),
        ("Officials raised to 32 the number of wounded in the blast.", [("injured", 32)]),
        ("About 600 people had to leave their homes.", [("displaced", 600)]),
        ("About 600 people were obliged to abandon their homes.", [("displaced", 600)]),
        ("Twelve nurses were dragged into the bush as hostages.", [("captured", 12)]),
        ("Twelve nurses were hired as guards.", []),
        ("Gunmen took 40 women back to the forest as captives.", [("captured", 40)]),
        ("About 400 people sought refuge in a school.", [("displaced", 400)]),
        ("The floods forced 2,000 people to evacuate.", [("displaced", 2000)]),
        ("About 4,000 Chadians returned from Libya.", [("displaced", 4000)]),
        ("About 500 families crossed the border into Togo.", [("displaced", 500)]),
        ("Militia raids drove 8,000 people from their homes.", [("displaced", 8000)]),
        (
            "More than 800 people have been killed and 2,000 driven from their homes.",
            [("killed", 801), ("displaced", 2000)],
        ),
        ("Some 300 soldiers crossed the border into Togo.", [("participants", 300)]),
        ("Some 300 people returned to the streets.", [("participants", 300)]),
        ("The bomber missed, killing himself.", [("killed", 1)]),
        ("Four guards were killed and a fifth was arrested.", [("killed", 4), ("captured", 1)]),
        ("17-05-2016 52 dead as rival groups clash in the east.", [("killed", 52)]),
    ],
)
def test_syntax_gives_the_measure(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A woman was killed by a sniper.", [("killed", 1)]),
        ("Gunmen shot dead a police officer.", [("killed", 1)]),
        ("A man and a woman were killed.", [("killed", 2)]),
        ("Two women and their seven children were killed.", [("killed", 2), ("killed", 7)]),
        ("Gunmen killed Amina Warsame.", [("killed", 1)]),
        ("The mayor, Ali Hassan, was kidnapped and murdered.", [("killed", 1)]),
        ("The mayor, Ali Hassan, was kidnapped or killed.", [("captured", 1)]),
        ("The mayor, Ali Hassan, was kidnapped in the night.", [("captured", 1)]),
        ("The blast killed three soldiers and wounded a child.", [("killed", 3), ("injured", 1)]),
    ],
)
def test_single_victims_count_one(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert measures(text) == expected


def test_lives_that_are_saved_are_not_lost() -> None:
    assert figures("The group saved the lives of more than 100,000 people.") == []
    assert figures("The flood took the lives of 12 people.") == [("killed", 12, None)]


def test_an_archives_mark_before_a_headlines_number_is_no_count() -> None:
    assert figures("190703 35 dead, dozens wounded in battle.")[0] == ("killed", 35, None)


def test_the_loss_of_aid_is_not_of_whom_it_was_for() -> None:
    assert figures("Food for 12,000 families was lost in the fire.") == []
    assert measures("Shells hit a store and food for some 500 families was lost.") == []
    assert measures("The army lost 12 soldiers.") == [("killed", 12)]


@pytest.mark.parametrize(
    "text",
    [
        "The army destroyed 12 tanks and three villages' wells.",
        "Two jets were shot down.",
        "The rocket flew 70 kilometres.",
        "The 26-year-old was released.",
        "The ransom was 3 million dollars.",
        "In 2015 the army withdrew.",
        "The council passed Resolution 2254.",
        "Prices rose by 30 percent.",
        "The rebels captured Base 46.",
        "Police tried to arrest a suspect.",
        "A military source said jets were seen.",
        "The Three Rivers Alliance signed the deal.",
        "Three hostages were released on Monday.",
        "The hijackers demanded the release of 59 prisoners.",
        "Between 3 and 9 June the rebels advanced.",
        "China gave no casualty figures.",
        "There was no immediate death toll.",
        "Three generations died in the blast.",
        "2011–2012 Malian protests spread to the north.",
    ],
)
def test_what_is_no_figure_stays_out(text: str) -> None:
    assert figures(text) == []


def test_who_is_as_written_and_null_for_plain_people() -> None:
    assert figures("Jets killed 12 Yemeni fishermen.") == [("killed", 12, "Yemeni fishermen")]
    assert figures("Jets killed 12 people.") == [("killed", 12, None)]
    assert figures("Jets killed 12 others.") == [("killed", 12, None)]


def test_text_and_span_quote_the_report() -> None:
    document = reading("On Monday, at least 58 civilians were killed.")
    (mention,) = find_figures(document)
    assert mention.figure.text == "at least 58 civilians"
    assert mention.figure.span is not None
    assert document.quote(mention.figure.span) == "at least 58 civilians"
    assert document.doc[mention.head].text == "civilians"
    assert mention.governor is not None
    assert document.doc[mention.governor].text == "killed"


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("They took 550 square kilometres of land.", 550),
        ("They took 200 square miles of land.", 518),
        ("They took 1,200 hectares of land.", 12),
        ("They took 5,000 acres of land.", 20),
    ],
)
def test_area_is_in_whole_square_kilometres(text: str, area: int) -> None:
    assert measures(text) == [("area_km2", area)]


def test_two_units_of_one_area_are_one_figure_flagged_where_they_disagree() -> None:
    (wrong,) = mentions("They hold 550 square kilometers (342 square miles).")
    assert (wrong.figure.best, wrong.flag) == (550, "inconsistent units")
    (right,) = mentions("They hold 550 square kilometers (212 square miles).")
    assert (right.figure.best, right.flag) == (550, None)


def test_unsure_measure_says_so() -> None:
    (mention,) = mentions("Twenty gunmen opened fire near the border.")
    assert mention.figure.measure.value == "participants"
    assert not mention.sure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police investigating a kidnapping shot dead two gunmen.", [("killed", 2)]),
        # Who only hears or speaks of it is no victim.
        ("Twelve were killed. The toll was confirmed to a reporter.", [("killed", 12)]),
        ("Twelve were killed but one of his relatives told AFP so.", [("killed", 12)]),
        (
            "Twelve were killed and one of his relatives was wounded.",
            [("killed", 12), ("injured", 1)],
        ),
        (
            "The army took Manbij, according to a war monitor, with 26 fighters killed.",
            [("killed", 26)],
        ),
        ("Rebels took Bor, according to two officials, with 14 killed.", [("killed", 14)]),
        ("Shells hit Bor, according to a doctor who was wounded.", [("injured", 1)]),
        ("According to the UN 21 civilians were killed.", [("killed", 21)]),
        # A day of the month, and what a site counts.
        ("On August 5 Syrian troops killed 12 rebels.", [("killed", 12)]),
        ("In August 5 Syrian soldiers were killed.", [("killed", 5)]),
        ("67 At least 45 people were killed.", [("killed", 45)]),
        ("0 25 A bomber killed 12 soldiers.", [("killed", 12)]),
    ],
)
def test_what_only_looks_like_a_toll_is_none(text: str, expected: list[tuple[str, int]]) -> None:
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Who is told with somebody else makes two.
        ("The shelling killed a man and his wife.", [("killed", 2)]),
        ("A father and son were killed by a mine.", [("killed", 2)]),
        ("Gunmen abducted a priest and his driver.", [("captured", 2)]),
        ("A teacher and two pupils were killed.", [("killed", 1), ("killed", 2)]),
        ("A teacher was killed and her husband wounded.", [("killed", 1)]),
        ("Gunmen killed a judge and fled.", [("killed", 1)]),
        # Who shoots others dead is not dead.
        ("A gunman shot dead nine people at two bars.", [("killed", 9)]),
        ("Two men were shot dead a day later.", [("killed", 2)]),
        ("Nine died. He lay beside his mother, 72.", [("killed", 9)]),
        # Numbers behind "at" and "to".
        ("He put civilian deaths at 25, with 127 wounded.", [("killed", 25), ("injured", 127)]),
        (
            "He put the number of dead at 18 and of wounded at 40.",
            [("killed", 18), ("injured", 40)],
        ),
        ("That brings its military losses to 223.", [("killed", 223)]),
        ("Police took 14 people into custody.", [("captured", 14)]),
        (
            "Jets killed 54 people, including 9 in Darna, 8 in Barqa and 5 in Sirtan.",
            [("killed", 54), ("killed", 9), ("killed", 8), ("killed", 5)],
        ),
        # Who takes others out of a town has not fled.
        (
            "About 250 soldiers evacuated 500 foreigners.",
            [("participants", 250), ("displaced", 500)],
        ),
        ("Some 500 villagers evacuated the area.", [("displaced", 500)]),
        # Some of a number of people, whoever they belong to.
        ("Twelve of the village's 40 men were killed on Sunday.", [("killed", 12)]),
        ("Some 1,500 of the town's 9,000 inhabitants have fled to Pemba.", [("displaced", 1500)]),
        ("Of the 60,000 people of Bangassou, 22,000 crossed into Congo.", [("displaced", 22000)]),
        ("The town's 9,000 inhabitants have fled.", [("displaced", 9000)]),
        ("Three of the army's 20 helicopters were destroyed.", []),
        # A part of a toll behind a comma.
        (
            "In the riots 112 people have been killed so far, 17 in police firing.",
            [("killed", 112), ("killed", 17)],
        ),
        (
            "The violence has left 112 people dead, 17 in police firing.",
            [("killed", 112), ("killed", 17)],
        ),
        ("The bus was hit at noon, 12 in the afternoon.", []),
        (
            "Police arrested 46 of what they call members after the 2016 bombing.",
            [("captured", 46)],
        ),
        ("Police broke up a crowd of about 300 in front of the court.", [("participants", 300)]),
        ("Soldiers fired at a march of 5,000 in Dhaka.", [("participants", 5000)]),
        ("Police broke up a march of 20 kilometres.", []),
        ("Enemy losses amounted to more than 490 servicemen.", [("killed", 491)]),
        ("The army's losses stood at 12 tanks and 80 soldiers.", [("killed", 80)]),
        ("The bank's losses amounted to 490 million shillings.", []),
        ("A crowd of 200 refugees fled the town.", [("displaced", 200)]),
    ],
)
def test_whom_a_number_counts(text: str, expected: list[tuple[str, int]]) -> None:
    assert measures(text) == expected


def test_those_of_whom_some_die_are_not_dead_too() -> None:
    assert figures("Two of her three bodyguards were killed.") == [("killed", 2, None)]
    assert ("killed", 4, "children") not in figures(
        "A mine killed a farmer and three of his four children."
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kano seethed with two men, including a priest, being killed by soldiers.",
            [("killed", 2), ("killed", 1)],
        ),
        (
            "Five villagers, including two girls, wounded in the raid, died later.",
            [("injured", 5), ("injured", 2)],
        ),
        (
            "Ten soldiers, including an officer, killed five rebels.",
            [("participants", 10), ("killed", 5)],
        ),
    ],
)
def test_what_became_of_people_may_follow_an_aside(
    text: str, expected: list[tuple[str, int]]
) -> None:
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The room confirmed 86 deaths, including 24 people shot by police.",
            [("killed", 86), ("killed", 24)],
        ),
        (
            "Ten people died in the violence in Jos, four of them shot by soldiers.",
            [("killed", 10), ("killed", 4)],
        ),
        (
            "Eighty people were hurt, including 24 shot by police.",
            [("injured", 80), ("injured", 24)],
        ),
        ("Nine people were killed and 24 shot by police.", [("killed", 9), ("injured", 24)]),
    ],
)
def test_who_is_shot_as_a_part_of_the_dead_is_dead(
    text: str, expected: list[tuple[str, int]]
) -> None:
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rwandan refugees in Goma now number 800,000, the agency said.", [("displaced", 800000)]),
        ("By Friday the displaced in Kuito numbered 60,000.", [("displaced", 60000)]),
        ("The number of refugees in Ngara rose to 350,000.", [("displaced", 350000)]),
        # Near misses: others than they are counted, or nobody.
        ("The rebels number 5,000.", []),
        ("Refugees in Goma were given 5,000 blankets.", []),
        ("Refugees spoke of Resolution 1244.", []),
    ],
)
def test_refugees_may_number_so_many(text: str, expected: list[tuple[str, int]]) -> None:
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Raiders killed six men and made off with 30 girls.", [("killed", 6), ("captured", 30)]),
        ("Raiders made off with 30 cows.", []),
        ("Troops stormed the hill without losing a man.", []),
        ("Troops stormed the hill, losing a man.", [("killed", 1)]),
        ("The rebels claimed the capture of three artillery pieces.", []),
        ("Losses amounted to four shahids.", [("killed", 4)]),
    ],
)
def test_what_is_lost_or_carried_off(text: str, expected: list[tuple[str, int]]) -> None:
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Nine passengers were badly burned.", "injured"),
        ("Two officers were severely burned by petrol bombs.", "injured"),
        ("Three villagers were burned in their house.", "killed"),
        ("Three villagers were badly beaten and burned to death.", "killed"),
    ],
)
def test_who_is_badly_burned_lives(text: str, measure: str) -> None:
    assert measures(text)[0][0] == measure
