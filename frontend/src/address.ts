/** The state of the page and its address, one the picture of the other. */

import { batch, effect } from "@preact/signals";
import { dayOf, isoOf } from "./data/days";
import { parseSort } from "./data/order";
import { parse, print } from "./data/query";
import * as state from "./state";
import { language, LANGUAGES, type Language } from "./words";

/** Whether there is room for the filter beside the views; where there is none it opens when asked. */
const ROOMY = matchMedia("(min-width: 861px)").matches;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The query string of the present state: the filter, then the viewer's own parameters. */
export function address(): string {
  const params = new URLSearchParams(print(state.query.value));
  const put = (name: string, value: string | null) => value !== null && params.set(name, value);
  put("v.event", state.chosen.value);
  put("v.view", state.layout.value === "both" ? null : state.layout.value);
  put("v.sort", state.sort.value === "-date" ? null : state.sort.value);
  const camera = state.camera.value;
  put("v.map", camera && [camera.lon.toFixed(4), camera.lat.toFixed(4), camera.zoom.toFixed(2)].join(","));
  put("v.control", state.controlDay.value === null ? null : isoOf(state.controlDay.value));
  put("v.span", state.span.value && state.span.value.map(isoOf).join(","));
  put("v.desk", state.desk.value ? "1" : null);
  put("v.filters", state.filtersOpen.value === ROOMY ? null : state.filtersOpen.value ? "1" : "0");
  put("v.lang", language.value === "en" ? null : language.value);
  put("embed", state.embedded.value ? "1" : null);
  return params.toString().replaceAll("%2C", ",");
}

/** Take the state from an address. */
export function read(search: string, path = "/"): void {
  const params = new URLSearchParams(search);
  const days = params.get("v.span")?.split(",") ?? [];
  const [lon, lat, zoom] = (params.get("v.map") ?? "").split(",").map(Number);
  const view = params.get("v.view");
  const asked = params.get("v.lang") ?? "";
  const control = params.get("v.control") ?? "";
  const ofPath = /^\/event\/([^/]+)$/.exec(path)?.[1];
  batch(() => {
    state.query.value = parse(params);
    state.chosen.value = params.get("v.event") ?? (ofPath ? decodeURIComponent(ofPath) : null);
    state.layout.value = view === "map" || view === "table" ? view : "both";
    state.sort.value = parseSort(params.get("v.sort"));
    state.camera.value =
      lon !== undefined && lat !== undefined && zoom !== undefined && [lon, lat, zoom].every(Number.isFinite)
        ? { lon, lat: Math.max(-85, Math.min(85, lat)), zoom: Math.max(0, Math.min(22, zoom)) }
        : null;
    state.controlDay.value = DAY.test(control) ? dayOf(control) : null;
    state.span.value = days.length === 2 && days.every((day) => DAY.test(day)) ? [dayOf(days[0]!), dayOf(days[1]!)] : null;
    state.desk.value = params.get("v.desk") === "1" || path === "/review";
    state.filtersOpen.value = ROOMY ? params.get("v.filters") !== "0" : params.get("v.filters") === "1";
    state.embedded.value = params.get("embed") === "1";
    language.value = asked in LANGUAGES ? (asked as Language) : "en";
  });
}

/** Keep the address of the page from now on; the browser's back button undoes a choice. */
export function keep(): void {
  // What the back button undoes; the rest of the address changes in place.
  const step = () => [print(state.query.value), state.chosen.value, state.desk.value].join("\n");
  let last = step();
  let timer = 0;
  let opening = true;
  let leaving = false;
  effect(() => {
    const text = address();
    const now = step();
    const at = `/${text ? "?" + text : ""}`;
    if (opening || leaving) {
      opening = leaving = false;
      last = now;
      return;
    }
    clearTimeout(timer);
    // A map moves and a brush is drawn sixty times a second; the address need not.
    timer = setTimeout(() => {
      if (now !== last) history.pushState(null, "", at);
      else history.replaceState(null, "", at);
      last = now;
    }, 200) as unknown as number;
  });
  addEventListener("popstate", () => {
    leaving = true;
    clearTimeout(timer);
    read(location.search, location.pathname);
    leaving = false;
  });
}
