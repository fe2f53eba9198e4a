"""A small map of a report's claims as SVG, drawn from bundled outlines.

A filled shape stands on an exact place, a hollow one near the named place, and a shaded circle
with a hollow shape says that only the region is known. What is known by country alone is not
drawn, so that no pin claims more than the report does. Positions are plain longitude and latitude
scaled for the middle of the view, which is true enough over the few degrees of a small map.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from dateline.model import PlacePrecision
from dateline.output.kinds import Kind
from dateline.output.labels import Labels, Spot
from dateline.output.outlines import (
    Box,
    area_and_centre,
    cities_in,
    countries_in,
    provinces_in,
)

WIDTH, HEIGHT = 480, 330
"""The drawing's own size; the page scales it."""

KM_PER_DEGREE = 111.2
SMALLEST_VIEW = 0.7
"""Degrees of latitude at least, so that a single pin has neighbours around it."""

REGION_KM = 40
"""Radius of a region's circle: a sign of vagueness, not the region's true extent."""

SHAPE = 15.0
"""Room that one shape takes, in a row and above it."""

MOST_CITIES = 9
FIRST_CITIES = 4
"""Cities that are named on a small screen too."""

IN_A_ROW = 6
MOST_SHAPES = 24
"""Shapes drawn on one spot; the label counts the rest."""

PROVINCES_BELOW = 9.0
"""Degrees of latitude; a wider map shows countries only."""

SMALLEST_NAMED = 2500
"""Square units that a country or province must fill to be named."""


@dataclass(frozen=True, slots=True)
class Pin:
    """One claim on the map; ``href`` leads to its row, ``claim`` is the page's name for it."""

    claim: str
    href: str
    lon: float
    lat: float
    precision: PlacePrecision
    kind: Kind
    name: str
    title: str


@dataclass(frozen=True, slots=True)
class View:
    """What the map shows, and how degrees become drawing units."""

    box: Box
    scale: float
    """Drawing units a degree of latitude."""
    squeeze: float
    """Width of a degree of longitude as a share of one of latitude."""

    def xy(self, lon: float, lat: float) -> tuple[float, float]:
        """Return where a point lies in the drawing."""
        return (
            (lon - self.box.west) * self.scale * self.squeeze,
            (self.box.north - lat) * self.scale,
        )


def draw(pins: Sequence[Pin], label: str) -> str:
    """Return the map as an SVG element, or an empty string where no claim can be placed."""
    shown = [pin for pin in pins if pin.precision is not PlacePrecision.COUNTRY]
    if not shown:
        return ""
    view = fitted(shown)
    groups = grouped(shown, view, _blocks_meet)
    labels = Labels(WIDTH, HEIGHT)
    for group in groups:
        x, y = _anchor(group, view)
        labels.block(x, y, *_half_block(len(group)))
    names = "".join(_names(group, view, labels) for group in groups)
    scale_bar = _scale_bar(view, labels)
    ground = _ground(view, shown, labels)
    halos = "".join(_halo(group, view) for group in groups)
    shapes = "".join(_shapes(group, view) for group in groups)
    return _svg(label, f"{ground}{scale_bar}{halos}{names}{shapes}")


def draw_summary(pins: Sequence[Pin], label: str) -> str:
    """Return a map of many reports' claims: a disc a place, its area as the number of claims."""
    shown = [pin for pin in pins if pin.precision is not PlacePrecision.COUNTRY]
    if not shown:
        return ""
    view = fitted(shown)
    # A disc of several places stands on the one that most of its claims name.
    often = Counter(pin.name for pin in shown)
    shown.sort(key=lambda pin: -often[pin.name])
    groups = sorted(grouped(shown, view, _discs_meet), key=len, reverse=True)
    labels = Labels(WIDTH, HEIGHT)
    for group in groups:
        x, y = _anchor(group, view)
        labels.block(x, y, _radius(len(group)), _radius(len(group)))
    discs = []
    for group in groups:
        x, y = _anchor(group, view)
        radius = _radius(len(group))
        names = Counter(pin.name for pin in group).most_common()
        at = labels.place(names[0][0], x, y, 13.3, gap=radius + 3, above=radius)
        text = _text(names[0][0], at, "pin-name") if at else ""
        told = "; ".join(f"{name}: {count}" for name, count in names[:8])
        discs.append(
            f'<a href="{escape(group[0].href)}" class="disc"><title>{escape(told)}</title>'
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>'
            f'<text class="count" x="{x:.1f}" y="{y + 3.8:.1f}">{len(group)}</text></a>{text}'
        )
    bar = _scale_bar(view, labels)
    return _svg(label, _ground(view, shown, labels) + bar + "".join(discs))


