"""Why one claim is coded: its triggers, its models' verdicts, and where each value came from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dateline.coding.argument_features import argument_features
from dateline.coding.claims import BACKGROUND_DAYS, Draft, Thresholds, sides_of
from dateline.coding.crowds import CROWDS
from dateline.coding.denial import denial_of
from dateline.coding.doubt import doubt_of
from dateline.coding.explanation import ClaimExplanation, Decision
from dateline.coding.findings import Findings
from dateline.coding.fired_rows import actor_rows, measure_word, place_rows, trigger_rows_of
from dateline.coding.happenings import Happening, Models, evidence
from dateline.coding.judgement import Judged
from dateline.coding.mentions import ActorMention
from dateline.coding.pair_features import pair_features, sketch
from dateline.coding.reason_words import Samples, reasons, samples
from dateline.coding.retelling import sentences_of
from dateline.coding.second_look import side_features, type_features
from dateline.coding.status import status_chances
from dateline.coding.status_features import status_features
from dateline.model import Actor, Claim, EventDate, Figure, Offsets, Place


@dataclass(slots=True)
class Telling:
    """What explaining a report needs at every step: its findings, the models, kept features."""

    findings: Findings
    models: Models
    shared: dict[int, list[str]] = field(default_factory=dict)
    """The features that all triggers of a sentence share."""

    def quote(self, happening: Happening) -> Offsets:
        """Return the offsets of a happening's trigger."""
        trigger = happening.trigger
        return self.findings.document.offsets(trigger.first, trigger.last)

    def words(self, happening: Happening) -> str:
        """Return a happening's trigger as written, in quotation marks."""
        return f"“{self.findings.document.quote(self.quote(happening))}”"

    def samples(self, happening: Happening) -> Samples:
        """Return the words of the trigger's sentence by their class."""
        return samples(self.findings, happening.trigger.sentence)


def event_decision(telling: Telling, happening: Happening, *, kept: bool) -> Decision:
    """Return how sure the models are that a trigger tells of an event, or of none, and why."""
    features, classes = evidence(telling.findings, happening.trigger, telling.shared)
    outcome = "yes" if kept else "no"
    value = f"tells of an event, most likely {happening.best_type}"
    read = f" (read on its own, the sentence tells of one with {happening.read:.2f})"
    return Decision(
        slot="event",
        value=(value if kept else "tells of no event") + read,
        by="model: event",
        score=round(happening.sure if kept else 1 - happening.sure, 3),
        span=telling.quote(happening),
        rows=trigger_rows_of(happening.trigger),
        reasons=reasons(
            telling.models, "event", features + classes, outcome, telling.samples(happening)
        ),
    )


def explain_claim(
    telling: Telling, judged: Judged, made: tuple[Draft, Claim], thresholds: Thresholds
) -> ClaimExplanation:
    """Return why a claim is coded as it is."""
    draft, claim = made
    best = max(judged.members, key=lambda happening: happening.sure)
    first = event_decision(telling, best, kept=True)
    return ClaimExplanation(
        claim_id=claim.id,
        trigger=claim.trigger,
        concept=" or ".join(best.trigger.concepts),
        row=next(iter(first.rows), None),
        decisions=(
            # Its first row stands beside the trigger.
            first.model_copy(update={"rows": first.rows[1:]}),
            *_joined(telling, judged, best),
            _kept(telling, judged, thresholds),
            *_verdicts(telling, judged, draft, claim),
            _place(telling, judged.members, claim.place),
            _whole(claim.date) if draft.total else _date(telling, judged.members, claim.date),
            *_sides(telling, judged.members, draft, claim),
            *(_figure(telling, judged.members, figure) for figure in claim.figures),
            *_rules(telling, claim),
        ),
    )


def _joined(telling: Telling, judged: Judged, best: Happening) -> Iterator[Decision]:
    """The other triggers of the group, each with the member that it is likeliest the same as."""
    report = sentences_of(telling.findings, len(judged.happenings))
    order = {happening.trigger: at for at, happening in enumerate(judged.happenings)}
    for member in judged.members:
        if member is best:
            continue
        mates = []
        for mate in judged.members:
            if mate is member:
                continue
            i, j = sorted((order[member.trigger], order[mate.trigger]))
            first, second = judged.happenings[i], judged.happenings[j]
            features = pair_features(
                report,
                sketch(telling.findings, first),
                sketch(telling.findings, second),
                j - i - 1,
                float(telling.models.encoder.same(second.topic, first.topic[None])[0]),
            )
            mates.append((telling.models.same.probabilities(features)["yes"], -i, mate, features))
        score, _, mate, features = max(mates, key=lambda found: found[:2])
        yield Decision(
            slot="same_event",
            value=f"tells of the same event as {telling.words(mate)}",
            by="model: same",
            score=round(score, 3),
            span=telling.quote(member),
            rows=trigger_rows_of(member.trigger),
            reasons=reasons(telling.models, "same", features, "yes", shown=2),
        )


