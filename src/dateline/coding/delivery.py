"""How a weapon came: "dropped a munition on farmers", "bombed the market with heavy artillery".

Bombs that are dropped come from the air, guns are no aircraft, one that crashes strikes nobody, and
an unexploded shell that kills was fired long ago. Which words say so is data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.second_look import Sides, key_of, named_by
from dateline.coding.syntax import Token
from dateline.coding.told_doers import doing
from dateline.knowledge.files import settings
from dateline.model import ActorKind, Place, SubEventType

WORDS = "languages/en/delivery.toml"

BANDS = frozenset(
    {
        ActorKind.REBEL,
        ActorKind.POLITICAL_MILITIA,
        ActorKind.IDENTITY_MILITIA,
        ActorKind.UNIDENTIFIED,
    }
)
"""Kinds of people who have no aircraft."""

STATES = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES})
"""Kinds of those whose bombs come from aircraft."""

_PLANTED = frozenset({SubEventType.REMOTE_EXPLOSIVE, SubEventType.ATTACK, SubEventType.GRENADE})
_FIRED = frozenset({SubEventType.SHELLING, SubEventType.ATTACK, SubEventType.GRENADE})
_STRUCK = frozenset({SubEventType.AIR_STRIKE, SubEventType.SHELLING, SubEventType.ATTACK})
_FOUGHT = frozenset({SubEventType.ATTACK, SubEventType.ARMED_CLASH})
_OBJECTS = frozenset({"dobj", "nsubjpass"})


def delivered(findings: Findings, members: Sequence[Happening], kind: SubEventType) -> SubEventType:
    """Return the type of an event: by how its weapon came, where syntax tells."""
    doc = findings.document.doc
    heads = [doc[member.trigger.head] for member in members]
    if kind in _PLANTED and any(_is_dropped(head) for head in heads):
        return SubEventType.AIR_STRIKE
    if kind in _PLANTED and any(_is_mortar_bomb(head) for head in heads):
        return SubEventType.SHELLING
    if kind in _STRUCK and any(_strikes_a_mine(head) for head in heads):
        return SubEventType.REMOTE_EXPLOSIVE
    words = settings(WORDS)
    flown = any(
        words["aircraft"] in member.trigger.concepts
        and member.trigger.lemma not in words["bombing"]
        for member in members
    )
    surest = max(members, key=lambda member: member.sure).trigger.sentence
    told = [doc[one.trigger.head] for one in members if one.trigger.sentence == surest]
    if kind in _FIRED and any(_fired_by(head, "flyers") for head in told):
        return SubEventType.AIR_STRIKE
    if kind in _PLANTED | _FIRED and any(_comes_from_above(head) for head in told):
        return SubEventType.AIR_STRIKE
    if kind in _PLANTED and any(_is_a_states_bomb(findings, head) for head in told):
        return SubEventType.AIR_STRIKE
    fought = any("clash" in one.trigger.concepts for one in members)
    if (
        kind is SubEventType.ARMED_CLASH
        and not fought
        and any(_fired_by(h, "flyers") for h in told)
    ):
        return SubEventType.AIR_STRIKE
    if kind is SubEventType.ATTACK and any(_fired_by(head, "ships") for head in heads):
        return SubEventType.SHELLING
    if kind in _FOUGHT and not fought and any(_by_guns(head, "hitting") for head in told):
        return SubEventType.SHELLING
    if kind in _FOUGHT and not fought and any(_by_aircraft(head, told) for head in told):
        return SubEventType.AIR_STRIKE
    above = any(_comes_from_above(head) for head in heads)
    if kind is SubEventType.AIR_STRIKE and not flown and not above and any(map(_by_guns, heads)):
        return SubEventType.SHELLING
    if kind is SubEventType.AIR_STRIKE and not flown and _is_bombed_by_a_band(findings, told):
        return SubEventType.REMOTE_EXPLOSIVE
    if kind is SubEventType.AIR_STRIKE and _is_only_downed(members, heads):
        return SubEventType.DISRUPTED_WEAPONS
    if kind in _FOUGHT and _falls_from_the_sky(heads):
        return SubEventType.DISRUPTED_WEAPONS
    if kind in _FIRED and heads and all(_is_left_over(head) for head in heads):
        return SubEventType.REMOTE_EXPLOSIVE
    return kind


def _is_only_downed(members: Sequence[Happening], heads: Sequence[Token]) -> bool:
    """Whether the only aircraft told of came down: "killed when an Angolan plane crashed"."""
    downed = set(_downed(heads))
    return bool(downed) and all(
        head.i in downed or settings(WORDS)["aircraft"] not in member.trigger.concepts
        for member, head in zip(members, heads, strict=True)
    )


def _falls_from_the_sky(heads: Sequence[Token]) -> bool:
    """Whether all that is told is how somebody died as an aircraft was brought down.

    "Nine soldiers were killed when rebels shot down a helicopter" is no clash.
    """
    for fall in heads:
        if not brings_down(fall) or fall.tag_ == "VB":
            continue
        craft = [kid for kid in fall.children if kid.dep_ in _OBJECTS and _flies(kid)]
        when = fall.dep_ == "advcl" and any(
            kid.lower_ in settings(WORDS)["as_it_fell"] for kid in fall.children
        )
        over = {fall.head.i} if when else set()
        inside = {token.i for token in fall.subtree}
        if craft and all(head.i in inside | over for head in heads):
            return True
    return False


def _downed(heads: Sequence[Token]) -> Iterator[int]:
    """Yield the tokens of the aircraft that came down by the events' words."""
    words = settings(WORDS)
    for verb in heads:
        if verb.lemma_.lower() in words["coming_down"]:
            parts = [kid for kid in verb.children if kid.dep_ in ("nsubj", *_OBJECTS)]
            # "A helicopter, which crashed near Huambo".
            parts += [verb.head] if any(kid.tag_ == "WDT" for kid in parts) else []
            yield from (one.i for one in parts if one.lemma_.lower() in words["flyers"])


