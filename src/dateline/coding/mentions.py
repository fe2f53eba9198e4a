"""What the finders find in a document: places, actors, dates and figures, with their tokens.

Token ranges index ``Document.doc``, half-open; ``head`` is the index of the syntactic head.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.model import Actor, EventDate, Figure, Place

PlaceLevel = Literal["country", "region", "settlement", "site"]


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place name in the text, resolved; ``place.span`` quotes the name.

    ``first`` to ``last`` cover the name and the words that bend it ("north of Hama", "rural
    Idlib"), which ``place.precision`` already reflects. ``level`` tells how large the named thing
    is: a country, a region (province, district, coast), a settlement (city, village), a site
    (quarter, camp, road, base, building). ``locative`` is true where the syntax says that
    something is there ("in Homs"), false for "the Homs governor" or "Aleppo University".
    ``heads_line`` is true where a line of a list of places begins with it.
    """

    first: int
    last: int
    head: int
    place: Place
    level: PlaceLevel
    locative: bool
    heads_line: bool = False


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A noun phrase that names one or more actors ("Syrian and Russian warplanes" names two).

    ``resolved`` is true where the phrase itself says little ("they", "the group") and the actors
    were taken from an earlier mention.
    """

    first: int
    last: int
    head: int
    actors: tuple[Actor, ...]
    resolved: bool = False


def is_part_of_name(mention: PlaceMention | ActorMention, places: Sequence[PlaceMention]) -> bool:
    """Return whether a word for a people only ends a town's name: "took Zelene Pole"."""
    return any(
        place.level in ("settlement", "site")
        and place.last == mention.last
        and place.first < mention.first
        and len(place.place.name.split()) > mention.last - mention.first
        for place in places
    )


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression, resolved against the story's day.

    ``role`` is "event" for when something happened; "since" for the start of something that goes
    on ("since 2014"); "future" for what is yet to come; "age" for durations that date nothing.
    ``episode`` is true where only the last day is told ("by Monday they had taken three towns"),
    and the first is the day told before it.
    """

    first: int
    last: int
    date: EventDate
    role: Literal["event", "since", "future", "age"]
    episode: bool = False

    @property
    def head(self) -> int:
        """A token of the expression, to tell where it stands; it need not govern the others."""
        return self.first


@dataclass(frozen=True, slots=True)
class FigureMention:
    """A quantity of people, settlements or area, with the measure that its syntax gives it.

    ``head`` is the counted noun ("civilians" in "at least 58 civilians") or the number itself.
    ``governor`` is the index of the word that gives the measure ("killed"), or None where the
    phrase itself does ("12 deaths") or none was found; ``figure.measure`` is then a best guess and
    ``sure`` is false. ``flag`` names what a reviewer should look at ("inconsistent units").
    """

    first: int
    last: int
    head: int
    figure: Figure
    governor: int | None
    sure: bool = True
    flag: str | None = None
