/** Which events a filter finds, and what every further choice would find. */

import { FACETS, MISSING, type Events, type Facet, type Lists } from "./columns";
import { dayOf } from "./days";
import { one, type Query } from "./query";

/** What a filter finds. */
export interface Found {
  /** Rows that hold, in the order of the index. */
  rows: Int32Array;
  /** 1 for a row that holds. */
  mask: Uint8Array;
  /** 1 for a row that holds but for the days of the event, which the timeline shows. */
  anyDay: Uint8Array;
  events: number;
  claims: number;
  reports: number;
  /** For each facet, how many events each of its values would find, its own choice aside. */
  counts: Record<Facet, Int32Array>;
}

/** A row that fails this many conditions or more can be found by no single change. */
const FAILS = 2;

const fold = (text: string) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

/** The rows that a filter finds. `text` holds the rows that contain its words, from the server. */
export function select(events: Events, query: Query, text: Uint8Array | null): Found {
  const { count } = events;
  const fails = new Uint8Array(count);
  const failed = new Int8Array(count).fill(-1);
  const fail = (row: number, condition: number) => {
    fails[row]!++;
    failed[row] = condition;
  };
  for (let r = 0; r < count; r++) if (events.id[r] === null) fails[r] = FAILS;

  FACETS.forEach((facet, n) => {
    const wanted = wantedCodes(events, facet, query);
    if (!wanted) return;
    const { starts, items } = events.facets[facet];
    for (let r = 0; r < count; r++) {
      let holds = false;
      for (let i = starts[r]!; i < starts[r + 1]! && !holds; i++) holds = wanted[items[i]!] === 1;
      if (!holds) holds = wanted.admin1?.(r) ?? false;
      if (!holds) fail(r, n);
    }
  });

  const DAYS = FACETS.length;
  const OTHER = DAYS + 1;
  const between = (first: Int32Array, last: Int32Array, since: string | null, until: string | null, n: number) => {
    if (!since && !until) return;
    const from = since ? dayOf(since) : -Infinity;
    const to = until ? dayOf(until) : Infinity;
    for (let r = 0; r < count; r++)
      if (first[r] === MISSING || last[r]! < from || first[r]! > to) fail(r, n);
  };
  between(events.start, events.end, one(query, "since"), one(query, "until"), DAYS);
  between(events.reportedFirst, events.reportedLast, one(query, "reported_since"), one(query, "reported_until"), OTHER);
  const changed = one(query, "changed_since");
  if (changed) {
    const since = Date.parse(changed) / 1000;
    for (let r = 0; r < count; r++) if (!(events.changed[r]! >= since)) fail(r, OTHER);
  }
  const bbox = one(query, "bbox")?.split(",").map(Number);
  if (bbox?.length === 4) {
    const [west, south, east, north] = bbox as [number, number, number, number];
    for (let r = 0; r < count; r++) {
      const [x, y] = [events.lon[r]!, events.lat[r]!];
      const inside = west <= east ? x >= west && x <= east : x >= west || x <= east;
      if (!(inside && y >= south && y <= north)) fail(r, OTHER);
    }
  }
  if (query.id) {
    const wanted = new Set(query.id.map((id) => events.row.get(id)));
    for (let r = 0; r < count; r++) if (!wanted.has(r)) fail(r, OTHER);
  }
  if (query.text && text) for (let r = 0; r < count; r++) if (!text[r]) fail(r, OTHER);

  return counted(events, fails, failed, DAYS);
}

type Wanted = Uint8Array & { admin1?: (row: number) => boolean };

/** Which codes of a facet a filter wants; null where it wants them all. */
function wantedCodes(events: Events, facet: Facet, query: Query): Wanted | null {
  const lists = events.facets[facet];
  const asked = query[facet];
  const wanted: Wanted = new Uint8Array(lists.values.length);
  const mark = (holds: (value: string) => boolean) =>
    lists.values.forEach((value, code) => {
      if (holds(value)) wanted[code] = 1;
    });
  if (facet === "background") {
    const choice = asked?.[asked.length - 1] ?? "no";
    if (choice === "yes") return null;
    mark((value) => value === (choice === "only" ? "yes" : "no"));
    return wanted;
  }
  if (!asked?.length) {
    if (facet !== "review") return null;
    mark((value) => value !== "rejected");
    return wanted;
  }
  if (asked.includes("any") && (facet === "contradiction" || facet === "flag")) {
    wanted.fill(1);
    return wanted;
  }
  if (facet === "actor" || facet === "side_a" || facet === "side_b" || facet === "place" || facet === "admin1" ||
      facet === "publisher" || facet === "claimant") {
    const names = new Set(asked.map(fold));
    mark((value) => names.has(fold(value)));
    if (facet === "place") {
      // A name of an admin area finds what lies in it.
      const areas = events.facets.admin1;
      const inside = areas.values.map((value) => names.has(fold(value)));
      wanted.admin1 = (row) => {
        const first = areas.starts[row]!;
        return first < areas.starts[row + 1]! && inside[areas.items[first]!] === true;
      };
    }
    return wanted;
  }
  mark((value) => asked.includes(value));
  return wanted;
}

function counted(events: Events, fails: Uint8Array, failed: Int8Array, days: number): Found {
  const { count } = events;
  const mask = new Uint8Array(count);
  const anyDay = new Uint8Array(count);
  let found = 0;
  let claims = 0;
  const seen = new Uint8Array(events.reports.values.length);
  let reports = 0;
  for (let r = 0; r < count; r++) {
    if (fails[r] === 0) {
      mask[r] = anyDay[r] = 1;
      found++;
      claims += Math.max(0, events.claims[r]!);
      for (let i = events.reports.starts[r]!; i < events.reports.starts[r + 1]!; i++) {
        const report = events.reports.items[i]!;
        if (!seen[report]) {
          seen[report] = 1;
          reports++;
        }
      }
    } else if (fails[r] === 1 && failed[r] === days) anyDay[r] = 1;
  }
  const rows = new Int32Array(found);
  for (let r = 0, i = 0; r < count; r++) if (mask[r]) rows[i++] = r;
  const counts = {} as Record<Facet, Int32Array>;
  FACETS.forEach((facet, n) => {
    const { values, starts, items }: Lists = events.facets[facet];
    const tally = new Int32Array(values.length);
    for (let r = 0; r < count; r++) {
      if (fails[r]! > 1 || (fails[r] === 1 && failed[r] !== n)) continue;
      for (let i = starts[r]!; i < starts[r + 1]!; i++) tally[items[i]!]!++;
    }
    counts[facet] = tally;
  });
  return { rows, mask, anyDay, events: found, claims, reports, counts };
}

/** The rows of a bit set in base64, row 0 in the lowest bit of the first byte. */
export function rowsOfBits(bits: string, count: number): Uint8Array {
  const bytes = atob(bits);
  const out = new Uint8Array(count);
  for (let r = 0; r < count; r++) out[r] = (bytes.charCodeAt(r >> 3) >> (r & 7)) & 1;
  return out;
}
