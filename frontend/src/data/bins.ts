/** The events of a selection counted by time, for the timeline. */

import { MISSING, wordOf, type Events } from "./columns";
import { floorTo, next, type Unit } from "./days";

export interface Bins {
  /** First day of each bin, and the day after the last one. */
  edges: number[];
  /** Events of a known day, by kind: counts[look][bin]. */
  counts: Int32Array[];
  /** Events of which only a week, a month or a year is known, in every bin that they may lie in. */
  maybe: Int32Array;
  /** The same one by one, the longest first. */
  vague: { row: number; start: number; end: number }[];
  undated: number;
  most: number;
}

/** First and last day of the events that are shown; null where none has a day. */
export function extent(events: Events, shown: Uint8Array): [number, number] | null {
  let [first, last] = [Infinity, -Infinity];
  for (let r = 0; r < events.count; r++) {
    if (!shown[r] || events.start[r] === MISSING) continue;
    if (events.start[r]! < first) first = events.start[r]!;
    if (events.end[r]! > last) last = events.end[r]!;
  }
  return first <= last ? [first, last] : null;
}

export function binned(events: Events, shown: Uint8Array, first: number, last: number, unit: Unit, looks: number): Bins {
  const edges: number[] = [];
  for (let day = floorTo(first, unit); day <= last; day = next(day, unit)) edges.push(day);
  const bins = edges.length;
  edges.push(next(edges[bins - 1]!, unit));
  const origin = edges[0]!;
  // The bin of every day, so that no date is reckoned with for each event.
  const binOf = new Int32Array(edges[bins]! - origin);
  for (let bin = 0; bin < bins; bin++) binOf.fill(bin, edges[bin]! - origin, edges[bin + 1]! - origin);
  const counts = Array.from({ length: looks }, () => new Int32Array(bins));
  const steps = new Int32Array(bins + 1);
  const vague: Bins["vague"] = [];
  let undated = 0;
  const precision = events.facets.date_precision;
  const exact = precision.values.indexOf("day");
  for (let r = 0; r < events.count; r++) {
    if (!shown[r]) continue;
    const [start, end] = [events.start[r]!, events.end[r]!];
    if (start === MISSING) {
      undated++;
      continue;
    }
    if (end < origin || start >= edges[bins]!) continue;
    const from = binOf[Math.max(0, start - origin)]!;
    const to = binOf[Math.min(binOf.length - 1, end - origin)]!;
    const known = precision.items[precision.starts[r]!] === exact && wordOf(precision, r) !== null;
    if (known || start === end) counts[events.look[r]!]![from]!++;
    else {
      steps[from]!++;
      steps[to + 1]!--;
      vague.push({ row: r, start, end });
    }
  }
  const maybe = new Int32Array(bins);
  let open = 0;
  let most = 1;
  for (let bin = 0; bin < bins; bin++) {
    maybe[bin] = open += steps[bin]!;
    let sum = 0;
    for (const count of counts) sum += count[bin]!;
    most = Math.max(most, sum);
  }
  vague.sort((a, b) => b.end - b.start - (a.end - a.start));
  return { edges, counts, maybe, vague, undated, most };
}
