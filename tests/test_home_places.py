"""Places where somebody is at home or serves, and those of a sentence's other half."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.coding.document import parse
from dateline.coding.findings import Findings, find
from dateline.coding.happenings import NONE, Happening
from dateline.coding.home_places import is_home
from dateline.coding.other_clauses import in_another_clause
from dateline.model import Report, SubEventType


def found(coder: EnglishCoder, text: str, place: str) -> tuple[Findings, int]:
    """Return what is found in a sentence, and the index of the place of that name."""
    (document,) = parse([Report(id="r", text=text, published=date(2012, 5, 3))])
    findings = find(document, coder.gazetteer, coder.table)
    names = [document.quote(one.place.span) for one in findings.places if one.place.span]
    return findings, names.index(place)


@pytest.mark.parametrize(
    ("text", "place", "home"),
    [
        ("Soldiers shot a boy from Jenin near Nablus.", "Jenin", True),
        ("Soldiers shot a 14-year-old from Jenin near Nablus.", "Jenin", True),
        ("Marines stationed at Zamboanga were ambushed in Basilan.", "Zamboanga", True),
        ("Police based in Goma and Bukavu were killed in Walikale.", "Bukavu", True),
        ("Rebels freed the collector of Sukma at Tadmetla.", "Sukma", True),
        ("The commander of Goma was shot dead in Bukavu.", "Goma", True),
        ("Rebels seized the port of Aden in Yemen.", "Aden", False),
        ("Soldiers shot a boy from Jenin.", "Jenin", False),
        ("Soldiers shot a boy in Jenin near Nablus.", "Jenin", False),
        ("Gunmen kidnapped two nurses from Maiduguri.", "Maiduguri", False),
        ("Rockets fired from Gaza hit Ashkelon.", "Gaza", False),
    ],
)
def test_where_somebody_is_at_home(coder: EnglishCoder, text: str, place: str, home: bool) -> None:
    findings, at = found(coder, text, place)
    event = Happening(findings.triggers[0], {str(SubEventType.ATTACK): 1.0, NONE: 0.0})
    assert is_home(findings, at, event, findings.places) is home


def test_who_flees_leaves_home(coder: EnglishCoder) -> None:
    findings, at = found(coder, "Thousands of people from Bunia fled.", "Bunia")
    event = Happening(findings.triggers[0], {str(SubEventType.DISPLACEMENT): 1.0, NONE: 0.0})
    assert not is_home(findings, at, event, [])


@pytest.mark.parametrize(
    ("text", "word", "place", "other"),
    [
        ("Troops killed five men in Kut, and two were wounded in Basra.", "killed", "Basra", True),
        ("Troops killed five men in Kut, and two were wounded in Basra.", "killed", "Kut", False),
        ("Two were killed in Kut, while another died near Basra.", "killed", "Basra", False),
        ("In Kut five were killed, and two were wounded.", "wounded", "Kut", False),
    ],
)
def test_a_place_of_the_other_half_of_a_sentence(
    coder: EnglishCoder, text: str, word: str, place: str, other: bool
) -> None:
    findings, at = found(coder, text, place)
    (head,) = [token for token in findings.document.doc if token.text == word]
    assert in_another_clause(findings, findings.places[at], head) is other
