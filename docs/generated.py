"""Write the pages of the documentation that are made from the program: cli.md and schema.json.

    python docs/generated.py

The tests hold the pages to what this makes.
"""

from __future__ import annotations

import json
from pathlib import Path

import typer
from typer.testing import CliRunner

from dateline.cli import app
from dateline.cli.about import json_schema

FOLDER = Path(__file__).parent

WIDTH = 100

INTRODUCTION = """# The command line

Made from `--help` by `docs/generated.py`. Data goes to stdout; messages, and on a terminal
progress, to stderr. `NO_COLOR` is heeded.

| exit code | meaning |
| --- | --- |
| 0 | done |
| 1 | failed |
| 2 | wrong usage, or a bad setting |
| 3 | some reports were left out, each named on stderr with file and line; the others are done |
| 4 | a pinned quality floor was missed |
| 130 | interrupted; what was written so far is whole lines |

Settings (`dateline config` shows them) may be given as flags, in the environment, or in a file
`dateline.toml` in the working folder; the first of these that names a setting decides.
"""


def pages() -> dict[str, str]:
    """Return the made pages by file name."""
    sections = [INTRODUCTION]
    for words in commands():
        arguments = [*words, "--help"]
        run = CliRunner().invoke(app, arguments, prog_name="dateline", terminal_width=WIDTH)
        name = " ".join(("dateline", *words))
        lines = "\n".join(line.rstrip() for line in run.stdout.splitlines())
        sections.append(f"## {name}\n\n```text\n{lines.strip()}\n```\n")
    schema = json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
    return {"cli.md": "\n".join(sections), "schema.json": schema}


def commands() -> list[tuple[str, ...]]:
    """Return the words of every command, the program itself first as no word."""
    root = typer.main.get_command(app)
    found: list[tuple[str, ...]] = [()]
    for name, command in root.commands.items():  # type: ignore[attr-defined]
        found.append((name,))
        found += [(name, inner) for inner in getattr(command, "commands", {})]
    return found


if __name__ == "__main__":
    for page, content in pages().items():
        (FOLDER / page).write_text(content, encoding="utf-8")
