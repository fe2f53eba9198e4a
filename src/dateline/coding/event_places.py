"""Where: the place of a claim, chosen among those that its happenings hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from dateline.coding.bulletins import is_where_told
from dateline.coding.care import only_cares
from dateline.coding.clause_places import clause_places, is_elsewhere, is_named_before
from dateline.coding.desks import gives_way
from dateline.coding.document import Document
from dateline.coding.findings import Findings
from dateline.coding.gains import taken_places
from dateline.coding.happenings import REACH, Happening
from dateline.coding.home_places import is_home
from dateline.coding.in_the_dark import left_in_the_dark
from dateline.coding.left_places import (
    OTHER_PARAGRAPH,
    TURNED,
    is_left,
    is_of_another_paragraph,
)
from dateline.coding.list_entries import ListEntry
from dateline.coding.lying import holds
from dateline.coding.mentions import PlaceMention
from dateline.coding.other_clauses import in_another_clause
from dateline.coding.paragraphs import paragraphs
from dateline.coding.place_frames import (
    comes_or_goes,
    fired_at,
    glossed,
    is_destination,
    is_of_another_verb,
    is_remembered,
    nearer,
    opens,
)
from dateline.coding.refuges import is_refuge
from dateline.coding.scenes import last_turn, opened
from dateline.coding.seats import governs
from dateline.coding.second_look import SURE_PLACE, own_place
from dateline.coding.syntax import Token
from dateline.coding.village_frames import only_frames
from dateline.coding.ways import ONLY_LEADS, only_leads_there, only_sent_from
from dateline.knowledge.files import settings
from dateline.knowledge.lexicon import speech
from dateline.model import Place, PlacePrecision

NAMED_LATER = 0.6
"""What a place of the sentence after the trigger's weighs beside one that was named by then."""

NAMED_BEFORE = 0.8
"""What a place of a sentence before weighs where the trigger's own surely names one too."""

OTHER_SECTION = 0.6
"""What a place weighs that another section names, under its own heading between the paragraphs."""

TAKEN = 0.7
"""What a place that changes hands by the syntax of the event's word is worth at least."""

OF_SPEECH = 0.1
"""What a place weighs where somebody speaks: "said in Srinagar", "the army in Colombo said"."""

EARLIER = 0.5
"""What a place of what went before weighs: "in the wake of the recapture of the farms"."""

HEAD = 0.7
"""What the place that heads a list's line is worth for what the line tells."""

HEAD_COUNTRY = 0.2
"""What a country that heads it is worth: most lines name a town besides."""

HEAD_AROUND = 0.3
"""What a province or state that heads it is worth where the line names a place within it."""

GLOSS = 0.3
"""What a place weighs that only says where the one before it lies: "in Sacaba, near Cochabamba"."""

OTHER_LINE = 0.05
"""What a place of another line weighs."""

SPOKEN = frozenset({"say", "tell"})

OTHER_CLAUSE, OTHER_LAND = 0.4, 0.2
"""What a place of another sentence, in this country or abroad, weighs where the event's own clause
says that it was elsewhere."""

HARDLY = 0.25
"""Up to which score a place that only a later sentence names gives way to the last one before."""

LEAD = 2
"""Sentences of prose before a heading opens a section: what stands above is a title's."""


