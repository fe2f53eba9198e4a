"""Victims told one by one: "a woman", and persons by name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Set
from functools import cache

from dateline.coding.counted import Counted, noun_class
from dateline.coding.document import Document
from dateline.coding.measure_words import Governor, is_band_of, patient_word, words, words_of
from dateline.coding.measures import Phrase, is_unreal
from dateline.coding.mentions import FigureMention
from dateline.coding.numbers import Quantity
from dateline.coding.plain_text import token_starts
from dateline.coding.syntax import Doc, Token
from dateline.coding.tellers import speaks
from dateline.coding.turns_of_phrase import turn_of_phrase, turns
from dateline.coding.uncounted import small_number
from dateline.model import Figure, Measure

_NEAR = 4
"""How many words before a name may count the same person by rank."""

_MEASURES = {Measure.KILLED, Measure.INJURED, Measure.CAPTURED}
_BOTH = re.compile(r"\bboth(?=\s+(?:of\s+)?[a-z])")
_ONE = re.compile(
    r"\b(?:a\s+third(?=\s+(?:was|is|died|has|had|suffered|lost)\b)|a\s+(?:fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b|himself\b|herself\b"
    r"|(?:a|an|another|its)(?=\s+[\w\"']))"
)


def find_single_persons(lowered: str) -> Iterator[Quantity]:
    """Yield "a", "an" and "another" in a text in lower case as quantities of one.

    Whether a person follows is for the caller to see.
    """
    for match in _ONE.finditer(lowered):
        start, end = match.span()
        yield Quantity(start, end, start, end, 1, 1, 1, "", False, single=True)


def find_pairs(lowered: str) -> Iterator[Quantity]:
    """Yield "both" in a text in lower case as quantities of two.

    Whether people follow is for the caller to see (``is_pair``).
    """
    for match in _BOTH.finditer(lowered):
        start, end = match.span()
        yield Quantity(start, end, start, end, 2, 2, 2, "", False)


def is_pair(doc: Doc, what: Counted) -> bool:
    """Return whether "both" counts people: "both pilots", not "both women and children".

    Nor behind a comma, where it says who those are that were counted: "two women, both nurses".
    """
    noun = doc[what.head]
    if what.kind != "person" or noun.tag_ not in {"NNS", "NNPS"} or noun.lower_ == "crews":
        return False
    said = [token.lower_ for token in doc[what.start : what.last + 1]]
    opens = doc[what.start - 2].text if what.start > 1 else ""
    return {"and", "or", "'", "’"}.isdisjoint(said) and opens not in {",", "-", "--", "("}


def with_children(doc: Doc, end: int) -> tuple[int, int] | None:
    """How many children follow who ends at ``end``, and where they end: "and her two sons".

    They are told of together; "a woman and two children" are two figures.
    """
    told = doc[end : end + 4]
    if len(told) < 4 or told[0].lower_ != "and" or told[1].lower_ not in words("whose"):
        return None
    few = small_number(told[2])
    kin = told[3].tag_ == "NNS" and told[3].lemma_.lower() in words("kin")
    return (few, end + 4) if kin and few else None


def find_named_victims(
    document: Document, lowered: str, taken: Set[int], governed: Set[int | None]
) -> Iterator[FigureMention]:
    """Yield a figure of one for each person who is killed, injured or captured by name.

    Persons in the singular whom no list of nouns knows ("an electrician") count too. ``lowered``
    is the document's text in lower case, ``taken`` holds the heads of figures already found,
    ``governed`` the words that govern one.
    """
    doc = document.doc
    starts = token_starts(doc)
    for match in _deed_words().finditer(lowered):
        token = doc[bisect_right(starts, match.start()) - 1]
        governor = patient_word(token, "person")
        of = None if governor else words_of("of").get(token.lower_)
        told = words_of("agent").get(token.lower_)
        if governor is None and of is None and told is None:
            continue
        measure = governor.measure if governor else of or told
        if measure not in _MEASURES or measure is None:
            continue
        if measure is Measure.CAPTURED and governor is not None and _ends_killed(token):
            measure = Measure.KILLED
        if document.sentence(token).kind in {"furniture", "dateline"}:
            continue
        if is_unreal(doc, Governor(measure, token.i)):
            continue
        sure = governor.sure if governor else True
        headline = document.sentence(token).kind == "headline"
        for head in _patients(token, of=of is not None, agent=governor is None, headline=headline):
            if head.i in taken or not (
                _is_person(head, token, measure) or (headline and _is_bare_person(head))
            ):
                continue
            if speaks(doc, head, head.i + 1):
                continue
            if of is not None and is_band_of(doc, token.i):
                continue  # "burnt by a body of Sinn Feiners"
            if token.i in governed and head.dep_ in {"dobj", "obj"}:
                continue
            thing = not sure and token.lemma_.lower() in words("consuming")
            if thing and noun_class(head) != "person":
                continue  # "a bookshop was burned"
            yield _one(document, head, measure, token.i, sure=sure)
    yield from _fallen(document, taken)


def _one(
    document: Document, head: Token, measure: Measure, governor: int, *, sure: bool
) -> FigureMention:
    """The figure of one person."""
    doc = document.doc
    first = min(head.left_edge.i, head.i)
    while first < head.i and doc[first].pos_ in {"PUNCT", "DET", "ADP", "NUM"}:
        first += 1
    last = head.i + 1
    span = document.offsets(first, last)
    text = document.quote(span)
    figure = Figure(measure=measure, who=text, low=1, best=1, high=1, text=text, span=span)
    return FigureMention(first, last, head.i, figure, governor, sure)


def _fallen(document: Document, taken: Set[int]) -> Iterator[FigureMention]:
    """Yield those by name whose death a turn of phrase tells: "Noor Ahmed fell to a bullet"."""
    doc = document.doc
    for verb in doc:
        if verb.lemma_.lower() not in turns() or verb.pos_ != "VERB" or _to_somebody(verb):
            continue
        for head in verb.children:
            # A name of one word may be a town's, which falls as well.
            named = any(kid.tag_ == "NNP" and kid.dep_ == "compound" for kid in head.lefts)
            # "Its chief of staff General Soumain" is one.
            counted = not set(taken).isdisjoint(range(head.left_edge.i - _NEAR, head.i + 1))
            if head.dep_ not in {"nsubj", "nsubjpass"} or counted or not named:
                continue
            sentence = document.sentence(verb)
            what = Counted(head.i, head.i, head.i + 1, "person", part=False)
            phrase = Phrase(doc, what, head.i, head.i + 1, sentence.first, sentence.last)
            told = turn_of_phrase(phrase)
            killed = told is not None and told.measure is Measure.KILLED
            if killed and _is_person(head, verb, Measure.KILLED):
                yield _one(document, head, Measure.KILLED, verb.i, sure=True)


def _to_somebody(verb: Token) -> bool:
    """Whether a town falls: to an army, and not to a bullet as people do."""
    return any(
        kid.lower_ == "to" and all(end.lemma_.lower() != "bullet" for end in kid.children)
        for kid in verb.children
        if kid.dep_ == "prep" and verb.lemma_.lower() == "fall"
    )


_PRONOUNS = frozenset({"WP", "WDT"})


def _ends_killed(taking: Token) -> bool:
    """Whether who is taken is killed by the same verb phrase: "was abducted and murdered"."""
    if any(kid.lower_ == "or" for kid in taking.children):
        return False
    for kid in taking.children:
        governor = patient_word(kid, "person") if kid.dep_ == "conj" else None
        others = any(one.dep_ in ("nsubj", "nsubjpass") for one in kid.children)
        whom = [one for one in kid.children if one.dep_ == "dobj" and one.pos_ != "PRON"]
        if governor and governor.measure is Measure.KILLED and not others and not whom:
            return True
    return False


@cache
def _deed_words() -> re.Pattern[str]:
    kinds = ("patient", "weak", "maybe", "of", "agent")
    forms = {
        form for kind in kinds for form, measure in words_of(kind).items() if measure in _MEASURES
    }
    return re.compile(r"\b(?:" + "|".join(sorted(forms, key=len, reverse=True)) + r")\b")


def _patients(word: Token, *, of: bool, agent: bool, headline: bool) -> Iterator[Token]:
    if of:
        for child in word.children:
            if child.lower_ == "of":
                yield from (noun for noun in child.children if noun.dep_ == "pobj")
        return
    after = word.nbor().lower_ if word.i + 1 < len(word.doc) else ""
    if word.pos_ not in {"VERB", "AUX", "ADJ"} and not (headline and after == "dead"):
        return
    passive = any(child.dep_ == "auxpass" for child in word.children)
    roles = {"nsubj"} if agent else {"nsubjpass"} if passive else {"nsubjpass", "dobj", "obj"}
    if headline and not agent and _is_done_to(word):
        roles = roles | {"nsubj"}
    yield from (child for child in word.children if child.dep_ in roles)
    # A relative clause with a subject of its own is about a day or a place: "in March 2007, when
    # 40 people were killed".
    own = any(child.dep_ == "nsubjpass" and child.tag_ not in _PRONOUNS for child in word.children)
    if not agent and word.dep_ == "relcl" and passive and not own:
        yield word.head
    if not agent and word.dep_ == "acl" and word.tag_ == "VBN":
        yield word.head


def _is_person(token: Token, word: Token, measure: Measure) -> bool:
    """True for a personal name and for "an electrician"; names of places are not captured.

    Nor is a name before a colon anybody's fate: "Assam: A rebel was killed".
    """
    if token.i + 1 < len(token.doc) and token.nbor().text == ":":
        return False
    if token.lower_ in words("bands"):
        return False
    if noun_class(token) in {"never", "all", "settlement", "group"}:
        return False
    if any(child.dep_ == "nummod" for child in token.lefts):
        return False
    determiner = next((child.lower_ for child in token.lefts if child.dep_ == "det"), "")
    if token.tag_ == "NN" and determiner != "a" and _is_called(token):
        hurt = word.lower_ in words_of("maybe") and measure is not Measure.KILLED
        return not hurt and word.lower_ not in words_of("weak")
    if token.tag_ == "NN":
        known = noun_class(token) == "person"
        if determiner == "the":
            # "Killed the night watchman", not "killed the man" who was told of before.
            told = token.lower_ in words("told_before") or word.lower_ not in words_of("patient")
            return known and measure is Measure.KILLED and (word.i > token.i or not told)
        maybe = word.lower_ in words_of("maybe") and measure is not Measure.KILLED
        if word.lower_ in words_of("weak") or maybe:
            return known and determiner in {"a", "an", "another"}
        return determiner in {"a", "an", "another"} and measure is not Measure.CAPTURED
    if token.tag_ != "NNP" or determiner or token.text.isupper():
        return False
    titled = any(
        noun_class(child) == "person"
        for child in token.children
        if child.i < token.i or child.dep_ == "appos"
    )
    several = any(child.tag_ == "NNP" for child in token.lefts)
    direct = word.i < token.i and token.left_edge.i - word.i <= 1
    if word.lower_ in words_of("weak"):
        return titled
    if word.i < token.i and not direct and word.lower_ not in words_of("of"):
        return False
    return titled or several or measure is not Measure.CAPTURED


def _is_done_to(word: Token) -> bool:
    """Whether a headline's verb has nobody else it was done to: "Mayor kidnapped in Guerrero"."""
    after = word.nbor().lower_ if word.i + 1 < len(word.doc) else ""
    if after == "dead":
        # "Shot dead nine people": others follow.
        return not any(kid.dep_ == "dobj" for kid in word.children)
    alone = not any(kid.dep_ in ("dobj", "ccomp", "xcomp", "oprd") for kid in word.children)
    return alone and word.tag_ in ("VBD", "VBN") and after not in words("not_behind")


def _is_bare_person(token: Token) -> bool:
    """Whether a headline tells of one person without an article: "Mayor kidnapped in Guerrero"."""
    bare = not any(kid.dep_ in ("det", "nummod", "poss", "cc") for kid in token.children)
    return bare and token.tag_ in ("NN", "NNP") and noun_class(token) == "person"


def _is_called(token: Token) -> bool:
    """Whether somebody told by an office is called by name: "the prosecutor, Hisham Barakat"."""
    return noun_class(token) == "person" and any(
        child.dep_ == "appos" and child.tag_ == "NNP" and child.i > token.i
        for child in token.children
    )
