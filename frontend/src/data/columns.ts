/** All events in columns of numbers, so that 50,000 of them are filtered and drawn within a frame. */

import type { Column, Index, Meta } from "../api/records";

/** Stands for a number that is not known. */
export const MISSING = -2147483648;

/** Lists of numbers, one list a row: those of row r are items[starts[r]] to items[starts[r + 1]]. */
export interface Lists {
  values: string[];
  starts: Int32Array;
  items: Int32Array;
}

export interface Range {
  low: Int32Array;
  best: Int32Array;
  high: Int32Array;
}

export const FACETS = [
  "event_type", "type", "actor", "side_a", "side_b", "kind", "country", "admin1", "place", "publisher",
  "claimant", "status", "certainty", "precision", "date_precision", "review", "reviewer", "assigned",
  "contradiction", "flag", "background",
] as const;
export type Facet = (typeof FACETS)[number];

export const MEASURES = ["killed", "injured", "captured", "displaced"] as const;
export type Measure = (typeof MEASURES)[number];

/** The events. Row r of everything is one event; where `id[r]` is null there is none any more. */
export interface Events {
  count: number;
  id: (string | null)[];
  row: Map<string, number>;
  facets: Record<Facet, Lists>;
  start: Int32Array;
  end: Int32Array;
  reportedFirst: Int32Array;
  reportedLast: Int32Array;
  changed: Float64Array;
  lat: Float64Array;
  lon: Float64Array;
  tolls: Record<Measure, Range>;
  claims: Int32Array;
  sources: Int32Array;
  reports: Lists;
  /** The kind (in the sense of colour and shape) of each row, as a number of `meta.kinds`. */
  look: Int8Array;
  civilians: Uint8Array;
  holder: (string | null)[];
}

/** The index as the server sends it, kept so that changes can be put into it. */
export interface Raw {
  generation: string;
  revision: number;
  count: number;
  columns: Record<string, Column>;
}

/** The index with a later answer put into it; the answer alone where it is whole. */
export function merged(held: Raw | null, answer: Index): Raw {
  const { generation, revision, count } = answer;
  if (!held || !answer.rows || held.generation !== generation)
    return { generation, revision, count, columns: answer.columns };
  const columns: Record<string, Column> = {};
  for (const [name, column] of Object.entries(answer.columns)) {
    const before = held.columns[name];
    const cells = (Array.isArray(before) ? before : (before?.index ?? [])).slice();
    const fresh = Array.isArray(column) ? column : column.index;
    answer.rows.forEach((row, i) => (cells[row] = fresh[i] ?? null));
    columns[name] = Array.isArray(column)
      ? cells
      : {
          values: [...(Array.isArray(before) ? [] : (before?.values ?? [])).slice(0, column.first), ...column.values],
          index: cells as (number | number[] | null)[],
        };
  }
  return { generation, revision, count, columns };
}

function coded(raw: Raw, name: string): { values: unknown[]; index: (number | number[] | null)[] } {
  const column = raw.columns[name];
  if (column && !Array.isArray(column)) return column;
  const values: unknown[] = [];
  const known = new Map<unknown, number>();
  const code = (value: unknown) => {
    let number = known.get(value);
    if (number === undefined) known.set(value, (number = values.push(value) - 1));
    return number;
  };
  const index = (column ?? []).map((cell) =>
    cell === null ? null : Array.isArray(cell) ? cell.map(code) : code(cell),
  );
  return { values, index };
}

function numbers(raw: Raw, name: string): Int32Array {
  const column = raw.columns[name];
  const out = new Int32Array(raw.count).fill(MISSING);
  if (Array.isArray(column))
    for (let r = 0; r < raw.count; r++) {
      const cell = column[r];
      if (typeof cell === "number") out[r] = cell;
    }
  return out;
}

function floats(raw: Raw, name: string): Float64Array {
  const column = raw.columns[name];
  const out = new Float64Array(raw.count).fill(NaN);
  if (Array.isArray(column))
    for (let r = 0; r < raw.count; r++) {
      const cell = column[r];
      if (typeof cell === "number") out[r] = cell;
    }
  return out;
}

function ranges(raw: Raw, name: string): Range {
  const out = { low: new Int32Array(raw.count), best: new Int32Array(raw.count), high: new Int32Array(raw.count) };
  for (const part of [out.low, out.best, out.high]) part.fill(MISSING);
  const column = raw.columns[name];
  if (!column) return out;
  const cellAt = Array.isArray(column)
    ? (r: number) => column[r] as unknown
    : (r: number) => {
        const cell = column.index[r];
        return typeof cell === "number" ? column.values[cell] : null;
      };
  for (let r = 0; r < raw.count; r++) {
    const cell = cellAt(r) as (number | null)[] | null | undefined;
    if (!cell) continue;
    out.low[r] = cell[0] ?? MISSING;
    out.best[r] = cell[1] ?? MISSING;
    out.high[r] = cell[2] ?? MISSING;
  }
  return out;
}

