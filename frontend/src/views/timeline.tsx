/** The timeline: events by day, week, month or year, with a brush; vague dates as bars below it. */

import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { binned, extent, type Bins } from "../data/bins";
import { dayOf, dayWords, isoOf, ticks, tickWords, unitFor, type Unit } from "../data/days";
import { one, withValues } from "../data/query";
import { nextChange } from "../data/control";
import * as state from "../state";
import { language, number, t, type Key } from "../words";

const PLOT = 66;
const AXIS = 18;
const LANES = 4;
const LANE = 5;
/** More vague dates than this are drawn as one band whose height says how many may lie there. */
const SINGLE_BARS = 48;
const LANES_HEIGHT = LANES * LANE + 4;
const PLAY_MS = 900;

const PRESETS: [Key, number][] = [["time.week", 7], ["time.month", 30], ["time.year", 365]];

export function Timeline() {
  const box = useRef<HTMLDivElement>(null);
  const width = useSignal(800);
  useLayoutEffect(() => {
    const watcher = new ResizeObserver(([entry]) => (width.value = Math.max(200, Math.floor(entry!.contentRect.width))));
    watcher.observe(box.current!);
    return () => watcher.disconnect();
  }, []);

  const whole = useComputed(() => {
    const events = state.events.value;
    return events ? extent(events, state.found.value.anyDay) : null;
  });
  const [first, last] = state.span.value ?? whole.value ?? [0, 0];
  const unit = unitFor(first, last, Math.max(20, width.value / 5));
  const bins = useComputed(() => {
    const events = state.events.value;
    const range = state.span.value ?? whole.value;
    if (!events || !range) return null;
    const cut = unitFor(range[0], range[1], Math.max(20, width.value / 5));
    return binned(events, state.found.value.anyDay, range[0], range[1], cut, state.meta.value!.kinds.length);
  });

  const [since, until] = [one(state.query.value, "since"), one(state.query.value, "until")];
  const brush: [number, number] | null = since || until ? [since ? dayOf(since) : first, until ? dayOf(until) : last] : null;

  return (
    <section class="timeline" aria-label={t("time.label")}>
      <header>
        <span class="now">
          {brush ? `${dayWords(brush[0], language.value)} – ${dayWords(brush[1], language.value)}` : whole.value ? t("time.all") : t("none.reported")}
          {bins.value && <span class="quiet"> · {t(`time.by.${unit}` as Key)}{bins.value.undated > 0 && ` · ${t("time.undated", { n: bins.value.undated })}`}</span>}
        </span>
        <span class="tools">
          {brush && <button type="button" onClick={() => choose(null)}>{t("time.clear")}</button>}
          {brush && !state.span.value && <button type="button" onClick={() => (state.span.value = brush)}>{t("time.near")}</button>}
          {state.span.value && <button type="button" onClick={() => (state.span.value = null)}>{t("time.far")}</button>}
          {whole.value && !brush && PRESETS.map(([key, days]) => (
            <button type="button" key={key} class="preset" onClick={() => choose([whole.value![1] - days + 1, whole.value![1]])}>{t(key)}</button>
          ))}
          <button type="button" aria-pressed={state.controlDay.value !== null}
            onClick={() => (state.controlDay.value = state.controlDay.value === null ? (brush?.[1] ?? whole.value?.[1] ?? null) : null)}>
            {t("control.label")}
          </button>
        </span>
      </header>
      {state.controlDay.value !== null && <Player first={first} last={last} />}
      <div class="plot" ref={box}>
        {bins.value && <Plot bins={bins.value} width={width.value} unit={unit} brush={brush} />}
      </div>
    </section>
  );
}

function choose(days: [number, number] | null): void {
  state.query.value = withValues(
    withValues(state.query.value, "since", days ? [isoOf(days[0])] : []),
    "until",
    days ? [isoOf(days[1])] : [],
  );
}

