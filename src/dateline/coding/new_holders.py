"""Who holds a place after a change of hands, and who held it before: a claim's control."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.changing_hands import all_told
from dateline.coding.driven import driven_out
from dateline.coding.findings import Findings
from dateline.coding.gains import falls_alone
from dateline.coding.happenings import Happening
from dateline.coding.leaving import leaves_no_ground
from dateline.coding.nameless_ground import takes_site, takes_vaguely
from dateline.coding.second_look import Sides
from dateline.coding.unopposed import comes_in
from dateline.knowledge.files import settings
from dateline.knowledge.ontology import ontology
from dateline.model import Actor, ActorKind, Control, Place, PlacePrecision, SubEventType

CONQUEST = "languages/en/conquest.toml"
"""Where the words of entering are kept."""

SITES = "languages/en/taken.toml"
"""Where the words for sites are kept."""

BANDS = frozenset({ActorKind.REBEL, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA})
"""Kinds whose groups have names."""


def surest(members: Sequence[Happening]) -> Happening:
    """Return the word of an event that tells of one most surely."""
    return max(members, key=lambda happening: happening.sure)


def control(
    findings: Findings,
    members: list[Happening],
    kind: SubEventType,
    sides: Sides,
    place: Place | None,
    told: dict[str, Actor],
) -> Control | None:
    """Return who holds the place after a change of hands and who held it before, or None.

    Syntax tells first (``told``). What it leaves open is filled from the sides: the one that acts
    takes the place, unless it withdraws: "entered the town a day after the army had left it".
    """
    if str(kind) not in ontology().territorial or leaves_no_ground(findings, members, place):
        return None
    # The frame asks for a named place or facility.
    nowhere = place is None or place.precision is PlacePrecision.COUNTRY
    if (nowhere and not takes_site(findings, members)) or takes_vaguely(findings, members):
        return None
    if not told and not any(_tells_of_hands(findings, one) for one in members):
        return None  # "broke the siege of the town"
    a, b = (next((x for x in side if x.kind is not ActorKind.CIVILIANS), None) for side in sides)
    if not told:
        best = surest(members)
        to, left = (b, a) if "withdraw" in best.trigger.concepts else (a, b)
    else:
        to, left = told.get("to"), told.get("from")
        if to is None:
            # Two who leave are no giver and taker: "the army goes, as 500 troops withdraw".
            leave = [w for part, w in all_told(findings, members, sides, place) if part == "from"]
            to = b if left is a else a
            to = to if to not in leave and _may_take(to) and not is_same_state(to, left) else None
        if left is None and b is not to:
            left = b
    to, left = _by_name(to, sides[0], left), _by_name(left, sides[1], to)
    return Control(to=to, from_=left) if to or left else None


def _tells_of_hands(findings: Findings, happening: Happening) -> bool:
    """Whether a word says that a place is taken, left, lost, entered or fallen."""
    concepts = happening.trigger.concepts
    if not {"seize", "withdraw"}.isdisjoint(concepts):
        return True
    if concepts == ("offensive",):
        return happening.trigger.lemma.split()[0] in settings(CONQUEST)["entering"] or (
            driven_out(findings, happening) is not None
        )
    return falls_alone(findings, happening) or comes_in(findings, happening)


def _by_name(actor: Actor | None, side: Sequence[Actor], other: Actor | None) -> Actor | None:
    """The one band with a name on the side of a nameless one, whom the report means by it.

    "Rebels took the town. The Army of Conquest had attacked it on Tuesday." In "insurgent hands"
    no band is meant.
    """
    if actor is None or actor.name or actor.kind not in BANDS:
        return actor
    if " " not in actor.mention and not actor.mention.lower().endswith("s"):
        return actor
    named = {one.name: one for one in side if one.name and one.kind is actor.kind}
    same = [one for one in named.values() if one.country in (None, actor.country)]
    found = same[0] if len(named) == 1 and same else None
    return found if found is not None and (other is None or found.name != other.name) else actor


def is_same_state(one: Actor | None, other: Actor | None) -> bool:
    """Return whether two are forces of one state: "the army lost the town, officers admitted"."""
    states = (ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES)
    return (
        one is not None
        and other is not None
        and one.kind in states
        and (one.kind, one.country) == (other.kind, other.country)
    )


def _may_take(actor: Actor | None) -> bool:
    """Whether an actor may be who takes a place, where nothing says so.

    Not those who are counted ("abducting 28 policemen"), nor a site that is named by whose it is.
    """
    if actor is None:
        return False
    words = actor.mention.lower().split()
    return not actor.mention[:1].isdigit() and set(words).isdisjoint(
        settings(SITES)["sites"].split()
    )