def place_of(findings: Findings, happenings: Sequence[Happening], least: float) -> Place | None:
    """Return the likeliest place of an event, of those with at least this probability."""
    doc, where = findings.document.doc, findings.document.sentence_of
    own = {id(one): _taken(findings, one) for one in happenings}
    within: dict[int, list[PlaceMention]] = {}
    for one in happenings:
        within.setdefault(one.trigger.sentence, []).extend(clause_places(findings, one))
    told = [
        (index, p, happening, where[findings.places[index].head] - happening.trigger.sentence)
        for happening in happenings
        for index, chance in happening.places.items()
        if (p := max(chance, TAKEN if index in own[id(happening)] else 0.0)) >= least
        and not governs(findings, index)
        and not _is_only_named(findings, index, happening)
    ]
    named = {h.trigger.sentence for _, p, h, away in told if not away and p >= SURE_PLACE}
    placed = {
        h.trigger.sentence: i for i, _, h, away in told if not away and _is_where(findings, i)
    }
    scores: dict[int, float] = {}
    sections, parts = _sections(findings.document), paragraphs(findings.document)
    heads = {happening.trigger.head for happening in happenings}
    lines = findings.lines
    turned = {
        sentence: last_turn(findings, sentence)
        for sentence in {happening.trigger.sentence for happening in happenings}
    }
    begun: set[int] = set()
    desks: set[int] = set()
    for happening in happenings if lines else ():
        head = _head(findings, lines.get(happening.trigger.sentence))
        if head is not None:
            begun.add(head)
            sentence = happening.trigger.sentence
            if lines[sentence].desk and _says_where(findings, sentence, head):
                desks.add(head)
                continue
            worth = _worth(findings, head, lines[sentence])
            scores[head] = max(scores.get(head, 0.0), worth * happening.sure)
    for index, p, happening, away in told:
        weight = p * happening.sure
        small = findings.places[index].level in ("settlement", "site")
        if (
            small
            and away < 0
            and happening.trigger.sentence + away < turned[happening.trigger.sentence]
        ):
            continue  # "In the south, gunmen killed two" is not in the town told before
        if any(holds(findings.places[index], findings.places[head]) for head in begun):
            weight *= GLOSS
        if index in begun and scores.get(index, HEAD) <= HEAD_AROUND:
            weight *= GLOSS
        if index in desks:
            weight *= OF_SPEECH
        if begun and index not in begun and comes_or_goes(findings, index):
            weight *= GLOSS
        line = lines.get(happening.trigger.sentence)
        if line is not None and line != lines.get(happening.trigger.sentence + away, line):
            weight *= OTHER_LINE
        if _of_speech(findings, findings.places[index].head):
            weight *= OF_SPEECH
        if own[id(happening)] and is_of_another_verb(findings, findings.places[index], heads):
            weight *= GLOSS
        if _is_earlier(findings.document.doc[happening.trigger.head]):
            weight *= EARLIER
        framed = nearer(findings, index, happening, heads)
        if framed is None:
            framed = fired_at(findings, index)
        if framed is not None and not away:
            scores[framed] = max(scores.get(framed, 0.0), weight)
        told_of = glossed(findings, findings.places[index])
        if told_of is not None and not away:
            # The model knows Diyarbakir, and no "Lice district of Diyarbakir".
            lies = findings.places.index(told_of)
            scores[lies] = max(scores.get(lies, 0.0), weight)
        if framed is not None or told_of is not None or left_in_the_dark(findings, index):
            weight *= GLOSS
        if is_refuge(findings, index, happening, heads):
            weight *= GLOSS
        here = within[happening.trigger.sentence]
        if here and not away and is_home(findings, index, happening, here):
            weight *= GLOSS
        if all(in_another_clause(findings, findings.places[index], doc[head]) for head in heads):
            weight *= GLOSS
        if away and is_destination(findings, index):
            weight *= GLOSS
        if only_frames(findings, index, happening, heads) or only_cares(findings, index):
            weight *= GLOSS
        if not away and only_leads_there(findings, index, happening):
            weight *= ONLY_LEADS
        if not away and only_sent_from(findings, index, happening, heads):
            weight *= GLOSS
        if away < 0 and is_left(findings, index, happening.trigger.sentence):
            weight *= TURNED
        section = sections[happening.trigger.sentence + away]
        if section not in (0, sections[happening.trigger.sentence]):
            weight *= OTHER_SECTION
        elif is_of_another_paragraph(
            happening.trigger.sentence + away, happening.trigger.sentence, parts
        ):
            weight *= OTHER_PARAGRAPH
        from_desk = findings.document.sentences[happening.trigger.sentence + away].kind
        sentence = happening.trigger.sentence
        if from_desk == "dateline" and gives_way(findings, index, placed, sentence):
            weight *= OF_SPEECH
        elif from_desk == "dateline" and is_named_before(findings, happening):
            weight *= GLOSS
        if away > 0:
            turned_to = opens(findings, index) or opened(findings, sentence + away) is not None
            turned_to = turned_to or parts[sentence + away] != parts[sentence]
            weight *= GLOSS if turned_to else NAMED_LATER
        elif away < 0 and happening.trigger.sentence in named:
            weight *= NAMED_BEFORE
        own_clause = within[sentence] or _told_on_the_way(within, sentence, away)
        if away and is_elsewhere(findings.places[index], own_clause):
            lands = {one.place.country for one in own_clause}
            home = findings.places[index].place.country in lands
            weight *= OTHER_CLAUSE if home else OTHER_LAND
        scores[index] = max(scores.get(index, 0.0), weight)
    often = Counter(mention.place.canonical for mention in findings.places)

    def rank(index: int) -> tuple[float, int, int]:
        # Of places as likely, to a hundredth, the one that the report names most often.
        return round(scores[index], 2), often[findings.places[index].place.canonical], -index

    best = max(scores, key=rank, default=None)
    if best is None:
        best = _named_here(findings, happenings)
    if best is None or (
        scores.get(best, 1.0) <= HARDLY and _is_told_later(findings, best, happenings)
    ):
        best = _last_named(findings, happenings, best)
    return None if best is None else findings.places[best].place


