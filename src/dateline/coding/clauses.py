"""Clauses that stand side by side in one sentence, each with a subject of its own.

"A bomb killed four soldiers near Kandahar; separately, gunmen shot dead a judge in Ghazni" tells of
two events, "a bomber struck in Quetta and at least 20 people were killed" of one. What tells them
apart is that both clauses say who and where; or that the second says that it is about another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from dateline.coding.coordination import ONE_TOWN
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.mentions import ActorMention, FigureMention, PlaceMention
from dateline.coding.pair_features import gap_km
from dateline.coding.scenes import TURN, turns
from dateline.coding.syntax import Token
from dateline.coding.triggers import Trigger
from dateline.knowledge.files import settings
from dateline.model import ActorKind, Place, PlacePrecision

SENTENCES = "languages/en/sentences.toml"
"""Where the words that set a clause beside another are kept."""

CONQUEST = "languages/en/conquest.toml"
"""Where the verbs of leaving a place are kept."""

HIGHEST = 12
"""How many words above a trigger its clause is looked for."""

WEAPONS = frozenset({"suicide_bomb", "airstrike", "shelling", "ied", "grenade"})
"""Concepts of the table of triggers that are weapons."""

STATES = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES})
BANDS = frozenset({ActorKind.REBEL, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA})

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BESIDE = frozenset({"conj", "parataxis"})
_LEVELS = frozenset({"region", "settlement", "site"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with its own subject.

    ``head`` is its verb, ``line`` the verbs beside which it stands, itself among them; ``places``
    are where it says that things happen, ``other`` is true where it says that it tells of another
    event ("separately", "in a second attack"), and ``new`` where its subject is told here first.
    ``weapon`` is what its subject speaks of, where that is a weapon, and ``hit`` the kinds of those
    who are its object; ``turned`` is true where it opens with a turn to another place.
    """

    head: int
    line: frozenset[int]
    places: tuple[Place, ...] = ()
    other: bool = False
    new: bool = True
    weapon: str = ""
    hit: frozenset[ActorKind] = frozenset()
    turned: bool = False


def clause_of(findings: Findings, trigger: Trigger) -> Clause | None:
    """Return the clause of a trigger, or None where it has no subject."""
    # Asked for by several: kept with the parse, as ways through it are.
    known: dict[int, Clause | None] = findings.document.doc.user_data.setdefault("clauses", {})
    if trigger.head not in known:
        known[trigger.head] = _clause(findings, trigger)
    return known[trigger.head]


def _clause(findings: Findings, trigger: Trigger) -> Clause | None:
    doc = findings.document.doc
    head = _head(doc[trigger.head])
    if head is None:
        return None
    places = tuple(
        mention.place
        for mention in findings.within(findings.places, trigger.sentence)
        if mention.level in _LEVELS and _happens_in(doc[mention.head], head)
    )
    new = _has_own_subject(head, findings)
    weapon, hit = _strikes(findings, trigger, head)
    other = new and _is_other(head)
    opening = doc[head.left_edge.i : max(head.left_edge.i + TURN, head.i)]
    turned = new and turns(opening)
    return Clause(head.i, frozenset(_line(head)), places, other, new, weapon, hit, turned)


def _strikes(findings: Findings, trigger: Trigger, verb: Token) -> tuple[str, frozenset[ActorKind]]:
    """The weapon that is a verb's subject, or "", and the kinds of those who are its object."""
    subject = _subject(verb)
    told = (
        concept
        for one in findings.within(findings.triggers, trigger.sentence)
        if subject is not None and one.head == subject.i
        for concept in one.concepts
        if concept in WEAPONS
    )
    harmed = {kid.i for kid in verb.children if kid.dep_ == "dobj"}
    kinds = (
        actor.kind
        for mention in findings.within(findings.actors, trigger.sentence)
        if mention.head in harmed
        for actor in mention.actors
    )
    return next(told, ""), frozenset(kinds)


def tell_two(one: Clause | None, other: Clause | None) -> bool:
    """Return whether two clauses of a sentence stand side by side and tell of two events."""
    if one is None or other is None or one.head == other.head or not one.line & other.line:
        return False
    later = other if one.head < other.head else one
    # "They took Koro, and the army left Wau", but not "the army left Wau, and it lost Koro".
    if later.other or not later.new:
        return later.other
    if _hit_foes(one, other):
        return True
    return bool(one.places and other.places) and all(
        _lie_apart(here, there) for here in one.places for there in other.places
    )


def _hit_foes(one: Clause, other: Clause) -> bool:
    """Whether two weapons hit a state's forces and those whom they fight.

    "A mine killed two soldiers, and an air strike killed four rebels" has two that act.
    """
    if not one.weapon or not other.weapon or one.weapon == other.weapon:
        return False
    return any(
        not mine.hit.isdisjoint(STATES) and not theirs.hit.isdisjoint(BANDS)
        for mine, theirs in ((one, other), (other, one))
    )


