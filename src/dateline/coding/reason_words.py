"""Features of the models -> reasons in words that a reader understands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.coding.findings import Findings
from dateline.coding.happenings import Models
from dateline.errors import KnowledgeError
from dateline.knowledge.files import settings
from dateline.knowledge.lexicon import word_classes

FILE = "languages/en/reasons.toml"

SHOWN = 3
"""Reasons that are given for one decision."""

LOOKED_AT = 12
"""Features, strongest first, among which the reasons are sought."""

_STEP = re.compile(r"([\^>])([^\^>]+)")

Samples = Mapping[str, str]
"""The words of a sentence by the number of their class, quoted."""


def reasons(
    models: Models,
    model: str,
    features: Iterable[str],
    outcome: str,
    samples: Samples | None = None,
    shown: int = SHOWN,
) -> tuple[str, ...]:
    """Return in words what spoke most for an outcome of a model, strongest first."""
    told: list[str] = []
    said: set[str] = set()
    for feature in getattr(models, model).reasons(features, outcome, LOOKED_AT):
        # Features overlap: what has been said is not said again.
        fresh = [words for words in phrases(model, feature, samples or {}) if words not in said]
        if fresh and len(told) < shown:
            told.append(", ".join(fresh))
            said.update(fresh)
    return tuple(told)


def samples(findings: Findings, sentence: int) -> dict[str, str]:
    """Return for each class of words the words of the sentence that are in it."""
    known = word_classes()
    found: dict[str, dict[str, None]] = {}
    document = findings.document
    for token in document.span(document.sentences[sentence]):
        if token.is_stop:
            continue
        for number in known.get(token.lower_, ()):
            found.setdefault(number, {})[f"“{token.lower_}”"] = None
    return {number: ", ".join(list(words)[:SHOWN]) for number, words in found.items()}


def phrases(model: str, feature: str, samples: Samples) -> tuple[str, ...]:
    """Return what a feature says, part by part; nothing where a part is to be left unsaid.

    Raises KnowledgeError where the data file does not know the feature.
    """
    section = _section(model)
    parts: list[str] = []
    for name, values in _parts(feature):
        words = [_Value(value, samples) for value in values]
        keys = [f"{name}/{len(values)}", name, "*"]
        if len(values) == 2 and values[0] == values[1]:
            keys.insert(0, f"{name}/same")
        template = next((section[key] for key in keys if key in section), None)
        if template is None:
            raise KnowledgeError(f"data/{FILE}: no phrase for {name!r}, of the model {model!r}")
        try:
            parts.append(template.format(*words, name=_Value(name, samples)))
        except (IndexError, _Unsaid):
            return ()
    return tuple(parts) if all(parts) else ()


class _Unsaid(Exception):
    """A value that has no words."""


@dataclass(frozen=True, slots=True)
class _Value:
    """A value of a feature; a format specification names the table that puts it into words."""

    raw: str
    samples: Samples

    def __format__(self, table: str) -> str:
        match table:
            case "class":
                if self.raw not in self.samples:
                    raise _Unsaid
                return self.samples[self.raw]
            case "path":
                return _path(self.raw, "the event word")
            case "pairpath":
                return _path(self.raw, "the first")
        words = settings(FILE)["values"]
        if table and self.raw in words[table]:
            if not words[table][self.raw]:
                raise _Unsaid
            return str(words[table][self.raw])
        return str(words["any"].get(self.raw, self.raw))


def _parts(feature: str) -> Iterable[tuple[str, list[str]]]:
    """The names of a feature, each with its values."""
    whole = settings(FILE)["whole"]["names"]
    out: list[tuple[str, list[str]]] = []
    for piece in feature.split("|"):
        name, equals, value = piece.partition("=")
        if equals:
            out.append((name, [value] if name in whole else value.split(":")))
        elif out:
            out[-1][1].extend(piece.split(":"))
        else:
            out.append((piece, []))
    return out


def _path(raw: str, anchor: str) -> str:
    """A way through the parse in words: ">nsubj" is "the subject of the event word"."""
    listed = settings(FILE)["values"]["path"]
    if raw in listed:
        return str(listed[raw]).replace("the event word", anchor)
    names = settings(FILE)["values"]["any"]
    steps: list[tuple[str, str]] = _STEP.findall(raw)
    up = [label for way, label in steps if way == "^"]
    down = [label for way, label in steps if way == ">"]
    where = anchor
    if len(up) == 1:
        where = f"the word above {anchor}"
    elif up:
        where = f"a word {len(up)} steps above {anchor}"
    link = ""
    for label in down:
        kind, _, word = label.partition(":")
        if word:
            link = word
        elif link:
            where, link = f"under “{link}” at {where}", ""
        else:
            where = f"the {names.get(kind, kind)} of {where}"
    return f"under “{link}” at {where}" if link else where


@cache
def _section(model: str) -> dict[str, str]:
    data: dict[str, Any] = settings(FILE)
    section: dict[str, str] = data[data["sections"][model]]
    return section
