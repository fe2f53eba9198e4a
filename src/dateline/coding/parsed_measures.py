"""What a figure counts, by the parse: the first word over the counted noun."""

from __future__ import annotations

from dateline.coding.measure_words import Governor, is_band_of, patient_word, words, words_of
from dateline.coding.measures import VERBAL, Phrase, kills_others, shelters, takes_people
from dateline.coding.syntax import Token
from dateline.model import Measure

_SUBJECT = {"nsubj", "csubj", "nsubjpass"}
_PARTS = {"in", "by", "on", "at", "near"}
_OBJECT = {"dobj", "obj", "attr", "oprd", "dative"}
_CLIMB = {
    "appos",
    "nmod",
    "compound",
    "amod",
    "nummod",
    "dep",
    "npadvmod",
    "quantmod",
    "poss",
    "conj",
}


def above(phrase: Phrase) -> list[Governor]:
    """Return the measures of the first word over the counted noun in the parse."""
    doc, kind = phrase.doc, phrase.what.kind
    token = doc[phrase.what.head]
    for _ in range(8):
        over, role = token.head, token.dep_
        if over.i == token.i:
            return []
        if role in _SUBJECT:
            return _as_subject(token, over, kind)
        if role in _OBJECT and over.pos_ in {*VERBAL, "NOUN", "ADJ"}:
            if kind == "none" and phrase.first - over.i > 4:
                return []
            return _as_object(token, over, kind)
        if role in {"pobj", "pcomp"}:
            if over.lower_ == "with" and kind in {"person", "all"}:
                return _in_company(over, kind)
            if over.lower_ != "of":
                return []
            if found := _of(over):
                return [found]
            token = over.head
            continue
        if role not in _CLIMB:
            return []
        if role == "npadvmod" and over.pos_ in VERBAL:
            return _as_part(token, over, kind)
        if role == "conj" and over.pos_ in VERBAL:
            governor = patient_word(over, kind)
            return [Governor(governor.measure, over.i, sure=False)] if governor else []
        token = over
    return []


def _as_part(number: Token, verb: Token, kind: str) -> list[Governor]:
    """The measure of a bare number behind a comma: "112 have been killed, 17 in police firing"."""
    behind = number.i > verb.i and number.nbor(-1).lower_ == ","
    told = any(kid.dep_ == "prep" and kid.lower_ in _PARTS for kid in number.children)
    if kind != "none" or not (behind and told):
        return []
    for kid in verb.children:
        if kid.dep_ in ("oprd", "acomp") and kid.lower_ in words_of("state"):
            return [Governor(words_of("state")[kid.lower_], kid.i)]
    governor = patient_word(verb, "person")
    if governor is None and words_of("agent").get(verb.lower_) is Measure.KILLED:
        governor = Governor(Measure.KILLED, verb.i)  # "32 died on Saturday, 29 on Friday"
    return [governor] if governor else []


