"""Crowds that are broken up, that throw stones or from which people are arrested.

By ACLED's event types force is excessive where somebody is shot at or hurt; a protest that police
only disperse, or at which they arrest people, is one with intervention. Who is arrested far from
any crowd is merely arrested. Words are data.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import ActorKind, Figure, Measure, SubEventType

WORDS = "languages/en/dispersal.toml"

_HARM = frozenset({Measure.KILLED, Measure.INJURED, Measure.MISSING})
_GENTLE = frozenset({"disperse", "protest", "arrest"})
_CROWD = frozenset({"disperse", "protest", "riot"})
_OBJECTS = frozenset({"dobj", "nsubjpass"})
_CROWDS = frozenset({ActorKind.PROTESTERS, ActorKind.RIOTERS})
_FORCES = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES})
_PROTESTS = frozenset({SubEventType.PROTEST_INTERVENTION, SubEventType.PEACEFUL_PROTEST})


def broken_up(
    findings: Findings,
    members: Sequence[Happening],
    kind: SubEventType,
    figures: Sequence[Figure],
) -> SubEventType:
    """Return the type of what police do to a crowd or to people by whether there is a crowd."""
    if any(one.measure in _HARM and one.high != 0 for one in figures):
        return kind
    gentle = kind is SubEventType.EXCESSIVE_FORCE and _is_gentle(findings, members)
    if (gentle or kind in _PROTESTS) and throws_stones(findings, members):
        return SubEventType.VIOLENT_DEMONSTRATION
    if gentle:
        return SubEventType.PROTEST_INTERVENTION
    if kind is SubEventType.ARRESTS and _at_a_protest(findings, members):
        return SubEventType.PROTEST_INTERVENTION
    if kind is SubEventType.PROTEST_INTERVENTION and _is_no_crowd(findings, members):
        return SubEventType.ARRESTS
    return kind


def _is_gentle(findings: Findings, members: Sequence[Happening]) -> bool:
    """Whether a crowd is dispersed, and no word of its sentences tells how badly."""
    words = settings(WORDS)
    doc = findings.document.doc
    told = {concept for one in members for concept in one.trigger.concepts}
    scattered = "disperse" in told or any(
        crowd.dep_ in _OBJECTS and crowd.head.lemma_.lower() in words["breaking_up"]
        for crowd in (doc[one.trigger.head] for one in members)
    )
    if not scattered or not told <= _GENTLE:
        return False
    brutal = words["brutal"]
    return not any(
        token.lemma_.lower() in brutal or token.lower_ in brutal
        for sentence in {one.trigger.sentence for one in members}
        for token in findings.document.span(findings.document.sentences[sentence])
    )


def throws_stones(findings: Findings, members: Sequence[Happening]) -> bool:
    """Return whether a crowd attacks: "after bottles were thrown at police".

    By the coding frame such a crowd riots. "They" and "them" may be anybody.
    """
    words = settings(WORDS)
    for sentence in {one.trigger.sentence for one in members}:
        for verb in findings.document.span(findings.document.sentences[sentence]):
            if verb.lemma_.lower() not in words["throwing"] or verb.pos_ != "VERB":
                continue
            kids = list(verb.children)
            things = [kid for kid in kids if kid.dep_ in _OBJECTS]
            # "Pelted a patrol with stones": "with" may hang on the patrol.
            withs = [kid for one in (verb, *things) for kid in one.children if kid.lower_ == "with"]
            things += [noun for kid in withs for noun in kid.children]
            if verb.dep_ == "acl" and verb.tag_ == "VBN":
                things.append(verb.head)
            nouns = [noun for thing in things for noun in (thing, *thing.conjuncts)]
            if any(kid.dep_ == "neg" for kid in kids) or not any(map(_is_thrown, nouns)):
                continue
            throwers = {kid.i for kid in kids if kid.dep_ == "nsubj"}
            if not _are(findings, throwers, _FORCES) and not _are(
                findings, {noun.i for noun in nouns if noun.pos_ != "PRON"}, _CROWDS
            ):
                return True
    return False


def _is_thrown(noun: Token) -> bool:
    """Whether a noun is for what rioters throw: "stones", "petrol bombs"."""
    words = settings(WORDS)
    if any(kid.lower_ == "no" for kid in noun.children):
        return False
    if noun.lemma_.lower() in words["burning"]:
        return any(kid.lower_ in words["fuel"] for kid in noun.children)
    return noun.lemma_.lower() in words["stones"]


def _are(findings: Findings, heads: set[int], kinds: frozenset[ActorKind]) -> bool:
    return any(
        mention.head in heads and any(actor.kind in kinds for actor in mention.actors)
        for mention in (findings.actors if heads else ())
    )


def _at_a_protest(findings: Findings, members: Sequence[Happening]) -> bool:
    """Whether people are arrested at or during a protest, or for holding one."""
    words = settings(WORDS)
    verbs = [findings.document.doc[one.trigger.head] for one in members if _is_arrest(one)]
    people = [kid for verb in verbs for kid in verb.children if kid.dep_ in _OBJECTS]
    # "Over 500 people at rallies", "arrested the same day for joining a sit-in".
    days = [kid for verb in verbs for kid in verb.children if kid.dep_ == "npadvmod"]
    return any(_protests(one) for one in people) or any(
        (link.lower_ in words["at"] and noun.lemma_.lower() in words["protests"])
        or (link.lower_ == "for" and noun.dep_ == "pcomp" and _is_protest(noun))
        for over in (*verbs, *people, *days)
        for link in over.children
        if link.dep_ == "prep"
        for noun in link.children
    )


def _protests(people: Token) -> bool:
    """Whether those who are arrested are told to protest: "students who marched to the palace".

    Who had marched some time before is no longer at it.
    """
    return any(
        _is_protest(kid)
        for kid in people.children
        if (kid.dep_ == "acl" and kid.tag_ == "VBG")
        or (kid.dep_ == "relcl" and not any(aux.lower_ == "had" for aux in kid.children))
    )


def _is_arrest(member: Happening) -> bool:
    return "arrest" in member.trigger.concepts


def _is_protest(verb: Token) -> bool:
    """Whether a verb is one of protest, or of holding one: "for staging a sit-in"."""
    words = settings(WORDS)
    if verb.lemma_.lower() in words["protesting"]:
        return True
    return verb.lemma_.lower() in words["holding"] and any(
        token.lemma_.lower() in words["protests"] for token in verb.subtree
    )


def _is_no_crowd(findings: Findings, members: Sequence[Happening]) -> bool:
    """Whether all words of an event tell of arrests, and no crowd stands in its sentences."""
    people = settings(WORDS)["no_crowd"]
    if any(not _is_arrest(one) and one.trigger.lemma not in people for one in members):
        return False
    sentences = {one.trigger.sentence for one in members}
    if any(
        one.sentence in sentences and not _CROWD.isdisjoint(one.concepts)
        for one in findings.triggers
        if one.lemma not in people
    ):
        return False
    words = settings(WORDS)["crowds"]
    return not any(
        mention.actors
        and any(actor.kind in (ActorKind.PROTESTERS, ActorKind.RIOTERS) for actor in mention.actors)
        and findings.document.doc[mention.head].lemma_.lower() in words
        for sentence in sentences
        for mention in findings.within(findings.actors, sentence)
    )
