"""Accords that somebody gives up: "Georgia withdrew from the accord", "Renamo tore up the treaty".

The word is that for coming to terms, and nobody does. By the coding frame it is a development that
fits nothing else, ``Other``. Words are data.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.holders import is_undone
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import SubEventType

WORDS = "languages/en/truces.toml"
"""Where the verbs of giving up are kept."""

AGREE = "agree"
"""What the table of triggers calls words for coming to terms."""

_OBJECTS = frozenset({"dobj", "nsubjpass"})


def accord_given_up(
    findings: Findings, members: Sequence[Happening], kind: SubEventType
) -> SubEventType:
    """Return the type of an event: ``Other`` where an accord is all that is told, and given up."""
    if kind is not SubEventType.AGREEMENT:
        return kind
    doc = findings.document.doc
    accords = [doc[one.trigger.head] for one in members if AGREE in one.trigger.concepts]
    given_up = bool(accords) and all(_is_given_up(noun) for noun in accords)
    return SubEventType.OTHER if given_up else kind


def _is_given_up(noun: Token) -> bool:
    """Whether a noun is what somebody leaves, ends or tears up, and not only threatens to."""
    words = settings(WORDS)
    if noun.pos_ not in ("NOUN", "PROPN"):
        return False
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ in ("from", "of"):
        while verb.lower_ in ("from", "of", "out") and verb.head.i != verb.i:
            verb = verb.head
        verbs = words["withdrawing"]
    elif noun.dep_ in _OBJECTS:
        verbs = words["giving_up"]
    else:
        return False
    return verb.lemma_.lower() in verbs and verb.tag_ != "VB" and not is_undone(verb)
