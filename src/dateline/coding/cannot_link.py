"""Which happenings of one report cannot be one event, whatever their words say."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dateline.coding.clauses import HIGHEST, Clause, clause_of, tell_two
from dateline.coding.day_entries import day_entries
from dateline.coding.day_sums import day_sums
from dateline.coding.defence import WORDS as DEFENCE
from dateline.coding.delivery import brings_down
from dateline.coding.event_places import ground_of
from dateline.coding.findings import Findings
from dateline.coding.gains import SUMS, arms_taken, behind_comma, taken_by, taken_places
from dateline.coding.happenings import Happening
from dateline.coding.list_entries import ListEntry
from dateline.coding.mentions import FigureMention
from dateline.coding.pair_features import OWN_FIGURE
from dateline.coding.place_words import word_set
from dateline.coding.police_firing import is_by_force, is_of_a_mob
from dateline.coding.running_totals import is_huge, is_running_total
from dateline.coding.syntax import Token
from dateline.coding.taking_back import Taking, taking
from dateline.coding.told_beside import answered
from dateline.coding.when_clauses import HISTORY, dated_by, is_history
from dateline.knowledge.files import settings
from dateline.knowledge.ontology import ontology
from dateline.model import ActorKind, DatePrecision, Measure, Place, SubEventType

SENTENCES = "languages/en/sentences.toml"
"""Where the words that set one event of a sentence against another are kept."""

FIGURES = "languages/en/figures.toml"
"""Where the words that make a number one more are kept."""

ONE_SIDED = frozenset({"Explosions/Remote violence", "Violence against civilians"})
"""Event types in which only one side strikes: in a battle of two states each is named for both."""

STRIKES = frozenset({SubEventType.AIR_STRIKE, SubEventType.SHELLING})
"""Types of an event from afar, in which no place is taken."""

COUNTED = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "prep", "agent", "nummod"})
"""How a number hangs on the verb that counts."""

REBELS = frozenset({ActorKind.REBEL})
"""Kinds of actors that fire rockets and have no aircraft."""

STATES = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES})
"""Kinds of actors that their country tells apart."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CORE = _SUBJECTS | {"dobj"}
_FROM = frozenset({"by", "from"})
_FIRING = frozenset({"nsubj", "compound", "amod", "poss", "agent", "prep"})

_ANY = frozenset({"a", "an", "some", "any"})

FLOWN = 0.6
"""From this chance on a strike is surely one from the air."""

ATTACKER = 0.5
"""Who strikes is told apart by states that are side a with this probability."""

Amount = tuple[int | None, int | None, int | None]
"""Low, best and high."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What keeps a happening apart from others.

    ``gains`` is what it takes by its syntax, and ``gainful`` whether its word tells of gains;
    ``here`` is the town or site that is its own, ``attackers`` are the countries of the states
    that strike in it; ``tolls`` has its likeliest number of each measure, as low, best and high,
    and whether it is a further toll of another place; ``total`` is true for what a war has cost,
    ``failed`` for an attack that is beaten back, and ``taken`` where somebody is told to have taken
    ground; ``line`` is the line of a list that tells of it, ``entry`` the day that heads it in a
    diary, ``day`` and ``days`` when it was, where
    that hangs on its own verb, and ``clause`` the clause that tells it, where that has a subject of
    its own;
    ``then`` is the date of history that its clause is about ("since 1996, when rebels took it");
    ``in_spite`` is true for what another event of the sentence happened despite, and ``strikes``
    for what comes from afar and takes no place: ``flown`` where surely from the air, ``rebel_fire``
    where rebels fire it, ``fells`` where aircraft or missiles are brought down. ``taking`` is who
    takes ground by its verb; ``by_force`` for people killed in the firing of police or soldiers,
    ``of_a_mob`` for what a mob did, or for other dead;
    ``sums`` has the numbers that its sentence says are sums of several days, and ``beyond`` is true
    for the act of a further toll; ``aside`` is true where a clause on the place tells of the gain,
    ``behind`` where that is a participle behind a comma ("in Marib, captured by the Houthis");
    ``answered`` is true for what a deed is done in revenge for. ``word`` is the happening's word,
    and ``verb`` that of which it is the subject, the object or a participle.
    """

    sentence: int
    gains: set[str] = field(default_factory=set)
    gainful: bool = False
    here: Place | None = None
    attackers: frozenset[str] = frozenset()
    tolls: dict[Measure, tuple[Amount, bool]] = field(default_factory=dict)
    total: bool = False
    failed: bool = False
    taken: bool = False
    line: ListEntry | None = None
    entry: str = ""
    day: tuple[date, date] | None = None
    days: tuple[date, date] | None = None
    clause: Clause | None = None
    then: int | None = None
    in_spite: bool = False
    strikes: bool = False
    taking: Taking | None = None
    flown: bool = False
    fells: bool = False
    rebel_fire: bool = False
    by_force: bool = False
    of_a_mob: bool = False
    sums: frozenset[tuple[Measure, int | None]] = frozenset()
    beyond: bool = False
    aside: bool = False
    behind: bool = False
    answered: bool = False
    word: int = -1
    verb: int | None = None