def confined(findings: Findings, happenings: Sequence[Happening]) -> tuple[Happening, ...]:
    """Return the happenings, each without what a clause beside its own has for another event.

    Whom the gunmen of one clause killed, where and how many, is nothing to the bomb of the other; a
    clause that names no place of its own may share one.
    """
    told = Counter(happening.trigger.sentence for happening in happenings)
    clauses = [
        clause_of(findings, happening.trigger) if told[happening.trigger.sentence] > 1 else None
        for happening in happenings
    ]
    out: list[Happening] = []
    for happening, own in zip(happenings, clauses, strict=True):
        others = {
            clause.head
            for other, clause in zip(happenings, clauses, strict=True)
            if other.trigger.sentence == happening.trigger.sentence
            and clause is not None
            and tell_two(own, clause)
        }
        if not others or own is None:
            out.append(happening)
            continue
        places = _outside(findings, others, happening.places, findings.places)
        out.append(
            replace(
                happening,
                actors=_outside(findings, others, happening.actors, findings.actors),
                figures=_outside(findings, others, happening.figures, findings.figures),
                places=places if own.places else happening.places,
            )
        )
    return tuple(out)


def stands_beside(
    findings: Findings, group: Sequence[Happening], other: Sequence[Happening]
) -> bool:
    """Return whether an event has a place in a clause of its own, beside one of another event."""
    shared = {one.trigger.sentence for one in group} & {one.trigger.sentence for one in other}
    if not shared:
        return False
    own, theirs = (
        [clause_of(findings, one.trigger) for one in some if one.trigger.sentence in shared]
        for some in (group, other)
    )
    return any(
        mine is not None and mine.places and tell_two(mine, clause)
        for mine in own
        for clause in theirs
    )


V = TypeVar("V")


def _outside(
    findings: Findings,
    clauses: set[int],
    chances: Mapping[int, V],
    mentions: Sequence[ActorMention | FigureMention | PlaceMention],
) -> dict[int, V]:
    """The mentions, with their chances, that stand in none of some clauses."""
    doc = findings.document.doc
    return {
        index: chance
        for index, chance in chances.items()
        if (head := _head(doc[mentions[index].head])) is None
        or head.i not in clauses
        or (isinstance(mentions[index], ActorMention) and not _is_core(doc[mentions[index].head]))
    }


def _is_core(token: Token) -> bool:
    """Whether a word stands in a subject or object: what follows may be said of both clauses."""
    for _ in range(HIGHEST):
        if token.pos_ in ("VERB", "AUX") or token.head.i == token.i:
            return False
        if token.dep_ in _SUBJECTS | {"dobj"}:
            return True
        token = token.head
    return False


def _lie_apart(here: Place, there: Place) -> bool:
    """Whether two places are not one town, nor the one a part of the other."""
    wide = PlacePrecision.REGION in (here.precision, there.precision)
    parts = (here.admin1, there.admin1)
    if wide and here.country == there.country and (None in parts or parts[0] == parts[1]):
        return False
    gap = gap_km(here, there)
    return gap is not None and gap > ONE_TOWN


def _head(token: Token) -> Token | None:
    """The verb of the nearest clause with a subject, above a word, that may stand by itself."""
    for _ in range(HIGHEST):
        if token.i + 1 < len(token.doc) and _taken_away(token.nbor()) == token:
            return token.nbor()
        if token.pos_ in ("VERB", "AUX") and _opens(token) and _subject(token) is not None:
            return token
        if token.head.i == token.i or (token.dep_ == "conj" and _is_past_another(token)):
            return None
        token = token.head
    return None


def _is_past_another(verb: Token) -> bool:
    """Whether a clause with a subject stands between a verb and the one that it is joined to.

    "A rocket kills two, while a car bomb in the city kills one and injures nine": the parser may
    join the last verb to the first, and whose it is cannot be told.
    """
    return any(
        other.head.i == verb.head.i
        and verb.head.i < other.i < verb.i
        and _opens(other)
        and _subject(other) is not None
        for other in verb.head.children
    )


def _opens(verb: Token) -> bool:
    return verb.dep_ in _BESIDE | {"ROOT", "ccomp"} or _is_while(verb)


def _is_while(verb: Token) -> bool:
    """Whether a clause is set against another: "while mortars hit the town"."""
    words = settings(SENTENCES)["beside"]
    return verb.dep_ == "advcl" and any(
        child.dep_ in ("mark", "advmod") and child.lower_ in words for child in verb.children
    )


def _line(verb: Token) -> list[int]:
    """The verbs beside which a clause stands, up to the first."""
    line = [verb.i]
    while len(line) < HIGHEST and verb.head.i != verb.i:
        joined = verb.dep_ in _BESIDE or _is_while(verb)
        # "A bomb killed four; gunmen shot a judge": the parser takes the first for what is said.
        listed = verb.dep_ == "ccomp" and any(child.text == ";" for child in verb.head.children)
        if not (joined or listed):
            break
        verb = verb.head
        line.append(verb.i)
    return line


def _subject(verb: Token) -> Token | None:
    own = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
    return own if own is not None else _taken_away(verb)


