"""What a figure counts, by a word for a toll: "the death toll rose to 86", "among the dead"."""

from __future__ import annotations

from dateline.coding.fates import puts_losses
from dateline.coding.measure_words import PEOPLE, Governor, patient_word, toll_head, words, words_of
from dateline.coding.measures import Phrase
from dateline.coding.syntax import Token
from dateline.model import Measure

_LABEL = 9
"""A label before a colon has no more words."""


def among_the_dead(phrase: Phrase) -> Governor | None:
    """Return the measure in "among the dead were six children", "two were among those killed"."""
    doc = phrase.doc
    window = range(max(phrase.start, phrase.first - 9), min(phrase.end, phrase.last + 9))
    for at in window:
        if phrase.first <= at < phrase.last:
            continue
        measure = toll_head(doc[at].lower_)
        if measure is None:
            continue
        before = {t.lower_ for t in doc[max(phrase.start, at - 3) : at]}
        led = bool(before & {"among", "amongst"})
        if led and at > phrase.last and before & {"them", "whom"}:
            continue  # "9,500 people, among them 108 wounded"
        after = doc[at + 1].lemma_ if at + 1 < phrase.end else ""
        if led or (after in {"include", "be", "comprise"} and before & {"the", "those"}):
            if at < phrase.first and not led and after == "be" and phrase.what.kind == "none":
                continue
            return Governor(measure, at)
    return None


def _is_put(phrase: Phrase, dead: Token) -> bool:
    """Whether a word for the dead or hurt is what "at" gives the number of."""
    opens = phrase.doc[dead.i - 1].lower_ if dead.i > phrase.start else ""
    earlier = phrase.doc[max(phrase.start, dead.i - 6) : dead.i]
    return opens in ("the", "of") or any(word.lemma_ in words("raising") for word in earlier)


def labelled(phrase: Phrase) -> Governor | None:
    """Return the measure in "Deaths: 72", "body count at the mall: 19", "missing: 36".

    What stands before the colon is no clause: it only says what is counted.
    """
    doc, colon = phrase.doc, phrase.first - 1
    if colon <= phrase.start or doc[colon].text != ":":
        return None
    at = colon - 1
    while at > phrase.start and not doc[at - 1].is_punct and not doc[at - 1].is_space:
        at -= 1
    label = doc[at:colon]
    verbs = (word for word in label if word.pos_ in ("VERB", "AUX") and word.i > at)
    if len(label) > _LABEL or any(word.tag_ != "VBN" for word in verbs):
        return None
    for word in label:
        told = words_of("own").get(word.lower_) or toll_head(word.lower_)
        told = told or words_of("state").get(word.lower_)
        patient = patient_word(word, "person") if told is None else None
        told = patient.measure if patient else told
        if told:
            return Governor(told, word.i)
    return None


def toll(phrase: Phrase) -> Governor | None:
    """Return the measure in "the death toll rose to 86", "the number of people killed ... 10"."""
    if phrase.what.kind not in PEOPLE:
        return None
    doc = phrase.doc
    before = list(doc[max(phrase.start, phrase.first - 3) : phrase.first])
    put = phrase.what.kind == "none" and len(before) > 1 and before[-1].lower_ == "at"
    if put and (measure := toll_head(before[-2].lower_)) and _is_put(phrase, before[-2]):
        # "put the dead at 55 and the wounded at 120", "put civilian deaths at 25"
        return Governor(measure, before[-2].i)
    if puts_losses(doc[phrase.start : phrase.first]):
        return Governor(Measure.KILLED, phrase.first - 2)
    if any(t.lemma_ in words("raising") for t in before):
        # "brings to 45 the number of people killed"
        after = doc[phrase.last : min(phrase.last + 12, phrase.end)]
        if any(t.lower_ in {"number", "toll", "total"} for t in after[:5]):
            for token in after:
                if measure := words_of("state").get(token.lower_):
                    return Governor(measure, token.i)
            if any(t.lower_ == "toll" for t in after[:5]):
                return Governor(Measure.KILLED, phrase.last)
    for at in range(phrase.first - 1, max(phrase.start - 1, phrase.first - 17), -1):
        word = doc[at].lower_
        if word in {".", ";"} and at > phrase.start:
            return None
        if word in words("losses") and any(
            token.lemma_ in words("amounting") for token in doc[at + 1 : phrase.first]
        ):
            return Governor(Measure.KILLED, at)
        if word in {"toll", "tolls"}:
            kind = doc[at - 1].lower_ if at > phrase.start else ""
            return Governor(words_of("own").get(kind, Measure.KILLED), at)
        if word == "number":
            for token in doc[at + 1 : phrase.first]:
                measure = words_of("state").get(token.lower_)
                governor = patient_word(token, "person") if measure is None else None
                if governor:
                    measure = governor.measure
                if measure:
                    return Governor(measure, token.i)
    return None
