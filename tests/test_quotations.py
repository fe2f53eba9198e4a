"""Who speaks in a quotation that goes on over several sentences."""

from __future__ import annotations

import pytest

from dateline.coding.attribution import find_speakers
from dateline.coding.coder import EnglishCoder
from dateline.coding.document import parse
from dateline.coding.quotations import quoted_speakers
from dateline.model import Report, Status


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The quotation goes on after the speaker, who stands beside its beginning.
        (
            '"Shells fell all night," said a nurse. "Two children were killed in Douma."',
            [(1, "a nurse")],
        ),
        # The speaker stands where the quotation ends, or before it begins.
        (
            "“Gunmen came on motorcycles. They burned the market,” a trader said.",
            [(0, "a trader")],
        ),
        (
            'A spokesman for the rebels said: "We took Ghormach on Friday. Twelve soldiers died."',
            [(1, "A spokesman for the rebels")],
        ),
        (
            '"Jets bombed the clinic in Daret Izza twice." A medic told reporters that it burned.',
            [(0, "A medic")],
        ),
        # What is not quoted is the report's own, also beside a quotation.
        ('"Shells fell all night," said a nurse. Two children were killed in Douma.', []),
        ('A nurse said shells fell. The "liberated" town was quiet.', []),
        # Who spoke goes on in the next paragraph; who speaks in it does not speak before it.
        (
            '"Shells fell all night," said a nurse.\n\n"Two children were killed in Douma."',
            [(1, "a nurse")],
        ),
        ('"Two children were killed in Douma."\n\nA nurse said shells fell all night.', []),
        ("Two children were killed in Douma.", []),
    ],
)
def test_quoted_speakers(text: str, expected: list[tuple[int, str]]) -> None:
    (document,) = parse([Report(id="r", text=text)])
    found = quoted_speakers(document, find_speakers(document))
    told = [(s.sentence, document.quote(document.offsets(s.first, s.last))) for s in found]
    assert told == expected


def test_what_a_resident_is_quoted_with_is_attributed(coder: EnglishCoder) -> None:
    text = (
        '"The shelling began at dawn," said a resident of Latamneh. "Two children were killed in a'
        ' rocket attack by government forces on the town."'
    )
    (coded,) = coder.code([Report(id="r", text=text)])
    assert [(claim.status, claim.attributed_to) for claim in coded.claims] == [
        (Status.ATTRIBUTED, ("a resident of Latamneh",))
    ]
