"""What coreference sees of two sentences: where they stand, what they share, what they count."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder, models
from dateline.coding.document import parse
from dateline.coding.findings import Findings, find
from dateline.coding.happenings import find_happenings
from dateline.coding.pair_features import pair_features, sketch
from dateline.coding.retelling import sentences_of
from dateline.model import Report

STORY = (
    "Bomb kills 25 in Jalula\n\n"
    "At least 25 people were killed by a bomb in Jalula on Monday. Gunmen attacked a checkpoint "
    "near Baquba on Monday.\nThe bomb in Jalula wounded 40 people."
)


def found(coder: EnglishCoder, text: str) -> Findings:
    report = Report(id="r", text=text, published=date(2010, 3, 9))
    (document,) = parse([report])
    return find(document, coder.gazetteer, coder.table)


def test_two_sentences_are_told_apart_by_where_they_stand_and_what_they_name(
    coder: EnglishCoder,
) -> None:
    told = sentences_of(found(coder, STORY), 6)
    assert {"lead=1|body", "towns=same|1", "line=new"} <= set(told.between(0, 1))
    assert {"lead=2", "towns=apart|1", "days=same|1", "line=same"} <= set(told.between(1, 2))
    assert {"far=2", "lead=3", "towns=same|2"} <= set(told.between(1, 3))
    assert {"size=3|1", "many=10|1"} <= set(told.between(0, 1))


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        (
            "A bomb killed 25 people in Jalula. At least 25 people were killed, police said.",
            "equal",
        ),
        ("A bomb killed 25 people in Jalula. The bomb killed 26 people, police said.", "2"),
        ("A bomb killed 25 people in Jalula. Gunmen killed three people in Baquba.", "0"),
        ("A bomb killed three people in Jalula. Gunmen killed 25 people in Baquba.", "4"),
    ],
)
def test_numbers_are_compared_by_what_they_tell(coder: EnglishCoder, text: str, toll: str) -> None:
    findings = found(coder, text)
    happenings = find_happenings(findings, models())
    told = sentences_of(findings, len(happenings))
    first = next(one for one in happenings if one.trigger.lemma == "kill")
    last = [one for one in happenings if one.trigger.lemma == "kill"][-1]
    features = pair_features(told, sketch(findings, first), sketch(findings, last), 1, 0.5)
    assert f"toll={toll}|1" in features


def test_what_the_encoder_read_is_a_feature_in_steps(coder: EnglishCoder) -> None:
    findings = found(coder, "A bomb killed 25 people in Jalula. Gunmen killed three in Baquba.")
    happenings = find_happenings(findings, models())
    told = sentences_of(findings, len(happenings))
    one, other = (sketch(findings, happening) for happening in (happenings[0], happenings[-1]))
    sure, unsure = (pair_features(told, one, other, 1, read) for read in (0.999, 0.5))
    assert "encoder=7|1" in sure and "encoder=0|1" in unsure
