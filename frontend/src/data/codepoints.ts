/** Texts by Unicode code point, which is what the server's offsets count. */

import type { Mark } from "../api/records";

/** Where each code point of a text begins in UTF-16 units, and the end; null where both agree. */
export function unitsOf(text: string): Uint32Array | null {
  let astral = false;
  for (let i = 0; i < text.length && !astral; i++) astral = (text.charCodeAt(i) & 0xfc00) === 0xd800;
  if (!astral) return null;
  const starts: number[] = [];
  for (let i = 0; i < text.length; ) {
    starts.push(i);
    i += (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
  }
  starts.push(text.length);
  return Uint32Array.from(starts);
}

/** The UTF-16 offset of a code point offset. */
export function unitAt(units: Uint32Array | null, point: number): number {
  return units ? (units[Math.min(point, units.length - 1)] ?? 0) : point;
}

/** The code point offset of a UTF-16 offset. */
export function pointAt(text: string, unit: number): number {
  let points = 0;
  for (let i = 0; i < unit; points++) i += (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
  return points;
}

/** The quoted string of a span of code points. */
export function quote(text: string, start: number, end: number): string {
  const units = unitsOf(text);
  return text.slice(unitAt(units, start), unitAt(units, end));
}

/** A stretch of text under the same marks. `start` is its code point offset. */
export interface Piece {
  text: string;
  start: number;
  slots: string[];
}

/** A text cut wherever a mark begins or ends, between two code points; marks may overlap. */
export function pieces(text: string, marks: readonly Mark[], from = 0, to = Infinity): Piece[] {
  const units = unitsOf(text);
  const length = units ? units.length - 1 : text.length;
  const end = Math.min(to, length);
  const cuts = new Set([from, end]);
  for (const mark of marks) {
    if (mark.start > from && mark.start < end) cuts.add(mark.start);
    if (mark.end > from && mark.end < end) cuts.add(mark.end);
  }
  const at = [...cuts].sort((a, b) => a - b);
  const out: Piece[] = [];
  for (let i = 0; i + 1 < at.length; i++) {
    const [start, stop] = [at[i]!, at[i + 1]!];
    const slots = marks.filter((mark) => mark.start <= start && mark.end >= stop).map((mark) => mark.slot);
    out.push({ text: text.slice(unitAt(units, start), unitAt(units, stop)), start, slots: [...new Set(slots)] });
  }
  return out;
}
