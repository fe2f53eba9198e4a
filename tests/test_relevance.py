"""What corpora that are labelled otherwise want of the coder; the records are made up."""

from __future__ import annotations

from typing import Any

import pytest

from relevance import is_relevant


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        ({"relevant": True, "actions": []}, True),
        ({"relevant": True, "actions": [{"phrase": "shot", "type": "Armed Assault"}]}, True),
        # The annotators gave the actions of relevant summaries only.
        ({"relevant": False, "actions": [{"phrase": "blast", "type": "Bombing"}]}, True),
        ({"relevant": False, "actions": []}, False),
    ],
)
def test_a_summary_whose_action_is_annotated_is_relevant(row: dict[str, Any], wanted: bool) -> None:
    assert is_relevant(row) is wanted
