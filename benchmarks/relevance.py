"""What is coded and what is left alone, on corpora that are labelled otherwise.

    python benchmarks/relevance.py CORPORA [--only NAME ...] [--every 1]

Each corpus has its own question, whose definition its README gives; how claims answer it is said
at each function. ``--every N`` takes every Nth record. Of these corpora the shipped models have
learned from case2021_finegrained and from parts of satp: on these two they flatter.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from dateline.coding.coder import EnglishCoder
from dateline.knowledge.ontology import ontology
from dateline.model import ActorKind, Claim, Measure, Report, Status
from terrorism import is_terrorism

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))
from weak import CASE_TYPES, is_learned_from

QUIET_SECTIONS = frozenset(
    {
        "Sport",
        "Sports",
        "Business and economy",
        "Business and economics",
        "Science and technology",
        "Science",
        "Arts and culture",
        "Art and culture",
    }
)
QUIET_ITEMS = 2000

MUC_TYPES = {
    "ATTACK": "",
    "BOMBING": "",
    "KIDNAPPING": "Abduction/forced disappearance",
    "ARSON": "Looting/property destruction",
    "ROBBERY": "Looting/property destruction",
    "FORCED WORK STOPPAGE": "Peaceful protest",
}
"""The type that tells an incident; empty: any violence."""

NUMBER = re.compile(r"\d+(?:,\d{3})*")
DISASTER = re.compile(
    r"flood|storm|hurricane|typhoon|cyclone|tornado|heavy ?rain|snow|earthquake|aftershock|tremor"
    r"|tsunami|landslide|mudslide|volcan|wildfire|bushfire|forest fire|drought|dzud|disaster|dam\b"
    r"|monsoon|tropical|landfall",
    re.IGNORECASE,
)
"""Words for what nature does; some words of the corpus have run together ("heavyrains")."""

Row = dict[str, Any]


def rows(path: Path, every: int) -> list[Row]:
    """Return every Nth record of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()][::every]


def code(records: Sequence[Row]) -> Iterator[tuple[Row, tuple[Claim, ...]]]:
    """Yield each record with its claims."""
    reports = [
        Report(
            id=str(row["id"]),
            text=row["text"],
            published=date.fromisoformat(day) if (day := row.get("published")) else None,
        )
        for row in records
    ]
    for row, coded in zip(records, EnglishCoder().code(reports), strict=True):
        yield row, coded.claims


@dataclass(frozen=True, slots=True)
class Rate:
    """Right answers among those given and those wanted."""

    right: int
    given: int
    wanted: int

    def __str__(self) -> str:
        p, r = self.right / max(self.given, 1), self.right / max(self.wanted, 1)
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        return f"P {p:.3f}  R {r:.3f}  F1 {f1:.3f}  ({self.wanted} wanted, {self.given} given)"


def rate(pairs: Iterable[tuple[bool, bool]]) -> Rate:
    """Count pairs of what is wanted and what is given."""
    counts = Counter(pairs)
    both = counts[True, True]
    return Rate(both, both + counts[False, True], both + counts[True, False])


def weighted_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Return the mean F1 of the wanted classes, each weighted by how often it is wanted."""
    wanted = Counter(want for want, _ in pairs)
    given = Counter(got for _, got in pairs)
    right = Counter(want for want, got in pairs if want == got)
    return sum(n * 2 * right[name] / (n + given[name]) for name, n in wanted.items()) / max(
        len(pairs), 1
    )


def case2021(folder: Path, every: int) -> None:
    """The type of a snippet is that of its surest claim; foreign classes have none."""
    pairs: list[tuple[str, str]] = []
    foreign: list[bool] = []
    for row, claims in code(rows(folder / "case2021_finegrained/dev.jsonl", every)):
        best = max(claims, key=lambda claim: claim.confidence or 0.0, default=None)
        if row["label"] in CASE_TYPES:
            pairs.append((CASE_TYPES[row["label"]], str(best.sub_event_type) if best else "none"))
        else:
            foreign.append(best is None)
    lost = sum(got == "none" for _, got in pairs)
    print(f"case2021_finegrained  weighted F1 over 25 classes {weighted_f1(pairs):.3f}")
    print(f"                      of {len(pairs)} snippets {lost} not coded")
    print(f"                      foreign left uncoded {sum(foreign)} of {len(foreign)}")


def is_incident(claim: Claim) -> bool:
    """Return whether a claim is violence that is not a state's own, lately, and has happened."""
    violent = str(claim.sub_event_type) in ontology().violent or str(claim.sub_event_type) in (
        "Abduction/forced disappearance",
        "Looting/property destruction",
        "Sexual violence",
    )
    states = {ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES}
    by_state = bool(claim.side_a) and all(actor.kind in states for actor in claim.side_a)
    return violent and not by_state and not claim.background and claim.status is not Status.PLANNED


def satp(folder: Path, every: int) -> None:
    """A summary is relevant where it tells of an incident of its year.

    The summaries have no day of their own from which the coder could tell what is history: what
    somebody is tried for in a later year is none.

    The second line takes a summary with an annotated action for relevant too: the corpus's own
    annotation contradicts its mark (``is_relevant``).
    """
    found = code(rows(folder / "satp/dev.jsonl", every))
    told = [
        (row, any(is_incident(claim) and not is_before(claim, row["year"]) for claim in claims))
        for row, claims in found
    ]
    print("satp                  relevance", rate((row["relevant"], got) for row, got in told))
    print(
        "                      relevance",
        rate((is_relevant(row), got) for row, got in told),
        "marked or with an annotated action",
    )


