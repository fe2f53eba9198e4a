"""Gold claims -> labels: which trigger tells of which claim, which mention fills which slot."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.findings import Findings
from dateline.coding.triggers import Trigger
from dateline.evaluation.gold import GoldClaim

BATTLE = {
    "Armed clash",
    "Government regains territory",
    "Non-state actor overtakes territory",
}
EXPLOSION = {
    "Air/drone strike",
    "Shelling/artillery/missile attack",
    "Suicide bomb",
    "Remote explosive/landmine/IED",
    "Grenade",
    "Chemical weapon",
}
CIVILIAN = {"Attack", "Abduction/forced disappearance", "Sexual violence"}
CROWD = {
    "Peaceful protest",
    "Protest with intervention",
    "Excessive force against protesters",
    "Violent demonstration",
    "Mob violence",
}
TERRITORY = {
    "Government regains territory",
    "Non-state actor overtakes territory",
    "Non-violent transfer of territory",
}
HARM = BATTLE | EXPLOSION | CIVILIAN | CROWD

TYPES_OF_CONCEPT: dict[str, set[str]] = {
    "airstrike": {"Air/drone strike", "Disrupted weapons use"},
    "shelling": {"Shelling/artillery/missile attack", "Chemical weapon", "Disrupted weapons use"},
    "suicide_bomb": {"Suicide bomb"},
    "ied": {"Remote explosive/landmine/IED", "Suicide bomb", "Disrupted weapons use"},
    "grenade": {"Grenade", "Violent demonstration"},
    "chemical": {"Chemical weapon"},
    "clash": BATTLE | {"Violent demonstration", "Mob violence"},
    "offensive": BATTLE | {"Attack", "Arrests", "Change to group/activity"},
    "attack": HARM,
    "shoot": HARM,
    "kill": HARM,
    "die": HARM,
    "injure": HARM,
    "abduct": {"Abduction/forced disappearance"},
    "arrest": {"Arrests", "Abduction/forced disappearance", "Protest with intervention"},
    "capture": BATTLE | {"Abduction/forced disappearance", "Arrests"},
    "sexual": {"Sexual violence"},
    "seize": TERRITORY | {"Disrupted weapons use", "Looting/property destruction"},
    "withdraw": {
        "Non-violent transfer of territory",
        "Change to group/activity",
        "Displacement",
        "Agreement",
    },
    "protest": CROWD,
    "riot": CROWD | {"Looting/property destruction"},
    "disperse": CROWD,
    "agree": {"Agreement"},
    "disrupt": {"Disrupted weapons use"},
    "displace": {"Displacement", "Non-violent transfer of territory"},
    "loot": {"Looting/property destruction", "Violent demonstration"},
    "base": {"Headquarters or base established"},
    "change": {"Change to group/activity"},
    "other": {"Other"},
    "threat": set(),
}

SKIP = -1
"""The label of a trigger that neither clearly tells of a claim nor clearly tells of none."""


def align(findings: Findings, claims: Sequence[GoldClaim]) -> list[int | None]:
    """Return for each trigger the index of the claim it tells of, None, or SKIP."""
    return [_claim_of(findings, trigger, claims) for trigger in findings.triggers]


def _claim_of(findings: Findings, trigger: Trigger, claims: Sequence[GoldClaim]) -> int | None:
    document = findings.document
    at = document.doc[trigger.head].idx
    options: list[tuple[float, int]] = []
    for index, claim in enumerate(claims):
        ranks = [rank for rank, (start, end) in enumerate(claim.evidence) if start <= at < end]
        if not ranks:
            continue
        score = 1.0 if ranks[0] == 0 else 0.5
        fits = any(
            claim.sub_event_type in TYPES_OF_CONCEPT[concept] for concept in trigger.concepts
        )
        exact = any(
            claim.sub_event_type in TYPES_OF_CONCEPT[concept] and len(TYPES_OF_CONCEPT[concept]) < 4
            for concept in trigger.concepts
        )
        score += 2.0 if exact else 1.0 if fits else -2.0
        score += 2.0 * _nearness(findings, trigger, claim)
        options.append((score, index))
    if not options:
        return None
    score, index = max(options)
    if score >= 1.0:
        return index
    return SKIP


def _nearness(findings: Findings, trigger: Trigger, claim: GoldClaim) -> float:
    """How near the words of the claim's own values stand to the trigger, from 0 to 1."""
    document = findings.document
    sentence = document.sentences[trigger.sentence]
    text = document.report.text[sentence.start : sentence.end]
    at = document.doc[trigger.head].idx - sentence.start
    quotes = [figure.text for figure in claim.figures]
    quotes += [actor.mention for actor in (*claim.side_a, *claim.side_b)]
    if claim.place:
        quotes.append(claim.place.name)
    gaps = []
    for quote in quotes:
        found = text.find(quote)
        if found >= 0:
            gaps.append(min(abs(found - at), abs(found + len(quote) - at)))
    if not gaps:
        return 0.0
    gaps.sort()
    return sum(max(0.0, 1 - gap / 80) for gap in gaps[:2]) / 2
