"""Events at a place of which a report's other claims tell nothing.

Reports of a war go from place to place: "In Bria gunmen shot a trader. Elsewhere ...". A sentence
that has an event's word and a place of its own, and from which no other claim is made, is seldom
part of what is told elsewhere, so that it needs less to be believed.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.event_places import place_of
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings

COMPANY = 2
"""So many other claims make a report one of a war."""

SURE = 0.7
"""How surely a word must tell of an event, whatever its group is."""

OWN = 0.5
"""From this probability on a place is that of the event."""


def tells_of_an_untold_place(
    findings: Findings, members: Sequence[Happening], claims: Sequence[Sequence[Happening]]
) -> bool:
    """Return whether a group has a sentence and a place that none of a report's claims has.

    "The governor in Goma condemned the attacks" tells of what was told, and a whole country is no
    place of its own.
    """
    surest = max(members, key=lambda happening: happening.sure)
    if len(claims) < COMPANY or surest.sure < SURE:
        return False
    if _is_known(findings.document.doc[surest.trigger.head]):
        return False
    sentence = surest.trigger.sentence
    if any(one.trigger.sentence == sentence for claim in claims for one in claim):
        return False
    where = findings.document.sentence_of
    here = [i for i in surest.places if where[findings.places[i].head] == sentence]
    place = max(here, key=lambda i: (surest.places[i], -i), default=None)
    if place is None or surest.places[place] < OWN:
        return False
    mention = findings.places[place]
    if mention.level == "country" or mention.place.name in {_name(findings, c) for c in claims}:
        return False
    chosen = place_of(findings, members, OWN)
    return chosen is not None and chosen.name == mention.place.name


def _is_known(word: Token) -> bool:
    """Whether a noun means what was told before: "the attack", "this bombing"."""
    definite = settings("languages/en/sentences.toml")["definite"]
    return word.pos_ in ("NOUN", "PROPN") and any(kid.lower_ in definite for kid in word.children)


def _name(findings: Findings, members: Sequence[Happening]) -> str | None:
    """The name of a claim's likeliest place."""
    chances = [(p, i) for one in members for i, p in one.places.items()]
    return findings.places[max(chances)[1]].place.name if chances else None