def ground(findings: Findings, happening: Happening) -> Ground:
    """Return what keeps a happening apart from others."""
    taken = taken_places(findings, happening)
    head = findings.document.doc[happening.trigger.head]
    then = dated_by(findings, head)
    strikes = ontology().parents[happening.best_type] in ONE_SIDED
    return Ground(
        sentence=happening.trigger.sentence,
        word=head.i,
        verb=head.head.i if head.dep_ in _CORE or _goes_with(head) else None,
        gains=taken_by(findings, happening) or arms_taken(findings, happening),
        gainful="seize" in happening.trigger.concepts,
        here=ground_of(findings, happening, taken),
        attackers=frozenset(
            actor.country
            for index, (does, _) in (happening.actors.items() if strikes else ())
            if does > ATTACKER
            for actor in findings.actors[index].actors
            if actor.kind in STATES and actor.country
        ),
        tolls=_tolls(findings, happening),
        total=is_running_total(findings, happening),
        failed=happening.trigger.lemma.lower() in settings(DEFENCE)["failed"],
        taken="seize" in happening.trigger.concepts
        and _is_told(findings.document.doc[happening.trigger.head]),
        line=findings.lines.get(happening.trigger.sentence),
        entry=day_entries(findings.document).get(happening.trigger.sentence, ""),
        day=_own_days(findings, happening, single=True),
        days=_own_days(findings, happening, single=False),
        clause=clause_of(findings, happening.trigger),
        then=then if is_history(findings, then) else None,
        in_spite=_is_in_spite(findings.document.doc[happening.trigger.head]),
        strikes=happening.best_type in STRIKES,
        fells=happening.best_type == SubEventType.DISRUPTED_WEAPONS
        and brings_down(findings.document.doc[happening.trigger.head]),
        taking=taking(findings, happening),
        flown=happening.types.get(SubEventType.AIR_STRIKE, 0.0) >= FLOWN,
        rebel_fire=happening.best_type == SubEventType.SHELLING
        and _is_by_rebels(findings, happening),
        by_force=(by_force := is_by_force(findings, happening)),
        of_a_mob=not by_force and is_of_a_mob(findings, happening),
        sums=frozenset(
            (figure.measure, figure.best)
            for index in day_sums(findings, happening.trigger.sentence)
            for figure in [findings.figures[index].figure]
        ),
        beyond=_is_beyond(findings, happening),
        aside=bool(taken) and head.dep_ in ("relcl", "acl", "advcl"),
        behind=bool(taken) and _is_by_somebody(findings, head),
        answered=answered(head) is not None,
    )


def apart(one: Ground, other: Ground) -> bool:
    """Return whether two happenings cannot be one event, whatever their places.

    They stand in two lines of a list that have heads of their own, or under two days of a diary.
    Or two verbs of a sentence have a day each ("seized the town on Monday and shelled the port on
    Tuesday"), or one happened despite the other; or its clauses, side by side, each say who and
    where; or a later sentence says that it is about another ("in a separate attack"). Or people
    were killed by police, and a mob did something else. Or each has a gain of its own, and not the
    same. Or two sentences tell of a sum of gains and of what is none, or of the strikes of two
    states, of aircraft and of rebels, or of a gain and a strike or a downed
    aircraft. Or one has a further toll of another place ("six others were killed in a village"),
    tells what the war has cost so far, or of an attack that failed where the other tells of gains.
    Or others take ground on another day, or take it back. Or one is a part of the sum of days that
    the other tells. Or one is what the other is done in revenge for.
    """
    heads = (one.line, other.line), (one.entry, other.entry)
    if any(mine and theirs and mine != theirs for mine, theirs in heads):
        return True
    if (other.beyond and one.sentence < other.sentence and not one.beyond) or (
        one.beyond and other.sentence < one.sentence and not other.beyond
    ):
        return True
    if one.sentence == other.sentence and tell_two(one.clause, other.clause):
        return True
    if one.sentence == other.sentence and one.in_spite != other.in_spite:
        return True
    if one.sentence < other.sentence and _tells_another(other) and not _tells_another(one):
        return True
    if (one.by_force and other.of_a_mob) or (other.by_force and one.of_a_mob):
        return True
    beside = one.sentence == other.sentence
    if beside and one.day and other.day and one.day != other.day:
        return True
    # "Bombed Kupiansk, which their troops had captured".
    if beside and one.answered != other.answered:
        return True
    if beside and ((one.aside and other.strikes) or (other.aside and one.strikes)):
        return True
    if beside and ((one.behind and not other.gainful) or (other.behind and not one.gainful)):
        return True
    if one.days and other.days and _far_apart(one.days, other.days):
        return True
    if one.then != other.then and (not beside or one.day or other.day):
        return True
    if one.total != other.total:
        event = other if one.total else one
        if one.sentence != other.sentence or event.here or _has_dead(event):
            return True
    if one.gains and other.gains and not one.gains & other.gains:
        return True
    if one.taking and other.taking and one.taking.undoes(other.taking, one.day, other.day):
        return True
    if one.sentence != other.sentence:
        if (_is_sum(one) and not other.gainful) or (_is_sum(other) and not one.gainful):
            return True
        if (one.failed and other.taken) or (other.failed and one.taken):
            return True
        afar, yonder = (here.strikes or here.fells for here in (one, other))
        if (one.gains and yonder) or (other.gains and afar):
            return True
        if (one.flown and other.rebel_fire) or (other.flown and one.rebel_fire):
            return True
        if one.attackers and other.attackers and not one.attackers & other.attackers:
            return True
    for measure in one.tolls.keys() & other.tolls.keys():
        (mine, further), (theirs, elsewhere) = one.tolls[measure], other.tolls[measure]
        if mine != theirs and (further or elsewhere):
            return True
        sums = (measure, mine[1]) in other.sums or (measure, theirs[1]) in one.sums
        if sums and mine[1] != theirs[1] and not beside:
            return True
    return False


