"""The sentence encoder: how it cuts words, what it reads, and that models are pooled fairly."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.coding.document import parse
from dateline.coding.encoder import LONGEST, load_encoder, sentence_parts
from dateline.coding.findings import Findings, find
from dateline.coding.happenings import pool
from dateline.coding.word_pieces import WordPieces
from dateline.errors import KnowledgeError
from dateline.knowledge.actors import actor_table
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model import Report, Status, SubEventType

PIECES = WordPieces(["[UNK]", "[CLS]", "[SEP]", "shell", "##ed", "##s", "-", "town", "'"])


def found(text: str) -> Findings:
    (document,) = parse([Report(id="r", text=text)])
    return find(document, Gazetteer.open(), actor_table())


@pytest.mark.parametrize(
    ("word", "numbers"),
    [
        ("shelled", [3, 4]),
        ("SHELLS", [3, 5]),
        ("shéll", [3]),
        ("shell-town", [3, 6, 7]),
        ("town's", [7, 8, 0]),
        ("raid", [0]),
        (" ", []),
    ],
)
def test_words_are_cut_without_case_and_accents(word: str, numbers: list[int]) -> None:
    assert PIECES.cut(word) == numbers


def test_endless_words_are_unknown() -> None:
    assert PIECES.cut("shell" * 21) == [0]
    assert PIECES.cut("shell" * 20 + "-town") == [0, 6, 7]


def test_it_knows_every_type_and_status() -> None:
    encoder = load_encoder()
    assert set(encoder.kinds) == set(map(str, SubEventType))
    assert set(encoder.statuses) == set(map(str, Status))


def test_it_tells_an_event_from_none_and_does_not_mind_capitals() -> None:
    encoder = load_encoder()
    told = "Rebels shelled a market in Taiz, killing nine people."
    calm = "The film about the shelling opens on Friday and has a budget of nine million."
    sure = [
        float(np.exp(encoder.read(found(text)).event[:, 1]).max())
        for text in (told, told.upper(), calm)
    ]
    assert sure[0] > 0.8
    assert sure[1] > 0.8
    assert sure[2] < 0.5


def test_every_trigger_of_a_long_sentence_is_read() -> None:
    text = "Troops shelled " + ", ".join(f"the village of Name{i}" for i in range(80))
    findings = found(text + " and killed three people in Homs.")
    encoder = load_encoder()
    parts = sentence_parts(findings, encoder.pieces)
    assert len(parts) > 1
    assert max(len(part.pieces) for part in parts) <= LONGEST
    reading = encoder.read(findings)
    assert {trigger.head for trigger in findings.triggers} <= set(reading.rows)
    assert np.allclose(np.exp(reading.event).sum(axis=1), 1, atol=1e-4)


def test_a_report_without_triggers_has_nothing_to_read() -> None:
    reading = load_encoder().read(found("The committee will meet again next week."))
    assert reading.event.shape == (0, 2)
    assert not reading.rows


def test_it_sees_who_acts_and_who_is_acted_on() -> None:
    findings = found("Islamist militants killed five soldiers near Djibo.")
    encoder = load_encoder()
    reading = encoder.read(findings)
    (kill,) = (t for t in findings.triggers if "kill" in t.concepts)
    parts = encoder.roles(reading, kill, findings.actors)
    by_word = {
        findings.document.doc[mention.head].text: max(part, key=lambda name: part[name])
        for mention, part in zip(findings.actors, parts, strict=True)
    }
    assert by_word["militants"] == "a"
    assert by_word["soldiers"] == "b"


def test_opinions_are_pooled_by_weight() -> None:
    even = pool((0.5, {"no": 0.2, "yes": 0.8}), (0.5, {"no": 0.8, "yes": 0.2}))
    assert even == pytest.approx({"no": 0.5, "yes": 0.5})
    alone = pool((1.0, {"no": 0.2, "yes": 0.8}), (0.0, {"no": 0.9, "yes": 0.1}))
    assert alone == pytest.approx({"no": 0.2, "yes": 0.8})


def test_a_missing_encoder_is_named() -> None:
    with pytest.raises(KnowledgeError, match=r"models/nothing\.onnx"):
        load_encoder("nothing")
