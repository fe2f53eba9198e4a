"""Given names that are nations: "Colonel German Rojas" is no German."""

from __future__ import annotations

import pytest

from dateline.coding.coder import EnglishCoder
from found import read


def _countries(coder: EnglishCoder, text: str) -> set[str | None]:
    return {actor.country for mention in read(coder, text).actors for actor in mention.actors}


@pytest.mark.parametrize(
    "text",
    [
        "Colonel German Rojas was killed by a bomb in Cali on Friday.",
        "Deputy Israel Gomez was shot dead in Neiva on Friday.",
        "POLICE CAPTAIN GERMAN ROJAS WAS KILLED BY A BOMB IN CALI ON FRIDAY.",
        "Energy Minister German Halushchenko was wounded in Cali on Friday.",
        "Police arrested opposition leader Jordan Moreno in Cali on Friday.",
    ],
)
def test_a_nation_between_a_rank_and_a_name_is_a_given_name(coder: EnglishCoder, text: str) -> None:
    assert _countries(coder, text).isdisjoint({"DE", "IL", "JO"})


@pytest.mark.parametrize(
    "text",
    [
        "Rebels killed a German soldier near Cali on Friday.",
        "German Ambassador Klaus Meyer was kidnapped by guerrillas in Cali on Friday.",
        "Two officers and German engineer Klaus Weber were killed near Cali on Friday.",
        "A GERMAN PRIEST WAS KIDNAPPED IN CALI ON FRIDAY.",
    ],
)
def test_other_nationalities_stay(coder: EnglishCoder, text: str) -> None:
    assert "DE" in _countries(coder, text)
