"""Where, when and how many: the values of a claim, chosen among what its happenings hold."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence, Set
from itertools import pairwise

from spacy.tokens import Token

from dateline.coding.cannot_link import FIGURES
from dateline.coding.desks import gives_way
from dateline.coding.document import Document
from dateline.coding.findings import Findings
from dateline.coding.gains import taken_places
from dateline.coding.happenings import Happening
from dateline.coding.in_the_dark import left_in_the_dark
from dateline.coding.list_entries import ListEntry
from dateline.coding.mentions import FigureMention
from dateline.coding.other_days import is_of_the_law, is_surely, opened_by
from dateline.coding.paragraphs import left_behind, paragraphs
from dateline.coding.place_frames import (
    frames,
    glosses,
    is_destination,
    opens,
)
from dateline.coding.second_look import SURE_PLACE
from dateline.coding.when_clauses import at_first, dated_by, since_then, until_now, year_of_a_deed
from dateline.knowledge.files import settings
from dateline.knowledge.lexicon import speech
from dateline.knowledge.ontology import ontology
from dateline.model import DatePrecision, EventDate, Figure, Place

NAMED_LATER = 0.6
"""What a place of the sentence after the trigger's weighs beside one that was named by then."""

NAMED_BEFORE = 0.8
"""What a place of a sentence before weighs where the trigger's own surely names one too."""

OTHER_SECTION = 0.6
"""What a place weighs that another section names, under its own heading between the paragraphs."""

VAGUE_DATE = 0.6
"""What a month or a year weighs beside a day: it tells of how a war began as often."""

TAKEN = 0.7
"""What a place that changes hands by the syntax of the event's word is worth at least."""

OF_SPEECH = 0.1
"""What a place weighs where somebody speaks: "said in Srinagar", "the army in Colombo said"."""

EARLIER = 0.5
"""What a place of what went before weighs: "in the wake of the recapture of the farms"."""

HEAD = 0.7
"""What the place that heads a list's line is worth for what the line tells."""

GLOSS = 0.3
"""What a place weighs that only says where the one before it lies: "in Sacaba, near Cochabamba"."""

OTHER_LINE = 0.05
"""What a place of another line weighs."""

SPOKEN = frozenset({"say", "tell"})

SURE = 0.4
"""How surely a word tells of the event whose own date counts before all others."""

SURELY = 0.8
"""How surely a word tells of the event beside which another's day does not count."""

DEVELOPMENTS = "Strategic developments"

SINCE = frozenset({"since", "anniversary"})

VERBS = frozenset({"VERB", "AUX"})

OWN_CLAUSE = frozenset({"relcl", "acl", "advcl"})

OPENING = 2
"""The number of words before which a date stands that opens a sentence: "Early on Monday"."""

LEAD = 2
"""Sentences of prose before a heading opens a section: what stands above is a title's."""


def place_of(findings: Findings, happenings: Sequence[Happening], least: float) -> Place | None:
    """Return the likeliest place of an event, of those with at least this probability."""
    where = findings.document.sentence_of
    own = {id(one): _taken(findings, one) for one in happenings}
    told = [
        (index, p, happening, where[findings.places[index].head] - happening.trigger.sentence)
        for happening in happenings
        for index, chance in happening.places.items()
        if (p := max(chance, TAKEN if index in own[id(happening)] else 0.0)) >= least
    ]
    named = {h.trigger.sentence for _, p, h, away in told if not away and p >= SURE_PLACE}
    placed = {
        h.trigger.sentence: i for i, _, h, away in told if not away and _is_where(findings, i)
    }
    scores: dict[int, float] = {}
    sections = _sections(findings.document)
    heads = {happening.trigger.head for happening in happenings}
    lines = findings.lines
    for happening in happenings if lines else ():
        head = _head(findings, lines.get(happening.trigger.sentence))
        if head is not None:
            scores[head] = max(scores.get(head, 0.0), HEAD * happening.sure)
    for index, p, happening, away in told:
        weight = p * happening.sure
        line = lines.get(happening.trigger.sentence)
        if line is not None and line != lines.get(happening.trigger.sentence + away, line):
            weight *= OTHER_LINE
        if _of_speech(findings, findings.places[index].head):
            weight *= OF_SPEECH
        if _is_earlier(findings.document.doc[happening.trigger.head]):
            weight *= EARLIER
        if (
            glosses(findings, findings.places[index])
            or left_in_the_dark(findings, index)
            or frames(findings, index, happening, heads)
        ):
            weight *= GLOSS
        if away and is_destination(findings, index):
            weight *= GLOSS
        section = sections[happening.trigger.sentence + away]
        if section not in (0, sections[happening.trigger.sentence]):
            weight *= OTHER_SECTION
        from_desk = findings.document.sentences[happening.trigger.sentence + away].kind
        sentence = happening.trigger.sentence
        if from_desk == "dateline" and gives_way(findings, index, placed, sentence):
            weight *= OF_SPEECH
        if away > 0:
            weight *= GLOSS if opens(findings, index) else NAMED_LATER
        elif away < 0 and happening.trigger.sentence in named:
            weight *= NAMED_BEFORE
        scores[index] = max(scores.get(index, 0.0), weight)
    often = Counter(mention.place.canonical for mention in findings.places)

    def rank(index: int) -> tuple[float, int, int]:
        # Of places as likely, to a hundredth, the one that the report names most often.
        return round(scores[index], 2), often[findings.places[index].place.canonical], -index

    best = max(scores, key=rank, default=None)
    return None if best is None else findings.places[best].place


