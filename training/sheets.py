"""Coded reports -> what the sentence encoder learns from: sheets, and blocks of them as arrays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from alignment import SKIP, TYPES_OF_CONCEPT, align
from sides import parts as sides_of
from train import Text, answer
from weak import labelled_texts

from dateline.coding.document import parse
from dateline.coding.encoder import LONGEST, PARTS, sentence_parts, standing
from dateline.coding.findings import find
from dateline.coding.happenings import NONE, reach
from dateline.coding.mentions import ActorMention
from dateline.coding.word_pieces import WordPieces
from dateline.knowledge.actors import actor_table
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model import Report, Status, SubEventType

PARTS_AT_ONCE, TRIGGERS, MENTIONS, PAIRS = 16, 64, 256, 256
"""Shape of a block of training: parts of sentences, triggers, mentions, pairs of triggers."""

KINDS = tuple(sorted(map(str, SubEventType)))
STATUSES = tuple(sorted(map(str, Status)))


@dataclass(slots=True)
class Sheet:
    """One report, or a stretch of a long one, as the encoder learns from it.

    ``parts`` holds word pieces. A trigger is (part, place, standing, labels by head, weight), a
    mention (trigger, part, place, columns of the role head, answer), a pair (trigger, trigger, 1
    where both tell of one event).
    """

    parts: list[list[int]] = field(default_factory=list)
    triggers: list[tuple[int, int, tuple[float, float, float], dict[str, int], float]] = field(
        default_factory=list
    )
    mentions: list[tuple[int, int, int, tuple[int, int], int]] = field(default_factory=list)
    pairs: list[tuple[int, int, int]] = field(default_factory=list)


ANSWERS = {NONE: 0, "no": 0, "a": 1, "yes": 1, "b": 2}


def sheets(text: Text, words: WordPieces) -> Iterator[Sheet]:
    """Yield what the encoder learns from a coded report, at most a block at a time."""
    findings = text.findings
    labels = align(findings, text.claims)
    parts = sentence_parts(findings, words)
    told: dict[tuple[str, int], dict[int, str | None]] = {}
    for first in range(0, len(parts), PARTS_AT_ONCE):
        some = parts[first : first + PARTS_AT_ONCE]
        at = {
            token: (k, place) for k, part in enumerate(some) for token, place in part.starts.items()
        }
        sheet = Sheet(parts=[part.pieces for part in some])
        claims: list[int | None] = []
        for trigger, number in zip(findings.triggers, labels, strict=True):
            if trigger.head not in at or number == SKIP or len(sheet.triggers) == TRIGGERS:
                continue
            row = {"event": int(number is not None)}
            this = len(sheet.triggers)
            claims.append(number)
            if number is not None:
                claim = text.claims[number]
                row["kind"] = KINDS.index(str(claim.sub_event_type))
                row["status"] = STATUSES.index(str(claim.status))
                here = claim.id, trigger.sentence
                if here not in told:
                    told[here] = sides_of(findings, trigger.sentence, claim)
                for index, mention in reach(findings, trigger):
                    right = (
                        told[here][index]
                        if isinstance(mention, ActorMention)
                        else answer(mention, claim)[1]
                    )
                    same = findings.document.sentence_of[mention.head] == trigger.sentence
                    if right and same and mention.head in at and len(sheet.mentions) < MENTIONS:
                        first_column, names = PARTS[type(mention)]
                        columns = first_column, first_column + len(names)
                        sheet.mentions.append((this, *at[mention.head], columns, ANSWERS[right]))
            place = standing(findings, trigger)
            sheet.triggers.append((*at[trigger.head], place, row, 1.0))
        known = [i for i, number in enumerate(claims) if number is not None]
        sheet.pairs = [
            (i, j, int(claims[i] == claims[j])) for k, j in enumerate(known) for i in known[:k]
        ][-PAIRS:]
        if sheet.triggers:
            yield sheet


CALM_EVERY = 3
"""One calm item in so many is learned from: they are many, and alike."""


def weak_sheets(corpora: Path, words: WordPieces) -> Iterator[Sheet]:
    """Yield what the encoder learns from texts that are labelled as a whole, as weak.py has it."""
    rows = [
        row
        for i, row in enumerate(labelled_texts(corpora, ()))
        if row[1] != NONE or i % CALM_EVERY == 0
    ]
    gazetteer, table = Gazetteer.open(), actor_table()
    reports = [Report(id=str(i), text=text) for i, (text, _, _) in enumerate(rows)]
    for document, (_, name, weight) in zip(parse(reports), rows, strict=True):
        findings = find(document, gazetteer, table)
        parts = sentence_parts(findings, words)[:PARTS_AT_ONCE]
        at = {
            token: (k, place)
            for k, part in enumerate(parts)
            for token, place in part.starts.items()
        }
        sheet = Sheet(parts=[part.pieces for part in parts])
        for trigger in findings.triggers[:TRIGGERS]:
            fits = any(name in TYPES_OF_CONCEPT[concept] for concept in trigger.concepts)
            if trigger.head not in at or not (fits or name == NONE):
                continue
            row = {"event": int(name != NONE)} | (
                {} if name == NONE else {"kind": KINDS.index(name)}
            )
            sheet.triggers.append((*at[trigger.head], standing(findings, trigger), row, weight))
        if sheet.triggers:
            yield sheet


def blocks(data: Sequence[Sheet], rng: np.random.Generator) -> Iterator[list[Sheet]]:
    """Yield sheets in random blocks of one shape, those of like length together."""
    order = rng.permutation(len(data))
    packed: list[list[Sheet]] = []
    for first in range(0, len(order), 512):
        window = sorted(
            (data[i] for i in order[first : first + 512]), key=lambda s: max(map(len, s.parts))
        )
        block: list[Sheet] = []
        for sheet in window:
            full = (
                sum(len(s.parts) for s in block) + len(sheet.parts) > PARTS_AT_ONCE
                or sum(len(s.triggers) for s in block) + len(sheet.triggers) > TRIGGERS
                or sum(len(s.mentions) for s in block) + len(sheet.mentions) > MENTIONS
                or sum(len(s.pairs) for s in block) + len(sheet.pairs) > PAIRS
            )
            if full and block:
                packed.append(block)
                block = []
            block.append(sheet)
        packed.append(block)
    for i in rng.permutation(len(packed)):
        yield packed[i]


def arrays(block: Sequence[Sheet]) -> dict[str, Any]:
    """Return a block as arrays of fixed shapes; -1 marks what is not asked."""
    longest = max(len(part) for sheet in block for part in sheet.parts)
    n = min(-(-longest // 16) * 16, LONGEST)
    out: dict[str, Any] = {
        "pieces": np.zeros((PARTS_AT_ONCE, n), np.int32),
        "mask": np.zeros((PARTS_AT_ONCE, n), np.float32),
        "at": np.zeros(TRIGGERS, np.int32),
        "part": np.zeros(TRIGGERS, np.int32),
        "standing": np.zeros((TRIGGERS, 3), np.float32),
        "weight": np.zeros(TRIGGERS, np.float32),
        "event": np.full(TRIGGERS, -1, np.int32),
        "kind": np.full(TRIGGERS, -1, np.int32),
        "status": np.full(TRIGGERS, -1, np.int32),
        "of": np.zeros(MENTIONS, np.int32),
        "mention": np.zeros(MENTIONS, np.int32),
        "columns": np.zeros((MENTIONS, 9), np.float32),
        "role": np.full(MENTIONS, -1, np.int32),
        "one": np.zeros(PAIRS, np.int32),
        "other": np.zeros(PAIRS, np.int32),
        "same": np.full(PAIRS, -1, np.int32),
    }
    out["mask"][:, 0] = 1
    part = trigger = mention = pair = 0
    for sheet in block:
        for k, pieces in enumerate(sheet.parts):
            out["pieces"][part + k, : len(pieces)] = pieces
            out["mask"][part + k, : len(pieces)] = 1
        for k, (where, at, place, row, weight) in enumerate(sheet.triggers):
            out["at"][trigger + k] = (part + where) * n + at
            out["part"][trigger + k] = part + where
            out["standing"][trigger + k] = place
            out["weight"][trigger + k] = weight
            for name, value in row.items():
                out[name][trigger + k] = value
        for k, (of, where, at, (start, stop), right) in enumerate(sheet.mentions):
            out["of"][mention + k] = trigger + of
            out["mention"][mention + k] = (part + where) * n + at
            out["columns"][mention + k, start:stop] = 1
            out["role"][mention + k] = start + right
        for k, (one, other, same) in enumerate(sheet.pairs):
            out["one"][pair + k], out["other"][pair + k] = trigger + one, trigger + other
            out["same"][pair + k] = same
        part += len(sheet.parts)
        trigger += len(sheet.triggers)
        mention += len(sheet.mentions)
        pair += len(sheet.pairs)
    return out
