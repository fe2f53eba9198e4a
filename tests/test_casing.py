"""Shouted and lowered text takes the case of running text."""

import pytest

from dateline.coding.casing import casing, words_of
from dateline.coding.recasing import recase, style
from dateline.coding.sentences import segment


def prepared(text: str) -> str:
    return segment(text)[0]


@pytest.mark.parametrize(
    ("shouted", "expected"),
    [
        ("THE ARMY SAID THREE SOLDIERS WERE KILLED.", "The army said three soldiers were killed."),
        ("GUNMEN ATTACKED A POLICE POST IN NIGERIA.", "Gunmen attacked a police post in Nigeria."),
        ("THE REBELS LEFT SAN MIGUEL ON MONDAY.", "The rebels left San Miguel on Monday."),
        (
            "PRESIDENT RODRIGO VELAZCA ARRIVED IN LONDON.",
            "President Rodrigo Velazca arrived in London.",
        ),
        ("SYRIAN TROOPS SHELLED THE TOWN.", "Syrian troops shelled the town."),
        ("NATO AND HAMAS DID NOT COMMENT.", "NATO and Hamas did not comment."),
        (
            "THE FARABUNDO MARTI NATIONAL LIBERATION FRONT STRUCK.",
            "The Farabundo Marti National Liberation Front struck.",
        ),
        ("IT HAPPENED ON 24 MAY, THE MAYOR SAID.", "It happened on 24 May, the mayor said."),
        ("THE POLICE'S WEAPONS WEREN'T FOUND.", "The police's weapons weren't found."),
        ("THE M-19 TOOK HOSTAGES IN BOGOTA.", "The M-19 took hostages in Bogota."),
        ('HE SAID: "THE TROOPS HAVE LEFT."', 'He said: "The troops have left."'),
    ],
)
def test_shouted_sentence_in_the_case_of_running_text(shouted: str, expected: str) -> None:
    assert prepared(shouted) == expected


def test_abbreviation_in_brackets_stays_in_capitals() -> None:
    text = "THE UNITED VALLEY FRONT [UVFQ] ATTACKED. A UVFQ LEADER WAS HELD."
    assert prepared(text).count("UVFQ") == 2


def test_calm_text_of_the_report_tells_its_names_and_words() -> None:
    text = "BLAST NEAR MILL HURTS TWO\n\nA blast near Mill hurt two people. In Mill, police came."
    assert prepared(text).startswith("Blast near Mill hurts two")


def test_unknown_name_is_one_name_all_through_the_report() -> None:
    text = (
        "COLONEL PEDRO QUIZTANO SPOKE. PRESIDENT QUIZTANO AND MINISTER QUIZTANO MET. "
        "THEY TOOK QUIZTANO OUT OF THE HOUSE."
    )
    assert prepared(text).count("Quiztano") == 4


def test_lowered_report_gets_its_names_back() -> None:
    text = (
        "police in london said on tuesday that three men were arrested after the attack. the "
        "prime minister of india, visiting germany, told the united nations that he was sorry."
    )
    assert style(text) == "lowered"
    out = prepared(text)
    for name in ("London", "Tuesday", "India", "Germany", "United Nations"):
        assert name in out
    assert "police" not in out.split()[0] and "three men were arrested" in out


def test_a_short_item_without_capitals_gets_its_names_back() -> None:
    out = prepared("a bomb wounded three labourers near the mosque in quetta on friday")
    assert "Quetta" in out and "Friday" in out


def test_letters_that_stand_for_words_leave_a_text_lowered() -> None:
    text = "SFs shot dead a militant in pulwama district and an AK-47 rifle was found beside him"
    assert style(text) == "lowered"
    out = prepared(text)
    assert "Pulwama" in out and out.startswith("SFs") and "AK-47" in out


def test_names_in_capitals_leave_running_text_calm() -> None:
    assert style("Rebels shot dead a soldier on the road that leads to the river") == "calm"
    assert style("A rocket hit the mill by the river and killed the night watchman.") == "calm"
    assert style("he shot dead a soldier of Benin on the road that leads to the river") == "calm"


def test_calm_text_is_left_alone() -> None:
    text = "The UN said that NATO and the FMLN met. It was calm."
    assert prepared(text) == text


def test_letters_that_change_their_number_stay() -> None:
    text = "THE STRAßE IN İZMIR WAS CLOSED BY TROOPS."
    assert len(prepared(text)) == len(text)
    assert recase(text, [(0, len(text))])[:3] == "The"


def test_neighbours_weigh() -> None:
    model = casing()
    assert model.capital("state", "islamic", "", True) > model.capital("state", "the", "of", False)


def test_words_keep_their_places() -> None:
    words = words_of("In M-19, 40 men", 3, 15)
    assert [(word.at, word.key, word.joined) for word in words] == [
        (3, "m", False),
        (5, "0", True),
        (9, "0", False),
        (12, "men", True),
    ]
