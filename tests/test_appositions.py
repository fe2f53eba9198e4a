"""One actor told twice in a row: a word for a band, and its name."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (
            "A Kurdish guerrilla group, the Kurdistan Freedom Hawks, killed two policemen in "
            "Antalya on Monday.",
            ["Kurdistan Freedom Hawks"],
        ),
        (
            "A little-known Islamist militia, Ansaru, kidnapped seven engineers in Bauchi.",
            ["Ansaru"],
        ),
        ("Ansaru, an Islamist militia, kidnapped seven engineers in Bauchi.", ["Ansaru"]),
        (
            "The main Tamil rebel group, the LTTE, killed nine sailors off Trincomalee in Sri "
            "Lanka on Monday.",
            ["Liberation Tigers of Tamil Eelam"],
        ),
        # What only ties a name to another gives way to the one meant.
        (
            "Hamas's armed wing, the Izz ad-Din al-Qassam Brigades, fired ten rockets at Sderot.",
            ["Izz ad-Din al-Qassam Brigades"],
        ),
        # An army's name is not that of another force.
        (
            "The Congolese army, the FARDC, captured the village of Kibumba from M23 rebels.",
            ["Armed Forces of the Democratic Republic of the Congo"],
        ),
        (
            "The military, known as the Tatmadaw, shelled a village in Kachin state, killing four "
            "people.",
            ["Tatmadaw"],
        ),
        # Near misses: a list names several.
        (
            "The rebels, UNITA fighters and FLEC men attacked a convoy near Cabinda in Angola.",
            [
                "rebel",
                "UNITA",
                "Front for the Liberation of the Enclave of Cabinda",
            ],
        ),
        (
            "An armed faction calling itself the Moro National Liberation Front seized the village "
            "of Santa Catalina in Zamboanga.",
            ["Moro National Liberation Front"],
        ),
        (
            "Idlib fell to an Islamist alliance called the Army of Conquest.",
            ["Army of Conquest"],
        ),
        (
            "A Sunni militant group known as Jundallah killed 12 policemen in Zahedan.",
            ["Jundallah"],
        ),
    ],
)
def test_a_band_and_its_name_are_one(coder: EnglishCoder, text: str, doers: list[str]) -> None:
    report = Report(id="t", text=text, published=date(2013, 2, 18))
    (claim,) = next(iter(coder.code([report]))).claims
    assert [actor.name or str(actor.kind) for actor in claim.side_a] == doers


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Gunmen shot dead Anna Berg, a Swedish doctor, in Bangui on Monday.", ["SE"]),
        ("Kidnappers seized Paul Stone, an American engineer, in Lagos on Monday.", ["US"]),
        ("Jan Visser, 41, a Dutch photographer, was killed by a sniper in Homs.", ["NL"]),
        ("Rebels abducted Lee Min-ho, a South Korean interpreter, in Mosul, Iraq.", ["KR"]),
        # The word is in no list.
        ("Rebels killed Luc Meyer, the Swiss consul, in Kampala on Monday.", ["CH"]),
        # Near misses: one of the country, others beside.
        ("Gunmen killed Farid Khan, a teacher, and a French nurse in Quetta.", ["PK", "FR"]),
        ("Gunmen killed the mayor, Omar Ali, and two French tourists in Kidal.", ["ML", "FR"]),
    ],
)
def test_a_person_is_of_the_nation_told_beside_the_name(
    coder: EnglishCoder, text: str, countries: list[str]
) -> None:
    report = Report(id="t", text=text, published=date(2014, 3, 1))
    (claim,) = next(iter(coder.code([report]))).claims
    assert [actor.country for actor in claim.side_b] == countries
