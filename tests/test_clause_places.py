"""A place that an event's own clause names, beside those of other sentences."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coders import coder
from dateline.model import Claim, Report


def _coded(text: str, day: str) -> list[Claim]:
    (report,) = coder().code([Report(id="r", text=text, published=date.fromisoformat(day))])
    return list(report.claims)


def _told_in(claims: list[Claim], text: str, words: str) -> Claim:
    at = text.index(words)
    return next(one for one in claims if any(a <= at < b for a, b in one.evidence))


@pytest.mark.parametrize(
    ("day", "text", "words", "place"),
    [
        (
            "2017-10-17",
            "Two lorry bombs killed more than 300 people at the Zobe junction in Mogadishu last"
            " Sunday. In Marawi, on the island of Mindanao, the army shot two men on 16 October.",
            "the army shot", "Marawi",
        ),
        (
            "1979-02-24",
            "Chinese forces entered Lang Son on Friday. Radio Hanoi said its militia destroyed 14"
            " tanks at Dong Dang on Thursday.",
            "destroyed 14", "Dong Dang",
        ),
        (
            "1991-01-25",
            "Iraq fired seven missiles at Tel Aviv and Haifa on Friday, killing one man. A day"
            " earlier two jets were shot down over the Gulf by a Saudi pilot.",
            "were shot down", "Gulf",
        ),
        # what it opens with is wide, and no town named before lies in it
        (
            "2000-05-26",
            "Guerrillas entered Marjayoun and Khiam on Tuesday. In Sierra Leone, two reporters were"
            " shot dead on Wednesday.",
            "reporters were shot", "Sierra Leone",
        ),
        # the next sentence tells of somewhere else
        (
            "2013-01-18",
            "Algerian helicopters attacked a plant at In Amenas on Thursday. The gunmen had killed"
            " a guard there the previous morning. In Mali, French troops fought Islamists in"
            " Diabaly on Wednesday night.",
            "had killed a", "In Amenas",
        ),
        # "the town" is none that a report was sent from
        (
            "1998-11-05",
            "BOGOTA. Some 1,200 fighters overran Mitu on Sunday. Troops flown in from Brazil retook"
            " the town three days later.",
            "retook the town", "Mitu",
        ),
        # nor where something else was told of before the event's first sentence
        (
            "2014-07-03",
            "A bomb exploded in Abuja on Tuesday, killing eight. Insurgents attacked the village of"
            " Kwarap, in Borno, on Wednesday. At least 30 people died, a resident said.",
            "attacked the village", "Kwarap",
        ),
    ],
)  # fmt: skip
def test_a_place_of_the_events_own_clause_is_its_place(
    day: str, text: str, words: str, place: str | None
) -> None:
    told = _told_in(_coded(text, day), text, words)
    assert (told.place.name if told.place else None) == place


@pytest.mark.parametrize(
    ("day", "text", "words", "place"),
    [
        # a town named before may lie in the province that the sentence opens with
        (
            "2014-03-20",
            "Rebels captured Rastan on Tuesday. In Homs province, the army shelled the town again"
            " on Wednesday and killed three people.",
            "shelled the town", "Rastan",
        ),
    ],
)  # fmt: skip
def test_other_places_of_a_sentence_leave_what_was_told_before(
    day: str, text: str, words: str, place: str
) -> None:
    told = _told_in(_coded(text, day), text, words)
    assert told.place is not None
    assert told.place.name == place
