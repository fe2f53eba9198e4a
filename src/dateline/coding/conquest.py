"""Conquest: fighting in which ground is taken, and who holds it before and afterwards."""

from __future__ import annotations

from dateline.coding.changing_hands import TAKEN, all_told, loses_ground, loses_people
from dateline.coding.driven import driven_out
from dateline.coding.findings import Findings
from dateline.coding.for_the_state import is_helped, wins_for_the_state
from dateline.coding.gains import arms_taken, falls_alone, taken_by, taken_places
from dateline.coding.happenings import Happening
from dateline.coding.holders import holding_noun, is_ground_noun, is_undone
from dateline.coding.leaving import gives, is_main, is_told_to_come
from dateline.coding.means_of_capture import only_means, takes_a_name
from dateline.coding.nameless_ground import (
    controls_ground,
    takes_the_town,
)
from dateline.coding.new_holders import is_same_state, surest
from dateline.coding.now_held import find_now_held
from dateline.coding.second_look import Sides
from dateline.coding.syntax import Token
from dateline.coding.tried import is_only_tried, tried
from dateline.coding.unopposed import FIGHTING, comes_in, is_by_force, is_fought
from dateline.knowledge.files import settings
from dateline.knowledge.ontology import ontology
from dateline.model import (
    Actor,
    ActorKind,
    Measure,
    Place,
    SubEventType,
)

CONQUEST = "languages/en/conquest.toml"

HELD = 0.6
"""How sure a word that says in whose hands a place is must be to tell of an event."""

RAIDS = frozenset({SubEventType.ATTACK, SubEventType.ARMED_CLASH, SubEventType.ARRESTS})
"""What arms that are seized are otherwise read as."""

OF_MEN = frozenset({SubEventType.DISPLACEMENT, SubEventType.CHANGE})
"""What the men who have a place now, or its return to them, are otherwise read as."""

HARM = frozenset({Measure.KILLED, Measure.INJURED, Measure.CAPTURED})

ONE_SIDED = frozenset({SubEventType.SHELLING, SubEventType.AIR_STRIKE})
"""Types in which a clause on a place may say who took it."""

GAINS = frozenset({SubEventType.GOVERNMENT_REGAINS, SubEventType.NON_STATE_OVERTAKES})

NAMED = frozenset(
    {
        SubEventType.CHANGE,
        SubEventType.OTHER,
        SubEventType.DISRUPTED_WEAPONS,
        SubEventType.LOOTING,
        SubEventType.ABDUCTION,
        SubEventType.ARRESTS,
    }
)
"""Types that words of conquest are otherwise read as, where what they take is a place by name, or
a post, unless they may be read as taking over a task."""

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
    news = find_now_held(findings)
    in_hands = any(
        (one.sure >= HELD or one.trigger.index in news) and _in_hands(findings, one)
        for one in members
    )
    if (left and kind in MOVED) or (in_hands and kind in RAIDS | OF_MEN):
        return _won(sides)
    gone = any("withdraw" in one.trigger.concepts for one in members)
    fought_for = kind in MOVED | RAIDS or (kind is SubEventType.NON_VIOLENT_TRANSFER and not gone)
    if fought_for and loses_ground(findings, members):
        return SubEventType.NON_STATE_OVERTAKES  # unless it was not the state's
    if kind is SubEventType.NON_VIOLENT_TRANSFER and is_by_force(findings, members):
        return _won(sides)
    if kind in GAINS and all(_by_surprise(doc[h.trigger.head]) for h in members):
        return SubEventType.ARMED_CLASH
    sure = [happening for happening in members if happening.sure >= TAKEN]
    if sure and all(falls_alone(findings, happening) for happening in sure):
        return kind if str(kind) in ontology().territorial else _won(sides)
    verbs = [doc[happening.trigger.head] for happening in members]
    if str(kind) in ontology().territorial and all(
        verb.lemma_.lower() in settings(CONQUEST)["losing"] and loses_people(findings, verb)
        for verb in verbs
    ):
        return SubEventType.ARMED_CLASH
    if kind in GAINS and is_only_tried(findings, members):
        return SubEventType.ARMED_CLASH
    if kind in ONE_SIDED and any(
        happening.sure >= TAKEN
        and (
            taken_by(findings, happening)
            or _takes_ground(findings, happening)
            or takes_a_name(doc[happening.trigger.head], happening)
        )
        and not is_undone(doc[happening.trigger.head])
        and not tried(doc[happening.trigger.head])
        and only_means(findings, members, happening)
        for happening in members
    ):
        return _won(sides)
    # "Shells hit Goma, which fell to rebels last week": whatever the report is about.
    only = all(taken_places(findings, one) for one in members if one.sure >= TAKEN)
    fought = kind in (SubEventType.ARMED_CLASH, SubEventType.ATTACK)
    if not fought and kind not in NAMED and not (only and kind in ONE_SIDED):
        return kind
    done = any(
        happening.sure >= TAKEN
        and (verb := _verb_of(doc[happening.trigger.head])) is not None
        and not is_undone(verb)
        and not tried(verb)
        and (
            _takes_place(findings, happening)
            or (kind is not SubEventType.CHANGE and _takes_ground(findings, happening))
            or takes_the_town(doc[happening.trigger.head])
            if kind in NAMED
            else taken_by(findings, happening) or _takes_ground(findings, happening)
        )
        for happening in members
    )
    came = (
        kind is SubEventType.ARMED_CLASH
        and not is_fought(findings, members)
        and any(one.sure >= TAKEN and comes_in(findings, one) for one in members)
    )
    return _won(sides) if done or came else kind


