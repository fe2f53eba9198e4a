"""Who is blamed for an event, or owns up to it, in a sentence after it that tells of nothing else.

"A bomb killed five in Quetta. Police blamed the Baloch Liberation Army." Or who is accused of the
event by its own sentence. Source: coding frame, "An accused party is side a, and the accuser is in
attributed_to".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from functools import cache

from dateline.coding.charges import (
    believed_to_do,
    charging,
    laid_on,
    laid_on_by,
    owned_as_work,
    says_of_itself,
    victimised_by,
)
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.identity import ARMED, identified
from dateline.coding.naming import after_of, named_in
from dateline.coding.reasons_given import giving_a_reason, reasons
from dateline.coding.response import tells_of_neglect
from dateline.coding.syntax import Token
from dateline.knowledge.lexicon import speech
from dateline.model import ActorKind

REACH = 2
"""How many sentences after an event may tell whose it was."""

DOES = 0.5
"""Somebody who acts in the event itself with this probability is not looked for elsewhere."""

SHORT = 10
"""How many words a sentence without a verb has that only says whose it was."""

CLAUSES = frozenset({"acl", "relcl", "advcl"})

SUBJECTS = frozenset({"nsubj", "nsubjpass"})

BANDS = frozenset({ActorKind.REBEL, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA})
"""Kinds of the groups that own up to what a report leads with."""

ACCUSED = 0.9, 0.02
"""The chances of the sides of who is blamed: as of who is told to have acted."""


def blamed(findings: Findings, happenings: Sequence[Happening]) -> list[Happening]:
    """Return the happenings, the surest with who is blamed as its doer where none is told.

    "Gunmen" and "a suicide bomber" tell of none: they are then whose group is blamed.
    """
    doers = {
        index for one in happenings for index, (a, b) in one.actors.items() if a >= DOES and a > b
    }
    nobodies = {index for index in doers if _is_nobody(findings, index)}
    accused = dict.fromkeys(_taken_for(findings, nobodies), ACCUSED)
    if not accused:
        charged = set(_accused_of(findings, happenings))
        if charged and _is_only_charged(findings, happenings):
            nobodies |= doers - charged  # who accuses others has not done it
        accused = dict.fromkeys(charged if doers - nobodies <= charged else (), ACCUSED)
    known = doers - nobodies - set(accused)
    if not accused and (far := _blamed_further_on(findings, happenings, known)):
        nobodies |= known - set(far)
        accused = dict.fromkeys(far, ACCUSED)
    if not accused:
        told = _blamed_after(findings, happenings)
        for sentence in blame_told(findings, happenings) if not known else ():
            told = [*told, *_accused(findings, sentence)]
        if not told and (not known or nobodies):
            told = list(identified(findings, happenings, anybody=not nobodies))
        accused = dict.fromkeys(told if known <= set(told) else (), ACCUSED)
    if not accused:
        return list(happenings)
    at = max(range(len(happenings)), key=lambda n: happenings[n].sure)
    out = []
    for n, one in enumerate(happenings):
        actors = {index: p for index, p in one.actors.items() if index not in nobodies}
        out.append(replace(one, actors=actors | accused if n == at else actors))
    return out


def _is_nobody(findings: Findings, index: int) -> bool:
    """Whether a mention names nobody who is known: "gunmen", and "men" who did something."""
    kinds = {actor.kind for actor in findings.actors[index].actors}
    word = findings.document.doc[findings.actors[index].head]
    strange = kinds == {ActorKind.CIVILIANS} and word.lemma_.lower() in speech().strangers
    return strange or kinds == {ActorKind.UNIDENTIFIED}


def _taken_for(findings: Findings, nobodies: Set[int]) -> Iterator[int]:
    """Who nameless doers are taken for: "the gunmen, believed to be members of Boko Haram"."""
    for index in nobodies:
        head = findings.document.doc[findings.actors[index].head]
        clauses = [
            child
            for child in (*head.children, head.head)
            if (child.dep_ in CLAUSES or head.dep_ in SUBJECTS)
            and child.lemma_.lower() in speech().taking
        ]
        within = findings.within(findings.actors, findings.document.sentence_of[head.i])
        known = {
            mention.head
            for clause in clauses
            for mention in within
            if clause.i < mention.head <= _end(clause)
            and _is_said_of(clause, findings.document.doc[mention.head])
            and any(actor.kind in ARMED for actor in mention.actors)
        }
        yield from (at for at, mention in enumerate(findings.actors) if mention.head in known)


def _is_said_of(clause: Token, word: Token) -> bool:
    """Whether a clause says that its subject is a word, and not what it does to it."""
    for over in word.ancestors:
        if over == clause:
            return True
        if over.pos_ in ("VERB", "AUX") and over.lemma_.lower() not in speech().being:
            return False
    return False


def _end(clause: Token) -> int:
    """The last word of what a clause's verb says of its subject, before another verb follows."""
    ends = [
        child.right_edge.i
        for child in clause.children
        if child.i > clause.i and child.dep_ not in ("conj", "dobj")
    ]
    return max(ends, default=clause.i)


