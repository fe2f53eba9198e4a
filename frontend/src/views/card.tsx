/** The card of an event: what is claimed, by whom, how surely, where they differ, why it is one event. */

import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { Actor, Card, CardClaim, EventRecord, Toll } from "../api/records";
import { dayOf, instantWords, spanWords } from "../data/days";
import { decide } from "../desk/decide";
import { Actions } from "../desk/actions";
import * as state from "../state";
import { country, language, t, word } from "../words";
import { Badge } from "./list";
import { context, MarkedText, Source } from "./report";
import { actorWords, rangeWords } from "./rows";
import { Shape } from "./shape";
import { valueWords } from "./value";

const CERTAINTIES = ["single source", "several independent sources", "confirmed by a reviewer"];

export function CardView() {
  const card = state.card.value;
  if (state.chosen.value === null) return null;
  return (
    <aside class="card" aria-label={t("card.label")} id="card">
      <button type="button" class="icon close" aria-label={t("close")} onClick={() => (state.chosen.value = null)}>×</button>
      {state.cardTrouble.value ? <p class="trouble" role="alert">{t(state.cardTrouble.value === "not_found" ? "card.gone" : state.cardTrouble.value === "offline" ? "offline" : "card.trouble")}</p>
        : card ? <Body card={card} /> : <p class="quiet" role="status">{t("loading")}</p>}
    </aside>
  );
}

function Body({ card }: { card: Card }) {
  const { event } = card;
  const kind = state.meta.value!.kinds.find((k) => k.types.includes(event.sub_event_type));
  return (
    <>
      <Heading card={card} kind={<Shape kind={kind} />} />
      {card.sensitive && <p class="note sensitive">{t("card.sensitive")}</p>}
      {!state.source.saved && !state.meta.value!.read_only && <Actions card={card} />}
      <Facts card={card} />
      <Contradictions event={event} card={card} />
      <section>
        <h3>{t("card.claims", { n: card.claims.length })}</h3>
        {card.claims.map((claim) => <ClaimView key={claim.report_id + claim.claim_id} claim={claim} card={card} />)}
      </section>
      <Why card={card} />
      <History card={card} />
      <p class="permalink">{!state.source.saved && <a href={`/event/${encodeURIComponent(event.event_id)}`}>{t("card.permalink")}</a>} <code>{event.event_id}</code></p>
    </>
  );
}

export function Heading({ card, kind }: { card: Card; kind?: ComponentChildren }) {
  const { event } = card;
  return (
    <header class="heading">
      <p class="over">{kind} {word("type", event.sub_event_type)} <Badge review={card.review} /></p>
      <h2 dir="auto">{placeLine(event)}</h2>
      <dl class="dates">
        <div><dt>{t("incident")}</dt><dd>{dateLine(event)}</dd></div>
        <div><dt>{t("reported")}</dt><dd>{reportedLine(event)}</dd></div>
      </dl>
      {(card.flags.length > 0 || card.assigned) && (
        <p class="flags">
          {card.flags.map((flag) => <span class="badge flag" key={flag}>{word("flag", flag)}</span>)}
          {card.assigned && <span class="badge flag">{t("assigned.to", { name: card.assigned })}</span>}
        </p>
      )}
    </header>
  );
}

function placeLine(event: EventRecord): string {
  const { place } = event;
  if (!place) return t("unknown.place");
  const name = place.precision === "near" ? t("place.near", { place: place.canonical }) : place.canonical;
  const where = [place.admin1 === place.canonical ? null : place.admin1, place.country ? country(place.country, state.meta.value!.countries) : null];
  return [name, ...where].filter(Boolean).join(t("comma"));
}

function dateLine(event: EventRecord): string {
  if (!event.date) return t("unknown.date");
  const { start, end, precision } = event.date;
  const words = spanWords(dayOf(start), dayOf(end), precision, language.value);
  return precision === "day" ? words : `${words} (${word("date_precision", precision)})`;
}

function reportedLine(event: EventRecord): string {
  if (!event.first_reported) return t("unknown.date");
  return spanWords(dayOf(event.first_reported), dayOf(event.last_reported ?? event.first_reported), "day", language.value);
}

export function actorLine(actor: Actor): string {
  const from = actor.country ? country(actor.country, state.meta.value!.countries) : null;
  const what = [word("actor_kind", actor.kind), from].filter(Boolean).join(t("comma"));
  // Who has no name of its own is what it is; the words of the report follow.
  return actor.name ? `${actor.name} (${what})` : `${what} (“${actor.mention}”)`;
}