def _verb_of(head: Token) -> Token | None:
    """The verb of conquest that a trigger is, or that it hangs on: "extended its control over"."""
    if head.pos_ == "VERB":
        return head
    words = settings(CONQUEST)
    over = head.head if head.dep_ == "dobj" else head.head.head
    placed = head.dep_ == "dobj" or (head.dep_ == "pobj" and head.head.lower_ == "under")
    control = head.lemma_.lower() in words["under"] and placed
    return over if control and over.lemma_.lower() in words["controlling"] else None


def _won(sides: Sides) -> SubEventType:
    """The type of a gain of side a."""
    leads = bool(sides[0]) and sides[0][0].kind is ActorKind.STATE_FORCES
    state = leads or (bool(sides[0]) and is_helped(sides[0][0], sides))
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


def _by_surprise(verb: Token) -> bool:
    """Whether a verb of taking tells how somebody was met: "took the rebels by surprise"."""
    hows = (kid for kid in verb.children if kid.lower_ in ("by", "as"))
    return verb.lemma_.lower() == "take" and any(
        noun.lower_ in settings(CONQUEST)["surprises"] for how in hows for noun in how.children
    )


def _in_hands(findings: Findings, happening: Happening) -> bool:
    """Whether a word says in whose hands a named place is: "is in the hands of gunmen"."""
    held = holding_noun(findings.document.doc[happening.trigger.head])
    return held is not None and bool(taken_places(findings, happening))


def _takes_place(findings: Findings, happening: Happening) -> bool:
    """Whether a verb of conquest takes a town or site by its name: "have taken Basra".

    Or it falls: "Goma fell to government troops".
    """
    if falls_alone(findings, happening):
        return True
    verbs = settings(CONQUEST)["verbs"]
    return happening.trigger.lemma in verbs and bool(taken_places(findings, happening))


def _takes_ground(findings: Findings, happening: Happening) -> bool:
    """Whether a word of conquest takes a place without a name: "captured a police station"."""
    words = settings(CONQUEST)
    trigger = happening.trigger
    if falls_alone(findings, happening):
        return True  # "rebels attacked Makeni at dawn; by nightfall the town fell"
    if controls_ground(findings, happening):
        return True
    if trigger.lemma not in words["verbs"]:
        return False
    doc = findings.document.doc
    for token in doc[trigger.first : trigger.last]:
        for child in token.children:
            taken = child.dep_ in ("dobj", "nsubjpass") or (
                child.dep_ == "prep" and child.lower_ == "of"
            )
            nouns = [child] if child.dep_ != "prep" else list(child.children)
            # "Took most of it".
            nouns += [
                part
                for of in child.children
                if of.lower_ == "of"
                for part in of.children
                if part.lower_ == "it"
            ]
            if taken and any(is_ground_noun(n) or _is_it(findings, n, token) for n in nouns):
                return True
    return False


