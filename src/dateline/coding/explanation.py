"""Why a report was coded as it was: the records that the coder fills and ``explain`` shows.

An explanation accounts for the whole report. Every claim has its trigger and, slot by slot, the
decision that filled it; every sentence that made no claim and every number that became no figure
has its reason. Offsets are code points into the report's text, half-open, as everywhere.
"""

from __future__ import annotations

from enum import StrEnum

from dateline.model import Offsets, Record


class WhyNoClaim(StrEnum):
    """Why a sentence was not coded; the value is what a reader sees."""

    LANGUAGE = "the report is not in a language that can be coded"
    TOPIC = "the item is about something else, by its words alone"
    FURNITURE = "site furniture, not part of the report"
    DATELINE = "place, date and agency above the report"
    NO_TRIGGER = "no word in it tells of an event"
    NO_EVENT = "no word in it tells of an event to code here"
    UNLIKELY = "tells of an event, but too unsurely for a claim"


class WhyNoFigure(StrEnum):
    """Why a number was not coded; the value is what a reader sees."""

    LANGUAGE = "the report is not in a language that can be coded"
    TOPIC = "the item is about something else, by its words alone"
    AGE = "an age"
    DATE = "a date or part of one"
    TIME = "a time or a duration"
    MONEY = "an amount of money"
    DISTANCE = "a distance or a length"
    SHARE = "a percentage or a share"
    NAME = "part of a name or a designation"
    ORDINAL = "an order, not a quantity"
    SAME_QUANTITY = "the same quantity in another unit"
    SAME_FIGURE = "the same figure is coded from another mention"
    PART = "part of the figure before it"
    UNREAL = "told as an aim, not as done"
    NO_MEASURE = "no measure word"
    OTHER_NOUN = "counts something that is not coded"
    NO_NUMBER = "not a count"
    NOT_TIED = "judged to belong to no claim"
    NO_CLAIM = "belongs to a sentence that is not coded"


class DataRow(Record):
    """A row of a data file that fired: its path under ``data/``, its line, and what it says.

    The gazetteer is no file of the package: there ``file`` is "gazetteer", ``line`` None, and the
    text begins with the place's id.
    """

    file: str
    line: int | None
    text: str

    def __str__(self) -> str:
        return self.file if self.line is None else f"{self.file}:{self.line}"


class Decision(Record):
    """How one slot of a claim came by its value.

    ``slot`` is the claim's field ("type", "place", "date", "side_a", "side_b", "civilians",
    "figures", "control", "said_by", "status", "background"), or "event", whether a trigger tells of
    an event, "same_event", whether two triggers tell of the same, "kept", that the claim is coded,
    and "no_claim", that a trigger that may tell of an event makes none. ``value`` is the outcome in
    words. ``by`` names the rule, or the model as "model: NAME"; ``score`` is a model's probability
    for the outcome, from 0 to 1, or None for a rule. ``span`` quotes the text that the value came
    from, None where it was taken from outside the text, such as the day of publication. ``rows``
    are the data rows that fired; ``reasons`` say in words what spoke most for the outcome,
    strongest first.
    """

    slot: str
    value: str
    by: str
    score: float | None = None
    span: Offsets | None = None
    rows: tuple[DataRow, ...] = ()
    reasons: tuple[str, ...] = ()


class ClaimExplanation(Record):
    """Why one claim was coded.

    ``trigger`` quotes the word that gave the event away, ``concept`` is what the lexicon reads in
    it and ``row`` the lexicon's row. ``decisions`` stand in the order in which they were taken.
    """

    claim_id: str
    trigger: Offsets | None
    concept: str
    row: DataRow | None = None
    decisions: tuple[Decision, ...] = ()


class UncodedSentence(Record):
    """A sentence that is evidence of no claim; ``decisions`` tell what became of its triggers."""

    span: Offsets
    reason: WhyNoClaim
    detail: str = ""
    decisions: tuple[Decision, ...] = ()


class UncodedNumber(Record):
    """A number that became no figure; ``detail`` says more, such as the noun that it counts."""

    span: Offsets
    reason: WhyNoFigure
    detail: str = ""


class Explanation(Record):
    """All of one report: claims in the order of the coded report, the rest in that of the text."""

    report_id: str
    claims: tuple[ClaimExplanation, ...] = ()
    uncoded_sentences: tuple[UncodedSentence, ...] = ()
    uncoded_numbers: tuple[UncodedNumber, ...] = ()