def fitted(pins: Sequence[Pin]) -> View:
    """Return the view that holds all pins and their neighbourhood."""
    lats, lons = [pin.lat for pin in pins], [pin.lon for pin in pins]
    middle = (min(lats) + max(lats)) / 2
    squeeze = max(math.cos(math.radians(middle)), 0.2)
    margin = 0.0
    if any(pin.precision is PlacePrecision.REGION for pin in pins):
        margin = REGION_KM / KM_PER_DEGREE
    tall = max(lats) - min(lats) + 2 * margin
    wide = (max(lons) - min(lons)) * squeeze + 2 * margin
    # Half as much again shows what lies around; a view of the world needs no more world.
    room = 1.5 if max(tall, wide) < 60 else 1.15
    tall = max(tall, SMALLEST_VIEW, max(wide, SMALLEST_VIEW) * HEIGHT / WIDTH) * room
    wide = tall * WIDTH / HEIGHT / squeeze
    centre = (min(lons) + max(lons)) / 2
    box = Box(centre - wide / 2, middle - tall / 2, centre + wide / 2, middle + tall / 2)
    return View(box, HEIGHT / tall, squeeze)


Meeting = Callable[[float, float, int, int], bool]
"""Whether two groups of so many pins, so far apart in x and y, cover each other when drawn."""


def grouped(pins: Sequence[Pin], view: View, meet: Meeting) -> list[list[Pin]]:
    """Return the pins in groups that do not cover each other; each stands on its first pin.

    Groups that grow into each other are put together, and stand where the earlier one stood.
    """
    groups: list[list[int]] = []

    def at(group: list[int]) -> tuple[float, float]:
        return _anchor([pins[group[0]]], view)

    def covered(fresh: list[int]) -> list[int] | None:
        x, y = at(fresh)
        for group in groups:
            other_x, other_y = at(group)
            if meet(x - other_x, y - other_y, len(fresh), len(group)):
                return group
        return None

    for index in range(len(pins)):
        fresh = [index]
        while (near := covered(fresh)) is not None:
            groups.remove(near)
            fresh = near + fresh if near[0] < fresh[0] else fresh + near
        groups.append(fresh)
    return [[pins[index] for index in group] for group in groups]


def _blocks_meet(dx: float, dy: float, one: int, other: int) -> bool:
    wide, tall = _half_block(one)
    other_wide, other_tall = _half_block(other)
    return abs(dx) < wide + other_wide and abs(dy) < tall + other_tall


def _discs_meet(dx: float, dy: float, one: int, other: int) -> bool:
    return math.hypot(dx, dy) < _radius(one) + _radius(other)


def _half_block(count: int) -> tuple[float, float]:
    """Return how far a block of shapes reaches from its middle to the side and up."""
    shown = min(count, MOST_SHAPES)
    return SHAPE / 2 * min(shown, IN_A_ROW), SHAPE / 2 * math.ceil(shown / IN_A_ROW)


def _radius(count: int) -> float:
    """Return the radius of the disc of so many claims."""
    return min(6 + 1.6 * math.sqrt(count), 24)


def _svg(label: str, inside: str) -> str:
    return (
        f'<svg class="map" viewBox="0 0 {WIDTH} {HEIGHT}" role="group" '
        f'aria-label="{escape(label)}"><rect class="sea" width="{WIDTH}" height="{HEIGHT}"/>'
        f"{inside}</svg>"
    )


def _anchor(group: Sequence[Pin], view: View) -> tuple[float, float]:
    return view.xy(group[0].lon, group[0].lat)


def _ground(view: View, pins: Sequence[Pin], labels: Labels) -> str:
    land, names = [], []
    countries = []
    for name, rings in countries_in(view.box):
        path = "".join(_path(ring, view) for ring in rings)
        land.append(f'<path class="land" d="{path}"/>')
        countries.append((name, max(area_and_centre(ring) for ring in rings)))
    named = {pin.name.casefold() for pin in pins}
    drawn = 0
    for city in cities_in(view.box.grown(-0.03)):
        if drawn == MOST_CITIES:
            break
        x, y = view.xy(city.lon, city.lat)
        if city.name.casefold() in named:
            continue
        at = labels.place(city.name, x, y, 10.5, gap=4, above=1)
        if at is not None:
            drawn += 1
            rank = " more" if drawn > FIRST_CITIES else ""
            names.append(f'<circle class="town{rank}" cx="{x:.0f}" cy="{y:.0f}" r="2"/>')
            names.append(_text(city.name, at, f"town-name{rank}"))
            named.add(city.name.casefold())
    for name, (area, (lon, lat)) in sorted(countries, key=lambda pair: -pair[1][0]):
        if area * view.scale**2 * view.squeeze < SMALLEST_NAMED:
            continue
        x, y = view.xy(lon, lat)
        at = labels.centre(name.upper(), x, y, 11.5)
        if at is not None:
            names.append(_text(name.upper(), at, "country-name"))
    provinces = _provinces(view, named, labels)
    return "".join(land) + provinces + "".join(names)


