"""What is denied: by whom an event is said not to have happened, and which words say so."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from dateline.coding.blame import blame_told
from dateline.coding.coordination import ONE_TOWN
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.pair_features import gap_km
from dateline.knowledge.lexicon import speech
from dateline.model import Place, PlacePrecision

NOBODY = frozenset({"nobody", "none", "neither"})

TOLD = 0.4
"""How surely a word must tell of the event, for the event to be admitted with it."""

_DENIED = frozenset({"ccomp", "xcomp", "dobj", "nsubjpass"})
_CONTENT = frozenset({"acl", "relcl", "ccomp"})
_OF_GROUND = frozenset({"seize", "withdraw"})
_POINTS = frozenset({PlacePrecision.EXACT, PlacePrecision.NEAR})


_OF_CHARGES = frozenset({"for", "in", "of"})
"""Behind these stands what somebody has responsibility for, or a part in."""


def denial_of(
    findings: Findings, happenings: Sequence[Happening], place: Place | None = None
) -> Token | None:
    """Return the word by which somebody denies the event, None where nobody does.

    A verb of denial with a word of the event as its object ("denied that the town had fallen"); or
    a withdrawal or capture that there was not ("no withdrawal has taken place"); or a charge in
    the next sentence, which tells of nothing else ("Tehran denied any involvement."). What is
    denied of another town than the event's is another matter, and so is a denial of its cost by
    who admits the event ("conceded that it had lost the town but denied that any had died").
    """
    doc, heads = findings.document.doc, {happening.trigger.head for happening in happenings}
    sentences = sorted({happening.trigger.sentence for happening in happenings})
    for index in sentences:
        for token in findings.document.span(findings.document.sentences[index]):
            if token.pos_ == "VERB" and (told := _told_denied(token)):
                kids = list(token.children)
                words = [word.i for kid in told for word in kid.subtree]
                of_it = any(at in heads for at in words) and not (
                    _is_elsewhere(findings, words, place)
                    or _is_admitted(findings, happenings, token)
                )
                if of_it and not any(kid.dep_ == "neg" for kid in kids):
                    return token
        if index > sentences[0]:
            found = _charge_denied(findings, index) or _part_denied(findings, index)
            if found is not None:
                return found
        if (found := _charge_denied_beside(findings, index, heads)) is not None:
            return found
    for happening in happenings:
        head = doc[happening.trigger.head]
        if head.pos_ == "NOUN" and not _OF_GROUND.isdisjoint(happening.trigger.concepts):
            none = (kid for kid in head.children if kid.dep_ == "det" and kid.lower_ == "no")
            if (found := next(none, None)) is not None:
                return found
    # It may stand before another sentence of the event's, or behind a charge.
    ends = {*sentences, *blame_told(findings, happenings)}
    after = (_denied_after(findings, index) for index in sorted(ends) if index + 1 not in ends)
    return next(filter(None, after), None)


def _told_denied(verb: Token) -> list[Token]:
    """Return what hangs on a verb of denial that it denies.

    With a charge goes what it is about: "rejected charges that it killed them", "disclaimed
    responsibility for the murder".
    """
    words, lemma = speech(), verb.lemma_.lower()
    if lemma not in words.denying | words.disputing:
        return []
    told = [kid for kid in verb.children if kid.dep_ in _DENIED]
    charge = next((kid for kid in told if kid.lemma_.lower() in words.charges), None)
    if charge is None or charge.dep_ != "dobj":
        return told if lemma in words.denying else []
    about = [
        kid
        for kid in (*charge.children, *verb.children)
        if kid.dep_ in ("acl", "ccomp") or (kid.dep_ == "prep" and kid.lower_ in _OF_CHARGES)
    ]
    return [*told, *about] if lemma in words.denying else about


def is_denied(word: Token) -> bool:
    """Return whether a word stands under a verb of denial: "denied firing on the crowd"."""
    over = word
    while over.dep_ in _DENIED or over.dep_ in {"pobj", "prep", "conj"}:
        if over.head.pos_ == "VERB" and over.head.lemma_.lower() in speech().denying:
            return over.dep_ in _DENIED
        over = over.head
    return False


def _is_elsewhere(findings: Findings, words: list[int], place: Place | None) -> bool:
    """Whether words name towns or sites, none of them near a place."""
    named = [
        mention.place
        for mention in findings.places
        if mention.head in words and mention.level in ("settlement", "site")
    ]
    if place is None or not named or place.precision not in _POINTS:
        return False
    gaps = [gap_km(one, place) for one in named]
    return all(gap is not None and gap > ONE_TOWN for gap in gaps)


def _is_admitted(findings: Findings, happenings: Sequence[Happening], denial: Token) -> bool:
    """Whether a verb beside one of denial admits what a word of the event tells."""
    doc = findings.document.doc
    heads = [doc[one.trigger.head] for one in happenings if one.sure >= TOLD]
    return any(
        verb.lemma_.lower() in speech().admitting
        and any(verb.is_ancestor(head) and not denial.is_ancestor(head) for head in heads)
        for verb in (*denial.conjuncts, *denial.ancestors)
    )


def _denied_after(findings: Findings, sentence: int) -> Token | None:
    """The word by which the sentence after one denies what that one tells."""
    after = sentence + 1
    last = len(findings.document.sentences) - 1
    # "Five women were among them. Moscow denied that its planes had flown there."
    empty = after < last and not any(one.sentence == after for one in findings.triggers)
    if empty and (found := _part_denied(findings, after + 1)) is not None:
        return found
    if after > last:
        return None
    found = _charge_denied(findings, after) or _part_denied(findings, after)
    if found is not None:
        return found
    if findings.tells(after):
        return None
    span = findings.document.span(findings.document.sentences[after])
    return next((token for token in span if _is_lie(token)), None)


def _charge_denied(findings: Findings, sentence: int) -> Token | None:
    """The verb by which a sentence denies a charge, before it tells of anything else.

    "The army denied responsibility and accused the rebels of shelling their own people."
    """
    words = speech()
    triggers = [one.head for one in findings.triggers if one.sentence == sentence]
    for token in findings.document.span(findings.document.sentences[sentence]):
        if token.pos_ != "VERB" or token.lemma_.lower() not in words.denying | words.disputing:
            continue
        kids = list(token.children)
        nobody = any(kid.dep_ == "neg" or kid.lower_ in NOBODY for kid in kids)
        # "Rejected the claims that the road was cut" is about the road, not what stands before.
        charges = (
            kid
            for kid in kids
            if kid.dep_ in _DENIED and not any(told.dep_ in _CONTENT for told in kid.children)
        )
        if nobody or not any(charge.lemma_.lower() in words.charges for charge in charges):
            continue
        # What is told of who denies it ("the group, which keeps a truce, denied it") is no event.
        who = {word.i for kid in kids if kid.dep_ == "nsubj" for word in kid.subtree}
        if not findings.tells(sentence) or all(token.i < head or head in who for head in triggers):
            return token
    return None


def _charge_denied_beside(findings: Findings, sentence: int, heads: set[int]) -> Token | None:
    """The verb that denies in the sentence of an event what stands before it.

    "Residents said; the minister rejected this", "a charge that a spokesman rejected".
    """
    words = speech()
    told = [at for at in heads if findings.document.sentence_of[at] == sentence]
    for token in findings.document.span(findings.document.sentences[sentence]):
        if token.pos_ != "VERB" or token.lemma_.lower() not in words.denying | words.disputing:
            continue
        if not told or token.i < max(told) or any(kid.dep_ == "neg" for kid in token.children):
            continue
        charges = [kid for kid in token.children if kid.dep_ == "dobj"]
        if token.dep_ == "relcl":
            charges.append(token.head)
        if any(
            charge.lemma_.lower() in words.charges and not _tells_more(charge, token)
            for charge in charges
        ):
            return token
    return None


def _tells_more(charge: Token, denial: Token) -> bool:
    """Whether a charge has a content of its own: "rejected claims that the road was cut".

    "It" stands for the event only where the clause ends: "rejected it when lawyers asked for bail".
    """
    after = charge.nbor(1) if charge.i + 1 < len(charge.doc) else charge
    if charge.pos_ == "PRON" and charge.i > denial.i and not (after.is_punct or after.dep_ == "cc"):
        return True
    return any(kid.dep_ in _CONTENT and kid.i != denial.i for kid in charge.children) or any(
        kid.dep_ == "prep" and kid.lower_ == "of" for kid in charge.children
    )


def _part_denied(findings: Findings, sentence: int) -> Token | None:
    """The verb by which a sentence denies that somebody had a part in what stands before it.

    "Denied that its planes had flown any mission there", "had nothing to do with it".
    """
    words = speech()
    span = findings.document.span(findings.document.sentences[sentence])
    triggers = [one.head for one in findings.triggers if one.sentence == sentence]
    for token in span:
        if token.lemma_.lower() in words.denying and token.pos_ == "VERB":
            deeds = [kid for kid in token.children if kid.dep_ == "ccomp"]
            own = any(
                deed.lemma_.lower() in words.deeds
                and not any(at == deed.i or deed.is_ancestor(span.doc[at]) for at in triggers)
                for deed in deeds
            )
            if own and not any(kid.dep_ == "neg" for kid in token.children):
                return token
        if token.lower_ in words.without and token.head.lemma_.lower() == "have":
            rest = span.doc[token.i : min(token.i + 5, span.end)].text.lower()
            denied = token.head.head.lemma_.lower() in words.denying and token.head.dep_ in _DENIED
            none = token.lower_ == "nothing" or any(kid.lower_ == "no" for kid in token.children)
            none = none or denied  # "denied having any part in it"
            if none and any(rest.startswith(part) for part in words.no_parts):
                return token
    return None


def _is_lie(token: Token) -> bool:
    """Whether a word says of what was told that it is no truth.

    "Said that the report was false", "this is not true", "called the claim a lie".
    """
    words, over = speech(), token.head
    kids = list(over.children)
    if token.lower_ == "such" and over.head.lemma_.lower() in words.taking_place:
        return any(kid.lower_ == "no" for kid in kids)  # "no such thing happened"
    told = [kid for kid in kids if kid.dep_ in ("nsubj", "dobj") and kid.i < token.i]
    if token.dep_ == "attr" or token.dep_ == "acomp":
        about = any(kid.dep_ == "nsubj" and kid.lemma_.lower() in words.charges for kid in told)
        denied = any(kid.dep_ == "neg" for kid in kids)
        truth = words.truths if denied else words.lies
        return about and token.lemma_.lower() in truth
    if token.dep_ not in ("oprd", "nsubj", "attr", "ccomp"):
        return False
    # "Called the claim a lie": to the parser, the claim may be the lie's own subject.
    about = any(kid.lemma_.lower() in words.charges for kid in (*told, *token.children))
    return about and token.lemma_.lower() in words.lies