def _taken(findings: Findings, happening: Happening) -> set[int]:
    """The places that the happening's word takes or loses by its syntax."""
    spans = {place.span for place in taken_places(findings, happening)}
    return {at for at in happening.places if findings.places[at].place.span in spans}


def _head(findings: Findings, line: ListEntry | None) -> int | None:
    """The place that heads a line of a list: its town or site, else the smallest region."""
    if line is None:
        return None
    levels = {"site": 3, "settlement": 3, "region": 1, "country": 0}
    named = [
        (levels[mention.level] + (mention.place.canonical != mention.place.admin1), -index)
        for index, mention in enumerate(findings.places)
        if line.first <= mention.head < line.last
    ]
    return -max(named)[1] if named else None


def date_of(findings: Findings, happenings: Sequence[Happening], least: float) -> EventDate | None:
    """Return the likeliest date of an event, with at least this weight, or else the report's day.

    Where there is neither it is None; a day that only the record tells stands for its week.
    """
    scores: dict[int, float] = {}
    own = _own_dates(findings, happenings)
    where = findings.document.sentence_of
    surest = max(happenings, key=lambda happening: happening.sure).trigger.sentence
    lines = findings.lines
    others = _other_days(findings, happenings)
    numbers = paragraphs(findings.document)
    # The day of the story is that of an event which has none of its own.
    heading = {at for at in range(len(findings.dates)) if _is_of_the_story(findings, at)}
    own -= others | heading
    for happening in happenings:
        line = lines.get(happening.trigger.sentence)
        head = findings.document.doc[happening.trigger.head]
        for index, p in happening.dates.items():
            mention = findings.dates[index]
            if line is not None and lines.get(where[mention.head], line) != line:
                continue  # the day of another line of a list
            if left_behind(findings.document, numbers, mention, happening.trigger.sentence):
                continue
            remembered = findings.document.doc[mention.last - 1].lower_ in SINCE
            if remembered and index not in own:
                continue
            if index in others | heading or (
                index not in own and opened_by(findings, mention, head)
            ):
                continue
            if is_of_the_law(findings, mention, head):
                continue
            # "12 dead since Monday", told beside a capture, counts from before it.
            if mention.role != "since" or where[mention.head] == surest:
                scores[index] = max(scores.get(index, 0.0), p * happening.sure)

    def rank(index: int) -> tuple[bool, float, int]:
        near = findings.dates[index].date.precision in (DatePrecision.DAY, DatePrecision.WEEK)
        return index in own, scores.get(index, 0.0) * (1 if near else VAGUE_DATE), -index

    sure = own | {index for index, weight in scores.items() if weight >= least}
    best = max(sure, key=rank, default=None)
    if best is not None:
        heads = [findings.document.doc[one.trigger.head] for one in happenings]
        told = max((until_now(findings, one, best) for one in heads), key=lambda one: one.end)
        return at_first(told) if any(dated_by(findings, one) == best for one in heads) else told
    if findings.day is None:
        return None
    return EventDate(
        start=findings.day.start,
        end=findings.day.end,
        precision=DatePrecision.DAY if findings.day.span else DatePrecision.WEEK,
        span=findings.day.span,
    )


def _is_of_the_story(findings: Findings, at: int) -> bool:
    """Whether a date is the one at the head of a report that says of which day that is."""
    told, printed = findings.dates[at].date.span, findings.day.span if findings.day else None
    if told is None or printed is None:
        return False
    return told[0] < printed[1] and printed[0] < told[1]


