"""What a figure counts, by the words next to the number.

They are asked before the parse, which errs in headlines and where commas were lost. Each function
is one witness; governors.py calls them in order of trust.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.coding.counted import Counted, noun_class
from dateline.coding.fates import behind_aside, is_doer, is_hospitalised
from dateline.coding.measure_words import (
    PEOPLE,
    Governor,
    is_band_of,
    patient_word,
    toll_head,
    words,
    words_of,
)
from dateline.coding.syntax import Doc, Span, Token
from dateline.model import Measure

VERBAL = frozenset({"VERB", "AUX"})
"""Parts of speech of a verb."""

_QUOTES = frozenset({'"', "”", "’", "'"})

_BEFORE = 40
"""How many words before a bare number may tell what it counts."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A quantity's noun phrase in its sentence, for which a measure is sought.

    ``first`` to ``last`` are the tokens of quantity and noun, ``start`` to ``end`` those of the
    sentence; ``spent`` holds words that already govern an earlier noun as its participle.
    """

    doc: Doc
    what: Counted
    first: int
    last: int
    start: int
    end: int
    spent: frozenset[int] = frozenset()


def is_served(phrase: Phrase) -> bool:
    """Return whether something else is what happens to: "food for 12,000 families was lost"."""
    before = phrase.doc[phrase.start : phrase.first]
    at = next((word.i for word in reversed(before) if word.lower_ == "for"), None)
    if at is None or at <= phrase.start or phrase.first - at > 3:
        return False
    return phrase.doc[at - 1].lemma_.lower() in words("aid")


def of_surrender(phrase: Phrase) -> Governor | None:
    """Return the measure in "40 policemen gave themselves up", "laid down their arms"."""
    doc = phrase.doc
    after = [token.lower_ for token in doc[phrase.last : min(phrase.last + 7, phrase.end)]]
    at = next((k for k, word in enumerate(after) if word not in words("between")), None)
    if phrase.what.kind not in PEOPLE or at is None:
        return None
    rest = " ".join(after[at:])
    if any(rest.startswith(told) for told in words("yielding")):
        return Governor(Measure.CAPTURED, phrase.last + at)
    return None


def counts_lost_things(phrase: Phrase) -> bool:
    """Return whether things go on being counted: "five planes fell; they admitted the loss of two".

    Planes are lost as men are, and a bare number is of what was counted before it.
    """
    doc, first = phrase.doc, phrase.first
    lost = first > 1 and doc[first - 1].lower_ == "of" and doc[first - 2].lemma_ in words("losing")
    if not lost or phrase.what.kind != "none":
        return False
    for word in reversed(doc[max(0, first - _BEFORE) : first]):
        if word.pos_ == "NOUN" and any(kid.dep_ == "nummod" for kid in word.children):
            return noun_class(word) == "never"
    return False


def own_measure(phrase: Phrase) -> Governor | None:
    """Return the measure of a noun that is itself what it counts: "12 deaths", "15 dead"."""
    word = phrase.doc[phrase.what.head].lower_
    measure = words_of("own").get(word)
    before = phrase.doc[phrase.what.start : phrase.what.head]
    if measure is None or any(token.lower_ in words("incidents") for token in before):
        return None  # "11 mass displacements" count no people
    if word == "casualties":
        return following(phrase) or Governor(measure, None, sure=False)
    return Governor(measure, None)


def of_the_injured(phrase: Phrase) -> Governor | None:
    """Return the measure in "15 of the wounded", "two of those killed"."""
    of = False
    for token in phrase.doc[phrase.first : min(phrase.what.last + 4, phrase.end)]:
        if of and (measure := words_of("state").get(token.lower_)):
            return Governor(measure, token.i)
        if token.lower_ == "of":
            of = True
        elif of and token.i >= phrase.what.last and token.pos_ not in {"DET", "PRON"}:
            return None
    return None


def of_a_deed(phrase: Phrase) -> Governor | None:
    """Return the measure in "the beheading of 21 men", whatever is told of the men.

    Injuries are done "to" somebody.
    """
    doc = phrase.doc
    if phrase.first - 2 < phrase.start:
        return None
    if doc[phrase.first - 1].lower_ == "to" and doc[phrase.first - 2].lemma_ in words("hurts"):
        return Governor(Measure.INJURED, phrase.first - 2)
    if doc[phrase.first - 1].lower_ != "of":
        return None
    measure = words_of("of").get(doc[phrase.first - 2].lower_)
    if is_band_of(doc, phrase.first - 2):
        return None
    return Governor(measure, phrase.first - 2) if measure else None


def resulting(phrase: Phrase) -> Governor | None:
    """Return the measure in "left 12 people dead", "took dozens of villagers hostage"."""
    doc = phrase.doc
    if phrase.first - 1 < phrase.start or doc[phrase.first - 1].lemma_ not in words("resulting"):
        return None
    for token in doc[phrase.last : min(phrase.last + 7, phrase.end)]:
        if token.pos_ == "NUM" or token.text in {".", ";"}:
            return None
        if token.lower_ == "custody" or _as_captive(token):
            return Governor(Measure.CAPTURED, token.i)
        if measure := words_of("state").get(token.lower_):
            return Governor(measure, token.i)
    return None


def _as_captive(word: Token) -> bool:
    """Whether somebody is led away "as hostages", "as a captive"."""
    captive = words_of("default").get(word.lower_) is Measure.CAPTURED
    return captive and word.dep_ == "pobj" and word.head.lower_ == "as"


def is_released(phrase: Phrase) -> bool:
    """Return whether what follows tells that those counted went free."""
    for token in phrase.doc[phrase.last : min(phrase.last + 5, phrase.end)]:
        if token.lemma_ in words("release"):
            return token.tag_ in {"VBN", "VBD"}
        if token.pos_ not in {"AUX", "ADV"}:
            return False
    return False


def preceding(phrase: Phrase) -> list[Governor]:
    """Return the measures of the verb just before: "killing 9", "killed and wounded dozens"."""
    doc = phrase.doc
    at = phrase.first - 1
    if at < phrase.start or at in phrase.spent:
        return []
    token = doc[at]
    dead = token.lower_ in words("lethal")  # "Police who ... shot dead two men"
    if (token.pos_ == "ADV" or token.dep_ == "prt" or dead) and at > phrase.start:
        at -= 1
        token = doc[at]
    governor = patient_word(token, phrase.what.kind)
    if governor is None or at in phrase.spent:
        return []
    if token.pos_ == "NOUN" and token.lower_ in words_of("own"):
        return []
    found = [governor]
    if at - 2 >= phrase.start and doc[at - 1].lower_ in words("joining"):
        other = patient_word(doc[at - 2], phrase.what.kind)
        if other and other.measure is not governor.measure and at - 2 not in phrase.spent:
            found.insert(0, other)
    return found


def following(phrase: Phrase) -> Governor | None:
    """Return the measure in "31 people killed", "others were also seriously wounded"."""
    found = _following(phrase)
    return found[0] if found else None


def following_all(phrase: Phrase) -> list[Governor]:
    """Return the measures of the participles behind: "were kidnapped and killed" has two."""
    return _following(phrase)


def _following(phrase: Phrase) -> list[Governor]:
    doc, end = phrase.doc, phrase.end
    at = behind_aside(doc, _behind_owner(phrase), end)
    if at < end and doc[at].text == ")" and doc[phrase.first - 1].text == "(":
        at += 1  # "five villages (720 households) displaced"
    passive = False
    for _ in range(9):
        if at >= end:
            return []
        token = doc[at]
        word = token.lower_
        governor = _participle(token, phrase, at, passive=passive)
        if governor is not None:
            return [governor, *_joined(doc, at, end, governor, phrase.what.kind)]
        told = words_of("agent").get(word)
        if told and told is not Measure.PARTICIPANTS:
            # "250 paratroopers evacuated 500 foreigners": others fled.
            others = not passive and word in words_of("patient") and takes_people(doc, at, end)
            return [] if others else [Governor(told, at)]
        if token.lemma_ in words("suffering"):
            harmed = any(t.lower_ in words("harm") for t in doc[at + 1 : min(at + 7, end)])
            return [Governor(Measure.INJURED, at)] if harmed else []
        if word in words("treated") and not passive:
            said = {t.lower_ for t in doc[at + 1 : min(at + 4, end)]}
            return [] if said.isdisjoint(words("treatments")) else [Governor(Measure.INJURED, at)]
        if token.lemma_ == "lose":
            dying = any(t.lower_ in {"life", "lives"} for t in doc[at + 1 : min(at + 4, end)])
            return [Governor(Measure.KILLED, at)] if dying else []
        if passive and token.tag_ == "VBN" and any(map(_as_captive, doc[at : min(at + 8, end)])):
            return [Governor(Measure.CAPTURED, at)]
        if passive and is_hospitalised(doc[phrase.what.head], doc[at:end]):
            return [Governor(Measure.INJURED, at)]
        if passive and word in words("amid"):
            for near in doc[at + 1 : min(at + 9, end)]:
                told = words_of("state").get(near.lower_) or toll_head(near.lower_)
                if told:
                    return [Governor(told, near.i)]
            return []
        if token.tag_ in {"VBN", "VBD"} and at + 1 < end and doc[at + 1].lower_ in words("joining"):
            at += 2  # "ambushed and killed"
            continue
        if shelters(token, doc[at : min(at + 6, end)]):
            return [_met_by(phrase, token) or Governor(Measure.DISPLACED, at)]
        passive = passive or (token.lemma_ in {"be", "get"} and token.pos_ in VERBAL)
        hyphen = token.tag_ == "HYPH"
        if token.pos_ not in {"AUX", "ADV"} and not hyphen and word not in words("between"):
            return []
        at += 1
    return []


def shelters(verb: Token, after: Span) -> bool:
    """Return whether people seek refuge, or leave their homes: not "were found in their homes"."""
    told = {token.lower_ for token in after}
    if verb.lemma_ not in words("sheltering"):
        return False
    left = verb.lemma_ in words("abandoning") and "homes" in told
    return left or not told.isdisjoint(words("shelter"))


def _met_by(phrase: Phrase, verb: Token) -> Governor | None:
    """What the main clause tells of those who had fled: "50 who had sought shelter there died"."""
    noun = phrase.doc[phrase.what.head]
    if verb.dep_ != "relcl" or noun.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    over = noun.head
    told = words_of("agent").get(over.lower_)
    if noun.dep_ == "nsubjpass":
        return patient_word(over, phrase.what.kind)
    return Governor(told, over.i) if told is Measure.KILLED else None


def _behind_owner(phrase: Phrase) -> int:
    """Where "who" or "were" stands behind "members of the staff"; else where the phrase ends."""
    doc, at = phrase.doc, phrase.last
    if at < phrase.end and doc[at].text in _QUOTES:
        at += 1  # 'fifteen "terrorists" neutralised'
    if at >= phrase.end or doc[at].lower_ != "of" or phrase.what.kind != "person":
        return at
    for token in doc[at + 1 : min(at + 6, phrase.end)]:
        if token.lower_ in words("behind_owner"):
            return token.i
        if token.text == "," and behind_aside(doc, token.i, phrase.end) > token.i:
            return behind_aside(doc, token.i, phrase.end)
        if (
            token.pos_ not in {"DET", "ADJ", "NOUN", "PROPN", "PRON", "PART"}
            and token.text != "one"
        ):
            break  # "six men of one family were killed"
    return at


def takes_people(doc: Doc, at: int, end: int) -> bool:
    """Return whether a verb has a number of people right behind it."""
    following = doc[at + 1] if at + 1 < end else None
    return following is not None and following.pos_ == "NUM" and following.head.dep_ == "dobj"


def _participle(token: Token, phrase: Phrase, at: int, *, passive: bool) -> Governor | None:
    word = token.lower_
    if measure := words_of("state").get(word):
        governor: Governor | None = Governor(measure, at, follows=True)
    else:
        governor = patient_word(token, phrase.what.kind)
    if governor is None:
        return None
    state = word in words_of("state") and word not in words_of("patient")
    if not passive and not state and _is_active(phrase.doc, token, phrase.end):
        return None
    if not passive and is_doer(phrase.doc[phrase.first : phrase.end], phrase.what.head, token.i):
        return None
    return Governor(governor.measure, at, governor.sure, follows=True)


def kills_others(verb: Token, end: int) -> bool:
    """Return whether others follow on "shot dead", as in "a gunman shot dead nine people".

    Not so in "two men shot dead a day later".
    """
    doc = verb.doc
    if verb.i + 2 >= end or doc[verb.i + 1].lower_ != "dead":
        return False
    whom = doc[verb.i + 2]
    return whom.pos_ in {"NUM", "DET"} and whom.head.dep_ != "npadvmod"


def _is_active(doc: Doc, token: Token, end: int) -> bool:
    """True in "30 rebels killed five soldiers", false in "30 killed five wounded"."""
    if token.lower_ in words("only_participles"):
        return False
    if token.tag_ in {"VBZ", "VBG", "VBP", "VB"} or not token.lower_.endswith(("ed", "n", "t")):
        return True
    following = doc[token.i + 1] if token.i + 1 < end else None
    if kills_others(token, end):
        return True
    if following is not None and following.lower_ == "and" and token.i + 3 < end:
        second, third = doc[token.i + 2], doc[token.i + 3]
        if second.tag_ in {"VBD", "VBN"} and third.pos_ in {"DET", "NUM", "PRON"}:
            return True  # "a man shot and killed two officers"
    if following is None or following.pos_ not in {"NUM", "DET", "PRON"}:
        has_object = any(c.dep_ in {"dobj", "obj"} and c.i > token.i for c in token.children)
        passive = any(c.dep_ == "auxpass" for c in token.children)
        return has_object and not passive and token.tag_ == "VBD"
    if following.pos_ != "NUM":
        return token.tag_ == "VBD"
    # "Three bombers killed two people and hurt 36" tells of others, too.
    return not any(
        t.lower_ in words_of("state") and not (t.i + 1 < end and doc[t.i + 1].pos_ == "NUM")
        for t in doc[token.i + 1 : min(token.i + 7, end)]
    )


def _joined(doc: Doc, at: int, end: int, first: Governor, kind: str) -> list[Governor]:
    """The second of two joined participles: "dead or injured", "rounded up and killed"."""
    if at + 1 < end and doc[at + 1].dep_ == "prt":
        at += 1
    if at + 2 >= end or doc[at + 1].lower_ not in words("joining"):
        return []
    if at + 3 < end and doc[at + 2].pos_ == "ADV":
        at += 1  # "abducted and later shot dead"
    token = doc[at + 2]
    if at + 3 < end and doc[at + 3].pos_ in {"NUM", "DET"}:
        return []
    measure = words_of("state").get(token.lower_)
    if measure is None and token.tag_ in {"VBN", "VBD"}:
        governor = patient_word(token, kind)
        measure = governor.measure if governor else None
    if measure is None or measure is first.measure:
        return []
    return [Governor(measure, at + 2, follows=True)]


def default(phrase: Phrase) -> Governor | None:
    """Return the measure of the noun or its adjective where no verb says otherwise."""
    doc = phrase.doc
    over = doc[phrase.what.head].head
    if over.lower_ == "of":
        over = over.head  # "demanded the release of 59 prisoners"
    if over.lemma_ in words("release"):
        return None
    for at in range(phrase.what.head, phrase.first - 1, -1):
        if measure := words_of("state").get(doc[at].lower_):
            return Governor(measure, at)
    if measure := words_of("default").get(doc[phrase.what.head].lower_):
        acts = doc[phrase.what.head].dep_ == "nsubj"
        return Governor(measure, None, sure=measure is not Measure.PARTICIPANTS or acts)
    return None


def is_unreal(doc: Doc, governor: Governor) -> bool:
    """True where the governing verb tells of an aim: "tried to kill", "a bid to capture".

    Or of what was not done: "without losing a man".
    """
    if governor.token is None:
        return False
    verb = doc[governor.token]
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        return True
    if verb.tag_ != "VB" or not any(child.lower_ == "to" for child in verb.children):
        return False
    if governor.measure is Measure.DISPLACED and verb.head.lower_ in words("able"):
        return False  # who was "able to return" has done so
    before = doc[verb.i - 2] if verb.i > 1 else verb
    return verb.head.lemma_ in words("unreal") or before.lemma_ in words("unreal")


def is_saved(phrase: Phrase, governor: Governor) -> bool:
    """Return whether lives are counted that were not lost: "saved the lives of 12 people"."""
    at = phrase.what.head if governor.token is None else governor.token
    noun = phrase.doc[at]
    lives = noun.lemma_.lower() == "life" and noun.dep_ in {"dobj", "nsubjpass"}
    return lives and noun.head.lemma_.lower() in words("release")
