"""Whose planes or shells they were, told behind the word for them: "a strike, probably Israeli".

A nation's adjective before a weapon names its forces; behind it, after a comma or what somebody
believes, it named nobody, so that nobody had acted. Two nations told of as likely both stand there.
Source: coding frame, two candidate perpetrators are both in side a. Words are data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from dateline.coding.actors import settle
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.identity import ARMED
from dateline.coding.second_look import Sides, key_of, named_by
from dateline.coding.syntax import Token
from dateline.knowledge.countries import countries_by_demonym
from dateline.knowledge.files import settings
from dateline.model import Actor, ActorKind, Place, SubEventType

WORDS = "languages/en/whose_fire.toml"
"""Where the words are kept."""

FIRED = frozenset({SubEventType.AIR_STRIKE, SubEventType.SHELLING})
"""Types whose fire is somebody's who acts."""

BETWEEN = 8
"""How many words may part the fire from whose it was: "believed by residents to have been"."""

_NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def fired_by(
    findings: Findings,
    happenings: Sequence[Happening],
    kind: SubEventType,
    sides: Sides,
    place: Place | None,
) -> Sides:
    """Return the sides, on the empty first one whose fire it is said to be behind the word for it.

    Of what is brought down it is on the empty second one.
    """
    downed = kind is SubEventType.DISRUPTED_WEAPONS
    if kind not in FIRED and not downed:
        return sides
    known = [one for one in sides[downed] if one.kind is not ActorKind.UNIDENTIFIED]
    if known:
        return sides
    sentences = sorted({happening.trigger.sentence for happening in happenings})
    for sentence in sentences:
        for noun in findings.document.span(findings.document.sentences[sentence]):
            told = {key_of(one): one for one in _owners(findings, noun, place)}
            if told:
                found = list(told.values())
                return (sides[0], found) if downed else (found, sides[1])
    return sides


def _owners(findings: Findings, noun: Token, place: Place | None) -> Iterator[Actor]:
    """Yield the forces whose a word behind a weapon says it is."""
    if noun.lemma_.lower() not in _words("fire") or noun.pos_ not in ("NOUN", "PROPN"):
        return
    doc = noun.doc
    fired = [kid for kid in noun.children if kid.dep_ in ("acl", "relcl")]
    for verb in fired:
        if verb.lemma_.lower() in _words("firing"):
            agents = [kid for kid in verb.children if kid.dep_ == "agent"]
            words = [one for agent in agents for one in agent.children if one.dep_ == "pobj"]
            doers = named_by(findings, words, place)
            yield from (one for one in doers if one.kind in ARMED)
    begun = False
    for token in doc[noun.i + 1 : min(noun.i + 2 + BETWEEN, noun.sent.end)]:
        code = countries_by_demonym(token.text)
        after = doc[token.i + 1] if token.i + 1 < len(doc) else None
        alone = after is None or after.pos_ not in _NOUNS
        if code is not None and alone and token.i > noun.i + 1:
            begun = True
            span = findings.document.offsets(token.i, token.i + 1)
            actor = Actor(
                mention=findings.document.quote(span),
                kind=ActorKind.STATE_FORCES,
                country=code,
                span=span,
            )
            country = place.country if place else None
            yield settle(actor, country, findings.country, findings.published)
        elif token.lower_ not in _words("joining" if begun else "between"):
            return


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(settings(WORDS)[key])
