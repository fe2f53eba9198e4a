"""Example reports, damaged: as the net, a copy, or an editor in a hurry would damage them."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from importlib.resources import files

ODD = (
    "\u202e",  # right-to-left override
    "\u200b",  # zero width space
    "\ufeff",
    "\u0301",  # combining acute
    "\u00a0",
    "\u2028",
    "\r\n",
    "\x0b",
    "\x85",
    "🛰️",
    "👩🏽‍🚒",
    "\U000e0041",  # tag letter
    "حلب",
    "‏المدينة‏",
    "ﬁ",
    "İ",
    "１２",
    "½",
    "٣",
    "\ufffd",
    "\x1b[31m",
)

QUOTES = ('"', "'", "“", "”", "‘", "’", "«", "»", "``", "''", "„")

NUMBERS = ("0", "-5", "1e9", "9" * 40, "1,0,0", "٣٤", "3.5.2.1", "between 9 and 3", "00012")


def examples() -> list[dict[str, object]]:
    """Return the records of the shipped example reports."""
    folder = files("dateline").joinpath("examples")
    return [
        json.loads(line)
        for name in ("syria-2024.jsonl", "other-wars.jsonl", "no-conflict.jsonl")
        for line in folder.joinpath(name).read_text(encoding="utf-8").splitlines()
    ]


def mutated_lines(count: int, seed: int) -> Iterator[bytes]:
    """Yield ``count`` lines of JSONL, each a report with one to four things done to it."""
    chance = random.Random(seed)
    records = examples()
    for number in range(count):
        record = dict(chance.choice(records)) | {"id": f"m{number}"}
        text = str(record["text"])
        for _ in range(chance.randint(1, 4)):
            text = chance.choice(TEXT_CHANGES)(text, chance)
        record["text"] = text
        line = json.dumps(record, ensure_ascii=chance.random() < 0.5).encode(
            "utf-8", "surrogatepass"
        )
        if chance.random() < 0.2:
            line = chance.choice(LINE_CHANGES)(line, chance)
        yield line.replace(b"\n", b" ") + b"\n"


def _insert(text: str, chance: random.Random, what: str) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + what + text[at:]


def _odd(text: str, chance: random.Random) -> str:
    for _ in range(chance.randint(1, 12)):
        text = _insert(text, chance, chance.choice(ODD))
    return text


def _quotes(text: str, chance: random.Random) -> str:
    for _ in range(chance.randint(1, 12)):
        text = _insert(text, chance, chance.choice(QUOTES) * chance.randint(1, 3))
    return text


def _cut(text: str, chance: random.Random) -> str:
    start = chance.randint(0, len(text) // 2)
    return text[start : chance.randint(start, len(text))] or "x"


def _repeated(text: str, chance: random.Random) -> str:
    start = chance.randint(0, len(text))
    return text + text[start : start + 400] * chance.randint(1, 4)


def _shuffled(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    at = chance.randint(0, len(words))
    some = words[at : at + 30]
    chance.shuffle(some)
    return " ".join(words[:at] + some + words[at + 30 :])


def _numbers(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    for _ in range(chance.randint(1, 8)):
        words[chance.randrange(len(words))] = chance.choice(NUMBERS)
    return " ".join(words)


def _case(text: str, chance: random.Random) -> str:
    return chance.choice((str.upper, str.lower, str.title, str.swapcase))(text)


def _unpunctuated(text: str, chance: random.Random) -> str:
    return text.translate(str.maketrans("", "", chance.choice((".,;:", "\n", "-'’"))))


def _letters(text: str, chance: random.Random) -> str:
    letters = list(text)
    for _ in range(chance.randint(1, 40)):
        at = chance.randrange(len(letters))
        letters[at] = chr(chance.choice((32, 48, 65, 0x300, 0x600, 0x1F300)) + chance.randrange(26))
    return "".join(letters)


def _lines(text: str, chance: random.Random) -> str:
    return text.replace(" ", chance.choice(("\n", "\r\n", "\t", "  ", "\u00a0")))


TEXT_CHANGES = (
    _odd,
    _quotes,
    _cut,
    _repeated,
    _shuffled,
    _numbers,
    _case,
    _unpunctuated,
    _letters,
    _lines,
)


def _bytes(line: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(line)
    for _ in range(chance.randint(1, 6)):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    return bytes(damaged)


def _truncated(line: bytes, chance: random.Random) -> bytes:
    return line[: chance.randrange(len(line))]


def _doubled(line: bytes, chance: random.Random) -> bytes:
    return line[:-1] + b", " + chance.choice((b'"text": "x"', b'"id": 3', b'"text": null')) + b"}"


def _dated(line: bytes, chance: random.Random) -> bytes:
    days = (b"9999-12-31", b"0001-01-01", b"2024-02-30", b"", b"29.11.2024", b"1e9")
    return line[:-1] + b', "published": "' + chance.choice(days) + b'"}'


LINE_CHANGES = (_bytes, _truncated, _doubled, _dated)
