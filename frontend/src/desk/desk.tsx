/** The review desk: the queue, the reports with the words marked, and what is decided, side by side. */

import { effect, signal, useComputed, useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Card, CardClaim, ClaimRef } from "../api/records";
import { wordOf } from "../data/columns";
import * as state from "../state";
import { Heading, History } from "../views/card";
import { EventList } from "../views/list";
import { MarkedText, Source } from "../views/report";
import { Shape } from "../views/shape";
import { valueWords } from "../views/value";
import { t, word } from "../words";
import { accept, Actions, brightSlot, ofCard, reject } from "./actions";
import { decide } from "./decide";
import { FieldForm } from "./fields";
import { keep, kept } from "./kept";
import { picked, readSelection } from "./picking";

/** The queue as the server orders it, those in most need of a decision first. */
export const queue = signal<string[]>([]);
const queueFor = signal("");

/** The claim whose fields are edited: its number on the card; -1 for the event as a whole. */
export const part = signal(0);
/** The field whose form is open. */
export const editing = signal<string | null>(null);

/** The queue of the present filter, in rows of the index that are still there. */
function queued(): number[] {
  const events = state.events.value;
  if (!events) return [];
  const mask = state.found.value.mask;
  const inQueue = queue.value.map((id) => events.row.get(id)).filter((row): row is number => row !== undefined);
  const held = new Set(inQueue);
  // What came since the queue was read follows at its end.
  const others = [...state.sorted.value].filter((row) => !held.has(row) && wordOf(events.facets.review, row) === "unreviewed");
  return [...inQueue.filter((row) => mask[row]), ...others];
}

/** Step along the queue without deciding; `open` passes over what is decided already. */
export function step(by: 1 | -1, open = false): void {
  const events = state.events.value;
  if (!events) return;
  const rows = state.desk.value ? queued() : [...state.sorted.value];
  const at = state.chosenRow.value === null ? -1 : rows.indexOf(state.chosenRow.value);
  for (let i = at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by; i >= 0 && i < rows.length; i += by) {
    if (open && wordOf(events.facets.review, rows[i]!) !== "unreviewed") continue;
    state.chosen.value = events.id[rows[i]!]!;
    return;
  }
  state.notice.value = { text: t(open ? "queue.done" : "queue.end") };
}

/** Decide and go on to the next that waits. */
export function decideAndGo(how: "accept" | "reject"): void {
  if (how === "accept") accept();
  else reject();
  if (state.desk.value) step(1, true);
}

export function Desk() {
  const rows = useComputed(queued);
  useEffect(() => {
    const stop = effect(() => {
      const asked = `${state.filterText.value}&${state.reviewer.value}`;
      if (asked === queueFor.peek() || !state.events.value) return;
      queueFor.value = asked;
      state.source.queue(state.filterText.value, state.reviewer.value).then(
        (ids) => {
          queue.value = ids;
          if (state.chosen.peek() === null) step(1, true);
        },
        () => undefined,
      );
    });
    document.addEventListener("selectionchange", readSelection);
    return () => {
      stop();
      queueFor.value = "";
      document.removeEventListener("selectionchange", readSelection);
    };
  }, []);
  const waiting = useComputed(() => {
    const events = state.events.value;
    return events ? rows.value.filter((row) => wordOf(events.facets.review, row) === "unreviewed").length : 0;
  });
  return (
    <div class="desk">
      <section class="queue" aria-label={t("queue.label")}>
        <header><h2>{t("queue.label")}</h2><span class="quiet" role="status">{t("queue.left", { n: waiting.value })}</span></header>
        <EventList rows={rows.value} label={t("queue.label")} />
      </section>
      {state.card.value ? <Bench key={state.card.value.event.event_id} card={state.card.value} /> : <p class="quiet empty" role="status">{state.chosen.value ? t("loading") : t("queue.choose")}</p>}
    </div>
  );
}

function Bench({ card }: { card: Card }) {
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => {
    part.value = 0;
    editing.value = null;
    picked.value = null;
    brightSlot.value = null;
    // The keyboard goes on from the new event, unless it is somewhere else on purpose.
    if (document.activeElement === document.body || document.activeElement?.closest(".bench")) heading.current?.focus({ preventScroll: true });
  }, []);
  const kind = state.meta.value!.kinds.find((one) => one.types.includes(card.event.sub_event_type));
  return (
    <>
      <section class="reading" aria-label={t("desk.reports")} id="reports">
        {card.claims.map((claim, n) => <ReportOf key={claim.report_id + claim.claim_id} card={card} claim={claim} n={n} />)}
      </section>
      <section class="bench" aria-label={t("desk.decision")}>
        <div tabIndex={-1} ref={heading} class="focusable"><Heading card={card} kind={<Shape kind={kind} />} /></div>
        <Actions card={card} />
        <Fields card={card} />
        <History card={card} />
      </section>
    </>
  );
}

