"""Labels on a map that never cover one another or a pin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

LETTER = 0.6
"""Mean width of a letter of a sans-serif face, as a share of the type size."""

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a label's base line starts, has its middle, or ends.

    Fonts differ in width: a label hangs on the end that must not move.
    """

    x: float
    y: float
    anchor: Anchor


class Labels:
    """The taken room of one drawing; each label is put where it fits, or not at all."""

    def __init__(self, width: float, height: float) -> None:
        self._width = width
        self._height = height
        self._taken: list[tuple[float, float, float, float]] = []

    def block(self, x: float, y: float, half_width: float, half_height: float) -> None:
        """Keep the rectangle around a point free of labels."""
        self._taken.append((x - half_width, y - half_height, x + half_width, y + half_height))

    def place(
        self, text: str, x: float, y: float, size: float, *, gap: float, above: float
    ) -> Spot | None:
        """Return a spot for the label beside the point, or None without room.

        ``gap`` is how far to the sides of the point the label must stay away, ``above`` how far
        above and below it.
        """
        beside, over, under = y + size * 0.36, y - above - size * 0.42, y + above + size * 0.92
        choices = (
            Spot(x + gap, beside, "start"),
            Spot(x - gap, beside, "end"),
            Spot(x, over, "middle"),
            Spot(x, under, "middle"),
            Spot(x + gap * 0.6, over, "start"),
            Spot(x + gap * 0.6, under, "start"),
            Spot(x - gap * 0.6, over, "end"),
            Spot(x - gap * 0.6, under, "end"),
        )
        return self._first(choices, len(text) * size * LETTER, size)

    def centre(self, text: str, x: float, y: float, size: float) -> Spot | None:
        """Return a spot for a spaced label around the point, or None without room."""
        steps = (0, 2, -2, 4, -4, 6, -6, 8, -8)
        choices = tuple(Spot(x, y + step * size, "middle") for step in steps)
        return self._first(choices, len(text) * size * (LETTER + 0.2), size)

    def _first(self, choices: tuple[Spot, ...], width: float, size: float) -> Spot | None:
        shift = {"start": 0.0, "middle": width / 2, "end": width}
        for spot in choices:
            left = spot.x - shift[spot.anchor]
            box = (left - 1, spot.y - size * 0.8, left + width + 1, spot.y + size * 0.25)
            if self._free(box):
                self._taken.append(box)
                return spot
        return None

    def _free(self, box: tuple[float, float, float, float]) -> bool:
        west, top, east, bottom = box
        if west < 3 or top < 3 or east > self._width - 3 or bottom > self._height - 3:
            return False
        return all(
            east < other[0] or west > other[2] or bottom < other[1] or top > other[3]
            for other in self._taken
        )
