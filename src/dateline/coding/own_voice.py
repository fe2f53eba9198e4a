"""A party to the war that speaks for itself: "our fighters ambushed a convoy; we killed eight".

Communiques and the radio of a party name no speaker. By the coding frame what they tell is claimed,
and "we" and "our forces" are the party.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from functools import cache

from dateline.coding.document import Document
from dateline.coding.mentions import ActorMention
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import Actor, ActorKind

WORDS = "languages/en/own_voice.toml"

STATIONS = "stations"
"""Where that file names stations and whose they were."""

ARMED = frozenset({ActorKind.REBEL, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA})
STATES = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES})

HEAD = 300
"""In how many characters a text says whose it is."""

ENOUGH = 2
"""In how many sentences a party speaks of itself where the whole report is its own."""

MODIFIERS = 3
"""How many words may stand between "our" and whose are ours."""

_FIRST_PERSON = re.compile(r"\b(?:our|we)\b", re.IGNORECASE)
_QUOTED = re.compile('“[^“”\n]{1,1500}”|"[^"\n]{1,1500}"|«[^«»\n]{1,1500}»')
_HEAD_ENDS = re.compile(r"\[(?:text|excerpts?)\]|:\s", re.IGNORECASE)


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in settings(WORDS).items() if name != STATIONS}


def own_words(document: Document) -> tuple[Token, ...]:
    """Return each "we" that fights and each word for fighters who are "ours", in text order.

    What somebody is quoted with is no word of the report's own.
    """
    text = document.report.text
    if not _FIRST_PERSON.search(text):
        return ()
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    told = (
        token
        for token in document.doc
        if token.lower_ in ("we", "our")
        and not any(start <= token.idx < end for start, end in quoted)
    )
    return tuple(word for token in told for word in _own(token))


def _own(token: Token) -> Iterator[Token]:
    if token.lower_ == "we":
        if token.dep_ == "nsubj" and _fights(token.head):
            yield token
        return
    doc = token.doc
    for word in doc[token.i + 1 : token.i + 2 + MODIFIERS]:
        if word.lower_ in _words()["breaks"] or word.is_sent_start:
            return
        if word.lower_ in _words()["irregulars"] | _words()["either"]:
            after = doc[word.i + 1].lower_ if word.i + 1 < len(doc) else ""
            if after not in _words()["either"] and after != "chief":
                yield word
                return


def _fights(verb: Token) -> bool:
    """Whether a verb, or one beside it, tells of fighting that was done."""
    chain = (verb, *(kid for kid in verb.children if kid.dep_ == "conj"))
    done = not any(
        kid.dep_ in ("neg", "aux") and kid.lower_ in _words()["undone"] for kid in verb.children
    )
    return done and any(_is_act(word) for word in chain)


def _is_act(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    if lemma in _words()["staging"]:
        things = (kid.lemma_.lower() for kid in verb.children if kid.dep_ == "dobj")
        return any(thing in _words()["staged"] for thing in things)
    return lemma in _words()["acts"]


def told_by_itself(document: Document) -> Set[int]:
    """Return the sentences that a party tells as its own, by their index.

    Where it speaks of itself more than once, or of the enemy, or the text calls itself a
    communique, they are all those that are not quoted.
    """
    own = own_words(document)
    if not own:
        return frozenset()
    told = {document.sentence_of[word.i] for word in own}
    quoted = [match.span() for match in _QUOTED.finditer(document.report.text)]
    told |= {document.sentence_of[word.i] for word in _enemies(document, quoted)}
    if len(told) < ENOUGH and not _is_communique(document):
        return told
    return {
        sentence.index
        for sentence in document.sentences
        if not any(start <= sentence.start and sentence.end <= end for start, end in quoted)
    }


def _enemies(document: Document, quoted: Sequence[tuple[int, int]]) -> Iterator[Token]:
    """Yield each word for whom only a party to the war calls so: "the enemy fled"."""
    for token in document.doc:
        if token.lower_ not in _words()["enemy"]:
            continue
        # "Where there was no enemy", "without enemy action".
        none = token.i > 0 and token.nbor(-1).lower_ in _words()["undone"] | _words()["nobody"]
        if not none and not any(a <= token.idx < b for a, b in quoted):
            yield token


def _is_communique(document: Document) -> bool:
    head = document.report.text[:HEAD].lower()
    end = _HEAD_ENDS.search(head)
    titles = _words()["titles"]
    return end is not None and any(title in head[: end.start()] for title in titles)


def own_party(
    document: Document,
    own: Sequence[Token],
    mentions: Sequence[ActorMention],
    country: str | None,
) -> Actor | None:
    """Return who speaks, or None where that is not known.

    It is whom the head names, or whose station it names; the group that the text names most, where
    irregulars speak or a clandestine station does; or, where it names no such group, the country's
    forces, or rebels if those, and no other state's, are who is fought.
    """
    if not own:
        return None
    head = document.report.text[:HEAD]
    end = _HEAD_ENDS.search(head)
    first = own[0].i
    if end is not None and end.start() < own[0].idx:
        for mention in mentions:
            if mention.last > first or document.doc[mention.last - 1].idx >= end.start():
                break
            if mention.actors[0].kind in ARMED | STATES:
                return mention.actors[0]
    before = head[: own[0].idx].lower()
    if band := _whose_station(before):
        return band
    groups = Counter(
        (actor.name, actor.kind, actor.country)
        for mention in mentions
        for actor in mention.actors
        if actor.kind in ARMED
    )
    hidden = any(word in before for word in _words()["clandestine"])
    if hidden or any(word.lower_ in _words()["irregulars"] for word in own):
        named = {key: times for key, times in groups.items() if key[0]}
        name, kind, home = max(named, key=lambda key: named[key], default=(None, None, None))
        if kind:
            return Actor(mention=str(name), name=name, kind=kind, country=home)
        if not hidden or country is None:
            return None
        return Actor(mention=country, name=None, kind=ActorKind.REBEL, country=country)
    if groups or country is None or all(word.lower_ == "we" for word in own):
        return None
    against = any(
        actor.kind is ActorKind.STATE_FORCES and actor.country in (None, country)
        for mention in mentions
        if document.doc[max(mention.first - 1, 0)].lower_ != "our"
        for actor in mention.actors
    )
    abroad = any(
        actor.kind in STATES and actor.country not in (None, country)
        for mention in mentions
        for actor in mention.actors
    )
    kind = ActorKind.REBEL if against and not abroad else ActorKind.STATE_FORCES
    return Actor(mention=country, name=None, kind=kind, country=country)


def _whose_station(head: str) -> Actor | None:
    """The band whose own station is named: "CLANDESTINE, 2 JUN 89 (RADIO VENCEREMOS)"."""
    for station, (name, kind, country) in settings(WORDS)[STATIONS].items():
        if station in head:
            return Actor(mention=name, name=name, kind=ActorKind(kind), country=country)
    return None


def own_mentions(
    document: Document, mentions: Sequence[ActorMention], country: str | None
) -> Iterator[ActorMention]:
    """Yield "we" and "our forces" as mentions of the party that speaks, "the enemy" of its foe."""
    own = own_words(document)
    party = own_party(document, own, mentions, country)
    if party is None:
        return
    yield from _foes(document, party, mentions)
    for word in own:
        first = word.i
        while first and word.lower_ != "we" and document.doc[first].lower_ != "our":
            first -= 1
        span = document.offsets(first, word.i + 1)
        actor = party.model_copy(update={"mention": document.quote(span), "span": span})
        yield ActorMention(first, word.i + 1, word.i, (actor,), resolved=True)


def _foes(
    document: Document, party: Actor, mentions: Sequence[ActorMention]
) -> Iterator[ActorMention]:
    """Yield "the enemy" and "an enemy convoy" as mentions of whom the party that speaks fights."""
    foe = _foe(party, mentions)
    if foe is None:
        return
    quoted = [match.span() for match in _QUOTED.finditer(document.report.text)]
    for token in _enemies(document, quoted):
        over = token.head
        noun = over if token.dep_ in ("compound", "amod") and over.i > token.i else token
        first = token.i - 1 if token.i and document.doc[token.i - 1].dep_ == "det" else token.i
        span = document.offsets(first, noun.i + 1)
        actor = foe.model_copy(update={"mention": document.quote(span), "span": span})
        yield ActorMention(first, noun.i + 1, noun.i, (actor,), resolved=True)


def _called_so(document: Document, mentions: Sequence[ActorMention]) -> Iterator[ActorMention]:
    """Yield "the enemy" where no "we" says whose: that of the force that the report names first.

    Reports of a ministry or its general staff are written so, and those of its side's press.
    """
    party = next(
        (
            actor
            for mention in mentions
            for actor in mention.actors
            if actor.kind in ARMED | STATES
            and (actor.name or actor.country)
            and not _hits_us(document.doc[mention.head])
        ),
        None,
    )
    for mention in _foes(document, party, mentions) if party else ():
        # "An enemy rocket hit the school" is told by those whom it hit.
        if document.doc[mention.head].lemma_.lower() not in _words()["fired"]:
            yield mention


def _hits_us(doer: Token) -> bool:
    """Whether somebody does something to what is "ours": "the troops attacked our posts"."""
    verb = next((over for over in doer.ancestors if over.pos_ == "VERB"), doer)
    objects = (kid for kid in verb.children if kid.dep_ == "dobj")
    return any(kid.lower_ == "our" for noun in objects for kid in noun.children)


def _foe(party: Actor, mentions: Sequence[ActorMention]) -> Actor | None:
    """Return whom the report names most of those who may fight a party, or None.

    A state's forces are the foe of a group where no other is named; other forces that are not said
    to be another state's are a state's own.
    """
    told: Counter[tuple[str | None, ActorKind, str | None]] = Counter()
    for actor in (actor for mention in mentions for actor in mention.actors):
        if actor.kind in ARMED:
            theirs = actor.name != party.name or (party.kind in STATES)
        else:
            foreign = actor.country not in (None, party.country)
            theirs = actor.kind in STATES and (party.kind in ARMED or foreign)
        if theirs:
            told[actor.name, actor.kind, actor.country] += 1
    if not told:
        return None
    name, kind, home = max(
        told, key=lambda one: (party.kind in ARMED and one[1] in STATES, told[one])
    )
    return Actor(mention=str(name), name=name, kind=kind, country=home)


def with_own(
    document: Document, mentions: Sequence[ActorMention], country: str | None = None
) -> tuple[ActorMention, ...]:
    """Return the mentions in text order, with those of the party that speaks for itself.

    ``country`` is the one that the report is about.
    """
    ours = list(own_mentions(document, mentions, country)) or list(_called_so(document, mentions))
    if not ours:
        return tuple(mentions)
    taken = {at for mention in ours for at in range(mention.first, mention.last)}
    rest = [one for one in mentions if taken.isdisjoint(range(one.first, one.last))]
    return tuple(sorted([*rest, *ours], key=lambda mention: mention.first))
