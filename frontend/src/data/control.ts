/** Who holds what on a day, from the ledger; and how each holder is drawn. */

import type { Actor, ControlLedger, Holding } from "../api/records";
import { dayOf } from "./days";

/** Okabe and Ito's colours, which people with any colour vision can tell apart; then grey. */
const COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"];
const GREY = "#7a7f87";

export interface Holder {
  name: string;
  colour: string;
  /** A number of HOLDER_SHAPES; the last is of all that have no colour of their own. */
  shape: number;
  places: number;
}

/** A holder as the facets give actors: its name, or its kind and country; empty where none is told. */
export const holderName = (actor: Actor | null) =>
  actor ? (actor.name ?? (actor.country ? `${actor.kind} (${actor.country})` : actor.kind)) : "";

/** The holders of a ledger, those of the most places first: a colour stays the same on every day. */
export function holders(ledger: ControlLedger): Map<string, Holder> {
  const places = new Map<string, Set<string>>();
  for (const holding of ledger.holdings) {
    const name = holderName(holding.holder);
    if (!name) continue;
    let held = places.get(name);
    if (!held) places.set(name, (held = new Set()));
    held.add(placeKey(holding));
  }
  const order = [...places].sort(([a, x], [b, y]) => y.size - x.size || (a < b ? -1 : 1));
  return new Map(
    order.map(([name, held], n) => [
      name,
      { name, colour: COLOURS[n] ?? GREY, shape: Math.min(n, COLOURS.length), places: held.size },
    ]),
  );
}

const placeKey = (holding: Holding) => `${holding.country} ${holding.admin1} ${holding.place}`;

/** The holdings that rest on an event of the selection, whatever its day. */
export function within(ledger: ControlLedger, selected: (event: string) => boolean): ControlLedger {
  return { ...ledger, holdings: ledger.holdings.filter((holding) => holding.events.some(selected)) };
}

/** What is held on a day: for each place the claim that holds then, the latest one first. */
export function heldOn(ledger: ControlLedger, day: number): Holding[] {
  const held = new Map<string, Holding>();
  for (const holding of ledger.holdings) {
    if (dayOf(holding.since) > day || (holding.until !== null && dayOf(holding.until) <= day)) continue;
    const key = placeKey(holding);
    const other = held.get(key);
    if (!other || other.since <= holding.since) held.set(key, holding);
  }
  return [...held.values()];
}

/** The next day, after or before one, on which something changes hands; null where none does. */
export function nextChange(ledger: ControlLedger, day: number, step: 1 | -1): number | null {
  const turns = ledger.holdings.flatMap(({ since, until }) => (until === null ? [since] : [since, until]));
  const days = [...new Set(turns)].sort().map(dayOf);
  return (step > 0 ? days.find((d) => d > day) : days.findLast((d) => d < day)) ?? null;
}
