"""Place names and the gazetteer that knows them."""

from __future__ import annotations

import pytest

from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.spelling import plain, sound


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deir ez-Zor", "Dayr az Zawr"),
        ("Tell Rifaat", "Tal Rif'at"),
        ("al-Bab", "El Bab"),
        ("Douma", "Duma"),
        ("Saraqib", "Saraqeeb"),
        ("Raqqa", "Ar-Raqqah"),
        ("Khan Younis", "Khan Yunis"),
        ("Hasakah", "al-Hasaka"),
        ("Kafr Naha", "Kfar Naha"),
        ("Cité Soleil", "Cite Soleil"),
        ("Sana’a", "Sanaa"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert sound(plain(one)) == sound(plain(other))


@pytest.mark.parametrize(
    ("one", "other"), [("Homs", "Hama"), ("Goma", "Gao"), ("Mali", "Malta"), ("Tartus", "Tell")]
)
def test_different_names_keep_different_keys(one: str, other: str) -> None:
    assert sound(plain(one)) != sound(plain(other))


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon"),
    [
        ("Nubl", "SY", 36.38, 36.99),
        ("Tell Rifaat", "SY", 36.47, 37.09),
        ("Chasiv Yar", "UA", 48.59, 37.84),
        ("Sake", "CD", -1.57, 29.04),
        ("El Geneina", "SD", 13.45, 22.45),
        ("Lashio", "MM", 22.94, 97.75),
        ("Kiev", "UA", 50.45, 30.52),
    ],
)
def test_usual_spellings_find_the_place(
    gazetteer: Gazetteer, name: str, country: str, lat: float, lon: float
) -> None:
    found = gazetteer.find(name, country)
    assert any(abs(e.lat - lat) < 0.2 and abs(e.lon - lon) < 0.2 for e in found)


def test_a_name_spelt_so_comes_before_one_spelt_nearly_so(gazetteer: Gazetteer) -> None:
    [samarra] = [m for m in gazetteer.matches("Samarra") if m.entry.geonameid == 91597]
    samara = [m for m in gazetteer.matches("Samarra") if m.entry.geonameid == 499099]
    assert samarra.literal
    assert not any(m.literal for m in samara)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Anadan", "SY"), ("Khan al-Assal", "SY"), ("Kafr Naha", "SY"), ("Nubl", "SY"),
        ("Tell Rifaat", "SY"), ("Tal Rifat", "SY"), ("Maarat al-Numan", "SY"),
        ("Maaret al-Numan", "SY"), ("Hamdaniyya", "SY"), ("New Aleppo", "SY"), ("M4", "SY"),
        ("M5", "SY"), ("Robotyne", "UA"), ("Chasiv Yar", "UA"), ("Kyiv", "UA"), ("Kiev", "UA"),
        ("Bunagana", "CD"), ("Sake", "CD"), ("Ras Isa", "YE"), ("Mocha", "YE"), ("Mokha", "YE"),
        ("Tinzaouaten", "ML"), ("Djibo", "BF"), ("Shire", "ET"), ("Cité Soleil", "HT"),
        ("Cite Soleil", "HT"), ("Jabalia camp", "PS"), ("Jabaliya refugee camp", "PS"),
        ("El Geneina", "SD"), ("Al-Junaynah", "SD"), ("Zamzam camp", "SD"), ("Myawaddy", "MM"),
        ("Lashio", "MM"), ("In Amenas", "DZ"), ("Kamituga", "CD"), ("Kozarac", "BA"),
    ],
)  # fmt: skip
def test_names_of_the_news_lead_into_their_country(
    gazetteer: Gazetteer, name: str, country: str
) -> None:
    assert country in {match.entry.country for match in gazetteer.matches(name)[:12]}