def _goes_with(word: Token) -> bool:
    """Whether a participle tells more of what the verb above it tells: "retook it, killing ten"."""
    return (
        word.tag_ == "VBG"
        and word.dep_ == "advcl"
        and all(
            kid.dep_ not in ("nsubj", "mark", "prep") or kid.i > word.i for kid in word.children
        )
    )


def _is_by_rebels(findings: Findings, happening: Happening) -> bool:
    """Whether by its syntax rebels fire: "rebel fire", "rebels shelled", "rockets from rebels"."""
    doc = findings.document.doc
    word = doc[happening.trigger.head]
    fires = {word.i, *(kid.i for kid in word.children if kid.dep_ == "acl")}
    while word.dep_ == "conj" and not any(kid.dep_ in _SUBJECTS for kid in word.children):
        word = word.head  # "rebels shelled the town and killed two"
        fires.add(word.i)
    for index, (does, _) in happening.actors.items():
        mention = findings.actors[index]
        if does <= ATTACKER or any(actor.kind not in REBELS for actor in mention.actors):
            continue
        head = doc[mention.head]
        if head.dep_ == "pobj" and head.head.lower_ in _FROM:
            head = head.head
        if head.head.i in fires and head.dep_ in _FIRING:
            return True
    return False


def _is_by_somebody(findings: Findings, verb: Token) -> bool:
    """Whether a participle behind a comma says who took the place: not "captured by nightfall"."""
    if behind_comma(verb) is None:
        return False
    agents = {noun.i for by in verb.children if by.dep_ == "agent" for noun in by.children}
    return any(mention.head in agents for mention in findings.actors)


def _tells_another(one: Ground) -> bool:
    """Whether a clause says that it is about another event: "in a separate attack"."""
    return one.clause is not None and (one.clause.other or one.clause.turned)


def one_total(one: Ground, other: Ground) -> bool:
    """Return whether two happenings tell what one war has cost: its dead and its displaced, say."""
    if not (one.total and other.total):
        return False
    shared = one.tolls.keys() & other.tolls.keys()
    return all(one.tolls[measure] == other.tolls[measure] for measure in shared)


def _has_dead(one: Ground) -> bool:
    """Whether a happening has dead of its own, not those of the war."""
    (_, best, _), _ = one.tolls.get(Measure.KILLED, ((None, None, None), False))
    return best is not None and not is_huge(Measure.KILLED, best)


def _own_days(
    findings: Findings, happening: Happening, *, single: bool
) -> tuple[date, date] | None:
    """The days, or the ``single`` day, that hang on its verb by a preposition or none."""
    doc = findings.document.doc
    verb = doc[happening.trigger.head]
    # "Two died of their wounds on Tuesday" is still the event of Monday.
    if verb.pos_ != "VERB" or "die" in happening.trigger.concepts:
        return None
    for index in happening.dates:
        mention = findings.dates[index]
        word = doc[mention.first : mention.last].root
        over = word.head.head if word.dep_ == "pobj" else word.head
        fits = mention.date.precision is DatePrecision.DAY or not single
        fits = fits and mention.role == "event"
        if fits and over == verb and word.i != verb.i and word.head.lower_ != "since":
            return mention.date.start, mention.date.end
    return None


