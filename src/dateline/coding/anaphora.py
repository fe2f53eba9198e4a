"""Actor phrases that point back: "they", "the group", "the militants", "its forces".

Each takes the actors of the latest earlier mention that fits; where none does, the phrase keeps
what it says by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache

from dateline.coding.actor_extent import head_of
from dateline.coding.actor_reading import Reading
from dateline.coding.document import Document
from dateline.coding.mentions import ActorMention
from dateline.coding.named_band import band_meant, band_of, latest_band
from dateline.coding.sentence_roles import doers_of_clause, is_acted_on, is_subject
from dateline.coding.syntax import Token
from dateline.coding.unlisted import harming
from dateline.coding.whose_men import foes_of, whose_commander, whose_fellows, whose_men
from dateline.knowledge.files import settings
from dateline.knowledge.roles import Role, anaphora
from dateline.model import ActorKind

_ARMED = frozenset({ActorKind.REBEL, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA})
_REBELS = frozenset({ActorKind.REBEL})
_STATES = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_DESCRIBING = frozenset({"amod", "compound", "nmod", "poss"})
_OTHERS = frozenset({"quality", "unit"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})

_OPENING = 2
"""Whom a report is about it names by its third sentence, or more than once."""


def resolve(
    document: Document,
    readings: Sequence[Reading],
    country: str | None = None,
    *,
    crowded: bool = True,
    abroad: Collection[int] = (),
) -> Iterator[ActorMention]:
    """Yield the mentions of a document in the order of the text, those that point back resolved.

    ``country`` is the one that the report is about; where it is ``crowded`` with armed groups,
    nobody knows which of them "rebels" are. ``abroad`` are the sentences that name another country.
    """
    only = None if crowded else _only_group(document, readings, country, _ARMED)
    rebels = None if crowded else _only_group(document, readings, country, _REBELS)
    pronouns = _pronouns(document)
    history: list[ActorMention] = []
    at = 0
    for reading in readings:
        first = reading.run.first
        while at < len(pronouns) and pronouns[at].i < first:
            found = _pronoun(document, pronouns[at], history)
            at += 1
            if found:
                history.append(found)
                yield found
        mention = reading.mention
        if mention and (whose := whose_fellows(document, reading, history)):
            span = document.offsets(mention.first, mention.last)
            mention = _copy(document, whose, mention.first, mention.last, mention.head, span)
        elif whose := whose_commander(document, reading, history) or band_of(
            document, reading, history
        ):
            last = mention.last if mention else reading.run.last
            head = mention.head if mention else head_of(document.doc, first, last)
            span = document.offsets(first - 1, last)  # "the group's leader"
            mention = _copy(document, whose, first - 1, last, head, span)
        elif reading.bare:
            back = (
                _phrase(document, reading, history)
                or _only_rebels(document, reading, history, country)
                or _own_dead(document, reading, history)
                or _aircraft(document, reading, history)
            )
            if back:
                mention = back
        if mention is reading.mention and document.sentence_of[first] not in abroad:
            mention = _plain_rebels(document, reading, only, rebels) or mention
        if mention is not None:
            history.append(mention)
            yield mention
    for token in pronouns[at:]:
        found = _pronoun(document, token, history)
        if found:
            history.append(found)
            yield found


def _pronouns(document: Document) -> list[Token]:
    words = anaphora().pronouns
    return [
        token
        for sentence in document.sentences
        if sentence.kind not in ("furniture", "dateline")
        for token in document.span(sentence)
        if token.lower_ in words
        and token.dep_ in (*_SUBJECTS, "pobj", "dobj")
        and not _is_ground(token)
    ]


def _is_ground(token: Token) -> bool:
    """Whether "it" is what is taken, lost or entered: "attacked Sake and took it"."""
    return token.dep_ == "dobj" and token.lower_ == "it" and token.head.lemma_.lower() in _taking()


@cache
def _taking() -> frozenset[str]:
    words = settings("languages/en/conquest.toml")
    return frozenset(words["verbs"]) | frozenset(words["losing"]) | frozenset(words["keeping"])


def _pronoun(
    document: Document, token: Token, history: Sequence[ActorMention]
) -> ActorMention | None:
    """The pronoun as a mention of the latest subject before it, this sentence's or the last's."""
    where = document.sentence_of
    here = where[token.i]
    speech = anaphora()
    if token.dep_ in _SUBJECTS and token.head.lemma_.lower() in speech.silent:
        return None
    plural = token.lower_ in speech.plural
    acted_on = is_acted_on(token)
    acting = doers_of_clause(token) if acted_on else frozenset()
    options = [
        mention
        for mention in history
        if here - where[mention.head] <= 1
        and mention.last <= token.i
        and mention.head not in acting
    ]
    subjects = [mention for mention in options if is_subject(document.doc[mention.head])]
    # "About 2,000 civilians got out; a mine killed four of them": they are nearer than who acted.
    near = [one for one in options if where[one.head] == here and _are_many(document, one)]
    objects = near if plural and acted_on else []
    for mention in reversed(objects or subjects or options):
        if not plural and not _single(document, mention):
            continue
        if plural and acted_on and _is_country(document, mention):
            continue  # "Iran launched drones, and US forces shot them down"
        span = (token.idx, token.idx + len(token))
        return _copy(document, mention, token.i, token.i + 1, token.i, span)
    return None


def _are_many(document: Document, mention: ActorMention) -> bool:
    """Whether a mention is of several people: a noun in the plural, or one that is counted."""
    head = document.doc[mention.head]
    counted = any(kid.dep_ == "nummod" for kid in head.children)
    return head.tag_ in ("NNS", "NNPS", "CD") or counted


def _is_country(document: Document, mention: ActorMention) -> bool:
    """Whether a mention is a state by its name, of whom no "them" is told."""
    proper = document.doc[mention.head].tag_ == "NNP"
    return proper and all(one.kind in _STATES and not one.name for one in mention.actors)


def _single(document: Document, mention: ActorMention) -> bool:
    """True where "it" may mean the mention: a named group, a government, a force; no "units"."""
    if len(mention.actors) != 1 or mention.actors[0].kind is ActorKind.CIVILIANS:
        return False
    actor = mention.actors[0]
    return bool(actor.name or actor.country) or document.doc[mention.head].tag_ != "NNS"


def _phrase(
    document: Document, reading: Reading, history: Sequence[ActorMention]
) -> ActorMention | None:
    """What "the group", "the militants" or "its forces" point back to, or None."""
    words = anaphora()
    role = reading.role
    if role is None:
        return None
    doc, run = document.doc, reading.run
    before = doc[run.first - 1].lower_ if run.first > 0 else ""
    owning = words.owners | words.commanders
    same = before in words.same
    here = document.sentence_of[run.first]
    found: ActorMention | None = None
    foes = foes_of(doc[head_of(doc, run.first, run.last)]) if before in owning else frozenset()
    if before in words.owners:
        if any(token.lower_ in words.allied for token in doc[run.first : run.last]):
            return None  # "its allied militia"
        if role.kind_class in ("carrier", "thing", "site", "unit") or role.word in words.followers:
            plural = before in words.plural
            # No state has guerrillas: "Baghdad protested. The PKK said its guerrillas ..."
            rebel = role.kind is ActorKind.REBEL
            options = [
                m
                for m in history
                if here - document.sentence_of[m.head] <= 1
                and m.head not in foes
                and not (rebel and all(a.kind in _STATES for a in m.actors))
            ]
            subjects = [m for m in options if is_subject(doc[m.head])]
            for mention in reversed(subjects or options):
                if any(a.kind is ActorKind.CIVILIANS for a in mention.actors):
                    continue
                if plural or _single(document, mention):
                    found = mention
                    break
    elif before in words.commanders and role.word in words.followers:
        others = [one for one in history if one.head not in foes]
        found = whose_men(document, run.first, others)
    elif role.word in words.groups and (same or before in _DEFINITE):
        found = latest_band(document, history, here, 8, named=True) or latest_band(
            document, history, here, 3, named=False
        )
    elif role.word in words.members and before in _DEFINITE:
        found = band_meant(document, history, here, role.word)
    elif role.word in words.coalitions:
        for mention in reversed(history):
            name = mention.actors[0].name
            if name and any(word in name.lower() for word in words.coalitions):
                found = mention
                break
    if found is None:
        return None
    first = run.first - (1 + same if same or before in owning or before in _DEFINITE else 0)
    span = document.offsets(first, run.last)
    head = head_of(doc, run.first, run.last)
    return _copy(document, found, first, run.last, head, span)


def _own_dead(
    document: Document, reading: Reading, history: Sequence[ActorMention]
) -> ActorMention | None:
    """Whose the soldiers are of "a bomb hit a French base, killing nine soldiers", or None.

    They are of the forces that the sentence says were struck.
    """
    mention, role = reading.mention, reading.role
    if mention is None or role is None or role.kind is not ActorKind.STATE_FORCES:
        return None
    head = document.doc[mention.head]
    verb = head.head
    told = any(child.dep_ == "nummod" for child in head.children)
    if not told or verb.tag_ != "VBG" or verb.lemma_.lower() not in harming():
        return None
    for struck in reversed(history):
        if document.sentence_of[struck.head] != document.sentence_of[mention.head]:
            return None
        if struck.last > verb.i or _is_doer(document.doc[struck.head]):
            continue
        if all(actor.kind in _STATES and (actor.country or actor.name) for actor in struck.actors):
            first, last = mention.first, mention.last
            span = document.offsets(first, last)
            return _copy(document, struck, first, last, mention.head, span)
    return None


def _aircraft(
    document: Document, reading: Reading, history: Sequence[ActorMention]
) -> ActorMention | None:
    """Whose the jets are of "the jets struck two camps", or None: of the state named with its own.

    Where the report has named the aircraft of several, nobody knows.
    """
    role, run = reading.role, reading.run
    if reading.mention is not None or role is None or role.word not in anaphora().flyers:
        return None
    head = head_of(document.doc, run.first, run.last)
    if not _is_doer(document.doc[head]):
        return None
    named = [
        mention
        for mention in history
        if all(actor.kind in _STATES for actor in mention.actors)
        and _flies(document.quote(document.offsets(mention.first, mention.last)))
    ]
    owners = {(a.name, a.kind, a.country) for mention in named for a in mention.actors}
    if len(owners) != 1:
        return None
    span = document.offsets(run.first, run.last)
    return _copy(document, named[-1], run.first, run.last, head, span)


def _flies(mention: str) -> bool:
    """Whether a mention names aircraft or an air force."""
    said = f" {mention.lower()} "
    return any(f" {word} " in said for word in anaphora().flown)


def _is_doer(token: Token) -> bool:
    """Whether a word is the subject of an active verb, or its agent."""
    while token.dep_ in ("compound", "amod", "poss", "nmod", "conj") and token.head.i != token.i:
        token = token.head
    agent = token.dep_ == "pobj" and token.head.lower_ == "by"
    return token.dep_ == "nsubj" or agent


def _only_rebels(
    document: Document, reading: Reading, history: Sequence[ActorMention], country: str | None
) -> ActorMention | None:
    """The rebels whom "the rebels" means where all before names one group of the country, or None.

    Armed people of other countries, and groups at home nowhere, are not the country's rebels.
    """
    words, run = anaphora(), reading.run
    before = document.doc[run.first - 1].lower_ if run.first > 0 else ""
    role = reading.role
    if role is None or country is None or before not in _DEFINITE:
        return None
    if role.word not in words.members and role.word not in words.rebels:
        return None
    here = document.sentence_of[run.first]
    named = [
        mention
        for mention in history
        if document.sentence_of[mention.head] < here
        and any(a.name and a.kind in _ARMED for a in mention.actors)
    ]
    groups = {(actor.name, actor.country) for mention in named for actor in mention.actors}
    told = [mention for mention in named if not mention.resolved]
    about = len(told) > 1 or any(document.sentence_of[one.head] <= _OPENING for one in told)
    if not about or len(groups) != 1 or {home for _, home in groups} != {country}:
        return None
    first, last = run.first - 1, run.last
    head = head_of(document.doc, run.first, last)
    return _copy(document, named[-1], first, last, head, document.offsets(first, last))


def _only_group(
    document: Document,
    readings: Sequence[Reading],
    country: str | None,
    kinds: Collection[ActorKind],
) -> ActorMention | None:
    """The one group of some kinds that a report names, where it is its country's rebels, or None.

    The report names it more than once, or by its third sentence.
    """
    named = [
        reading.mention
        for reading in readings
        if reading.mention and any(a.name and a.kind in kinds for a in reading.mention.actors)
    ]
    groups = {(a.name, a.kind, a.country) for mention in named for a in mention.actors if a.name}
    if len(groups) != 1 or country is None:
        return None
    _, kind, home = next(iter(groups))
    about = len(named) > 1 or document.sentence_of[named[0].head] <= _OPENING
    return named[0] if about and kind is ActorKind.REBEL and home == country else None


def _plain_rebels(
    document: Document,
    reading: Reading,
    only: ActorMention | None,
    rebels: ActorMention | None,
) -> ActorMention | None:
    """The group whom "rebels" and "12 militants" mean in a report on that one, or None.

    ``only`` is the one armed group that the report names, ``rebels`` the one of rebels: "fighters"
    may be those of any. Who is described may be of others: "Islamist militants".
    """
    words, run, mention = anaphora(), reading.run, reading.mention
    if mention is None or rebels is None:
        return None
    if any(a.kind is not ActorKind.REBEL or a.name or a.country for a in mention.actors):
        return None
    called = _called(document, reading, mention)
    group = rebels if called & words.rebels else only if called & words.members else None
    before = document.doc[run.first - 1].lower_ if run.first else ""
    if group is None or before in words.undefined:
        return None
    span = document.offsets(mention.first, mention.last)
    return _copy(document, group, mention.first, mention.last, mention.head, span)


def _called(document: Document, reading: Reading, mention: ActorMention) -> frozenset[str]:
    """The words of a mention for fighters, where nothing tells more of them; none elsewhere."""
    role, run = reading.role, reading.run
    if role is None:
        return frozenset()
    if role.kind_class == "crowd" and not reading.bare:  # "dozens of insurgents"
        noun = document.doc[mention.last - 1]
        of = noun.dep_ == "pobj" and noun.i == noun.left_edge.i
        return frozenset({noun.lemma_.lower()}) if of else frozenset()
    roles = [part.word for part in run.parts if isinstance(part.word, Role)]
    called = [one for one in roles if anaphora().called & set(one.word.split())]
    others = (one for one in roles if one not in called)
    head = document.doc[mention.head]
    described = any(kid.dep_ in _DESCRIBING and kid.i < run.first for kid in head.children)
    if not reading.bare or described or any(one.kind_class in _OTHERS for one in others):
        return frozenset()
    return frozenset(word for one in called for word in one.word.split())


def _copy(
    document: Document,
    mention: ActorMention,
    first: int,
    last: int,
    head: int,
    span: tuple[int, int],
) -> ActorMention:
    quote = document.quote(span)
    actors = tuple(
        actor.model_copy(update={"mention": quote, "span": span}) for actor in mention.actors
    )
    return replace(mention, first=first, last=last, head=head, actors=actors, resolved=True)
