"""Where it was that an attack left other places without power."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coders import coder
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "LIMA, 19 MAR 89 (AFP) -- SHINING PATH TERRORISTS DYNAMITED EIGHT HIGH-TENSION PYLONS "
            "IN JUNIN DEPARTMENT LAST NIGHT, LEAVING LIMA AND SIX OTHER CITIES IN DARKNESS.",
            "Junín",
        ),
        (
            "SAN SALVADOR, 19 MAR 89 (AFP) -- REBELS DESTROYED FOUR POWER PYLONS NEAR APOPA TODAY, "
            "LEAVING SAN SALVADOR WITHOUT ELECTRICITY.",
            "Apopa",
        ),
        (
            "Russian missiles struck Kharkiv on Monday, leaving the city without power.",
            "Kharkiv",
        ),
        ("Rebels left Goma on Monday after power was restored.", "Goma"),
    ],
)
def test_where_it_happened(text: str, place: str) -> None:
    report = Report(id="r", text=text, published=date(1989, 3, 19))
    (claim,) = next(iter(coder().code([report]))).claims
    assert claim.place is not None
    assert claim.place.canonical == place
