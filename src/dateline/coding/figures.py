"""Document -> figures: how many people, places or square kilometres, and what was done to them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache

from spacy.tokens import Token

from dateline.coding import measures
from dateline.coding.bands import acting
from dateline.coding.counted import Counted, counted, noun_class
from dateline.coding.document import Document, Sentence
from dateline.coding.explanation import UncodedNumber, WhyNoFigure
from dateline.coding.fates import of_one_fate
from dateline.coding.measure_words import Governor, words, words_of
from dateline.coding.measures import Phrase
from dateline.coding.mentions import FigureMention
from dateline.coding.moves import moved
from dateline.coding.nobody import find_denied_tolls
from dateline.coding.numbers import Quantity, find_quantities
from dateline.coding.plain_text import lower, plain, token_starts
from dateline.coding.relative_fates import done_to
from dateline.coding.rival_tolls import listed_toll, rival_toll
from dateline.coding.turns_of_phrase import turn_of_phrase
from dateline.coding.units import area_unit, disagree
from dateline.coding.victims import find_named_victims, find_single_persons
from dateline.model import Figure, Measure

_CALENDAR = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\.?|january|february|march|april|june"
    r"|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
)
_YEAR_BEFORE = re.compile(r"(?:19|20)\d\d\s+$")
MARK = 4
"""Digits from which a number before another is no count: "30 40" may have lost its hyphen."""

_PLURAL = {"NNS", "NNPS"}

_TERRITORIAL = {Measure.AREA_KM2, Measure.SETTLEMENTS}


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

    def figures(self) -> tuple[FigureMention, ...]:
        numbers = find_quantities(self.lowered)
        covered = {at for number in numbers for at in range(number.start, number.last)}
        singles = [one for one in find_single_persons(self.lowered) if one.first not in covered]
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
        self.found.extend(find_denied_tolls(self.document, self.lowered))
        taken_heads = {mention.head for mention in self.found}
        governed = {mention.governor for mention in self.found}
        self.found.extend(find_named_victims(self.document, self.lowered, taken_heads, governed))
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
        if last <= token or self._is_calendar(quantity, token, last):
            aged = self._is_age(token, last)
            return WhyNoFigure.AGE if aged else WhyNoFigure.DATE, ""
        first = bisect_right(self.starts, quantity.start) - 1
        if token >= sentence.first:
            first = max(sentence.first, first)
        what = counted(self.doc, token, last, max(last, stop))
        noun = self._noun(what)
        if what.kind == "never":
            return WhyNoFigure.OTHER_NOUN, noun
        if self._is_name(quantity, token, last, sentence):
            return WhyNoFigure.NAME, ""
        if self._numbers_a_headline(quantity, last):
            return WhyNoFigure.NAME, ""
        if what.kind == "none" and self._is_numbered(first):
            return WhyNoFigure.NAME, ""
        if what.kind == "none" and self._is_furniture(quantity, token, last, sentence):
            return WhyNoFigure.NAME, ""
        if quantity.single and not self._is_single(what):
            return WhyNoFigure.NO_MEASURE, ""
        if self._belongs_to_the_one_before(first, sentence):
            return WhyNoFigure.PART, ""
        end = max(what.last, last)
        if what.kind == "settlement":
            self._settlements(quantity, what, first, end)
            return WhyNoFigure.NO_MEASURE, noun
        phrase = Phrase(
            self.doc, what, first, end, sentence.first, sentence.last, frozenset(self.spent)
        )
        governors = of_one_fate(self.doc, self._governors(phrase))
        waiting, self.waiting = self.waiting, []
        if waiting and not self._continues(waiting[-1][3], first):
            waiting = []
        if not governors:
            self.waiting = [*waiting, (quantity, what, first, end)]
            return WhyNoFigure.NO_MEASURE, noun
        if governors[0].measure is Measure.PARTICIPANTS and quantity.best == 1:
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

    def _governors(self, phrase: Phrase) -> list[Governor]:
        """The measures of a noun phrase, from the surest witness to the weakest."""
        what = phrase.what
        if measures.is_released(phrase) or measures.is_speaker(phrase):
            return []
        if found := measures.of_the_injured(phrase) if what.part else None:
            return [found]
        if found := measures.own_measure(phrase) or measures.of_a_deed(phrase):
            return [found]
        if what.kind == "none" and (told := measures.following_all(phrase)):
            return told
        if told := measures.preceding(phrase):
            return told
        if found := measures.of_surrender(phrase) or turn_of_phrase(phrase):
            return [found]
        if measures.is_served(phrase):
            return []
        if told := measures.following_all(phrase):
            return told
        if found := measures.resulting(phrase) or done_to(phrase):
            return [found]
        if inherited := self._inherited(phrase) or rival_toll(phrase, self.found):
            return [inherited]
        if inherited := listed_toll(phrase, self.found):
            return [inherited]
        if found := measures.among_the_dead(phrase) or moved(phrase):
            return [found]
        if told := measures.above(phrase):
            return told
        if found := measures.toll(phrase):
            return [found]
        if found := measures.default(phrase):
            return [found]
        verb = acting(phrase) if what.kind in {"person", "all", "group"} else None
        if verb is not None and verb.lemma_ not in words("speech"):
            return [Governor(Measure.PARTICIPANTS, verb.i, sure=False)]
        return []

    def _inherited(self, phrase: Phrase) -> Governor | None:
        """The measure of the figure before, of which this is a part or the next item of a list."""
        before = next(
            (
                mention
                for mention in reversed(self.found)
                if mention.figure.measure not in _TERRITORIAL
            ),
            None,
        )
        if before is None or before.first < phrase.start:
            return None
        between = self.doc[before.last : phrase.first]
        parts = [token.lower_ for token in between if token.is_alpha]
        near = len(between)
        inherited = Governor(before.figure.measure, before.governor, before.sure)
        told = next(
            (
                m
                for t in self.doc[phrase.what.start : phrase.last]
                if (m := words_of("state").get(t.lower_))
            ),
            None,
        )
        if told and phrase.what.kind != "none":
            inherited = Governor(told, None)
        if phrase.what.part or (parts and parts[-1] in words("hosts")):
            return inherited
        if parts and parts[0] in words("hosts") and near <= 4:
            return inherited
        joined = " ".join(parts)
        if any(joined.endswith(listed) for listed in words("list_phrases")):
            far = joined.endswith(("them", "whom"))
            return inherited if near <= (14 if far else 8) else None
        if phrase.what.kind == "none" and not parts:
            return None
        if not parts:
            return inherited if near <= 1 else None
        verbs = any(token.pos_ in {"VERB", "AUX"} for token in between)
        if between[-1].text == "," and parts[0] in words("listed_at") and not verbs and near <= 8:
            return inherited  # "9 in Homs, 8 in Idlib and 5 in Hama"
        if parts[-1] in words("lists") and not verbs and near <= 10:
            return inherited
        return None

    def _belongs_to_the_one_before(self, first: int, sentence: Sentence) -> bool:
        """True for the second number in "one of two shepherds", "two of her three guards".

        So for who is left out: "all but one of them men".
        """
        left_out = [token.lower_ for token in self.doc[max(sentence.first, first - 2) : first]]
        if len(left_out) == 2 and left_out[1] == "but" and left_out[0] in words("sweeping"):
            return True
        if first - 1 > sentence.first and self.doc[first - 1].tag_ == "PRP$":
            first -= 1
        if first - 1 < sentence.first or self.doc[first - 1].lower_ not in {"of", "from"}:
            return False
        if self.doc[first - 2].lower_ == "out":
            # "One out of three", but not "drove them out of three villages".
            return self.doc[first - 2].head.lower_ not in words_of("left")
        return bool(self.found) and self.found[-1].last >= first - 1

    def _is_single(self, what: Counted) -> bool:
        """True where "a" stands before one person: "a nurse"; "another" may stand alone."""
        word = self.doc[what.head]
        if what.kind == "person" or word.lower_ == "person":
            named = word.dep_ == "appos" and word.head.pos_ == "PROPN"
            return word.tag_ not in {"NNS", "NNPS"} and not named
        return what.kind == "none" and word.lower_ in words("singles")

    def _is_name(self, quantity: Quantity, token: int, last: int, sentence: Sentence) -> bool:
        """True in "the One Million Women march" and "Three Brotherhood Alliance"."""
        if quantity.digits or quantity.single or token == sentence.first:
            return False
        if sentence.kind == "headline" or last >= len(self.doc):
            return False
        word, following = self.doc[token], self.doc[last]
        return (
            word.is_title
            and following.is_title
            and self.doc[token - 1].is_alpha
            and (self.doc[token - 1].lower_ in {"the", "of"})
        )

    def _numbers_a_headline(self, quantity: Quantity, last: int) -> bool:
        """True for the first number of "190703 35 dead in battle", an archive's mark."""
        number = self.lowered[quantity.start : quantity.end]
        following = self.doc[last : last + 1].text
        return number.isdigit() and len(number) >= MARK and following.isdigit()

    def _is_furniture(self, quantity: Quantity, token: int, last: int, sentence: Sentence) -> bool:
        """True for what a site counts before a sentence: "0 25 A bomber", "67 At least 45"."""
        if not quantity.digits or last >= len(self.doc):
            return False
        opens = token == sentence.first or self.doc[token - 1].is_digit
        following = self.doc[last]
        return opens and following.is_title and following.lower_ in words("beginnings")

    def _is_numbered(self, first: int) -> bool:
        return first > 0 and self.doc[first - 1].lower_ in words("numbered")

    def _add(
        self, quantity: Quantity, governor: Governor, what: Counted, first: int, end: int
    ) -> None:
        if governor.measure is Measure.PARTICIPANTS and what.kind == "none" and not governor.sure:
            return
        count = quantity.best
        if quantity.single and (companion := self._companion(end)) > end:
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
        self.found[-1] = FigureMention(
            before.first, end, before.head, figure, before.governor, before.sure
        )
        return True

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

    def _is_calendar(self, quantity: Quantity, token: int, last: int) -> bool:
        """True for years, days of the month and ages."""
        digits = quantity.digits
        if self._is_age(token, last):
            return True
        after = self.doc[last].lower_ if last < len(self.doc) else ""
        if quantity.best is None and quantity.low and quantity.high:
            if quantity.high <= 31 and _CALENDAR.fullmatch(after):
                return True  # "between 3 and 9 June"
            return 1900 <= quantity.low < quantity.high <= 2100 and len(digits) == 4
        if not digits or "," in digits or len(digits) > 4:
            return False
        doc = self.doc
        following = doc[last] if last < len(doc) else None
        before = doc[token - 1].lower_ if token else ""
        value = int(float(digits))
        if digits[0] == "0" or (value <= 31 and _CALENDAR.fullmatch(after)):
            return True
        people = following is not None and following.tag_ in {"NNS", "NNPS", "JJ", "NN"}
        if _CALENDAR.fullmatch(before) and value <= 31:
            # "On August 5 troops fired", a comma lost; "in August 5 soldiers died"; "on Friday 22
            # Palestinians were killed".
            if before.endswith("day") and following is not None and following.tag_ in _PLURAL:
                return False
            return not people or (token > 1 and doc[token - 2].lower_ in words("day_leads"))
        if 1900 <= value <= 2100 and len(digits) == 4:
            led = before in words("year_leads") or (before == "and" and self._is_year(token - 2))
            return not people or led or bool(_CALENDAR.fullmatch(before))
        return before in {"aged", "age", "ages"} or (
            before == "and" and token > 2 and doc[token - 3].lower_ == "aged"
        )

    def _is_year(self, token: int) -> bool:
        return bool(re.fullmatch(r"(?:19|20)\d\d", self.doc[token].text))

    def _is_age(self, token: int, last: int) -> bool:
        """True in "the engineer, 28, was arrested"."""
        doc = self.doc
        if token < 2 or last >= len(doc) or doc[token - 1].text != ",":
            return False
        if doc[last].text in {",", ")"} or doc[last].lower_ == "who":
            return True
        # "The body of his mother, 72."
        one = doc[token - 2]
        named = one.pos_ == "PROPN" or (one.tag_ == "NN" and noun_class(one) == "person")
        return doc[last].text == "." and doc[token].like_num and named

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
