/** Selecting words in a report, as code point offsets of its text. */

import { signal } from "@preact/signals";
import type { Offsets } from "../api/records";
import { pointAt } from "../data/codepoints";

/** What is selected in which report. */
export interface Picked {
  report: string;
  span: Offsets;
  text: string;
}

export const picked = signal<Picked | null>(null);

/** The code point offset of a place in a marked text; null outside of one. */
function offsetOf(node: Node, offset: number): number | null {
  const piece = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-at]");
  if (!piece) return null;
  const before = document.createRange();
  before.setStart(piece, 0);
  before.setEnd(node, offset);
  return Number(piece.dataset["at"]) + pointAt(before.toString(), before.toString().length);
}

/** Read the browser's selection; what lies in no report, or is empty, changes nothing. */
export function readSelection(): void {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return;
  const range = selection.getRangeAt(0);
  const holder = (range.commonAncestorContainer instanceof Element ? range.commonAncestorContainer : range.commonAncestorContainer.parentElement)?.closest<HTMLElement>("[data-report]");
  if (!holder) return;
  const text = selection.toString();
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  if (start === null || end === null || end <= start) return;
  // White space at the ends belongs to no quotation.
  const front = text.length - text.trimStart().length;
  const back = text.length - text.trimEnd().length;
  const trimmed = text.trim();
  if (!trimmed) return;
  picked.value = { report: holder.dataset["report"]!, span: [start + pointAt(text, front), end - back], text: trimmed };
}