def _kept(telling: Telling, judged: Judged, thresholds: Thresholds) -> Decision:
    return Decision(
        slot="kept",
        value=f"coded as a claim (from {thresholds.claim:.2f} on)",
        by="model: claim",
        score=round(judged.confidence, 3),
        reasons=reasons(telling.models, "claim", judged.features, "yes"),
    )


def _verdicts(telling: Telling, judged: Judged, draft: Draft, claim: Claim) -> Iterator[Decision]:
    """The type and the status, each with its probability and reasons."""
    findings, models, members = telling.findings, telling.models, judged.members
    sides = sides_of(draft, models.side)
    best = max(members, key=lambda happening: happening.sure)
    of_type = type_features(members, draft.types, sides, draft.figures)
    of_status = status_features(findings, members, sides)
    types = models.type.probabilities(of_type)
    statuses = status_chances(findings, members, sides, models)
    for slot, outcome, features, chances in (
        ("type", str(claim.sub_event_type), of_type, types),
        ("status", str(claim.status), of_status, statuses),
    ):
        if slot == "type" and draft.total:
            yield Decision(slot=slot, value=outcome, by=TOTAL)
            continue
        if slot == "status" and outcome != max(chances, key=lambda name: chances[name]):
            denial = denial_of(findings, members, claim.place)
            word = denial or doubt_of(findings, members)
            rule = "rule: a denial" if denial else "rule: a word of doubt"
            span = findings.document.offsets(word.i, word.i + 1) if word else None
            yield Decision(slot=slot, value=outcome, by=rule, span=span)
            continue
        yield Decision(
            slot=slot,
            value=outcome,
            by=f"model: {slot}",
            score=round(chances[outcome], 3),
            reasons=reasons(models, slot, features, outcome, telling.samples(best)),
        )


TOTAL = "rule: what the war has cost so far"

LIKELIER = "likelier ones weigh less here"
"""Where a value is chosen that the model alone would not choose."""


def _place(telling: Telling, members: Sequence[Happening], place: Place | None) -> Decision:
    findings = telling.findings
    if place is None:
        return Decision(slot="place", value="none", by="no place belongs to it surely enough")
    tied = [
        (p, -index, member)
        for member in members
        for index, p in member.places.items()
        if findings.places[index].place == place
    ]
    value = f"{place.canonical} ({place.precision})"
    if not tied:
        return Decision(
            slot="place", value=value, by="rule", span=place.span, rows=place_rows(place)
        )
    score, index, member = max(tied, key=lambda found: found[:2])
    features = argument_features(findings, member.trigger, findings.places[-index])
    likelier = max(p for other in members for p in other.places.values()) > score
    return Decision(
        slot="place",
        value=value,
        by=f"model: place; {LIKELIER}, or are named less" if likelier else "model: place",
        score=round(score, 3),
        span=place.span,
        rows=place_rows(place),
        reasons=reasons(telling.models, "place", features, "yes"),
    )


def _whole(date: EventDate | None) -> Decision:
    """The years of a running total."""
    value = f"{date.start} to {date.end} ({date.precision})" if date else "none"
    return Decision(slot="date", value=value, by=f"{TOTAL}, from its start to the report's day")


def _date(telling: Telling, members: Sequence[Happening], date: EventDate | None) -> Decision:
    findings = telling.findings
    if date is None:
        return Decision(
            slot="date", value="none", by="the text gives none and the report has no date"
        )
    value = " to ".join(dict.fromkeys((date.start.isoformat(), date.end.isoformat())))
    value = f"{value} ({date.precision})"
    tied = [
        (p, -index, member)
        for member in members
        for index, p in member.dates.items()
        if findings.dates[index].date == date
    ]
    told = [p for member in members for p in member.dates.values()]
    if not tied:
        day = "the day that the report prints" if date.span else "the day of publication"
        other = "no other is told surely enough" if told else "the text gives no other"
        return Decision(slot="date", value=value, by=f"{day}: {other}", span=date.span)
    score, index, member = max(tied, key=lambda found: found[:2])
    features = argument_features(findings, member.trigger, findings.dates[-index])
    return Decision(
        slot="date",
        value=value,
        by=f"model: date; {LIKELIER}" if max(told) > score else "model: date",
        score=round(score, 3),
        span=date.span,
        reasons=reasons(telling.models, "date", features, "yes"),
    )


BY_CROWD = "rule: who demonstrates takes part in a protest or riot"
BY_GROUND = "rule: who takes a place acts, who leaves it is acted on"


