"""Where a report turns to another place, the day told before is left behind."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report

SUNDAY = 20


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Ugandan police shot dead two protesters in Kampala on Friday. In Jinja two boys were "
            "hit by stray bullets.",
            SUNDAY,
        ),
        (
            "Rebels stormed the port of Kismayo on Friday, killing 20 soldiers. Meanwhile, in "
            "Baidoa, gunmen shot dead a judge.",
            SUNDAY,
        ),
        # What comes in between turns away, too ...
        (
            "Serb gunners shelled Sarajevo on Friday, killing eight people. In Mostar a bridge "
            "was blown up. A sniper killed a nurse.",
            SUNDAY,
        ),
        (
            "Serb gunners shelled Sarajevo on Friday, killing eight people. To the north, Croat "
            "gunmen killed five soldiers near Brcko.",
            SUNDAY,
        ),
        (
            "Boko Haram attacked Gwoza on Friday, killing 12 people. And in the far north, "
            "soldiers attacked a camp at Baga.",
            SUNDAY,
        ),
        (
            "Rebels shelled Taiz on Friday. Government troops meanwhile killed 14 rebels near "
            "Marib.",
            SUNDAY,
        ),
        # Whom a sentence begins with stands elsewhere.
        (
            "Serb gunners shelled Sarajevo on Friday, killing eight people. A car bomb in Mostar "
            "killed two policemen.",
            SUNDAY,
        ),
        (
            "Serb gunners shelled Sarajevo on Friday, killing eight people. Doctors in Mostar said "
            "that gunmen shot dead a priest.",
            SUNDAY,
        ),
        # A day told since is no more that of the places summed up ...
        (
            "Boko Haram killed 40 people in raids in three towns on Thursday. On Friday troops "
            "shelled Gwoza. In Bama, gunmen killed seven elders.",
            SUNDAY,
        ),
        # ... of which each is told after them
        (
            "Boko Haram killed 40 people in raids in three towns on Friday. In Bama, gunmen "
            "killed seven elders.",
            18,
        ),
        # ... but neither a part of the land all over which it happened, or of the same town, the
        # province, nor who carries on elsewhere,
        (
            "Soldiers shot dead 95 people across Myanmar on Friday. In Mandalay at least 20 were "
            "killed when police fired on a crowd.",
            18,
        ),
        (
            "Serb gunners shelled Sarajevo on Friday, killing eight people. Officials in Belgrade "
            "said that two nurses were killed in Sarajevo.",
            18,
        ),
        (
            "Serb gunners shelled Sarajevo on Friday, killing eight people. In Sarajevo's old "
            "town, a hotel was destroyed.",
            18,
        ),
        (
            "The FARC attacked Toribio on Friday and killed six policemen. In Cauca province, 20 "
            "houses were burned.",
            18,
        ),
        (
            "Maoists attacked Beni on Friday, killing 12 policemen. In Jumla, they blew up a "
            "bridge and killed two soldiers.",
            18,
        ),
        # ... nor does the past day end, which is that of a whole bulletin.
        (
            "The army killed nine rebels in Jaffna in the past 24 hours, it said. In Mannar a mine "
            "killed two soldiers.",
            19,
        ),
    ],
)
def test_day_of_what_is_told_last(coder: EnglishCoder, text: str, day: int) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2011, 11, SUNDAY))])
    last = max(coded.claims, key=lambda claim: claim.evidence[-1])
    assert last.date is not None
    assert last.date.start.day == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "The army took Kodok on Friday. It had lost the town on 2 October. A mortar round "
            "killed three children in Malakal.",
            18,
        ),
        (
            "Since the beginning of the siege of Vukovar on 25 August, 400 people have died. "
            "Shells hit the hospital and killed two patients.",
            SUNDAY,
        ),
        # The day of what is told further on is its own, also where all of it looks back.
        (
            "Fighters had attacked the village of Kawuri on Tuesday, residents said. They burned "
            "houses and killed 30 people.",
            15,
        ),
        (
            "Rebels entered Goma on Friday. They had surrounded it on Tuesday and had killed six "
            "soldiers there.",
            15,
        ),
    ],
)
def test_a_day_that_looks_back_is_not_that_of_what_follows(
    coder: EnglishCoder, text: str, day: int
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2011, 11, SUNDAY))])
    last = max(coded.claims, key=lambda claim: claim.evidence[-1])
    assert last.date is not None
    assert last.date.start.day == day


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Contra rebels attacked a cooperative near Jinotega, killing six peasants. In the "
            "south, other rebels killed four soldiers in an ambush.",
            None,
        ),
        (
            "Contra rebels attacked a cooperative near Jinotega, killing six peasants. Elsewhere "
            "in the town, a bomb killed a teacher.",
            "Jinotega",
        ),
    ],
)
def test_the_town_told_before_a_turn_is_left(
    coder: EnglishCoder, text: str, place: str | None
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(1986, 11, SUNDAY))])
    last = max(coded.claims, key=lambda claim: claim.evidence[-1])
    assert (last.place and last.place.canonical) == place


def test_what_is_told_behind_a_turn_is_another_event(coder: EnglishCoder) -> None:
    text = (
        "Rebels seized the air base at Menagh. Ten rebels died in the last assault. Further west, "
        "opposition forces pressed on with an offensive in Latakia province."
    )
    (coded,) = coder.code([Report(id="r", text=text, published=date(2013, 8, SUNDAY))])
    quoted = [[text[start:end] for start, end in claim.evidence] for claim in coded.claims]
    assert len(quoted) > 1
    assert all(told[0].startswith("Further west") or "Further" not in str(told) for told in quoted)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Jets struck a depot near Nis on Friday. Police have shot four deserters in Krusevac.",
            SUNDAY,
        ),
        (
            "A car bomb killed six in Mosul on Friday. Gunmen have burned two police stations in "
            "the city.",
            SUNDAY,
        ),
        (
            "Rebels shelled the embassy in Monrovia on Friday, killing 25. Looters are emptying "
            "the port.",
            SUNDAY,
        ),
        # ... but not what was done then
        ("Guerrillas ambushed a patrol near Marjayoun on Friday. They captured two soldiers.", 18),
        (
            "A rocket hit a maternity hospital in Aleppo on Friday. The strike has killed 17 "
            "people.",
            18,
        ),
    ],
)
def test_what_is_told_of_now_is_of_no_day_told_before(
    coder: EnglishCoder, text: str, day: int
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2013, 1, SUNDAY))])
    last = max(coded.claims, key=lambda claim: claim.evidence[-1])
    assert last.date is not None and last.date.start == date(2013, 1, day)
