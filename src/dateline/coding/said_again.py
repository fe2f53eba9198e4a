"""Nouns that name again what was told: "the fall of Goma", "it was the third attack this month".

Told sentences later, with few words in common, such a noun reads like an event of its own. Where it
names the town in which the report has told of an event of that sort, or a pronoun says that this
was the third or the deadliest one, it is that event. Source: coding frame, sentences of one report
that tell of the same event make one claim. Words are data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.coding.cannot_link import Ground
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.pair_features import gap_km
from dateline.coding.ranked import WORDS, is_ranked
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.knowledge.ontology import ontology
from dateline.model import Measure, Place

OWN_PLACE = 0.5
"""From this probability on a place is one where an event happened."""

NEAR = 3
"""So many sentences before it stands what "it was the third attack" is said of."""

SUBURB = 25
"""Kilometres within which a suburb lies from the town that is named for it."""

EXPLOSIONS = "Explosions/Remote violence"
"""The event type of what is done from afar or with a bomb."""

VIOLENT = frozenset({"Battles", EXPLOSIONS, "Violence against civilians"})
"""The event types in which people are hurt on purpose."""

_TOWNS = frozenset({"settlement", "site"})
_VERBS = frozenset({"VERB", "AUX"})
_OPEN = frozenset({"the", "this", "that"})


@dataclass(frozen=True, slots=True)
class SaidAgain:
    """A happening that names again what was told, by its number, and those that it may name.

    Which of them it names is for others to say. ``closing`` is true where it says how that event
    compares with others: what is told after it does not go on from there.
    """

    number: int
    told: tuple[int, ...]
    closing: bool


def said_again(
    findings: Findings, happenings: Sequence[Happening], grounds: Sequence[Ground]
) -> Iterator[SaidAgain]:
    """Yield each happening of a report that names again what was told."""
    for at, happening in enumerate(happenings):
        noun = findings.document.doc[happening.trigger.head]
        if noun.pos_ != "NOUN":
            continue
        if is_ranked(noun):
            told = _compared(findings, happenings, grounds, at, noun)
        elif _is_known(noun) and not _has_a_day(findings, noun):
            told = _of_its_town(findings, happenings, grounds, at, noun)
        else:
            continue
        closing = is_ranked(noun) and _is_said_of_it(noun)
        # With "the third attack on a mine" goes the mine.
        phrase = {word.i for word in _phrase(noun)} if told else set()
        for one, other in enumerate(happenings):
            if other.trigger.head in phrase:
                yield SaidAgain(one, tuple(told), closing)


def _phrase(noun: Token) -> Iterator[Token]:
    """A noun and what describes it or says whom or where it hit; no clause, and nothing since."""
    yield noun
    for kid in noun.children:
        if kid.dep_ in ("compound", "amod", "nmod"):
            yield kid
        elif kid.dep_ == "prep" and kid.lower_ in settings(WORDS)["places"]:
            for word in kid.children:
                yield from _phrase(word)


def _is_known(noun: Token) -> bool:
    """Whether a noun speaks of one event that was told: "the attack", not "a second attack"."""
    another = settings(WORDS)["another"]
    # "After the killing in Baghdad the group fired rockets" is about the rockets.
    if noun.dep_ == "pobj" and noun.head.lower_ in settings(WORDS)["then"]:
        return False
    kids = [*noun.children]
    known = any((kid.dep_ == "det" and kid.lower_ in _OPEN) or kid.dep_ == "poss" for kid in kids)
    return known and not any(
        kid.lower_ in another or kid.dep_ == "nummod" for kid in kids if kid.i < noun.i
    )


def _has_a_day(findings: Findings, noun: Token) -> bool:
    """Whether a day or year is told of a noun: "the attack on Bor in May" may be another one.

    It hangs on the noun, follows with no verb between, or is what "Monday saw the fall of" says.
    """
    doc, below = findings.document.doc, {token.i for token in noun.subtree}
    for mention in findings.within(findings.dates, findings.document.sentence_of[noun.i]):
        between = doc[noun.i + 1 : mention.head]
        behind = mention.head > noun.i and all(word.pos_ not in _VERBS for word in between)
        root = doc[mention.first : mention.last].root
        saw = root.dep_ == "nsubj" and root.head.i == noun.head.i
        if mention.head in below or behind or saw:
            return True
    return False


def _of_its_town(
    findings: Findings,
    happenings: Sequence[Happening],
    grounds: Sequence[Ground],
    at: int,
    noun: Token,
) -> list[int]:
    """The earlier events of a noun's sort in the town that it names: "the fall of Goma"."""
    words = settings(WORDS)
    word = noun.lower_ if noun.lower_ in words["deeds"] else noun.lemma_.lower()
    sorts = [sort for sort in ("falls", "deeds", "fire", "tolls") if word in words[sort]]
    towns = _named_with(findings, noun)
    fit = [
        one
        for one in range(at)
        if grounds[one].sentence < grounds[at].sentence
        and any(_fits(sort, happenings[one], grounds[one]) for sort in sorts)
    ]
    target = _target(noun) if not towns and "falls" not in sorts else None
    if target is not None:
        return [one for one in fit if _tells_of(findings, grounds[one].sentence, target)]
    told = [one for one in fit if _is_in(findings, happenings[one], grounds[one], towns)]
    names = {town.canonical for town in towns}
    there = [one for one in told if (here := grounds[one].here) and here.canonical in names]
    if "tolls" not in sorts:
        return there or told
    # Where several quarters of a town were hit, the toll of one of them is its own.
    return [one for one in there if Measure.KILLED in grounds[one].tolls] or there


