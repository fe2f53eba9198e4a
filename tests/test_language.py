"""Reports that are not in English are told from those that are."""

from __future__ import annotations

import pytest

from dateline.coding.language import foreign
from dateline.model import Report

ENGLISH = {
    "news": "Rebels took the town of Sake on Friday after two days of heavy fighting, residents "
    "and a local official said by telephone.",
    "capitals": "ARMY RETAKES BASE NEAR KHARTOUM. 14 REBELS KILLED, SAYS SPOKESMAN. CURFEW "
    "EXTENDED UNTIL MONDAY IN ALL DISTRICTS OF THE CAPITAL",
    "headline": "Car bomb kills 12 in Mogadishu market",
    "names": "Jaysh al-Islam, Ahrar al-Sham, Faylaq al-Rahman, Jabhat Fateh al-Sham and Liwa "
    "al-Quds were named in the list.",
    "quotation": "The minister told the paper: « Nous ne reculerons pas devant la violence des "
    "groupes armés », and left the hall.",
    "bullets": "- Goma: 12 killed, 45 injured\n- Sake: 3 killed, 9 injured\n- Masisi: 1,200 "
    "families displaced, 2 schools destroyed",
}

FOREIGN = {
    "French": "Les rebelles se sont emparés de la ville vendredi après deux jours de combats, ont "
    "indiqué des habitants et une source militaire.",
    "Spanish": "Los rebeldes tomaron el pueblo el viernes tras dos días de combates, según dijeron "
    "los vecinos y una fuente del ejército.",
    "Portuguese": "Os rebeldes tomaram a cidade na sexta-feira após dois dias de combates, "
    "disseram moradores e uma fonte do exército que não quis ser identificada.",
    "German": "Die Rebellen haben am Freitag nach zwei Tagen schwerer Kämpfe die Stadt "
    "eingenommen, wie Anwohner und ein Sprecher der Armee sagten.",
    "Italian": "I ribelli hanno preso la città venerdì dopo due giorni di combattimenti, secondo "
    "gli abitanti e una fonte dell'esercito che non è stata nominata.",
    "Turkish": "İsyancılar iki gün süren çatışmaların ardından cuma günü kasabayı ele geçirdi, "
    "bölge sakinleri ve bir askeri kaynak bu bilgiyi doğruladı ancak ordu için bir açıklama yok.",
    "Indonesian": "Para pemberontak merebut kota itu pada hari Jumat setelah dua hari pertempuran, "
    "kata warga dan seorang pejabat militer yang tidak disebutkan namanya.",
    "Swahili": "Waasi waliuteka mji wa Sake siku ya Ijumaa baada ya mapigano ya siku mbili, "
    "wakazi na afisa wa jeshi walisema kwa njia ya simu.",
    "Arabic": "سيطرت الفصائل على البلدة يوم الجمعة بعد يومين من المعارك العنيفة، وفق سكان "
    "ومصدر عسكري.",
    "Cyrillic": "Боевики захватили город в пятницу после двух дней боев, сообщили жители и "
    "представитель армии.",
    "Hebrew": "המורדים כבשו את העיירה ביום שישי לאחר יומיים של קרבות כבדים, כך מסרו תושבים.",
    "Cjk": "反政府武装周五在两天激战后占领了该镇，居民和一名军方消息人士说。",
}


@pytest.mark.parametrize("name", ENGLISH)
def test_english_is_coded(name: str) -> None:
    assert foreign(Report(id="r", text=ENGLISH[name])) is None


@pytest.mark.parametrize("name", FOREIGN)
def test_another_language_is_named(name: str) -> None:
    note = foreign(Report(id="r", text=FOREIGN[name]))
    assert note is not None
    assert f"in {name}" in note
    assert note.endswith("nothing is coded")


def test_the_text_beats_the_record() -> None:
    assert foreign(Report(id="r", text=ENGLISH["news"], language="ar")) is None
    assert foreign(Report(id="r", text=FOREIGN["French"], language="en")) is not None


def test_the_record_tells_of_texts_too_short_to_tell() -> None:
    assert foreign(Report(id="r", text="Attentat à Bamako", language="fr-FR")) == (
        "not in English but in 'fr-FR', as its record says: nothing is coded"
    )
    assert foreign(Report(id="r", text="Attack in Bamako", language="en_GB")) is None
    assert foreign(Report(id="r", text="Attack in Bamako")) is None


def test_a_long_text_without_english_words_is_not_taken_for_english() -> None:
    text = " ".join(f"blorp{letter} vakun" for letter in "abcdefghij" * 4)
    note = foreign(Report(id="r", text=text))
    assert note == "not in English, as hardly any word shows: nothing is coded"


def test_a_text_without_letters_is_no_language() -> None:
    assert foreign(Report(id="r", text="12 + 3 = 15 🛰️")) is None
