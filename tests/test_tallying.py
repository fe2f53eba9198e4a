"""Who counts the dead says so; who counts votes does not."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.attribution import find_speakers
from dateline.coding.document import parse
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("The civil defence counted 17 bodies.", True),
        ("The Red Crescent counted 30 injured people.", True),
        ("Officials counted the votes in Yola.", False),
    ],
)
def test_who_counts_the_dead_speaks(text: str, speaks: bool) -> None:
    (document,) = parse([Report(id="r", text=text, published=date(2020, 1, 1))])
    assert bool(find_speakers(document)) is speaks
