"""Conquest: fighting in which ground is taken, and who holds it before and afterwards."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.coding.actors import settle
from dateline.coding.driven import driven_out
from dateline.coding.findings import Findings
from dateline.coding.former import is_former
from dateline.coding.gains import arms_taken, taken_by, taken_places
from dateline.coding.happenings import Happening
from dateline.coding.holders import holding_noun, is_holder
from dateline.coding.leaving import gives, gives_himself_up, is_main, leaves_no_ground
from dateline.coding.sentence_roles import Role, role_of, tie_of
from dateline.coding.tried import is_only_tried, tried
from dateline.coding.unopposed import FIGHTING, walks_in
from dateline.knowledge.files import settings
from dateline.knowledge.ontology import ontology
from dateline.model import Actor, ActorKind, Control, Measure, Place, SubEventType

CONQUEST = "languages/en/conquest.toml"

TAKEN = 0.4
"""How sure a word of conquest must be to tell of an event, for its object to count as taken."""

HELD = 0.6
"""The same for a word that says in whose hands a place is."""

RAIDS = frozenset({SubEventType.ATTACK, SubEventType.ARMED_CLASH, SubEventType.ARRESTS})
"""What arms that are seized are otherwise read as."""

HARM = frozenset({Measure.KILLED, Measure.INJURED, Measure.CAPTURED})

GAINS = frozenset({SubEventType.GOVERNMENT_REGAINS, SubEventType.NON_STATE_OVERTAKES})

NAMED = frozenset(
    {
        SubEventType.CHANGE,
        SubEventType.DISRUPTED_WEAPONS,
        SubEventType.LOOTING,
        SubEventType.ABDUCTION,
    }
)
"""Types that words of conquest are otherwise read as, where what they take is a place by name."""

MOVED = frozenset(
    {
        SubEventType.ARMED_CLASH,
        SubEventType.ATTACK,
        SubEventType.CHANGE,
        SubEventType.OTHER,
        SubEventType.DISPLACEMENT,
        SubEventType.ABDUCTION,
    }
)
"""Types that the words of driving out are otherwise read as."""

_OTHERS = frozenset(
    {ActorKind.REBEL, ActorKind.EXTERNAL_FORCES, ActorKind.UNIDENTIFIED, ActorKind.IDENTITY_MILITIA}
)

_OF_PEOPLE = frozenset({Measure.KILLED, Measure.INJURED, Measure.CAPTURED, Measure.MISSING})

Sides = tuple[list[Actor], list[Actor]]
"""The actors of side a and of side b."""


def conquest(
    findings: Findings, members: list[Happening], kind: SubEventType, sides: Sides
) -> SubEventType:
    """Return the type by what is taken: a territorial one for fighting in which it is a place.

    The coding frame names the territorial types before the clash. A state's own forces regain;
    everybody else overtakes. "Fought to take the town" takes
    nothing yet. Where arms are all that is taken, as the frame has it ("depots or weapons seized"),
    their use is disrupted.
    """
    ground = any(taken_by(findings, happening) for happening in members)
    if not ground and any(arms_taken(findings, happening) for happening in members):
        taken = str(kind) in ontology().territorial or _is_booty(findings, members, kind)
        return SubEventType.DISRUPTED_WEAPONS if taken else kind
    doc = findings.document.doc
    left = any(happening.sure >= TAKEN and driven_out(findings, happening) for happening in members)
    in_hands = any(
        happening.sure >= HELD and _in_hands(findings, happening) for happening in members
    )
    if (left and kind in MOVED) or (in_hands and kind in RAIDS):
        return _won(sides)
    verbs = [doc[happening.trigger.head] for happening in members]
    if str(kind) in ontology().territorial and all(
        verb.lemma_.lower() in settings(CONQUEST)["losing"] and _loses_people(findings, verb)
        for verb in verbs
    ):
        return SubEventType.ARMED_CLASH
    if kind in GAINS and is_only_tried(findings, members):
        return SubEventType.ARMED_CLASH
    if kind not in (SubEventType.ARMED_CLASH, SubEventType.ATTACK) and kind not in NAMED:
        return kind
    done = any(
        happening.sure >= TAKEN
        and doc[happening.trigger.head].pos_ == "VERB"
        and not any(
            c.dep_ in ("aux", "neg") and c.lower_ in settings(CONQUEST)["undone"]
            for c in doc[happening.trigger.head].children
        )
        and not tried(doc[happening.trigger.head])
        and (
            _takes_place(findings, happening)
            if kind in NAMED
            else taken_by(findings, happening) or _takes_ground(findings, happening)
        )
        for happening in members
    )
    return _won(sides) if done else kind


def _won(sides: Sides) -> SubEventType:
    """The type of a gain of side a."""
    state = bool(sides[0]) and sides[0][0].kind is ActorKind.STATE_FORCES
    return SubEventType.GOVERNMENT_REGAINS if state else SubEventType.NON_STATE_OVERTAKES


def _is_booty(findings: Findings, members: list[Happening], kind: SubEventType) -> bool:
    """Whether arms that are taken are all that is told, where the words read as a raid or clash.

    Nobody fights, and nobody is killed, injured or led away.
    """
    takes = [member for member in members if arms_taken(findings, member)]
    if kind not in RAIDS or not takes:
        return False
    sentence = takes[0].trigger.sentence
    arms = settings(CONQUEST)["arms"]
    harmed = any(
        figure.figure.measure in HARM for figure in findings.within(findings.figures, sentence)
    )
    fought = any(
        trigger.sentence == sentence
        and not FIGHTING.isdisjoint(trigger.concepts)
        and "arrest" not in trigger.concepts  # "raid"
        and trigger.lemma not in arms  # "500 bullets"
        for trigger in findings.triggers
    )
    return not harmed and not fought


def _in_hands(findings: Findings, happening: Happening) -> bool:
    """Whether a word says in whose hands a named place is: "is in the hands of gunmen"."""
    held = holding_noun(findings.document.doc[happening.trigger.head])
    return held is not None and bool(taken_places(findings, happening))


def _takes_place(findings: Findings, happening: Happening) -> bool:
    """Whether a verb of conquest takes a town or site by its name: "have taken Basra"."""
    verbs = settings(CONQUEST)["verbs"]
    return happening.trigger.lemma in verbs and bool(taken_places(findings, happening))


def _takes_ground(findings: Findings, happening: Happening) -> bool:
    """Whether a word of conquest takes a place without a name: "captured a police station"."""
    words = settings(CONQUEST)
    trigger = happening.trigger
    if trigger.lemma not in words["verbs"]:
        return False
    doc = findings.document.doc
    for token in doc[trigger.first : trigger.last]:
        for child in token.children:
            taken = child.dep_ in ("dobj", "nsubjpass") or (
                child.dep_ == "prep" and child.lower_ == "of"
            )
            nouns = [child] if child.dep_ != "prep" else list(child.children)
            if taken and any(noun.lemma_.lower() in words["grounds"] for noun in nouns):
                return True
    return False


def changed_hands(
    findings: Findings, members: list[Happening], sides: Sides, place: Place | None
) -> dict[str, Actor]:
    """Return by syntax who takes the place ("to") and who leaves or loses it ("from").

    "gets" is to whom somebody surrenders who gives up no ground.
    """
    told: dict[str, Actor] = {}
    for part, actor in _all_told(findings, members, sides, place):
        if actor not in told.values():
            told.setdefault(part, actor)
    return told


def gain(
    kind: SubEventType, told: dict[str, Actor], members: list[Happening], sides: Sides
) -> SubEventType:
    """Return the type of a gain by who gains or loses: a state at home regains what others lose.

    Who enters or attacks a place has not taken it.
    """
    taker, loser = told.get("to"), told.get("from")
    if kind not in (SubEventType.GOVERNMENT_REGAINS, SubEventType.NON_STATE_OVERTAKES):
        return kind
    if not told and _surest(members).trigger.concepts == ("offensive",):
        return SubEventType.ARMED_CLASH
    if taker is None:
        if loser is None:
            return kind
        if loser.kind is ActorKind.STATE_FORCES:
            return SubEventType.NON_STATE_OVERTAKES
        # With nobody named who takes it, what rebels lose is taken for the state's.
        alone = all(actor is loser for actor in sides[0]) and loser.kind is ActorKind.REBEL
        return SubEventType.GOVERNMENT_REGAINS if alone else kind
    if taker.kind is ActorKind.STATE_FORCES:
        return SubEventType.GOVERNMENT_REGAINS
    return SubEventType.NON_STATE_OVERTAKES if taker.kind in _OTHERS else kind


def _surest(members: list[Happening]) -> Happening:
    return max(members, key=lambda happening: happening.sure)


def seated(
    findings: Findings,
    members: list[Happening],
    kind: SubEventType,
    sides: Sides,
    place: Place | None,
    told: dict[str, Actor],
) -> Sides:
    """Return the sides of a change of hands: who takes the place acts, who gives it up does not.

    Who only leaves, with nobody named who comes, or who hands the place over, acts by leaving.
    """
    taker, loser = told.get("to"), told.get("from")
    if str(kind) not in ontology().territorial:
        return sides
    leaves = kind is SubEventType.NON_VIOLENT_TRANSFER
    main = gives(findings, members) if taker else is_main(findings, members)
    seen = taker is not None or loser in sides[0] or loser in sides[1]
    if leaves and loser is not None and main and seen:
        left = [who for part, who in _all_told(findings, members, sides, place) if part == "from"]
        stay = [actor for actor in (*sides[0], *sides[1]) if actor not in left]
        away = [actor for actor in sides[0] if actor in left] or [loser]
        receiver = taker or told.get("gets")
        if receiver is not None and receiver not in stay:
            stay.insert(0, receiver)
        return away, stay
    if taker is None:
        if loser is None or leaves or loser in sides[0] or loser in sides[1]:
            return sides
        return sides[0], [loser, *sides[1]]
    a = [actor for actor in sides[0] if actor is not loser]
    b = [actor for actor in sides[1] if actor is not taker]
    if taker not in a:
        a.insert(0, taker)
    if loser is not None and loser not in b:
        b.insert(0, loser)
    return a, b


def control(
    findings: Findings,
    members: list[Happening],
    kind: SubEventType,
    sides: Sides,
    place: Place | None,
    told: dict[str, Actor],
) -> Control | None:
    """Return who holds the place after a change of hands and who held it before, or None.

    Syntax tells first (``told``). What it leaves open is filled from the sides: the one that acts
    takes the place, unless it withdraws: "entered the town a day after the army had left it".
    """
    if str(kind) not in ontology().territorial or leaves_no_ground(findings, members, place):
        return None
    a, b = (next((x for x in side if x.kind is not ActorKind.CIVILIANS), None) for side in sides)
    if not told:
        surest = _surest(members)
        to, left = (b, a) if "withdraw" in surest.trigger.concepts else (a, b)
    else:
        to, left = told.get("to"), told.get("from")
        if to is None:
            to = b if left is a else a
        if left is None and b is not to:
            left = b
    return Control(to=to, from_=left) if to or left else None


def _all_told(
    findings: Findings, members: list[Happening], sides: Sides, place: Place | None
) -> Iterator[tuple[str, Actor]]:
    """Who takes the place and who gives it up by the syntax of all triggers, the surest first."""
    for happening in sorted(members, key=lambda happening: -happening.sure):
        yield from _holders(findings, happening, sides, place)


def _holders(
    findings: Findings, happening: Happening, sides: Sides, place: Place | None
) -> Iterator[tuple[str, Actor]]:
    """Who takes the place ("to") and who gives it up ("from") by the syntax of one trigger."""
    trigger = happening.trigger
    words = settings(CONQUEST)
    doc = findings.document.doc
    verb = trigger.lemma.split()[0]
    holding = verb in words["holding"]
    surrenders = gives_himself_up(doc[trigger.head])
    people = _loses_people(findings, doc[trigger.head])
    losing = verb in words["losing"] and not people and not surrenders
    leaving = "withdraw" in trigger.concepts or losing
    falling = verb in words["falling"]
    taking = (
        ("seize" in trigger.concepts or walks_in(findings, happening))
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
    for index in happening.actors:
        mention = findings.actors[index]
        head = doc[mention.head]
        if held is not None and is_holder(head, held):
            holder = _standing(findings, mention.actors[0], sides, place, own=True)
            if holder is not None and holder.kind is not ActorKind.CIVILIANS:
                yield "to", holder
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
        own = driven or gets or caught or does_so or (ground and not role.within and not sides[1])
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


def _is_ground(role: Role, actor: Token) -> bool:
    """Whether what is taken is an actor's, and not the actor: "a base of the group"."""
    # A base that names whose it is is read as a name of theirs.
    return role.within or actor.lemma_.lower() in settings(CONQUEST)["grounds"]


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
    grounds = settings(CONQUEST)["grounds"]
    actors = {mention.head for mention in findings.actors}
    return any(
        child.dep_ == "dobj" and child.i in actors and child.lemma_.lower() not in grounds
        for child in head.children
    )


def _loses_people(findings: Findings, head: Token) -> bool:
    """Whether people are what a verb loses, and no ground: "lost 20 fighters and two tanks"."""
    lost = [noun.i for child in head.children if child.dep_ == "dobj" for noun in _all(child)]
    people = {mention.head for mention in findings.actors}
    for mention in findings.figures:
        if mention.figure.measure in _OF_PEOPLE:
            people.update(range(mention.first, mention.last))  # "20 of its fighters"
    doc, grounds = head.doc, settings(CONQUEST)["grounds"]
    named = {place.head for place in findings.places}
    ground = any(at in named or doc[at].lemma_.lower() in grounds for at in lost)
    return not ground and any(at in people for at in lost)


def _all(noun: Token) -> list[Token]:
    return [noun, *noun.conjuncts]


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
    return settled if own else None
