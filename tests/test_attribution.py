"""Who a sentence names as its source."""

from __future__ import annotations

import pytest

from dateline.coding.attribution import find_speakers
from dateline.coding.document import parse
from dateline.model import Report


def speakers(text: str) -> list[str]:
    (document,) = parse([Report(id="r", text=text)])
    return [document.quote(document.offsets(s.first, s.last)) for s in find_speakers(document)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Guards and police executed at least 40 men in Cuska on May 14, the monitor said.",
            ["the monitor"],
        ),
        ("The army said rebels fired on the town.", ["The army"]),
        ("According to local sources, three people died.", ["local sources"]),
        (
            "A doctor said two people died. According to him, five were hurt.",
            ["A doctor", "A doctor"],
        ),
        (
            "Air strikes killed at least 12 civilians said the Observatory for Human Rights.",
            ["the Observatory for Human Rights"],
        ),
        (
            "Shells hit the market the National Centre for Human Rights (NCHR) said on Friday.",
            ["the National Centre for Human Rights"],
        ),
        ("The government put the toll at 12.", ["The government"]),
        ("The health ministry put the dead at eight.", ["The health ministry"]),
        ("The agency puts the displaced at 40,000.", ["The agency"]),
        ("OCHA counts 400,000 newly displaced people in Kivu.", ["OCHA"]),
        ("The council has identified 7,600 displaced families.", ["The council"]),
        ("Relief workers registered 900 new arrivals in Renk.", ["Relief workers"]),
        ("Clerks registered 900 voters in Renk.", []),
        ("Police identified the dead.", []),
        ("Eleven civilians died, by the count of a doctor.", ["a doctor"]),
        ("Two dozen people, by a priest's count, were killed.", ["a priest"]),
        ("Soldiers put the wounded on a lorry.", []),
        ("On the count of three the soldiers fired.", []),
        ("Rebels put mines on the road.", []),
        ("The group claimed responsibility for the attack.", ["The group"]),
        ("Chad's army claims to have killed 60 rebels near the border.", ["Chad's army"]),
        (
            "The South Korean military reports that a missile was fired.",
            ["The South Korean military"],
        ),
        ("The rebels charged on Tuesday that a plane had bombed a village.", ["The rebels"]),
        ("The rebels charged the hill.", []),
        ("Commanders boasted of killing 60 rebels.", ["Commanders"]),
        ("A military source was quoted as saying that 30 rebels died.", ["A military source"]),
        ("The Observatory updated to 18 its toll for the rebels killed.", ["The Observatory"]),
        ("The army updated its maps.", []),
        ("A bomb claimed by the Red Front tore apart a bus.", ["the Red Front"]),
        ("The strike left ten hurt, the news agency specified.", ["the news agency"]),
        ("Shells killed two people a medic in Homs said.", ["a medic in Homs"]),
        ("No group claimed responsibility, but suspicion fell on the Front.", []),
        (
            "An air strike set off a blast that killed 28 people, the health ministry in Sanaa,"
            " which is controlled by the Houthis, said.",
            ["the health ministry in Sanaa"],
        ),
        ("Gunmen burned the market, one of the residents said.", ["one of the residents"]),
        # Named alone, before a colon or in brackets; not a subject, a name or a remark.
        ("10:15 Police: eight people died in attacks in Cali.", ["Police"]),
        ("Governor Mwangi: 12 dead since yesterday from shelling.", ["Governor Mwangi"]),
        ("Sudan's ministry of defence: troops took a town.", ["Sudan's ministry of defence"]),
        ("Two farmers were killed near Gao (local sources).", ["local sources"]),
        ("Attack on the police: two officers were killed in Cali.", []),
        ("Islamic State: two cars exploded.", []),
        ("A bomb killed two officers near Gao (a captain and an official).", []),
        ("Rebels of the National Army (NA) attacked Gao (see map).", []),
        # What says something of a number, or only behind it.
        ("Medics spoke of twenty dead in Gao.", ["Medics"]),
        ("The president spoke of a war without end.", []),
        ("Activists gave 35 killed.", ["Activists"]),
        ("Soldiers gave the wounded water.", []),
        ("Troops had lost the base, officers of the union conceded.", ["officers of the union"]),
        ("The army conceded the town to the rebels.", []),
        (
            "Shells fell on the market near Gao on Saturday, an AFP reporter saw.",
            ["an AFP reporter"],
        ),
        ("Residents saw soldiers fire on the crowd.", []),
        ("The Front took responsibility for the bomb in Gao.", ["The Front"]),
        ("No group took responsibility for the bomb in Gao.", []),
        # What claims lives says nothing.
        ("Shelling claimed twelve lives in Gao, medics said.", ["medics"]),
        ("The conflict has claimed 60,000 lives since 1983.", []),
        ("The Front claimed that twelve lives were lost in Gao.", ["The Front"]),
        # What a speaker's own men did, and what he says besides.
        ("The ministry said its forces had shelled Gao and added that ten died.", ["The ministry"]),
        (
            "The colonel admitted that his men had left Gao but said they would be back.",
            ["The colonel"],
        ),
        ("The army attacked Gao and said that ten rebels had died.", ["The army"]),
        ("The mayor telephoned that the suburbs were in flames.", ["The mayor"]),
        ("The news agency answered that police had shot nobody.", ["The news agency"]),
        ("By the army's word 12 rebels died in Gao.", ["the army"]),
        ("Refugees who came to Gao spoke of killings.", ["Refugees"]),
        ("The mayor telephoned his brother in Gao.", []),
        ("The pilot radioed the tower.", []),
        # People who tell something themselves.
        ("A woman said soldiers had herded villagers on to a sandbank.", ["A woman"]),
        ("Gunmen kidnapped two engineers near Gao, local people said.", ["local people"]),
        ("Shells hit Gao, killing dozens of people said the agency.", ["the agency"]),
    ],
)
def test_speakers(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


def test_a_pronoun_stands_for_the_speaker_before() -> None:
    assert speakers("The ministry said two died. It added that four were hurt.") == [
        "The ministry",
        "The ministry",
    ]


def test_who_speaks_ends_before_the_line_does() -> None:
    text = "Two guards were killed in Marib, local sources\nsaid."
    assert speakers(text) == ["local sources"]
