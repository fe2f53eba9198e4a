"""Which deed a denial is about: "denied that it had carried out the blasts", told long before.

Not what stands next to it: where a denial names again what it is about, it is that which is denied
and nothing else. Nor is all denied that stands under the verb: who denies that women were among
the dead denies no bombing. Source: coding frame, denied is what the accused denies.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.responsibility import only_owned
from dateline.coding.syntax import Token
from dateline.coding.triggers import Trigger
from dateline.knowledge.files import settings
from dateline.knowledge.lexicon import speech

DENIED = frozenset({"ccomp", "xcomp", "dobj", "nsubjpass"})
"""How what is denied hangs on the verb of denial."""

TOLD = 0.4
"""How surely a word must tell of the event, for the event to be admitted with it."""

PLAIN = frozenset(
    {
        "airstrike",
        "shelling",
        "ied",
        "suicide_bomb",
        "grenade",
        "chemical",
        "abduct",
        "sexual",
        "loot",
        "disrupt",
    }
)
"""What speaks of one sort of deed, so that the word alone says which is meant."""

AGAIN = "languages/en/said_again.toml"
"""Where the words are kept for what is hit so often that it points to no one event."""

FIRE = frozenset({"airstrike", "shelling", "ied"})
"""What one "bombing" may be, where something else says which."""

HARM = frozenset({"die", "injure"})
"""What speaks of a deed's cost alone."""

BESIDE = HARM | {"withdraw", "displace", "arrest", "agree", "other", "change", "base"}
"""What comes of a deed, or with it, that may be denied while the deed is not."""

GROUND = frozenset({"seize", "withdraw"})
"""What speaks of ground that changes hands."""

_ASIDE = frozenset({"relcl", "advcl", "appos"})
_TOWNS = frozenset({"settlement", "site"})
_NAMING = frozenset({"NOUN", "PROPN"})


def is_not_said(denial: Token) -> bool:
    """Whether a verb of denial says that nobody denied: "neither claimed nor denied it"."""
    if any(kid.dep_ == "neg" for kid in denial.children):
        return True
    before = denial.nbor(-1).lower_ if denial.i else ""
    return before == "nor" or (before == "or" and denial.dep_ == "conj")


def denial_over(word: Token) -> Token | None:
    """Return the verb of denial that a word stands under: "denied firing on the crowd"."""
    over = word
    while over.dep_ in DENIED or over.dep_ in {"pobj", "prep", "conj"}:
        if over.head.pos_ == "VERB" and over.head.lemma_.lower() in speech().denying:
            return over.head if over.dep_ in DENIED else None
        over = over.head
    return None


def is_denied_itself(word: Token, denial: Token) -> bool:
    """Whether a denial says of a word's own event that it was not so, and not of something else.

    Between the two stand only verbs of doing and of having a part. Not so in "denied that there
    were women among the dead", "that the toll of the blast had risen", "that the advance stalled".
    """
    words = speech()
    light = words.deed_verbs | words.taking_place | words.committing | words.deeds
    if word.pos_ == "NOUN" and word.lemma_.lower() in words.deeds:
        return False  # "that he was the target"
    over = word
    while over.i != denial.i:
        if over.head.i == over.i:
            return True  # The parser hangs it elsewhere.
        charge = over.head.lemma_.lower() in words.charges
        if over.dep_ == "relcl" and (_says_who(over) or _is_news(over, denial)):
            return True
        if (over.dep_ in _ASIDE and over.head.i != denial.i) or (over.dep_ == "acl" and not charge):
            return False
        if over.dep_ == "prep" and over.lower_ in words.beside:
            return False
        above = over.head
        told = any(kid.lower_ == "that" and kid.i < above.i for kid in above.children)
        spread = above.dep_ in ("acl", "relcl") and not told
        if spread and above.head.lemma_.lower() in words.charges:
            over = above.head  # "the news spread by some that the army has left"
            continue
        if above.i != denial.i and above.pos_ == "VERB" and above.lemma_.lower() not in light:
            return over.dep_ in ("conj", "xcomp")
        over = above
    return True