def brought_down(
    findings: Findings, members: Sequence[Happening], sides: Sides, place: Place | None
) -> Sides:
    """Return the sides: whose aircraft came down has suffered it, whatever the parse has it do.

    Who shoots down what others have fired acts on them: "Saudi gunners shot it down".
    """
    doc = findings.document.doc
    verbs = [doc[member.trigger.head] for member in members]
    nouns = [noun for verb in verbs if brings_down(verb) for noun in doing(verb)]
    words = [one for noun in nouns for one in (noun, *noun.conjuncts)]
    # Whom "they" stands for is sure enough where its sentence names him: "the group said it ...".
    downers = {
        key_of(one)
        for word in words
        for one in named_by(findings, [word], place)
        if one.kind is not ActorKind.CIVILIANS
        and (word.pos_ != "PRON" or key_of(one) in _named_before(findings, word, place))
    }
    everyone = [*sides[0], *sides[1]]
    if downers and any(key_of(one) in downers for one in everyone):
        return (
            [one for one in everyone if key_of(one) in downers],
            [one for one in everyone if key_of(one) not in downers],
        )
    downed = set(_downed([doc[member.trigger.head] for member in members]))
    spans = {
        actor.span
        for mention in findings.actors
        if mention.head in downed
        for actor in mention.actors
    }
    fallen = [actor for actor in sides[0] if actor.span in spans]
    return [actor for actor in sides[0] if actor not in fallen], [*sides[1], *fallen]


def _named_before(findings: Findings, word: Token, place: Place | None) -> set[str]:
    """Whom the words before a pronoun name in its sentence, by key."""
    first = findings.document.sentences[findings.document.sentence_of[word.i]].first
    before = [one for one in findings.document.doc[first : word.i] if one.pos_ != "PRON"]
    return {key_of(one) for one in named_by(findings, before, place)}


def brings_down(verb: Token) -> bool:
    """Return whether a verb has somebody bring down what flies: "shot it down", "intercepted"."""
    words = settings(WORDS)
    shot = verb.lemma_.lower() == "shoot" and any(
        kid.lower_ == "down" and kid.dep_ in ("prt", "advmod") for kid in verb.children
    )
    return verb.pos_ == "VERB" and (shot or verb.lemma_.lower() in words["bringing_down"])


