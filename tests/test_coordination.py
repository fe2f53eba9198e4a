"""One word, several places: a claim for each."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.tokens import Doc as Parse
from spacy.vocab import Vocab

from dateline.coding.coder import EnglishCoder
from dateline.coding.coordination import is_glossed, listed, spread
from dateline.coding.document import parse
from dateline.coding.findings import Findings, find
from dateline.coding.happenings import NONE, Happening
from dateline.coding.mentions import PlaceMention
from dateline.coding.syntax import Doc
from dateline.model import Place, PlacePrecision, Report


def told(coder: EnglishCoder, text: str, place: str) -> tuple[Findings, Happening]:
    """Return the findings of a sentence, and its first trigger as tied to a place by its name."""
    (document,) = parse([Report(id="r", text=text, published=date(2024, 12, 1))])
    findings = find(document, coder.gazetteer, coder.table)
    names = [document.quote(mention.place.span) for mention in findings.places]
    types = {"Air/drone strike": 0.9, NONE: 0.1}
    places = {i: 0.9 if name == place else 0.2 for i, name in enumerate(names)}
    return findings, Happening(findings.triggers[0], types, places=places, figures={0: 0.9})


def names(findings: Findings, indexes: list[int]) -> list[str]:
    return [findings.document.quote(findings.places[i].place.span) for i in indexes]


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("Jets bombed Saraqib and Maarat al-Numan.", "Saraqib", ["Saraqib", "Maarat al-Numan"]),
        (
            "Jets bombed the town of Rastan, the village of Talbiseh and Homs.",
            "Talbiseh",
            ["Rastan", "Talbiseh", "Homs"],
        ),
        ("Jets bombed Hama and Homs provinces.", "Homs", ["Hama", "Homs"]),
        ("Jets bombed Saraqib. Idlib and Homs were quiet.", "Saraqib", []),
        ("Jets bombed the road between Saraqib and Idlib.", "Saraqib", []),
        ("Jets bombed Saraqib as Russia and Syria talked.", "Saraqib", []),
        ("Jets bombed Saraqib, Idlib.", "Saraqib", []),
        (
            "Rebels took Saraqib and Maarat al-Numan, both south-west of Aleppo.",
            "Saraqib",
            ["Saraqib", "Maarat al-Numan"],
        ),
        # what the first is stands between them, or what the next one is
        ("Jets bombed Gao, a river port, and Kidal.", "Gao", ["Gao", "Kidal"]),
        ("Troops took Brega and the oil port of Ras Lanuf.", "Brega", ["Brega", "Ras Lanuf"]),
        ("Jets bombed Gao, a river port, and killed a mayor in Kidal.", "Gao", []),
        ("Jets bombed Gao, the regional capital, after rebels left Kidal.", "Gao", []),
    ],
)
def test_a_list_of_places(coder: EnglishCoder, text: str, place: str, expected: list[str]) -> None:
    findings, happening = told(coder, text, place)
    assert names(findings, listed(findings, happening)) == expected


def test_quarters_of_one_town_are_one_place(coder: EnglishCoder) -> None:
    text = "Jets bombed Hamdaniyya and New Aleppo in Aleppo city."
    findings, happening = told(coder, text, "Hamdaniyya")
    assert listed(findings, happening) == []


def test_each_place_has_the_word_and_the_first_keeps_the_numbers(coder: EnglishCoder) -> None:
    text = "Jets bombed Saraqib and Maarat al-Numan, killing 12."
    findings, happening = told(coder, text, "Saraqib")
    (first,), (second,) = spread(findings, [happening])
    assert names(findings, list(first.places)) == ["Saraqib"]
    assert names(findings, list(second.places)) == ["Maarat al-Numan"]
    assert (first.figures, second.figures) == ({0: 0.9}, {})
    assert (first.shared, second.shared) == (False, True)


def test_towns_that_are_taken_together_are_claims_of_their_own(coder: EnglishCoder) -> None:
    text = "Rebels seized Saraqib and Maarat al-Numan on Friday."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2024, 11, 30))])
    assert [claim.place and claim.place.canonical for claim in coded.claims] == [
        "Saraqib",
        "Maarat al-Numan",
    ]
    for claim in coded.claims:
        assert claim.control is not None
        assert claim.control.to is not None
        assert claim.control.to.kind == "rebel"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Tuareg rebels took Kidal on Friday and Gao on Saturday.",
            {"Kidal": "2024-11-29", "Gao": "2024-11-30"},
        ),
        (
            "Taliban fighters captured Zaranj on Monday, and Kunduz and Taloqan on Wednesday.",
            {"Zaranj": "2024-11-25", "Kunduz": "2024-11-27", "Taloqan": "2024-11-27"},
        ),
        (
            "The Taliban captured Kunduz on Friday and Herat on Saturday was quiet.",
            {"Kunduz": "2024-11-29"},
        ),
        (
            "Troops retook the oil port of Ras Lanuf on Friday and the town of Brega on Saturday.",
            {"Ras Lanuf": "2024-11-29", "Brega": "2024-11-30"},
        ),
        (
            "M23 rebels seized Kibumba on Friday and shelled Goma on Saturday.",
            {"Kibumba": "2024-11-29"},
        ),
        (
            "Kunduz fell to the Taliban on Friday and Herat on Saturday.",
            {"Kunduz": "2024-11-29", "Herāt": "2024-11-30"},
        ),
        (
            "Kidal was seized by the MNLA on Friday and Gao on Saturday.",
            {"Kidal": "2024-11-29", "Gao": "2024-11-30"},
        ),
        (
            "Kunduz fell to the Taliban on Friday and Herat was quiet on Saturday.",
            {"Kunduz": "2024-11-29"},
        ),
    ],
)
def test_towns_taken_on_days_of_their_own(
    coder: EnglishCoder, text: str, days: dict[str, str]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2024, 12, 1))])
    taken = [claim for claim in coded.claims if claim.control and claim.place and claim.date]
    assert {c.place.canonical: str(c.date.start) for c in taken if c.place and c.date} == days


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        (
            "Shelling killed four people in Hama, three in Idlib and two in Homs on Friday.",
            {"Hama": 4, "Idlib": 3, "Homs": 2},
        ),
        (
            "Gunmen abducted two teachers in Maiduguri and four in Bama on Sunday.",
            {"Maiduguri": 2, "Bama": 4},
        ),
        (
            "Five soldiers were killed in Batticaloa and three in Trincomalee.",
            {"Batticaloa": 5, "Trincomalee": 3},
        ),
    ],
)
def test_parts_of_a_toll_with_places_of_their_own(
    coder: EnglishCoder, text: str, tolls: dict[str, int]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2024, 12, 1))])
    found = {
        claim.place.name: [figure.best for figure in claim.figures]
        for claim in coded.claims
        if claim.place
    }
    assert found == {place: [toll] for place, toll in tolls.items()}


@pytest.mark.parametrize(
    "text",
    [
        "Air raids killed 30 people on Friday, among them 12 in Aleppo and nine in Idlib.",
        "The blast killed four people in Baghdad and wounded nine in the same street.",
    ],
)
def test_a_total_and_the_wounded_of_one_street_are_no_parts(coder: EnglishCoder, text: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2024, 12, 1))])
    assert len(coded.claims) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Shelling killed four people in Hama and two in Homs", 2),
        ("Rebels took Kidal on Friday and Gao on Saturday", 2),
        ("THE POLICE ARRESTED THREE SOLDIERS IN SUVA", 1),
    ],
)
def test_a_place_or_day_may_be_the_last_word_of_a_text(
    coder: EnglishCoder, text: str, count: int
) -> None:
    [coded] = coder.code([Report(id="r", text=text, published=date(2016, 8, 2))])
    assert len(coded.claims) == count


def test_what_another_clause_has_for_its_own_is_no_list(coder: EnglishCoder) -> None:
    text = "Gunmen killed a priest in Mosul, and in Kirkuk a car bomb wounded six policemen."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2010, 4, 7))])
    told = {claim.place and claim.place.canonical: claim.sub_event_type for claim in coded.claims}
    assert told == {"Mosul": "Attack", "Kirkuk": "Remote explosive/landmine/IED"}


def test_two_places_side_by_side_have_nothing_between_them() -> None:
    parse = Parse(
        Vocab(),
        words=["took", "Gao", "Kidal"],
        heads=[0, 0, 1],
        deps=["ROOT", "dobj", "conj"],
        pos=["VERB", "PROPN", "PROPN"],
    )
    doc = Doc(parse)
    gao, kidal = (
        PlaceMention(
            at,
            at + 1,
            at,
            Place(name=name, canonical=name, precision=PlacePrecision.EXACT, span=span),
            "settlement",
            locative=False,
        )
        for at, name, span in ((1, "Gao", (5, 8)), (2, "Kidal", (9, 14)))
    )
    assert not is_glossed(doc, gao, kidal)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Rebels shelled Kuito and captured Camacupa in Angola on Friday.", ["Kuito", "Camacupa"]),
        ("The army took Camacupa and shelled Kuito in Angola on Friday.", ["Camacupa", "Kuito"]),
        # A near miss: one town.
        ("Rebels shelled Kuito and captured it on Friday.", ["Kuito"]),
    ],
)
def test_what_is_shelled_and_what_is_taken_are_two(
    coder: EnglishCoder, text: str, places: list[str]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(1998, 12, 20))])
    assert [claim.place.name for claim in coded.claims if claim.place] == places