function Plot({ bins, width, unit, brush }: { bins: Bins; width: number; unit: Unit; brush: [number, number] | null }) {
  const svg = useRef<SVGSVGElement>(null);
  const drag = useRef<{ how: "new" | "from" | "to" | "move" | "control"; at: number; was: [number, number] | null } | null>(null);
  const rtl = language.value === "ar";
  const first = bins.edges[0]!;
  const last = bins.edges[bins.edges.length - 1]!;
  // Time runs as the eye reads.
  const x = (day: number) => {
    const along = ((day - first) / (last - first)) * width;
    return rtl ? width - along : along;
  };
  const dayAt = (clientX: number) => {
    const along = (clientX - svg.current!.getBoundingClientRect().left) / width;
    const day = first + (rtl ? 1 - along : along) * (last - first);
    return Math.max(first, Math.min(last - 1, Math.floor(day)));
  };
  const paths = bins.counts.map(() => "");
  const y = (n: number) => (n / bins.most) * (PLOT - 4);
  for (let bin = 0; bin + 1 < bins.edges.length; bin++) {
    const [a, b] = [x(bins.edges[bin]!), x(bins.edges[bin + 1]!)];
    const left = Math.min(a, b);
    const wide = Math.max(0.8, Math.abs(b - a) - (Math.abs(b - a) > 4 ? 1 : 0));
    let top = PLOT;
    bins.counts.forEach((count, look) => {
      if (!count[bin]) return;
      const high = y(count[bin]!);
      top -= high;
      paths[look] += `M${left.toFixed(1)} ${top.toFixed(1)}h${wide.toFixed(1)}v${high.toFixed(1)}h-${wide.toFixed(1)}z`;
    });
  }
  const snap = (a: number, b: number): [number, number] => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    if (unit === "day") return [low, high];
    const from = bins.edges.filter((edge) => edge <= low).pop() ?? low;
    const to = (bins.edges.find((edge) => edge > high) ?? high + 1) - 1;
    return [from, to];
  };

  const down = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const part = (event.target as Element).closest("[data-part]")?.getAttribute("data-part");
    const at = dayAt(event.clientX);
    const how = part === "from" || part === "to" || part === "move" || part === "control" ? part : "new";
    drag.current = { how, at, was: brush };
    svg.current!.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent) => {
    const held = drag.current;
    if (!held) return;
    const day = dayAt(event.clientX);
    if (held.how === "control") state.controlDay.value = day;
    else if (held.how === "new") {
      if (Math.abs(x(day) - x(held.at)) > 3) choose(snap(held.at, day));
    } else if (held.was) {
      const by = day - held.at;
      if (held.how === "move") choose([held.was[0] + by, held.was[1] + by]);
      else if (held.how === "from") choose([Math.min(day, held.was[1]), held.was[1]]);
      else choose([held.was[0], Math.max(day, held.was[0])]);
    }
  };
  const up = (event: PointerEvent) => {
    const held = drag.current;
    drag.current = null;
    if (!held || held.how !== "new") return;
    const day = dayAt(event.clientX);
    // A click: one bin, or nothing where it is outside of a brush.
    if (Math.abs(x(day) - x(held.at)) <= 3) choose(brush && (day < brush[0] || day > brush[1]) ? null : snap(day, day));
  };
  const slide = (end: "from" | "to") => (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowLeft: rtl ? 1 : -1, ArrowRight: rtl ? -1 : 1, ArrowDown: -1, ArrowUp: 1, PageDown: -5, PageUp: 5 };
    const span = unit === "day" ? 1 : unit === "week" ? 7 : unit === "month" ? 30 : 365;
    const step = steps[event.key];
    if (step === undefined && event.key !== "Home" && event.key !== "End" && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") return choose(null);
    const now = brush ?? [first, last - 1];
    const clip = (day: number) => Math.max(first, Math.min(last - 1, day));
    const to = event.key === "Home" ? first : event.key === "End" ? last - 1 : clip(now[end === "from" ? 0 : 1] + step! * span);
    choose(end === "from" ? [Math.min(to, now[1]), now[1]] : [now[0], Math.max(to, now[0])]);
  };

  const bars = bins.vague.length <= SINGLE_BARS;
  const lanesTop = PLOT + AXIS;
  const height = lanesTop + (bins.vague.length ? LANES_HEIGHT : 0);
  const handle = (end: "from" | "to") => {
    const day = brush ? brush[end === "from" ? 0 : 1] : end === "from" ? first : last - 1;
    const at = x(end === "from" ? day : day + 1);
    return (
      <g class={`handle ${brush ? "" : "idle"}`} data-part={brush ? end : undefined} role="slider" tabindex={0} transform={`translate(${at.toFixed(1)} 0)`}
        aria-label={t(end === "from" ? "time.since" : "time.until")} aria-valuemin={first} aria-valuemax={last - 1} aria-valuenow={day}
        aria-valuetext={dayWords(day, language.value)} onKeyDown={slide(end)}>
        <rect x="-7" width="14" height={PLOT} fill="transparent" />
        <path d={`M0 0V${PLOT}`} class="line" />
        <rect x="-3" y={PLOT / 2 - 10} width="6" height="20" rx="3" class="grip" />
      </g>
    );
  };

  return (
    <svg ref={svg} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={t("time.plot")}
      onPointerDown={down} onPointerMove={move} onPointerUp={up} onPointerCancel={() => (drag.current = null)}>
      <defs>
        <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V5" class="hatch" /></pattern>
      </defs>
      <rect width={width} height={PLOT} class="ground" />
      {brush && <rect x={Math.min(x(brush[0]), x(brush[1] + 1))} width={Math.max(2, Math.abs(x(brush[1] + 1) - x(brush[0])))} height={PLOT} class="brush" data-part="move" />}
      {paths.map((path, look) => path && <path key={look} d={path} fill={state.meta.value!.kinds[look]!.colour} class="bin" />)}
      {brush && <>
        <rect x={rtl ? x(brush[0]) : 0} width={Math.max(0, rtl ? width - x(brush[0]) : x(brush[0]))} height={PLOT} class="out" />
        <rect x={rtl ? 0 : x(brush[1] + 1)} width={Math.max(0, rtl ? x(brush[1] + 1) : width - x(brush[1] + 1))} height={PLOT} class="out" />
      </>}
      <text x={rtl ? width - 4 : 4} y="11" class="most" text-anchor={rtl ? "end" : "start"}>{number(bins.most)}</text>
      <path d={`M0 ${PLOT}.5H${width}`} class="axis" />
      <Ticks bins={bins} x={x} width={width} />
      <g class="vague">
        {bars ? <Bars bins={bins} x={x} top={lanesTop} /> : <Band bins={bins} x={x} top={lanesTop} />}
      </g>
      {state.controlDay.value !== null && (
        <g class="cursor" data-part="control" transform={`translate(${x(state.controlDay.value + 0.5).toFixed(1)} 0)`}>
          <rect x="-8" width="16" height={PLOT} fill="transparent" /><path d={`M0 0V${PLOT}`} /><path d="M-6 0H6L0 8Z" class="head" />
        </g>
      )}
      {handle("from")}
      {handle("to")}
    </svg>
  );
}

