/** The dialogs of the desk: merging, splitting, notes, a second opinion, assignment, names, conflicts. */

import { signal, useComputed, useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { Card, ClaimRef } from "../api/records";
import { MISSING, wordOf } from "../data/columns";
import { instantWords } from "../data/days";
import * as state from "../state";
import { Dialog } from "../views/dialog";
import { dateWords, placeWords, typeWords } from "../views/rows";
import { Shape } from "../views/shape";
import { language, t, word, type Key } from "../words";
import { conflict, decide, insist, nameWanted, outbox, setReviewer } from "./decide";
import { keep, kept } from "./kept";

export type Opened = "merge" | "split" | "note" | "second" | "assign" | "add" | "help" | "name" | "agreement" | "log" | "methodology" | "save" | null;

/** The dialog that is open. */
export const opened = signal<Opened>(null);
const shut = () => (opened.value = null);

export function DeskDialogs() {
  const card = state.card.value;
  return (
    <>
      {card && opened.value === "merge" && <Merge card={card} />}
      {card && opened.value === "split" && <Split card={card} />}
      {card && (opened.value === "note" || opened.value === "second") && <Note card={card} action={opened.value} />}
      {card && opened.value === "assign" && <Assign card={card} />}
      {(nameWanted.value || opened.value === "name") && <Name />}
      {conflict.value && <Conflict />}
    </>
  );
}

/** A text that is kept while it is typed, and forgotten once it is sent. */
function useDraft(what: string): [string, (text: string) => void] {
  const text = useSignal(kept<string>(what) ?? "");
  return [text.value, (now) => {
    text.value = now;
    keep(what, now || null);
  }];
}

function Reason({ value, change, label = "reason" }: { value: string; change: (text: string) => void; label?: Key }) {
  return (
    <label class="reason">
      <span>{t(label)}</span>
      <textarea rows={2} dir="auto" maxLength={2000} value={value} onInput={(event) => change(event.currentTarget.value)} />
    </label>
  );
}

function Form({ send, ready, verb, children }: { send: () => void; ready: boolean; verb: string; children: ComponentChildren }) {
  return (
    <form onSubmit={(event) => { event.preventDefault(); if (ready) send(); }}>
      {children}
      <p class="buttons">
        <button type="submit" class="main" disabled={!ready}>{verb}</button>
        <button type="button" onClick={shut}>{t("cancel")}</button>
      </p>
    </form>
  );
}

const NEAR_DAYS = 10;
const NEAR_KM = 60;

/** Events that may be the same one: close in time and place, the closest first. */
function candidates(id: string): number[] {
  const events = state.events.value!;
  const row = events.row.get(id);
  if (row === undefined) return [];
  const reach = (other: number): number => {
    const days = events.start[row] === MISSING || events.start[other] === MISSING ? NEAR_DAYS : Math.max(0, Math.max(events.start[row]!, events.start[other]!) - Math.min(events.end[row]!, events.end[other]!));
    const y = (events.lat[row]! - events.lat[other]!) * 111;
    const x = (events.lon[row]! - events.lon[other]!) * 111 * Math.cos((events.lat[row]! * Math.PI) / 180);
    const km = Math.hypot(x, y);
    const far = Number.isNaN(km) ? NEAR_KM : km;
    return days > NEAR_DAYS || far > NEAR_KM ? Infinity : days / NEAR_DAYS + far / NEAR_KM + (events.look[row] === events.look[other] ? 0 : 0.5);
  };
  const out: [number, number][] = [];
  for (let other = 0; other < events.count; other++) {
    if (other === row || events.id[other] === null || wordOf(events.facets.review, other) === "rejected") continue;
    const distance = reach(other);
    if (distance < Infinity) out.push([distance, other]);
  }
  return out.sort((a, b) => a[0] - b[0]).slice(0, 40).map(([, other]) => other);
}

function Merge({ card }: { card: Card }) {
  const id = card.event.event_id;
  const chosen = useSignal<string[]>([]);
  const [reason, setReason] = useDraft(`merge.${id}`);
  const near = useComputed(() => candidates(id));
  const send = async () => {
    shut();
    const answer = await decide({ action: "join", event: id, seen: card.seen, others: chosen.value, ...(reason ? { note: reason } : {}) });
    setReason("");
    if (answer?.event) state.chosen.value = answer.event;
  };
  const events = state.events.value!;
  return (
    <Dialog title={t("merge.title")} close={shut} wide>
      <Form send={send} ready={chosen.value.length > 0} verb={t("do.merge")}>
        <p>{t("merge.hint")}</p>
        <fieldset class="candidates">
          <legend class="sr">{t("merge.title")}</legend>
          {near.value.map((row) => {
            const other = events.id[row]!;
            return (
              <label key={other} class="box">
                <input type="checkbox" checked={chosen.value.includes(other)}
                  onChange={() => (chosen.value = chosen.value.includes(other) ? chosen.value.filter((one) => one !== other) : [...chosen.value, other])} />
                <Shape kind={state.meta.value!.kinds[events.look[row]!]} />
                <span><b>{typeWords(events, row)}</b> · <bdi>{placeWords(events, row)}</bdi> · {dateWords(events, row)} <span class="quiet">{other}</span></span>
              </label>
            );
          })}
          {near.value.length === 0 && <p class="quiet">{t("merge.none")}</p>}
        </fieldset>
        <Reason value={reason} change={setReason} />
      </Form>
    </Dialog>
  );
}

function Split({ card }: { card: Card }) {
  const id = card.event.event_id;
  const chosen = useSignal<number[]>([]);
  const [reason, setReason] = useDraft(`split.${id}`);
  const send = async () => {
    shut();
    const claims = chosen.value.map((n): ClaimRef => [card.claims[n]!.report_id, card.claims[n]!.claim_id]);
    await decide({ action: "part", event: id, seen: card.seen, claims, ...(reason ? { note: reason } : {}) });
    setReason("");
  };
  return (
    <Dialog title={t("split.title")} close={shut} wide>
      <Form send={send} ready={chosen.value.length > 0 && chosen.value.length < card.claims.length} verb={t("do.split")}>
        <p>{t("split.hint")}</p>
        <fieldset class="candidates">
          <legend class="sr">{t("split.title")}</legend>
          {card.claims.map((claim, n) => (
            <label key={n} class="box">
              <input type="checkbox" checked={chosen.value.includes(n)}
                onChange={() => (chosen.value = chosen.value.includes(n) ? chosen.value.filter((one) => one !== n) : [...chosen.value, n])} />
              <span><b><bdi>{card.reports[claim.report_id]?.publisher ?? claim.report_id}</bdi></b> <span dir="auto">{claim.quote}</span></span>
            </label>
          ))}
        </fieldset>
        <Reason value={reason} change={setReason} />
      </Form>
    </Dialog>
  );
}

function Note({ card, action }: { card: Card; action: "note" | "second" }) {
  const id = card.event.event_id;
  const [text, setText] = useDraft(`${action}.${id}`);
  const send = async () => {
    shut();
    await decide({ action, event: id, note: text });
    setText("");
  };
  return (
    <Dialog title={t(`do.${action}`)} close={shut}>
      <Form send={send} ready={text.trim() !== ""} verb={t("send")}>
        <Reason value={text} change={setText} label={action === "note" ? "note.text" : "second.text"} />
      </Form>
    </Dialog>
  );
}

function Assign({ card }: { card: Card }) {
  const name = useSignal(card.assigned ?? "");
  const send = () => {
    shut();
    void decide({ action: "assign", event: card.event.event_id, value: name.value.trim() || null });
  };
  return (
    <Dialog title={t("do.assign")} close={shut}>
      <Form send={send} ready verb={t("send")}>
        <label class="reason"><span>{t("assign.name")}</span>
          <input list="reviewers" maxLength={60} dir="auto" value={name.value} onInput={(event) => (name.value = event.currentTarget.value)} /></label>
        <datalist id="reviewers">{state.meta.value!.reviewers.map((one) => <option key={one} value={one} />)}</datalist>
      </Form>
    </Dialog>
  );
}

/** Under which name decisions are noted. */
function Name() {
  const name = useSignal(state.reviewer.value);
  const done = (now: string | null) => {
    if (nameWanted.value) nameWanted.value(now);
    else if (now !== null) setReviewer(now);
    shut();
  };
  return (
    <Dialog title={t("name.title")} close={() => done(null)}>
      <form onSubmit={(event) => { event.preventDefault(); if (name.value.trim()) done(name.value.trim()); }}>
        <p>{t("name.hint")}</p>
        <label class="reason"><span>{t("name.label")}</span>
          <input required maxLength={60} dir="auto" autoFocus value={name.value} onInput={(event) => (name.value = event.currentTarget.value)} /></label>
        <p class="buttons"><button type="submit" class="main">{t("send")}</button></p>
      </form>
    </Dialog>
  );
}

function Conflict() {
  const held = conflict.value!;
  return (
    <Dialog title={t("conflict.title")} close={() => (conflict.value = null)}>
      <p dir="auto">{held.message}</p>
      <ul>
        {held.changes.map((entry) => (
          <li key={entry.number}><b><bdi>{entry.by}</bdi></b> {word("did", entry.what)} <span class="quiet">{instantWords(entry.at, language.value)}</span></li>
        ))}
      </ul>
      <p class="buttons">
        <button type="button" class="main" onClick={() => { conflict.value = null; void state.reread(); }}>{t("conflict.look")}</button>
        <button type="button" onClick={() => void insist()}>{t("conflict.insist")}</button>
      </p>
    </Dialog>
  );
}

/** Says that something typed has not reached the server yet. */
export function Outbox() {
  if (state.online.value && !outbox.value.length) return null;
  return (
    <p class="outbox" role="status">
      {!state.online.value && t("offline")} {outbox.value.length > 0 && t("outbox", { n: outbox.value.length })}
    </p>
  );
}
