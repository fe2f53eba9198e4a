"""Happenings of one report at two places: two events, as far as the places are read right.

Sites within one town may belong to one event, as the coding frame has it: several quarters of a
city on one day are one claim.
"""

from __future__ import annotations

from dateline.coding.cannot_link import Ground
from dateline.coding.clause_places import in_one_land
from dateline.coding.coordination import ONE_TOWN
from dateline.coding.pair_features import gap_km


def in_two_towns(one: Ground, other: Ground) -> bool:
    """Return whether two happenings have a town or site of their own each, and not the same."""
    # "Its aircraft had bombed Adre, as the government in N'Djamena claimed."
    beside = one.sentence == other.sentence
    if beside and (one.verb == other.word or other.verb == one.word):
        return False
    if one.here is None or other.here is None or in_one_land(one.here, other.here):
        return False
    gap = gap_km(one.here, other.here)
    if gap == 0.0 and one.here.canonical != other.here.canonical:
        # One of them is only known to lie near the other: who takes it has not taken the other.
        return bool({one.here.canonical, other.here.canonical} & (one.gains | other.gains))
    return gap is not None and gap > ONE_TOWN
