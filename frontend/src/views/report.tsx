/** A report's text with what a claim takes from it marked, cut by code points; always set as text. */

import type { Mark, Offsets, Report } from "../api/records";
import { pieces, unitAt, unitsOf } from "../data/codepoints";
import { dayOf, dayWords } from "../data/days";
import { language, t } from "../words";

/** Slots from the weakest to the strongest sign; a stretch shows the strongest of its own. */
const STRENGTH = ["evidence", "figures", "attributed_to", "place", "date", "side_b", "side_a", "trigger"];

interface Props {
  text: string;
  marks: Mark[];
  /** Code points to show; everything without it. */
  from?: number;
  to?: number;
  /** The slot that is looked at. */
  bright?: string | null;
}

/** The text as pieces. `data-at` holds the code point offset of each, so that a selection can be read back. */
export function MarkedText({ text, marks, from, to, bright }: Props) {
  const cut = pieces(text, marks, from, to);
  return (
    <>
      {cut.map((piece) => {
        const slots = piece.slots.slice().sort((a, b) => STRENGTH.indexOf(a) - STRENGTH.indexOf(b));
        if (!slots.length) return <span key={piece.start} data-at={piece.start}>{piece.text}</span>;
        const names = slots.map((slot) => `m-${slot}`).join(" ");
        const lit = bright && slots.includes(bright) ? " bright" : "";
        return <mark key={piece.start} data-at={piece.start} class={names + lit}>{piece.text}</mark>;
      })}
    </>
  );
}

/** The text around an evidence span, to the ends of its paragraph or so many code points, in whole words. */
export function context(text: string, evidence: Offsets, around: number): Offsets {
  const units = unitsOf(text);
  const length = units ? units.length - 1 : text.length;
  const at = (point: number) => text[unitAt(units, point)] ?? "\n";
  let from = evidence[0];
  while (from > 0 && at(from - 1) !== "\n" && (evidence[0] - from < around || /\S/.test(at(from - 1)))) from--;
  let to = evidence[1];
  while (to < length && at(to) !== "\n" && (to - evidence[1] < around || /\S/.test(at(to)))) to++;
  return [from, to];
}

/** Who published a report and when; the day of publication is named as such. */
export function Source({ report }: { report: Report | undefined }) {
  if (!report) return null;
  const safe = report.url !== null && /^https?:\/\//i.test(report.url);
  return (
    <p class="source">
      <bdi class="publisher">{report.publisher ?? t("unknown.publisher")}</bdi>
      {report.published && <> · <span class="published">{t("published", { day: dayWords(dayOf(report.published), language.value) })}</span></>}
      {safe && <> · <a href={report.url!} target="_blank" rel="noopener noreferrer">{t("report.link")}</a></>}
    </p>
  );
}
