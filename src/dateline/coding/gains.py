"""What words of conquest take by their syntax: places, sums of ground, arms."""

from __future__ import annotations

from dateline.coding.driven import driven_out
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.holders import CONQUEST, holding_noun, is_ground_noun, is_under
from dateline.coding.paths import path
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import Measure, Place

OBJECTS = frozenset(
    {
        ">dobj",
        ">nsubjpass",
        ">dobj>prep:of>pobj",
        ">dobj>prep:of>pobj>prep:of>pobj",
        ">dobj>appos",
        ">dobj>prep:including>pobj",
        ">dobj>prep:including>pobj>prep:of>pobj",
        ">dobj>prep:of>pobj>prep:including>pobj",
        ">nsubjpass>prep:of>pobj",
        ">nsubjpass>prep:including>pobj",
    }
)
"""Dependency paths from a verb to what it takes."""

CONTROLLED = frozenset(
    f"{control}>prep:{over}>pobj{of}"
    for control in ("", ">dobj", ">dobj>prep:over>pobj")
    for over in ("of", "over", "on")
    for of in ("", ">prep:of>pobj")
)
"""Such paths by a word for control: "took control on Monday of Bor", "imposed control over"."""

BEFORE = frozenset({"^relcl", "^acl", "^relcl>prep:of>pobj", "^acl>prep:of>pobj"})
"""Dependency paths from the verb of a clause on a place to that place."""

SUMS = frozenset({str(Measure.AREA_KM2), str(Measure.SETTLEMENTS)})
"""Measures of ground that is taken, over several places or days."""


FALLING = frozenset(
    f">{part}{below}"
    for part in ("nsubj", "nsubjpass")
    for below in ("", ">prep:of>pobj", ">prep:of>pobj>prep:of>pobj", ">appos")
)
"""Dependency paths from a verb to what changes hands by it: "Sake is in rebel hands"."""


def taken_places(findings: Findings, happening: Happening) -> list[Place]:
    """Return the towns and sites that a word of conquest takes or loses by its syntax."""
    trigger = happening.trigger
    left = driven_out(findings, happening)
    if "seize" not in trigger.concepts and left is None and not falls_alone(findings, happening):
        return []
    doc = findings.document.doc
    head = doc[trigger.head]
    controls = "control" in trigger.lemma.split()
    verb = head if head.pos_ != "ADP" and not is_under(head) else head.head
    while verb.pos_ in ("ADP", "ADV", "ADJ") and verb.head.i != verb.i:
        verb = verb.head  # "is back in the hands of", "are under the control of"
    falls = head.lemma_.lower() in settings(CONQUEST)["falling"] or holding_noun(head) is not None
    put = is_under(head)  # "put the town under their control"
    towns = [
        place
        for place in findings.within(findings.places, trigger.sentence)
        if place.level in ("settlement", "site")
    ]

    clause = _named_before(head)
    behind = behind_comma(head)

    def is_taken(at: int, way: str) -> bool:
        return (
            way in OBJECTS
            or (clause and way in BEFORE)
            or (behind is not None and at == behind.i)
            or (controls and way in CONTROLLED)
            or _holds_ground(head, doc[at])
            or (falls and path(doc, verb.i, at) in (FALLING | OBJECTS if put else FALLING))
            or (left is not None and _is_at(doc[at], left.ground))
        )

    ways = [path(doc, trigger.head, place.head) for place in towns]
    taken = [p.place for p, way in zip(towns, ways, strict=True) if is_taken(p.head, way)]
    if taken:
        return taken
    # The first of a list may have a name that is not known: "took Ngoro and Bambari".
    first = [way.split(">conj")[0] for way in ways]
    return [p.place for p, way in zip(towns, first, strict=True) if way and is_taken(p.head, way)]


def _named_before(verb: Token) -> bool:
    """Whether a verb takes what its clause is about: "Kupiansk, which they captured"."""
    words = settings(CONQUEST)
    lemma = verb.lemma_.lower()
    if verb.dep_ == "acl":
        return verb.tag_ == "VBN" and lemma in words["verbs"]
    parts = ("nsubj",) if lemma in words["falling"] else ("dobj", "nsubjpass")
    taking = lemma in words["verbs"] or lemma in words["falling"]
    return (
        taking
        and verb.dep_ == "relcl"
        and any(kid.tag_ == "WDT" and kid.dep_ in parts for kid in verb.children)
    )


