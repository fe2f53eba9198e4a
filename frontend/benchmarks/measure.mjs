/**
 * Measures the page on a large store, in the browser, on this machine: the first view, a filter, a brush,
 * sorting, and how many frames a second a moving map has.
 *
 *   npm run benchmark -- STORE     (benchmarks/viewer_store.py of the project makes one of 50,000 events)
 *
 * Every figure is in milliseconds, the median of several tries, from the action to the second frame
 * after the new counts are in the page: when it can be seen.
 */
import { cpus } from "node:os";
import { launch, serve } from "../tests/served.mjs";

const TRIES = 5;
const store = process.argv[2];
if (!store) {
  console.error("name a store: npm run benchmark -- STORE");
  process.exit(2);
}
const median = (figures) => figures.slice().sort((a, b) => a - b)[Math.floor(figures.length / 2)];

const server = await serve(store);
const browser = await launch();
const firstViews = [];
const maps = [];
let page, context;
for (let n = 0; n < TRIES; n++) {
  await context?.close();
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
  await page.addInitScript(() => {
    // From the start of the navigation to the second frame with the counts, the timeline and the table.
    const seen = () => {
      if (document.querySelector("#counts") && document.querySelector(".timeline .bin") && document.querySelector(".table tbody td"))
        requestAnimationFrame(() => requestAnimationFrame(() => (window.firstView = performance.now())));
      else setTimeout(seen, 5);
    };
    const pins = () => {
      const map = document.querySelector(".map .canvas")?.map;
      if (map?.getLayer("pins") && map.queryRenderedFeatures({ layers: ["pins"] }).length) window.pinsDrawn = performance.now();
      else setTimeout(pins, 25);
    };
    addEventListener("DOMContentLoaded", () => (seen(), pins()));
  });
  await page.goto(server.url);
  await page.waitForFunction(() => window.firstView && window.pinsDrawn, null, { timeout: 60_000 });
  firstViews.push(await page.evaluate(() => window.firstView));
  maps.push(await page.evaluate(() => window.pinsDrawn));
}
await page.waitForFunction(() => document.querySelector(".map .canvas").map.loaded(), null, { timeout: 60_000 });
await page.waitForTimeout(1000);

/** From a press to the second frame after the counts have changed. */
const pressed = (selector, n) =>
  page.evaluate(
    ([selector, n]) =>
      new Promise((done) => {
        const counts = document.querySelector("#counts b");
        const before = counts.textContent;
        const start = performance.now();
        const watch = () => {
          if (document.querySelector("#counts b").textContent !== before)
            requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
          else setTimeout(watch, 0);
        };
        document.querySelectorAll(selector)[n].click();
        watch();
      }),
    [selector, n],
  );
const filters = [];
for (let n = 0; n < 7; n++) {
  filters.push(await pressed(".types .kind > label input", n));
  filters.push(await pressed(".types .kind > label input", n));
}
const sorts = [];
for (let n = 0; n < 5; n++)
  sorts.push(
    await page.evaluate(
      (n) =>
        new Promise((done) => {
          const start = performance.now();
          document.querySelectorAll(".table th button")[n].click();
          requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
        }),
      n,
    ),
  );

/** Frames a second of the page while the map moves over the events for two seconds. */
const frames = await page.evaluate(
  () =>
    new Promise((done) => {
      const { map } = document.querySelector(".map .canvas");
      map.jumpTo({ center: [36, 34], zoom: 5 });
      map.once("idle", () => {
        const times = [];
        const tick = (time) => {
          times.push(time);
          if (map.isMoving()) requestAnimationFrame(tick);
          else {
            const steps = times.slice(1).map((now, i) => now - times[i]).sort((a, b) => a - b);
            done({ fps: (1000 * (times.length - 1)) / (times.at(-1) - times[0]), p95: steps[Math.floor(steps.length * 0.95)] });
          }
        };
        map.panBy([900, 300], { duration: 2000, essential: true, easing: (t) => t });
        requestAnimationFrame(tick);
      });
    }),
);
const { events } = await (await fetch(server.url + "api/meta")).json();
const line = (what, value, floor) => console.log(`${what.padEnd(46)} ${value.padStart(10)}   ${floor}`);
console.log(`${events.toLocaleString("en")} events; ${cpus().length} × ${cpus()[0].model}; ${browser.version()}`);
line("first view: counts, timeline, table", `${Math.round(median(firstViews))} ms`, "under 2,000 ms");
line("pins on the map", `${Math.round(median(maps))} ms`, "");
line("filter, median", `${Math.round(median(filters))} ms`, "under 200 ms");
line("filter, slowest", `${Math.round(Math.max(...filters))} ms`, "");
line("sort, median", `${Math.round(median(sorts))} ms`, "");
line("panning", `${frames.fps.toFixed(1)} fps`, "60 fps");
line("panning, 95 % of frames within", `${frames.p95.toFixed(1)} ms`, "");
await browser.close();
await server.stop();
