"""Lines that are items of their own, and lines that a page broke."""

import pytest

from dateline.coding.sentences import segment


def _count(text: str) -> int:
    return len(segment(text)[1])


@pytest.mark.parametrize(
    "lines",
    [
        (
            "8 March - Tessalit: rockets hit the camp of the peacekeepers before dawn, 3 hurt",
            "11 March - Aguelhok: a mine blew up a water truck on the road to the wells, 2 dead",
        ),
        (
            "09:50 Shells are falling on the railway station, say people who live next to it",
            "11:20 The governor says that six passengers were killed on the platform",
        ),
        (
            "[21:15] Gunmen are holding guests on the third floor of the hotel in Bamako",
            "[23:40] Special forces have freed the last of them, the interior ministry says",
        ),
        (
            "4/17 Makeni - rebels burned the houses of two chiefs who had spoken against them",
            "4/19 Kabala - hunters of a village militia beat off a raid on the market",
        ),
        (
            "#Sinjar: jets hit two lorries on the road to the border, drivers said to be dead",
            "#Kirkuk: a bomb in a rubbish cart wounded five in front of the court house",
        ),
        (
            "Bamenda: separatists abducted the head of a school who would not close it",
            "Kumba: soldiers shot dead two young men on a motorcycle, say their families",
        ),
        (
            "Guerrillas ambush police lorry in Ayacucho, nine officers feared dead in ravine",
            "Bomb wrecks party office in Lima",
            "Mayor of a highland town shot on his way to church by two youths on a motorcycle",
        ),
    ],
)
def test_each_line_of_a_list_is_an_item(lines: tuple[str, ...]) -> None:
    assert _count("\n".join(lines)) == len(lines)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels who had crossed the river on 8 March in small boats and dug in under the trees\n"
        "Tuesday were driven out by the army, its spokesman in the capital told reporters",
        "Fighters of the front attacked the barracks in the town of Menaka on Friday and\n"
        "killed four soldiers, while a second column drove along the river to the airfield of\n"
        "Gao and fired rockets at it",
        "On 8 March the garrison of the fort, which had held out since the beginning of the\n"
        "9 January offensive, laid down its arms",
    ],
)
def test_lines_that_go_on_are_one_sentence(text: str) -> None:
    assert _count(text) == 1


def test_capitals_that_a_page_broke_are_one_sentence() -> None:
    text = (
        "GUERRILLAS OF THE FRONT AMBUSHED AN ARMY COLUMN ON THE ROAD TO THE COAST AND\n"
        "KILLED NINE SOLDIERS WHILE A SECOND UNIT FIRED MORTARS AT THE BRIDGE\n"
        "AND THE BARRACKS OF THE TOWN"
    )
    assert _count(text) == 1