def _taken_away(verb: Token) -> Token | None:
    """The noun right before a verb that the parser takes for part of what stands before it.

    "In Jaramana and warplanes bombed Raqqa" is read as "in Jaramana and warplanes", "in another
    incident gunmen killed" as "in another incident gunmen".
    """
    if verb.dep_ != "conj" or verb.pos_ != "VERB" or verb.i == 0:
        return None
    noun = verb.nbor(-1)
    if noun.pos_ not in ("NOUN", "PROPN") or noun.is_sent_start or noun.head.i == verb.i:
        return None
    if any(child.dep_ in _SUBJECTS for child in verb.children):
        return None
    listed = noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN") and noun.head.i < noun.i
    return noun if listed or _tells_of_another(noun) else None


def _tells_of_another(noun: Token) -> bool:
    """Whether a noun after "in", or a subject, is another event: "in a second attack".

    "Separate air raids killed 25" sums up more than one. A further weapon is another event where
    it is "another": the second of two bombs may belong to the first.
    """
    words = settings(SENTENCES)
    events = [noun, *(child for child in noun.children if child.dep_ == "compound")]
    inside = noun.dep_ == "pobj" and noun.head.lower_ == "in"
    if noun.dep_ in _SUBJECTS and noun.lemma_.lower() in words["another_weapon"]:
        again = any(kid.dep_ == "dobj" and kid.pos_ == "PRON" for kid in noun.head.children)
        return not again and any(kid.lower_ == words["another"][0] for kid in noun.children)
    return (
        (inside or (noun.dep_ in _SUBJECTS and noun.tag_ != "NNS"))
        and any(kid.lower_ in words["another_event"] for kid in noun.children)
        and any(event.lemma_.lower() in words["events"] for event in events)
    )


def _has_own_subject(verb: Token, findings: Findings) -> bool:
    """Whether the subject is told here first: no "they", no "the blast", no "his driver"."""
    subject = _subject(verb)
    words = settings(SENTENCES)
    if subject is None:
        return False
    if subject.pos_ == "PRON" and subject.lower_ not in words["another"]:
        return False
    if any(child.dep_ == "poss" and child.pos_ == "PRON" for child in subject.children):
        return False
    if all(child.lower_ not in words["definite"] for child in subject.children):
        return True
    event = any(trigger.head == subject.i for trigger in findings.triggers)
    return not event and subject.lemma_.lower() not in words["doers"]


def _happens_in(place: Token, head: Token) -> bool:
    """Whether a place stands in a clause, and something happens there: not "fled to Wana"."""
    governor = place
    while governor.dep_ in ("compound", "appos", "conj", "nmod", "poss", "pobj") and (
        governor.dep_ != "pobj" or governor.head.lower_ == "of"
    ):
        governor = governor.head.head if governor.dep_ == "pobj" else governor.head
    by = governor.head
    # "The army withdrew from Massaguet" is about the town that it left.
    left = by.lower_ == "from" and _leaves(by.head)
    if governor.dep_ == "pobj" and by.lower_ in settings(SENTENCES)["elsewhere"] and not left:
        return False
    found = _head(place)
    return found is not None and found.i == head.i


def _leaves(verb: Token) -> bool:
    """Whether a verb says that somebody gives a place up."""
    phrases = {verb.lemma_.lower(), *(f"{verb.lemma_} {kid.lower_}" for kid in verb.children)}
    return not phrases.isdisjoint(settings(CONQUEST)["leaving"])


def _is_other(head: Token) -> bool:
    """Whether a clause says that it is about another event, at its start or by its subject.

    At its end only "in" says so: "two were killed in another attack".
    """
    words = settings(SENTENCES)
    if _is_at_another_time(head):
        return True
    for child in head.children:
        if child.dep_ in _SUBJECTS and _tells_of_another(child):
            return True
        if child.i > head.i and child.lower_ != "in":
            continue
        if child.dep_ == "advmod" and child.lower_ in words["separately"]:
            return True
        if child.dep_ == "prep" and any(_tells_of_another(noun) for noun in child.children):
            return True
    return False


def _is_at_another_time(head: Token) -> bool:
    """Whether a clause opens with a time that parts it from what was told, and somebody new acts.

    "Hours later, a bomb hit a convoy", "the next day, gunmen killed six", but not "two days later,
    the toll rose" nor "he died".
    """
    words = settings(SENTENCES)
    if head.lemma_.lower() in words["aftermath"]:
        return False
    subject = _subject(head)
    if subject is None or subject.pos_ not in ("NOUN", "PROPN"):
        return False
    if any(kid.lower_ in words["definite"] or kid.dep_ == "poss" for kid in subject.children):
        return False
    for child in head.children:
        if child.i > subject.i:
            break
        span = child.lemma_.lower() in words["spans"]
        kids = list(child.children)
        if child.dep_ == "npadvmod" and span and any(kid.lower_ in words["next"] for kid in kids):
            return True
        counted = any(kid.lemma_.lower() in words["spans"] for kid in kids)
        if child.dep_ == "advmod" and child.lower_ in ("later", "earlier") and counted:
            return True
    return False