def _far_apart(one: tuple[date, date], other: tuple[date, date]) -> bool:
    """Whether one of two stretches of days is history beside the other."""
    return max(one[0], other[0]) - min(one[1], other[1]) > HISTORY


def _is_told(verb: Token) -> bool:
    """Whether a verb says that somebody did it: "they seized a hill", not "an attack to seize"."""
    kids = {child.dep_ for child in verb.children}
    return verb.tag_ not in {"VB", "VBG"} and not kids.isdisjoint({"nsubj", "nsubjpass"})


def _is_sum(one: Ground) -> bool:
    """Whether square kilometres or settlements are taken: a total over places or days."""
    return any(gain.split(":")[0] in SUMS for gain in one.gains)


def _tolls(findings: Findings, happening: Happening) -> dict[Measure, tuple[Amount, bool]]:
    out: dict[Measure, tuple[Amount, bool]] = {}
    for index, p in sorted(happening.figures.items(), key=lambda item: (-item[1], item[0])):
        mention = findings.figures[index]
        figure = mention.figure
        if p < OWN_FIGURE:
            continue
        _, further = out.get(figure.measure, (None, None))
        # "A further nine, eight of them children": the nine tell more than the likelier eight.
        mine = _counting(findings, mention).i in _tellers(findings, happening)
        if further is None or (mine and not further and is_further(findings, mention)):
            amount = figure.low, figure.best, figure.high
            out[figure.measure] = amount, is_further(findings, mention)
    return out


def _is_beyond(findings: Findings, happening: Happening) -> bool:
    """Whether a word is of the act that killed more: "a further nine died in rocket attacks".

    "Twelve others were wounded in the attacks" are those of the event that killed some.
    """
    head = findings.document.doc[happening.trigger.head]
    return any(
        over == head or over.is_ancestor(head)
        for mention in findings.within(findings.figures, happening.trigger.sentence)
        if mention.figure.measure is Measure.KILLED and is_further(findings, mention)
        for over in [_counting(findings, mention)]
    )


def is_further(findings: Findings, mention: FigureMention) -> bool:
    """Whether a number adds to one told before and counts at a place or in an act of its own.

    "Six others were killed in a village", "a further nine died in air strikes", but not "another
    two died of wounds" nor "in the attack".
    """
    doc = findings.document.doc
    words = [*doc[mention.first : mention.last], *doc[mention.head].children]
    more = (word for word in words if word.lower_ in settings(FIGURES)["further"])
    # "More than 20" is no further number.
    if all(doc[word.i + 1 : word.i + 2].text.lower() == "than" for word in more):
        return False
    verb = doc[mention.head]
    if verb.dep_ == "amod":
        verb = verb.head  # "12 more were killed"
    while verb.dep_ in COUNTED and verb.head is not verb:
        verb = verb.head
    named = {place.head for place in findings.places}
    acts = {trigger.head for trigger in findings.triggers}
    return any(
        _is_place(noun, named) or (noun.i in acts and not _is_known(noun))
        for child in verb.children
        if child.dep_ == "prep" and child.lower_ in word_set("strictly_locative")
        for noun in child.children
    )


def _counting(findings: Findings, mention: FigureMention) -> Token:
    """The verb that a number hangs on, or the highest word where there is none."""
    verb = findings.document.doc[mention.head]
    while verb.dep_ in COUNTED and verb.head is not verb:
        verb = verb.head
    return verb


def _tellers(findings: Findings, happening: Happening) -> tuple[int, int]:
    """The word of a happening, and that on which it hangs: "killed in air raids"."""
    word = findings.document.doc[happening.trigger.head]
    return word.i, word.head.head.i if word.dep_ == "pobj" else word.i


def _is_in_spite(word: Token) -> bool:
    """Whether a word stands in a phrase such as "despite a ceasefire declared on Thursday"."""
    for _ in range(HIGHEST):
        if word.dep_ == "prep" and word.lower_ in settings(SENTENCES)["in_spite"]:
            return True
        if word.head.i == word.i:
            return False
        word = word.head
    return False


def _is_known(noun: Token) -> bool:
    """Whether a noun speaks of what has been told: "in the attack", "in this raid"."""
    return any(
        child.dep_ in ("det", "poss") and child.lower_ not in _ANY for child in noun.children
    )


def _is_place(noun: Token, named: set[int]) -> bool:
    """Whether a word is a place: one that has a name, or "village", "district" ...

    A name that no gazetteer has is one where "nearby" stands before it.
    """
    if noun.pos_ == "PROPN" and any(child.lower_ == "nearby" for child in noun.children):
        return True
    kinds = word_set("types", "city") | word_set("types", "quarter") | word_set("types", "admin2")
    return noun.i in named or noun.lower_ in kinds
