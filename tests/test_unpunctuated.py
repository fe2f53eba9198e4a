"""Logs and badly copied pages whose full stops and commas are lost."""

import pytest

from dateline.coding.sentences import segment


def cuts(text: str) -> list[str]:
    prepared, pieces = segment(text)
    return [prepared[piece.start : piece.end] for piece in pieces]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Two rebels were shot by troops in a wood near Malangtoli on May 4 reports The Hindu",
            "Police recovered a rifle from the site and are searching the area",
        ),
        (
            "Masked men set fire to a bus carrying mine workers on the road to Bajil on May 6",
            "No outfit has owned up to the incident yet",
        ),
        (
            "A soldier was wounded when a mine blew up a tractor in Bojador District on Sunday",
            "The troops had been on their way to a well",
        ),
        (
            "Four villagers were hacked to death by armed men in Kotbari on July 2 reported Dawn",
            "In another incident a headman was dragged from his house and shot",
        ),
    ],
)
def test_a_sentence_without_a_stop_ends_where_the_next_opens(first: str, second: str) -> None:
    assert cuts(f"{first} {second}") == [first, second]


@pytest.mark.parametrize(
    "text",
    [
        "The Army Says It Has Killed At Least Twelve Fighters In A Raid On A Camp Near The Border "
        "With Niger On Monday",
        "Rebels took a hill near the town in The Gambia after two days of fighting with men of an "
        "ousted ruler",
        "Residents of the town say that troops, who shot at people near the bridge until In-Tillit "
        "fell to the rebels, ran away on Sunday.",
        "a member of the Unit Two police squad was killed near Block A Colony when a bomb went off "
        "under his car",
    ],
)
def test_titles_and_whole_sentences_are_left_whole(text: str) -> None:
    assert len(cuts(text)) == 1


def test_lines_of_a_log_without_stops_are_items() -> None:
    log = (
        "gunmen on motorcycles fired at a tea stall in the old town killing four persons\n"
        "a bomb damaged a railway track near the junction and trains were stopped for hours\n"
        "three bodies with bullet wounds were found by a stream outside the village of kharan"
    )
    assert len(cuts(log)) == 3


def test_lines_that_a_page_broke_are_not() -> None:
    page = (
        "gunmen on motorcycles fired at a tea stall in\nthe old town killing four persons who had\n"
        "gathered there for the evening meal"
    )
    assert len(cuts(page)) == 1