def _named_here(findings: Findings, happenings: Sequence[Happening]) -> int | None:
    """The likeliest town or site in which an event's own sentence says that something was.

    "Clashes with the militia in Allok village": the parser hangs the village on the militia.
    """
    where = findings.document.sentence_of
    chances = {
        index: chance
        for one in happenings
        for index, chance in one.places.items()
        if where[findings.places[index].head] == one.trigger.sentence
        and findings.places[index].locative
        and findings.places[index].level in ("settlement", "site")
        and not _of_speech(findings, findings.places[index].head)
        and not comes_or_goes(findings, index)
        and not governs(findings, index)
        and not _is_only_named(findings, index, one)
    }
    return max(chances, key=lambda index: (chances[index], -index), default=None)


def _is_told_later(findings: Findings, index: int, happenings: Sequence[Happening]) -> bool:
    last = max(one.trigger.sentence for one in happenings)
    return findings.document.sentence_of[findings.places[index].head] > last


def _last_named(
    findings: Findings, happenings: Sequence[Happening], else_: int | None
) -> int | None:
    """The town where the report last said that something was, however many sentences before.

    A report that has told where it plays names the town no more: "they came by night", and a place
    that only a later sentence names is mostly where it goes next. What a nearer sentence names the
    model has weighed.
    """
    where = findings.document.sentence_of
    first = min(one.trigger.sentence for one in happenings)
    turned = last_turn(findings, first)
    before = [
        index
        for index, one in enumerate(findings.places)
        if turned <= where[one.head] < first - REACH
        and one.locative
        and one.level in ("settlement", "site")
        and findings.document.sentences[where[one.head]].kind != "dateline"
        and not _of_speech(findings, one.head)
        and not comes_or_goes(findings, index)
    ]
    return before[-1] if before else else_


def _told_on_the_way(
    within: Mapping[int, list[PlaceMention]], sentence: int, away: int
) -> list[PlaceMention]:
    """The places of the clause of an event's sentence that stands between two others.

    "Elsewhere, they shelled Azaz. Two men were killed": not in what was told before that.
    """
    between = [one for one in within if sentence + away < one < sentence and within[one]]
    return within[max(between)] if between else []


def ground_of(findings: Findings, happening: Happening, taken: Sequence[Place]) -> Place | None:
    """Return the town that is a happening's own: the closest, or what it takes, where that is not.

    The closest may be what another verb acts on: "shelled Kuito and captured Camacupa".
    """
    own = own_place(findings, [happening])
    of_others = own is not None and any(
        is_of_another_verb(findings, one, {happening.trigger.head})
        for one in findings.places
        if one.place.span == own.span
    )
    if own is None and not taken:
        return _said(findings, happening)
    return next(iter(taken), None) if own is None or (of_others and taken) else own


