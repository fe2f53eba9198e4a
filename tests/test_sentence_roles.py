"""What a phrase is to the word that governs it, and how that word is tied to a trigger."""

from __future__ import annotations

import pytest

from dateline.coding.document import parse
from dateline.coding.sentence_roles import role_of, tie_of
from dateline.model import Report


def part_and_tie(text: str, phrase: str, trigger: str, *events: str) -> tuple[str, str]:
    """The part of the noun ``phrase``, and its tie to the word ``trigger``."""
    (document,) = parse([Report(id="r", text=text)])
    at = {token.text: token for token in document.doc}
    role = role_of(at[phrase], frozenset(at[word].i for word in (trigger, *events)))
    part = role.part + ("~" if role.within else "")
    return part, tie_of(role, at[phrase], at[trigger])


@pytest.mark.parametrize(
    ("text", "phrase", "trigger", "expected"),
    [
        ("The soldiers attacked the village.", "soldiers", "attacked", ("does", "here")),
        ("The soldiers attacked the village.", "village", "attacked", ("suffers", "here")),
        ("The village was attacked by soldiers.", "soldiers", "attacked", ("does", "here")),
        ("The village was attacked by soldiers.", "village", "attacked", ("suffers", "here")),
        ("An attack by rebels began.", "rebels", "attack", ("does", "here")),
        ("The attack on the police began.", "police", "attack", ("on", "here")),
        ("The rebel attack failed.", "rebel", "attack", ("owner", "here")),
        (
            "Troops entered the town and killed twelve men.",
            "Troops",
            "killed",
            ("does", "shares"),
        ),
        ("Militants who attacked the post fled.", "Militants", "attacked", None),
        ("Positions of the militants were bombed.", "militants", "bombed", ("suffers", "here")),
    ],
)
def test_a_phrase_has_a_part(
    text: str, phrase: str, trigger: str, expected: tuple[str, str] | None
) -> None:
    part, tie = part_and_tie(text, phrase, trigger)
    if expected is None:  # a clause on the phrase itself
        assert tie == "clause:does"
    else:
        assert (part, tie) == expected


def test_an_event_noun_owns_its_phrases_before_the_verb_above_it() -> None:
    text = "Police reported an attack on a convoy."
    assert part_and_tie(text, "convoy", "attack") == ("on", "here")
    assert part_and_tie(text, "Police", "attack", "reported")[0] == "does"
