"""Happenings of one report joined into events."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from dateline.coding.cannot_link import Ground, apart, ground, is_further
from dateline.coding.coder import EnglishCoder
from dateline.coding.coreference import APART, ELSEWHERE, NEVER, agglomerate, opening
from dateline.coding.document import parse
from dateline.coding.findings import Findings, find
from dateline.coding.gains import arms_taken
from dateline.coding.happenings import NONE, Happening
from dateline.model import Measure, Report, Status
from found import read


def told_first(coder: EnglishCoder, text: str) -> tuple[Findings, Happening]:
    """Return the findings of a text and its first trigger as a happening."""
    (document,) = parse([Report(id="r", text=text, published=date(2024, 11, 30))])
    findings = find(document, coder.gazetteer, coder.table)
    return findings, Happening(findings.triggers[0], {NONE: 1.0})


def chances(count: int, pairs: dict[tuple[int, int], float]) -> np.ndarray:
    """Return the matrix of the pairs; the others were never compared."""
    out = np.full((count, count), NEVER)
    for (i, j), chance in pairs.items():
        out[i, j] = out[j, i] = chance
    return out


def test_groups_are_joined_by_the_mean_over_their_pairs() -> None:
    same = chances(4, {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.1, (0, 3): 0.2, (1, 3): 0.2, (2, 3): 0})
    groups, means = agglomerate(same, 0.4)
    assert groups == {0: [0, 1, 2], 3: [3]}
    assert means[0, 3] == np.mean([0.2, 0.2, 0.0])
    assert agglomerate(same, 0.5)[0] == {0: [0, 1], 2: [2], 3: [3]}


def test_happenings_of_two_towns_never_meet_by_themselves() -> None:
    assert agglomerate(chances(2, {(0, 1): ELSEWHERE}), 0.3)[0] == {0: [0], 1: [1]}
    same = chances(3, {(0, 1): 0.9, (1, 2): 0.5, (0, 2): ELSEWHERE})
    assert agglomerate(same, 0.3)[0] == {0: [0, 1], 2: [2]}


def test_what_cannot_be_one_never_meets_in_a_group() -> None:
    same = chances(3, {(0, 1): 0.9, (1, 2): 0.9, (0, 2): APART})
    assert agglomerate(same, 0.3)[0] == {0: [0, 1], 2: [2]}


def test_a_word_with_a_wrong_place_parts_no_groups_that_are_one() -> None:
    # 0 and 1 tell of the blast, 2 and 3 of its dead; 3 has taken the hospital's town for its own.
    pairs = {
        (0, 1): 0.9,
        (2, 3): 0.95,
        (0, 2): 0.9,
        (1, 2): 0.9,
        (0, 3): ELSEWHERE,
        (1, 3): ELSEWHERE,
    }
    assert agglomerate(chances(4, pairs), 0.3)[0] == {0: [0, 1, 2, 3]}


def test_pairs_that_were_not_compared_count_as_nothing_beside_those_that_were() -> None:
    groups, means = agglomerate(chances(3, {(0, 1): 0.9, (1, 2): 0.8}), 0.5)
    assert groups == {0: [0, 1], 2: [2]}
    assert means[0, 2] == 0.4
    assert agglomerate(chances(2, {}), 0.1)[0] == {0: [0], 1: [1]}
    assert agglomerate(chances(0, {}), 0.1)[0] == {}


def test_booty_is_no_part_of_what_is_taken_elsewhere(coder: EnglishCoder) -> None:
    text = (
        "Rebels captured the town of Saraqib on Friday.\n\n"
        "They have seized heavy weapons, depots and vehicles from the army."
    )
    (document,) = parse([Report(id="r", text=text, published=date(2024, 11, 30))])
    findings = find(document, coder.gazetteer, coder.table)
    taken = [arms_taken(findings, Happening(trigger, {NONE: 1.0})) for trigger in findings.triggers]
    assert [trigger.lemma for trigger in findings.triggers if taken[trigger.index]] == ["seize"]
    assert not arms_taken(*told_first(coder, "Rebels seized weapons in Saraqib."))
    assert arms_taken(*told_first(coder, "Rebels seized weapons and a tank.")) == {"arms"}
    assert apart(Ground(1, {"arms"}), Ground(0, {"Saraqib"}))


def test_a_heading_is_compared_with_what_stands_below_it_alone(coder: EnglishCoder) -> None:
    text = (
        "ARMY SHELLS BINNISH\n\nThe army shelled Binnish on Monday.\n\n"
        "SOLDIERS CAPTURED\n\nRebels captured 20 soldiers near Taftanaz."
    )
    (document,) = parse([Report(id="r", text=text, published=date(2024, 11, 30))])
    findings = find(document, coder.gazetteer, coder.table)
    happenings = [Happening(trigger, {NONE: 1.0}) for trigger in findings.triggers]
    told = [findings.document.doc[h.trigger.head].text.lower() for h in happenings]
    assert told == ["shells", "shelled", "captured", "captured"]
    assert [opening(findings, happenings, number) for number in range(4)] == [0, 0, 2, 0]


def test_a_sum_of_gains_is_no_part_of_what_another_sentence_tells() -> None:
    total = Ground(3, {"area_km2:400"}, gainful=True)
    assert apart(total, Ground(2)) and apart(Ground(4), total)
    assert not apart(total, Ground(3))
    assert not apart(total, Ground(2, gainful=True))
    assert apart(total, Ground(5, {"area_km2:550"}, gainful=True))


def test_what_a_war_has_cost_is_no_part_of_an_event() -> None:
    cost = {Measure.KILLED: ((50_000, 50_000, 50_000), False)}
    total = Ground(3, tolls=cost, total=True)
    assert apart(total, Ground(2)) and apart(Ground(4), total)
    # In its own sentence how the war began is part of it, what has a toll or place is not.
    assert not apart(total, Ground(3))
    assert not apart(Ground(3, tolls=cost), total)
    assert apart(total, Ground(3, tolls={Measure.KILLED: ((2, 2, 2), False)}))
    assert not apart(total, Ground(5, total=True))


def test_an_attack_that_failed_has_taken_nothing() -> None:
    foiled = Ground(3, failed=True)
    assert apart(foiled, Ground(4, taken=True)) and apart(Ground(2, taken=True), foiled)
    assert not apart(foiled, Ground(3, taken=True))
    assert not apart(foiled, Ground(4))


def test_ground_is_taken_where_somebody_is_told_to_have_taken_it(coder: EnglishCoder) -> None:
    for text, taken in (
        ("The army seized a hill.", True),
        ("The hill was seized.", True),
        ("Rebels mounted an attack to seize a hill.", False),
        ("Rebels shelled a hill.", False),
    ):
        findings = read(coder, text)
        grounds = (ground(findings, Happening(t, {"Attack": 1.0})) for t in findings.triggers)
        assert any(one.taken for one in grounds) is taken


def test_the_strikes_of_two_states_are_two_events() -> None:
    russian = Ground(1, attackers=frozenset({"RU"}))
    assert apart(russian, Ground(2, attackers=frozenset({"SY"})))
    assert not apart(russian, Ground(1, attackers=frozenset({"SY"})))
    assert not apart(russian, Ground(2, attackers=frozenset({"RU", "SY"})))
    assert not apart(russian, Ground(2))


def test_who_strikes_is_read_from_strikes_of_states(coder: EnglishCoder) -> None:
    findings, first = told_first(coder, "Russian warplanes bombed Binnish.")
    strike = Happening(first.trigger, {"Air/drone strike": 0.9, NONE: 0.1}, {0: (0.9, 0.0)})
    assert ground(findings, strike).attackers == {"RU"}
    clash = Happening(first.trigger, {"Armed clash": 0.9, NONE: 0.1}, {0: (0.9, 0.0)})
    assert not ground(findings, clash).attackers
    unsure = Happening(first.trigger, {"Air/drone strike": 0.9, NONE: 0.1}, {0: (0.4, 0.0)})
    assert not ground(findings, unsure).attackers


def test_a_further_toll_of_another_place_is_another_event() -> None:
    first = Ground(1, tolls={Measure.KILLED: ((15, 15, None), False)})
    further = Ground(1, tolls={Measure.KILLED: ((6, 6, 6), True)})
    assert apart(first, further) and apart(further, first)
    assert not apart(further, further)
    assert not apart(first, Ground(1, tolls={Measure.KILLED: ((6, 6, 6), False)}))
    assert not apart(further, Ground(1, tolls={Measure.INJURED: ((20, 20, 20), False)}))


@pytest.mark.parametrize(
    ("text", "further"),
    [
        ("Bombs killed 15 in Binnish while six others were killed in a village.", [False, True]),
        ("A further nine people died in Taftanaz.", [True]),
        ("More than 20 people died in Taftanaz.", [False]),
        ("Six people were killed in Taftanaz.", [False]),
        ("Another two died of their wounds.", [False]),
        ("A further nine died in air strikes on the other bank.", [True]),
        ("A further nine died in the attack.", [False]),
        ("Twelve more were killed in nearby Oromokoro.", [True]),
    ],
)
def test_a_further_toll_has_a_place_of_its_own(
    coder: EnglishCoder, text: str, further: list[bool]
) -> None:
    findings, _ = told_first(coder, text)
    assert [is_further(findings, mention) for mention in findings.figures] == further


def test_what_strikes_from_afar_takes_no_town(coder: EnglishCoder) -> None:
    text = (
        "Rebels took control of Taybat al-Imam on Tuesday after clashes with the army. Drones "
        "of theirs hit a gathering of officers and killed 50 soldiers, a rebel commander said."
    )
    (coded,) = coder.code([Report(id="r", text=text, published=date(2024, 12, 3))])
    kinds = {str(claim.sub_event_type) for claim in coded.claims}
    assert "Non-state actor overtakes territory" in kinds
    assert not apart(Ground(1, gains={"x"}), Ground(2))
    assert apart(Ground(1, gains={"x"}), Ground(2, strikes=True))


def test_a_further_toll_tells_more_of_its_sentence_than_a_part_of_it(coder: EnglishCoder) -> None:
    text = (
        "Rockets killed 30 people in the west of Aleppo on Friday. A further nine, eight of them "
        "children, were killed in air raids on the east of the city."
    )
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 4, 5))])
    tolls = [{figure.best for figure in claim.figures} for claim in coded.claims]
    assert sorted(map(max, tolls)) == [9, 30]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Rebels seized Saraqib on Monday and shelled Binnish on Tuesday.", 2),
        ("Rebels shelled Saraqib on Monday and seized it the same day.", 1),
        ("Jets bombed Saraqib on Monday and ten people died of wounds on Tuesday.", 1),
    ],
)
def test_two_verbs_with_a_day_each_are_two_events(
    coder: EnglishCoder, text: str, days: int
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 4, 5))])
    assert len({claim.date and claim.date.start for claim in coded.claims}) == days


def test_the_town_that_is_said_not_to_be_lost_is_the_one_just_taken(coder: EnglishCoder) -> None:
    text = (
        "Fighters of Hayat Tahrir al-Sham entered western districts of Aleppo on Friday.\n\n"
        "Further south they seized Saraqib, where the highways meet. The Syrian army command "
        "denied that the town had been lost."
    )
    (coded,) = coder.code([Report(id="r", text=text, published=date(2024, 11, 30))])
    status = {claim.place.name: claim.status for claim in coded.claims if claim.place}
    assert status["Saraqib"] is Status.DENIED
    assert status["Aleppo"] is not Status.DENIED


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        (
            "Gunmen killed three policemen in Baghdad on Monday. Two soldiers were killed in "
            "another attack.",
            [[3], [2]],
        ),
        (
            "A roadside bomb killed two soldiers near Gao on Friday. Another soldier was wounded "
            "in the blast.",
            [[2, 1]],
        ),
        (
            "Nine gunmen stormed the main court in Mogadishu on Sunday, killing at least 29 "
            "people. Hours later, a remote-controlled bomb hit a convoy of aid workers on the "
            "airport road, killing two Turks.",
            [[9, 29], [2]],
        ),
        (
            "Gunmen attacked the town of Mpeketoni on Sunday, killing 48 people. Two days later, "
            "the toll rose to 51.",
            [[48, 51]],
        ),
    ],
)
def test_what_a_sentence_calls_another_event_is_one(
    coder: EnglishCoder, text: str, tolls: list[list[int]]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 4, 5))])
    assert [[figure.best for figure in claim.figures] for claim in coded.claims] == tolls


def test_separate_raids_in_a_lead_sum_up_what_follows(coder: EnglishCoder) -> None:
    text = (
        "Air raids kill 25\n\nSeparate air raids in northern Syria killed at least 25 civilians on"
        " Friday, a monitor said. Jets struck a market in Aleppo, killing 11 people."
    )
    (document,) = parse([Report(id="r", text=text, published=date(2016, 7, 1))])
    findings = find(document, coder.gazetteer, coder.table)
    grounds = [ground(findings, Happening(t, {"Attack": 1.0})) for t in findings.triggers]
    assert not any(one.clause and one.clause.other for one in grounds)


def test_strikes_of_aircraft_and_the_fire_of_rebels_are_two(coder: EnglishCoder) -> None:
    text = (
        "MI-24 helicopters rocketed positions near Goma on Monday. M23 rebels shelled the town "
        "and killed a woman."
    )
    (coded,) = coder.code([Report(id="r", text=text, published=date(2013, 9, 2))])
    assert [claim.sub_event_type for claim in coded.claims] == [
        "Air/drone strike",
        "Shelling/artillery/missile attack",
    ]
