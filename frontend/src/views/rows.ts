/** One event of the index, in the words that lists and tables show. */

import { MISSING, MEASURES, wordOf, wordsOf, type Events, type Measure } from "../data/columns";
import { dayWords, spanWords } from "../data/days";
import { country, language, number, t, word } from "../words";
import * as state from "../state";

export function dateWords(events: Events, row: number): string {
  const [start, end] = [events.start[row]!, events.end[row]!];
  if (start === MISSING) return t("unknown.date");
  return spanWords(start, end, wordOf(events.facets.date_precision, row), language.value);
}

export function reportedWords(events: Events, row: number): string {
  const first = events.reportedFirst[row]!;
  return first === MISSING ? "" : dayWords(first, language.value);
}

export function typeWords(events: Events, row: number): string {
  return word("type", wordOf(events.facets.type, row) ?? "");
}

export function placeWords(events: Events, row: number): string {
  const place = wordOf(events.facets.place, row);
  if (place === null) return t("unknown.place");
  const precision = wordOf(events.facets.precision, row);
  return precision === "near" ? t("place.near", { place }) : place;
}

export function areaWords(events: Events, row: number): string {
  const code = wordOf(events.facets.country, row);
  const admin1 = wordOf(events.facets.admin1, row);
  const name = code ? country(code, state.meta.value!.countries) : null;
  return [admin1 === wordOf(events.facets.place, row) ? null : admin1, name].filter(Boolean).join(t("comma"));
}

/** An actor as the facet gives it, "rebel (SY)", with the country in words. */
export function actorWords(value: string): string {
  const found = /^(.*) \(([A-Z]{2})\)$/.exec(value);
  if (!found) return word("actor_kind", value);
  return `${word("actor_kind", found[1]!)} (${country(found[2]!, state.meta.value!.countries)})`;
}

export function sidesWords(events: Events, row: number): { a: string; b: string } {
  const say = (names: string[]) => names.map(actorWords).join(t("comma"));
  return { a: say(wordsOf(events.facets.side_a, row)), b: say(wordsOf(events.facets.side_b, row)) };
}

/** A range in words: "4", "3–6", "at least 12", "up to 40"; null where none was reported. */
export function rangeWords(low: number | null, best: number | null, high: number | null): string | null {
  if (low === null && best === null && high === null) return null;
  if (low !== null && high !== null)
    return low === high ? number(low) : best !== null ? `${number(best)} (${number(low)}–${number(high)})` : `${number(low)}–${number(high)}`;
  if (low !== null) return t("range.least", { n: low });
  if (high !== null) return t("range.most", { n: high });
  return t("range.about", { n: best! });
}

export function tollWords(events: Events, row: number, measure: Measure): string | null {
  const { low, best, high } = events.tolls[measure];
  const known = (n: number) => (n === MISSING ? null : n);
  return rangeWords(known(low[row]!), known(best[row]!), known(high[row]!));
}

/** The most telling toll: killed, or the first other one that was reported. */
export function mainToll(events: Events, row: number): { measure: Measure; words: string } | null {
  for (const measure of MEASURES) {
    const words = tollWords(events, row, measure);
    if (words !== null) return { measure, words };
  }
  return null;
}
