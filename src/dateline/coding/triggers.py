"""Document -> triggers: the words that may give an event away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.coding.document import Document, Sentence
from dateline.coding.idioms import is_idiom
from dateline.coding.syntax import Doc, Token
from dateline.knowledge.files import settings
from dateline.knowledge.lexicon import TriggerRow, speech, trigger_rows

GAP = 3
"""How many words may stand where a pattern has ``*``, those of a number aside."""

NUMBERS = "languages/en/numbers.toml"
"""Where the words before a number that belong to it are kept."""

STAYS = "remain"
"""The verb that is no word for the dead: "the town remains calm", not "remains were found"."""

HELD = "held"
"""In the passive it is places that are held; who holds people is told in the active."""

THINGS = frozenset({"plant", "wage", "sink"})
"""Nouns that mean something else than the verb of an event: "a steel plant", "higher wages"."""

DATES = "languages/en/dates.toml"
"""Where the words before the name of a month are kept."""

_POS = {"VERB": "V", "AUX": "V", "NOUN": "N", "PROPN": "N", "ADJ": "A"}


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase that may give an event away.

    ``first`` to ``last`` is its token range, half-open, ``head`` the token that governs it,
    ``lemma`` the pattern that matched, ``concepts`` what it may speak of, ``rows`` the numbers of
    the rows of the trigger table that matched.
    """

    index: int
    sentence: int
    first: int
    last: int
    head: int
    lemma: str
    concepts: tuple[str, ...]
    rows: tuple[int, ...]


def find_triggers(document: Document) -> tuple[Trigger, ...]:
    """Return the triggers of all sentences that are not furniture, in the order of the text."""
    found: list[Trigger] = []
    for sentence in document.sentences:
        if sentence.kind in ("furniture", "dateline"):
            continue
        for first, last, rows in _matches(document.doc, sentence):
            span = document.doc[first:last]
            found.append(
                Trigger(
                    index=len(found),
                    sentence=sentence.index,
                    first=first,
                    last=last,
                    head=span.root.i,
                    lemma=" ".join(rows[0].words),
                    concepts=tuple(dict.fromkeys(row.concept for row in rows)),
                    rows=tuple(row.row for row in rows),
                )
            )
    return tuple(found)


def _matches(doc: Doc, sentence: Sentence) -> Iterator[tuple[int, int, tuple[TriggerRow, ...]]]:
    words = [
        token
        for token in doc[sentence.first : sentence.last]
        if not token.is_space and token.text != "-"
    ]
    forms = [_forms(token) for token in words]
    amounts = _amounts(words)
    table = trigger_rows()
    at = 0
    while at < len(words):
        best: dict[int, list[TriggerRow]] = {}
        for form in forms[at]:
            for row in table.get(form, ()):
                end = _match(row.words, forms, at, amounts)
                if end and not (row.pos == "V" and "*" in row.words and _is_noun(words[at])):
                    best.setdefault(end, []).append(row)
        if not best:
            at += 1
            continue
        end = max(best)
        rows = best[end]
        pos = _POS.get(words[at].pos_ if end == at + 1 else doc[words[at].i].pos_, "")
        fitting = [row for row in rows if row.pos == pos] or rows
        lemma = words[at].lemma_
        # Who suspects somebody holds no suspect.
        if words[at].pos_ in ("VERB", "AUX") and (
            lemma.removesuffix("s") == STAYS or lemma in speech().suspecting
        ):
            at = end
            continue
        thing = words[at].lemma_.lower() in THINGS or _is_a_pit(words[at])
        if words[at].pos_ in ("NOUN", "PROPN") and thing and end == at + 1:
            at = end
            continue
        if _is_digging(words[at]) or _is_a_truck(words[at]):
            at = end
            continue
        if end == at + 1 and (is_idiom(words[at]) or _is_a_month(words, at)):
            at = end
            continue
        if words[at].tag_ == "VBN" and words[at].lower_ == HELD:
            fitting = [row for row in fitting if row.concept != "abduct" or row.words[1:]]
        unique = {row.row: row for row in fitting}
        yield words[at].i, words[end - 1].i + 1, tuple(unique.values())
        at = end


