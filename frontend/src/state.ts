/** What the page shows at the moment: signals that every view reads, and that address.ts keeps. */

import { batch, computed, effect, signal } from "@preact/signals";
import type { Card, ControlLedger, Meta } from "./api/records";
import { Refusal, type Source } from "./api/server";
import { events as eventsOf, merged, type Events, type Raw } from "./data/columns";
import { within } from "./data/control";
import { ordered, type Sort } from "./data/order";
import { print, withValues, type Query } from "./data/query";
import { rowsOfBits, select, type Found } from "./data/selection";
import { language } from "./words";

export type Layout = "both" | "map" | "table";
/** Centre and zoom of the map; null until it is chosen: then the map shows the whole selection. */
export type Camera = { lon: number; lat: number; zoom: number } | null;

// In the address.
export const query = signal<Query>({});
export const chosen = signal<string | null>(null);
export const layout = signal<Layout>("both");
export const sort = signal<Sort>("-date");
export const camera = signal<Camera>(null);
export const controlDay = signal<number | null>(null);
export const span = signal<[number, number] | null>(null);
export const desk = signal(false);
export const embedded = signal(false);
export const filtersOpen = signal(true);
/** The same at the desk, where room is scarce: open for as long as it is used. */
export const deskFilters = signal(false);

// From the server.
export const meta = signal<Meta | null>(null);
const raw = signal<Raw | null>(null);
const textRows = signal<{ words: string; rows: Uint8Array } | null>(null);
export const ledger = signal<ControlLedger | null>(null);
export const card = signal<Card | null>(null);
export const cardTrouble = signal<string | null>(null);
/** Whether the server answers. */
export const online = signal(true);
export const trouble = signal<string | null>(null);

/** Who reviews; kept in this browser, not in the address. */
export const reviewer = signal("");
/** A short message, read out to those who cannot see it. */
export const notice = signal<{ text: string; undo?: number } | null>(null);

export let source: Source;

export const events = computed<Events | null>(() =>
  raw.value && meta.value ? eventsOf(raw.value, meta.value) : null,
);

const NOTHING = {
  rows: new Int32Array(), mask: new Uint8Array(), anyDay: new Uint8Array(), events: 0, claims: 0, reports: 0,
  counts: {},
} as unknown as Found;

/** How long to wait for a server that does not answer. */
const AGAIN_MS = 3000;

let lastFound: Found = NOTHING;
/** What the filter finds. While words are looked up on the server, what it found before. */
export const found = computed<Found>(() => {
  if (!events.value) return NOTHING;
  const asked = query.value.text?.join(" ");
  if (asked && textRows.value?.words !== asked && lastFound.mask.length === events.value.count) return lastFound;
  return (lastFound = select(events.value, query.value, asked ? (textRows.value?.rows ?? null) : null));
});

export const sorted = computed<Int32Array>(() =>
  events.value ? ordered(events.value, found.value.rows, sort.value, language.value) : new Int32Array(),
);

export const chosenRow = computed(() =>
  chosen.value === null ? null : (events.value?.row.get(chosen.value) ?? null),
);

/** The ledger of control as far as the selection goes; the day is the ledger's own matter. */
export const control = computed<ControlLedger | null>(() => {
  if (!ledger.value || !events.value) return null;
  const { anyDay } = found.value;
  const { row } = events.value;
  return within(ledger.value, (event) => anyDay[row.get(event) ?? -1] === 1);
});

/** The filter as the server takes it. */
export const filterText = computed(() => print(query.value));