def _provinces(view: View, named: set[str], labels: Labels) -> str:
    """Return the borders of provinces and such names as are not ``named`` already, on near maps."""
    if view.box.north - view.box.south > PROVINCES_BELOW:
        return ""
    lines, provinces = provinces_in(view.box)
    path = "".join(_path(line, view, closed=False) for line in lines)
    names = []
    for province in sorted(provinces, key=lambda province: -province.area):
        seen = province.area * view.scale**2 * view.squeeze > SMALLEST_NAMED
        if not seen or province.name.casefold() in named:
            continue
        at = labels.centre(province.name, *view.xy(province.lon, province.lat), 11)
        if at is not None:
            names.append(_text(province.name, at, "province-name"))
    return f'<path class="province" d="{path}"/>{"".join(names)}'


def _path(ring: list[tuple[float, float]], view: View, *, closed: bool = True) -> str:
    """Return a ring or line as SVG path data in whole units, steps too small to see left out."""
    out: list[str] = []
    last = (math.inf, math.inf)
    for lon, lat in ring:
        x, y = view.xy(lon, lat)
        if abs(x - last[0]) + abs(y - last[1]) < 1.2:
            continue
        out.append(f"{x:.0f} {y:.0f}")
        last = (x, y)
    if len(out) < 2 + closed:
        return ""
    return f"M{'L'.join(out)}{'Z' if closed else ''}"


def _halo(group: list[Pin], view: View) -> str:
    """Return the shaded circle of a group that holds a claim known by its region only."""
    regional = [pin for pin in group if pin.precision is PlacePrecision.REGION]
    if not regional:
        return ""
    x, y = _anchor(group, view)
    radius = min(max(REGION_KM / KM_PER_DEGREE * view.scale, 18), HEIGHT * 0.35)
    return (
        f'<circle class="region k-{regional[0].kind.key}" cx="{x:.1f}" cy="{y:.1f}" '
        f'r="{radius:.1f}"/>'
    )


def _shapes(group: list[Pin], view: View) -> str:
    x, y = _anchor(group, view)
    wide, tall = _half_block(len(group))
    out = []
    for index, pin in enumerate(group[:MOST_SHAPES]):
        line, place = divmod(index, IN_A_ROW)
        left = x - wide + SHAPE * (place + 0.5)
        top = y - tall + SHAPE * (line + 0.5)
        solid = "exact" if pin.precision is PlacePrecision.EXACT else "vague"
        out.append(
            f'<a href="{escape(pin.href)}" data-claim="{escape(pin.claim)}" class="pin">'
            f"<title>{escape(pin.title)}</title>"
            f'<g transform="translate({left:.1f} {top:.1f})">'
            f'<circle class="ring" r="10.5"/>'
            f'<path class="{solid} k-{pin.kind.key}" d="{pin.kind.path}"/></g></a>'
        )
    return "".join(out)


def _names(group: list[Pin], view: View, labels: Labels) -> str:
    x, y = _anchor(group, view)
    wide, tall = _half_block(len(group))
    names = list(dict.fromkeys(pin.name for pin in group))
    text = ", ".join(names[:2]) + (f" +{len(names) - 2}" if len(names) > 2 else "")
    if len(group) > MOST_SHAPES:
        text += f" ({len(group)} claims)"
    at = labels.place(text, x, y, 13.3, gap=wide + 3, above=tall)
    return "" if at is None else _text(text, at, "pin-name")


def _text(text: str, spot: Spot, kind: str) -> str:
    return (
        f'<text class="{kind}" text-anchor="{spot.anchor}" x="{spot.x:.1f}" y="{spot.y:.1f}">'
        f"{escape(text)}</text>"
    )


def _scale_bar(view: View, labels: Labels) -> str:
    """Return a bar of a round number of kilometres in the lower left corner."""
    per_km = view.scale / KM_PER_DEGREE
    km = 1
    for candidate in (2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000):
        if candidate * per_km <= 110:
            km = candidate
    length = km * per_km
    labels.block(12 + length / 2, HEIGHT - 14, length / 2 + 30, 12)
    return (
        f'<g class="scale"><path d="M12 {HEIGHT - 16}v4h{length:.1f}v-4"/>'
        f'<text x="{16 + length:.1f}" y="{HEIGHT - 11}">{km} km</text></g>'
    )
