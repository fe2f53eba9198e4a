"""The fields that a person may set, on a claim and on an event, and how a value is read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from dateline.errors import UsageError
from dateline.model import (
    Claim,
    DatePrecision,
    Event,
    EventDate,
    Figure,
    Offsets,
    Place,
    SubEventType,
    Toll,
)

CLAIM_FIELDS = (
    "evidence",
    "sub_event_type",
    "date",
    "place",
    "side_a",
    "side_b",
    "civilians_targeted",
    "figures",
    "control",
    "attributed_to",
    "status",
    "background",
)
"""What a person may set of a claim: the fields of the coding frame."""

EVENT_FIELDS = (
    "sub_event_type",
    "date",
    "place",
    "side_a",
    "side_b",
    "civilians_targeted",
    "tolls",
    "control",
    "status",
    "background",
)
"""What a person may set of an event over all of its claims."""


def _kinds(record: type[BaseModel], names: tuple[str, ...]) -> dict[str, TypeAdapter[Any]]:
    fields = {name: record.model_fields[name].annotation for name in names}
    return {name: TypeAdapter(kind) for name, kind in fields.items() if kind is not None}


_CLAIM = _kinds(Claim, CLAIM_FIELDS)
_EVENT = _kinds(Event, EVENT_FIELDS)


def set_in_claim(claim: Claim, field: str | None, value: str | None) -> Claim:
    """Return a claim with one field set; raises UsageError where it cannot be set so."""
    if field not in _CLAIM:
        raise _unknown(field, CLAIM_FIELDS)
    found = _read(_CLAIM[field], field, value)
    if field == "evidence" and not found:
        raise UsageError("evidence cannot be empty: a claim needs the words that state it")
    update: dict[str, object] = {field: found}
    if field == "attributed_to":
        update["attribution_spans"] = ()
    return claim.model_copy(update=update)


def set_in_event(event: Event, field: str | None, value: str | None) -> Event:
    """Return an event with one field set; raises UsageError where it cannot be set so."""
    if field not in _EVENT:
        raise _unknown(field, EVENT_FIELDS)
    return event.model_copy(update={field: _read(_EVENT[field], field, value)})


def new_claim(value: str) -> Claim:
    """Return a claim from the JSON of its fields, its id still empty; raises UsageError."""
    try:
        fields = json.loads(value)
    except ValueError as error:
        raise UsageError(f"the claim is not JSON: {error}") from None
    if not isinstance(fields, dict) or not {"evidence", "sub_event_type"} <= set(fields):
        raise UsageError("a claim is a JSON object with evidence and sub_event_type at least")
    claim = Claim(id="", evidence=((0, 0),), sub_event_type=SubEventType.OTHER)
    for name, given in fields.items():
        claim = set_in_claim(claim, name, json.dumps(given))
    return claim


def as_json(record: Claim | Event, field: str) -> str:
    """Return the value of a field as JSON, as ``set_in_claim`` and ``set_in_event`` read it."""
    kind = (_CLAIM if isinstance(record, Claim) else _EVENT)[field]
    return kind.dump_json(getattr(record, field), by_alias=True, exclude_defaults=True).decode()


def with_span(field: str | None, value: str | None, span: Offsets | None) -> str | None:
    """Return a date or place as JSON that quotes ``span``, where it quotes nothing yet."""
    if span is None or value is None or field not in ("date", "place"):
        return value
    found = _read(_CLAIM[field], field, value)
    if found is None or found.span is not None:
        return value
    quoted: BaseModel = found.model_copy(update={"span": span})
    return quoted.model_dump_json(by_alias=True, exclude_defaults=True)


def check_spans(claim: Claim, length: int) -> None:
    """Raise UsageError where a claim quotes characters that its report does not have."""
    for start, end in quoted(claim):
        if not 0 <= start < end <= length:
            raise UsageError(f"characters {start} to {end} are not in the report: it has {length}")


def quoted(claim: Claim) -> Iterator[Offsets]:
    """Yield every span of a claim, its evidence first."""
    yield from claim.evidence
    for one in (claim.date, claim.place, *claim.side_a, *claim.side_b, *claim.figures):
        if one is not None and one.span is not None:
            yield one.span
    for actor in (claim.control.to, claim.control.from_) if claim.control else ():
        if actor is not None and actor.span is not None:
            yield actor.span
    yield from claim.attribution_spans
    if claim.trigger:
        yield claim.trigger


def told_otherwise(one: Claim, other: Claim, field: str) -> bool:
    """Return whether two claims differ in a field, whatever words of the text show it."""
    return bool(_bare(getattr(one, field)) != _bare(getattr(other, field)))


def _bare(value: Any) -> Any:
    """A value without the spans and spellings that another coding may quote."""
    if isinstance(value, BaseModel):
        plain = value.model_dump(mode="json")
        return {
            key: _bare(inner)
            for key, inner in plain.items()
            if key not in ("span", "mention", "text")
        }
    if isinstance(value, dict):
        kept = value.items()
        return {k: _bare(v) for k, v in kept if k not in ("span", "mention", "text")}
    if isinstance(value, tuple | list):
        return [_bare(inner) for inner in value]
    return value


def _read(kind: TypeAdapter[Any], field: str, value: str | None) -> Any:
    """The value of a field from JSON, or from the plain words that a command line gives."""
    text = value if value is not None else "null"
    try:
        plain: Any = json.loads(text)
    except ValueError:
        plain = text
    if field == "date" and isinstance(plain, str):
        plain = _day(plain)
    try:
        found = kind.validate_python(plain)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise UsageError(
            f"{text!r} is no {field}: {where + ': ' if where else ''}{first['msg']}"
        ) from None
    _check(found)
    return found


def _day(words: str) -> EventDate:
    """A day, or two with ``to`` or ``/`` between them."""
    first, _, last = words.replace(" to ", "/").partition("/")
    try:
        start = date.fromisoformat(first.strip())
        end = date.fromisoformat(last.strip()) if last else start
    except ValueError as error:
        raise UsageError(f"{words!r} is no date: {error}") from None
    return EventDate(start=start, end=end, precision=DatePrecision.DAY)


def _check(value: Any) -> None:
    """Raise UsageError for what the types allow and the frame does not."""
    for one in value if isinstance(value, tuple) else (value,):
        if isinstance(one, EventDate) and one.end < one.start:
            raise UsageError(f"the date ends on {one.end}, before it starts on {one.start}")
        if isinstance(one, Place) and not (
            -90 <= (one.lat or 0) <= 90 and -180 <= (one.lon or 0) <= 180
        ):
            raise UsageError(f"{one.lat}, {one.lon} is no point on earth")
        if isinstance(one, Figure | Toll):
            known = [n for n in (one.low, one.best, one.high) if n is not None]
            if not known or known != sorted(known) or known[0] < 0:
                raise UsageError(
                    f"{one.low}, {one.best}, {one.high} is no range: low, best and high go up"
                )


def _unknown(field: str | None, fields: tuple[str, ...]) -> UsageError:
    return UsageError(f"cannot edit {field!r}: {', '.join(fields)} can be")
