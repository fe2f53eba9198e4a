"""What the gazetteer already holds, as an importer asks for it."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.knowledge.gazetteer import Entry, Gazetteer
from dateline.knowledge.gazetteer_sources import Row, distance_km

SAME_KM = 5.0
"""Two settlements of one name that lie this near to each other are one."""

_SETTLEMENTS = frozenset({"city", "town", "village", "quarter"})


class KnownPlaces:
    """Looks up what an imported place already is, so that a place is never there twice."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def completed(self, row: Row) -> Row:
        """Return a row of a GeoNames id with the name and units that are usual in English.

        Those are what the gazetteer has for that id already; a row that it lacks is returned as is.
        """
        entry = self._gazetteer.entry(f"gn:{row.geonameid}") if row.geonameid else None
        if entry is None:
            return row
        return row._replace(
            name=entry.name,
            admin1=entry.admin1,
            admin2=entry.admin2,
            kind=entry.kind,
            population=entry.population or row.population,
            radius_km=entry.radius_km or row.radius_km,
            seat_lat=entry.seat_lat,
            seat_lon=entry.seat_lon,
        )

    def entry(self, geonameid: int) -> Entry | None:
        """Return the place with a GeoNames id, or None."""
        return self._gazetteer.entry(f"gn:{geonameid}")

    def is_bundled(self, geonameid: int) -> bool:
        """Return whether the place came with the program and not by an import."""
        return self._gazetteer.entry(f"gn:{geonameid}", imported=False) is not None

    def unit(
        self, names: Iterable[str], country: str, level: int, admin1: str | None
    ) -> Entry | None:
        """Return the admin unit of that level that one of the names means, or None.

        A unit of level 2 must lie in the unit of level 1 named ``admin1``, where that is given.
        """
        for name in names:
            for match in self._gazetteer.matches(name):
                entry = match.entry
                inside = level == 1 or admin1 in (None, entry.admin1)
                if entry.kind == f"admin{level}" and entry.country == country and inside:
                    return entry
        return None

    def town(
        self, names: Iterable[str], country: str, admin1: str | None, admin2: str | None
    ) -> Entry | None:
        """Return the largest settlement of one of the names inside the units, or None."""
        for name in names:
            found = [
                match.entry
                for match in self._gazetteer.matches(name)
                if match.entry.kind in _SETTLEMENTS
                and match.entry.country == country
                and admin1 in (None, match.entry.admin1)
            ]
            inside = [entry for entry in found if admin2 and entry.admin2 == admin2]
            if inside or found:
                return max(inside or found, key=lambda entry: entry.population)
        return None

    def same(self, names: Iterable[str], country: str, lat: float, lon: float) -> Entry | None:
        """Return the settlement of one of the names within ``SAME_KM`` of the point, or None."""
        for name in names:
            for match in self._gazetteer.matches(name):
                entry = match.entry
                if (
                    entry.kind in _SETTLEMENTS
                    and entry.country == country
                    and match.exact
                    and distance_km(lat, lon, entry.lat, entry.lon) <= SAME_KM
                ):
                    return entry
        return None
