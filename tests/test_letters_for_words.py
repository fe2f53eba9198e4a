"""Letters that situation reports and logs write for words, and numbers with a plus."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Claim, Measure, Report, SubEventType


def _claims(coder: EnglishCoder, text: str, year: int = 2016) -> tuple[Claim, ...]:
    (coded,) = coder.code([Report(id="r", text=text, published=date(year, 3, 8))])
    return tuple(coded.claims)


def _figures(coder: EnglishCoder, text: str) -> set[tuple[Measure, int | None]]:
    return {(one.measure, one.best) for claim in _claims(coder, text) for one in claim.figures}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Insurgents fired on a check post in Logar. 3 policemen KIA, 2 WIA.",
            {(Measure.KILLED, 3), (Measure.INJURED, 2)},
        ),
        (
            "A mine hit an army lorry near Kidal. 2 soldiers KIA and 6 WIA.",
            {(Measure.KILLED, 2), (Measure.INJURED, 6)},
        ),
        (
            "Jets bombed a market in Raqqa, killing 20 people incl. 7 women.",
            {(Measure.KILLED, 20), (Measure.KILLED, 7)},
        ),
        ("A car bomb went off in Baidoa. 40+ dead", {(Measure.KILLED, 40)}),
        ("30+ people killed in raid on a village in Zamfara", {(Measure.KILLED, 30)}),
        (
            "Shelling in Avdiivka kills three, hundreds flee",
            {(Measure.KILLED, 3), (Measure.DISPLACED, None)},
        ),
    ],
)
def test_what_the_letters_count(
    coder: EnglishCoder, text: str, figures: set[tuple[Measure, int | None]]
) -> None:
    assert _figures(coder, text) == figures


def test_the_kachin_army_is_no_toll(coder: EnglishCoder) -> None:
    text = "KIA fighters captured an army post near Laiza in Kachin State."
    (claim,) = _claims(coder, text)
    assert claim.sub_event_type is SubEventType.NON_STATE_OVERTAKES
    assert claim.side_a[0].name == "Kachin Independence Army" and not claim.figures


@pytest.mark.parametrize(
    ("text", "mention", "kind"),
    [
        ("AGEs shot dead two clerks in Ghazni.", "AGEs", "rebel"),
        ("NSAGs burned the village of Koro in Mopti.", "NSAGs", "rebel"),
        ("SFs killed two militants at a village in Shopian district.", "SFs", "state forces"),
        ("BH attacked Gwoza and killed nine farmers in Borno State.", "BH", "rebel"),
    ],
)
def test_who_acts_is_told_by_letters(
    coder: EnglishCoder, text: str, mention: str, kind: str
) -> None:
    (claim,) = _claims(coder, text)
    assert [(actor.mention, actor.kind) for actor in claim.side_a] == [(mention, kind)]


def test_ages_are_nobody(coder: EnglishCoder) -> None:
    text = "The ages of the victims told of the shelling of Horlivka: from 4 to 80."
    assert all(not claim.side_a for claim in _claims(coder, text))


def test_thousands_who_flee_were_not_killed(coder: EnglishCoder) -> None:
    types = {one.sub_event_type for one in _claims(coder, "20,000 flee fighting in Bunia")}
    assert SubEventType.DISPLACEMENT in types


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("11 soldiers KIA in an ambush near Bhamo, Kachin State.", False),
        ("Three Myanmar policemen were KIA near Hpakant on Monday.", False),
        ("Ambush near Hpakant in Kachin State. 5 KIA, 3 WIA on the side of the army.", False),
        ("Myanmar soldiers attacked KIA posts near Laiza.", True),
        ("The army killed 7 KIA near Putao in Kachin State.", True),
        ("Fighting between Myanmar soldiers and the KIA near Hpakant killed five.", True),
    ],
)
def test_who_was_kia_is_no_kachin_fighter(coder: EnglishCoder, text: str, named: bool) -> None:
    names = {
        actor.name for claim in _claims(coder, text) for actor in (*claim.side_a, *claim.side_b)
    }
    assert ("Kachin Independence Army" in names) is named
