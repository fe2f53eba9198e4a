"""Armed men who rob and harm nobody: "gunmen looted a clinic and carried off the drugs".

Clinics, warehouses and aid convoys are looted by men with guns, and the guns make it read like an
attack, what they carry off like an abduction. By the coding frame property is looted.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.counted import noun_class
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import Figure, Measure, SubEventType

WORDS = "languages/en/captives.toml"
"""Where the words for robbery are kept, and for what comes with it and harms nobody."""

READ_AS = frozenset({SubEventType.ATTACK, SubEventType.ABDUCTION})
"""Types that such a robbery is otherwise read as."""

SURE = 0.5
"""How sure a word of robbery must be to tell of an event."""

_THINGS = frozenset({"", "never"})
_HARM = frozenset({Measure.KILLED, Measure.INJURED, Measure.CAPTURED, Measure.MISSING})


def robbed(
    findings: Findings, members: Sequence[Happening], kind: SubEventType, figures: Sequence[Figure]
) -> SubEventType:
    """Return the type of an event: looting where armed men take things and nobody is harmed."""
    if kind not in READ_AS or any(
        figure.measure in _HARM and figure.high != 0 for figure in figures
    ):
        return kind
    words = settings(WORDS)
    doc = findings.document.doc
    told = [one for one in members if one.sure >= SURE]
    robs = [
        one
        for one in told
        if one.trigger.lemma in words["robbing"]
        # "Carried off paintings from the museum".
        or ("abduct" in one.trigger.concepts and _takes_things(doc[one.trigger.head]))
    ]
    if not robs or any(_is_unreal(doc[one.trigger.head]) for one in robs):
        return kind
    rest = (one for one in told if one not in robs)
    beside = all(
        one.trigger.lemma in words["with_robbing"]
        or "change" in one.trigger.concepts
        or ("abduct" in one.trigger.concepts and _takes_things(doc[one.trigger.head]))
        or ("injure" in one.trigger.concepts and _is_denied(findings, one))
        for one in rest
    )
    return SubEventType.LOOTING if beside else kind


def _is_unreal(verb: Token) -> bool:
    """Whether somebody only tried to: "in an attempted robbery"."""
    return any(
        kid.dep_ == "neg" or kid.lower_ in settings(WORDS)["only_tried"] for kid in verb.children
    )


def _takes_things(verb: Token) -> bool:
    """Whether all that a verb takes is things: "carried off the drugs and two vehicles"."""
    taken = [kid for kid in verb.children if kid.dep_ in ("dobj", "nsubjpass")]
    nouns = [noun for kid in taken for noun in (kid, *kid.conjuncts)]
    return bool(nouns) and all(
        noun.pos_ == "NOUN" and noun_class(noun) in _THINGS for noun in nouns
    )


def _is_denied(findings: Findings, one: Happening) -> bool:
    """Whether nobody was hurt: "no staff were hurt"."""
    here = findings.within(findings.figures, one.trigger.sentence)
    return any(mention.figure.high == 0 for mention in here)
