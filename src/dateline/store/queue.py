"""What a reviewer should look at, and in which order."""

from __future__ import annotations

import numpy as np

from dateline.store.catalogue import Catalogue
from dateline.store.decisions import DISAGREES, NEW_CLAIMS, SECOND_OPINION, UNREVIEWED
from dateline.store.query import NONE
from dateline.store.tally import Column, Mask

_MINE, _SECOND, _DISAGREES, _NEW, _CONTRADICTS, _OTHERS = 1000.0, 500.0, 200.0, 100.0, 50.0, -2000.0
_A_DEATH = 5.0
"""What the logarithm of the dead weighs: an event of a thousand dead less than a contradiction."""


def waiting(catalogue: Catalogue, mask: Mask, reviewer: str = "") -> Column:
    """Return which of some rows wait for a decision of a reviewer, the most needed first.

    Events that nobody decided on wait, and those on which the coder now disagrees, which new
    claims have joined, or for which another asked a second opinion. First come those assigned to
    the reviewer, last those assigned to somebody else.
    """
    size = len(catalogue)

    def having(name: str, value: str) -> Mask:
        return catalogue.having(name, value)

    seen = having("reviewer", reviewer) if reviewer else np.zeros(size, np.bool_)
    second = having("flag", SECOND_OPINION) & ~seen
    disagrees, new = having("flag", DISAGREES), having("flag", NEW_CLAIMS)
    open_ = mask & (having("review", UNREVIEWED) | second | disagrees | new)
    mine = having("assigned", reviewer) if reviewer else np.zeros(size, np.bool_)
    taken = ~having("assigned", NONE) & ~mine
    killed = np.maximum(catalogue.number("killed"), 0).astype(np.float64)
    weight: Column = (
        mine * _MINE
        + second * _SECOND
        + disagrees * _DISAGREES
        + new * _NEW
        + catalogue.having_any("contradiction") * _CONTRADICTS
        + taken * _OTHERS
        + np.log1p(killed) * _A_DEATH
    )
    rows = np.flatnonzero(open_)
    return np.asarray(rows[np.argsort(-weight[rows], kind="stable")])