def _other_days(findings: Findings, happenings: Sequence[Happening]) -> set[int]:
    """The dates that are surely those of another event beside a sure word of this one."""
    doc = findings.document.doc
    heads = {happening.trigger.head for happening in happenings}
    return {
        index
        for happening in happenings
        if happening.sure >= SURELY
        for index in happening.dates
        if (opening := opened_by(findings, findings.dates[index], doc[happening.trigger.head]))
        and is_surely(opening, heads)
        and year_of_a_deed(findings, doc[happening.trigger.head]) != index
    }


def _own_dates(findings: Findings, happenings: Sequence[Happening]) -> set[int]:
    """The dates that hang on the surest word of the event that has any, with no verb between.

    "The governor, wounded in a bombing in 2009, was shot on Thursday." There are none where a
    surer word stands in the main clause. A noun of agreement often names an older one that is only
    now kept or broken.
    """
    doc = findings.document.doc
    inwards = sorted(happenings, key=lambda happening: -happening.sure)
    deed = year_of_a_deed(findings, doc[inwards[0].trigger.head])
    if inwards[0].sure >= SURE and deed is not None:
        return {deed}
    since = since_then(findings, doc[inwards[0].trigger.head])
    if inwards[0].sure >= SURE and since is not None:
        return {since}
    if inwards[0].sure >= SURE and (opening := _opening(findings, inwards[0])) is not None:
        return {opening}
    for happening in inwards:
        head = doc[happening.trigger.head]
        named = head.pos_ == "NOUN"
        if happening.sure < SURE or (named and _develops(happening)):
            break
        inner = named or head.dep_ in OWN_CLAUSE
        own = {at for at in range(len(findings.dates)) if inner and _dates(findings, at, head)}
        if own:
            return own
        verb = next((over for over in (head, *head.ancestors) if over.pos_ in VERBS), head)
        if verb.dep_ not in OWN_CLAUSE:
            break
    return set()


def _opening(findings: Findings, happening: Happening) -> int | None:
    """The date with which a sentence opens that hangs on the event's verb: "In March, they raided".

    None where another date of its sentence hangs on it too, or it lasts to the story's day.
    """
    doc = findings.document.doc
    verb = doc[happening.trigger.head]
    if verb.pos_ not in VERBS:
        return None
    start = findings.document.sentences[happening.trigger.sentence].first
    found: list[int] = []
    for at in happening.dates:
        mention = findings.dates[at]
        if findings.document.sentence_of[mention.first] != happening.trigger.sentence:
            continue
        word = doc[mention.first : mention.last].root
        over = word.head if word.dep_ == "pobj" else word
        if mention.role != "event" or over.head.i != verb.i or over.i == verb.i:
            continue
        found.append(at)
    if len(found) != 1 or findings.dates[found[0]].first - start > OPENING:
        return None
    date = findings.dates[found[0]].date
    lasts = findings.day is not None and date.start < date.end >= findings.day.start
    return None if lasts else found[0]


def _develops(happening: Happening) -> bool:
    return ontology().parents[happening.best_type] == DEVELOPMENTS


def _dates(findings: Findings, at: int, head: Token) -> bool:
    """Whether a date is that of the word it hangs on; none that lasts to the story's day is.

    "The 2008 bombing", but not "a four-month siege".
    """
    doc, mention = findings.document.doc, findings.dates[at]
    if mention.role == "future":
        return False
    if dated_by(findings, head) == at:
        return True
    if findings.day is not None and mention.date.start < mention.date.end >= findings.day.start:
        return False
    end = doc[mention.last - 1]
    if end.lower_ in SINCE:
        return _is_since(end, head)
    return _hangs_on(doc[mention.head], head)


def _hangs_on(token: Token, head: Token) -> bool:
    """Whether a word hangs on another, with no verb and few words between."""
    for _ in range(4):
        if token.head.i == head.i:
            return True
        if token.head.pos_ == "VERB" or token.head.i == token.i:
            return False
        token = token.head
    return False


def _is_since(end: Token, head: Token) -> bool:
    """Whether a date ends in the word that ties it to an event told after it.

    "20 years since forces shelled the market", "the tenth anniversary of the siege".
    """
    tied = end.lower_ in SINCE and end.i < head.i and end.sent == head.sent
    return tied and (end.is_ancestor(head) or end.head.is_ancestor(head) or end.head == head)