def _accused_of(findings: Findings, happenings: Sequence[Happening]) -> Iterator[int]:
    """Who is accused of the event itself: "soldiers were accused of killing two monks"."""
    for happening in happenings:
        named = _charged_with(findings.document.doc[happening.trigger.head])
        for index, mention in enumerate(findings.actors) if named else ():
            armed = any(actor.kind in ARMED for actor in mention.actors)
            if armed and any(mention.first <= word.i < mention.last for word in named):
                yield index


def _is_only_charged(findings: Findings, happenings: Sequence[Happening]) -> bool:
    """Whether all that tells of an event is what a clause accuses somebody of."""
    heads = [findings.document.doc[one.trigger.head] for one in happenings]
    return all(
        any(over.lemma_.lower() in speech().blaming for over in head.ancestors) for head in heads
    )


def _charged_with(head: Token) -> list[Token]:
    """The words for whom a verb of blame charges with an event: "blamed the raid on the X"."""
    blaming = speech().blaming
    if laid := [*laid_on_by(head), *victimised_by(head), *believed_to_do(head)]:
        return laid
    if head.dep_ == "dobj" and head.head.lemma_.lower() in speech().committing:
        head = head.head  # "suspected of having carried out the raid"
    if head.dep_ == "dobj" and head.head.lemma_.lower() in blaming:
        return [
            noun
            for word in head.head.subtree
            if word.lower_ == "on" and word.i > head.i
            for noun in word.children
            if noun.dep_ == "pobj"
        ][-1:]
    if head.dep_ in ("pcomp", "pobj") and head.head.head.lemma_.lower() in blaming:
        return _blamed_by(head.head.head)
    return []


def blame_told(findings: Findings, happenings: Sequence[Happening]) -> tuple[int, ...]:
    """Return the sentences that blame somebody for an event told before them.

    They are sentences of the event but its first, and the one after it that tells of no other.
    """
    own = sorted({happening.trigger.sentence for happening in happenings})
    sentences = findings.document.sentences
    later = own[1:]
    for after in range(own[-1] + 1, min(own[-1] + 1 + REACH, len(sentences))):
        if findings.tells(after, besides=_words_of_blame(findings, after)):
            break
        if sentences[after].kind == "body" and any(_accused(findings, after)):
            later.append(after)
            break
    return tuple(sentence for sentence in later if any(_accused(findings, sentence)))


def _blamed_after(findings: Findings, happenings: Sequence[Happening]) -> list[int]:
    """Who is blamed at the end of the event's own sentence: "killing five; rebels were blamed"."""
    first = min(happenings, key=lambda one: one.trigger.sentence).trigger.sentence
    last = max(one.trigger.head for one in happenings if one.trigger.sentence == first)
    told = [word for token, words in _blame(findings, first) if token.i > last for word in words]
    return list(named_in(findings, told))


def _blamed_further_on(
    findings: Findings, happenings: Sequence[Happening], known: Set[int]
) -> list[int]:
    """Who owns up to what a report leads with, or is blamed for it, anywhere after it; or nobody.

    That is the one group by name in all sentences that blame and tell of no event of their own.
    Unnamed rebels who are ``known`` to have acted may be that group, but nobody else.
    """
    led = min((one.sentence for one in findings.triggers), default=-1)
    own = {happening.trigger.sentence for happening in happenings}
    if led not in own:
        return []
    told: list[int] = []
    for sentence in findings.document.sentences[led + 1 :]:
        found = list(_accused(findings, sentence.index)) if sentence.kind == "body" else []
        if found and not _is_of_another(findings, own, sentence.index):
            told += found
    groups = {actor.name for index in told for actor in findings.actors[index].actors}
    bands = all(actor.kind in BANDS for index in told for actor in findings.actors[index].actors)
    if len(groups) != 1 or None in groups or not bands:
        return []
    return told if all(_may_be_named(findings, one) for one in known - set(told)) else []


def _is_of_another(findings: Findings, own: Set[int], sentence: int) -> bool:
    """Whether a sentence, or one just before it, tells of another event than that of sentences."""
    around = range(max(sentence - REACH, 0), sentence + 1)
    return sentence not in own and any(
        one not in own and findings.tells(one, besides=_words_of_blame(findings, one))
        for one in around
    )