def _is_it(findings: Findings, noun: Token, verb: Token) -> bool:
    """Whether a word is "it" for the place of the verb before: "attacked Sake, seizing it".

    That may be the verb of the sentence before: "attacked Sake. They took it". "Them" is hills,
    or villages: "advanced to the heights and took them".
    """
    if noun.lower_ not in ("it", "them") or verb.dep_ not in ("conj", "advcl", "ROOT"):
        return False
    named = {place.head for place in findings.places if place.level != "country"}
    before = verb.head
    if verb.dep_ == "ROOT":
        at = findings.document.sentence_of[verb.i]
        they = any(kid.dep_ == "nsubj" and kid.pos_ == "PRON" for kid in verb.children)
        if not at or not they:
            return False
        before = findings.document.span(findings.document.sentences[at - 1]).root
    goals = [kid for kid in before.children if kid.dep_ in ("dobj", "nsubjpass")]
    goals += [n for prep in before.children if prep.dep_ == "prep" for n in prep.children]
    if noun.lower_ == "them":
        return any(goal.tag_ in ("NNS", "NNPS") and is_ground_noun(goal) for goal in goals)
    goods = settings(CONQUEST)["goods"]
    if any(goal.dep_ == "dobj" and goal.lemma_.lower() in goods for goal in goals):
        return False  # "attacked a convoy near Sake and captured it"
    return any(goal.i in named or (goal.dep_ == "dobj" and is_ground_noun(goal)) for goal in goals)


def gain(
    kind: SubEventType, told: dict[str, Actor], members: list[Happening], sides: Sides
) -> SubEventType:
    """Return the type of a gain by who gains or loses: a state at home regains what others lose.

    Who enters or attacks a place has not taken it.
    """
    taker, loser = told.get("to"), told.get("from")
    if kind not in (SubEventType.GOVERNMENT_REGAINS, SubEventType.NON_STATE_OVERTAKES):
        return kind
    if not told and surest(members).trigger.concepts == ("offensive",):
        return SubEventType.ARMED_CLASH
    if wins_for_the_state(taker, members, sides):
        return SubEventType.GOVERNMENT_REGAINS
    if taker is None:
        if loser is None:
            kinds = {actor.kind for actor in sides[0]}
            # Rebels with an army from abroad regain nothing for the state.
            rebels = ActorKind.REBEL in kinds and ActorKind.STATE_FORCES not in kinds
            return SubEventType.NON_STATE_OVERTAKES if rebels else kind
        if loser.kind is ActorKind.STATE_FORCES:
            return SubEventType.NON_STATE_OVERTAKES
        # With nobody named who takes it, what rebels lose is taken for the state's.
        takers = [actor for actor in sides[0] if actor is not loser]
        alone = loser.kind is ActorKind.REBEL and all(
            actor.kind is ActorKind.STATE_FORCES for actor in takers
        )
        return SubEventType.GOVERNMENT_REGAINS if alone else kind
    if taker.kind is ActorKind.STATE_FORCES or is_helped(taker, sides):
        return SubEventType.GOVERNMENT_REGAINS
    return SubEventType.NON_STATE_OVERTAKES if taker.kind in _OTHERS else kind


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
    main = is_main(findings, members)
    if taker and not is_told_to_come(findings, members):
        main = gives(findings, members)
    seen = taker is not None or loser in sides[0] or loser in sides[1]
    if leaves and loser is not None and main and seen:
        left = [who for part, who in all_told(findings, members, sides, place) if part == "from"]
        stay = [actor for actor in (*sides[0], *sides[1]) if actor not in left]
        away = [actor for actor in sides[0] if actor in left] or [loser]
        receiver = taker or told.get("gets")
        if receiver is not None and receiver not in stay:
            stay.insert(0, receiver)
        return away, stay
    if taker is None:
        if not leaves and loser in sides[0] and loses_ground(findings, members):
            # Who lost it is acted on, and the others, where there are any, act.
            lost = [
                who for part, who in all_told(findings, members, sides, place) if part == "from"
            ]
            rest = [actor for actor in (*sides[0], *sides[1]) if actor not in lost]
            rest = [actor for actor in rest if not is_same_state(actor, loser)]
            unarmed = [actor for actor in rest if actor.kind is ActorKind.CIVILIANS]
            return [actor for actor in rest if actor not in unarmed], [*lost[:1], *unarmed]
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