function ReportOf({ card, claim, n }: { card: Card; claim: CardClaim; n: number }) {
  const report = card.reports[claim.report_id];
  const box = useRef<HTMLElement>(null);
  useSignalEffect(() => {
    if (part.value !== n) return;
    // The evidence is brought into view within the column, not the page moved.
    requestAnimationFrame(() => {
      const mark = box.current?.querySelector<HTMLElement>(".m-evidence");
      const column = box.current?.closest<HTMLElement>(".reading");
      if (!mark || !column) return;
      const below = mark.getBoundingClientRect().top - column.getBoundingClientRect().top;
      if (below < 0 || below > column.clientHeight * 0.6) column.scrollTop += below - 90;
    });
  });
  return (
    <article ref={box} class={`sheet ${part.value === n ? "now" : ""}`} data-report={claim.report_id} onPointerDown={() => (part.value === n || editing.value ? undefined : (part.value = n))}>
      <Source report={report} />
      {report?.title && <h3 dir="auto">{report.title}</h3>}
      <p class="said">{claim.claim.attributed_to.length ? <>{t("claim.says")} <bdi class="who">{claim.claim.attributed_to.join(t("comma"))}</bdi></> : t("claim.voice")} <span class={`status s-${claim.claim.status}`}>{word("status", claim.claim.status)}</span></p>
      <div class="text" dir="auto"><MarkedText text={report?.text ?? claim.quote} marks={report?.text ? claim.marks : []} bright={brightSlot.value} /></div>
    </article>
  );
}

function Fields({ card }: { card: Card }) {
  const whole = part.value < 0;
  const claim = whole ? null : (card.claims[part.value] ?? card.claims[0]);
  const fields = whole ? state.meta.value!.editable.event : state.meta.value!.editable.claim;
  const held = (whole ? card.event : claim?.claim) as unknown as Record<string, unknown>;
  return (
    <section class="fields" aria-label={t("desk.fields")}>
      {card.claims.length > 1 && (
        <div class="parts" role="group" aria-label={t("desk.which")}>
          <button type="button" aria-pressed={whole} onClick={() => (part.value = -1)}>{t("desk.event")}</button>
          {card.claims.map((one, n) => (
            <button type="button" key={n} aria-pressed={part.value === n} onClick={() => (part.value = n)}><bdi>{card.reports[one.report_id]?.publisher ?? `${n + 1}`}</bdi></button>
          ))}
        </div>
      )}
      {fields.map((field) => (
        <Field key={`${part.value} ${field}`} card={card} field={field} value={held[field]} claim={claim && !whole ? [claim.report_id, claim.claim_id] : null}
          edited={claim?.edited.includes(field) ?? false} disagrees={claim?.disagrees.includes(field) ? (claim.machine as unknown as Record<string, unknown> | null)?.[field] : undefined} />
      ))}
    </section>
  );
}

interface Draft {
  value: unknown;
  note: string;
}

function Field({ card, field, value, claim, edited, disagrees }: {
  card: Card; field: string; value: unknown; claim: ClaimRef | null; edited: boolean; disagrees: unknown;
}) {
  const name = `edit.${card.event.event_id}.${claim?.join("/") ?? ""}.${field}`;
  const draft = useSignal<Draft | null>(kept<Draft>(name));
  const open = editing.value === field;
  const change = (now: Draft | null) => {
    draft.value = now;
    keep(name, now);
  };
  const start = () => {
    editing.value = field;
    brightSlot.value = field;
    picked.value = null;
    if (!draft.value) draft.value = { value, note: "" };
  };
  const save = async () => {
    const now = draft.value;
    editing.value = null;
    brightSlot.value = null;
    if (!now || JSON.stringify(now.value) === JSON.stringify(value)) return change(null);
    await decide({
      action: "edit", ...ofCard(card), field, value: now.value,
      ...(claim ? { claim } : {}), ...(now.note ? { note: now.note } : {}),
    });
    change(null);
  };
  return (
    <div class={`edit ${open ? "open" : ""}`} onMouseEnter={() => !editing.value && (brightSlot.value = field)} onMouseLeave={() => !editing.value && (brightSlot.value = null)}>
      <div class="line">
        <span class="name">{word("field", field)}{edited && <span class="badge flag">{word("flag", "edited")}</span>}</span>
        <span class="value" dir="auto">{field === "evidence" ? t("evidence.count", { n: (value as unknown[]).length }) : valueWords(field, value)}</span>
        {!open && <button type="button" class="link" data-field={field} aria-label={t("edit.field", { field: word("field", field) })} onClick={start}>{t(draft.value ? "edit.draft" : "do.edit")}</button>}
      </div>
      {disagrees !== undefined && <p class="note">{t("edit.machine")} <b dir="auto">{valueWords(field, disagrees)}</b></p>}
      {open && draft.value && (
        <form onSubmit={(event) => { event.preventDefault(); void save(); }}
          onKeyDown={(event) => { if (event.key === "Escape") { event.stopPropagation(); editing.value = null; brightSlot.value = null; } }}>
          <FieldForm field={field} value={draft.value.value} change={(now) => change({ value: now, note: draft.value?.note ?? "" })} picked={picked.value} />
          <label class="field"><span>{t("reason")}</span><input dir="auto" maxLength={2000} value={draft.value.note} onInput={(event) => change({ value: draft.value?.value, note: event.currentTarget.value })} /></label>
          <p class="buttons">
            <button type="submit" class="main">{t("save")}</button>
            <button type="button" onClick={() => { change(null); editing.value = null; brightSlot.value = null; }}>{t("cancel")}</button>
          </p>
        </form>
      )}
    </div>
  );
}
