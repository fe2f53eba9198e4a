/** Where events are drawn: one spot for each place, and spots that lie close together as clusters. */

import { wordOf, type Events } from "../data/columns";

export const PRECISIONS = ["exact", "near", "region", "country"] as const;
export type Precision = (typeof PRECISIONS)[number];

/** All places of the index that have coordinates; `spot[row]` is the place of an event, or -1. */
export interface Spots {
  spot: Int32Array;
  lon: number[];
  lat: number[];
  /** In the square of the Mercator projection, 0 to 1. */
  x: number[];
  y: number[];
  precision: Precision[];
  place: (string | null)[];
  admin1: (string | null)[];
  country: (string | null)[];
}

export function spotsOf(events: Events): Spots {
  const out: Spots = {
    spot: new Int32Array(events.count).fill(-1), lon: [], lat: [], x: [], y: [], precision: [], place: [], admin1: [], country: [],
  };
  const known = new Map<string, number>();
  for (let r = 0; r < events.count; r++) {
    const [lon, lat] = [events.lon[r]!, events.lat[r]!];
    if (events.id[r] === null || Number.isNaN(lon) || Number.isNaN(lat)) continue;
    const precision = (wordOf(events.facets.precision, r) ?? "country") as Precision;
    const place = wordOf(events.facets.place, r);
    // A region is drawn as its area, so two regions with one centre are two spots.
    const key = `${lon} ${lat} ${precision} ${precision === "exact" || precision === "near" ? "" : place}`;
    let spot = known.get(key);
    if (spot === undefined) {
      known.set(key, (spot = out.lon.push(lon) - 1));
      out.lat.push(lat);
      out.x.push((lon + 180) / 360);
      const sin = Math.sin((Math.max(-85, Math.min(85, lat)) * Math.PI) / 180);
      out.y.push(0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI);
      out.precision.push(precision);
      out.place.push(place);
      out.admin1.push(wordOf(events.facets.admin1, r));
      out.country.push(wordOf(events.facets.country, r));
    }
    out.spot[r] = spot;
  }
  return out;
}

export const LOOKS = 8;

/** How many of the found events are at each spot: by kind, and how many are accepted. */
export interface Tally {
  total: Int32Array;
  byLook: Int32Array;
  accepted: Int32Array;
}

export function tally(events: Events, spots: Spots, rows: Int32Array, accepted: (row: number) => boolean): Tally {
  const n = spots.lon.length;
  const out = { total: new Int32Array(n), byLook: new Int32Array(n * LOOKS), accepted: new Int32Array(n) };
  for (const row of rows) {
    const spot = spots.spot[row]!;
    if (spot < 0) continue;
    out.total[spot]!++;
    out.byLook[spot * LOOKS + events.look[row]!]!++;
    if (accepted(row)) out.accepted[spot]!++;
  }
  return out;
}

/** Spots that are drawn as one. It stands on its spot with the most events, never between places. */
export interface Cluster {
  spots: number[];
  total: number;
  byLook: number[];
  accepted: number;
}

/** How near two spots may be before they are drawn as one, in pixels. */
const APART = 38;

/** Clusters at a zoom: the spots with the most events first, each taking in what lies close by. */
export function clusters(spots: Spots, counts: Tally, zoom: number): Cluster[] {
  const radius = APART / (512 * 2 ** zoom);
  const shown: number[] = [];
  for (let s = 0; s < spots.lon.length; s++) if (counts.total[s]! > 0) shown.push(s);
  shown.sort((a, b) => counts.total[b]! - counts.total[a]! || a - b);
  const columns = Math.ceil(1 / radius);
  const cell = (s: number) => Math.floor(spots.y[s]! / radius) * columns + Math.floor(spots.x[s]! / radius);
  const grid = new Map<number, number[]>();
  for (const s of shown) {
    const key = cell(s);
    const held = grid.get(key);
    if (held) held.push(s);
    else grid.set(key, [s]);
  }
  const taken = new Uint8Array(spots.lon.length);
  const out: Cluster[] = [];
  for (const s of shown) {
    if (taken[s]) continue;
    taken[s] = 1;
    const members = [s];
    const home = cell(s);
    for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++)
        for (const other of grid.get(home + dy * columns + dx) ?? []) {
          if (taken[other]) continue;
          const [u, v] = [spots.x[other]! - spots.x[s]!, spots.y[other]! - spots.y[s]!];
          if (u * u + v * v > radius * radius) continue;
          taken[other] = 1;
          members.push(other);
        }
    const byLook: number[] = new Array<number>(LOOKS).fill(0);
    let [total, accepted] = [0, 0];
    for (const member of members) {
      total += counts.total[member]!;
      accepted += counts.accepted[member]!;
      for (let look = 0; look < LOOKS; look++) byLook[look]! += counts.byLook[member * LOOKS + look]!;
    }
    out.push({ spots: members, total, byLook, accepted });
  }
  return out;
}
