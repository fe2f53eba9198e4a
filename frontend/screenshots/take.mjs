/**
 * Takes the pictures of the documentation from the demo reports: npm run screenshots [-- FOLDER].
 * They are WebP in docs/images, and PNG in FOLDER too where one is named, for looking at.
 */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dateline, drawn, launch, open, serve } from "../tests/served.mjs";

const IMAGES = fileURLToPath(new URL("../../docs/images/", import.meta.url));
const EXAMPLES = fileURLToPath(new URL("../../src/dateline/examples/", import.meta.url));
const look = process.argv[2];
const folder = mkdtempSync(join(tmpdir(), "dateline-screenshots-"));
const store = join(folder, "store.db");
mkdirSync(IMAGES, { recursive: true });
if (look) mkdirSync(look, { recursive: true });
dateline("run", ...readdirSync(EXAMPLES).filter((name) => name.endsWith(".jsonl")).map((name) => EXAMPLES + name), "--store", store, "--quiet");

const served = await serve(store);
const browser = await launch();
const api = async (path, body) => {
  const { csrf } = await (await fetch(served.url + "api/meta")).json();
  const init = body && { method: "POST", headers: { "Content-Type": "application/json", "X-Dateline-Csrf": csrf }, body: JSON.stringify({ key: crypto.randomUUID(), reviewer: "ana", ...body }) };
  return (await fetch(served.url + "api/" + path, init)).json();
};

// The event with the most to show: contradictions first, then claims. A few others are accepted.
const { events } = await api("events?country=SY&limit=1000");
const weight = (event) => event.contradictions.length * 10 + event.claims.length;
const best = events.slice().sort((a, b) => weight(b) - weight(a))[0];
for (const event of events.filter((one) => one !== best && one.sources > 1).slice(0, 9)) await api("reviews", { action: "accept", event: event.event_id, note: "both reports agree" });

const converter = await (await browser.newContext()).newPage();
/** A PNG as WebP, made by the browser itself. */
async function webp(png) {
  const url = await converter.evaluate(async (base64) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height);
    canvas.getContext("2d").drawImage(image, 0, 0);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/webp", quality: 0.82 })).arrayBuffer());
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  }, png.toString("base64"));
  return Buffer.from(url, "base64");
}

async function take(name, query, { width = 1280, height = 800, then = async () => undefined, ready = "map", full = false, ...options } = {}) {
  const { page, context } = await open(browser, served.url + query, { reviewer: "ana", viewport: { width, height }, deviceScaleFactor: width < 500 ? 2 : 1.25, ...options });
  if (ready === "map") await drawn(page);
  else await page.waitForSelector(ready);
  await then(page);
  if (ready === "map") await page.waitForFunction(() => document.querySelector(".map .canvas").map.loaded(), null, { timeout: 120_000 });
  await page.waitForTimeout(900);
  const png = await page.screenshot({ fullPage: full });
  const small = await webp(png);
  writeFileSync(join(IMAGES, `${name}.webp`), small);
  if (look) writeFileSync(join(look, `${name}.png`), png);
  console.log(`${name}.webp ${Math.round(small.length / 1024)} kB`);
  await context.close();
}

const syria = "?country=SY&v.map=37.2,35.4,6.7";
const legend = (page) => page.click(".legend summary");
const chosen = `${syria}&v.event=${best.event_id}`;
const desk = `?country=SY&v.desk=1&v.event=${best.event_id}`;
const day = "&v.control=2024-12-01";
try {
  await take("main", syria, { then: legend });
  await take("main-phone", syria, { width: 390, height: 844 });
  await take("card", chosen + "&v.filters=0", { then: (page) => page.waitForSelector(".card .claim") });
  await take("card-phone", chosen, { width: 390, height: 844, then: (page) => page.waitForSelector(".card .claim") });
  const editing = async (page) => { await page.waitForSelector(".sheet mark"); await page.click("[data-field=figures]"); };
  await take("desk", desk, { ready: ".bench .heading", then: editing });
  await take("desk-phone", desk, { width: 390, height: 844, ready: ".bench .heading" });
  await take("control", syria + day, { then: legend });
  await take("control-phone", syria + day, { width: 390, height: 844 });
  await take("arabic", chosen + "&v.lang=ar", { then: (page) => page.waitForSelector(".card .claim") });
  await take("dark", syria, { colorScheme: "dark" });
  await take("print", chosen, { width: 794, height: 1123, then: async (page) => { await page.waitForSelector(".card .claim"); await page.evaluate(() => dispatchEvent(new Event("beforeprint"))); await page.emulateMedia({ media: "print" }); } });
} finally {
  await browser.close();
  await served.stop();
  rmSync(folder, { recursive: true, force: true });
}
