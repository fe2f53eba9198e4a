"""``dateline schema`` and ``dateline config``: what the output looks like, which settings hold."""

from __future__ import annotations

import json

import typer

from dateline import __version__
from dateline.config import Config, load
from dateline.knowledge.gazetteer import cache_folder
from dateline.model import CodedReport


def json_schema() -> dict[str, object]:
    """Return the JSON Schema of a line of ``dateline code --format jsonl``."""
    schema = CodedReport.model_json_schema(by_alias=True, mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": f"dateline {__version__}",
        **schema,
    }


def schema() -> None:
    """Print the JSON Schema of a line that `dateline code --format jsonl` writes."""
    typer.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))


def config() -> None:
    """Print every setting: its value, where the value comes from, and what it means.

    A flag beats the environment, the environment beats dateline.toml in the working folder, that
    beats the default.
    """
    effective = load()
    for name, meaning in Config.settings().items():
        typer.echo(f"{name} = {getattr(effective, name)}\t{effective.origins[name]}\t{meaning}")
    typer.echo(
        f"cache = {cache_folder()}\t$DATELINE_CACHE or the user's cache\t"
        "folder for what can be built again"
    )