def _is_bombed_by_a_band(findings: Findings, told: Sequence[Token]) -> bool:
    """Whether people without aircraft bombed something: "insurgents bombed a church".

    Where the sentence names an aircraft, or what a gun fires, that says how.
    """
    words = settings(WORDS)
    verbs = [verb for verb in told if verb.pos_ == "VERB" and verb.lemma_.lower() == "bomb"]
    doers = {noun.i for verb in verbs for noun in doing(verb)}
    actors = [one for mention in findings.actors if mention.head in doers for one in mention.actors]
    if not actors or not all(
        actor.kind in BANDS and actor.name not in words["winged"] for actor in actors
    ):
        return False
    means = (*words["flyers"], *words["guns"], *words["flown_means"])
    return not any(token.lemma_.lower() in means for token in verbs[0].sent)


def _is_dropped(head: Token) -> bool:
    """Whether a word is a bomb that is dropped, or falls, or kills where one did.

    "Dropped a munition on", "200 tons of bombs were dropped", "bombs fell on the port".
    """
    words = settings(WORDS)
    # "200 tons of bombs" stands between the bombs and their verb.
    over = head.head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else head
    for verb in (head, head.head, over):
        dropping = verb.lemma_.lower() in words["dropping"]
        falling = verb.lemma_.lower() in words["falling"] and verb.pos_ == "VERB"
        for child in verb.children:
            if dropping and child.dep_ in _OBJECTS:
                nouns = [
                    child,
                    *(n for of in child.children if of.lower_ == "of" for n in of.children),
                ]
                if any(noun.lemma_.lower() in words["dropped"] for noun in nouns):
                    return True
            if falling and child.dep_ == "nsubj" and child.lemma_.lower() in words["falling_bombs"]:
                return any(kid.lower_ in words["falling_on"] for kid in verb.children)
    return False


def _strikes_a_mine(verb: Token) -> bool:
    """Whether something runs on a mine: "a tanker strikes a mine", which no aircraft does."""
    words = settings(WORDS)
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in words["running_on"]:
        return False
    mined = any(
        kid.dep_ == "dobj" and kid.lemma_.lower() in words["mines"] for kid in verb.children
    )
    return mined and not any(kid.dep_ == "nsubj" and _flies(kid) for kid in verb.children)


def _is_mortar_bomb(head: Token) -> bool:
    """Whether a word is a bomb of a mortar, or a verb that has one for its subject or object."""
    words = settings(WORDS)
    nouns = [head, *(kid for kid in head.children if kid.dep_ in ("nsubj", *_OBJECTS))]
    return any(
        noun.lemma_.lower() == "bomb"
        and any(kid.lower_ in words["fired_bombs"] for kid in noun.children)
        for noun in nouns
    )


def _comes_from_above(head: Token) -> bool:
    """Whether a bomb or a bombardment is said to be from the air: "a bomb from an F-16"."""
    words = settings(WORDS)
    nouns = [head] if head.pos_ in ("NOUN", "PROPN") else []
    nouns += [kid for kid in head.children if kid.dep_ in ("nsubj", *_OBJECTS)]
    nouns += [n for kid in head.children if kid.dep_ == "agent" for n in kid.children]
    for noun in nouns:
        if noun.lemma_.lower() not in words["from_above"]:
            continue
        for kid in noun.children:
            if kid.lower_ in words["airborne"] or (kid.dep_ == "compound" and _flies(kid)):
                return True
            if kid.lower_ in ("from", "by") and any(_flies(one) for one in kid.children):
                return True
            if _is_sent_from_above(kid):
                return True
    return False


def _is_sent_from_above(word: Token) -> bool:
    """Whether a word on a weapon has aircraft send it: "rockets fired from a helicopter".

    Also one on a bombardment: "shelling with rockets from helicopters".
    """
    words = settings(WORDS)
    if word.dep_ == "acl" and word.tag_ == "VBN" and word.lemma_.lower() in words["sending"]:
        senders = (kid for kid in word.children if kid.lower_ in ("from", "by"))
        return any(_flies(noun) for kid in senders for noun in kid.children)
    return word.lower_ == "with" and any(
        noun.lemma_.lower() in words["from_above"]
        and any(
            kid.lower_ == "from" and any(_flies(one) for one in kid.children)
            for kid in noun.children
        )
        for noun in word.children
    )


