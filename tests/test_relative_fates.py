"""Those counted of whom a relative clause tells, and those to whom injuries are done."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coders import coder
from dateline.coding.document import parse
from dateline.coding.figures import find_figures
from dateline.model import Report


def figures(text: str) -> set[tuple[str, int | None]]:
    report = Report(id="r", text=text, published=date(2010, 5, 5))
    claims = next(iter(coder().code([report]))).claims
    return {(figure.measure.value, figure.best) for claim in claims for figure in claim.figures}


@pytest.mark.parametrize(
    ("text", "measure", "count"),
    [
        ("The army freed 12 miners whom gunmen had kidnapped near Anka in March.", "captured", 12),
        (
            "The bodies of six men whom the militia had killed were found in Bunia.",
            "killed",
            6,
        ),
        ("A mortar shell hit a market in Taiz, injuring a person.", "injured", 1),
        # a later verb means them by a pronoun
        ("Gunmen dragged a judge from his house in Cali and shot him dead.", "killed", 1),
        ("The Taliban abducted two elders in Bajaur on Sunday and shot them dead.", "killed", 2),
        (
            "Rebels locked 19 people into a church in Doruma and set it on fire, burning them "
            "alive.",
            "killed",
            19,
        ),
        ("Police arrested a teacher in Yala and beat him in custody.", "captured", 1),
        ("Gunmen seized a judge in Baghdad on Sunday and threatened to kill him.", "captured", 1),
        ("Soldiers dragged 12 men from the church at El Mozote and shot them.", "killed", 12),
        # a later participle of a passive
        (
            "Six priests were dragged from their beds and shot dead in San Salvador on Thursday.",
            "killed",
            6,
        ),
        ("Nine men were pulled from a minibus at Tiebissou and executed on Sunday.", "killed", 9),
        ("Two students were detained in Santiago and beaten, their lawyer said.", "captured", 2),
        # what is done to several ends in death
        (
            "Raiders hacked the local chief and six of his followers to death in Bogoro.",
            "killed",
            6,
        ),
        ("Attackers clubbed three men to death near Beni on Tuesday.", "killed", 3),
        # somebody is found dead
        (
            "Twelve men taken from their homes in Baquba were found shot dead on Friday.",
            "killed",
            12,
        ),
        ("Nine teachers abducted from a bus in Yala were found dead on Friday.", "killed", 9),
        # somebody who was hurt dies of it
        ("A medic was shot in Beit Lahia; he died of his wounds in hospital.", "killed", 1),
        ("A boy was shot by soldiers in Nablus on Monday. He died in hospital.", "killed", 1),
        ("A soldier was wounded by a sniper in Poti. He was flown to Tbilisi.", "injured", 1),
        # who had fled and was met by worse
        (
            "Up to 50 people who had sought shelter in a church at Eldoret died on Tuesday when it "
            "was burned down.",
            "killed",
            50,
        ),
        ("A rocket hit a house in Ashkelon, causing serious injuries to a woman.", "injured", 1),
    ],
)
def test_what_is_done_to_those_counted(text: str, measure: str, count: int) -> None:
    assert figures(text) == {(measure, count)}


def test_who_only_speaks_or_is_threatened_is_no_figure() -> None:
    assert not figures("A person close to the president said the army had shelled Homs on Monday.")
    assert not figures("Police met 20 farmers whom rebels had threatened near Jos.")


def test_who_is_left_out_is_no_toll() -> None:
    text = "Gunmen attacked a village near Gwoza, killing 26 people, all but one of them men."
    assert figures(text) == {("killed", 26)}


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("Iraq shot down five Iranian planes over Khorramshahr; Iran admitted the loss of two.", 0),
        ("Rebels killed 22 soldiers at Tessenei; Ethiopia conceded the loss of ten.", 10),
        ("A frigate was sunk in San Carlos Water on Friday with the loss of 22 men.", 22),
    ],
)
def test_a_bare_loss_is_of_what_was_counted_before(text: str, lost: int) -> None:
    assert lost in {0, *(count for measure, count in figures(text) if measure == "killed")}
    assert lost or not figures(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two aides wounded in an ambush were killed in a ward in Tijuana.", [("killed", 2)]),
        ("Ten villagers displaced by fighting were killed in Masisi.", [("killed", 10)]),
        ("Three teachers sent to a village school were kidnapped by rebels.", [("captured", 3)]),
        ("Twelve people wounded in the blast were taken to hospital.", [("injured", 12)]),
        ("Six policemen captured by rebels in Huila were released.", [("captured", 6)]),
        ("Nine militants were captured dead in Lice.", [("killed", 9)]),
        ("Two policemen were riddled with bullets near Corinto.", [("killed", 2)]),
        ("Two cars were riddled with bullets near Corinto.", []),
        ("Nine militants were captured alive in Lice.", [("captured", 9)]),
    ],
)
def test_the_main_verb_tells_more_than_a_participle(
    text: str, expected: list[tuple[str, int]]
) -> None:
    (document,) = parse([Report(id="r", text=text)])
    found = [mention.figure for mention in find_figures(document)]
    assert [(figure.measure.value, figure.best) for figure in found] == expected
