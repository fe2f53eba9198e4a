"""The words of a parse: what hangs on what, lists, spans and sentences, as spaCy has them."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc as Parse

from dateline.coding.document import parser
from dateline.coding.syntax import Doc, Span, Token

TEXT = "Rebels took Aba, Bo and Gulu on Friday. A mine near Ber killed two soldiers who fled."


@pytest.fixture(scope="module")
def parse() -> Parse:
    return parser()(TEXT)


@pytest.fixture(scope="module")
def doc(parse: Parse) -> Doc:
    return Doc(parse)


def named(doc: Doc, text: str) -> Token:
    (word,) = [word for word in doc if word.text == text]
    return word


def test_every_word_has_what_the_parse_says_of_it(parse: Parse, doc: Doc) -> None:
    def numbers(words: object) -> list[int]:
        return [word.i for word in words]  # type: ignore[attr-defined]

    assert len(doc) == len(parse)
    for mine, other in zip(doc, parse, strict=True):
        for name in ("i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "like_num"):
            assert getattr(mine, name) == getattr(other, name)
        for name in ("is_alpha", "is_digit", "is_punct", "is_space", "is_stop", "is_title"):
            assert getattr(mine, name) == getattr(other, name)
        for name in ("head", "left_edge", "right_edge"):
            assert getattr(mine, name).i == getattr(other, name).i
        for name in ("children", "lefts", "rights", "subtree", "conjuncts", "ancestors"):
            assert numbers(getattr(mine, name)) == numbers(getattr(other, name)), name
        assert (mine.sent.start, mine.sent.end) == (other.sent.start, other.sent.end)
        assert len(mine) == len(other)


@pytest.mark.parametrize(("start", "end"), [(0, 3), (2, 7), (10, 14), (13, 17), (4, 4), (-3, 99)])
def test_a_span_is_as_the_parse_has_it(parse: Parse, doc: Doc, start: int, end: int) -> None:
    mine, other = doc[start:end], parse[start:end]
    assert (mine.start, mine.end, mine.text) == (other.start, other.end, other.text)
    assert [word.i for word in mine] == [word.i for word in other]
    if len(mine):
        assert mine.root.i == other.root.i
        assert (mine.start_char, mine.end_char) == (other.start_char, other.end_char)
        assert mine[-1].i == other[-1].i


def test_a_span_of_a_span_counts_from_where_it_begins(doc: Doc) -> None:
    assert doc[2:8][1:3] == doc[3:5]
    assert len(doc[2:8][4:2]) == 0


def test_the_root_of_no_words_is_the_word_behind(parse: Parse, doc: Doc) -> None:
    assert doc[4:4].root.i == parse[4:4].root.i == 4
    assert doc[99:].root.i == len(doc) - 1


def test_characters_are_covered_by_the_words_they_belong_to(doc: Doc) -> None:
    sentence = named(doc, "mine").sent
    start = sentence.text.index("ine near")
    assert sentence.cover(start, start + len("ine near")).text == "mine near"
    assert isinstance(sentence.cover(0, 1), Span)


def test_who_is_above_whom(doc: Doc) -> None:
    took, friday = named(doc, "took"), named(doc, "Friday")
    assert took.is_ancestor(friday)
    assert not friday.is_ancestor(took)
    assert not took.is_ancestor(named(doc, "mine"))


def test_a_neighbour_beyond_the_text_is_an_error(doc: Doc) -> None:
    assert doc[0].nbor().text == "took"
    for word, steps in ((doc[0], -1), (doc[len(doc) - 1], 1)):
        with pytest.raises(IndexError):
            word.nbor(steps)


def test_words_outlive_the_memory_of_the_parser() -> None:
    nlp = parser()
    with nlp.memory_zone():
        doc = Doc(nlp("Xyzzik shells hit Qwurtown."))
    for _ in range(3):
        with nlp.memory_zone():
            nlp("Other words that would be written over them, one after the other.")
    assert [word.text for word in doc] == ["Xyzzik", "shells", "hit", "Qwurtown", "."]
    assert doc[0].head.text in {"shells", "hit"}
