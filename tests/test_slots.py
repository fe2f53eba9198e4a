"""Where, when and how many: which of the values that a text gives an event a claim shows."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.coding.document import parse_and_keep
from dateline.coding.findings import Findings, find
from dateline.coding.happenings import NONE, Happening
from dateline.coding.slots import date_of, figures_of, place_of
from dateline.model import Report


@pytest.fixture(scope="module")
def coder() -> EnglishCoder:
    return EnglishCoder()


def read(coder: EnglishCoder, text: str) -> Findings:
    """Return the findings of a text."""
    (document,) = parse_and_keep([Report(id="r", text=text, published=date(2024, 11, 30))])
    return find(document, coder.gazetteer, coder.table)


@pytest.mark.parametrize(
    ("places", "chosen"),
    [
        # A place of the trigger's own sentence, against a likelier one of the sentence before ...
        ({0: 0.8, 1: 0.7}, "Taftanaz"),
        ({0: 0.8, 1: 0.4}, "Binnish"),
        ({0: 0.95, 1: 0.7}, "Binnish"),
        # ... and of the sentence after.
        ({1: 0.5, 2: 0.8}, "Taftanaz"),
        ({1: 0.3, 2: 0.8}, "Sarmin"),
        ({2: 0.05}, None),
    ],
)
def test_a_place_counts_less_where_another_sentence_names_it(
    coder: EnglishCoder, places: dict[int, float], chosen: str | None
) -> None:
    text = "The army left Binnish. Rebels attacked Taftanaz. They came from Sarmin."
    findings = read(coder, text)
    assert [mention.place.name for mention in findings.places] == ["Binnish", "Taftanaz", "Sarmin"]
    attacked = next(trigger for trigger in findings.triggers if trigger.lemma == "attack")
    told = Happening(attacked, {"Armed clash": 0.9, NONE: 0.1}, places=places)
    place = place_of(findings, [told], 0.1)
    assert (place and place.name) == chosen


def test_a_place_of_another_section_counts_less(coder: EnglishCoder) -> None:
    text = (
        "Rebels pushed towards Idlib on Friday.\n\nJETS STRIKE BINNISH\n\n"
        "Jets bombed a depot in Binnish.\n\nSOLDIERS CAPTURED\n\nMilitants held dozens of them."
    )
    findings = read(coder, text)
    names = [mention.place.name for mention in findings.places]
    (lead,) = (index for index, name in enumerate(names) if name == "Idlib")
    other = max(index for index, name in enumerate(names) if name.casefold() == "binnish")
    held = max(findings.triggers, key=lambda trigger: trigger.index)

    def chosen(places: dict[int, float]) -> str | None:
        told = Happening(held, {"Armed clash": 0.9, NONE: 0.1}, places=places)
        place = place_of(findings, [told], 0.1)
        return place and place.name

    # What the lead names is of every section.
    assert chosen({lead: 0.5, other: 0.7}) == "Idlib"
    assert chosen({lead: 0.5, other: 0.9}) == "Binnish"
    assert chosen({other: 0.7}) == "Binnish"


def test_of_places_as_likely_the_one_named_most_often_is_chosen(coder: EnglishCoder) -> None:
    text = "People fled to Binnish as Taftanaz was shelled. Taftanaz is a town. It was quiet later."
    findings = read(coder, text)
    assert [mention.place.name for mention in findings.places] == ["Binnish", *["Taftanaz"] * 2]
    fled = findings.triggers[0]
    told = Happening(fled, {"Armed clash": 0.9, NONE: 0.1}, places={0: 0.601, 1: 0.6})
    place = place_of(findings, [told], 0.1)
    assert place is not None and place.name == "Taftanaz"


@pytest.mark.parametrize(
    ("dates", "chosen"),
    [
        ({0: 0.7, 1: 0.6}, "2024-11-28"),
        ({0: 0.95, 1: 0.5}, "2011-03-01"),
        # What is told of neither was told of on the day of publication.
        ({0: 0.7, 1: 0.4}, "2024-11-30"),
    ],
)
def test_a_month_counts_less_than_a_day(
    coder: EnglishCoder, dates: dict[int, float], chosen: str
) -> None:
    text = "Since the war began in March 2011 many died. Jets bombed Binnish on Thursday."
    findings = read(coder, text)
    assert [str(mention.date.precision) for mention in findings.dates] == ["month", "day"]
    bombed = next(trigger for trigger in findings.triggers if trigger.lemma == "bomb")
    told = Happening(bombed, {"Air/drone strike": 1.0, NONE: 0.0}, dates=dates)
    when = date_of(findings, [told], 0.45)
    assert when is not None and str(when.start) == chosen


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Jets killed 21 in Binnish. The raid killed at least 21 civilians.", ["21"]),
        ("Jets killed 21 in Binnish. The raid killed 22 civilians.", ["21", "22 civilians"]),
        (
            "Jets killed four women and four children in Binnish.",
            ["four women", "four children"],
        ),
        ("Jets killed four women in Binnish. Four civilians died there.", ["four women"]),
        ("Jets killed 21 people, 21 civilians, in Binnish.", ["21 people"]),
    ],
)
def test_a_number_that_is_told_twice_is_kept_once(
    coder: EnglishCoder, text: str, kept: list[str]
) -> None:
    findings = read(coder, text)
    own = set(range(len(findings.figures)))
    assert [figure.text for figure in figures_of(findings, own)] == kept
