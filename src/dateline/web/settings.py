"""How a store is served."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from dateline.web.guard import Rules


@dataclass(frozen=True, slots=True)
class Settings:
    """How a store is served.

    ``tiles`` is a template of a tile server's addresses or the path of a PMTiles file, if any;
    ``reviewer`` the name that decisions are signed with unless another is given.
    """

    rules: Rules = field(default_factory=Rules)
    tiles: str | None = None
    attribution: str | None = None
    reviewer: str | None = None
    read_only: bool = False

    @property
    def tile_file(self) -> Path | None:
        """The PMTiles file, where tiles come from a file."""
        local = self.tiles is not None and "://" not in self.tiles
        return Path(self.tiles or "") if local else None