def _may_be_named(findings: Findings, index: int) -> bool:
    """Whether a mention is of rebels or militia of no name, which another sentence may tell."""
    return all(actor.kind in BANDS and not actor.name for actor in findings.actors[index].actors)


def is_charged(findings: Findings, sentence: int) -> bool:
    """Return whether somebody says who did it in a sentence that blames: not "X did it" alone."""
    return any(
        token.lemma_.lower() not in speech().committing or token.dep_ == "ccomp"
        for token, _ in _blame(findings, sentence)
    )


def suspects(findings: Findings, sentence: int) -> bool:
    """Return whether those whom a sentence blames are only suspected."""
    words = speech().suspecting
    hedges = speech().passive_hedges  # "is thought to be responsible"
    return any(
        token.lemma_.lower() in words
        or (token.head.dep_ == "xcomp" and token.head.head.lemma_.lower() in hedges)
        for token, _ in _blame(findings, sentence)
    )


def _words_of_blame(findings: Findings, sentence: int) -> frozenset[int]:
    """The words of a sentence that blame somebody: "suspect" is no arrest then, "fell" no loss.

    So is what they are blamed for: "accused the group of the crime" tells of no other one.
    """
    told = [token for token, _ in _blame(findings, sentence)]
    about = {
        noun.i
        for token in told
        for noun in token.subtree
        if noun.dep_ in ("pobj", "dobj")
        and any(kid.lower_ in speech().the_same for kid in noun.children)
    }
    # What it was the revenge for, too.
    about |= {one.i for token in told if token.lemma_ in reasons() for one in token.subtree}
    around = {i for token in told for i in (token.i, token.head.i)}
    around |= {token.head.head.i for token in told if token.dep_ == "acl"}
    around |= {kid.i for token in told for kid in token.children if kid.dep_ in SUBJECTS}
    return frozenset(around | about)


def _accused(findings: Findings, sentence: int) -> Iterator[int]:
    """The actor mentions, by index, that a sentence blames or lets own up."""
    yield from named_in(
        findings, [word for _, words in _blame(findings, sentence) for word in words]
    )


def _blame(findings: Findings, sentence: int) -> list[tuple[Token, list[Token]]]:
    """The words of blame of a sentence, each with those for who did it."""
    # Asked for by every group of a report: kept with the parse.
    data = findings.document.doc.user_data
    known: dict[int, list[tuple[Token, list[Token]]]] = data.setdefault("blame", {})
    if sentence not in known:
        tokens = findings.document.span(findings.document.sentences[sentence])
        told = (
            (token, _blamed_by(token) or giving_a_reason(findings, token))
            for token in tokens
            if token.lemma_.lower() in _words()
        )
        known[sentence] = [(token, words) for token, words in told if words]
    return known[sentence]


@cache
def _words() -> frozenset[str]:
    """All words that may blame somebody."""
    words = speech()
    return (
        words.blaming
        | words.owning
        | words.pointing
        | words.ascribing
        | words.suspicions
        | words.doing
        | words.hallmarks
        | words.supposing
        | words.committing
        | charging()
        | reasons()
    )


def _blamed_by(token: Token) -> list[Token]:
    """The words for who did it that a word of blame has: none where it is negated."""
    words, lemma = speech(), token.lemma_.lower()
    if _is_negated(token) or tells_of_neglect(token):
        return []
    found = owning_up(token)
    if token.pos_ == "VERB" and lemma in words.blaming:
        found = laid_on(token) or [
            # "Rebels whom it accused of the raid."
            token.head if kid.tag_ == "WP" and token.dep_ == "relcl" else kid
            for kid in token.children
            if kid.dep_ in ("dobj", "nsubjpass") and not _is_a_pretext(token, kid)
        ]
        if not found and token.dep_ == "ROOT" and token.tag_ in ("VBN", "VBD"):
            found = [kid for kid in token.children if kid.dep_ == "nsubj"]  # "CODECO accused."
    elif lemma in words.doing and token.head.lemma_.lower() in words.holding:
        found = [kid for kid in token.children if kid.dep_ == "nsubj"]
        found += [kid for kid in token.head.children if kid.dep_ in ("dobj", "nsubjpass")]
    elif token.pos_ == "VERB" and (
        lemma in words.pointing or (lemma in words.ascribing and _takes_the_event(token))
    ):
        found = after_of(token, ("to", "at"))
    elif lemma in words.suspicions and token.dep_ == "nsubj":
        found = after_of(token.head, ("on", "upon"))
    elif lemma in words.doing and token.head.pos_ == "AUX" and not _is_negated(token.head):
        found = [kid for kid in token.head.children if kid.dep_ == "nsubj"]
        found += says_of_itself(token.head, found)  # "the group said it was behind it"
        over = token.head.head  # "is thought to be responsible"
        taken = token.head.dep_ == "xcomp" and over.lemma_.lower() in words.taking
        if taken and not _is_negated(over):
            found += [kid for kid in over.children if kid.dep_ == "nsubjpass"]
    elif lemma in words.committing and _is_committed(token):
        found = [kid for kid in token.children if kid.dep_ == "nsubj"]
        found += says_of_itself(token, [one for kid in found for one in kid.children])
    elif lemma in words.hallmarks and (_is_said(token) or owned_as_work(token)):
        found = owned_as_work(token) or after_of(token, ("of",))
    elif lemma in charging():
        found = laid_on(token) or victimised_by(token)
    elif lemma in words.supposing and _supposes(token):
        found = [token.head]
    return found + [other for one in found for other in one.conjuncts]


