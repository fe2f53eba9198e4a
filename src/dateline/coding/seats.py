"""Capitals that stand for a government: "Khartoum accused the rebels", "talks with Juba"."""

from __future__ import annotations

from dateline.coding.capitals import is_government
from dateline.coding.findings import Findings
from dateline.knowledge.countries import country_by_capital


def governs(findings: Findings, index: int) -> bool:
    """Return whether the place of that index is a capital that stands for its government."""
    mention = findings.places[index]
    place = mention.place
    if mention.level != "settlement" or country_by_capital(place.name) != place.country:
        return False
    doc = findings.document.doc
    inside = mention.first > 0 and doc[mention.first - 1].pos_ == "ADP"
    return is_government(doc[mention.head], inside=inside)