def is_relevant(row: Row) -> bool:
    """Return whether a summary is marked as relevant, or has an action annotated in it.

    Its annotators gave perpetrators, targets and actions of relevant summaries only. Of the years
    2016 to 2018 every summary with an action has the mark, of 2011 to 2015 (206 in this half)
    hardly more than half of them, beside others of the same kind that have it.
    """
    return bool(row["relevant"] or row["actions"])


def is_before(claim: Claim, year: int) -> bool:
    """Return whether a claim's date lies before a year."""
    return claim.date is not None and claim.date.end.year < year


def printed_day(dateline: str) -> date | None:
    """Return the day of a dateline such as "LIMA, 21 MAR 90 (EFE)", None where it has none."""
    found = re.search(r"\b(\d{1,2} [A-Z]{3})[A-Z]* (\d\d)\b", dateline)
    return datetime.strptime(" ".join(found.groups()), "%d %b %y").date() if found else None


def muc4(folder: Path, every: int) -> None:
    """A report is relevant where it tells of terrorism; a template by a claim of its type.

    As the corpus is scored, a report is wanted where it has a template that is not optional. The
    last line leaves out those that have only optional ones: of them there is "significant doubt
    whether the incident belongs in the database" (template-doc-part1, 2.0).
    """
    relevance: list[tuple[bool, bool]] = []
    in_doubt: list[tuple[bool, bool]] = []
    hits = total = 0
    for row, claims in code(rows(folder / "muc4/dev.jsonl", every)):
        owed = [template for template in row["templates"] if not template["optional"]]
        day = printed_day(row["dateline"])
        pair = bool(owed), any(is_terrorism(claim, day) for claim in claims)
        (relevance if owed or not row["templates"] else in_doubt).append(pair)
        types = {str(claim.sub_event_type) for claim in claims}
        for template in owed:
            name = MUC_TYPES[template["incident_type"]]
            total += 1
            hits += name in types if name else bool(types & ontology().violent)
    print("muc4                  relevance", rate(relevance + in_doubt))
    print(f"                      incident type recall {hits / max(total, 1):.3f} of {total}")
    print(f"                      relevance {rate(relevance)} without {len(in_doubt)} in doubt")


def idmc(folder: Path, every: int) -> None:
    """A figure is found where a claim has it, however it is measured.

    "More than 13,000" is 13,001 by the coding frame, and 13,000 in the corpus. Whom floods, storms
    and fires displace the frame leaves out: two in three excerpts tell no cause, and those of them
    that name a disaster count beside those that are told to be of one. The corpus finds digits
    within longer numbers too (6,600 in "66,000"): a figure counts where its number stands whole.
    """
    counts: Counter[tuple[str, bool]] = Counter()
    for row, claims in code(rows(folder / "idmc_displacement/dev.jsonl", every)):
        told = {
            value
            for claim in claims
            for figure in claim.figures
            for value in (figure.best, figure.low, figure.high)
        }
        numbers = {number.replace(",", "") for number in NUMBER.findall(row["text"])}
        disaster = DISASTER.search(row["text"]) is not None
        cause = row.get("cause") or ("not told, a disaster named" if disaster else "not told")
        for fact in row["facts"]:
            if fact["quantity_in_text"] and str(fact["quantity"]) in numbers:
                found = not told.isdisjoint((fact["quantity"], fact["quantity"] + 1))
                counts[cause, found] += 1
    for cause in sorted({cause for cause, _ in counts}):
        n = counts[cause, True] + counts[cause, False]
        print(f"idmc_displacement     {cause}: figures in claims {counts[cause, True]} of {n}")


def india_police(folder: Path, every: int) -> None:
    """A sentence tells that police killed where it counts the deaths of a claim by state forces.

    What else a report tells of the event, in other sentences, tells of no deaths.
    """
    pairs: list[tuple[bool, bool]] = []
    for row, claims in code(rows(folder / "india_police/dev.jsonl", every)):
        deaths = [
            figure.span[0]
            for claim in claims
            if any(actor.kind is ActorKind.STATE_FORCES for actor in claim.side_a)
            for figure in claim.figures
            if figure.measure is Measure.KILLED and figure.high != 0 and figure.span
        ]
        for sentence in row["sentences"]:
            told = any(sentence["start"] <= at < sentence["end"] for at in deaths)
            pairs.append(("KILL" in sentence["labels"], told))
    print("india_police          KILL sentences", rate(pairs))


def quiet(folder: Path, every: int) -> None:
    """Items of sport, business, science and arts that training has not seen tell of no claim."""
    records = [
        row
        for row in rows(folder / "world-days/reports.jsonl", 1)
        if row.get("category") in QUIET_SECTIONS and not is_learned_from(row["id"])
    ][:QUIET_ITEMS:every]
    coded = [row["id"] for row, claims in code(records) if claims]
    share = len(coded) / max(len(records), 1)
    print(f"world-days, quiet     {len(coded)} of {len(records)} items coded ({share:.2%})")


QUESTIONS: dict[str, Callable[[Path, int], None]] = {
    "case2021": case2021,
    "satp": satp,
    "muc4": muc4,
    "idmc": idmc,
    "india_police": india_police,
    "quiet": quiet,
}


def main() -> None:
    """Print the answers."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--only", nargs="*", choices=sorted(QUESTIONS), default=list(QUESTIONS))
    parser.add_argument("--every", type=int, default=1)
    options = parser.parse_args()
    for name in options.only:
        QUESTIONS[name](options.corpora, options.every)


if __name__ == "__main__":
    main()
