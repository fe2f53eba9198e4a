"""Things that are seized and are no ground."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coders import coder
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "The army said it had killed 40 militants and seized 60 motorcycles in Dablo.",
            "Armed clash",
        ),
        ("Rebels seized a convoy of aid trucks near Bunia.", "Looting/property destruction"),
        ("Rebels captured two tanks and a truck near Bunia on Monday.", "Disrupted weapons use"),
        ("Rebels attacked a convoy near Bambari and captured it on Monday.", "Armed clash"),
    ],
)
def test_who_seizes_things_holds_no_place(text: str, kind: str) -> None:
    report = Report(id="r", text=text, published=date(2019, 12, 27))
    (claim,) = next(iter(coder().code([report]))).claims
    assert claim.sub_event_type == kind
    assert claim.control is None


def test_a_town_that_is_taken_with_arms_changes_hands() -> None:
    report = Report(
        id="r",
        text="Rebels captured Bunia and two tanks on Monday.",
        published=date(2019, 12, 27),
    )
    (claim,) = next(iter(coder().code([report]))).claims
    assert claim.sub_event_type == "Non-state actor overtakes territory"
    assert claim.control is not None


@pytest.mark.parametrize(
    "text",
    [
        "UNITA rebels attacked the town of Kuito and captured it on Monday.",
        "Guerrillas stormed a barracks near Puerto Asis and took it on Friday.",
        "Rebels attacked soldiers in Sake and captured it.",
    ],
)
def test_ground_that_is_attacked_and_captured_changes_hands(text: str) -> None:
    report = Report(id="r", text=text, published=date(2019, 12, 27))
    (claim,) = next(iter(coder().code([report]))).claims
    assert claim.control is not None
