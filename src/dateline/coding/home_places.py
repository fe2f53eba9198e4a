"""Places that only say where somebody comes from or serves: nothing befell him there.

"Soldiers shot a boy from Sopore near Srinagar", "marines stationed at Zamboanga were ambushed in
Basilan", "rebels freed the mayor of Jolo at Parang": the learned model ties the nearer place to the
verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dateline.coding.counted import noun_class
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.mentions import PlaceMention
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import SubEventType

WORDS = "languages/en/place_words.toml"


def is_home(
    findings: Findings, index: int, happening: Happening, here: Sequence[PlaceMention]
) -> bool:
    """Return whether a place is only where somebody comes from or serves, and it happened ``here``.

    Those are the places of the event's own clause. Who is seized was mostly at home, and who flees
    leaves it: of these it is where it happened.
    """
    if all(one is findings.places[index] for one in here):
        return False
    place = findings.document.doc[findings.places[index].head]
    while place.dep_ in ("conj", "compound", "appos"):
        place = place.head
    if place.dep_ != "pobj" or place.head.dep_ != "prep":
        return False
    over = place.head.head
    if over.dep_ in ("acl", "relcl") and over.lower_ in _words("serving"):
        return True
    if place.head.lower_ == "of" and over.lemma_.lower() in _words("offices"):
        return True
    if place.head.lower_ != "from" or happening.best_type == SubEventType.DISPLACEMENT:
        return False
    # However the parser ties it: "shot a boy from Jenin".
    return (
        place.head.i > 0 and _is_somebody(before := place.head.nbor(-1)) and not _is_seized(before)
    )


def _is_somebody(noun: Token) -> bool:
    """Whether a noun, or the age that stands for it, is a person's: "a 15-year-old from Sopore"."""
    return noun_class(noun) == "person" or noun.lower_ == "old"


def _is_seized(noun: Token) -> bool:
    held = frozenset(settings(WORDS)["held"])
    return any(over.lemma_.lower() in held for over in noun.ancestors)


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(settings(WORDS)["lies"][key])
