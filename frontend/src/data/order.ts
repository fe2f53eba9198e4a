/** The order of a table's rows. */

import { MISSING, wordOf, wordsOf, type Events, type Facet } from "./columns";

export const COLUMNS = ["date", "reported", "type", "place", "actor", "killed", "sources", "certainty", "review"] as const;
export type SortColumn = (typeof COLUMNS)[number];
/** A column, with a minus in front where the greatest comes first. */
export type Sort = SortColumn | `-${SortColumn}`;

/** The sort of an address; the newest first where it names none. */
export function parseSort(text: string | null): Sort {
  const column = text?.replace(/^-/, "");
  return COLUMNS.includes(column as SortColumn) ? (text as Sort) : "-date";
}

/** The rows in order. What is not known comes last either way; equals stay in the index's order. */
export function ordered(events: Events, rows: Int32Array, sort: Sort, language: string): Int32Array {
  const down = sort.startsWith("-");
  const keys = keysOf(events, sort.replace("-", "") as SortColumn, language);
  // Each key and its row in one number, so that the native numeric sort does the work.
  const packed = new Float64Array(rows.length);
  const rowRoom = Math.max(1, events.count);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const key = keys(row);
    const rank = key === null ? 2 ** 31 : down ? -key : key;
    packed[i] = rank * rowRoom + row;
  }
  packed.sort();
  const out = new Int32Array(rows.length);
  for (let i = 0; i < out.length; i++) out[i] = ((packed[i]! % rowRoom) + rowRoom) % rowRoom;
  return out;
}

const CERTAINTY = ["disputed or denied", "claimed by a party", "single source", "several independent sources", "confirmed by a reviewer"];

function keysOf(events: Events, column: SortColumn, language: string): (row: number) => number | null {
  const known = (numbers: Int32Array) => (row: number) => (numbers[row] === MISSING ? null : numbers[row]!);
  switch (column) {
    case "date":
      return known(events.start);
    case "reported":
      return known(events.reportedFirst);
    case "sources":
      return known(events.sources);
    case "killed": {
      const { low, best, high } = events.tolls.killed;
      return (row) => [best[row]!, high[row]!, low[row]!].find((n) => n !== MISSING) ?? null;
    }
    case "certainty":
      return (row) => CERTAINTY.indexOf(wordOf(events.facets.certainty, row) ?? "");
    case "actor": {
      const rank = ranks(events, "side_a", language);
      const other = ranks(events, "side_b", language);
      return (row) => {
        const name = wordsOf(events.facets.side_a, row)[0];
        if (name !== undefined) return rank.get(name) ?? null;
        const second = wordsOf(events.facets.side_b, row)[0];
        return second === undefined ? null : (other.get(second) ?? null);
      };
    }
    case "type":
    case "place":
    case "review": {
      const rank = ranks(events, column, language);
      return (row) => {
        const value = wordOf(events.facets[column], row);
        return value === null ? null : (rank.get(value) ?? null);
      };
    }
  }
}

function ranks(events: Events, facet: Facet, language: string): Map<string, number> {
  const collator = new Intl.Collator(language);
  const values = events.facets[facet].values.slice().sort(collator.compare);
  return new Map(values.map((value, rank) => [value, rank]));
}