function Facts({ card: { event } }: { card: Card }) {
  const ladder = CERTAINTIES.indexOf(event.certainty);
  return (
    <dl class="facts">
      <div class="surety">
        <dt>{t("certainty")}</dt>
        <dd>
          <span class={`ladder ${ladder < 0 ? "contested" : `step${ladder}`}`} aria-hidden="true"><i /><i /><i /></span>
          {/source/.test(event.certainty) ? t("count.sources", { n: event.sources }) : `${word("certainty", event.certainty)} · ${t("count.sources", { n: event.sources })}`}
        </dd>
      </div>
      {event.status !== "stated" && <div><dt>{t("facet.status")}</dt><dd>{word("status", event.status)}</dd></div>}
      <div><dt>{t("facet.side_a")}</dt><dd><Actors side={event.side_a} /></dd></div>
      <div><dt>{t("facet.side_b")}</dt><dd><Actors side={event.side_b} /></dd></div>
      {event.civilians_targeted && <div><dt>{t("civilians")}</dt><dd>{t("yes")}</dd></div>}
      {event.control && (
        <div><dt>{t("control.after")}</dt><dd><bdi>{event.control.to ? actorLine(event.control.to) : t("unknown")}</bdi>
          {event.control.from && <> <span class="quiet">({t("control.before", { who: actorLine(event.control.from) })})</span></>}</dd></div>
      )}
      {event.place && event.place.precision !== "exact" && <div><dt>{t("facet.precision")}</dt><dd>{word("precision", event.place.precision)}</dd></div>}
      <div class="wide"><dt>{t("tolls")}</dt><dd>{event.tolls.length ? <Tolls tolls={event.tolls} /> : <span class="quiet">{t("none.reported")}</span>}</dd></div>
    </dl>
  );
}

function Actors({ side }: { side: Actor[] }) {
  if (!side.length) return <span class="quiet">{t("not.named")}</span>;
  return <>{side.map((actor, n) => <bdi key={n} class="actor">{actorLine(actor)}</bdi>)}</>;
}

function Tolls({ tolls }: { tolls: Toll[] }) {
  const most = Math.max(1, ...tolls.flatMap((toll) => [toll.low ?? 0, toll.best ?? 0, toll.high ?? 0]));
  return (
    <ul class="tolls">
      {tolls.map((toll, n) => {
        const low = toll.low ?? toll.best ?? 0;
        const high = toll.high ?? toll.best ?? toll.low ?? 0;
        return (
          <li key={n}>
            <span class="measure">{word("measure", toll.measure)}{toll.who && <span class="quiet"> · {word("who", toll.who)}</span>}</span>
            <b>{rangeWords(toll.low, toll.best, toll.high)}</b>
            <svg class="range" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <path d="M0 4H100" class="track" />
              <path d={`M${(low / most) * 100} 4H${Math.max((low / most) * 100 + 1, (high / most) * 100)}`} class="span" />
              {toll.best !== null && <path d={`M${Math.min(99, (toll.best / most) * 100)} 0V8`} class="best" />}
            </svg>
          </li>
        );
      })}
    </ul>
  );
}

function Contradictions({ event, card }: { event: EventRecord; card: Card }) {
  if (!event.contradictions.length) return null;
  return (
    <section class="contradictions">
      <h3>{t("card.contradictions")}</h3>
      {event.contradictions.map((found) => (
        <dl key={found.field}>
          <dt>{word("contradiction", found.field)}</dt>
          {found.alternatives.map((alternative) => (
            <dd key={alternative.value}>
              <bdi>{found.field === "perpetrator" || found.field === "control" ? alternative.value.split("; ").map(actorWords).join("; ") : alternative.value}</bdi>
              <span class="quiet"> — <bdi>{(alternative.publishers.length ? alternative.publishers : alternative.claims.map(([id]) => card.reports[id]?.publisher ?? id)).join(", ")}</bdi></span>
            </dd>
          ))}
        </dl>
      ))}
    </section>
  );
}

const AROUND = 160;