def _is_a_states_bomb(findings: Findings, verb: Token) -> bool:
    """Whether the bomb of a nation's forces hits something: "a US bomb hit the office"."""
    words = settings(WORDS)
    if verb.lemma_.lower() not in words["landing"]:
        return False
    bombs = {
        kid.i
        for kid in verb.children
        if kid.dep_ == "nsubj" and kid.lemma_.lower() in words["falling_bombs"]
    }
    return any(
        actor.kind in STATES and actor.name is None and not bombs.isdisjoint((one.last, one.head))
        for one in findings.actors
        for actor in one.actors
    )


def _by_guns(head: Token, verbs: str = "bombing") -> bool:
    """Whether a verb has guns, and nothing else, for its instrument: "bombed it with artillery".

    "Attacked with rockets and machine-guns" is a fight.
    """
    words = settings(WORDS)
    if head.lemma_.lower() not in words[verbs]:
        return False
    means = [
        noun
        for child in head.children
        if child.dep_ == "prep" and child.lower_ == "with"
        for noun in child.children
    ]
    if verbs == "bombing":  # "were bombed by artillery"
        means += [noun for kid in head.children if kid.dep_ == "agent" for noun in kid.children]
    means += [other for noun in means for other in noun.conjuncts]
    guns = [_is_gun(noun) for noun in means]
    return any(guns) if verbs == "bombing" else bool(guns) and all(guns)


def _by_aircraft(noun: Token, told: Sequence[Token]) -> bool:
    """Whether somebody is hit with aircraft and nothing else: "attacked the plant with drones".

    "With" may hang on what is hit.
    """
    words = settings(WORDS)
    over = noun.head
    if not _flies(noun) or noun.dep_ != "pobj" or over.lower_ != "with":
        return False
    verb = over.head if over.head.pos_ == "VERB" else over.head.head
    hits = verb.lemma_.lower() in (*words["hitting"], *words["storming"])
    return hits and verb in told and all(_flies(one) for one in noun.conjuncts)


def _is_gun(noun: Token) -> bool:
    """Whether a word is for artillery, rockets or shells, and no machine-gun."""
    if noun.lemma_.lower() not in settings(WORDS)["guns"]:
        return False
    return noun.lower_ not in ("gun", "guns") or not any(
        kid.lower_ == "machine" for kid in noun.children
    )


def _fired_by(head: Token, craft: str) -> bool:
    """Whether aircraft or ships are the subject of a verb of firing: "planes rocketed the suburb".

    The coding frame names the air strike before the shelling where guns fire beside aircraft.
    """
    words = settings(WORDS)
    if head.pos_ != "VERB" or head.lemma_.lower() not in words["firing"]:
        return False
    doers = [child for child in head.children if child.dep_ == "nsubj"]
    doers += [n for child in head.children if child.dep_ == "agent" for n in child.children]
    return any(
        _flies(noun) if craft == "flyers" else noun.lemma_.lower() in words[craft] or _is_gun(noun)
        for doer in doers
        for noun in (doer, *doer.conjuncts)
    )


def _flies(noun: Token) -> bool:
    """Whether a word is for aircraft, also by their make, or for an air force."""
    words = settings(WORDS)
    if noun.lemma_.lower() in words["flyers"]:
        return True
    if noun.text[:1].isupper() and noun.lower_.removesuffix("s") in words["makes_of_aircraft"]:
        return True
    return noun.lemma_.lower() in words["air_arms"] and any(
        kid.lower_ == "air" and kid.dep_ == "compound" for kid in noun.children
    )


def _is_left_over(head: Token) -> bool:
    """Whether a word is an unexploded shell, or the verb of what one does."""
    words = settings(WORDS)
    nouns = [head, *(child for child in head.children if child.dep_ == "nsubj")]
    return any(
        noun.lemma_.lower() in words["ordnance"]
        and any(child.lower_ in words["left_over"] for child in noun.children)
        for noun in nouns
    )