def _as_subject(token: Token, verb: Token, kind: str) -> list[Governor]:
    passive = token.dep_ == "nsubjpass" or any(c.dep_ == "auxpass" for c in verb.children)
    if not passive and kills_others(verb, len(verb.doc)):
        return []
    # "A man shot and killed two officers": who did one did the other.
    acts = (verb, *(c for c in verb.conjuncts if not any(k.dep_ in _SUBJECT for k in c.children)))
    has_object = any(c.dep_ in {"dobj", "obj"} for act in acts for c in act.children)
    chain = [verb, *(c for c in verb.children if c.dep_ == "conj" and passive)]
    found: list[Governor] = []
    for part in chain:
        own_subject = part is not verb and (
            any(c.dep_ in _SUBJECT for c in part.children) or _has_number(part)
        )
        governor = None if own_subject else patient_word(part, kind)
        if governor and (passive or (not has_object and part.tag_ in {"VBN", "VBD"})):
            found.append(governor)
    if found:
        return found[:2]
    others = (
        has_object
        and verb.lower_ in words_of("patient")
        and takes_people(verb.doc, verb.i, len(verb.doc))
    )
    if (measure := words_of("agent").get(verb.lower_)) and not passive and not others:
        return [Governor(measure, verb.i)]
    after = verb.doc[verb.i + 1 : min(verb.i + 9, len(verb.doc))]
    if verb.lemma_ in words("suffering") and any(t.lower_ in words("harm") for t in after):
        return [Governor(Measure.INJURED, verb.i)]
    if shelters(verb, after):
        return [Governor(Measure.DISPLACED, verb.i)]
    # "Thirty bodies lay in the streets."
    dead = words_of("default").get(token.lower_) is Measure.KILLED
    if not (passive or dead) and any(
        t.lower_ in words("gatherings") for t in verb.doc[verb.i + 1 : verb.right_edge.i + 1][:12]
    ):
        return [Governor(Measure.PARTICIPANTS, verb.i)]
    for child in verb.children:
        if child.i < token.i or child.dep_ not in {"acomp", "attr", "oprd", "xcomp", "ccomp"}:
            continue
        if any(grandchild.dep_ in _SUBJECT for grandchild in child.children):
            continue
        measure = words_of("state").get(child.lower_)
        if measure is None and child.dep_ != "attr":
            governor = patient_word(child, kind)
            measure = governor.measure if governor and child.tag_ == "VBN" else None
            measure = measure or words_of("agent").get(child.lower_)
        if measure:
            return [Governor(measure, child.i)]
    return []


def _has_number(part: Token) -> bool:
    """Whether a number stands right before a participle: "four were killed and a hundred hurt"."""
    before = part.doc[part.i - 1]
    return before.like_num or before.lower_ in words("countless")


def _as_object(token: Token, verb: Token, kind: str) -> list[Governor]:
    if verb.lemma_ in words("resulting"):
        for child in [*token.rights, *verb.rights]:
            if child.dep_ == "conj":
                continue  # "shot dead a boy and wounded two others"
            if child.i > token.i and child.lower_ in words_of("state"):
                return [Governor(words_of("state")[child.lower_], child.i)]
    if governor := patient_word(verb, kind):
        return [governor]
    for child in verb.children:
        if child.dep_ in {"xcomp", "ccomp", "oprd"} and child.i > token.i:
            told = words_of("agent").get(child.lower_)
            told = told or words_of("patient").get(child.lower_)
            if told is Measure.DISPLACED or told is Measure.KILLED:
                return [Governor(told, child.i)]
    return []


def _in_company(preposition: Token, kind: str) -> list[Governor]:
    """The measure of who dies or is taken with another: "he died with two companions"."""
    over = preposition.head
    verb = over if over.pos_ in VERBAL or over.dep_ not in _OBJECT else over.head
    roles = {child.dep_ for child in verb.children}
    told = words_of("agent").get(verb.lower_)
    if told is Measure.KILLED and "nsubj" in roles:
        return [Governor(told, verb.i)]
    if verb.pos_ not in VERBAL or {"nsubjpass", "dobj"}.isdisjoint(roles):
        return []
    governor = patient_word(verb, kind)
    if governor is None or governor.measure is Measure.PARTICIPANTS:
        return []
    # "Killed him with two others" may name those who helped; a captive is taken with captives.
    if "nsubjpass" in roles:
        return [governor]
    taken = over is not verb or governor.measure is Measure.CAPTURED
    return [Governor(governor.measure, preposition.i)] if taken else []


def _of(preposition: Token) -> Governor | None:
    """ "the killing of 12 people", "the deaths of two soldiers"."""
    noun = preposition.head
    for _ in range(2):
        if is_band_of(noun.doc, noun.i):
            return None
        if measure := words_of("of").get(noun.lower_):
            return Governor(measure, noun.i)
        if noun.dep_ not in {"pobj", "conj"}:
            return None
        noun = noun.head
    return None
