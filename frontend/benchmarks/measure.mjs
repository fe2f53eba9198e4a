/**
 * Measures the page with many events, in the browser, on this machine: the first view, a filter, sorting,
 * and how many frames a second a moving map has.
 *
 *   npm run benchmark                 50,000 invented events (synthetic.mjs) in front of a real server
 *   npm run benchmark -- STORE        a store of your own
 *
 * Every figure is in milliseconds, the median of several tries, from the action to the second frame
 * after the new counts are in the page: when it can be seen. A filter is pressed on a page at rest, and,
 * in a second row, before the map has drawn what the last press found.
 */
import { cpus, loadavg } from "node:os";
import { createServer, request as ask } from "node:http";
import { build, launch, serve } from "../tests/served.mjs";
import { syntheticIndex } from "./synthetic.mjs";

const TRIES = 5;
const EVENTS = 50_000;
const median = (figures) => figures.slice().sort((a, b) => a - b)[Math.floor(figures.length / 2)];

const made = process.argv[2] ? null : build();
const dateline = await serve(process.argv[2] ?? made.store);
const server = made ? await before(dateline) : dateline;

/** A server before another one that answers /api/index with invented events, and passes on all else. */
async function before(real) {
  const meta = await (await fetch(real.url + "api/meta")).json();
  const index = JSON.stringify(syntheticIndex(EVENTS, meta));
  const { host } = new URL(real.url);
  const front = createServer((request, response) => {
    if (request.url === "/api/index") {
      response.setHeader("Content-Type", "application/json");
      return response.end(index);
    }
    const asked = { host: "127.0.0.1", port: host.split(":")[1], path: request.url, method: request.method, headers: { ...request.headers, host } };
    return request.pipe(ask(asked, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    }).on("error", () => response.destroy()));
  });
  await new Promise((ready) => front.listen(0, "127.0.0.1", ready));
  const stop = async () => {
    front.closeAllConnections();
    front.close();
    await real.stop();
  };
  return { url: `http://127.0.0.1:${front.address().port}/`, stop };
}

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
// What the page's thread itself computes, whatever else the machine does at the time.
const devtools = await context.newCDPSession(page);
await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
const computed = async () => {
  const { metrics } = await devtools.send("Performance.getMetrics");
  const of = (name) => metrics.find((metric) => metric.name === name).value * 1000;
  return { task: of("TaskDuration"), script: of("ScriptDuration"), layout: of("LayoutDuration") + of("RecalcStyleDuration") };
};
/** The map has drawn all that it was given. */
const atRest = () => page.waitForFunction(() => document.querySelector(".map .canvas").map.loaded(), null, { timeout: 60_000 });
const filters = [];
const inARow = [];
const busy = [];
for (let n = 0; n < 7; n++)
  for (let twice = 0; twice < 2; twice++) {
    await page.waitForTimeout(300);
    await atRest();
    const before = await computed();
    filters.push(await pressed(".types .kind > label input", n));
    const after = await computed();
    busy.push({ task: after.task - before.task, script: after.script - before.script, layout: after.layout - before.layout });
  }
for (let n = 0; n < 7; n++) for (let twice = 0; twice < 2; twice++) inARow.push(await pressed(".types .kind > label input", n));
await atRest();
if (process.env.DETAIL) console.table(busy);
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

/** Frames a second of the page while the map moves 900 pixels over the events, in two seconds. */
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
/** Frames a second while a hand drags the map by a quarter of its width, in half a second, until it lets go. */
const view = await page.locator(".map").boundingBox();
const dragged = [];
for (let n = 0; n < TRIES; n++) {
  await atRest();
  await page.waitForTimeout(300);
  const [x, y] = [view.x + view.width * (n % 2 ? 0.6 : 0.4), view.y + view.height * 0.6];
  const way = (n % 2 ? -1 : 1) * (view.width / 4 - 5);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + Math.sign(way) * 5, y);
  await page.evaluate(() => {
    const times = (window.dragTimes = []);
    const tick = (time) => (times.push(time), window.dragTimes === times && requestAnimationFrame(tick));
    requestAnimationFrame(tick);
  });
  const start = Date.now();
  for (let part; (part = (Date.now() - start) / 500) < 1; ) await page.mouse.move(x + Math.sign(way) * 5 + part * way * 0.97, y);
  const times = await page.evaluate(() => {
    const { dragTimes } = window;
    window.dragTimes = null;
    return dragTimes;
  });
  await page.mouse.up();
  dragged.push((1000 * (times.length - 1)) / (times.at(-1) - times[0]));
}
const events = await page.evaluate(() => fetch("/api/index").then((answer) => answer.json()).then((index) => index.count));
const line = (what, value, floor) => console.log(`${what.padEnd(46)} ${value.padStart(10)}   ${floor}`);
console.log(`${events.toLocaleString("en")} events; ${cpus().length} × ${cpus()[0].model}; ${browser.version()}; load ${loadavg()[0].toFixed(1)}`);
line("first view: counts, timeline, table", `${Math.round(median(firstViews))} ms`, "under 2,000 ms");
line("pins on the map", `${Math.round(median(maps))} ms`, "");
line("filter, median", `${Math.round(median(filters))} ms`, "under 200 ms");
line("filter, processor time of the page, median", `${Math.round(median(busy.map((one) => one.task)))} ms`, "");
line("filter, slowest", `${Math.round(Math.max(...filters))} ms`, "");
line("filter, pressed before the map has drawn", `${Math.round(median(inARow))} ms`, "");
line("sort, median", `${Math.round(median(sorts))} ms`, "");
line("dragging by a quarter of the map", `${median(dragged).toFixed(1)} fps`, "60 fps");
line("panning by 900 pixels", `${frames.fps.toFixed(1)} fps`, "60 fps");
line("panning, 95 % of frames within", `${(frames.p95 ?? NaN).toFixed(1)} ms`, "");
await browser.close();
await server.stop();
made?.remove();
