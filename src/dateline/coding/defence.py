"""Who was attacked where the report tells of the answer to an attack.

"Rebels attacked the post on Friday. The army launched a counter-offensive, killing ten." The army
acts in the second sentence; in the event it is the one attacked. Source: coding frame, "Foiled or
repelled attacks: the attacker is side a, even where the defender is named first".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.knowledge.files import settings

WORDS = "languages/en/defence.toml"
"""Where the words for standing up to an attack are kept."""

DOES, ATTACKS = 0.5, 0.35
"""Who is this likely to act, and likelier than to be acted on, is a doer; or an attacker."""

_ATTACKS = frozenset({"attack", "offensive"})


def defended(findings: Findings, happenings: Sequence[Happening]) -> list[Happening]:
    """Return the happenings, their sides turned where the doers stand up to another's attack.

    They are turned only where some other sentence of the same event names the attackers, and the
    doers are not among them: a counter-offensive that stands alone is its doers' own attack.
    """
    words = frozenset(settings(WORDS)["lemmas"])
    answers = {h.trigger.sentence for h in happenings if h.trigger.lemma.lower() in words}
    doers = [_doers(findings, happening, DOES) for happening in happenings]
    attackers = {
        who
        for happening in happenings
        if happening.trigger.sentence not in answers
        and not _ATTACKS.isdisjoint(happening.trigger.concepts)
        for who in _doers(findings, happening, ATTACKS)
    }
    return [
        replace(happening, actors={index: (b, a) for index, (a, b) in happening.actors.items()})
        if happening.trigger.sentence in answers
        and attackers
        and some
        and some.isdisjoint(attackers)
        else happening
        for happening, some in zip(happenings, doers, strict=True)
    ]


def _doers(findings: Findings, happening: Happening, least: float) -> set[str]:
    """Who acts at an event word: the name, or the kind where there is none."""
    return {
        actor.name or str(actor.kind)
        for index, (a, b) in happening.actors.items()
        if a >= least and a > b
        for actor in findings.actors[index].actors[:1]
    }
