"""What verbs tell of those counted only with the words beside them, and bare numbers that rival."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.document import parse
from dateline.coding.figures import find_figures
from dateline.model import Report


def counts(text: str) -> list[tuple[str, int]]:
    """Return the measure and best number of each figure of a text, sorted."""
    (document,) = parse([Report(id="r", text=text, published=date(2020, 1, 1))])
    figures = [mention.figure for mention in find_figures(document)]
    return sorted((str(f.measure), f.best or f.low or f.high or 0) for f in figures)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Soldiers searching a hostel in Jaffna took two young men away.", [("captured", 2)]),
        ("The guerrillas took eight policemen with them.", [("captured", 8)]),
        ("Hooded men took nine students from the university.", [("captured", 9)]),
        ("Police say 276 girls were taken.", [("captured", 276)]),
        ("Eleven traders were carried away on Sunday night at Baga.", [("captured", 11)]),
        ("The rebels marched off five teachers into the forest.", [("captured", 5)]),
        ("One soldier fell into the hands of the rebels.", [("captured", 1)]),
        ("Seven soldiers embraced martyrdom in the clash.", [("killed", 7)]),
        ("Two of our comrades fell martyrs in the raid on Jenin.", [("killed", 2)]),
        ("Four fighters fell in the clashes near Tafas.", [("killed", 4)]),
        ("Our forces put 15 mercenaries out of action near Axum.", [("killed", 15)]),
        ("Buses carried some 2,000 people out of Bakhmut.", [("displaced", 2000)]),
        ("Buses took 3,000 people out of the besieged town to Idlib.", [("displaced", 3000)]),
        ("About 400 people were brought to a camp at Habbaniyah.", [("displaced", 400)]),
        ("Some 30 workers of a governor's motorcade are missing.", [("missing", 30)]),
        ("Six Houthi fighters fell, other reports say.", [("killed", 6)]),
        ("Two soldiers had fallen while eleven rebels died.", [("killed", 2), ("killed", 11)]),
        ("Nine soldiers fell on the field of honour in Mora.", [("killed", 9)]),
        ("Seven soldiers paid the supreme price at Inates.", [("killed", 7)]),
        ("Five soldiers made the supreme sacrifice near Kargil.", [("killed", 5)]),
        ("Four comrades reached immortality at Zap.", [("killed", 4)]),
        ("Twenty policemen were sent to hell.", [("killed", 20)]),
        ("Sixteen refugees froze to death in the pass.", [("killed", 16)]),
        ("One peacekeeper gave his life in the attack.", [("killed", 1)]),
        ("A bus took 40 pupils away from the village.", []),
        ("Doctors took two patients away for treatment.", []),
        ("Six shells fell in the fighting.", []),
        ("Six shells fell on Monday.", []),
        ("Ten people became members of the council.", []),
        ("Four photographs were taken.", []),
        ("She took two children with her when she moved to Paris.", []),
        ("Firefighters carried two children out of the burning house.", []),
    ],
)
def test_turns_of_phrase(text: str, expected: list[tuple[str, int]]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army said 12 rebels were killed; the rebels put the number at 40.", [12, 40]),
        ("Doctors gave a toll of 79 civilians; local sources speak of 100.", [79, 100]),
        ("The army spokesman insisted that the dead were 84.", [84]),
        ("Their own losses were put at 241.", [241]),
        ("Three men were killed on Friday, raising the count to 41.", [3, 41]),
        ("The death toll of the battles in and around the old city yesterday rose to 32.", [32]),
        ("Three soldiers were killed, bringing the matter to 12 ministers.", [3]),
        (
            "The number of persons killed by two car bombs in a Lima street on Thursday night has"
            " risen to 25.",
            [25],
        ),
        ("Rockets killed 15 civilians on Friday. On Saturday that toll rose to 21.", [15, 21]),
        ("A roadside bomb killed 16 soldiers. The PKK claimed 31; the army was silent.", [16, 31]),
        ("Fire killed eight civilians. Another medic put it at three.", [3, 8]),
        ("They counted 4,000 bodies. The U.N. lowered its figure to 2,000.", [2000, 4000]),
        ("Six people died in the blast, though doctors counted at least 14.", [6, 14]),
        ("A bomb killed 31 civilians, up from eight reported at first.", [8, 31]),
        ("The strike killed 15 people, raising an earlier figure of nine.", [9, 15]),
        ("A raid killed 84 people, cutting the count of 103 that was given first.", [84, 103]),
        ("Three men were killed. The minister gave 20 interviews.", [3]),
        ("Four were killed. The mayor said two in the morning was too late.", [4]),
        ("Ten rebels died on Monday. The party claimed 45 seats.", [10]),
        ("The price of bread rose to 32.", []),
        ("On Friday 22 Palestinians were killed, medics said.", [22]),
        ("Twelve soldiers were killed, and he put the cost at 4 million dollars.", [12]),
    ],
)
def test_rival_tolls(text: str, expected: list[int]) -> None:
    assert counts(text) == [("killed", number) for number in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No ISAF personnel were injured.", [("injured", 0)]),
        ("The army said that none of its men was killed.", [("killed", 0)]),
        ("The grenade wounded no one.", [("injured", 0)]),
        ("We lost no one.", [("killed", 0)]),
        ("No loss of life was reported.", [("killed", 0)]),
        ("There were no reports of victims.", [("injured", 0), ("killed", 0)]),
        ("A bomb went off at Hatay but nobody died.", [("killed", 0)]),
        ("Snipers fired at the rescuers. No one was hit.", [("injured", 0)]),
        ("Four rockets fell in a field, hurting no one.", [("injured", 0)]),
        ("The bomb went off without hurting anyone.", [("injured", 0)]),
        ("The army said it had no losses.", [("killed", 0)]),
        ("There were no detentions.", [("captured", 0)]),
        ("No one died of hunger this year.", []),
        ("Radio Rangoon gave no losses.", []),
        ("He lost none of his calm.", []),
        ("There was no word on injuries.", []),
    ],
)
def test_tolls_of_none(text: str, expected: list[tuple[str, int]]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen shot two herders near Bouar on Friday.", [("killed", 2)]),
        ("Soldiers shot three men at a checkpoint in Nablus.", [("killed", 3)]),
        ("Twelve villagers were burnt in their church.", [("killed", 12)]),
        ("A policeman was shot in the leg in Derry.", [("injured", 1)]),
        ("A teacher was shot by snipers and is in a critical condition.", [("injured", 1)]),
        ("Police shot 14 strikers with rubber bullets.", [("injured", 14)]),
        ("Four guards were shot at from a hill.", []),
        ("Three aircraft were burnt.", []),
        ("A bookshop was burned in Cizre.", []),
        ("A monk was burnt in his cell.", [("killed", 1)]),
        ("Gunmen shot three jockeys.", [("killed", 3)]),
        ("Nine people were killed and 24 shot by police.", [("injured", 24), ("killed", 9)]),
    ],
)
def test_who_is_shot_is_dead_where_nothing_else_is_told(
    text: str, expected: list[tuple[str, int]]
) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hijackers held 40 passengers in west Beirut.", [("captured", 40)]),
        ("Police held five students for three days.", [("captured", 5)]),
        ("Two were killed and six held.", [("captured", 6), ("killed", 2)]),
        ("The militia locked up 250 men in two schools.", [("captured", 250)]),
        ("By night 150 peacekeepers were in their hands.", [("captured", 150)]),
        ("Nine Togolese are in hospital with gunshot wounds.", [("injured", 9)]),
        ("More than 50 people needed treatment.", [("injured", 51)]),
        ("It killed 11 people; more than 50 needed treatment.", [("injured", 51), ("killed", 11)]),
        ("The rebels shot down two jets, killing both crews.", []),
        ("Two shepherds lost their legs.", [("injured", 2)]),
        ("Rebels took 14 villagers into the forest.", [("captured", 14)]),
        ("The bomb cost 16 people their lives.", [("killed", 16)]),
        ("The hall held 400 people.", []),
        ("The committee held 40 people responsible.", []),
        ("The prison holds 300 inmates.", []),
        ("Rebels held off 200 soldiers.", []),
        ("Twelve doctors were in the hospital when it was hit.", []),
        ("The attack cost 12 workers their jobs.", []),
        ("Six bodies lay in the hospital.", [("killed", 6)]),
    ],
)
def test_who_is_held_or_lies_in_hospital(text: str, expected: list[tuple[str, int]]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dead in Halabja number more than 4,000.", [("killed", 4001)]),
        ("The dead of Hama numbered 10,000, exiles said.", [("killed", 10000)]),
        ("The general put the dead on the enemy's side at 80.", [("killed", 80)]),
        ("The army put its own losses at five soldiers.", [("killed", 5)]),
        ("Officials first gave 100 dead, then 477.", [("killed", 100), ("killed", 477)]),
        ("Medics first spoke of 30 dead, then of 42.", [("killed", 30), ("killed", 42)]),
        ("Some speak of 40 dead, others of 200.", [("killed", 40), ("killed", 200)]),
        ("Deaths: 14. Injuries: 30.", [("injured", 30), ("killed", 14)]),
        ("Arrested in Lagos since Monday: 30 students.", [("captured", 30)]),
        ("Baku gave the number of its fallen as 192.", [("killed", 192)]),
        ("The losses of the Russians were more than a hundred.", [("killed", 101)]),
        (
            "Nine soldiers died in two blasts, the army said, six in Rivas.",
            [("killed", 6), ("killed", 9)],
        ),
        ("Six men of one family were killed.", [("killed", 6)]),
        ("Six teachers of the school at Kongi seized by armed men.", [("captured", 6)]),
        ("The rebels took over three districts in the west.", [("settlements", 3)]),
        ("Rebels took over 300 prisoners.", [("captured", 301)]),
        ("Nine died there, two nurses among them.", [("killed", 2), ("killed", 9)]),
        ("The dead were Palestinians; two were aged 12.", []),
        ("Number of attacks: 45.", []),
        ("The minister said: 40 schools were closed.", []),
        ("Police arrested 30 people, later 20 were freed.", [("captured", 30)]),
        ("Rebels killed 12 and then 300 fled.", [("displaced", 300), ("killed", 12)]),
        ("Forty marched, two priests among them.", [("participants", 2), ("participants", 40)]),
    ],
)
def test_tolls_by_labels_and_by_what_came_before(
    text: str, expected: list[tuple[str, int]]
) -> None:
    assert counts(text) == expected
