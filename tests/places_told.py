"""The places that a text names, as tests look at them."""

from __future__ import annotations

from dateline.coding.document import parse
from dateline.coding.mentions import PlaceMention
from dateline.coding.places import find_places
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model import Report


def places(gazetteer: Gazetteer, text: str, publisher: str | None = None) -> list[PlaceMention]:
    [document] = parse([Report(id="r", text=text, publisher=publisher)])
    return list(find_places(document, gazetteer))


def one(gazetteer: Gazetteer, text: str, name: str) -> PlaceMention:
    return next(m for m in places(gazetteer, text) if m.place.name == name)