def is_deed_denied(
    findings: Findings,
    happenings: Sequence[Happening],
    denial: Token,
    under: Container[int],
) -> bool:
    """Whether of the words under a verb of denial one is the event itself.

    Not its cost or what came of it, where another sentence tells the deed: "denied that anybody
    had died", "that its men had left the town".
    """
    doc = findings.document.doc
    sentence = findings.document.sentence_of[denial.i]
    elsewhere = {
        concept
        for one in happenings
        if one.trigger.sentence != sentence
        for concept in one.trigger.concepts
    }
    of_ground = not GROUND.isdisjoint(elsewhere)
    return any(
        one.trigger.head in under
        and is_denied_itself(doc[one.trigger.head], denial)
        and (
            not elsewhere - BESIDE
            or (of_ground and _is_of_ground(one.trigger))
            or _says_who(doc[one.trigger.head])
            or not BESIDE.issuperset(one.trigger.concepts)
            or not elsewhere.isdisjoint(set(one.trigger.concepts) - HARM)
        )
        for one in happenings
    )


def _is_news(clause: Token, denial: Token) -> bool:
    """Whether a clause is what some news says: "denied the news on rebel radio that it had left".

    To the parser it may hang on the nearest noun.
    """
    that = any(kid.lower_ == "that" and kid.i < clause.i for kid in clause.children)
    between = denial.doc[denial.i + 1 : clause.i]
    news = any(one.pos_ == "NOUN" and one.lemma_.lower() in speech().charges for one in between)
    return that and news and any(kid.dep_ in ("nsubj", "nsubjpass") for kid in clause.children)


def _says_who(word: Token) -> bool:
    """Whether a clause says who the victims were: "that those who died were villagers"."""
    over = word
    while over.dep_ in ("relcl", "conj"):
        over = over.head
    return over.dep_ == "nsubj" and any(kid.dep_ == "attr" for kid in over.head.children)


def _is_of_ground(trigger: Trigger) -> bool:
    """Whether a word speaks of ground: towns fall too, not only people."""
    return not GROUND.isdisjoint(trigger.concepts) or trigger.lemma.lower() == "fall"


def named_again(findings: Findings, denial: Token) -> frozenset[int]:
    """Return the words for an event, in sentences before a denial's, that it names again.

    None where it names no deed, or one that was not told in such words: it then denies what was
    told last.
    """
    sentence = findings.document.sentence_of[denial.i]
    under = {token.i for token in _told(denial)}
    doc = findings.document.doc
    if any(doc[at].like_num for at in under):
        return frozenset()  # "that 150 were freed" is about their number
    here = [one for one in findings.triggers if one.sentence == sentence]
    deeds = [
        one
        for one in here
        if one.head in under
        and HARM.isdisjoint(one.concepts)
        and is_denied_itself(doc[one.head], denial)
    ]
    if not deeds and any(doc[at].pos_ == "PRON" for at in under):
        # "Nobody claimed the bombings; the group denied any part in them."
        silent = only_owned(findings, sentence)
        deeds = [one for one in here if one.head in silent and one.head < denial.i]
    towns = {
        mention.place.canonical
        for mention in findings.within(findings.places, sentence)
        if mention.head in under and mention.level in _TOWNS
    }
    best: dict[int, tuple[int, int]] = {}
    for deed in deeds:
        for other in _alike(findings, deed, sentence):
            shared = _shared(findings, under, other)
            there = not towns or not towns.isdisjoint(
                mention.place.canonical
                for mention in findings.within(findings.places, other.sentence)
            )
            plain = not PLAIN.isdisjoint(deed.concepts) and not set(deed.concepts).isdisjoint(
                other.concepts
            )
            if there and (shared or plain):
                known = best.get(other.head, (0, 0))
                best[other.head] = max(known, (shared, other.sentence))
    top = max(best.values(), default=None)
    return frozenset(head for head, rank in best.items() if rank == top)


