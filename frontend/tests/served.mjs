/** A store coded from the tests' reports, the real `dateline serve` on it, and a browser without a network. */

import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { reports } from "./reports.mjs";

const DATELINE = process.env.DATELINE ?? fileURLToPath(new URL("../../.venv/bin/dateline", import.meta.url));
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
/** The browser asks nothing of its maker, and draws the map without a graphics card. */
const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
];

/** Run dateline to its end; throws with what it said where it fails. */
export function dateline(...args) {
  const done = spawnSync(DATELINE, args, { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`dateline ${args.join(" ")}: exit ${done.status}\n${done.stderr}`);
  return done.stdout;
}

/** Serve a store on a free port; returns its address and how to stop it. */
export async function serve(store, ...options) {
  const server = spawn(DATELINE, ["serve", "--store", store, "--port", "0", ...options], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const url = await new Promise((resolve, reject) => {
    const listen = (piece) => {
      said += piece;
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said);
      if (found) resolve(found[0]);
    };
    server.stdout.on("data", listen);
    server.stderr.on("data", listen);
    server.on("exit", (code) => reject(new Error(`dateline serve ended with ${code}: ${said}`)));
  });
  for (let tries = 0; ; tries++) {
    if (await fetch(url + "api/meta").then((answer) => answer.ok, () => false)) break;
    if (tries > 100) throw new Error(`dateline serve does not answer: ${said}`);
    await new Promise((wait) => setTimeout(wait, 100));
  }
  const stop = () => new Promise((ended) => {
    server.once("exit", ended);
    server.kill("SIGKILL");
  });
  return { url, stop };
}

/** Code the reports into a store of its own folder. */
export function build(these = reports) {
  const folder = mkdtempSync(join(tmpdir(), "dateline-viewer-"));
  const input = join(folder, "reports.jsonl");
  const store = join(folder, "store.db");
  writeFileSync(input, these.map((report) => JSON.stringify(report) + "\n").join(""));
  dateline("run", input, "--store", store, "--quiet");
  return { store, folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export const launch = () => chromium.launch({ executablePath: CHROMIUM, args: FLAGS });

/**
 * A page at an address, in a browser profile of its own that reaches loopback alone. `asked` holds every
 * request that would have left the machine, `errors` what the page complained of.
 */
export async function open(browser, url, { reviewer = null, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce", ...options });
  const asked = [];
  const errors = [];
  await context.route("**/*", (route) => {
    const { hostname, protocol } = new URL(route.request().url());
    if (protocol === "blob:" || protocol === "data:" || protocol === "file:" || hostname === "127.0.0.1") return route.continue();
    asked.push(route.request().url());
    return route.abort();
  });
  const page = await context.newPage();
  page.setDefaultTimeout(45_000);
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
  if (reviewer) await page.addInitScript((name) => localStorage.setItem("dateline.store.db.reviewer", JSON.stringify(name)), reviewer);
  await page.goto(url);
  await page.waitForSelector("#counts, .waiting[data-failed]");
  return { page, context, asked, errors };
}

/** The number of events that the head of the page tells. */
export const told = async (page) => Number((await page.textContent("#counts b")).replace(/\D/g, ""));

/** Wait until the map has drawn. */
export const drawn = (page) =>
  page.waitForFunction(() => {
    const map = document.querySelector(".map .canvas")?.map;
    return map?.getLayer("pins") && map.queryRenderedFeatures({ layers: ["pins"] }).length > 0;
  });