def figures_of(findings: Findings, own: Set[int]) -> tuple[Figure, ...]:
    """Return the numbers of an event, each once, as the body tells them before a headline."""
    document = findings.document

    def headlines_last(index: int) -> tuple[bool, int]:
        sentence = document.sentences[document.sentence_of[findings.figures[index].head]]
        return sentence.kind == "headline", index

    kept: list[FigureMention] = []
    for index in sorted(own, key=headlines_last):
        mention = findings.figures[index]
        if not any(
            _told_again(document, mention, other) or _heads(document, mention, other)
            for other in kept
        ):
            kept.append(mention)
    tolls = {one.figure.measure for one in kept if (one.figure.best or one.figure.high or 0) > 1}
    some = {one.figure.measure for one in kept if one.figure.best != 0}
    # "No casualties" beside a toll is told of another event.
    none = {one.figure.span for one in kept if one.figure.best == 0 and one.figure.measure in some}
    return tuple(
        one.figure
        for one in kept
        if not (one.figure.measure in tolls and _is_named(one))
        and not (one.figure.best == 0 and one.figure.span in none)
    )


def _is_named(one: FigureMention) -> bool:
    """Whether a figure is that of a person told by name, who counts only where no toll is given."""
    return one.figure.best == 1 and one.figure.text == one.figure.who


def _is_where(findings: Findings, place: int) -> bool:
    """Whether a sentence says that something is there, in no whole country."""
    mention = findings.places[place]
    return mention.locative and mention.level != "country"


def _is_earlier(noun: Token) -> bool:
    """Whether a word tells of what went before: "in the wake of the fall of X", "following it"."""
    if noun.pos_ != "NOUN" or noun.dep_ != "pobj":
        return False
    words = settings("languages/en/sentences.toml")
    by = noun.head
    return by.lower_ in words["afterwards"] or (
        by.lower_ == "of" and by.head.lemma_.lower() in words["wake"]
    )


def _of_speech(findings: Findings, place: int) -> bool:
    """Whether a place, by its head, is where somebody speaks, or where who speaks is at home."""
    head = findings.document.doc[place]
    if head.dep_ != "pobj":
        return False
    over = head.head.head
    if any(speaker.first <= over.i < speaker.last for speaker in findings.speakers):
        # Who lives there, or helps the wounded there, tells of what happened there.
        near = speech().helpers | speech().locals
        return over.lemma_.lower() not in near
    if over.dep_ == "dobj":
        over = over.head
    return over.lemma_.lower() in SPOKEN and over.i < place


def _sections(document: Document) -> list[int]:
    """The section of each sentence: 0 above the first heading between paragraphs, then 1, 2, 3.

    What section 0 tells, a report's title and lead, is of all of them.
    """
    sections = [0]
    prose = 0
    for before, sentence in pairwise(document.sentences):
        prose += before.kind == "body"
        opens = sentence.kind == "headline" != before.kind and prose >= LEAD
        sections.append(sections[-1] + opens)
    return sections


def _told_again(document: Document, one: FigureMention, other: FigureMention) -> bool:
    """Whether two numbers of one event are one: "21 killed" and "at least 21 civilians killed".

    Not so where one sentence counts different people, "four women and four children". Two
    sentences seldom do so with one number.
    """
    mine, theirs = one.figure, other.figure
    if mine.measure != theirs.measure or _number(mine) != _number(theirs):
        return False
    if document.sentence_of[one.head] != document.sentence_of[other.head]:
        return True
    heads = document.doc[one.head], document.doc[other.head]
    anybody = settings(FIGURES)["anybody"]
    vague = any(head.like_num or head.lemma_.lower() in anybody for head in heads)
    return vague or heads[0].lemma_ == heads[1].lemma_


def _heads(document: Document, one: FigureMention, other: FigureMention) -> bool:
    """Whether a headline tells in short what the body tells in full.

    "100 hurt" for more than 100, "dozens killed" for 34.
    """
    mine, theirs = one.figure, other.figure
    head, body = (document.sentences[document.sentence_of[n.head]].kind for n in (one, other))
    if head != "headline" or body == "headline" or mine.measure != theirs.measure:
        return False
    if mine.best is None:
        low, high = mine.low or 0, mine.high or math.inf
        return theirs.best is not None and low <= theirs.best <= high
    return theirs.high is None and theirs.low == theirs.best == mine.best + 1


def _number(figure: Figure) -> int | tuple[int | None, int | None]:
    return figure.best if figure.best is not None else (figure.low, figure.high)
