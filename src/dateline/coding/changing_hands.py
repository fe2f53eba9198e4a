"""Who takes a place and who gives it up, by the syntax of the words that tell of it."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.actors import settle
from dateline.coding.driven import driven_out
from dateline.coding.findings import Findings
from dateline.coding.former import is_former
from dateline.coding.gains import taken_places
from dateline.coding.happenings import Happening
from dateline.coding.holders import holding_noun, is_ground_noun, is_holder, is_no_longer, is_undone
from dateline.coding.leaving import gives_himself_up, gives_up_ground, who_moved_in
from dateline.coding.second_look import Sides
from dateline.coding.sentence_roles import Role, role_of, tie_of
from dateline.coding.syntax import Token
from dateline.coding.unopposed import comes_in, is_fought, walks_in
from dateline.knowledge.files import settings
from dateline.model import Actor, ActorKind, Measure, Place

CONQUEST = "languages/en/conquest.toml"
"""Where the words of conquest are kept."""

TAKEN = 0.4
"""How sure a word of conquest must be to tell of an event, for its object to count as taken."""

_OF_PEOPLE = frozenset({Measure.KILLED, Measure.INJURED, Measure.CAPTURED, Measure.MISSING})


def changed_hands(
    findings: Findings, members: list[Happening], sides: Sides, place: Place | None
) -> dict[str, Actor]:
    """Return by syntax who takes the place ("to") and who leaves or loses it ("from").

    "gets" is to whom somebody surrenders who gives up no ground.
    """
    told: dict[str, Actor] = {}
    for part, actor in all_told(findings, members, sides, place):
        if actor not in told.values():
            told.setdefault(part, actor)
    return told


def all_told(
    findings: Findings, members: list[Happening], sides: Sides, place: Place | None
) -> Iterator[tuple[str, Actor]]:
    """Who takes the place and who gives it up by the syntax of all triggers, the surest first."""
    doc = findings.document.doc
    takes = {one.trigger.sentence for one in members if _takes(one)}
    for happening in sorted(members, key=lambda happening: -happening.sure):
        # Who takes comes first: both may be no more than "rebels" of one country.
        told = sorted(_holders(findings, happening, sides, place), key=lambda one: one[0] != "to")
        if happening.trigger.sentence in takes and _lost_before(doc[happening.trigger.head]):
            # "Retook the village, which they had lost to the army."
            yield from (("from", actor) for part, actor in told if part == "to")
        else:
            yield from told


def _takes(happening: Happening) -> bool:
    """Whether a word surely tells that ground is taken."""
    verb, words = happening.trigger.lemma.split()[0], settings(CONQUEST)
    return (
        happening.sure >= TAKEN
        and "seize" in happening.trigger.concepts
        and verb not in (*words["losing"], *words["falling"], *words["holding"])
    )


def _lost_before(verb: Token) -> bool:
    """Whether a clause on what is taken says to whom, or that, it had been lost before."""
    return verb.dep_ in ("relcl", "acl") and verb.lemma_.lower() in settings(CONQUEST)["losing"]


def loses_ground(findings: Findings, members: list[Happening]) -> bool:
    """Return whether a word says that somebody lost ground, or has it no longer.

    "Lost control of the port", "no longer holds the airport".
    """
    doc, losing = findings.document.doc, settings(CONQUEST)["losing"]
    return any(
        one.sure >= TAKEN
        and (one.trigger.lemma.split()[0] in losing or is_no_longer(doc[one.trigger.head]))
        and not is_undone(doc[one.trigger.head])
        and bool(taken_places(findings, one))
        for one in members
    )


def _holders(
    findings: Findings, happening: Happening, sides: Sides, place: Place | None
) -> Iterator[tuple[str, Actor]]:
    """Who takes the place ("to") and who gives it up ("from") by the syntax of one trigger."""
    trigger = happening.trigger
    words = settings(CONQUEST)
    doc = findings.document.doc
    verb = trigger.lemma.split()[0]
    holding = verb in words["holding"]
    word = doc[trigger.head]
    surrenders = gives_himself_up(word) and not gives_up_ground(findings, word)
    away = "seize" in trigger.concepts and is_no_longer(word)
    people = loses_people(findings, doc[trigger.head])
    losing = away or (verb in words["losing"] and not people and not surrenders)
    leaving = "withdraw" in trigger.concepts or losing
    falling = verb in words["falling"]
    taking = (
        ("seize" in trigger.concepts or _has_come(findings, happening))
        and not (verb in words["losing"] or falling)
        and not _takes_people(findings, doc[trigger.head])
        and not holding
    )
    left = driven_out(findings, happening)
    held = holding_noun(doc[trigger.head])
    if held is None and (happening.sure < TAKEN or doc[trigger.head].pos_ not in ("VERB", "NOUN")):
        return
    events = frozenset(other.head for other in findings.triggers)
    # "DOZENS OF SOLDIERS CAPTURED": a headline's participle without an object is passive.
    headline = findings.document.sentences[trigger.sentence].kind == "headline"
    bare = headline and not any(c.dep_ in ("dobj", "prep") for c in doc[trigger.head].children)
    came = frozenset(noun.i for noun in who_moved_in(word)) if leaving else frozenset()
    for index in happening.actors:
        mention = findings.actors[index]
        head = doc[mention.head]
        if head.i in came:
            comer = _standing(findings, mention.actors[0], sides, place, own=True)
            if comer is not None and comer.kind is not ActorKind.CIVILIANS:
                yield "to", comer  # "left the town, and soldiers moved in"
            continue
        if held is not None and is_holder(head, held):
            holder = _standing(findings, mention.actors[0], sides, place, own=True)
            if holder is not None and holder.kind is not ActorKind.CIVILIANS:
                yield ("from" if away else "to"), holder
            continue
        role = role_of(head, events)
        tie = tie_of(role, head, doc[trigger.head])
        if taking and is_former(head, doc[trigger.head]):
            former = _standing(findings, mention.actors[0], sides, place, own=True)
            if former is not None and former.kind is not ActorKind.CIVILIANS:
                yield "from", former
            continue
        if tie == "object" and role.part == "does" and _achieves(doc[trigger.head]):
            tie = "here"  # "completed the capture of the town"
        if tie not in ("here", "shares", "clause:does"):
            continue
        does = (tie == "clause:does" or role.part == "does") and not bare
        gets = role.part == "to" and (falling or losing)
        driven = left is not None and tie == "here" and (does or mention.head == left.who)
        ground = taking and tie == "here" and role.part == "suffers" and _is_ground(role, head)
        does_so = does and (tie == "here" or (leaving and tie == "shares"))
        caught = role.part == "to" and surrenders and tie == "here"
        theirs = ground and not role.within and not sides[1]
        # "Took off from American bases" takes nothing from them.
        base = not _words_of(head).isdisjoint(words["grounds"])
        loses = taking and tie == "here" and role.part == "from" and not (role.within or base)
        own = driven or gets or caught or does_so or theirs or loses
        actor = _standing(findings, mention.actors[0], sides, place, own=own)
        if actor is None or actor.kind is ActorKind.CIVILIANS:
            continue
        if holding and tie == "here" and _is_agent(head, doc[trigger.head]):
            yield "to", actor  # "is now held by the militia"
            continue
        if driven:
            yield ("to" if does else "from"), actor
            continue
        if caught:
            yield "gets", actor
        elif (does and taking) or gets:
            yield "to", actor
        elif (does and leaving) or (taking and tie == "here" and role.part == "from"):
            yield "from", actor
        elif ground:
            yield "from", actor  # "captured a base of the group"


def _has_come(findings: Findings, happening: Happening) -> bool:
    """Whether armed men came into a place, and nobody is told to have fought them there."""
    return walks_in(findings, happening) or (
        comes_in(findings, happening) and not is_fought(findings, [happening])
    )


def _words_of(noun: Token) -> frozenset[str]:
    """The lemma of a noun and its singular: the lemma of "bases" may be "basis"."""
    return frozenset({noun.lemma_.lower(), noun.lower_.removesuffix("s")})


def _is_ground(role: Role, actor: Token) -> bool:
    """Whether what is taken is an actor's, and not the actor: "a base of the group"."""
    # A base that names whose it is is read as a name of theirs.
    return role.within or is_ground_noun(actor)


