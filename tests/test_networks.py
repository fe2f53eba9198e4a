"""Networks fitted from several beginnings are one whose scores are the mean of theirs."""

from __future__ import annotations

import networks
import numpy as np
import pytest
from networks import fit_network


def test_the_network_says_what_its_parts_say_on_average(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(0)
    vectors = rng.normal(size=(400, 6)).astype(np.float32)
    labels = ["yes" if row[0] * row[1] > 0 else "no" for row in vectors]
    cases = [(vector, (), label) for vector, label in zip(vectors, labels, strict=True)]
    whole = fit_network(cases, 8, 0.1).scores(vectors, [()] * len(vectors))

    first, parts = networks._learner, []
    monkeypatch.setattr(networks, "SEVERAL", 1)
    for number in range(3):
        monkeypatch.setattr(
            networks, "_learner", lambda units, penalty, _, n=number: first(units, penalty, n)
        )
        parts.append(fit_network(cases, 8, 0.1).scores(vectors, [()] * len(vectors)))
    mean = np.mean(parts, axis=0)
    mean -= np.log(np.exp(mean).sum(axis=1, keepdims=True))
    assert not np.allclose(parts[0], parts[1], atol=0.01)
    assert np.allclose(whole, mean, atol=1e-3)
