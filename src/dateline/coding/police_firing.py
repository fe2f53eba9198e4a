"""People killed "in police firing": a deed of the police, apart from what a mob did beside it.

"Three persons were burnt alive in a communal clash and two were killed in police firing" tells of
two events with two doers (coding frame: a different perpetrator is a different claim). Words are
data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.mentions import ActorMention, FigureMention
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import ActorKind

WORDS = "languages/en/crowd_control.toml"
"""Where the words for firing on a crowd are kept."""

FORCES = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES})

HARM = frozenset({"kill", "die", "shoot", "injure"})
"""What the table of triggers calls words for people who are hit."""

HIT = HARM - {"shoot"}
"""Those that say that somebody was hit."""

RIOT = "riot"
"""What it calls words for what a mob does."""

_LINKS = frozenset({"prep", "agent", "dative"})


def is_by_force(findings: Findings, happening: Happening) -> bool:
    """Return whether a word tells of who fell to forces that fired: "killed in police firing"."""
    if HARM.isdisjoint(happening.trigger.concepts):
        return False
    head = findings.document.doc[happening.trigger.head]
    if any(_is_firing_of_forces(findings, noun) for noun in (head, *_causes(head))):
        return True
    return _hit_by(findings, head, FORCES)


def with_their_dead(
    findings: Findings,
    groups: Sequence[Sequence[Happening]],
    stand: Sequence[bool],
    own: Sequence[set[int]],
) -> list[set[int]]:
    """Return the numbers of each group, those who fell to forces with the word that says so.

    In "46 people died in the riots, eight of them in police firing" the eight are no toll of the
    mob's. ``own`` are the numbers that each group would have, ``stand`` which of them are claims.
    """
    moved = [set(numbers) for numbers in own]
    for at, members in enumerate(groups):
        if not stand[at]:
            continue
        theirs = {
            index
            for one in members
            if is_by_force(findings, one)
            for index in one.figures
            if _tells(findings, one, findings.figures[index])
        }
        for other, rivals in enumerate(groups if theirs else ()):
            if other != at and any(is_of_a_mob(findings, one) for one in rivals):
                moved[at] |= moved[other] & theirs
                moved[other] -= theirs
    return moved


def counts_their_dead(findings: Findings, members: Sequence[Happening]) -> bool:
    """Return whether an event is all of shots of forces with a number of their own before them.

    "84 people died in the riots, including 31 in police firing" tells who killed the 31.
    """
    doc = findings.document.doc
    return all(_is_firing_of_forces(findings, doc[one.trigger.head]) for one in members) and any(
        _tells(findings, one, findings.figures[index]) for one in members for index in one.figures
    )


def _tells(findings: Findings, happening: Happening, number: FigureMention) -> bool:
    """Whether a number hangs on a word or stands before it: "37 in police firing"."""
    if number.governor in range(happening.trigger.first, happening.trigger.last):
        return True
    head = findings.document.doc[happening.trigger.head]
    return any(
        one.first - 1 == number.last
        for noun in (head, *_causes(head))
        for one in shooters(findings, noun)
    )


def fell_to_force(findings: Findings, happenings: Sequence[Happening]) -> bool:
    """Return whether an event is one of people who fell to forces: no other sentence tells it.

    A riot told over several sentences has other dead as well.
    """
    told = {one.trigger.sentence for one in happenings if is_by_force(findings, one)}
    hit = any(
        not HIT.isdisjoint(one.trigger.concepts)
        or any(_tells(findings, one, findings.figures[index]) for index in one.figures)
        for one in happenings
    )
    return hit and bool(told) and all(one.trigger.sentence in told for one in happenings)


def is_of_a_mob(findings: Findings, happening: Happening) -> bool:
    """Return whether a word tells of what a mob did, or of who fell to its hands.

    A riot that is fired on is none ("police firing on a mob"), nor is one that only says when
    somebody fell to forces ("killed by police during riots").
    """
    words = settings(WORDS)
    head = findings.document.doc[happening.trigger.head]
    lemma = head.lemma_.lower()
    if any(_hit_by(findings, word, FORCES) for word in _over(head)):
        return False
    by_rioters = _hit_by(findings, head, frozenset({ActorKind.RIOTERS}))
    if head.pos_ == "VERB" and (lemma in words["by_hand"] or by_rioters):
        return True
    return (
        RIOT in happening.trigger.concepts
        and lemma not in words["mobs"] + words["things"]
        and not any(_is_firing_of_forces(findings, noun) for noun in head.ancestors)
    )


def _over(word: Token) -> Iterator[Token]:
    """Yield the words that a word hangs on, up to where it is joined to another."""
    while word.dep_ not in ("conj", "ROOT"):
        word = word.head
        yield word


def _hit_by(findings: Findings, word: Token, kinds: frozenset[ActorKind]) -> bool:
    """Whether somebody is hit "by the rioters", "shot dead by the army"."""
    nouns = {noun.i for by in word.children if by.dep_ == "agent" for noun in by.children}
    return any(
        mention.head in nouns and any(actor.kind in kinds for actor in mention.actors)
        for mention in (findings.actors if nouns else ())
    )


def _causes(head: Token) -> Iterator[Token]:
    """What somebody is killed in or by."""
    for child in head.children:
        if child.dep_ in _LINKS:
            # The tagger takes "in police firing" for what somebody is doing, too.
            yield from (noun for noun in child.children if noun.dep_ in ("pobj", "pcomp"))


def _is_firing_of_forces(findings: Findings, noun: Token) -> bool:
    return next(shooters(findings, noun), None) is not None


def shooters(findings: Findings, noun: Token) -> Iterator[ActorMention]:
    """Yield the police or soldiers before a word for shots, or who resort to them."""
    words = settings(WORDS)
    # "Police firing tear gas" shoot at nobody.
    if noun.lower_ not in words["firing"] or any(kid.dep_ == "dobj" for kid in noun.children):
        return
    before = {child.i for child in noun.lefts}
    over = noun.head.head if noun.dep_ in ("pobj", "pcomp") else noun.head
    if over.lemma_.lower() in words["resorting"]:
        # The tagger may take who stands before it for anything.
        before |= {child.i for child in over.children if child.dep_ == "nsubj"} | {over.i - 1}
    for mention in findings.actors:
        if mention.head not in before and mention.last != noun.i:
            continue
        if any(actor.kind in FORCES for actor in mention.actors):
            yield mention