def _is_a_pretext(verb: Token, accused: Token) -> bool:
    """Whether doers accuse those whom they harm: "killed six peasants, accusing them of ties"."""
    return verb.tag_ == "VBG" and verb.dep_ == "advcl" and accused.pos_ == "PRON"


def _is_committed(verb: Token) -> bool:
    """Whether a verb has the event itself for its object: "carried it out", "staged the attack"."""
    unsure = speech().unsure
    return _takes_the_event(verb) and not any(
        kid.dep_ == "aux" and kid.lower_ in unsure for kid in verb.children
    )


def _takes_the_event(verb: Token) -> bool:
    return any(kid.dep_ in ("dobj", "nsubjpass") and _is_the_event(kid) for kid in verb.children)


def _is_the_event(noun: Token) -> bool:
    """Whether a word stands for the event told before: "it", "that one", "the attack"."""
    words = speech()
    again = any(kid.lower_ in words.the_same for kid in noun.children)
    deed = noun.lower_ == "one" or noun.lemma_.lower() in words.the_deed
    return noun.lower_ in words.the_event or (again and deed)


def _is_said(noun: Token) -> bool:
    """Whether a deed is said to have or be a noun: "bore the hallmarks of", "was the work of"."""
    verb = noun.head
    said = noun.dep_ == "dobj" and verb.lemma_.lower() in speech().bearing
    return (said or (noun.dep_ == "attr" and verb.lemma_ == "be")) and not _is_negated(verb)


def _supposes(word: Token) -> bool:
    """Whether a word stands before a noun that is a short sentence: "Suspected LTTE."."""
    noun = word.head
    sentence = word.sent
    alone = noun.dep_ == "ROOT" and noun.pos_ in ("NOUN", "PROPN")
    short = len(sentence) <= SHORT and not any(one.pos_ in ("VERB", "AUX") for one in sentence)
    return alone and short and word.i == sentence.start


def owning_up(token: Token) -> list[Token]:
    """Return the words for who owns up by a verb: "claimed responsibility", "claimed it"."""
    words = speech()
    if token.lemma_.lower() not in words.owning or _is_negated(token):
        return []
    if token.dep_ == "compound" and token.head.lemma_ in words.owned and not token.is_sent_start:
        # A noun to the tagger: "ISIL claims responsibility."
        who = token.nbor(-1)
        return [who] if who.lower_ not in words.nobody and who.left_edge.is_sent_start else []
    if token.pos_ != "VERB":
        return []
    kids = list(token.children)
    up = token.lemma_ == "own" and any(kid.lower_ == "up" for kid in kids)
    if token.lemma_ == "own":  # "the group owned up to it", but owns cattle
        return [kid for kid in kids if up and kid.dep_ == "nsubj"]
    owned = any(
        kid.dep_ in ("dobj", "nsubjpass")
        and (
            kid.lemma_.lower() in words.owned
            or (token.lemma_ in words.claiming and _is_the_event(kid))
        )
        and not any(word.lower_ == "no" for word in kid.children)
        for kid in kids
    )
    found = [
        kid
        for kid in kids
        if owned and kid.dep_ == "nsubj" and kid.left_edge.lower_ not in words.nobody
    ]
    note = token.head if token.dep_ == "acl" else None
    if (
        owned and note is not None and note.dep_ == "dobj"
    ):  # "left leaflets claiming responsibility"
        found += [kid for kid in note.head.children if kid.dep_ == "nsubj"]
    short = token.dep_ == "ROOT" and token.lemma_ in words.claiming  # "Claimed by the group."
    alone = short and not any(kid.dep_ in SUBJECTS for kid in kids)
    agents = [kid for kid in kids if (owned or alone) and kid.dep_ == "agent"]
    return found + [noun for agent in agents for noun in agent.children if noun.dep_ == "pobj"]


def _is_negated(token: Token) -> bool:
    return any(kid.dep_ == "neg" for kid in token.children)
