"""Numbers told by a toll before them: "the rebels put the number at 40", "the dead include ...".

A bare number is another count of the same, or its subject is a word for the dead: "the dead were
84", "their losses were put at 240". The items of a list are its parts.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.measure_words import Governor, toll_head, words, words_of
from dateline.coding.measures import Phrase
from dateline.coding.mentions import FigureMention
from dateline.coding.syntax import Span, Token
from dateline.model import Measure

_TOLLS = frozenset(
    {Measure.KILLED, Measure.INJURED, Measure.CAPTURED, Measure.MISSING, Measure.DISPLACED}
)
_REACH = 8
_FAR = 12
"""How far before a number the word for the dead may stand whose number it is."""


def rival_toll(phrase: Phrase, found: Sequence[FigureMention]) -> Governor | None:
    """Return the measure of a bare number that gives another count of what was counted before."""
    if phrase.what.kind != "none":
        return None
    before = phrase.doc[max(phrase.start, phrase.first - _REACH) : phrase.first]
    if not len(before):
        return None
    if told := _of_the_dead([token.lower_ for token in before]):
        return Governor(told, before[-1].i)
    if told := _whose_dead(phrase):
        return Governor(told, before[-1].i)
    if (anew := _told_anew(phrase, before, found)) is not None:
        # By the word of the first count the number is known for another (with_recounts).
        word = anew.head if anew.governor is None else anew.governor
        return Governor(anew.figure.measure, word, anew.sure)
    if (total := _total(before[-1])) is not None:
        return Governor(total, before[-1].head.i)
    last = next(
        (one for one in reversed(found) if one.figure.measure in _TOLLS),
        None,
    )
    if last is None or last.first < phrase.start:
        return None
    lead = before[-1].lower_
    brought = len(before) > 3 and lead == "to" and before[-4].lemma_ in words("raising")
    # A toll is of the dead, whoever was counted last.
    counts = words("totals") - {"toll"}
    if brought and before[-3].lower_ == "the" and before[-2].lower_ in counts:
        return Governor(last.figure.measure, last.governor, last.sure)
    puts = any(token.lemma_ == "put" for token in phrase.doc[phrase.start : phrase.first])
    if lead == "at" and puts:
        first = next(
            one for one in found if one.first >= phrase.start and one.figure.measure in _TOLLS
        )
        again = phrase.doc[max(phrase.start, first.first - 1)].lower_ == "at"
        one = first if again else last
        return Governor(one.figure.measure, one.governor, one.sure)
    return None


def listed_toll(phrase: Phrase, found: Sequence[FigureMention]) -> Governor | None:
    """Return the measure of an item of a list of the dead or hurt, told by a colon or "include".

    "Eight people died: five gunmen, a guard and a prisoner", "the dead include four members of the
    guard, three pilots and a ranger".
    """
    last = next((one for one in reversed(found) if one.figure.measure in _TOLLS), None)
    if last is None or last.first < phrase.start or phrase.what.kind == "none":
        return None
    between = phrase.doc[last.last : phrase.first]
    if between.text.strip().endswith(":"):
        return Governor(last.figure.measure, last.governor, last.sure)
    opening = phrase.doc[last.governor] if last.governor is not None else None
    named = opening is not None and opening.i < last.first and toll_head(opening.lower_)
    if not named or any(token.pos_ in ("VERB", "AUX") for token in between):
        return None
    joined = phrase.doc[phrase.first - 1].lower_ in (",", "and")
    return Governor(last.figure.measure, last.governor, last.sure) if joined else None


def _total(lead: Token) -> Measure | None:
    """The measure of a sum that rises or is put: "the number of people killed has risen to 25".

    "The death toll rose to 32", "put the number of those who had fled at 4,000".
    """
    if lead.lower_ not in ("to", "at"):
        return None
    verb = lead.head
    if lead.lower_ == "at":  # The parser may hang it on the clause before: "who had fled at 4,000".
        puts = (one for one in lead.ancestors if one.lemma_ in ("put", "estimate"))
        verb = next(puts, verb)
    role = "dobj" if verb.lemma_ in ("put", "estimate") and lead.lower_ == "at" else "nsubj"
    rises = verb.lemma_ in words("rising") if lead.lower_ == "to" else verb.lemma_ == "stand"
    if lead.lower_ == "to" and verb.lemma_ in words("mending"):
        role = "dobj"  # "revised down to 84 the number of those killed"
    elif role == "nsubj" and not rises:
        return None
    for sum_of in verb.children:
        if sum_of.dep_ != role or sum_of.lower_ not in words("totals"):
            continue
        told = [word for word in sum_of.subtree if word.i < lead.i or lead.i < sum_of.i]
        for word in told:
            measure = toll_head(word.lower_) or words_of("state").get(word.lower_)
            measure = measure or words_of("own").get(word.lower_)
            measure = measure or words_of("default").get(word.lower_)
            if measure is None and word.dep_ == "relcl":
                measure = words_of("agent").get(word.lower_)
            if measure in _TOLLS:
                return measure
        return Measure.KILLED if sum_of.lower_ == "toll" else None
    return None


def _told_anew(
    phrase: Phrase, before: Span, found: Sequence[FigureMention]
) -> FigureMention | None:
    """The toll that somebody else counts again: "the PKK claimed 31", "another put it at three".

    It stands in the same sentence, or is the first of the sentence before.
    """
    lead = before[-1]
    earlier = before[-2] if len(before) > 1 else None
    following = phrase.doc[phrase.last] if phrase.last < phrase.end else None
    ends = following is None or following.is_punct or following.lower_ in words("then")
    gives = lead.lemma_.lower() in words("giving") and lead.pos_ == "VERB" and ends
    of = (
        lead.lower_ == "of"
        and earlier is not None
        and (earlier.lower_ in words("totals") or earlier.lemma_.lower() in words("speaking"))
    )
    puts = lead.lower_ == "at" and _puts_it(lead.head)
    puts = puts or (
        lead.lower_ == "to" and lead.head.lemma_ in words("mending") and _puts_it(lead.head)
    )
    rises = lead.lower_ == "to" and lead.head.lemma_ in words("rising")
    puts = puts or (rises and any(_is_that_toll(kid) for kid in lead.head.children))
    then = ends and _is_the_next(before)
    up = lead.lower_ == "from" and earlier is not None and earlier.lower_ == "up"
    if not (gives or of or puts or then or up):
        return None
    start = phrase.start
    tolls = [one for one in found if one.figure.measure in _TOLLS and one.first >= start]
    if not tolls and start:
        opens = phrase.doc[start - 1].sent.start
        tolls = [one for one in found if one.figure.measure in _TOLLS and one.first >= opens]
    return tolls[0] if tolls else None


def _is_the_next(before: Span) -> bool:
    """Whether a count is told after another: "first gave 100 dead, then 477", "others of 200"."""
    of = before[-1].lower_ == "of"
    at = len(before) - 1 - of
    return at > 0 and (
        (before[at].lower_ in words("afterwards") and before[at - 1].lower_ in (",", "and", ";"))
        or (of and before[at].lower_ in words("further"))
    )


def _is_that_toll(subject: Token) -> bool:
    """Whether a subject is the number told before: "that toll rose to 21"."""
    that = subject.i > 0 and subject.nbor(-1).lower_ in ("that", "this")
    return subject.dep_ == "nsubj" and that and subject.lower_ in words("totals")


def _puts_it(verb: Token) -> bool:
    """Whether somebody puts what was counted, and does not say whom: "put it at"."""
    if verb.lemma_ not in ("put", "estimate") and verb.lemma_ not in words("mending"):
        return False
    objects = [kid for kid in verb.children if kid.dep_ in ("dobj", "nsubjpass")]
    return any(
        one.lower_ in ("it", "them", "this") or one.lower_ in words("totals") for one in objects
    )


def _whose_dead(phrase: Phrase) -> Measure | None:
    """The measure in "the dead in Hama number 5,000", "put the dead on the enemy's side at 80"."""
    before = phrase.doc[max(phrase.start, phrase.first - _FAR) : phrase.first]
    lead = before[-1].lower_
    puts = any(token.lemma_ == ("put" if lead == "at" else "give") for token in before)
    if lead not in words("numbering") and not (lead in ("at", "as") and puts):
        return None
    for word in reversed(before[1:-1]):
        told = toll_head(word.lower_) or (
            Measure.KILLED if word.lower_ in words("losses") else None
        )
        owner = word.nbor(-1)
        if told and (owner.lower_ in ("the", "of") or owner.tag_ in ("PRP$", "POS")):
            return told
        if word.pos_ in ("VERB", "AUX") or word.is_punct or word.lower_ in words("apart"):
            return None
    return None


def _of_the_dead(before: Sequence[str]) -> Measure | None:
    """The measure in "the dead were 84", "put the wounded at 120", "losses were put at 240"."""
    if before[-1] in words("numbering") and len(before) > 2 and before[-3] in ("the", "of"):
        return toll_head(before[-2])
    if before[-1] == "at" and len(before) > 1 and (told := toll_head(before[-2])):
        return told
    at = before[-1] == "at" and before[-2:-1] == ["put"]
    return Measure.KILLED if at and not words("losses").isdisjoint(before) else None
