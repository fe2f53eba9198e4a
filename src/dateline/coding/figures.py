"""Document -> figures: how many people, places or square kilometres, and what was done to them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache

from spacy.tokens import Token

from dateline.coding.counted import Counted, counted
from dateline.coding.document import Document, Sentence
from dateline.coding.measures import Governor, host_words, measure_of, words_of
from dateline.coding.mentions import FigureMention
from dateline.coding.numbers import Quantity, find_quantities
from dateline.coding.units import area_unit, disagree
from dateline.coding.victims import find_single_victims
from dateline.knowledge.files import settings
from dateline.model import Figure, Measure

_CALENDAR = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
)
_NUMBERED = re.compile(
    r"\b(?:aged?|resolution|article|no|number|highway|route|flight|phase|chapter|section|day|week"
    r"|boeing|ward|area|zone|group of|g|channel|line|unit|of age|at)\.?\s+$"
)


class _Finder:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.doc = document.doc
        text = self.doc.text
        lowered = text.lower()
        if len(lowered) != len(text):
            lowered = "".join(low if len(low := c.lower()) == 1 else c for c in text)
        self.lowered = lowered
        self.starts = [token.idx for token in self.doc]
        self.found: list[FigureMention] = []

    def figures(self) -> tuple[FigureMention, ...]:
        for quantity in find_quantities(self.lowered):
            token = bisect_right(self.starts, quantity.first) - 1
            sentence = self.document.sentences[self.document.sentence_of[token]]
            if sentence.kind in {"furniture", "dateline"}:
                continue
            self._quantity(quantity, token, sentence)
        self._nobody()
        taken = {mention.head for mention in self.found}
        for single in find_single_victims(self.document, taken):
            self.found.append(single)
        return tuple(sorted(self.found, key=lambda mention: (mention.first, mention.last)))

    def _quantity(self, quantity: Quantity, token: int, sentence: Sentence) -> None:
        if (unit := area_unit(self.lowered, quantity.last)) is not None:
            self._area(quantity, unit)
            return
        last = bisect_left(self.starts, quantity.last)
        if last <= token or self._is_calendar(quantity, token, last):
            return
        first = max(sentence.first, bisect_right(self.starts, quantity.start) - 1)
        what = counted(self.doc, token, last, sentence.last)
        if what.kind == "never":
            return
        pronoun = what.kind == "none" and self.lowered[quantity.first : quantity.last] == "one"
        if pronoun and not what.part and not self._is_one_person(last):
            return
        end = max(what.last, last)
        if what.kind == "settlement":
            self._settlements(quantity, what, first, end)
            return
        governor = self._governor(quantity, what, first, end, sentence)
        if governor is None:
            return
        if what.kind == "" and governor.measure is Measure.PARTICIPANTS and not governor.sure:
            return
        self._add(quantity, governor, what, first, end)

    def _governor(
        self, quantity: Quantity, what: Counted, first: int, end: int, sentence: Sentence
    ) -> Governor | None:
        doc = self.doc
        told = measure_of(doc, first, end, what.head, sentence.last, sentence.first)
        before = doc[first - 1].lower_ if first > sentence.first else ""
        partial = (
            what.part
            or before in host_words()
            or (before in {"them", "dead", "those", "victims"} and what.kind != "none")
        )
        if partial and (told is None or not told.sure or told.token is None):
            for mention in reversed(self.found):
                if mention.first < sentence.first:
                    break
                if mention.figure.measure not in {Measure.AREA_KM2, Measure.SETTLEMENTS}:
                    return Governor(mention.figure.measure, mention.governor)
        if told is None and what.kind in {"all", "person", "group", "none"}:
            return self._elliptic(what, first, sentence)
        return told

    def _elliptic(self, what: Counted, first: int, sentence: Sentence) -> Governor | None:
        """ "killed 12 people and three policemen": the second takes the first one's measure."""
        head = self.doc[what.head]
        if head.dep_ in {"conj", "appos"}:
            over = head.head
            for mention in reversed(self.found):
                if mention.first <= over.i < mention.last:
                    return Governor(mention.figure.measure, mention.governor)
        if head.dep_ == "nsubj" and what.kind != "none" and head.head.pos_ == "VERB":
            return Governor(Measure.PARTICIPANTS, head.head.i, sure=False)
        return None

    def _add(
        self, quantity: Quantity, governor: Governor, what: Counted, first: int, end: int
    ) -> None:
        if governor.measure is Measure.PARTICIPANTS and what.kind == "none" and not governor.sure:
            return
        start = self.starts[first] if self.starts[first] >= quantity.start else quantity.start
        stop = max(self.document.offsets(end - 1, end)[1], quantity.end)
        figure = Figure(
            measure=governor.measure,
            who=self._who(what),
            low=quantity.low,
            best=quantity.best,
            high=quantity.high,
            text=self.document.quote((start, stop)),
            span=(start, stop),
        )
        self.found.append(
            FigureMention(first, end, what.head, figure, governor.token, governor.sure)
        )

    def _who(self, what: Counted) -> str | None:
        """Whom the figure counts, as written, without "other" and "more"; None for plain people."""
        if what.kind == "none" or what.last <= what.start:
            return None
        first = what.start
        while first < what.last and self.doc[first].lower_ in {
            "other",
            "more",
            "additional",
            "further",
        }:
            first += 1
        if first >= what.last or (what.kind == "all" and first >= what.head):
            return None
        return self.document.quote(self.document.offsets(first, what.last))

    def _is_calendar(self, quantity: Quantity, token: int, last: int) -> bool:
        """True for years, days of the month, ages and what is numbered: "Resolution 2254"."""
        doc = self.doc
        if quantity.vague:
            return False
        after = doc[last].lower_ if last < len(doc) else ""
        before = doc[token - 1].lower_ if token else ""
        digits = quantity.digits
        if digits and "," not in digits and len(digits) <= 4:
            value = int(float(digits))
            if value <= 31 and _CALENDAR.fullmatch(after):
                return True
            if _CALENDAR.fullmatch(before) and (value <= 31 or 1900 <= value <= 2100):
                following = doc[last] if last < len(doc) else None
                return following is None or following.tag_ != "NNS" or value > 1900
            if 1900 <= value <= 2100 and len(digits) == 4:
                following = doc[last] if last < len(doc) else None
                if following is None or following.tag_ not in {"NNS", "JJ", "NN"} or before in {
                    "in", "since", "of", "by", "until", "from", "during", "the", "early", "late",
                }:  # fmt: skip
                    return True
            if digits[0] == "0":
                return True
        head = self.lowered[max(0, quantity.start - 16) : quantity.start]
        return bool(_NUMBERED.search(head))

    def _is_one_person(self, last: int) -> bool:
        """True in "killing one and wounding two" and "one was killed"."""
        doc = self.doc
        before = doc[last - 2].lower_ if last >= 2 else ""
        if before in words_of("patient"):
            return True
        after = doc[last].lower_ if last < len(doc) else ""
        return after in {"dead", "killed", "wounded", "injured", "was", "is", "critically", "died"}

    def _settlements(self, quantity: Quantity, what: Counted, first: int, end: int) -> None:
        """Villages, towns and positions taken: the object of a word of conquest."""
        token: Token = self.doc[what.head]
        for _ in range(5):
            over = token.head
            if over.i == token.i:
                return
            if over.lower_ in words_of("territory") and token.dep_ not in {"npadvmod"}:
                self._add(quantity, Governor(Measure.SETTLEMENTS, over.i), what, first, end)
                return
            if over.pos_ == "VERB" and token.dep_ not in {"pobj", "prep", "conj", "dobj"}:
                return
            token = over

    def _area(self, quantity: Quantity, unit: tuple[float, int]) -> None:
        scale, stop = unit
        first = bisect_right(self.starts, quantity.start) - 1
        last = bisect_left(self.starts, stop)
        best = quantity.best if quantity.best is not None else quantity.low
        if best is None:
            return
        if self.found and (before := self.found[-1]).figure.measure is Measure.AREA_KM2:
            gap = self.lowered[self.document.offsets(before.first, before.last)[1] : quantity.start]
            known = before.figure.best
            if known and re.fullmatch(r"\s*[(,\[/]?\s*(?:or\s+)?(?:about\s+)?", gap):
                # The same area told in a second unit: no second figure.
                if disagree(float(known), best * scale):
                    flagged = FigureMention(
                        before.first, before.last, before.head, before.figure, before.governor,
                        before.sure, "inconsistent units",
                    )  # fmt: skip
                    self.found[-1] = flagged
                return

        def convert(value: int | None) -> int | None:
            return None if value is None else round(value * scale)

        figure = Figure(
            measure=Measure.AREA_KM2,
            low=convert(quantity.low),
            best=convert(quantity.best),
            high=convert(quantity.high),
            text=self.document.quote((quantity.start, stop)),
            span=(quantity.start, stop),
        )
        self.found.append(FigureMention(first, last, last - 1, figure, None))

    def _nobody(self) -> None:
        """ "no casualties": nobody killed and nobody injured, two figures."""
        for match in _nobody_pattern().finditer(self.lowered):
            first = bisect_right(self.starts, match.start()) - 1
            last = bisect_left(self.starts, match.end())
            word = match["noun"] or match["verb"]
            measures = [Measure.KILLED, Measure.INJURED]
            if match["verb"]:
                measure = words_of("patient").get(word) or words_of("state").get(word)
                if measure is None:
                    continue
                measures = [measure] if word not in {"hurt", "harmed"} else measures
            elif word not in {"casualties", "casualty", "victims"}:
                measures = [words_of("own")[word]]
            for measure in measures:
                figure = Figure(
                    measure=measure,
                    low=0,
                    best=0,
                    high=0,
                    text=self.document.quote(match.span()),
                    span=match.span(),
                )
                self.found.append(FigureMention(first, last, last - 1, figure, None))


def find_figures(document: Document) -> tuple[FigureMention, ...]:
    """Return every quantity of people, settlements or area in the document, in order.

    Low, best and high follow the coding frame; areas are in square kilometres. A figure whose
    measure no syntax gives is left out, or has ``sure`` false. Two units of one area that disagree
    by more than 5 % set ``flag`` to "inconsistent units".
    """
    return _Finder(document).figures()


@cache
def _nobody_pattern() -> re.Pattern[str]:
    words = settings("languages/en/numbers.toml")["negations"]
    determiners = "|".join(sorted(words["determiners"], key=len, reverse=True))
    pronouns = "|".join(words["pronouns"])
    nouns = "|".join([*words_of("own"), "victims"])
    verbs = "|".join([*words_of("patient"), *words_of("state")])
    return re.compile(
        rf"\b(?:(?:{determiners})\s+(?:\w+\s+)?(?P<noun>{nouns})"
        rf"|(?:{pronouns}|no\s+(?:people|person|civilians?|soldiers?|one\s+else))\s+(?:was|were|is|are|has\s+been|had"
        rf"\s+been|have\s+been|been)\s+(?:reported\s+|seriously\s+)?(?P<verb>{verbs}))\b"
    )
