"""The documentation tells what is so: its examples are run, its made pages are as made."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from generated import commands, pages

ROOT = Path(__file__).parent.parent

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


class Example(NamedTuple):
    """A command of a console block with what it should print; ``...`` is anything."""

    command: str
    output: str


def blocks(page: Path, language: str) -> Iterator[str]:
    text = page.read_text(encoding="utf-8")
    yield from re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def examples(page: Path) -> Iterator[Example]:
    for block in blocks(page, "console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            lines = part.splitlines()
            more = 1
            while more < len(lines) and re.match(r">( |$)", lines[more]):
                more += 1
            command = "\n".join([lines[0], *(line[2:] for line in lines[1:more])])
            yield Example(command, "\n".join(lines[more:]))


def matches(expected: str, printed: str) -> bool:
    pattern = ".*".join(re.escape(part) for part in expected.split("..."))
    return re.fullmatch(pattern, printed, re.DOTALL) is not None


@pytest.mark.parametrize(
    "page", [page for page in PAGES if any(examples(page))], ids=lambda page: page.name
)
def test_the_commands_of_a_page_print_what_it_says(page: Path, tmp_path: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for example in examples(page):
        run = subprocess.run(
            ["bash", "-c", example.command],
            cwd=tmp_path,
            env={**os.environ, "PATH": path, "DATELINE_DATA": str(tmp_path / "data")},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        printed = run.stdout.rstrip("\n")
        if run.returncode:
            printed += f"\n[exit code {run.returncode}]"
        assert matches(example.output, printed), f"$ {example.command}\n{printed}"


@pytest.mark.parametrize(
    "page", [page for page in PAGES if any(blocks(page, "python"))], ids=lambda page: page.name
)
def test_the_python_of_a_page_runs(page: Path) -> None:
    names: dict[str, object] = {}
    for block in blocks(page, "python"):
        exec(compile(block, str(page), "exec"), names)


@pytest.mark.parametrize("name", ["cli.md", "schema.json"])
def test_the_made_pages_are_as_the_program_makes_them(name: str) -> None:
    there = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert there == pages()[name], "run: python docs/generated.py"


def test_every_command_has_a_help_text_and_a_section() -> None:
    page = pages()["cli.md"]
    for words in commands():
        name = " ".join(("dateline", *words))
        section = re.search(rf"^## {name}\n\n```text\nUsage: {name}.*?\n\n  \w", page, re.M | re.S)
        assert section, f"{name} has no help text"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?://)([^)#]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_the_readme_names_targets_of_the_makefile() -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"^make (\w+)", (ROOT / "README.md").read_text(), re.MULTILINE))
    assert named == {"demo", "test", "viewer"}
    assert named <= targets