def _said(findings: Findings, happening: Happening) -> Place | None:
    """The town or country with which a happening's sentence opens: "In Marawi, the army shot"."""
    begun = opened(findings, happening.trigger.sentence)
    if begun is None or begun.level == "region" or begun not in clause_places(findings, happening):
        return None
    near = begun.place.precision is PlacePrecision.NEAR
    return None if near or begun.place.lat is None else begun.place


def _taken(findings: Findings, happening: Happening) -> set[int]:
    """The places that the happening's word takes or loses by its syntax."""
    spans = {place.span for place in taken_places(findings, happening)}
    return {at for at in happening.places if findings.places[at].place.span in spans}


def _head(findings: Findings, line: ListEntry | None) -> int | None:
    """The place that heads a line of a list: its town or site, else the smallest region."""
    if line is None:
        return None
    levels = {"site": 3, "settlement": 3, "region": 1, "country": 0}
    within = [
        (index, mention)
        for index, mention in enumerate(findings.places)
        if line.first <= mention.head < line.last
    ]
    named = [
        (levels[mention.level] + (mention.place.canonical != mention.place.admin1), -index)
        for index, mention in within
        if not any(holds(mention, other) for _, other in within)
    ]
    return -max(named)[1] if named else None


def _worth(findings: Findings, head: int, line: ListEntry) -> float:
    """What the place that heads a line is worth: less where the line says where in it."""
    around = findings.places[head]
    if around.level == "country":
        return HEAD_COUNTRY
    lines = findings.lines
    inside = any(
        lines.get(findings.document.sentence_of[place.head]) == line
        and place.head >= line.last
        and place.locative
        and holds(around, place)
        for place in findings.places
    )
    return HEAD_AROUND if around.level == "region" and inside else HEAD


def _is_where(findings: Findings, place: int) -> bool:
    """Whether a sentence says that something is there, in no whole country."""
    mention = findings.places[place]
    return mention.locative and mention.level != "country"


def _is_only_named(findings: Findings, index: int, happening: Happening) -> bool:
    """Whether nothing happens at a place: a statement was made there, or it is remembered."""
    doc, place = findings.document.doc, findings.places[index].head
    return is_where_told(doc[place]) or is_remembered(doc[place], doc[happening.trigger.head])


def _says_where(findings: Findings, sentence: int, desk: int) -> bool:
    """Whether a sentence says where it happened, besides the town that heads its line."""
    return any(
        index != desk
        and findings.document.sentence_of[mention.head] == sentence
        and _is_where(findings, index)
        and not holds(mention, findings.places[desk])
        and not _of_speech(findings, mention.head)
        for index, mention in enumerate(findings.places)
    )


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
    if _is_asked_there(findings, over):
        return True
    if any(speaker.first <= over.i < speaker.last for speaker in findings.speakers):
        # Who lives there, or helps the wounded there, tells of what happened there.
        return not _is_of_there(over)
    said = settings("languages/en/sentences.toml")["uttered"]
    if over.lemma_.lower() in said and head.head.lower_ == "from":
        return True
    if over.dep_ == "dobj":
        over = over.head
    return over.lemma_.lower() in SPOKEN and over.i < place


def _is_asked_there(findings: Findings, over: Token) -> bool:
    """Whether a word tells where a speaker is met: "speaking from Goma", "contacted in Tirana"."""
    words = frozenset(settings("languages/en/place_words.toml")["met"])
    if over.lemma_.lower() not in words:
        return False
    while over.lemma_.lower() in words or over.dep_ in ("prep", "pobj"):
        if over.dep_ not in ("acl", "advcl", "pobj", "prep"):
            return False
        over = over.head
    asked = [one for one in findings.speakers if over.i == one.at or one.first <= over.i < one.last]
    return any(not _is_of_there(findings.document.doc[one.head]) for one in asked)


def _is_of_there(speaker: Token) -> bool:
    """Whether somebody lives at a place, or helps the wounded there."""
    return speaker.lemma_.lower() in speech().helpers | speech().locals


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
