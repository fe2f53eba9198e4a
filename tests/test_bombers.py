"""A bomber whom the next sentence tells of died by the bomb that he bore."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report, SubEventType

SUICIDE, PLANTED = SubEventType.SUICIDE_BOMB, SubEventType.REMOTE_EXPLOSIVE


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "A bomb went off in a bus in Haifa on Wednesday and killed 11 passengers. The bomber "
            "was a student from Nablus.",
            SUICIDE,
        ),
        (
            "A car bomb killed six policemen in Peshawar on Monday. The bomber drove up to the "
            "gate as the shift changed, an officer said.",
            SUICIDE,
        ),
        ("A car bomb in Jaffna killed three soldiers and the bomber on Tuesday.", SUICIDE),
        ("A bomb at a post near Mubi killed five people including the bomber.", SUICIDE),
        (
            "A bomb killed nine pilgrims in Karbala on Sunday. Police found the bomber's head on "
            "a roof.",
            SUICIDE,
        ),
        # Near misses: he only laid it, or flew.
        (
            "A bomb in a litter bin killed one man in Madrid on Friday. The bomber fled on a "
            "motorcycle, witnesses said.",
            PLANTED,
        ),
        (
            "A bomb hidden in a cart killed 20 soldiers in Bannu on Sunday.",
            PLANTED,
        ),
        (
            "A roadside bomb killed four soldiers near Kandahar on Monday. The bomber detonated "
            "it remotely from a field, an officer said.",
            PLANTED,
        ),
        (
            "A mine killed three soldiers near Donetsk on Sunday. Russian bombers flew over the "
            "city in the morning.",
            PLANTED,
        ),
    ],
)
def test_a_bomber_who_is_told_of_after_the_blast_bore_the_bomb(
    coder: EnglishCoder, text: str, kind: SubEventType
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2015, 1, 12))])
    assert [claim.sub_event_type for claim in coded.claims] == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A bomb in a cinema in Algiers killed eight people on Sunday, the bomber included.", True),
        ("Two bombs in cafes in Rabat killed 12 people on Friday, and the two bombers.", True),
        ("A truck bomb killed 30 soldiers at a camp in Tyre. The driver died in the blast.", True),
        ("A lorry bomb killed 17 soldiers at a camp in Jaffna and its driver died.", True),
        ("The toll of a car bomb at a barracks in Cali rose to 21, including the driver.", True),
        # Near misses: he drove another vehicle, or got away.
        ("A car bomb hit a bus near Hilla on Sunday and killed 11, including the driver.", False),
        ("A bomb killed a judge and the driver of his car in Palermo on Saturday.", False),
        ("A car bomb killed two people in Erbil on Monday; the driver had run away.", False),
    ],
)
def test_who_is_counted_with_the_dead_of_his_bomb_bore_it(
    coder: EnglishCoder, text: str, kind: bool
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2015, 1, 12))])
    kinds = [claim.sub_event_type for claim in coded.claims]
    assert kinds == [SUICIDE if kind else PLANTED]
