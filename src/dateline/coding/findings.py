"""Everything the finders find in one report, and what stands where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol, TypeVar, cast

from dateline.coding.actors import find_actors, report_country
from dateline.coding.attribution import find_speakers
from dateline.coding.dates import find_dates
from dateline.coding.document import Document
from dateline.coding.figures import find_figures
from dateline.coding.flight_words import with_flight_words
from dateline.coding.list_entries import ListEntry, lists_of_places
from dateline.coding.mentions import (
    ActorMention,
    DateMention,
    FigureMention,
    PlaceMention,
    is_part_of_name,
)
from dateline.coding.named_alone import Speaker
from dateline.coding.places import find_demonyms, find_places
from dateline.coding.quotations import quoted_speakers
from dateline.coding.story_day import story_day
from dateline.coding.triggers import Trigger, find_triggers
from dateline.knowledge.actors import ActorTable
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model import EventDate


class _Headed(Protocol):
    @property
    def head(self) -> int: ...


M = TypeVar("M", bound=_Headed)


@dataclass(frozen=True, slots=True)
class Findings:
    """The mentions of one document, each kind in the order of the text.

    ``places`` holds names and demonyms, these with country precision and never locative. ``day`` is
    the story's day or None; ``country`` the ISO code of the country that the report is
    about, or None. ``lines`` has the line of each sentence of a list whose lines begin with places.
    """

    document: Document
    day: EventDate | None
    country: str | None
    triggers: tuple[Trigger, ...]
    speakers: tuple[Speaker, ...]
    places: tuple[PlaceMention, ...]
    actors: tuple[ActorMention, ...]
    dates: tuple[DateMention, ...]
    figures: tuple[FigureMention, ...]
    lines: dict[int, ListEntry] = field(default_factory=dict)
    _heads: dict[int, list[int]] = field(default_factory=dict, init=False, repr=False)
    _rows: dict[int, dict[int, list[_Headed]]] = field(default_factory=dict, init=False, repr=False)

    @property
    def published(self) -> date | None:
        """The day by which the report tells: the story's, else the record's."""
        return self.day.end if self.day else self.document.report.published

    def between(self, mentions: Sequence[_Headed], low: int, high: int) -> int:
        """Return how many of the mentions, all of one kind, have their head between two tokens."""
        heads = self._heads.get(id(mentions))
        if heads is None:
            heads = self._heads[id(mentions)] = sorted(mention.head for mention in mentions)
        return max(bisect_left(heads, high) - bisect_right(heads, low), 0)

    def tells(self, sentence: int, besides: Collection[int] = ()) -> bool:
        """Return whether a sentence has an event's word of its own, ``besides`` some words.

        None in the name of an actor is, nor one behind a hyphen: "the Pakistan-based group".
        """
        named = [mention for mention in self.actors if any(actor.name for actor in mention.actors)]
        return any(
            trigger.sentence == sentence
            and trigger.head not in besides
            and self.document.doc[max(trigger.first - 1, 0)].text != "-"
            and trigger.lemma.lower() not in ("according", "accord")
            and not any(mention.first <= trigger.head < mention.last for mention in named)
            for trigger in self.triggers
        )

    def within(self, mentions: Sequence[M], sentence: int) -> Sequence[M]:
        """Return the mentions, all of one kind, whose head stands in the sentence of that index."""
        rows = self._rows.get(id(mentions))
        if rows is None:
            rows = self._rows[id(mentions)] = {}
            for mention in mentions:
                rows.setdefault(self.document.sentence_of[mention.head], []).append(mention)
        return cast(Sequence[M], rows.get(sentence, ()))


def find(document: Document, gazetteer: Gazetteer, table: ActorTable) -> Findings:
    """Return everything that can be found in the document."""
    day = story_day(document)
    places = find_places(document, gazetteer)
    told = [*places, *(one for one in find_demonyms(document) if not is_part_of_name(one, places))]
    speakers = find_speakers(document)
    figures = find_figures(document)
    return Findings(
        document=document,
        day=day,
        country=report_country(document, places, table),
        triggers=with_flight_words(document, find_triggers(document), figures),
        speakers=(*speakers, *quoted_speakers(document, speakers)),
        places=tuple(sorted(told, key=lambda mention: mention.first)),
        actors=find_actors(document, places, table),
        dates=find_dates(document, day.end if day else None),
        figures=figures,
        lines=lists_of_places(document, places),
    )
