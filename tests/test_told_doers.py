"""Who acts by the syntax of the event's word, where nobody else is taken for the doer."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (
            "The government promised an inquiry after police killed three miners in Basra.",
            {"state forces"},
        ),
        ("Four soldiers died at the hands of rebels in Bambari on Sunday.", {"rebel"}),
        (
            "Bandits abducted 30 schoolgirls from a college in Kaduna on Thursday.",
            {"unidentified armed group"},
        ),
        (
            "A Sikh trader was shot dead by unidentified attackers in Peshawar on Monday.",
            {"unidentified armed group"},
        ),
        ("Israeli settlers burned cars in Huwara on Monday.", {"identity militia"}),
        (
            "A pastor was dragged from his home and beheaded by bandits in Kaduna on Monday.",
            {"unidentified armed group"},
        ),
        (
            "Unknown assailants killed three peasants near San Salvador on Monday.",
            {"unidentified armed group"},
        ),
        ("Two soldiers died in a guerrilla ambush near Pucallpa on Monday.", {"rebel"}),
        ("Two policemen were wounded during a militant attack in Sopore on Sunday.", {"rebel"}),
        (
            "The government has evacuated 3,000 villagers from Maungdaw in Myanmar.",
            {"state forces"},
        ),
        # Near misses: who only dies, and where it was.
        ("Two people were killed in a police station attack in Quetta on Sunday.", set()),
        ("Seven policemen were injured in a terrorist attack in Manama on Monday.", set()),
        ("Three policemen were killed in Basra on Monday.", set()),
        ("A series of bombings in the capital Baghdad killed 14 people on Monday.", set()),
        ("A roadside bomb killed two soldiers near Kandahar on Monday.", set()),
    ],
)
def test_the_subject_of_the_verb_acts(coder: EnglishCoder, text: str, doers: set[str]) -> None:
    report = Report(id="t", text=text, published=date(2019, 5, 14))
    claims = next(iter(coder.code([report]))).claims
    assert [{str(actor.kind) for actor in claim.side_a} for claim in claims] == [doers]


def test_the_first_of_two_subjects_acts_and_does_not_speak(coder: EnglishCoder) -> None:
    text = (
        "Serbian police and paramilitaries executed at least 40 Albanian men in Cuska on May 14, "
        "Human Rights Watch said."
    )
    report = Report(id="r", text=text, published=date(1999, 6, 4))
    (claim,) = next(iter(coder.code([report]))).claims
    assert [actor.mention for actor in claim.side_a] == ["Serbian police", "paramilitaries"]
    assert claim.attributed_to == ("Human Rights Watch",)
