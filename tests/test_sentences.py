"""Cuts of news text, their kinds, and what holds for any text whatever."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.coding.sentences import segment

MARKS = [
    "\r\n", "\n\n", "\n", "\u00a0", "\u200b", "\ufeff", "\U0001f4a5", "e\u0301", "İ", "ß", "ﬁ",
    "قُتل خمسة؟ ", "... ", "U.S. ", "Mr. X ", "(AA Photo)", "MOSCOW (Reuters) ", "12 May 2016 ",
    " - ", "Tags A B ", "1. ", "\u2022 ", "SHELLS FELL ON THE TOWN OF MAREA. ", "\u2028", '"', ") ",
    "killed ", "The army ", "14:05 GMT - ", "[TEXT] ", "\t",
]  # fmt: skip


def cuts(text: str) -> list[tuple[str, str]]:
    prepared, pieces = segment(text)
    return [(piece.kind, prepared[piece.start : piece.end]) for piece in pieces]


@settings(deadline=None)  # the first text waits for the lists of words
@given(st.lists(st.one_of(st.sampled_from(MARKS), st.text(max_size=12)), max_size=40).map("".join))
def test_any_text_is_covered_in_order_and_keeps_its_length(text: str) -> None:
    prepared, pieces = segment(text)
    assert len(prepared) == len(text)
    end = 0
    for piece in pieces:
        assert end <= piece.start < piece.end <= len(text)
        assert not prepared[end : piece.start].strip()
        end = piece.end
    assert not prepared[end:].strip()


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("BEIRUT, Nov 27 (Demo Wire) -", "The army left."),
        ("BEIRUT (Reuters) -", "The army left."),
        ("MOSCOW (Sputnik)", "The army left."),
        ("Kabul (AFP) -", "The army left."),
        ("KYIV, Ukraine —", "The army left."),
    ],
)
def test_a_dateline_ends_where_the_lead_begins(line: str, lead: str) -> None:
    assert cuts(f"{line} {lead}") == [("dateline", line), ("body", lead)]


@pytest.mark.parametrize(
    "text",
    [
        "The inquest into the 7 July 2005 bombings ended.",
        "On 3 May 2020, gunmen attacked the post.",
        "National Liberation Army (ELN) guerrillas captured the town.",
        "The Meteorological Agency (Metagen) reports floods.",
        "NATO - the alliance - said nothing.",
    ],
)
def test_prose_is_no_dateline(text: str) -> None:
    assert cuts(text) == [("body", text)]


def test_a_shouted_organisation_with_its_letters_is_no_dateline() -> None:
    found = cuts("THE LIBERATION ARMY (ELA) ATTACKED THE TOWN TODAY. THE GARRISON FLED THE TOWN.")
    assert [kind for kind, _ in found] == ["body", "body"]


def test_the_dateline_of_a_shouted_report_is_parted_from_its_lead() -> None:
    found = cuts("LIMA, 18 MAY 90 (EFE) -- THE ARMY LEFT THE TOWN TODAY. THE TOWN IS QUIET.")
    assert [kind for kind, _ in found] == ["dateline", "body", "body"]
    assert found[1][1].startswith("The army left the town")


def test_headings_stand_alone_and_captions_are_known() -> None:
    text = (
        "CONTROL OF THE TOWN SECURED\n\nRebels entered the town. Some fled.\n\n"
        "People flee the town on Friday. (AA Photo)"
    )
    assert [kind for kind, _ in cuts(text)] == ["headline", "body", "body", "body", "caption"]


TITLE = "Rebels seize two towns in the north as the army sends more men to the front"
LEAD = (
    "Rebel fighters took the towns of Kidal and Tessalit on Tuesday after a night of fighting in "
    "which at least 24 soldiers were killed, officials and residents reached by telephone said."
)


def test_a_long_title_does_not_run_on_into_a_lead_that_does_not_wrap() -> None:
    assert cuts(f"{TITLE}\n{LEAD}")[0] == ("headline", TITLE)


def test_lines_that_wrap_run_on() -> None:
    words = f"{TITLE} and towards the river, where\nGeneral Traore {LEAD[6:70]}\n{LEAD[71:]}"
    assert len(cuts(words)) == 1


@pytest.mark.parametrize("mark", ["\u2022", "\u25cf", "\u25aa", "-"])
def test_an_item_of_a_list_is_a_sentence_without_its_mark(mark: str) -> None:
    found = cuts(f"Incidents:\n{mark} Shells fell on the market\n{mark} Jets bombed the bridge")
    quoted = [quote.removeprefix("- ") for _, quote in found]
    assert quoted == ["Incidents:", "Shells fell on the market", "Jets bombed the bridge"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("U.S. forces left. Mr. Doe said so.", 2),
        ("They fled at 5.30 p.m. on Friday. It rained.", 2),
        ("The mill blew up at 11 a.m. Two days earlier, a bus did.", 2),
        ("The mill blew up at 7 p.m. Gunmen then shot a guard.", 2),
        ("The mill blew up at 11 a.m. Moscow time.", 1),
        ("The mill blew up at 11 a.m. Tuesday near the port.", 1),
        ("The mill blew up at 11 a.m. GMT near the port.", 1),
        ('"We left." He was hurt.', 2),
        ("Soldiers fled.The town is quiet.", 2),
        ("In Djibo a mine killed two; in Arbinda, three fled; near Dori, a bus burned.", 3),
        ("Soldiers fled; in Peru's Puno, a guard was hurt.", 2),
        ("Soldiers fled; in the end, nobody was hurt.", 1),
        ("Soldiers fled; rebels in Arbinda, who were many, did not.", 1),
    ],
)
def test_full_stops_that_end_and_that_do_not(text: str, count: int) -> None:
    assert len(cuts(text)) == count


LOWERED = (
    "the u.s. army said on friday that it had sent mr. doe home at 5 p.m. on monday. residents of "
    "the old town said that two men were killed in the night. did a third die? they said no. the "
    "police of no. 3 district have not said why."
)


def test_in_a_text_without_capitals_a_full_stop_ends_a_sentence() -> None:
    assert len(cuts(LOWERED)) == 5


def test_what_a_site_prints_around_such_a_text_keeps_its_capitals() -> None:
    around = "This story is from March 5, 2002\n\n{}\n\nFacebook Twitter Linkedin Mail"
    assert len(cuts(around.format(LOWERED))) == 5 + 2


@pytest.mark.parametrize(
    "line",
    [
        "MANAGUA (NICARAGUA), 26 MAR 89 (ACAN-EFE) --",
        "JERUSALEM, 19 MAR 98 (QOL YISRA'EL) --",
    ],
)
def test_a_dateline_may_tell_its_country_and_a_station(line: str) -> None:
    assert [kind for kind, _ in cuts(f"{line} TWO MEN WERE KILLED.")] == ["dateline", "body"]


def test_a_dash_in_capitals_ends_no_dateline() -> None:
    text = "ESCOBAR, THE CHIEF OF THE LARGEST COCAINE - EXPORTING GROUP, FLED."
    assert "dateline" not in {kind for kind, _ in cuts(text)}


@pytest.mark.parametrize("rank", ["Lieut.", "Comdr.", "Cmdt.", "Comdt.", "Mme.", "Messrs."])
def test_a_rank_or_a_title_cut_short_ends_no_sentence(rank: str) -> None:
    assert len(cuts(f"Troops under {rank} Obi took the town.")) == 1


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ('They killed 40 "puppet" troops.', "They killed 40  puppet  troops."),
        ('Police shot two "terrorists" in Tete.', "Police shot two  terrorists  in Tete."),
        ('They call it "final" on Monday.', 'They call it "final" on Monday.'),
        ('He called them "dogs".', 'He called them "dogs".'),
        ('The "Sons of Ali" took it.', 'The "Sons of Ali" took it.'),
    ],
)
def test_marks_around_one_word_inside_a_sentence_are_out_of_the_parsers_way(
    text: str, seen: str
) -> None:
    assert segment(text)[0] == seen


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("A mine blew up a bus at 6:40 a.m. (0340 GMT) outside Hodeidah.", 1),
        ("A mine blew up a bus at 6:40 a.m. (0340 GMT) Monday.", 1),
        ("The raid began at 4 a.m. (EST) Friday.", 1),
        ("A car blew up at 9 pm. [1800 GMT] in Benghazi.", 1),
        ("They hold a post 12 mi. (19 km) from Kandahar.", 1),
        ("Two men died at 4 a.m. (The army gave no toll.) A third fled.", 3),
        ("The road is mined. (Reporting by a correspondent in Juba)", 2),
    ],
)
def test_brackets_behind_an_abbreviation_go_on(text: str, count: int) -> None:
    assert len(cuts(text)) == count
