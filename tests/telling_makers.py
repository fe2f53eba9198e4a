"""Hand-made claims of invented places, for the tests of everything behind the coder."""

from __future__ import annotations

from datetime import date
from typing import Any

from dateline.events.telling import Telling
from dateline.model import Claim

ARMY = {"mention": "the army", "kind": "state forces", "country": "SY"}
REBELS = {"mention": "rebels", "kind": "rebel", "country": "SY"}
PEOPLE = {"mention": "residents", "kind": "civilians", "country": "SY"}
AZMAR = {"name": "Azmar", "canonical": "Azmar", "country": "SY", "admin1": "Idlib"}
AZMAR |= {"lat": 35.90, "lon": 36.70, "precision": "exact"}
TELL_DUN = {"name": "Tell Dun", "canonical": "Tell Dun", "country": "SY", "admin1": "Idlib"}
TELL_DUN |= {"lat": 35.96, "lon": 36.76, "precision": "exact"}


def figure(number: int, measure: str = "killed", who: str | None = None) -> dict[str, Any]:
    return {"measure": measure, "who": who, "text": str(number)} | dict.fromkeys(
        ("low", "best", "high"), number
    )


def told(
    report: str,
    *,
    quote: str = "Warplanes bombed a market in Azmar, residents said.",
    day: str = "2024-05-03",
    precision: str = "day",
    until: str | None = None,
    kind: str = "Air/drone strike",
    place: dict[str, Any] | None = AZMAR,
    a: tuple[dict[str, Any], ...] = (ARMY,),
    b: tuple[dict[str, Any], ...] = (PEOPLE,),
    figures: tuple[dict[str, Any], ...] = (),
    claim: str = "c1",
    publisher: str | None = None,
    **more: Any,
) -> Telling:
    record = {
        "id": claim,
        "evidence": [(0, len(quote))],
        "sub_event_type": kind,
        "date": {"start": day, "end": until or day, "precision": precision},
        "place": place,
        "side_a": a,
        "side_b": b,
        "figures": figures,
        **more,
    }
    published = date.fromisoformat(until or day)
    return Telling(report, Claim.model_validate(record), quote, publisher or report, published)