def denied_again(
    findings: Findings, happenings: Sequence[Happening]
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield each happening that is denied and names again others before it, and their numbers."""
    for number, happening in enumerate(happenings):
        denial = denial_over(findings.document.doc[happening.trigger.head])
        named = named_again(findings, denial) if denial is not None else frozenset()
        told = [at for at in range(number) if happenings[at].trigger.head in named]
        if told:
            yield number, tuple(told)


def denies_no_deed(findings: Findings, happenings: Sequence[Happening]) -> bool:
    """Whether verbs of denial in an event's sentences all leave the event itself as it was told.

    "The army denied that women were among the dead", "has neither claimed nor denied the raid".
    """
    words = speech()
    verbs = [
        token
        for index in {one.trigger.sentence for one in happenings}
        for token in findings.document.span(findings.document.sentences[index])
        if token.lemma_.lower() in words.denying and token.pos_ == "VERB"
    ]
    return bool(verbs) and all(
        is_not_said(verb)
        or any(
            kid.dep_ == "ccomp"
            and not is_deed_denied(findings, happenings, verb, {t.i for t in kid.subtree})
            for kid in verb.children
        )
        for verb in verbs
    )


def _told(denial: Token) -> Iterator[Token]:
    """The words that stand under what is denied, and those behind "no part in"."""
    if denial.pos_ != "VERB":
        yield from (token for token in denial.head.subtree if token.i > denial.i)
        return
    for kid in denial.children:
        if kid.dep_ in DENIED or (kid.dep_ == "prep" and kid.i > denial.i):
            yield from kid.subtree


def _alike(findings: Findings, deed: Trigger, sentence: int) -> Iterator[Trigger]:
    """The words in sentences before one that speak of a deed of the same sort."""
    doc = findings.document.doc
    lemma = doc[deed.head].lemma_.lower()
    for other in findings.triggers:
        if other.sentence >= sentence or not HARM.isdisjoint(other.concepts):
            continue
        same = not set(deed.concepts).isdisjoint(other.concepts)
        fire = not FIRE.isdisjoint(deed.concepts) and not FIRE.isdisjoint(other.concepts)
        if doc[other.head].lemma_.lower() == lemma or same or fire:
            yield other


def _shared(findings: Findings, under: set[int], other: Trigger) -> int:
    """How many names and nouns of what is denied stand near a word of an event, itself aside."""
    doc = findings.document.doc
    anybody = settings(AGAIN)["anybody"]
    deeds = {one.head for one in findings.triggers}
    named = {
        doc[at].lemma_.lower()
        for at in under
        if doc[at].pos_ in _NAMING and at not in deeds and doc[at].lower_ not in anybody
    }
    span: Sequence[Token] = list(
        findings.document.span(findings.document.sentences[other.sentence])
    )
    return len({token.lemma_.lower() for token in span if token.pos_ in _NAMING} & named)


def is_admitted(findings: Findings, happenings: Sequence[Happening], denial: Token) -> bool:
    """Return whether a verb beside one of denial admits what a word of the event tells."""
    doc = findings.document.doc
    heads = [doc[one.trigger.head] for one in happenings if one.sure >= TOLD]
    if any(head.dep_ == "dobj" and _owns(head.head, denial) for head in heads):
        return True
    return any(
        verb.lemma_.lower() in speech().admitting
        and any(verb.is_ancestor(head) and not denial.is_ancestor(head) for head in heads)
        for verb in (*denial.conjuncts, *denial.ancestors)
    )


def _owns(verb: Token, denial: Token) -> bool:
    """Whether who denies something owns up to a deed before it: "claimed the raid but denied"."""
    return verb.i < denial.i and verb.lemma_.lower() in speech().claiming and verb == denial.head
