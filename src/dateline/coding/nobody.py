"""Denied tolls: "no casualties", "nobody was hurt", "none of its men was killed", "lost no one"."""

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

_HARM = frozenset({Measure.KILLED, Measure.INJURED})


def find_denied_tolls(document: Document, lowered: str) -> Iterator[FigureMention]:
    """Yield figures of zero: two for "no casualties", for nobody was killed and nobody injured.

    ``lowered`` is the document's text in lower case.
    """
    starts = token_starts(document.doc)
    for match in _pattern().finditer(lowered):
        first = bisect_right(starts, match.start()) - 1
        last = bisect_left(starts, match.end())
        word = (
            match["noun"] or match["verb"] or match["harmed"] or match["harm"] or match["harming"]
        )
        told = words_of("own").get(word or "")
        if word is None:
            told = Measure.KILLED  # "no loss of life", "lost no one"
        elif not match["noun"]:
            told = words_of("patient").get(word) or words_of("state").get(word)
            told = told or (Measure.INJURED if word == "hit" else None)
        both = word in _negations()["any_harm"]
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
    listed = _negations()
    determiners = "|".join(sorted(listed["determiners"], key=len, reverse=True))
    pronouns = "|".join(listed["pronouns"])
    nouns = "|".join([*words_of("own"), "victims"])
    counts = "|".join(listed["counts"])
    verbs = "|".join([*words_of("patient"), *words_of("state"), "harmed", "hit"])
    harming = "|".join(sorted(_harm_done()))
    harm = "|".join(sorted(_harm()))
    nobody = "|".join(listed["nobody"])
    was = r"(?:was|were|is|are|has\s+been|had\s+been|have\s+been|been)\s+"
    return re.compile(
        rf"\b(?:(?:{determiners})\s+(?:\w+\s+)?(?:reports?\s+of\s+(?:any\s+)?)?(?P<noun>{nouns})\b(?!\s+(?:{counts})\b)"
        r"|(?:" + pronouns + r"|no\s+(?:people|person|civilians?|soldiers?|one\s+else))\s+"
        rf"{was}(?:reported\s+|seriously\s+)?(?P<verb>{verbs})"
        # "No NATO personnel were injured", "none of its men was hurt".
        rf"|(?:no|none\s+of\s+(?:the|its|his|their|our|those))\s+(?:[a-z'-]+\s+){{1,3}}{was}"
        rf"(?:reported\s+|seriously\s+)?(?P<harmed>{harm})"
        # "Wounded no one", "we lost nobody", "no loss of life".
        rf"|(?:(?P<harm>{harm})|lost|lose|losing)\s+(?:{nobody})(?!\s+of)"
        # "Hurting no one", "without harming anyone".
        rf"|without\s+(?P<harming>{harming})\s+(?:anyone|anybody|any)"
        # "Nobody died", but "no one died of hunger" is told of something else.
        r"|(?:nobody|no\s+one|no-one)\s+(?:was\s+reported\s+to\s+have\s+)?died(?!\s+(?:of|from))"
        r"|(?<!gave\s)(?<!gives\s)(?:no|without\s+any|without)\s+loss(?:es)?(?=\s+of\s+ours|\s*[.,;]|\s+on\s+(?:our|its|their))"
        r"|no\s+loss(?:es)?\s+of\s+(?:human\s+)?li(?:fe|ves))\b"
    )


@cache
def _negations() -> dict[str, list[str]]:
    negations: dict[str, list[str]] = settings("languages/en/numbers.toml")["negations"]
    return negations


def _harm() -> frozenset[str]:
    """The words for killing and hurting: nobody else than who is harmed is a toll of none."""
    told = words_of("patient") | words_of("state")
    harm = {word for word, measure in told.items() if measure in _HARM and word.endswith("ed")}
    return frozenset(harm | {"hurt", "harmed"} | _harm_done())


def _harm_done() -> frozenset[str]:
    """How it is told that something harmed: "killing nobody", "without hurting anyone"."""
    done = {word for word, told in words_of("patient").items() if told in _HARM}
    return frozenset({word for word in done if word.endswith("ing")} | {"harming"})
