/** The table: all events of the selection, the accessible equal of the map. Only what is seen is in the page. */

import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { wordOf } from "../data/columns";
import type { SortColumn } from "../data/order";
import * as state from "../state";
import { t, word, type Key } from "../words";
import { Badge } from "./list";
import { areaWords, dateWords, placeWords, reportedWords, sidesWords, tollWords, typeWords } from "./rows";
import { Shape } from "./shape";

/** As in views.css. */
const HEIGHT = 36;
/** Rows that are in the page beyond those seen, so that scrolling shows no gaps. */
const SPARE = 8;

/** Rows that are printed at most. */
const PAPER_ROWS = 2000;

const HEADS: [SortColumn, Key][] = [
  ["date", "column.date"], ["type", "column.type"], ["place", "column.place"], ["actor", "column.actor"],
  ["killed", "column.killed"], ["sources", "column.sources"], ["certainty", "column.certainty"],
  ["review", "column.review"], ["reported", "column.reported"],
];

export function TableView() {
  const scroller = useRef<HTMLDivElement>(null);
  const view = useSignal({ top: 0, height: 400 });
  const focus = useSignal(0);
  /** On paper there is nothing to scroll: the whole table is put into the page, up to a length. */
  const paper = useSignal(false);
  /** Whether the focus is to follow the row that the keyboard went to. */
  const follow = useRef(false);
  const events = state.events.value;
  const rows = state.sorted.value;

  useLayoutEffect(() => {
    const box = scroller.current!;
    const measure = () => (view.value = { top: box.scrollTop, height: box.clientHeight });
    const watcher = new ResizeObserver(measure);
    watcher.observe(box);
    box.addEventListener("scroll", measure, { passive: true });
    const onPaper = () => (paper.value = true);
    const offPaper = () => (paper.value = false);
    addEventListener("beforeprint", onPaper);
    addEventListener("afterprint", offPaper);
    return () => {
      watcher.disconnect();
      box.removeEventListener("scroll", measure);
      removeEventListener("beforeprint", onPaper);
      removeEventListener("afterprint", offPaper);
    };
  }, []);

  const goTo = (index: number) => {
    const box = scroller.current!;
    const to = Math.max(0, Math.min(rows.length - 1, index));
    focus.value = to;
    follow.current = true;
    const head = box.querySelector("thead")!.offsetHeight;
    const top = to * HEIGHT;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + HEIGHT + head > box.scrollTop + box.clientHeight) box.scrollTop = top + HEIGHT + head - box.clientHeight;
  };

  // An event that was chosen elsewhere is brought into view.
  const chosen = state.chosenRow.value;
  useEffect(() => {
    if (chosen === null || follow.current) return;
    const index = rows.indexOf(chosen);
    if (index < 0) return;
    const box = scroller.current!;
    focus.value = index;
    if (index * HEIGHT < box.scrollTop || (index + 2) * HEIGHT > box.scrollTop + box.clientHeight)
      box.scrollTop = Math.max(0, index * HEIGHT - box.clientHeight / 3);
  }, [chosen, rows]);

  useEffect(() => {
    if (!follow.current) return;
    follow.current = false;
    scroller.current?.querySelector<HTMLElement>(`tr[data-index="${focus.value}"]`)?.focus({ preventScroll: true });
  });

  const keys = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(view.value.height / HEIGHT) - 2);
    const to: Record<string, number> = {
      ArrowDown: focus.value + 1, ArrowUp: focus.value - 1, PageDown: focus.value + page, PageUp: focus.value - page,
      Home: 0, End: rows.length - 1,
    };
    const index = to[event.key];
    if (index !== undefined) {
      event.preventDefault();
      goTo(index);
    } else if (event.key === "Enter" || event.key === " ") {
      const row = rows[focus.value];
      if (row === undefined || !events) return;
      event.preventDefault();
      state.chosen.value = events.id[row]!;
    }
  };

  const first = paper.value ? 0 : Math.max(0, Math.floor(view.value.top / HEIGHT) - SPARE);
  const last = Math.min(rows.length, paper.value ? PAPER_ROWS : Math.ceil((view.value.top + view.value.height) / HEIGHT) + SPARE);
  const active = Math.min(focus.value, rows.length - 1);
  const shown: number[] = [];
  for (let i = first; i < last; i++) shown.push(i);
  // The row with the focus stays in the page, or the keyboard would fall out of the table.
  const stop = active >= first && active < last ? active : first;

  return (
    <section class="table" id="table" aria-label={t("table.label")}>
      <div class="scroller" ref={scroller}>
        <table aria-rowcount={rows.length + 1}>
          <thead>
            <tr aria-rowindex={1}>
              {HEADS.map(([column, label]) => <Head key={column} column={column} label={t(label)} />)}
            </tr>
          </thead>
          <tbody onKeyDown={keys}>
            {first > 0 && <tr class="space" aria-hidden="true"><td style={{ height: `${first * HEIGHT}px` }} /></tr>}
            {events && shown.map((index) => (
              <Row key={events.id[rows[index]!]} row={rows[index]!} index={index} stop={index === stop} onFocus={() => (focus.value = index)} />
            ))}
            {last < rows.length && !paper.value && <tr class="space" aria-hidden="true"><td style={{ height: `${(rows.length - last) * HEIGHT}px` }} /></tr>}
          </tbody>
        </table>
        {paper.value && last < rows.length && <p class="quiet">{t("list.more", { n: rows.length - last })}</p>}
        {events && rows.length === 0 && <p class="none">{t("table.none")}</p>}
      </div>
    </section>
  );
}