def behind_comma(verb: Token) -> Token | None:
    """Return the word before the comma that a participle with an agent stands behind, or None.

    "Hit a market in Marib, captured by the Houthis last month": the parser hangs it on the verb.
    """
    words = settings(CONQUEST)["verbs"]
    if verb.i < 2 or verb.tag_ != "VBN" or verb.lemma_.lower() not in words:
        return None
    agent = verb.dep_ in ("acl", "advcl") and any(kid.dep_ == "agent" for kid in verb.children)
    comma = verb.nbor(-1)
    return comma.nbor(-1) if agent and comma.lower_ == "," and comma.i > verb.sent.start else None


def falls_alone(findings: Findings, happening: Happening) -> bool:
    """Return whether a verb says that a town or site fell, and not to whom: "Goma fell on Monday".

    Shells fall on a town, and a town falls silent.
    """
    verb = findings.document.doc[happening.trigger.head]
    words = settings(CONQUEST)
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in words["falling"] or verb.tag_ == "VB":
        return False
    if any(kid.dep_ in ("acomp", "oprd", "neg", "dobj") for kid in verb.children):
        return False
    if any(
        kid.dep_ == "prep" and kid.lower_ in words["into"] and not _tells_when(kid)
        for kid in verb.children
    ):
        return False
    if any(_is_known_town(kid) for kid in verb.children):
        return True
    return any(
        place.level in ("settlement", "site")
        and path(findings.document.doc, verb.i, place.head) in FALLING
        for place in findings.within(findings.places, happening.trigger.sentence)
    )


def _tells_when(prep: Token) -> bool:
    """Whether a preposition tells by when a town fell: "by evening", "by Friday morning"."""
    times = settings(CONQUEST)["by_times"]
    return prep.lower_ == "by" and any(noun.lower_ in times for noun in prep.children)


def _is_known_town(subject: Token) -> bool:
    """Whether a subject is a town that the report has named before: "the town fell on Sunday"."""
    return (
        subject.dep_ == "nsubj"
        and subject.lemma_.lower() in settings(CONQUEST)["whole"]
        and [kid.lower_ for kid in subject.children] == ["the"]
    )


def taken_by(findings: Findings, happening: Happening) -> set[str]:
    """Return what a word of conquest takes by its syntax: named places, villages, square km."""
    trigger = happening.trigger
    driven = driven_out(findings, happening) is not None
    if "seize" not in trigger.concepts and not driven and not falls_alone(findings, happening):
        return set()
    out = {place.canonical for place in taken_places(findings, happening)}
    for figure in findings.within(findings.figures, trigger.sentence):
        if str(figure.figure.measure) in SUMS:
            number = figure.figure.best or figure.figure.low
            out.add(f"{figure.figure.measure}:{number}")
    return out


def _holds_ground(verb: Token, place: Token) -> bool:
    """Whether what a verb takes is ground that lies at a place: "retook the barracks at Sake"."""
    preposition, words = place.head, settings(CONQUEST)
    if place.dep_ != "pobj" or preposition.lower_ not in words["lying"]:
        return False
    taken = [kid for kid in verb.children if kid.dep_ in ("dobj", "nsubjpass")]
    return any(is_ground_noun(noun) and preposition.head in (noun, verb) for noun in taken)


def _is_at(place: Token, ground: int) -> bool:
    """Whether a place is the ground, or names it: "the town of Bor", "Bor and Torit"."""
    over = place
    while over.i != ground and over.dep_ in ("pobj", "prep", "appos", "conj", "compound"):
        if over.dep_ == "prep" and over.lower_ != "of":
            return False
        over = over.head
    return over.i == ground


def arms_taken(findings: Findings, happening: Happening) -> set[str]:
    """Return "arms" where a word of conquest takes weapons by its syntax and no place is named.

    Arms are taken in the towns that are taken, which is told with them; where no town is named, a
    sentence on booty is a claim of its own.
    """
    trigger = happening.trigger
    towns = any(
        place.level in ("settlement", "site")
        for place in findings.within(findings.places, trigger.sentence)
    )
    words = settings("languages/en/conquest.toml")
    doc = findings.document.doc
    if towns or doc[trigger.head].lemma_.lower() not in words["verbs"]:
        return set()
    taken = [child for child in doc[trigger.head].children if child.dep_ in ("dobj", "nsubjpass")]
    nouns = [noun for child in taken for noun in (child, *child.conjuncts)]
    return {"arms"} if any(noun.lemma_.lower() in words["arms"] for noun in nouns) else set()