def _achieves(noun: Token) -> bool:
    """Whether a noun of conquest is what somebody has done: "completed the capture of the town"."""
    done = noun.dep_ == "dobj" and noun.head.lemma_.lower() in settings(CONQUEST)["achieving"]
    return done and not any(kid.lower_ == "by" for kid in noun.children)


def _is_agent(actor: Token, verb: Token) -> bool:
    """Whether an actor is by whom something is held: "is now held by the militia"."""
    over = actor.head
    return actor.dep_ == "pobj" and over.dep_ == "agent" and over.head.i == verb.i


def _takes_people(findings: Findings, head: Token) -> bool:
    """Whether an actor is what a verb takes: "took the army by surprise", "captured soldiers"."""
    actors = {mention.head for mention in findings.actors}
    return any(
        child.dep_ == "dobj" and child.i in actors and not is_ground_noun(child)
        for child in head.children
    )


def loses_people(findings: Findings, head: Token) -> bool:
    """Whether people are what a verb loses, and no ground: "lost 20 fighters and two tanks"."""
    lost = [noun.i for child in head.children if child.dep_ == "dobj" for noun in _all(child)]
    people = {mention.head for mention in findings.actors}
    for mention in findings.figures:
        if mention.figure.measure in _OF_PEOPLE:
            people.update(range(mention.first, mention.last))  # "20 of its fighters"
    named = {place.head for place in findings.places}
    ground = any(at in named or is_ground_noun(head.doc[at]) for at in lost)
    return not ground and any(at in people for at in lost)


def _all(noun: Token) -> list[Token]:
    return [noun, *noun.conjuncts]


def _are_one_army(known: Actor, settled: Actor) -> bool:
    """Whether two are one state's forces, told apart by a place that is not known."""
    kinds = {known.kind, settled.kind}
    same = settled.name is None and known.country == settled.country
    return same and kinds == {ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES}


def _standing(
    findings: Findings, actor: Actor, sides: Sides, place: Place | None, *, own: bool
) -> Actor | None:
    """The actor of a side that a mention names; else the mention's own where it is a subject."""
    settled = settle(actor, place.country if place else None, findings.country, findings.published)
    for side in sides:
        for known in side:
            if (known.name, known.kind, known.country) == (
                settled.name,
                settled.kind,
                settled.country,
            ) or (known.name and known.name == settled.name):
                return known
            if known.name is None and known.country and _are_one_army(known, settled):
                return known
    return settled if own else None