/** Lists of the words that a cell's codes stand for; `none` is the word for an empty cell. */
function lists(
  raw: Raw,
  names: string[],
  word: (value: unknown) => string | null = (value) => (value === null ? null : String(value)),
  none?: string,
): Lists {
  const values: string[] = [];
  const known = new Map<string, number>();
  const add = (text: string) => {
    let number = known.get(text);
    if (number === undefined) known.set(text, (number = values.push(text) - 1));
    return number;
  };
  const columns = names.map((name) => {
    const column = coded(raw, name);
    const codes = column.values.map((value) => {
      const text = word(value);
      return text === null ? -1 : add(text);
    });
    return { index: column.index, codes };
  });
  const nothing = none === undefined ? -1 : add(none);
  const starts = new Int32Array(raw.count + 1);
  const items: number[] = [];
  const id = raw.columns["id"] as (string | null)[];
  for (let r = 0; r < raw.count; r++) {
    const first = items.length;
    for (const { index, codes } of columns) {
      const cell = index[r];
      if (cell === null || cell === undefined) continue;
      for (const code of typeof cell === "number" ? [cell] : cell) {
        const number = codes[code] ?? -1;
        if (number >= 0 && items.indexOf(number, first) < 0) items.push(number);
      }
    }
    if (items.length === first && nothing >= 0 && id[r] !== null) items.push(nothing);
    starts[r + 1] = items.length;
  }
  return { values, starts, items: Int32Array.from(items) };
}

/** The events of an index. */
export function events(raw: Raw, meta: Meta): Events {
  const id = raw.columns["id"] as (string | null)[];
  const row = new Map<string, number>();
  for (let r = 0; r < raw.count; r++) {
    const name = id[r];
    if (name) row.set(name, r);
  }
  const part = (n: number) => (value: unknown) => {
    const actor = value as (string | null)[] | null;
    return actor?.[n] ?? null;
  };
  const eventType = new Map<string, string>();
  for (const [name, types] of Object.entries(meta.event_types))
    for (const type of types) eventType.set(type, name);
  const types = lists(raw, ["type"]);
  const looks = types.values.map((type) =>
    Math.max(0, meta.kinds.findIndex((kind) => kind.types.includes(type))),
  );
  const look = new Int8Array(raw.count);
  for (let r = 0; r < raw.count; r++) {
    const code = types.items[types.starts[r]!];
    look[r] = types.starts[r + 1]! > types.starts[r]! ? (looks[code!] ?? 0) : 0;
  }
  const yesNo = (value: unknown) => (value ? "yes" : "no");
  const facets: Record<Facet, Lists> = {
    event_type: lists(raw, ["type"], (value) => eventType.get(String(value)) ?? null),
    type: types,
    actor: lists(raw, ["side_a", "side_b"], part(0)),
    side_a: lists(raw, ["side_a"], part(0)),
    side_b: lists(raw, ["side_b"], part(0)),
    kind: lists(raw, ["side_a", "side_b"], part(1)),
    country: lists(raw, ["country"]),
    admin1: lists(raw, ["admin1"]),
    place: lists(raw, ["place"]),
    publisher: lists(raw, ["publishers"]),
    claimant: lists(raw, ["claimants"]),
    status: lists(raw, ["status"]),
    certainty: lists(raw, ["certainty"]),
    precision: lists(raw, ["place_precision"], undefined, "none"),
    date_precision: lists(raw, ["date_precision"], undefined, "none"),
    review: lists(raw, ["review"]),
    reviewer: lists(raw, ["reviewers"]),
    assigned: lists(raw, ["assigned"], undefined, "none"),
    contradiction: lists(raw, ["contradictions"]),
    flag: lists(raw, ["flags"]),
    background: lists(raw, ["background"], yesNo),
  };
  const holder = coded(raw, "holder");
  return {
    count: raw.count,
    id,
    row,
    facets,
    start: numbers(raw, "start"),
    end: numbers(raw, "end"),
    reportedFirst: numbers(raw, "reported_first"),
    reportedLast: numbers(raw, "reported_last"),
    changed: floats(raw, "changed"),
    lat: floats(raw, "lat"),
    lon: floats(raw, "lon"),
    tolls: {
      killed: ranges(raw, "killed"),
      injured: ranges(raw, "injured"),
      captured: ranges(raw, "captured"),
      displaced: ranges(raw, "displaced"),
    },
    claims: numbers(raw, "claims"),
    sources: numbers(raw, "sources"),
    reports: lists(raw, ["reports"]),
    look,
    civilians: Uint8Array.from({ length: raw.count }, (_, r) => {
      const cell = (raw.columns["civilians"] as unknown[] | undefined)?.[r];
      return cell ? 1 : 0;
    }),
    holder: Array.from({ length: raw.count }, (_, r) => {
      const cell = holder.index[r];
      return typeof cell === "number" ? String(holder.values[cell]) : null;
    }),
  };
}

/** The words of a row in a facet, the first one first. */
export function wordsOf(lists: Lists, row: number): string[] {
  const out: string[] = [];
  for (let i = lists.starts[row]!; i < lists.starts[row + 1]!; i++) out.push(lists.values[lists.items[i]!]!);
  return out;
}

/** The only or first word of a row in a facet. */
export function wordOf(lists: Lists, row: number): string | null {
  const first = lists.starts[row]!;
  return first < lists.starts[row + 1]! ? (lists.values[lists.items[first]!] ?? null) : null;
}
