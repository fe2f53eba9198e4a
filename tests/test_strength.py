"""How strong a band is, who an onslaught is by, who is hurt to death, and what is only money."""

from __future__ import annotations

import pytest

from dateline.coding.document import parse
from dateline.coding.figures import find_figures
from dateline.model import Report


def measures(text: str) -> list[tuple[str, int | None]]:
    (document,) = parse([Report(id="r", text=text)])
    found = (mention.figure for mention in find_figures(document))
    return [(str(one.measure), one.best if one.best is not None else one.low) for one in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A 150-strong mob lynched two men in Kohima.", [("participants", 150), ("killed", 2)]),
        ("A 3,000-strong rebel force attacked Gulu.", [("participants", 3000)]),
        ("The village was burnt by a 50-strong gang.", [("participants", 50)]),
        ("An attack on the fort by about 900 tribesmen was beaten off.", [("participants", 900)]),
        ("A raid by 40 gunmen on a bank was foiled.", [("participants", 40)]),
        (
            "A gang of some 300 hacked a chief to death.",
            [("participants", 300), ("killed", 1)],
        ),
        ("Two sisters were fatally wounded in a raid.", [("killed", 2)]),
        ("A corporal was mortally wounded by a sniper.", [("killed", 1)]),
        ("Raiders butchered 14 villagers.", [("killed", 14)]),
        ("The slaying of four nurses led to an outcry.", [("killed", 4)]),
        ("The lynching of two thieves was filmed.", [("killed", 2)]),
        ("Two miners were found strangled.", [("killed", 2)]),
        ("The rebels annihilated 20 soldiers.", [("killed", 20)]),
        ("Police interned 40 men.", [("captured", 40)]),
    ],
)
def test_what_counts_people(text: str, told: list[tuple[str, int | None]]) -> None:
    assert measures(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two troopers of the 8,000-strong mission were killed.", [("killed", 2)]),
        ("The 15,000-strong mission lost two soldiers.", [("killed", 2)]),
        ("A 9,000-strong union said so.", []),
        ("Troops beat back 300 rebels.", []),
        ("Nine with a bounty of INR 500000 on their heads surrendered.", [("captured", 9)]),
        ("The mill was set on fire by a body of Fenians.", []),
        ("A body of 40 armed men stormed the barracks.", [("participants", 40)]),
        ("The body of a constable was found.", [("killed", 1)]),
        ("The bodies of two constables were found.", [("killed", 2)]),
        ("A sergeant was shot in the back and mortally wounded.", [("killed", 1)]),
        ("A sergeant was shot in the leg and wounded.", [("injured", 1)]),
        ("Two sisters were slightly wounded in a raid.", [("injured", 2)]),
    ],
)
def test_what_counts_nobody_else(text: str, told: list[tuple[str, int | None]]) -> None:
    assert measures(text) == told