/** Vague dates one by one, in lanes where they do not overlap. */
function Bars({ bins, x, top }: { bins: Bins; x: (day: number) => number; top: number }) {
  const ends: number[][] = Array.from({ length: LANES }, () => []);
  return (
    <>
      {bins.vague.map(({ row, start, end }) => {
        const [a, b] = [x(start), x(end + 1)].sort((p, q) => p - q) as [number, number];
        const spans = ends as unknown as [number, number][][];
        let lane = spans.findIndex((taken) => taken.every(([p, q]) => b < p || a > q));
        if (lane < 0) lane = row % LANES;
        spans[lane]!.push([a, b]);
        const kind = state.meta.value!.kinds[state.events.value!.look[row]!]!;
        return <rect key={row} x={a} width={Math.max(2, b - a)} y={top + lane * LANE} height={LANE - 1.5} rx="1.5" fill={kind.colour} />;
      })}
    </>
  );
}

/** Many vague dates: how many may lie in each bin. */
function Band({ bins, x, top }: { bins: Bins; x: (day: number) => number; top: number }) {
  const most = bins.maybe.reduce((a, b) => Math.max(a, b), 1);
  let path = "";
  for (let bin = 0; bin + 1 < bins.edges.length; bin++) {
    if (!bins.maybe[bin]) continue;
    const [a, b] = [x(bins.edges[bin]!), x(bins.edges[bin + 1]!)].sort((p, q) => p - q) as [number, number];
    const high = Math.max(1, (bins.maybe[bin]! / most) * (LANES * LANE));
    path += `M${a.toFixed(1)} ${top}h${(b - a).toFixed(1)}v${high.toFixed(1)}h-${(b - a).toFixed(1)}z`;
  }
  return <path d={path} fill="url(#hatch)" />;
}

function Ticks({ bins, x, width }: { bins: Bins; x: (day: number) => number; width: number }) {
  const { days, unit } = ticks(bins.edges[0]!, bins.edges[bins.edges.length - 1]!, Math.max(2, width / 95));
  return (
    <g class="ticks">
      {days.map((day, n) => {
        const at = x(day);
        const edge = at < 24 ? "start" : at > width - 24 ? "end" : "middle";
        return (
          <g key={day}>
            <path d={`M${at.toFixed(1)} ${PLOT}v4`} />
            <text x={at} y={PLOT + 14} text-anchor={edge}>{tickWords(day, unit, language.value, n === 0)}</text>
          </g>
        );
      })}
    </g>
  );
}

/** Playing who held what through time. */
function Player({ first, last }: { first: number; last: number }) {
  const playing = useSignal(false);
  const day = state.controlDay.value!;
  useEffect(() => {
    if (!playing.value) return;
    const timer = setInterval(() => {
      const to = state.control.peek() && nextChange(state.control.peek()!, state.controlDay.peek()!, 1);
      if (to === null || to > last) playing.value = false;
      else state.controlDay.value = to;
    }, PLAY_MS);
    return () => clearInterval(timer);
  }, [playing.value, last]);
  const step = (by: 1 | -1) => {
    const to = state.control.value && nextChange(state.control.value, day, by);
    if (to !== null) state.controlDay.value = to;
  };
  const play = () => {
    const left = state.control.value && nextChange(state.control.value, day, 1);
    // At the end it begins anew.
    if (!playing.value && (left === null || left > last)) state.controlDay.value = first;
    playing.value = !playing.value;
  };
  return (
    <div class="player" role="group" aria-label={t("control.label")}>
      <button type="button" class="icon" aria-label={t("control.back")} onClick={() => step(-1)}>‹</button>
      <button type="button" class="play" aria-pressed={playing.value} onClick={play}>{playing.value ? t("control.pause") : t("control.play")}</button>
      <button type="button" class="icon" aria-label={t("control.next")} onClick={() => step(1)}>›</button>
      <label>
        <span class="sr">{t("control.day")}</span>
        <input type="date" value={isoOf(day)} onChange={(event) => event.currentTarget.value && (state.controlDay.value = dayOf(event.currentTarget.value))} />
      </label>
      <span class="quiet" role="status">{t("control.on", { day: dayWords(day, language.value) })}</span>
    </div>
  );
}
