"""The words of a language: which ones give events away, which ones carry speech and doubt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache

from dateline.knowledge.files import settings, table

TRIGGERS = "languages/en/triggers.csv"
SPEECH = "languages/en/speech.toml"


@dataclass(frozen=True, slots=True)
class TriggerRow:
    """One row of the trigger table: a lemma pattern, its part of speech and its concept.

    ``words`` are the lemmas, hyphens left out; ``"*"`` stands for up to three words between.
    ``pos`` is "V", "N" or "A". ``row`` is the row's number in the table, counted from 1.
    """

    words: tuple[str, ...]
    pos: str
    concept: str
    row: int


@cache
def trigger_rows() -> Mapping[str, tuple[TriggerRow, ...]]:
    """Return the trigger rows by their first lemma, longest pattern first."""
    by_word: dict[str, list[TriggerRow]] = {}
    for number, row in enumerate(table(TRIGGERS), 1):
        words = tuple(row["pattern"].lower().replace("-", " ").split())
        by_word.setdefault(words[0], []).append(
            TriggerRow(words, row["pos"], row["concept"], number)
        )
    return {
        word: tuple(sorted(rows, key=lambda row: (-len(row.words), row.row)))
        for word, rows in by_word.items()
    }


@dataclass(frozen=True, slots=True)
class Speech:
    """The words of attribution and doubt, each a set of lemmas or phrases in lower case."""

    verbs: frozenset[str]
    """Verbs whose subject says something: say, report, announce ..."""
    according: frozenset[str]
    """Words before whoever says something: according (to), citing, per."""
    mute: frozenset[str]
    """Nouns that never speak, though a speech verb may follow them: people, toll, number ..."""
    hedges: frozenset[str]
    """Words and phrases that mark doubt about the event: reportedly, allegedly ..."""
    denials: frozenset[str]
    """Verbs of denial: deny, reject, dismiss ..."""
    denying: frozenset[str]
    """Of these, those that say of an event that it did not happen: deny, refute."""
    disputing: frozenset[str]
    """Of these, those that need to name the charge: reject, dismiss."""
    charges: frozenset[str]
    """What is denied in a sentence after the event's: involvement, allegation, it ..."""
    deeds: frozenset[str]
    """What who denies the event says he did not: fly, involve ..."""
    parts: frozenset[str]
    """The same, by a verb and a word under it: "take part", "be responsible"."""
    without: frozenset[str]
    no_parts: frozenset[str]
    """How he says that he had no part in it, and the words these begin with."""
    deed_verbs: frozenset[str]
    """Verbs between a denial and the deed that it names: "denied that it had launched the raid"."""
    beside: frozenset[str]
    """What stands before an event that a denial only touches: "among (the dead)"."""
    admitting: frozenset[str]
    """Verbs by which a side admits what it would rather deny: concede, acknowledge."""
    lies: frozenset[str]
    """What a charge is called that is denied: false, a lie."""
    taking_place: frozenset[str]
    """Verbs that deny with "no such thing": happen."""
    truths: frozenset[str]
    """What it is not, then: true."""
    plans: frozenset[str]
    """Verbs and adjectives that put an event in the future: plan, threaten, vow ..."""
    counting: frozenset[str]
    """Verbs that say something only of a count: "put the toll at 12"."""
    reckonings: frozenset[str]
    """Nouns for what somebody counts: "by the count of a doctor"."""
    tallying: frozenset[str]
    listing: frozenset[str]
    """Of verbs that say so, those that need a number: (registered 900) new arrivals."""
    moved: frozenset[str]
    """Whom they count who fled: displaced, refugee ..."""
    closing: frozenset[str]
    """Verbs that say something only behind it: (..., officers) conceded, saw."""
    speaking: frozenset[str]
    """Verbs that say something of a number: speak (of 20 dead)."""
    tellers: frozenset[str]
    """Of the nouns that never speak, people who may: woman, people ..."""
    sources: frozenset[str]
    stations: frozenset[str]
    """Words in the name of a station or agency, before a date and a colon: radio, agency ..."""
    """Words for those who are named alone, before a colon or in brackets: source, governor ..."""
    harmed: frozenset[str]
    """Verbs that say so of whom they count: "counted 17 dead", and the words for these."""
    tolls: frozenset[str]
    """What such a verb counts: toll, number ..."""
    clausal: frozenset[str]
    """Verbs that say something only before a clause: "charged that", "boasted of killing"."""
    inverting: frozenset[str]
    """Verbs that may stand before their speaker: "..., said the agency"."""
    days: frozenset[str]
    """Words for days that follow such a verb and are no speaker."""
    passive_hedges: frozenset[str]
    """Verbs that hedge in the passive: "are reported to have died"."""
    hedging_adverbs: frozenset[str]
    """Adverbs that alone make what they modify hedged: "reportedly"."""
    hedging_adjectives: frozenset[str]
    """Adjectives that do so of who acts: "suspected"."""
    blaming: frozenset[str]
    """Verbs whose object is said to have done it: blame, accuse, suspect."""
    owning: frozenset[str]
    """Verbs that, with "responsibility", say that their subject did it: claim, take."""
    owned: frozenset[str]
    """What such verbs take: responsibility, credit."""
    claiming: frozenset[str]
    """Of such verbs, those that take the event itself: claim."""
    the_event: frozenset[str]
    """How the event is told then: it, both."""
    the_same: frozenset[str]
    """What stands before the event where it is told again: the, this."""
    itself: frozenset[str]
    """How who speaks names itself as the one who acts: it, its, we."""
    pointing: frozenset[str]
    """Verbs that blame with "to": point."""
    ascribing: frozenset[str]
    """Those that do so with the event for their object: attribute."""
    suspicions: frozenset[str]
    """Nouns that blame with "on": "suspicion fell on the group"."""
    suspecting: frozenset[str]
    """Of the words of blame, those that only suspect."""
    doing: frozenset[str]
    """Words by which "to be" says who did it: responsible, behind."""
    holding: frozenset[str]
    """Verbs with which somebody is held to be that: "hold the group responsible"."""
    hallmarks: frozenset[str]
    """Nouns that blame with "of": "the hallmarks of the group", "the work of the group"."""
    bearing: frozenset[str]
    """Verbs whose object they are: bear."""
    committing: frozenset[str]
    """Verbs whose subject did it where they take the event itself: "carried it out"."""
    the_deed: frozenset[str]
    """What the event is called then: "carried out the attack"."""
    unsure: frozenset[str]
    """With these before them they tell of no deed: could."""
    supposing: frozenset[str]
    """Words that blame the noun they open a short sentence with: suspected."""
    nobody: frozenset[str]
    """Words with which a subject begins that says nothing: no, none."""
    times: frozenset[str]
    """Conjunctions of time: what was said then is not what is told."""
    strangers: frozenset[str]
    """Nouns for people of whom nothing is known: man."""
    taking: frozenset[str]
    """Verbs that, after nameless doers, say whose they are held to be: believe, think."""
    being: frozenset[str]
    """Verbs that follow those: "believed to belong to the group"."""
    locals: frozenset[str]
    """Words for those who tell of the place where they live: resident, villager ..."""
    helpers: frozenset[str]
    """Words in a speaker's name that make it one of those who help, and no party: medic, rescue."""
    organs: frozenset[str]
    """Words in a speaker's name that make it an organ of an armed side."""
    arms: frozenset[str]
    """Of these, words for those who fight a war themselves: army, air force, defence."""


@cache
def speech() -> Speech:
    """Return the words of attribution and doubt."""
    data = settings(SPEECH)
    return Speech(**{field.name: frozenset(data[field.name]) for field in fields(Speech)})


@cache
def word_classes() -> Mapping[str, tuple[str, str]]:
    """Return the coarse and the fine class of each word in lower case.

    Words that stand in like company share a class; see ``training/words.py``.
    """
    return {row["word"]: (row["coarse"], row["fine"]) for row in table("models/words.csv")}
