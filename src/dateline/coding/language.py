"""Is a report in English? By the letters it is written in and the share of function words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from itertools import islice

from dateline.knowledge.files import table
from dateline.model import Report

ENGLISH = "en"

FILE = "languages/function_words.csv"

LEAST_WORDS = 12
"""Words from which a text can be told; shorter ones are what their record says they are."""

LEAST_SHARE = 0.04
"""Share of words that are English function words below which a text without another language's
words is not taken for English. English news has 0.25 to 0.45, in telegraphic headings 0.1."""

ENOUGH_WORDS = 60
"""Words from which that holds."""

READ = 5_000
"""Words from which a text is judged."""

_WORD = re.compile(r"[^\W\d_]+")


def foreign(report: Report) -> str | None:
    """Return what to note of a report that is not in English, or None for one that is.

    What the text shows beats what the record says of it: a report in English is coded though its
    record names the language that it was translated from.
    """
    words = [found[0].lower() for found in islice(_WORD.finditer(report.text), READ)]
    script = _script(words)
    if script and script != "LATIN":
        return f"not in English but in {script.capitalize()} script: nothing is coded"
    declared = (report.language or ENGLISH).lower().replace("_", "-").split("-")[0]
    if len(words) < LEAST_WORDS:
        if declared in (ENGLISH, "eng", "english"):
            return None
        return f"not in English but in {report.language!r}, as its record says: nothing is coded"
    counts = Counter(words)
    share = {
        language: sum(counts[word] for word in known) / len(words)
        for language, (_, known) in _function_words().items()
    }
    likeliest = max(share, key=lambda language: share[language])
    if likeliest != ENGLISH:
        return f"not in English but in {_function_words()[likeliest][0]}: nothing is coded"
    if share[ENGLISH] < LEAST_SHARE and len(words) >= ENOUGH_WORDS:
        return "not in English, as hardly any word shows: nothing is coded"
    return None


def _script(words: list[str]) -> str | None:
    """Return the script that more than half of the letters are in, or None for no letters."""
    scripts = Counter(_script_of(letter) for word in words for letter in word)
    name, count = scripts.most_common(1)[0] if scripts else ("", 0)
    return name if 2 * count > scripts.total() else None


@cache
def _script_of(letter: str) -> str:
    """Return the first word of a letter's Unicode name: LATIN, ARABIC, CYRILLIC, CJK."""
    return unicodedata.name(letter, "UNKNOWN").split()[0].split("-")[0]


@cache
def _function_words() -> dict[str, tuple[str, frozenset[str]]]:
    """Return each language's English name and function words, English first."""
    return {
        row["language"]: (row["name"], frozenset(row["words"].split("|"))) for row in table(FILE)
    }