def _sides(
    telling: Telling, members: Sequence[Happening], draft: Draft, claim: Claim
) -> Iterator[Decision]:
    """Everyone on a side: the model's probability, and what in the syntax told it."""
    judged = sides_of(draft, telling.models.side)
    for slot, name, parties, actors in zip(
        ("side_a", "side_b"), ("a", "b"), judged, (claim.side_a, claim.side_b), strict=True
    ):
        for actor in actors:
            told = next((one for one in parties if one.span == actor.span), None)
            if told is None:
                yield Decision(
                    slot=slot,
                    value=_actor_words(actor),
                    by=BY_CROWD if actor.kind in CROWDS else BY_GROUND,
                    span=actor.span,
                )
            else:
                yield _party(telling, members, draft, (slot, name), told, actor)


def _party(
    telling: Telling,
    members: Sequence[Happening],
    draft: Draft,
    side: tuple[str, str],
    told: Actor,
    actor: Actor,
) -> Decision:
    """Why the side model has an actor on a side, by the slot's name and its own."""
    models = telling.models
    slot, name = side
    party = next(party for party in draft.parties if party.actor is told)
    features = side_features(party, draft.parties, draft.types)
    found = _mention(telling.findings, members, told, name)
    why: tuple[str, ...] = ()
    if found:
        mention, member = found
        tie = argument_features(telling.findings, member.trigger, mention)
        why = reasons(models, "actor", tie, name, shown=2)
    why += reasons(models, "side", features, name, shown=1)
    if actor.kind is not told.kind:
        why += (f"{told.kind} count as {actor.kind} in such an event",)
    return Decision(
        slot=slot,
        value=_actor_words(actor),
        by="model: side",
        score=round(models.side.probabilities(features)[name], 3),
        span=actor.span,
        rows=actor_rows(telling.findings, found[0], told) if found else (),
        reasons=why,
    )


def _mention(
    findings: Findings, members: Sequence[Happening], actor: Actor, side: str
) -> tuple[ActorMention, Happening] | None:
    """The mention that an actor was taken from, with the trigger that ties it to the side best."""
    tied = [
        (scores[side == "b"], -index, member)
        for member in members
        for index, scores in member.actors.items()
        if any(one.span == actor.span for one in findings.actors[index].actors)
    ]
    if not tied:
        return None
    _, index, member = max(tied, key=lambda found: found[:2])
    return findings.actors[-index], member


def _figure(telling: Telling, members: Sequence[Happening], figure: Figure) -> Decision:
    findings = telling.findings
    score, index, member = max(
        (
            (p, -index, member)
            for member in members
            for index, p in member.figures.items()
            if findings.figures[index].figure == figure
        ),
        key=lambda found: found[:2],
    )
    mention = findings.figures[-index]
    features = argument_features(findings, member.trigger, mention)
    word = measure_word(findings, mention)
    measure = f"“{word}” gives the measure" if word else "the counted noun gives the measure"
    return Decision(
        slot="figures",
        value=f"{figure.measure} {_bounds(figure)}",
        by="model: figure",
        score=round(score, 3),
        span=figure.span,
        reasons=(measure, *reasons(telling.models, "figure", features, "yes", shown=2)),
    )


def _rules(telling: Telling, claim: Claim) -> Iterator[Decision]:
    """What follows from the values by rule: control, civilians, speakers, background."""
    if claim.control:
        held = [
            f"{word} {_actor_words(actor)}"
            for word, actor in (("to", claim.control.to), ("from", claim.control.from_))
            if actor
        ]
        yield Decision(slot="control", value=", ".join(held), by="rule: who takes it holds it")
    if claim.civilians_targeted:
        yield Decision(
            slot="civilians",
            value="targeted",
            by="rule: violence, and only civilians are acted on",
        )
    document = telling.findings.document
    verbs = {
        document.offsets(speaker.first, speaker.last): document.doc[speaker.at].text
        for speaker in reversed(telling.findings.speakers)
    }
    for name, span in zip(claim.attributed_to, claim.attribution_spans, strict=True):
        verb = f"rule: speaks by “{verbs[span]}”" if span in verbs else "rule"
        yield Decision(slot="said_by", value=name, by=verb, span=span)
    if claim.background:
        yield Decision(
            slot="background",
            value="history",
            by=f"rule: more than {BACKGROUND_DAYS} days before the report, or known to the year",
        )


def _actor_words(actor: Actor) -> str:
    detail = ", ".join(part for part in (str(actor.kind), actor.country or "") if part)
    return f"{actor.name or actor.mention} ({detail})"


def _bounds(figure: Figure) -> str:
    """The three bounds in words: "58", "58 or more", "24 to 99", "up to 40", "about 70"."""
    low, best, high = figure.low, figure.best, figure.high
    if low is None and high is None:
        return "unknown" if best is None else f"about {best}"
    if low is None:
        return f"up to {high}"
    if high is None:
        return f"{low} or more"
    return f"{low}" if low == high else f"{low} to {high}"
