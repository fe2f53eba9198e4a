"""Labels on a map that never cover one another or a pin."""

from __future__ import annotations

LETTER = 0.6
"""Mean width of a letter of a sans-serif face, as a share of the type size."""


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
        self, text: str, x: float, y: float, size: float, *, gap: float
    ) -> tuple[float, float] | None:
        """Return the left end of the label's base line beside the point, or None without room.

        ``gap`` is how far to the left and right of the point the label must stay away.
        """
        width, rise = len(text) * size * LETTER, size * 0.36
        high = 8 + size * 0.5 if gap > 5 else 6 + size * 0.2
        choices = (
            (x + gap, y + rise),
            (x - gap - width, y + rise),
            (x - width / 2, y - high),
            (x - width / 2, y + high + size * 0.6),
            (x + gap * 0.6, y - high),
            (x + gap * 0.6, y + high + size * 0.6),
            (x - gap * 0.6 - width, y - high),
            (x - gap * 0.6 - width, y + high + size * 0.6),
        )
        return self._first(choices, width, size)

    def centre(self, text: str, x: float, y: float, size: float) -> tuple[float, float] | None:
        """Return the left end of a spaced label's base line around the point, or None."""
        width = len(text) * size * (LETTER + 0.24)
        choices = [(x - width / 2, y + step * size) for step in (0, 2, -2, 4, -4, 6, -6, 8, -8)]
        return self._first(tuple(choices), width, size)

    def _first(
        self, choices: tuple[tuple[float, float], ...], width: float, size: float
    ) -> tuple[float, float] | None:
        for left, base in choices:
            box = (left - 1, base - size * 0.8, left + width + 1, base + size * 0.25)
            if self._free(box):
                self._taken.append(box)
                return left, base
        return None

    def _free(self, box: tuple[float, float, float, float]) -> bool:
        west, top, east, bottom = box
        if west < 3 or top < 3 or east > self._width - 3 or bottom > self._height - 3:
            return False
        return all(
            east < other[0] or west > other[2] or bottom < other[1] or top > other[3]
            for other in self._taken
        )