/** One claim: who says it, the sentence in its report, and what was taken from it. */
export function ClaimView({ claim, card }: { claim: CardClaim; card: Card }) {
  const whole = useSignal(false);
  const report = card.reports[claim.report_id];
  const evidence = claim.claim.evidence[0] ?? [0, 0];
  const text = report?.text ?? null;
  const [from, to] = text === null ? [0, 0] : whole.value ? [0, Infinity] : context(text, evidence, AROUND);
  return (
    <article class="claim">
      <p class="said">{sayer(claim)} <span class={`status s-${claim.claim.status}`}>{word("status", claim.claim.status)}</span>
        {claim.edited.length > 0 && <span class="badge flag">{word("flag", "edited")}</span>}</p>
      <Source report={report} />
      {report?.title && <p class="title" dir="auto">{report.title}</p>}
      {text !== null ? (
        <blockquote class={whole.value ? "text whole" : "text"} dir="auto">
          {from > 0 && "… "}<MarkedText text={text} marks={claim.marks} from={from} to={to} />{!whole.value && "…"}
        </blockquote>
      ) : <blockquote class="text" dir="auto"><mark class="m-evidence">{claim.quote}</mark></blockquote>}
      {text !== null && <button type="button" class="link source" aria-expanded={whole.value} onClick={() => (whole.value = !whole.value)}>{t(whole.value ? "report.less" : "report.whole")}</button>}
      <Taken claim={claim} />
      {claim.disagrees.length > 0 && <p class="note">{t("claim.disagrees", { fields: claim.disagrees.map((field) => word("field", field)).join(", ") })}</p>}
    </article>
  );
}

function sayer(claim: CardClaim) {
  const who = claim.claim.attributed_to;
  return who.length ? <>{t("claim.says")} <bdi class="who">{who.join(t("comma"))}</bdi></> : <span class="who">{t("claim.voice")}</span>;
}

function Taken({ claim: { claim } }: { claim: CardClaim }) {
  const parts: [string, string][] = [];
  if (claim.date) parts.push([word("field", "date"), spanWords(dayOf(claim.date.start), dayOf(claim.date.end), claim.date.precision, language.value)]);
  if (claim.place) parts.push([word("field", "place"), claim.place.canonical]);
  for (const figure of claim.figures)
    parts.push([word("measure", figure.measure), `${rangeWords(figure.low ?? null, figure.best ?? null, figure.high ?? null) ?? ""} ${figure.who ?? ""} (“${figure.text}”)`]);
  return <ul class="taken">{parts.map(([name, value], n) => <li key={n}><span class="quiet">{name}</span> <bdi>{value}</bdi></li>)}</ul>;
}

function Why({ card }: { card: Card }) {
  const linked = card.claims.filter((claim) => claim.link?.to);
  if (!linked.length) return null;
  const name = (report: string) => card.reports[report]?.publisher ?? report;
  return (
    <details class="why">
      <summary>{t("card.why")}</summary>
      <ul>
        {linked.map(({ report_id, claim_id, link }) => (
          <li key={report_id + claim_id}>
            <bdi>{name(report_id)}</bdi> ↔ <bdi>{name(link!.to![0])}</bdi>
            {link!.log_odds !== null && <span class="quiet"> · {t("card.odds", { n: percent(link!.log_odds) })}</span>}
            <ul>{link!.reasons.map((reason) => <li key={reason} dir="auto">{reason}</li>)}</ul>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Log odds as a percentage, never quite all or nothing. */
const percent = (logOdds: number) => `${Math.min(99.9, Math.max(0.1, 100 / (1 + Math.exp(-logOdds)))).toFixed(1)} %`;

export function History({ card }: { card: Card }) {
  if (!card.history.length) return null;
  return (
    <details class="history" open={card.history.some((entry) => entry.by)}>
      <summary>{t("card.history", { n: card.history.length })}</summary>
      <ol reversed>
        {card.history.slice().reverse().map((entry) => (
          <li key={entry.number} class={entry.undone ? "undone" : ""}>
            <b>{entry.by ? <bdi>{entry.by}</bdi> : t("machine")}</b> {word("did", entry.what)}
            {entry.field && <> <em>{word("field", entry.field)}</em></>}
            {entry.what === "edit" && <span dir="auto"> {valueWords(entry.field ?? "", entry.from)} → {valueWords(entry.field ?? "", entry.to)}</span>}
            {entry.note && <q dir="auto">{entry.note}</q>}
            <span class="quiet"> · <time dateTime={entry.at}>{instantWords(entry.at, language.value)}</time>{entry.undone && ` · ${t("undone")}`}</span>
            {entry.by && entry.review != null && !entry.undone && !state.meta.value!.read_only && (
              <button type="button" class="link" onClick={() => void decide({ action: "undo", review: entry.review! })}>{t("do.undo")}</button>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

