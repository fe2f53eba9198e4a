"""Bands that own up by giving their reason."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report

GUNMEN = "Gunmen killed nine people in a restaurant in Kabul on Friday. "


@pytest.mark.parametrize(
    ("reason", "name"),
    [
        ("A Taliban spokesman said it was revenge for an air strike.", "Taliban"),
        ("The Taliban said the attack was in retaliation for arrests.", "Taliban"),
        ("The Taliban described it as punishment.", "Taliban"),
        # Others tell of somebody else's reasons.
        ("Police said it was revenge in a feud of two families.", None),
        ("The Taliban had promised revenge.", None),
    ],
)
def test_who_gives_the_reason_did_it(coder: EnglishCoder, reason: str, name: str | None) -> None:
    report = Report(id="r", text=GUNMEN + reason, published=date(2014, 1, 19))
    (coded,) = coder.code([report])
    assert [actor.name for actor in coded.claims[0].side_a] == [name]