function Head({ column, label }: { column: SortColumn; label: string }) {
  const sort = state.sort.value;
  const now = sort === column ? "ascending" : sort === `-${column}` ? "descending" : "none";
  return (
    <th scope="col" aria-sort={now} class={column}>
      <button type="button" onClick={() => (state.sort.value = now === "descending" ? column : `-${column}`)}>
        {label}
        <span aria-hidden="true" class="arrow">{now === "ascending" ? "▲" : now === "descending" ? "▼" : ""}</span>
      </button>
    </th>
  );
}

function Row({ row, index, stop, onFocus }: { row: number; index: number; stop: boolean; onFocus: () => void }) {
  const events = state.events.value!;
  const id = events.id[row]!;
  const sides = sidesWords(events, row);
  const killed = tollWords(events, row, "killed");
  const review = wordOf(events.facets.review, row);
  const certainty = wordOf(events.facets.certainty, row) ?? "";
  return (
    <tr
      tabIndex={stop ? 0 : -1} data-index={index} aria-rowindex={index + 2} onFocus={onFocus}
      aria-current={state.chosen.value === id ? "true" : undefined} class={review ?? ""} onClick={() => (state.chosen.value = id)}
    >
      <td class="date">{dateWords(events, row)}</td>
      <td class="type"><Shape kind={state.meta.value!.kinds[events.look[row]!]} /> {typeWords(events, row)}</td>
      <td class="place"><bdi>{placeWords(events, row)}</bdi> <span class="quiet"><bdi>{areaWords(events, row)}</bdi></span></td>
      <td class="actor"><bdi>{sides.a || "—"}</bdi>{sides.b && <> <span class="quiet" aria-label={t("against")}>›</span> <bdi>{sides.b}</bdi></>}</td>
      <td class="killed">{killed ?? <span class="quiet">{t("none.reported")}</span>}</td>
      <td class="sources">{events.sources[row]}</td>
      <td class="certainty"><span class={`rung ${certainty.split(" ")[0]}`} aria-hidden="true" /> {word("certainty", certainty)}</td>
      <td class="review"><Badge review={review} />{review === "unreviewed" && <span class="quiet">{word("review", review)}</span>}</td>
      <td class="reported quiet">{reportedWords(events, row)}</td>
    </tr>
  );
}
