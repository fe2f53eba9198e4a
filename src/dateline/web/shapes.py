"""What the API takes and gives, for its own checks and for its description (OpenAPI)."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from dateline.model import ClaimRef, Holding, Offsets
from dateline.store.desk import LONGEST_NAME, LONGEST_NOTE


class Shape(BaseModel):
    """Base of what the API takes: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Decision(Shape):
    """What a person decides; docs/api.md says which fields go with which action."""

    reviewer: str = Field(min_length=1, max_length=LONGEST_NAME)
    action: str
    key: str | None = Field(None, min_length=8, max_length=64)
    event: str = ""
    seen: int | None = None
    claim: ClaimRef | None = None
    claims: tuple[ClaimRef, ...] = ()
    others: tuple[str, ...] = ()
    field: str | None = None
    value: Any = None
    span: Offsets | None = None
    report: str | None = None
    review: int | None = None
    note: str | None = Field(None, max_length=LONGEST_NOTE)


class HistoryEntry(BaseModel):
    """Something that happened to an event: a decision, or what linking did (``by`` is null)."""

    number: int
    at: str
    by: str | None
    what: str
    event_id: str
    heir: str | None = None
    claim: ClaimRef | None = None
    claims: tuple[ClaimRef, ...] = ()
    others: tuple[str, ...] = ()
    field: str | None = None
    from_: Any = Field(None, alias="from")
    to: Any = None
    note: str | None = None
    undone: bool = False
    undoes: int | None = None
    review: int | None = None


class Decided(BaseModel):
    """What came of a decision; ``event`` is where work goes on, ``events`` all that changed."""

    review: int
    seen: int
    revision: int
    event: str | None
    events: tuple[str, ...]
    undid: HistoryEntry | None = None


class ErrorBody(BaseModel):
    """What went wrong, for programs and for people."""

    code: str
    message: str
    detail: Any = None


class Error(BaseModel):
    """Any answer from status 400 on."""

    error: ErrorBody


class Basemap(BaseModel):
    """What lies under the map beside the bundled boundaries."""

    kind: str = Field(description="none, raster or pmtiles")
    url: str | None = None
    attribution: str | None = None


class Meta(BaseModel):
    """The store, the vocabulary, and what the page needs before anything else."""

    program: str
    store: str
    csrf: str
    generation: str
    revision: int
    events: int
    reports: int
    coders: tuple[str, ...]
    first_day: str | None
    last_day: str | None
    kinds: list[dict[str, Any]]
    event_types: dict[str, list[str]]
    choices: dict[str, list[str]]
    countries: dict[str, str]
    editable: dict[str, list[str]]
    formats: dict[str, str]
    reviewer: str | None
    reviewers: list[str]
    basemap: Basemap
    read_only: bool
    disclaimer: str


class Index(BaseModel):
    """All events in columns."""

    generation: str
    revision: int
    count: int
    columns: dict[str, Any]
    rows: list[int] | None = None


class Timeline(BaseModel):
    """Bins as first day, events dated to days in it, events that may lie in it."""

    unit: str
    bins: list[tuple[str, int, int]]
    undated: int


class Selection(BaseModel):
    """What a filter finds; ``bits`` is base64 of a bit set over the rows of the index."""

    generation: str
    revision: int
    total: int
    events: int
    claims: int
    reports: int
    bits: str
    facets: dict[str, list[tuple[str, int]]]
    more: dict[str, int]
    timeline: Timeline
    words: str


class Events(BaseModel):
    """A page of events."""

    revision: int
    total: int
    offset: int
    events: list[dict[str, Any]]


class Hits(BaseModel):
    """Reports and claims that contain all words."""

    hits: list[dict[str, Any]]


class Control(BaseModel):
    """Who holds what, and the days on which something changes."""

    revision: int
    days: list[str]
    holdings: list[Holding | dict[str, Any]]


class Changes(BaseModel):
    """What happened after a number, oldest first."""

    revision: int
    generation: str
    changes: list[dict[str, Any]]


class Queue(BaseModel):
    """Ids of events that wait for a decision, the most needed first."""

    total: int
    events: list[str]


class Agreement(BaseModel):
    """Krippendorff's alpha for each field."""

    reviewers: list[str]
    units: int
    fields: list[dict[str, Any]]


class Log(BaseModel):
    """Decisions, newest first."""

    entries: list[HistoryEntry]


class Methodology(BaseModel):
    """Headings with their lines."""

    sections: list[dict[str, Any]]