/** Fetch everything for the first view, and keep it up to date from then on. */
export async function begin(from: Source): Promise<void> {
  source = from;
  while (!raw.value) {
    try {
      const words = from.saved ? undefined : query.peek().text?.join(" ");
      const [told, index] = await Promise.all([from.meta(), from.index()]);
      // An address with words shows what they find, and nothing else before; bad words say so later.
      const found = words ? await lookUp(words, index.count).catch(() => null) : null;
      batch(() => {
        meta.value = told;
        raw.value = merged(null, index);
        textRows.value = found;
        reviewer.value ||= told.reviewer ?? "";
        // Where nothing can be decided there is no desk, whatever the address says.
        if (told.read_only) desk.value = false;
        trouble.value = null;
        online.value = true;
      });
    } catch (error) {
      trouble.value = error instanceof Refusal ? error.code : String(error);
      await new Promise((resume) => setTimeout(resume, AGAIN_MS));
    }
  }
  watchText();
  watchCard();
  watchControl();
  if (!from.saved) void follow();
}

/** Take in what changed since the index was read. */
export async function refresh(): Promise<void> {
  const held = raw.value;
  const answer = await source.index(held ?? undefined);
  if (!held || answer.revision !== held.revision || answer.generation !== held.generation)
    raw.value = merged(held, answer);
}

async function follow(): Promise<void> {
  const stop = new AbortController();
  let after = raw.value?.revision ?? 0;
  for (;;) {
    try {
      const { revision, changes } = await source.changes(after, stop.signal);
      if (!online.value) {
        // The server may have started anew, with another token.
        meta.value = await source.meta();
        online.value = true;
      }
      // A store made anew counts from the beginning.
      if (changes.length || revision < after) await refresh();
      after = Math.max(revision < after ? revision : after, ...changes.map((change) => change.number));
      if (changes.length) {
        const touched = new Set(changes.flatMap((change) => [change.event_id, change.to ?? ""]));
        if (card.value && touched.has(card.value.event.event_id)) await reread();
        if (ledger.value && controlDay.value !== null) ledger.value = await source.control();
      }
    } catch (error) {
      online.value = !(error instanceof Refusal && error.code === "offline");
      await new Promise((resume) => setTimeout(resume, 2000));
    }
  }
}

/** Look words up on the server, among all events: the other parameters are the page's own work. */
async function lookUp(words: string, count: number): Promise<{ words: string; rows: Uint8Array }> {
  const answer = await source.selection(`text=${encodeURIComponent(words)}&background=yes&review=unreviewed&review=accepted&review=rejected`);
  return { words, rows: rowsOfBits(answer.bits, Math.max(count, answer.total)) };
}

function watchText(): void {
  let timer = 0;
  effect(() => {
    const asked = query.value.text?.join(" ");
    const count = events.value?.count ?? 0;
    clearTimeout(timer);
    if (!asked || !count || source.saved) return;
    timer = setTimeout(async () => {
      try {
        textRows.value = await lookUp(asked, count);
      } catch (error) {
        if (error instanceof Refusal && error.message) notice.value = { text: error.message };
      }
    }, 120) as unknown as number;
  });
}

/** Read the card of the chosen event again. */
export async function reread(): Promise<void> {
  const id = chosen.peek();
  if (!id) return;
  try {
    const told = await source.card(id);
    if (chosen.peek() !== id) return;
    batch(() => {
      card.value = told;
      cardTrouble.value = null;
      // The event has become part of another one.
      if (told.event.event_id !== id) chosen.value = told.event.event_id;
    });
  } catch (error) {
    if (chosen.peek() !== id) return;
    cardTrouble.value = error instanceof Refusal ? error.code : String(error);
  }
}

function watchCard(): void {
  effect(() => {
    const id = chosen.value;
    if (card.peek()?.event.event_id === id) return;
    batch(() => {
      card.value = null;
      cardTrouble.value = null;
    });
    if (id) void reread();
  });
}

function watchControl(): void {
  effect(() => {
    if (controlDay.value === null || ledger.peek()) return;
    source.control().then(
      (told) => (ledger.value = told),
      () => undefined,
    );
  });
}

/** Put other values for one parameter into the filter. */
export function ask(name: Parameters<typeof withValues>[1], values: readonly string[]): void {
  query.value = withValues(query.value, name, values);
}
