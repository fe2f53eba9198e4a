"""Settings: flags beat the environment, the environment beats ``dateline.toml``, that the defaults.

``dateline.toml`` is looked for in the working folder, and holds the settings by name::

    format = "csv"
    max_characters = 50000

In the environment a setting is ``DATELINE_`` and its name in capitals: ``DATELINE_FORMAT=csv``.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dateline.errors import ConfigError

FILE = "dateline.toml"

PREFIX = "DATELINE_"


class Config(BaseModel):
    """All settings, each with its default; ``origins`` says where each value came from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    coder: str = Field("english", min_length=1, description="which coder reads the reports")
    format: str = Field("jsonl", min_length=1, description="what dateline code writes")
    max_characters: int = Field(
        100_000, ge=1_000, le=1_000_000, description="longest text of one report, in characters"
    )
    reviewer: str = Field("", max_length=60, description="who decides on events, by name")
    tiles: str = Field(
        "", description="a PMTiles file or a tile server's address, under the viewer's map"
    )
    tiles_attribution: str = Field("", description="whose tiles they are, shown on the map")
    origins: dict[str, str] = Field(default_factory=dict, exclude=True)

    @classmethod
    def settings(cls) -> dict[str, str]:
        """Return each setting's name with what it means."""
        return {
            name: field.description or ""
            for name, field in cls.model_fields.items()
            if name != "origins"
        }


def load(
    flags: Mapping[str, Any] | None = None,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Config:
    """Return the effective settings.

    ``flags`` are those given on the command line; a flag that is None was not given.
    ``environment`` is the process's own and ``folder`` the working folder where None is given.
    Raises ConfigError, naming where the bad value stands.
    """
    environment = os.environ if environment is None else environment
    path = (folder or Path.cwd()) / FILE
    values: dict[str, Any] = {}
    origins = dict.fromkeys(Config.settings(), "default")
    for name, value in _file(path).items():
        values[name], origins[name] = value, str(path)
    for name in Config.settings():
        variable = PREFIX + name.upper()
        if environment.get(variable):
            values[name], origins[name] = environment[variable], f"${variable}"
    for name, value in (flags or {}).items():
        if value is not None:
            values[name], origins[name] = value, f"--{name.replace('_', '-')}"
    try:
        return Config(**values, origins=origins)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        raise ConfigError(f"{origins[name]}: {name} = {first['input']!r}: {first['msg']}") from None


def _file(path: Path) -> dict[str, Any]:
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{path}: not UTF-8; save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: not TOML: {error}") from None
    known = Config.settings()
    for name in values:
        if name not in known:
            raise ConfigError(
                f"{path}: no setting is called {name!r}; there are {', '.join(known)}"
            )
    return values
