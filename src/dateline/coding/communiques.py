"""Reports in the voice of a side: "our forces stormed the post; the enemy fled".

A communique of an army or a group names nobody who says so: the report itself is the party's word,
which the frame calls claimed.
"""

from __future__ import annotations

import re
from functools import cache

from dateline.coding.document import Document
from dateline.knowledge.files import settings
from dateline.model import Status

_QUOTED = re.compile('“[^“”\n]{1,1500}”|"[^"\n]{1,1500}"|«[^«»\n]{1,1500}»|‘[^‘’\n]{1,1500}’')

ENOUGH = 2
"""How often a report must speak as a side: of its own men at least once, of them or the enemy."""


def in_voice(document: Document, status: Status) -> Status:
    """Return the status of a claim: claimed where a side itself tells the report."""
    return Status.CLAIMED if status is Status.STATED and is_communique(document) else status


def is_communique(document: Document) -> bool:
    """Return whether a report speaks of "our forces" and "the enemy" outside quotation marks."""
    if not _own().search(document.report.text):
        return False
    text = _QUOTED.sub(" ", document.report.text)
    own = len(_own().findall(text))
    return bool(own) and own + len(_enemy().findall(text)) >= ENOUGH


@cache
def _own() -> re.Pattern[str]:
    words = settings("languages/en/communiques.toml")
    men = "|".join(words["men"])
    return re.compile(rf"\bour\s+(?:[\w'-]+\s+){{0,2}}?(?:{men})\b", re.IGNORECASE)


@cache
def _enemy() -> re.Pattern[str]:
    words = settings("languages/en/communiques.toml")
    return re.compile(rf"\b(?:{'|'.join(words['enemy'])})\b", re.IGNORECASE)
