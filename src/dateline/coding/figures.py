"""Document -> figures: how many people, places or square kilometres, and what was done to them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import chain

from dateline.coding import measures
from dateline.coding.bands import is_strength, strong_band
from dateline.coding.counted import Counted, counted, noun_class, owner_of
from dateline.coding.document import Document, Sentence
from dateline.coding.explanation import UncodedNumber, WhyNoFigure
from dateline.coding.fates import of_one_fate
from dateline.coding.governors import governors_of
from dateline.coding.listed_victims import find_listed_victims
from dateline.coding.measure_words import Governor, words, words_of
from dateline.coding.measures import Phrase
from dateline.coding.mentions import FigureMention
from dateline.coding.nobody import find_denied_tolls
from dateline.coding.numbers import Quantity, find_quantities
from dateline.coding.plain_text import lower, plain, token_starts
from dateline.coding.syntax import Token
from dateline.coding.tellers import only_tells
from dateline.coding.uncounted import (
    is_age,
    is_calendar,
    is_furniture,
    is_money,
    is_name,
    is_numbered,
    is_of_a_share,
    is_share,
    numbers_a_headline,
)
from dateline.coding.units import area_unit, disagree
from dateline.coding.victims import (
    find_named_victims,
    find_pairs,
    find_single_persons,
    is_pair,
    with_children,
)
from dateline.model import Figure, Measure

_YEAR_BEFORE = re.compile(r"(?:19|20)\d\d\s+$")


class _Finder:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.doc = document.doc
        self.lowered = lower(plain(document.report.text))
        self.starts = token_starts(self.doc)
        self.found: list[FigureMention] = []
        self.spent: set[int] = set()
        self.waiting: list[tuple[Quantity, Counted, int, int]] = []
        self.refused: list[UncodedNumber] = []
        self.joined: dict[int, list[FigureMention]] = {}

    def figures(self) -> tuple[FigureMention, ...]:
        numbers = find_quantities(self.lowered)
        covered = {at for number in numbers for at in range(number.start, number.last)}
        few = chain(find_single_persons(self.lowered), find_pairs(self.lowered))
        singles = [one for one in few if one.first not in covered]
        quantities = sorted([*numbers, *singles], key=lambda quantity: quantity.first)
        borders = [number.start for number in numbers] + [len(self.lowered)]
        for quantity in quantities:
            token = bisect_right(self.starts, quantity.first) - 1
            sentence = self.document.sentences[self.document.sentence_of[token]]
            if sentence.kind == "dateline" and self._opens_the_headline(quantity, sentence):
                sentence = self.document.sentences[sentence.index + 1]
            if sentence.kind in {"furniture", "dateline"}:
                continue
            following = borders[bisect_right(borders, quantity.first)]
            end = min(sentence.last, bisect_right(self.starts, following - 1))
            refused = self._quantity(quantity, token, sentence, end)
            if refused and not quantity.single:
                span = (quantity.first, quantity.last)
                why, noun = refused
                detail = f"it counts “{noun}”" if noun else ""
                self.refused.append(UncodedNumber(span=span, reason=why, detail=detail))
        self.found = list(self._parted())
        self.found.extend(find_denied_tolls(self.document, self.lowered))
        taken_heads = {mention.head for mention in self.found}
        governed = {mention.governor for mention in self.found}
        self.found.extend(find_named_victims(self.document, self.lowered, taken_heads, governed))
        self.found.extend(find_listed_victims(self.document, self.found))
        return tuple(sorted(self.found, key=lambda mention: (mention.first, mention.last)))

    def _opens_the_headline(self, quantity: Quantity, sentence: Sentence) -> bool:
        """True for "52" in "17-05-2016 52 dead as ...", cut off together with the printed date."""
        if quantity.end < sentence.end or sentence.index + 1 >= len(self.document.sentences):
            return False
        return bool(_YEAR_BEFORE.search(self.lowered, sentence.start, quantity.start))

    def _quantity(
        self, quantity: Quantity, token: int, sentence: Sentence, stop: int
    ) -> tuple[WhyNoFigure, str] | None:
        """Add the figures that a number makes; else return why it makes none and what it counts."""
        if (unit := area_unit(self.lowered, quantity.last)) is not None:
            self._area(quantity, unit)
            return WhyNoFigure.SAME_QUANTITY, ""
        last = bisect_left(self.starts, quantity.last)
        while token < last < sentence.last and self.doc[last].is_space:
            last += 1  # where "300+" has lost its mark
        if last <= token or is_calendar(self.doc, quantity, token, last):
            aged = is_age(self.doc, token, last)
            return WhyNoFigure.AGE if aged else WhyNoFigure.DATE, ""
        if is_share(self.doc, quantity, token, last):
            return WhyNoFigure.SHARE, ""
        first = bisect_right(self.starts, quantity.start) - 1
        if token >= sentence.first:
            first = max(sentence.first, first)
        if is_strength(self.doc, last):
            band = strong_band(self.doc, last, sentence.last)
            if band is None:
                return WhyNoFigure.NO_MEASURE, ""
            verb, behind = band
            what = Counted(behind - 1, last, behind, "group")
            self._add(quantity, Governor(Measure.PARTICIPANTS, verb.i), what, first, behind)
            return WhyNoFigure.NO_MEASURE, self._noun(what)
        what = counted(self.doc, token, last, max(last, stop))
        noun = self._noun(what)
        if what.kind == "never":
            return WhyNoFigure.OTHER_NOUN, noun
        if is_money(self.lowered, quantity):
            return WhyNoFigure.MONEY, ""
        if is_name(self.doc, quantity, token, last, sentence):
            return WhyNoFigure.NAME, ""
        if numbers_a_headline(self.doc, self.lowered, quantity, last):
            return WhyNoFigure.NAME, ""
        if what.kind == "none" and is_numbered(self.doc, quantity, first):
            return WhyNoFigure.NAME, ""
        if what.kind == "none" and is_furniture(self.doc, quantity, token, last, sentence):
            return WhyNoFigure.NAME, ""
        if quantity.single and not self._is_single(what):
            return WhyNoFigure.NO_MEASURE, ""
        if self._is_both(quantity) and not is_pair(self.doc, what):
            return WhyNoFigure.NO_MEASURE, ""
        if self._belongs_to_the_one_before(first, sentence):
            return WhyNoFigure.PART, ""
        if self.found and first < self.found[-1].last and self.found[-1].first < first:
            return WhyNoFigure.SAME_QUANTITY, ""  # "a woman and her two sons" are three
        end = max(what.last, last)
        if what.kind == "settlement":
            self._settlements(quantity, what, first, end)
            return WhyNoFigure.NO_MEASURE, noun
        phrase = Phrase(
            self.doc, what, first, end, sentence.first, sentence.last, frozenset(self.spent)
        )
        told = governors_of(phrase, self.found)
        governors = of_one_fate(self.doc, told, next(reversed(self.found), None), first)
        waiting, self.waiting = self.waiting, []
        word = governors[0].token if governors else None
        own = bool(governors) and word is None
        if not own and is_of_a_share(self.doc, first, end, sentence.first, word):
            return WhyNoFigure.SHARE, noun
        if only_tells(self.doc[what.head], governors[0].token if governors else None):
            return WhyNoFigure.NO_MEASURE, noun
        if waiting and not self._continues(waiting[-1][3], first):
            waiting = []
        if not governors:
            self.waiting = [*waiting, (quantity, what, first, end)]
            return WhyNoFigure.NO_MEASURE, noun
        alone = quantity.best == 1 or self._is_both(quantity)
        if governors[0].measure is Measure.PARTICIPANTS and alone:
            return WhyNoFigure.NO_MEASURE, noun
        if measures.is_unreal(self.doc, governors[0]) or measures.is_saved(phrase, governors[0]):
            return WhyNoFigure.UNREAL, noun
        for item in waiting:
            # "seven officers and eight civilians injured": the list shares what follows it.
            self._add(item[0], governors[0], item[1], item[2], item[3])
        for governor in governors:
            if governor.follows and governor.token is not None:
                self.spent.add(governor.token)
            self._add(quantity, governor, what, first, end)
        return WhyNoFigure.NO_MEASURE, noun

    def _noun(self, what: Counted) -> str:
        return "" if what.head < what.start else self.doc[what.head].text

    def _continues(self, last: int, first: int) -> bool:
        """True where nothing but a comma or "and" stands between two items of a list."""
        between = [token.lower_ for token in self.doc[last:first]]
        return len(between) < 3 and all(word in words("lists") for word in between)

    def _belongs_to_the_one_before(self, first: int, sentence: Sentence) -> bool:
        """True for the second number in "one of two shepherds", "two of her three guards".

        So for who is left out: "all but one of them men".
        """
        left_out = [token.lower_ for token in self.doc[max(sentence.first, first - 2) : first]]
        if len(left_out) == 2 and left_out[1] == "but" and left_out[0] in words("sweeping"):
            return True
        first = owner_of(self.doc, first, sentence.first)
        if first - 1 < sentence.first or self.doc[first - 1].lower_ not in {"of", "from"}:
            return False
        if self.doc[first - 2].lower_ == "out":
            # "One out of three", but not "drove them out of three villages".
            return self.doc[first - 2].head.lower_ not in words_of("left")
        return bool(self.found) and self.found[-1].last >= first - 1

    def _is_both(self, quantity: Quantity) -> bool:
        return self.lowered[quantity.first : quantity.last] == "both"

    def _is_single(self, what: Counted) -> bool:
        """True where "a" stands before one person: "a nurse"; "another" may stand alone."""
        word = self.doc[what.head]
        if word.lower_ == "couple":
            return word.nbor().lower_ != "of" if word.i + 1 < len(self.doc) else True
        if what.kind == "person" or word.lower_ == "person":
            # Not so in a list: "three Britons, an Australian and a Pole".
            over = word.head
            named = word.dep_ == "appos" and over.pos_ == "PROPN" and noun_class(over) != "person"
            return word.tag_ not in {"NNS", "NNPS"} and not named
        return what.kind == "none" and word.lower_ in words("singles")

    def _add(
        self, quantity: Quantity, governor: Governor, what: Counted, first: int, end: int
    ) -> None:
        if governor.measure is Measure.PARTICIPANTS and what.kind == "none" and not governor.sure:
            return
        couple = quantity.single and self.doc[what.head].lower_ == "couple"
        count = 2 if couple else quantity.best
        if quantity.single and not couple and (family := with_children(self.doc, end)):
            count, end = 1 + family[0], family[1]
        elif quantity.single and not couple and (companion := self._companion(end)) > end:
            count, end = 2, companion
        start = max(self.starts[first], quantity.start)
        stop = max(self.document.offsets(end - 1, end)[1], quantity.end)
        if quantity.single and self._pairs(governor, first, end, stop):
            return
        figure = Figure(
            measure=governor.measure,
            who=self._who(what) if count == quantity.best else self.document.quote((start, stop)),
            low=quantity.low if count == quantity.best else count,
            best=count,
            high=quantity.high if count == quantity.best else count,
            text=self.document.quote((start, stop)),
            span=(start, stop),
        )
        self.found.append(
            FigureMention(first, end, what.head, figure, governor.token, governor.sure)
        )

    def _companion(self, end: int) -> int:
        """Where "a man and his wife" or "a father and son" ends; the same end where nobody joins.

        "A doctor and his patients" are more than two.
        """
        if end + 1 >= len(self.doc) or self.doc[end].lower_ != "and":
            return end
        at = end + 1 + (self.doc[end + 1].lower_ in words("whose"))
        if at >= len(self.doc) or self.doc[at].tag_ != "NN":
            return end
        listed = noun_class(self.doc[at]) == "person"
        last = at + 1 < len(self.doc) and self.doc[at + 1].pos_ in {"NOUN", "PROPN"}
        return end if last or not listed else at + 1

    def _pairs(self, governor: Governor, first: int, end: int, stop: int) -> bool:
        """Join "a man" and "a woman" into one figure of two."""
        if not self.found:
            return False
        before = self.found[-1]
        between = self.doc[before.last : first].text.strip().lower()
        same = before.figure.measure is governor.measure and between in {"and", "", ","}
        if not same or before.figure.span is None or before.figure.best not in {1, 2}:
            return False
        opening = self.doc[before.first].lower_
        if opening not in _articles() or self.doc[before.first - 1].lower_ in words("hosts"):
            return False
        span = (before.figure.span[0], stop)
        count = before.figure.best + 1
        figure = before.figure.model_copy(
            update={
                "low": count,
                "best": count,
                "high": count,
                "text": self.document.quote(span),
                "who": self.document.quote(span),
                "span": span,
            }
        )
        own = (self.starts[first], stop)
        text = self.document.quote(own)
        one = Figure(measure=governor.measure, who=text, low=1, best=1, high=1, text=text, span=own)
        parts = self.joined.setdefault(before.first, [before])
        parts.append(FigureMention(first, end, end - 1, one, governor.token, governor.sure))
        self.found[-1] = FigureMention(
            before.first, end, before.head, figure, before.governor, before.sure
        )
        if self._describes_the_whole(figure, before.first):
            self.found.pop()
        return True

    def _describes_the_whole(self, figure: Figure, first: int) -> bool:
        """True for the driver and the guard in "two men, a driver and a guard, were killed"."""
        if len(self.found) < 2:
            return False
        whole = self.found[-2]
        same = whole.figure.measure is figure.measure and whole.figure.best == figure.best
        return same and self.doc[whole.last : first].text.strip() in {",", "--", "—", "–", "-"}

    def _parted(self) -> Iterator[FigureMention]:
        """Yield the figures, those joined into one of two or three apart in a longer list.

        "A guardsman and a prisoner" are two, but items of "five gunmen, a guardsman and
        a prisoner".
        """
        for at, mention in enumerate(self.found):
            before = self.found[at - 1] if at else None
            listed = (
                before is not None
                and mention.first in self.joined
                and before.figure.measure is mention.figure.measure
                and (before.figure.best or 0) > 1
                and self.doc[before.last : mention.first].text.strip() in {",", "and"}
            )
            yield from self.joined[mention.first] if listed else (mention,)

    def _who(self, what: Counted) -> str | None:
        """Whom the figure counts, as written, without "other" and "more"; None for plain people."""
        if what.kind == "none" or what.last <= what.start:
            return None
        first = what.start
        plain = {"other", "more", "additional", "further"}
        while first < what.last and self.doc[first].lower_ in plain:
            first += 1
        if first >= what.last or (what.kind == "all" and first >= what.head):
            return None
        return self.document.quote(self.document.offsets(first, what.last))

    def _settlements(self, quantity: Quantity, what: Counted, first: int, end: int) -> None:
        """Villages, towns and positions taken: the object of a word of conquest.

        "One of the largest towns" describes a town and counts none.
        """
        token: Token = self.doc[what.head]
        left = False
        if quantity.single or self.doc[first].lower_ == "one":
            return
        for _ in range(5):
            over = token.head
            if over.i == token.i:
                return
            subject = token.dep_ == "nsubj" and over.lower_ not in {"fell", "fall", "falls"}
            left = left or over.lower_ in {"from", "out"}
            cleared = left and over.lower_ in words_of("left")
            taken = cleared or over.lower_ in words_of("territory")
            if taken and token.dep_ != "npadvmod" and not subject:
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
                    self.found[-1] = FigureMention(
                        before.first,
                        before.last,
                        before.head,
                        before.figure,
                        before.governor,
                        before.sure,
                        "inconsistent units",
                    )
                return

        def convert(value: int | None) -> int | None:
            return None if value is None else round(value * scale)

        span = (quantity.start, stop)
        figure = Figure(
            measure=Measure.AREA_KM2,
            low=convert(quantity.low),
            best=convert(quantity.best),
            high=convert(quantity.high),
            text=self.document.quote(span),
            span=span,
        )
        self.found.append(FigureMention(first, last, last - 1, figure, None))


def find_figures(document: Document) -> tuple[FigureMention, ...]:
    """Return every quantity of people, settlements or area in the document, in order.

    Low, best and high follow the coding frame; areas are in square kilometres. A person told
    without a number ("a nurse", a name) counts one, two of them joined by "and" two. A figure
    whose measure no syntax gives is left out, or has ``sure`` false. Two units of one area that
    disagree by more than 5 % set ``flag`` to "inconsistent units".
    """
    return _Finder(document).figures()


def refused_numbers(document: Document) -> tuple[UncodedNumber, ...]:
    """Return the numbers of the prose that the rules looked at, each with why it is no figure.

    The reason holds only for a number that ``find_figures`` made no figure of.
    """
    finder = _Finder(document)
    finder.figures()
    return tuple(finder.refused)


@cache
def _articles() -> frozenset[str]:
    return frozenset({"a", "an", "another"})
