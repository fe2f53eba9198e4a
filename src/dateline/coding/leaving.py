"""Ground that armed men leave: "pulled its troops out of the town", "abandoned the base".

The coding frame has withdrawals, surrenders and evacuations as ``Non-violent transfer of
territory``. Which words leave ground, and which give it to somebody, is data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.holders import is_ground_noun, is_undone
from dateline.coding.paths import path
from dateline.coding.syntax import Token
from dateline.coding.unopposed import are_beside, comes_in, is_unfought, moves_in
from dateline.coding.weapons_found import is_weapon
from dateline.knowledge.files import settings
from dateline.model import ActorKind, Place, SubEventType

CONQUEST = "languages/en/conquest.toml"
"""Where the words for leaving are kept."""

SURE = 0.4
"""How sure a word must be to tell of an event, for its subject to have left."""

READ_AS = frozenset({SubEventType.CHANGE, SubEventType.DISPLACEMENT, SubEventType.AGREEMENT})
"""Types that a withdrawal is otherwise read as; a clash, too, where it says that nobody fought."""

_UNARMED = frozenset({ActorKind.CIVILIANS, ActorKind.PROTESTERS, ActorKind.RIOTERS})
_OBJECTS = frozenset({"dobj", "nsubjpass"})
_HELD = frozenset({"withdraw", "seize"})


def withdrawn(findings: Findings, members: Sequence[Happening], kind: SubEventType) -> SubEventType:
    """Return the type of an event: a transfer of territory where armed men leave a place.

    Where it is read as an agreement, the agreement must be that under which they leave.
    """
    if kind not in READ_AS and kind is not SubEventType.ARMED_CLASH:
        return kind
    doc = findings.document.doc
    leaving = [one for one in members if one.sure >= SURE and leaves_ground(findings, one)]
    if kind is SubEventType.AGREEMENT:
        # Who comes in under an agreement has the place by it, too.
        leaving += [one for one in members if one.sure >= SURE and comes_in(findings, one)]
    if not leaving:
        return kind
    verbs = [doc[one.trigger.head] for one in leaving]
    if kind is SubEventType.ARMED_CLASH:
        left = any(is_unfought(findings, one) for one in leaving)
    elif kind is SubEventType.AGREEMENT:
        left = any(_is_done(verb) and _under_a_deal(verb) for verb in verbs)
    else:
        left = True
    return SubEventType.NON_VIOLENT_TRANSFER if left else kind


def leaves_ground(findings: Findings, happening: Happening) -> bool:
    """Return whether a word tells that armed men leave a place or post, or give it to somebody."""
    if "withdraw" not in happening.trigger.concepts:
        return False
    word = findings.document.doc[happening.trigger.head]
    named = {place.head for place in findings.places}
    if not any(noun.i in named or is_ground_noun(noun) for noun in _ground(word)):
        return False
    armed = {
        mention.head
        for mention in findings.actors
        if any(actor.kind not in _UNARMED for actor in mention.actors)
    }
    return any(noun.i in armed for noun in _leavers(word))


def gives(findings: Findings, members: Sequence[Happening]) -> bool:
    """Return whether a word of an event says that a place is given up to somebody, and done.

    "Surrendered the town to the army", "handed over their base to the police".
    """
    doc = findings.document.doc
    for one in members:
        verb = doc[one.trigger.head]
        if "withdraw" not in one.trigger.concepts or one.sure < SURE or verb.pos_ != "VERB":
            continue
        if verb.lemma_.lower() in settings(CONQUEST)["giving"] and any(
            kid.dep_ in ("prep", "dative") and kid.lower_ == "to" for kid in verb.children
        ):
            return True
    return False


def is_main(findings: Findings, members: Sequence[Happening]) -> bool:
    """Return whether leaving is what an event's surest word of it tells in a clause of its own.

    In "rebels took the town after the army withdrew" it only says when.
    """
    leaving = [one for one in members if "withdraw" in one.trigger.concepts]
    if not leaving:
        return False
    surest = max(leaving, key=lambda one: one.sure)
    return findings.document.doc[surest.trigger.head].dep_ not in ("advcl", "pobj", "relcl")


def gives_himself_up(word: Token) -> bool:
    """Return whether a word says that men surrender, and no ground: "surrendered to police"."""
    if word.lemma_.lower() != "surrender":
        return False
    if word.pos_ == "NOUN":
        return any(kid.dep_ == "poss" for kid in word.children) or not any(
            noun.lemma_.lower() in settings(CONQUEST)["grounds"] or noun.pos_ == "PROPN"
            for kid in word.children
            if kid.lower_ == "of"
            for noun in kid.children
        )
    return not any(kid.dep_ in _OBJECTS for kid in word.children)


def is_told_to_come(findings: Findings, members: Sequence[Happening]) -> bool:
    """Return whether a clause behind that on who left a place says who came in then."""
    doc = findings.document.doc
    left = [doc[one.trigger.head] for one in members if "withdraw" in one.trigger.concepts]
    return any(True for word in left for _ in who_moved_in(word))


def gives_up_ground(findings: Findings, word: Token) -> bool:
    """Return whether who surrenders is a place or those who hold it.

    "Bor surrendered to the rebels", "the garrison of the fort surrendered".
    """
    named = {at.head for at in findings.places if at.level in ("settlement", "site")}
    garrisons = settings(CONQUEST)["garrisons"]
    for kid in word.children:
        if word.pos_ != "VERB" or kid.dep_ != "nsubj":
            continue
        below = [kid, *kid.children]
        below += [noun for prep in kid.children if prep.dep_ == "prep" for noun in prep.children]
        held = kid.lower_ in garrisons or is_ground_noun(kid)
        if kid.i in named or (held and any(noun.i in named for noun in below)):
            return True
    return False


def who_moved_in(word: Token) -> Iterator[Token]:
    """Yield who came in, in a clause beside that on who left: "and federal soldiers moved in"."""
    for verb in (*word.children, word.head):
        if moves_in(verb) and are_beside(word, verb):
            for kid in verb.children:
                if kid.dep_ == "nsubj":
                    yield from (kid, *kid.conjuncts)


def _leaves_behind(verb: Token) -> bool:
    """Whether a verb says what men who went left: "fled, leaving their vehicles behind"."""
    return verb.lemma_ == "leave" and any(kid.lower_ == "behind" for kid in verb.children)


def leaves_no_ground(findings: Findings, members: Sequence[Happening], place: Place | None) -> bool:
    """Return whether an event of leaving names no ground that is left.

    Men give themselves up, or the place is where they go: "retreated to Sake".
    """
    doc = findings.document.doc
    told = [one for one in members if one.sure >= SURE]
    leaving = [one for one in told if "withdraw" in one.trigger.concepts]
    if leaving and all(_leaves_behind(doc[one.trigger.head]) for one in leaving):
        return True
    if not leaving or any("seize" in one.trigger.concepts for one in told):
        return False
    words = [doc[one.trigger.head] for one in leaving]
    if all(gives_himself_up(word) and not gives_up_ground(findings, word) for word in words):
        return True
    if place is None:
        return False
    heads = [at.head for at in findings.places if at.place.canonical == place.canonical]
    goals = settings(CONQUEST)["goals"]
    found = [path(doc, one.trigger.head, head) for one in leaving for head in heads]
    ways = [way for way in found if way.startswith(">")]
    # "Pulled back to Bangassou": the town hangs on the adverb.
    first = [way.removeprefix(">advmod").removeprefix(">prt:back") for way in ways]
    return bool(first) and all(
        any(way.startswith(f">prep:{goal}>") for goal in goals) for way in first
    )


def given_up(findings: Findings, members: Sequence[Happening], kind: SubEventType) -> SubEventType:
    """Return the type of an event in which people or arms, and no ground, are given up.

    Who is evacuated by others is displaced; arms that are handed over are their use disrupted.
    """
    if kind is not SubEventType.NON_VIOLENT_TRANSFER:
        return kind
    doc = findings.document.doc
    told = [
        doc[one.trigger.head]
        for one in members
        if one.sure >= SURE and not _HELD.isdisjoint(one.trigger.concepts)
    ]
    given = [
        [n for kid in verb.children if kid.dep_ in _OBJECTS for n in _all(kid)] for verb in told
    ]
    if not given or not all(given):
        return kind
    words = settings(CONQUEST)
    weapons = all(
        is_weapon(noun) or noun.lemma_.lower() in (*words["arms"], *words["aircraft"])
        for nouns in given
        for noun in nouns
    )
    if all(verb.lemma_.lower() in words["carrying_off"] for verb in told):
        if weapons:
            return SubEventType.CHANGE  # "withdrew its jets from the air base"
        fleeing = {
            mention.head
            for mention in findings.actors
            if all(actor.kind is ActorKind.CIVILIANS for actor in mention.actors)
        }
        moved = all(noun.i in fleeing for nouns in given for noun in nouns)
        return SubEventType.DISPLACEMENT if moved else kind
    giving = all(verb.lemma_.lower() in words["giving"] for verb in told)
    return SubEventType.DISRUPTED_WEAPONS if weapons and giving else kind


def _all(noun: Token) -> tuple[Token, ...]:
    """A noun and what is joined to it; of "a number of jets", the jets."""
    counted = [n for of in noun.children if of.lower_ == "of" for n in of.children]
    if noun.lemma_.lower() in settings(CONQUEST)["amounts"] and counted:
        noun = counted[0]
    return (noun, *noun.conjuncts)


def _ground(word: Token) -> Iterator[Token]:
    """What a word of leaving leaves: what follows "from" or "out of", or its object."""
    vacates = word.lemma_.lower() in settings(CONQUEST)["vacating"]
    for kid in word.children:
        if vacates and kid.dep_ in _OBJECTS:
            yield from _parts(kid)
        elif kid.dep_ in ("prep", "prt", "advmod") and kid.lower_ in ("from", "out", "of"):
            yield from (part for noun in kid.children for part in _parts(noun))
        elif kid.dep_ in _OBJECTS:
            # "Withdrew its troops from the town": "from" may hang on the troops.
            for prep in kid.children:
                if prep.lower_ == "from":
                    yield from (part for noun in prep.children for part in _parts(noun))


def _parts(noun: Token) -> Iterator[Token]:
    """A noun, what it is joined to, and what it names: "the town of Bor", "out of the base"."""
    yield noun
    yield from noun.conjuncts
    for kid in noun.children:
        if kid.dep_ == "pobj" or (noun.dep_ == "pobj" and kid.dep_ == "compound"):
            yield kid
        elif kid.dep_ == "prep" and kid.lower_ == "of":
            yield from (below for below in kid.children if below.dep_ == "pobj")


def _leavers(word: Token) -> Iterator[Token]:
    """Who leaves: subject, whom somebody withdraws, or whose withdrawal it is."""
    verb = word
    if word.pos_ == "NOUN":
        yield from (kid for kid in word.children if kid.dep_ in ("poss", "compound", "amod"))
        yield from (n for kid in word.children if kid.lower_ in ("of", "by") for n in kid.children)
        verb = word.head
    for _ in range(4):
        yield from (
            noun
            for kid in verb.children
            if kid.dep_ in ("nsubj", "dobj", "nsubjpass")
            for one in (kid, *kid.conjuncts)
            for noun in (one, *_aboard(one))
        )
        subject = any(kid.dep_ in ("nsubj", "nsubjpass") for kid in verb.children)
        if subject or verb.dep_ not in ("xcomp", "conj", "acl", "advcl") or verb.head.i == verb.i:
            return
        verb = verb.head


def _aboard(vehicle: Token) -> Iterator[Token]:
    """Yield who goes by a vehicle: "buses carrying rebels", "a convoy of fighters"."""
    if vehicle.lemma_.lower() in settings(CONQUEST)["carriers"]:
        for kid in vehicle.children:
            if kid.dep_ == "acl" or kid.lower_ in ("of", "with"):
                yield from (noun for noun in kid.children if noun.dep_ in ("dobj", "pobj"))


def _is_done(verb: Token) -> bool:
    return verb.tag_ != "VB" and not is_undone(verb)


def _under_a_deal(verb: Token) -> bool:
    """Whether a verb says under what agreement: "surrendered the town under a deal"."""
    words = settings(CONQUEST)
    return any(
        noun.lemma_.lower() in words["deals"]
        for kid in verb.children
        if kid.dep_ == "prep" and kid.lower_ in words["under_deal"]
        for below in kid.subtree
        if (noun := below).dep_ == "pobj"
    )
