"""Denied tolls: "no casualties", "nobody was hurt"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

from dateline.coding.document import Document
from dateline.coding.measure_words import words_of
from dateline.coding.mentions import FigureMention
from dateline.coding.plain_text import token_starts
from dateline.knowledge.files import settings
from dateline.model import Figure, Measure


def find_denied_tolls(document: Document, lowered: str) -> Iterator[FigureMention]:
    """Yield figures of zero: two for "no casualties", for nobody was killed and nobody injured.

    ``lowered`` is the document's text in lower case.
    """
    starts = token_starts(document.doc)
    for match in _pattern().finditer(lowered):
        first = bisect_right(starts, match.start()) - 1
        last = bisect_left(starts, match.end())
        word = match["noun"] or match["verb"]
        told = words_of("own").get(word)
        if match["verb"]:
            told = words_of("patient").get(word) or words_of("state").get(word)
        both = word in {"casualties", "casualty", "victims", "hurt", "harmed"}
        for measure in [Measure.KILLED, Measure.INJURED] if both else [told]:
            if measure is None:
                continue
            figure = Figure(
                measure=measure,
                low=0,
                best=0,
                high=0,
                text=document.quote(match.span()),
                span=match.span(),
            )
            yield FigureMention(first, last, last - 1, figure, None)


@cache
def _pattern() -> re.Pattern[str]:
    listed = settings("languages/en/numbers.toml")["negations"]
    determiners = "|".join(sorted(listed["determiners"], key=len, reverse=True))
    pronouns = "|".join(listed["pronouns"])
    nouns = "|".join([*words_of("own"), "victims"])
    counts = "|".join(listed["counts"])
    verbs = "|".join([*words_of("patient"), *words_of("state"), "harmed"])
    return re.compile(
        rf"\b(?:(?:{determiners})\s+(?:\w+\s+)?(?P<noun>{nouns})\b(?!\s+(?:{counts})\b)"
        r"|(?:" + pronouns + r"|no\s+(?:people|person|civilians?|soldiers?|one\s+else))\s+"
        r"(?:was|were|is|are|has\s+been|had\s+been|have\s+been|been)\s+(?:reported\s+|seriously\s+)?"
        rf"(?P<verb>{verbs}))\b"
    )