def _is_a_pit(token: Token) -> bool:
    """Whether a mine is a pit: "a gold mine", or "at the mine" where the report has miners."""
    if token.lemma_.lower() != "mine":
        return False
    words = settings("languages/en/place_words.toml")["pits"]
    before = [one.lower_ for one in token.doc[max(0, token.i - 2) : token.i]]
    if not set(before).isdisjoint(words["ores"]):
        return True
    where = token.dep_ == "pobj" and token.head.lower_ in words["at"]
    return where and any(one.lower_ in words["miners"] for one in token.doc)


def _is_digging(token: Token) -> bool:
    """Whether "mining" is work: "a mining firm"; not so in "the mining of the harbour"."""
    if token.lower_ != "mining":
        return False
    after = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    return after != "of" and not any(kid.dep_ == "dobj" for kid in token.children)


def _is_a_truck(token: Token) -> bool:
    """Whether a word begins "pick-up", with which nobody is picked up."""
    hyphen = token.lower_ == "pick" and token.i + 1 < len(token.doc) and token.nbor().text == "-"
    return hyphen


def _is_a_month(words: list[Token], at: int) -> bool:
    """Whether a word is the month of March: "7 March", "March 7", "since March"."""
    if words[at].lower_ != "march":
        return False
    beside = words[max(0, at - 1) : at] + words[at + 1 : at + 2]
    if any(word.like_num and word.text.isdigit() for word in beside):
        return True
    before = words[at - 1].lower_ if at else ""
    after = words[at + 1].lower_ if at + 1 < len(words) else ""
    month = words[at].text == "March" and before in settings(DATES)["before_month"]
    return month and after not in ("for", "on", "of")


def _is_noun(token: Token) -> bool:
    """Whether a word is a noun with a part of its own: "forces pulled out" forces nobody out."""
    return token.tag_ == "NNS" and token.dep_ != "ROOT"


def _forms(token: Token) -> tuple[str, ...]:
    """The lemma, the word itself, and the word without a regular ending that the tagger missed."""
    lower = token.lower_
    forms = [token.lemma_.lower(), lower]
    if lower.endswith("s") and len(lower) > 3:
        forms.append(lower[:-1])
    if token.pos_ == "VERB" and forms[0] + "e" != lower and lower.endswith(("ed", "ing")):
        # The tagger makes "rap" of "raped" and "raping", "wag" of "waged".
        forms.append(forms[0] + "e")
    if token.pos_ in ("PROPN", "NOUN", "ADJ", "X"):
        if lower.endswith("ed") and len(lower) > 4:
            forms += [lower[:-2], lower[:-1]]
        if lower.endswith("ing") and len(lower) > 5:
            forms += [lower[:-3], lower[:-3] + "e"]
    return tuple(dict.fromkeys(forms))


def _amounts(words: list[Token]) -> frozenset[int]:
    """The indexes of the words of numbers: "more than 185,000", "an estimated 40"."""
    out: set[int] = set()
    amount = settings(NUMBERS)["amounts"]["words"]
    for number, word in enumerate(words):
        if word.like_num:
            out.add(number)
            while number and words[number - 1].lower_ in amount:
                number -= 1
                out.add(number)
    return frozenset(out)


def _match(
    pattern: tuple[str, ...], forms: list[tuple[str, ...]], at: int, amounts: frozenset[int]
) -> int:
    """The index behind the match of ``pattern`` that starts at ``at``, or 0."""
    i = at
    skip = 0
    for word in pattern:
        if word == "*":
            skip = GAP
            continue
        end, free = i, amounts if skip else frozenset()
        while end < len(forms) and word not in forms[end]:
            skip -= end not in free
            if skip < 0:
                return 0
            end += 1
        if end == len(forms):
            return 0
        i, skip = end + 1, 0
    return i
