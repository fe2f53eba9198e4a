"""What is denied: by whom an event is said not to have happened, and which words say so."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from dateline.coding.blame import blame_told
from dateline.coding.called_lies import is_called_lie, is_lie, none_told
from dateline.coding.coordination import ONE_TOWN
from dateline.coding.denied_deeds import (
    DENIED,
    GROUND,
    HARM,
    is_admitted,
    is_deed_denied,
    is_not_said,
    named_again,
)
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.pair_features import gap_km
from dateline.coding.responsibility import only_owned
from dateline.coding.syntax import Token
from dateline.knowledge.lexicon import speech
from dateline.knowledge.ontology import ontology
from dateline.model import Place, PlacePrecision

REACH = 3
"""How many sentences after an event may deny it, with none between that tells of another."""

CALLED = 8
"""How many words behind "dismissed as" the charge may stand that is called so."""

NOBODY = frozenset({"nobody", "none", "neither"})

_CONTENT = frozenset({"acl", "relcl", "ccomp"})
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
    found = _beside(findings, happenings, heads, place)
    if found is not None and not _is_of_another(findings, found, heads):
        return found
    for happening in happenings:
        head = doc[happening.trigger.head]
        if head.pos_ == "NOUN" and not GROUND.isdisjoint(happening.trigger.concepts):
            none = (kid for kid in head.children if kid.dep_ == "det" and kid.lower_ == "no")
            if (found := next(none, None)) is not None:
                return found
    # It may stand before another sentence of the event's, or behind a charge.
    sentences = {happening.trigger.sentence for happening in happenings}
    ends = {*sentences, *blame_told(findings, happenings)}
    behind = (
        _charge_denied(findings, index) or _part_denied(findings, index)
        for index in sorted(ends.difference(sentences))
    )
    after = (
        _denied_after(findings, index, happenings, place)
        for index in sorted(ends)
        if index + 1 not in ends
    )
    for found in (*behind, *after):
        if found is not None and not _is_of_another(findings, found, heads):
            return found
    return _named_further_on(findings, happenings, heads)


def _is_of_another(findings: Findings, denial: Token, heads: AbstractSet[int]) -> bool:
    """Whether a denial names again a deed, and not that of an event with some words."""
    named = named_again(findings, denial)
    return bool(named) and named.isdisjoint(heads)


def _named_further_on(
    findings: Findings, happenings: Sequence[Happening], heads: AbstractSet[int]
) -> Token | None:
    """The verb of denial, anywhere behind an event, that names again what its words tell.

    "A bomb went off at the station. Gunmen shot a judge. The group denied any role in the bombing."
    """
    words, first = speech(), min(one.trigger.sentence for one in happenings)
    for at in range(findings.document.sentences[first].last, len(findings.document.doc)):
        token = findings.document.doc[at]
        lemma = token.lemma_.lower()
        if token.pos_ != "VERB" or lemma not in words.denying | words.disputing:
            continue
        charge = any(kid.lemma_.lower() in words.charges for kid in token.children)
        # "Has denied bombing hospitals" is about no one deed.
        usual = any(kid.dep_ == "aux" and kid.lemma_.lower() == "have" for kid in token.children)
        if is_not_said(token) or usual or not (charge or _told_denied(token)):
            continue
        if is_admitted(findings, happenings, token):
            continue
        if not named_again(findings, token).isdisjoint(heads):
            return token
    return None


def _beside(
    findings: Findings,
    happenings: Sequence[Happening],
    heads: set[int],
    place: Place | None,
) -> Token | None:
    """The word of denial in one of the sentences that tell of an event."""
    doc, lies = findings.document.doc, speech().lies
    sentences = sorted({happening.trigger.sentence for happening in happenings})
    for index in sentences:
        for token in findings.document.span(findings.document.sentences[index]):
            # The word is asked first: to look up the sentence of a token takes long.
            lie = token.lemma_.lower() in lies
            if lie and any(
                doc[at].sent == token.sent and is_called_lie(token, doc[at]) for at in heads
            ):
                return token
            if token.pos_ == "VERB" and (told := _told_denied(token)):
                words = [word.i for kid in told for word in kid.subtree]
                of_it = is_deed_denied(findings, happenings, token, words) or (
                    bool(_called_so(token)) and any(at in words for at in heads)
                )
                if of_it and not (
                    is_not_said(token)
                    or _is_elsewhere(findings, words, place)
                    or is_admitted(findings, happenings, token)
                    or _is_of_another(findings, token, heads)
                ):
                    return token
        if index > sentences[0]:
            found = _charge_denied(findings, index) or _part_denied(findings, index)
            if found is not None and not _is_of_another(findings, found, heads):
                return found
            if (
                found := _lie_first(findings, index) or none_told(findings, index, heads)
            ) is not None:
                return found
        if (found := _charge_denied_beside(findings, index, heads)) is not None:
            return found
    return None


def _told_denied(verb: Token) -> list[Token]:
    """Return what hangs on a verb of denial that it denies.

    With a charge goes what it is about: "rejected charges that it killed them", "disclaimed
    responsibility for the murder".
    """
    words, lemma = speech(), verb.lemma_.lower()
    if lemma not in words.denying | words.disputing:
        return []
    told = [kid for kid in verb.children if kid.dep_ in DENIED]
    charge = next((kid for kid in told if kid.lemma_.lower() in words.charges), None)
    if called := _called_so(verb):
        return called
    if charge is None or charge.dep_ != "dobj":
        return told if lemma in words.denying else []
    about = [
        kid
        for kid in (*charge.children, *verb.children)
        if kid.dep_ in ("acl", "ccomp") or (kid.dep_ == "prep" and kid.lower_ in _OF_CHARGES)
    ]
    return [*told, *about] if lemma in words.denying else about


def _called_so(verb: Token) -> list[Token]:
    """Return what is charged in "dismissed as baseless the charge that it had shelled the town".

    The parser hangs it on the word that it is called, or on the charge, or on the verb itself.
    """
    doc, last = verb.doc, verb.sent.end
    if verb.i + 1 == last or verb.nbor().lower_ != "as":
        return []
    for word in doc[verb.i + 2 : min(verb.i + 2 + CALLED, last - 1)]:
        if word.lemma_.lower() in speech().charges and word.nbor().lower_ in ("that", *_OF_CHARGES):
            return list(doc[word.i + 1 : last])
    return []


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


def _denied_after(
    findings: Findings, sentence: int, happenings: Sequence[Happening], place: Place | None
) -> Token | None:
    """The word by which one of the sentences after one denies what that one tells.

    Between the two none tells of anything else: "Five women were among them. Moscow denied that
    its planes had flown there." What is denied further on, or as a deed, is an attack or the loss
    of ground, not that people fled or were held.
    """
    last = len(findings.document.sentences) - 1
    concepts = {one for happening in happenings for one in happening.trigger.concepts}
    surest = max(happenings, key=lambda one: one.sure).best_type
    grave = surest in ontology().violent or surest in ontology().territorial
    for after in range(sentence + 1, min(sentence + (REACH if grave else 1), last) + 1):
        charge = _charge_denied(findings, after)
        if charge is not None and (after == sentence + 1 or not _is_narrow(findings, charge)):
            return charge
        part = _part_denied(findings, after) or _deed_denied(findings, after, concepts, place)
        before = part is not None and any(
            one.sentence == after and one.head < part.i for one in findings.triggers
        )
        if grave and part is not None and not before:
            return part
        if (found := _lie_first(findings, after)) is not None:
            return found
        if findings.tells(after, only_owned(findings, after)):
            return None
    return None


def _lie_first(findings: Findings, sentence: int) -> Token | None:
    """The word by which a sentence calls a charge a lie, before it tells of anything else."""
    span = findings.document.span(findings.document.sentences[sentence])
    lie = next((token for token in span if is_lie(token)), None)
    told = any(one.sentence == sentence and lie and one.head < lie.i for one in findings.triggers)
    # "It is not true that he was wounded" is about his wound.
    own = lie is not None and any(
        kid.dep_ in ("ccomp", "csubj", "acl") and kid.i > lie.i
        for kid in (*lie.children, *lie.head.children)
    )
    return None if told or own else lie


def _deed_denied(
    findings: Findings, sentence: int, concepts: AbstractSet[str], place: Place | None
) -> Token | None:
    """The verb by which a sentence denies a deed of the same sort: "denied that it shelled any".

    ``concepts`` are those of the event's words.
    """
    triggers = [one for one in findings.triggers if one.sentence == sentence]
    for token in findings.document.span(findings.document.sentences[sentence]):
        if token.pos_ != "VERB" or token.lemma_.lower() not in speech().denying:
            continue
        kids = list(token.children)
        deeds = [kid for kid in kids if kid.dep_ in DENIED]
        words = [word.i for deed in deeds for word in deed.subtree]
        told = [one for one in triggers if one.head in {deed.i for deed in deeds}]
        if is_not_said(token):
            continue
        alike = any(not concepts.isdisjoint(one.concepts) for one in told)
        if alike and not _is_elsewhere(findings, words, place):
            return token
    return None


def _charge_denied(findings: Findings, sentence: int) -> Token | None:
    """The verb by which a sentence denies a charge, before it tells of anything else.

    "The army denied responsibility and accused the rebels of shelling their own people."
    """
    words = speech()
    silent = only_owned(findings, sentence)
    triggers = [
        one.head
        for one in findings.triggers
        if one.sentence == sentence
        and one.head not in silent
        and one.lemma.lower() not in words.charges
    ]
    for token in findings.document.span(findings.document.sentences[sentence]):
        if token.pos_ != "VERB" or token.lemma_.lower() not in words.denying | words.disputing:
            continue
        lemma_denies = token.lemma_.lower() in words.denying
        kids = list(token.children)
        nobody = is_not_said(token) or any(kid.lower_ in NOBODY for kid in kids)
        # "Rejected the claims that the road was cut" is about the road, not what stands before.
        charges = (
            kid
            for kid in (*kids, *([token.head] if token.dep_ == "relcl" else []))
            if (kid.dep_ in DENIED or kid.i == token.head.i)
            and kid.pos_ != "VERB"
            and not any(
                told.dep_ in _CONTENT and told.i != token.i and not _is_part(told)
                for told in kid.children
            )
        )
        bare = lemma_denies and token.dep_ == "ROOT" and _is_bare(token)
        if nobody or not (bare or any(one.lemma_.lower() in words.charges for one in charges)):
            continue
        # What is told of who denies it ("the group, which keeps a truce, denied it") is no event.
        who = {word.i for kid in kids if kid.dep_ == "nsubj" for word in kid.subtree}
        if not findings.tells(sentence, silent) or all(
            token.i < head or head in who for head in triggers
        ):
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
        # "Rejected this and said that nobody had died" goes on about the same.
        more = {word.i for kid in token.children if kid.dep_ == "conj" for word in kid.subtree}
        before = [at for at in told if at not in more]
        if not before or token.i < max(before) or is_not_said(token):
            continue
        charges = [kid for kid in token.children if kid.dep_ == "dobj"]
        if token.dep_ == "relcl":
            charges.append(token.head)
        if any(
            charge.lemma_.lower() in words.charges and not _tells_more(charge, token)
            for charge in charges
        ):
            return token
        if _takes_up(findings, token, max(before)):
            return token
    return None


def _takes_up(findings: Findings, denial: Token, head: int) -> bool:
    """Whether a clause denies what a word tells: "said it had taken Jaar, which the army denied".

    Not so where that is only who was among the dead.
    """
    which = next((kid for kid in denial.children if kid.lower_ == "which"), None)
    denies = denial.lemma_.lower() in speech().denying
    if not denies or which is None or which.dep_ not in DENIED or which.nbor(-1).text != ",":
        return False
    last = max((one.head for one in findings.triggers if one.head < which.i), default=-1)
    told = [one for one in findings.triggers if one.head == last]
    return last == head and all(HARM.isdisjoint(one.concepts) for one in told)


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
                _is_part(deed) and not any(_tells_under(deed, span.doc[at]) for at in triggers)
                for deed in deeds
            )
            if own and not is_not_said(token):
                return token
        if token.lower_ in words.without and token.head.lemma_.lower() == "have":
            rest = span.doc[token.i : min(token.i + 5, span.end)].text.lower()
            denied = token.head.head.lemma_.lower() in words.denying and token.head.dep_ in DENIED
            none = token.lower_ == "nothing" or any(kid.lower_ == "no" for kid in token.children)
            none = none or denied  # "denied having any part in it"
            if none and any(rest.startswith(part) for part in words.no_parts):
                return token
    return None


def _tells_under(deed: Token, word: Token) -> bool:
    """Whether a word stands under a verb, and not in what is its subject."""
    while word.i != deed.i and word.head.i != word.i:
        if word.head.i == deed.i:
            return word.dep_ not in ("nsubj", "nsubjpass")
        word = word.head
    return False


def _is_narrow(findings: Findings, denial: Token) -> bool:
    """Whether a charge that is denied names what it is about, and that is no event of the report.

    "Denied any role in the smuggling of gold", but not "any role in it", "in the attack".
    """
    deeds = {trigger.head for trigger in findings.triggers}
    return any(
        noun.pos_ != "PRON" and noun.i not in deeds
        for charge in denial.children
        if charge.dep_ in DENIED
        for by in charge.children
        if by.dep_ == "prep"
        for noun in by.children
        if noun.dep_ == "pobj"
    )


def _is_part(deed: Token) -> bool:
    """Whether a verb says that somebody had a part in what was told before.

    "That its planes had flown there", "that it took part", "that its men were responsible", "that
    any of them had been there", "that its people did it", "that any such thing had happened".
    """
    words, lemma = speech(), deed.lemma_.lower()
    parts = {f"{lemma} {kid.lower_}" for kid in deed.children if kid.dep_ != "nsubj"}
    if lemma in words.deeds or not parts.isdisjoint(words.parts):
        return True
    return lemma in words.taking_place and any(
        kid.lower_ in ("any", "such") for word in deed.lefts for kid in word.lefts
    )


def _is_bare(verb: Token) -> bool:
    """Whether nothing hangs on a verb of denial: "the army denied, and blamed the rebels"."""
    kids = {kid.dep_ for kid in verb.children}
    return kids.isdisjoint({*DENIED, "prep", "dative", "auxpass"})
