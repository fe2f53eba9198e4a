"""Time and memory of linking synthetic claims, and how they grow.

    python benchmarks/link_growth.py [--claims 100000 1000000]

Each size runs in a process of its own, so that the peak is that size's. The claims are as dense
at every size: a hundred a day over 2,000 towns, two in five of them told by one report only.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

from dateline.events.link import link
from dateline.events.telling import Telling
from dateline.model import Actor, Claim, EventDate, Figure, Place, SubEventType


def synthetic(size: int, seed: int = 7) -> Iterator[Telling]:
    """Yield ``size`` claims, in reports of one claim each."""
    rng = random.Random(seed)
    kinds = list(SubEventType)[:12]
    towns = [
        (f"Town {chr(65 + n % 26)}{n}", 20 + rng.random() * 20, 20 + rng.random() * 30)
        for n in range(2000)
    ]
    words = ["".join(parts) for parts in product(*[("kar", "mol", "tir", "ven", "sol", "bru")] * 3)]
    made = 0
    while made < size:
        day = date(1990, 1, 1) + timedelta(days=made // 100)
        name, lat, lon = rng.choice(towns)
        kind, toll = rng.choice(kinds), rng.choice([1, 2, 3, 5, 8, 12, 20, 31, 56])
        group, story = f"Group {rng.randrange(40)}", [rng.choice(words) for _ in range(12)]
        for _ in range(min(rng.choice([1, 1, 1, 1, 1, 1, 1, 2, 3, 6]), size - made)):
            text = " ".join(rng.sample(story, 8) + [rng.choice(words) for _ in range(6)])
            claim = Claim(
                id="c1",
                evidence=((0, len(text)),),
                sub_event_type=kind,
                date=EventDate(start=day, end=day, precision="day"),
                place=Place(
                    name=name,
                    canonical=name,
                    country="SY",
                    admin1=f"Province {name[5]}",
                    lat=lat,
                    lon=lon,
                    precision="exact",
                ),
                side_a=(Actor(mention=group, name=group, kind="rebel", country="SY"),),
                side_b=(Actor(mention="civilians", kind="civilians", country="SY"),),
                figures=(Figure(measure="killed", low=toll, best=toll, high=toll, text=str(toll)),),
            )
            yield Telling(f"r{made}", claim, text, "p", day)
            made += 1


def main() -> None:
    """Run each size by itself and print the ratio of the last to the first."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--claims", type=int, nargs="+", default=[100_000, 1_000_000])
    sizes = parser.parse_args().claims
    if len(sizes) == 1:
        linkage = link(synthetic(sizes[0]))
        taken = time.process_time()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        found = f"{sizes[0]} claims, {len(linkage.groups)} groups"
        print(f"{found}: {taken:.1f} s of one core, {peak:.0f} MB")
        return
    for size in sizes:
        subprocess.run([sys.executable, __file__, "--claims", str(size)], check=True)


if __name__ == "__main__":
    main()
