"""The data rows behind a value: lexicon, actor table, gazetteer."""

from __future__ import annotations

from functools import cache

from dateline.coding.explanation import DataRow
from dateline.coding.findings import Findings
from dateline.coding.mentions import ActorMention, FigureMention
from dateline.coding.triggers import Trigger
from dateline.knowledge.actors import ACTORS
from dateline.knowledge.files import numbered
from dateline.knowledge.lexicon import TRIGGERS
from dateline.knowledge.roles import ROLES
from dateline.model import Actor, Place

PLACES = "places.csv"


def trigger_rows_of(trigger: Trigger) -> tuple[DataRow, ...]:
    """Return the rows of the trigger table that a trigger matched."""
    return tuple(_triggers()[row - 1] for row in trigger.rows)


def actor_rows(findings: Findings, mention: ActorMention, actor: Actor) -> tuple[DataRow, ...]:
    """Return the row of a named actor, or of the word that tells what an unnamed one is."""
    if actor.name:
        rows = _actors().get(actor.name, {})
        kinds = [str(one.kind) for one in mention.actors if one.name == actor.name]
        row = next((rows[kind] for kind in kinds if kind in rows), None)
        return (row or next(iter(rows.values())),) if rows else ()
    if mention.resolved:
        return ()
    token = findings.document.doc[mention.head]
    found = _roles().get(token.lower_) or _roles().get(token.lemma_.lower())
    return (found[1],) if found and found[0] == actor.kind else ()


def place_rows(place: Place) -> tuple[DataRow, ...]:
    """Return the place's row in the gazetteer, or in the project's own table of places."""
    point = "" if place.lat is None else f", {place.lat:.3f} {place.lon:.3f}"
    if place.geonameid is not None:
        inside = ", ".join(part for part in (place.admin1, place.country) if part)
        text = f"GeoNames {place.geonameid}: {place.canonical}, {inside}{point}"
        return (DataRow(file="gazetteer", line=None, text=text),)
    row = _places().get((place.canonical, place.country))
    return (row,) if row else ()


def measure_word(findings: Findings, mention: FigureMention) -> str | None:
    """Return the word that says what a figure counts, None where its own noun does."""
    return None if mention.governor is None else findings.document.doc[mention.governor].text


@cache
def _triggers() -> tuple[DataRow, ...]:
    return tuple(
        DataRow(file=TRIGGERS, line=line, text=f"{row['pattern']}, {row['pos']}, {row['concept']}")
        for line, row in numbered(TRIGGERS)
    )


@cache
def _actors() -> dict[str, dict[str, DataRow]]:
    """Name -> kind -> row: a group may change its kind, and have a row for each."""
    found: dict[str, dict[str, DataRow]] = {}
    for line, row in numbered(ACTORS):
        where = row["home"] or row["countries"].replace("|", " ") or "anywhere"
        years = f"{row['start'] or '…'}–{row['end'] or 'today'}"
        text = f"{row['id']}: {row['name']}, {row['kind']}, {where}, {years}"
        found.setdefault(row["name"], {}).setdefault(
            row["kind"], DataRow(file=ACTORS, line=line, text=text)
        )
    return found


@cache
def _roles() -> dict[str, tuple[str, DataRow]]:
    """Word -> kind and row."""
    found: dict[str, tuple[str, DataRow]] = {}
    for line, row in numbered(ROLES):
        fired = DataRow(file=ROLES, line=line, text=f"{row['word']}, {row['class']}, {row['kind']}")
        for word in (row["word"], row["plural"]):
            if word:
                found.setdefault(word, (row["kind"], fired))
    return found


@cache
def _places() -> dict[tuple[str, str | None], DataRow]:
    return {
        (row["name"], row["country"] or None): DataRow(
            file=PLACES,
            line=line,
            text=f"{row['id']}: {row['name']}, {row['kind']}, {row['admin1']}, {row['country']}, "
            f"{row['lat']} {row['lon']}",
        )
        for line, row in reversed(list(numbered(PLACES)))
    }