def _named_with(findings: Findings, noun: Token) -> list[Place]:
    """The towns and sites that stand with a noun: "the attack on Bor", "the toll at Bor"."""
    doc = findings.document.doc
    toll = noun.lemma_.lower() in settings(WORDS)["tolls"]
    nouns = [word for word in _phrase(noun) if word.pos_ == "NOUN"] if toll else [noun]
    return [
        mention.place
        for mention in findings.within(findings.places, findings.document.sentence_of[noun.i])
        if mention.level in _TOWNS and any(_hangs_on(doc[mention.head], one) for one in nouns)
    ]


def _hangs_on(place: Token, noun: Token) -> bool:
    """Whether a place stands with a noun: "the attack on Bor", "the Bor attack", "Bor's fall"."""
    if place.head.i == noun.i:
        return place.dep_ in ("compound", "poss", "nmod", "amod")
    prep = place.head
    behind = place.dep_ == "pobj" and prep.head.i == noun.i and prep.i > noun.i
    return behind and prep.lower_ in settings(WORDS)["places"]


def _target(noun: Token) -> Token | None:
    """What a noun says was hit, and the report has told of: the bus, in "the attack on the bus"."""
    words = settings(WORDS)
    return next(
        (
            kid
            for prep in noun.children
            if prep.dep_ == "prep" and prep.lower_ in words["hitting"]
            for kid in prep.children
            if kid.dep_ == "pobj" and kid.pos_ == "NOUN" and kid.lower_ not in words["anybody"]
            if any(one.lower_ in _OPEN for one in kid.children)
        ),
        None,
    )


def _tells_of(findings: Findings, sentence: int, target: Token) -> bool:
    """Whether a sentence speaks of a thing: "a bus", where a later one has "the bus"."""
    span = findings.document.span(findings.document.sentences[sentence])
    return any(
        word.pos_ == "NOUN" and word.lemma_ == target.lemma_ and word.tag_ == target.tag_
        for word in span
    )


def _is_in(
    findings: Findings, happening: Happening, ground: Ground, towns: Sequence[Place]
) -> bool:
    """Whether an event is told to have happened in one of some towns.

    "Near the capital" may be told again by the name of the suburb.
    """
    names = {town.canonical for town in towns}
    if not names.isdisjoint(ground.gains):
        return True
    if ground.here is None:
        return any(
            happening.places.get(index, 0.0) >= OWN_PLACE and mention.place.canonical in names
            for index, mention in enumerate(findings.places)
            if findings.document.sentence_of[mention.head] == ground.sentence
        )
    if ground.here.canonical in names:
        return True
    whole = any(
        mention.place.span == ground.here.span and mention.level == "settlement"
        for mention in findings.places
    )
    if not whole:
        return False  # another quarter of the same town
    gaps = [gap_km(ground.here, town) for town in towns]
    return any(gap is not None and gap <= SUBURB for gap in gaps)


def _fits(sort: str, happening: Happening, ground: Ground) -> bool:
    """Whether an event is of the sort that a noun names."""
    if sort == "falls":
        return bool(ground.gains) or "withdraw" in happening.trigger.concepts
    if ground.gainful or ground.total:
        return False
    if sort == "fire":
        return ontology().parents[happening.best_type] == EXPLOSIONS
    return _is_violent(happening) or (sort == "tolls" and Measure.KILLED in ground.tolls)


def _is_violent(happening: Happening) -> bool:
    return ontology().parents.get(happening.best_type) in VIOLENT


def _compared(
    findings: Findings,
    happenings: Sequence[Happening],
    grounds: Sequence[Ground],
    at: int,
    noun: Token,
) -> list[int]:
    """The events of which one says how it compares: "it was the third attack this month".

    Those are what the sentences before it tell, in the town that it names, if any; or, behind "in
    one of the worst massacres in years", what the verb of its own sentence tells.
    """
    sentence = happenings[at].trigger.sentence
    if _is_said_of_it(noun):
        towns = _named_with(findings, noun)
        return [
            one
            for one in range(at)
            if _is_violent(happenings[one])
            and (
                _is_in(findings, happenings[one], grounds[one], towns)
                if towns
                else sentence - NEAR <= grounds[one].sentence < sentence
            )
            and grounds[one].sentence < sentence
        ]
    verb = _of_one_of(noun)
    return [
        one
        for one, other in enumerate(happenings)
        if verb is not None
        and one != at
        and _is_violent(other)
        and (word := findings.document.doc[other.trigger.head])
        and (word.i == verb.i or word in verb.conjuncts)
    ]


def _is_said_of_it(noun: Token) -> bool:
    """Whether a noun is what "it" is said to be: "this was the second such raid"."""
    verb = noun.head
    return (
        noun.dep_ == "attr"
        and verb.lemma_ == "be"
        and any(
            kid.dep_ == "nsubj" and kid.lower_ in settings(WORDS)["pronouns"]
            for kid in verb.children
        )
    )


def _of_one_of(noun: Token) -> Token | None:
    """The verb under which stands "in the worst massacre", "in one of the worst massacres"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ == "one":
        noun = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ != "in":
        return None
    return noun.head.head if noun.head.head.pos_ == "VERB" else None
