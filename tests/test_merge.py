"""Claims of one event become the event: nothing lost, one value shown, contradictions kept."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from dateline.events.merge import merge
from dateline.events.telling import Telling
from dateline.events.tolls import Range, total
from dateline.model import Certainty, Claim, Event, Measure
from telling_makers import ARMY, AZMAR, PEOPLE, REBELS, TELL_DUN, figure, told

WORDS = (
    "A market in Azmar was bombed from the air on Friday morning, rescuers said.",
    "Residents describe how jets returned twice over the crowded bazaar.",
    "The governor's office speaks of a massacre and names the dead of three families.",
)


def event(*all_told: Telling) -> Event:
    return merge("e1", all_told)


def clash(found: Event, field: str) -> list[str]:
    """The values of a contradiction, [] where there is none."""
    return [a.value for c in found.contradictions if c.field == field for a in c.alternatives]


def toll(found: Event, measure: str = "killed", who: str | None = None) -> tuple[Any, ...]:
    [row] = [t for t in found.tolls if t.measure == measure and t.who == who]
    return (row.low, row.best, row.high)


def rough(low: int | None, best: int | None, high: int | None, who: str | None = None) -> Any:
    return {"measure": "killed", "who": who, "low": low, "best": best, "high": high, "text": "-"}


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ((figure(12),), (12, 12, 12)),
        ((figure(12), figure(5, who="children")), (12, 12, 12)),
        ((figure(2, who="women"), figure(7, who="children")), (9, 9, 9)),
        ((figure(9, who="civilians"), figure(4, who="soldiers")), (13, 13, 13)),
        ((figure(9, who="civilians"), figure(4, who="children")), (9, 9, 9)),
        ((figure(20), figure(22), figure(40)), (20, 20, 40)),
        ((rough(20, 20, None),), (20, 20, None)),
        ((rough(None, 70, None),), (None, 70, None)),
        ((rough(3, None, 6),), (3, None, 6)),
        ((figure(0),), (0, 0, 0)),
        ((figure(3, "injured"),), None),
    ],
)
def test_the_total_of_a_claim(figures: Any, expected: tuple[int | None, ...] | None) -> None:
    claim = Claim.model_validate(
        {"id": "c", "evidence": [(0, 1)], "sub_event_type": "Attack", "figures": figures}
    )
    assert total(claim, Measure.KILLED) == (Range(*expected) if expected else None)


def test_a_toll_spans_all_claims_and_shows_the_latest_of_a_rising_count() -> None:
    found = event(
        told("a", quote=WORDS[0], figures=(figure(12),)),
        told("b", quote=WORDS[1], figures=(figure(15),)),
        told("c", quote=WORDS[2], figures=(rough(19, 19, None),)),
    )
    assert toll(found) == (12, 19, 19)


def test_a_falling_toll_shows_what_most_independent_sources_say() -> None:
    found = event(
        told("a", quote=WORDS[0], figures=(figure(12),)),
        told("b", quote=WORDS[1], figures=(figure(30),)),
        told("c", quote=WORDS[2], figures=(figure(12),)),
    )
    assert toll(found) == (12, 12, 30)


def test_copies_of_a_wire_story_count_as_one_source() -> None:
    found = event(
        told("a", publisher="Daily A", quote=WORDS[0]),
        told("b", publisher="Daily B", quote=WORDS[0] + " More"),
        told("c", publisher="Daily A", quote=WORDS[1]),
    )
    assert found.sources == 1
    assert found.publishers == ("Daily A", "Daily B")
    assert found.certainty is Certainty.SINGLE


def test_several_publishers_in_their_own_words_are_several_sources() -> None:
    found = event(*(told(name, quote=words) for name, words in zip("abc", WORDS, strict=True)))
    assert found.sources == 3
    assert found.certainty is Certainty.SEVERAL


def test_rival_tolls_stand_as_a_contradiction_with_their_claims() -> None:
    found = event(
        told("a", quote=WORDS[0], figures=(figure(12),)),
        told("b", quote=WORDS[1], figures=(figure(30),)),
    )
    assert clash(found, "toll") == ["12 killed", "30 killed"]
    [contradiction] = found.contradictions
    assert contradiction.alternatives[1].claims == (("b", "c1"),)
    assert found.certainty is Certainty.SEVERAL


@pytest.mark.parametrize(
    ("first", "second"), [(rough(12, 12, None), figure(30)), (figure(12), figure(12))]
)
def test_tolls_that_can_both_be_right_are_no_contradiction(first: Any, second: Any) -> None:
    found = event(told("a", figures=(first,)), told("b", quote=WORDS[1], figures=(second,)))
    assert clash(found, "toll") == []


def test_an_outlet_that_raises_its_own_toll_does_not_contradict_itself() -> None:
    found = event(
        told("a", publisher="P", figures=(figure(12),)),
        told("b", publisher="P", day="2024-05-03", figures=(figure(30),)),
    )
    assert clash(found, "toll") == []


def test_rival_perpetrators_dispute_an_event() -> None:
    found = event(told("a"), told("b", quote=WORDS[1], a=(REBELS,)))
    assert clash(found, "perpetrator") == ["state forces (SY)", "rebel (SY)"]
    assert found.certainty is Certainty.DISPUTED
    assert len(found.side_a) == 2


def test_two_enemies_accused_of_one_strike_are_rivals_and_two_allies_are_not() -> None:
    both = told("b", quote=WORDS[1], a=(ARMY, REBELS))
    assert clash(event(told("a"), both), "perpetrator")
    russia = {"mention": "Russia", "kind": "external forces", "country": "RU"}
    assert not clash(event(told("a"), told("b", quote=WORDS[1], a=(ARMY, russia))), "perpetrator")
    battle = told("b", quote=WORDS[1], a=(ARMY, REBELS), b=(REBELS,))
    assert not clash(event(told("a", b=(REBELS,)), battle), "perpetrator")


def test_a_vaguer_word_for_the_perpetrator_is_no_rival() -> None:
    band = {"mention": "the Azmar Brigade", "name": "Azmar Brigade", "kind": "rebel"}
    found = event(told("a", a=(REBELS,)), told("b", quote=WORDS[1], a=({**band, "country": "SY"},)))
    assert clash(found, "perpetrator") == []
    assert [actor.name for actor in found.side_a] == ["Azmar Brigade"]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"place": TELL_DUN | {"lat": 36.2}}, "place"),
        ({"day": "2024-05-05"}, "date"),
        ({"status": "denied"}, "denied"),
    ],
)
def test_other_contradictions(changed: dict[str, Any], field: str) -> None:
    assert clash(event(told("a"), told("b", quote=WORDS[1], **changed)), field)


def test_rival_holders_contradict() -> None:
    kinds = {"kind": "Non-state actor overtakes territory"}
    found = event(
        told("a", control={"to": REBELS, "from": ARMY}, **kinds),
        told("b", quote=WORDS[1], control={"to": ARMY, "from": None}, **kinds),
    )
    assert clash(found, "control") == ["rebel (SY)", "state forces (SY)"]


def test_what_only_a_party_says_is_claimed_by_a_party() -> None:
    assert event(told("a", status="claimed")).certainty is Certainty.CLAIMED


def test_the_shown_place_is_the_more_precise_one_and_the_other_is_kept() -> None:
    region = {**AZMAR, "name": "Idlib", "canonical": "Idlib", "precision": "region"}
    found = event(told("a", place=region), told("b", quote=WORDS[1]))
    assert found.place is not None and found.place.canonical == "Azmar"
    assert {a.value for a in found.alternatives["place"]} == {"Idlib", "Azmar"}


def test_more_independent_sources_beat_precision() -> None:
    region = {**AZMAR, "name": "Idlib", "canonical": "Idlib", "precision": "region"}
    found = event(
        told("a", place=region, quote=WORDS[0]),
        told("b", place=region, quote=WORDS[1]),
        told("c", quote=WORDS[2]),
    )
    assert found.place is not None and found.place.canonical == "Idlib"


def test_the_dead_are_counted_by_side_where_words_tell() -> None:
    found = event(
        told(
            "a",
            kind="Armed clash",
            a=(ARMY,),
            b=(REBELS,),
            figures=(
                figure(3, who="soldiers"),
                figure(8, who="militants"),
                figure(2, who="civilians"),
            ),
        )
    )
    assert toll(found) == (13, 13, 13)
    assert toll(found, who="side_a") == (3, 3, 3)
    assert toll(found, who="side_b") == (8, 8, 8)
    assert toll(found, who="civilians") == (2, 2, 2)


def test_civilian_victims_of_a_strike_are_civilians_without_the_word() -> None:
    found = event(told("a", b=(PEOPLE,), civilians_targeted=True, figures=(figure(7),)))
    assert toll(found, who="civilians") == (7, 7, 7)


def test_merging_keeps_every_claim_and_ignores_their_order() -> None:
    rows = [
        told("a", quote=WORDS[0], figures=(figure(12),)),
        told("b", quote=WORDS[1], a=(REBELS,), figures=(figure(30),)),
        told("c", quote=WORDS[2], day="2024-05-05"),
    ]
    expected = event(*rows)
    assert set(expected.claims) == {("a", "c1"), ("b", "c1"), ("c", "c1")}
    assert all(event(*order) == expected for order in itertools.permutations(rows))


def test_an_event_has_a_claim() -> None:
    with pytest.raises(ValueError, match="e1 has no claim"):
        event()


def test_a_clash_told_from_both_ends_keeps_its_two_sides() -> None:
    clash_ = {"kind": "Armed clash"}
    found = event(
        told(
            "a",
            quote=WORDS[0],
            a=(REBELS,),
            b=(ARMY,),
            figures=(figure(3, who="soldiers"),),
            **clash_,
        ),
        told(
            "b",
            quote=WORDS[1],
            a=(ARMY,),
            b=(REBELS,),
            figures=(figure(4, who="soldiers"),),
            **clash_,
        ),
        told("c", quote=WORDS[2], a=(REBELS,), b=(ARMY,), **clash_),
    )
    assert [str(actor.kind) for actor in found.side_a] == ["rebel"]
    assert [str(actor.kind) for actor in found.side_b] == ["state forces"]
    assert toll(found, who="side_b") == (3, 4, 4)


def test_parts_are_not_added_to_the_people_they_are_among() -> None:
    told_of = told("a", figures=(figure(25), figure(10, who="children")), civilians_targeted=True)
    found = merge("e", [told_of])
    assert toll(found) == (25, 25, 25)
    assert toll(found, who="civilians") == (25, 25, 25)


def test_a_number_that_is_the_sum_of_the_others_stands_for_them() -> None:
    whole, rebels, soldiers = (
        figure(number, who=who)
        for number, who in ((89, "combatants"), (52, "insurgents"), (37, "soldiers"))
    )
    assert toll(merge("e", [told("a", figures=(whole, rebels, soldiers))])) == (89, 89, 89)
    dozens = [
        figure(24, who=who) | {"best": None} for who in ("insurgents", "soldiers", "civilians")
    ]
    assert toll(merge("e", [told("a", figures=tuple(dozens))])) == (72, None, 72)
    # Without the whole the parts are added.
    assert toll(merge("e", [told("a", figures=(rebels, soldiers))])) == (89, 89, 89)
