/** The four views over one selection, its address, its files. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { readFileSync } from "node:fs";
import { build, dateline, drawn, launch, open, serve, told } from "./served.mjs";

describe("the viewer", () => {
  let made, served, browser;
  before(async () => {
    made = build();
    served = await serve(made.store);
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await served?.stop();
    made?.remove();
  });
  const visit = (query = "", options) => open(browser, served.url + query, options);

  test("loads all events of the store into map, timeline and table, with the network off", async () => {
    const { page, context, asked, errors } = await visit();
    const events = dateline("events", "--store", made.store, "--format", "jsonl").trim().split("\n");
    assert.equal(await told(page), events.length);
    await drawn(page);
    assert.equal(Number(await page.getAttribute(".table table", "aria-rowcount")), events.length + 1);
    assert.ok((await page.$$(".timeline .bin")).length > 0);
    const inPins = await page.evaluate(() =>
      document.querySelector(".map .canvas").map.querySourceFeatures("pins").length);
    assert.ok(inPins > 0);
    assert.deepEqual(asked, []);
    assert.deepEqual(errors, []);
    await context.close();
  });

  test("a choice of the filter narrows every view, and says beforehand how many it finds", async () => {
    const { page, context } = await visit();
    const all = await told(page);
    const box = page.locator(".types label", { hasText: "Strike or explosion" });
    const promised = Number(await box.locator(".count").textContent());
    assert.ok(promised > 0 && promised < all);
    await box.locator("input").check();
    await page.waitForFunction((n) => document.querySelector("#counts b").textContent.startsWith(`${n} `), promised);
    assert.equal(Number(await page.getAttribute(".table table", "aria-rowcount")), promised + 1);
    for (const name of await page.$$eval(".table tbody td.type", (cells) => cells.map((cell) => cell.textContent.trim())))
      assert.match(name, /strike|Shelling|Suicide|explosive|Grenade|Chemical/);
    await page.waitForFunction(() => location.search.includes("type="));
    await page.click(".chips .link");
    await page.waitForFunction((n) => document.querySelector("#counts b").textContent.startsWith(`${n} `), all);
    await context.close();
  });

  test("a brush on the timeline chooses days, and arrow keys move it", async () => {
    const { page, context } = await visit();
    const all = await told(page);
    const plot = await page.locator(".timeline svg").boundingBox();
    await page.mouse.move(plot.x + plot.width * 0.02, plot.y + 30);
    await page.mouse.down();
    await page.mouse.move(plot.x + plot.width * 0.4, plot.y + 30, { steps: 5 });
    await page.mouse.up();
    await page.waitForFunction(() => /since=.*until=/.test(location.search));
    const brushed = await told(page);
    assert.ok(brushed < all, `${brushed} of ${all}`);
    const params = new URL(page.url()).searchParams;
    for (const row of (await page.evaluate(() => fetch(`/api/events${location.search}&limit=100`).then((r) => r.json()))).events)
      assert.ok(row.date.end >= params.get("since") && row.date.start <= params.get("until"));
    await page.focus(".timeline [role=slider] >> nth=1");
    await page.keyboard.press("End");
    await page.waitForFunction((n) => Number(document.querySelector("#counts b").textContent.split(" ")[0]) > n, brushed);
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => !location.search.includes("since"));
    await context.close();
  });

  test("the card shows the very sentence, by code points, and keeps the two dates apart", async () => {
    const { page, context } = await visit();
    await page.locator(".table tbody tr", { hasText: "Arīḩā" }).first().click();
    await page.waitForSelector(".card .claim");
    const cards = await page.evaluate(async () => {
      const id = new URLSearchParams(location.search).get("v.event") ?? document.querySelector(".permalink code").textContent;
      return (await fetch(`/api/events/${id}`)).json();
    });
    for (const claim of cards.claims) {
      const points = [...cards.reports[claim.report_id].text];
      const sentence = points.slice(...claim.claim.evidence[0]).join("");
      const shown = await page.$$eval(".card .claim", (claims) => claims.map((one) => [...one.querySelectorAll("mark.m-evidence")].map((mark) => mark.textContent).join("")));
      assert.ok(shown.some((text) => text.startsWith(sentence)), `${sentence} is not marked in ${JSON.stringify(shown)}`);
    }
    const labels = await page.$$eval(".card .dates dt", (terms) => terms.map((term) => term.textContent));
    assert.deepEqual(labels, ["Date of the event", "Published"]);
    assert.match(await page.textContent(".card .source"), /published \d+ \w+ \d{4}/);
    await context.close();
  });

  test("words before a sentence that lie outside of the first plane do not shift its marks", async () => {
    const { page, context } = await visit("?text=market");
    await page.waitForFunction(() => document.querySelector("#counts b").textContent.startsWith("1 "));
    await page.locator(".table tbody tr").first().click();
    const claim = page.locator(".card .claim", { hasText: "White Helmets" }).first();
    await claim.waitFor();
    await claim.locator("button.source").click();
    const marked = await claim.locator("mark.m-evidence").allTextContents();
    assert.match(marked.join(""), /An air strike on the market of Ariha killed 5 civilians on Friday, the White Helmets said\.$/);
    assert.match(await claim.locator("blockquote").textContent(), /^🕯️🕯️ In memory/);
    await context.close();
  });

  test("an address opens the same view again", async () => {
    const first = await visit("?kind=civilians&since=2024-11-01&until=2024-12-31&v.sort=place&v.map=36.0,35.5,7.00&v.view=both");
    await drawn(first.page);
    await first.page.locator(".table tbody tr").nth(1).click();
    await first.page.waitForFunction(() => location.search.includes("v.event"));
    const look = async (page) => ({
      counts: await page.textContent("#counts"),
      rows: await page.$$eval(".table tbody tr:not(.space)", (rows) => rows.map((row) => row.textContent)),
      card: await page.textContent(".card .heading"),
      zoom: await page.evaluate(() => document.querySelector(".map .canvas").map.getZoom().toFixed(1)),
    });
    await first.page.waitForSelector(".card .heading");
    await first.page.waitForTimeout(400);
    const second = await open(browser, first.page.url());
    await second.page.waitForSelector(".card .heading");
    await drawn(second.page);
    assert.deepEqual(await look(second.page), await look(first.page));
    await first.context.close();
    await second.context.close();
  });

  test("an export holds exactly the events that the filter finds", async () => {
    const { page, context } = await visit("?country=SY&since=2024-11-29");
    const shown = await told(page);
    assert.ok(shown > 0);
    await page.click("summary:has-text('Export')");
    const places = await page.$$eval(".formats a", (links) => links.map((link) => [link.dataset.format, link.href]));
    assert.ok(places.length >= 8);
    for (const [format, href] of places) {
      const answer = await fetch(href);
      assert.equal(answer.status, 200, `${format}: ${await answer.clone().text()}`);
    }
    const { features } = await (await fetch(Object.fromEntries(places).geojson)).json();
    const exported = features.map((feature) => feature.properties.event_id ?? feature.id).sort();
    const ids = await page.evaluate(async () => (await (await fetch(`/api/events${location.search}`)).json()).events.map((event) => event.event_id));
    assert.equal(exported.length, shown);
    assert.deepEqual(exported, ids.sort());
    const rows = await page.evaluate(() => fetch(`/api/selection?country=SY&since=2024-11-29`).then((answer) => answer.json()));
    assert.equal(rows.events, shown);
    await context.close();
  });

  test("words are searched for in the reports, on the server", async () => {
    const { page, context } = await visit();
    await page.keyboard.press("/");
    await page.keyboard.type("depot");
    await page.waitForFunction(() => document.querySelector("#counts b").textContent.startsWith("1 "));
    assert.match(await page.textContent(".table tbody"), /Odesa/);
    await context.close();
  });

  test("an address with words shows at once what they find, and nothing else before", async () => {
    const { page, context } = await visit();
    const seen = await context.newPage();
    await seen.addInitScript(() => {
      window.counts = [];
      const look = () => window.counts.push(document.querySelector("#counts b")?.textContent ?? "");
      new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
    });
    await seen.goto(page.url().split("?")[0] + "?text=depot");
    await seen.waitForSelector("#counts b");
    await seen.waitForTimeout(500);
    assert.deepEqual(await seen.evaluate(() => [...new Set(window.counts)].filter(Boolean)), ["1 event"]);
    await context.close();
  });

  test("the browser and the server find the same with every single filter", async () => {
    const { page, context } = await visit();
    const differ = await page.evaluate(async () => {
      const facets = (await (await fetch("/api/selection?background=yes")).json()).facets;
      const meta = await (await fetch("/api/meta")).json();
      const out = [];
      for (const [name, values] of Object.entries(facets))
        for (const [value] of values.slice(0, 4)) {
          const query = new URLSearchParams({ [name]: value === true ? "yes" : value });
          const server = (await (await fetch(`/api/selection?${query}`)).json()).events;
          history.pushState(null, "", `/?${query}`);
          dispatchEvent(new PopStateEvent("popstate"));
          await new Promise((frame) => setTimeout(frame, 30));
          const here = Number(document.querySelector("#counts b").textContent.split(" ")[0]);
          if (server !== here) out.push(`${query}: server ${server}, page ${here}`);
        }
      return [out, Object.keys(facets).length, meta.events];
    });
    assert.ok(differ[1] >= 15);
    assert.deepEqual(differ[0], []);
    await context.close();
  });

  test("who holds what is shown for a day, and played", async () => {
    const { page, context } = await visit();
    await page.click("button:has-text('Who holds what')");
    await page.waitForFunction(() => document.querySelector(".map .canvas")?.map?.querySourceFeatures("held").length > 0);
    await page.click(".legend summary");
    assert.match(await page.textContent(".legend"), /As told for/);
    const day = () => page.inputValue(".player input[type=date]");
    const last = await day();
    await page.click("[aria-label='Change before']");
    const before = await day();
    assert.ok(before < last, `${before} < ${last}`);
    await page.click(".player .play");
    await page.waitForFunction((was) => document.querySelector(".player input[type=date]").value > was, before);
    await page.waitForFunction(() => location.search.includes("v.control="));
    await context.close();
  });

  test("a cluster opens into a list of all its events", async () => {
    const { page, context } = await visit("?v.map=30,20,0.5&v.view=map");
    await drawn(page);
    const at = await page.evaluate(() => {
      const map = document.querySelector(".map .canvas").map;
      const box = map.getContainer().getBoundingClientRect();
      const view = document.querySelector(".map").getBoundingClientRect();
      return map.queryRenderedFeatures({ layers: ["pins"] })
        .map(({ geometry, properties: { total } }) => {
          const { x, y } = map.project(geometry.coordinates);
          return { x: box.x + x, y: box.y + y, total };
        })
        .filter(({ x, y }) => x > view.left + 20 && x < view.right - 20 && y > view.top + 60 && y < view.bottom - 60)
        .sort((a, b) => b.total - a.total)[0];
    });
    assert.ok(at.total > 1);
    await page.mouse.click(at.x, at.y);
    await page.waitForSelector(".listed");
    assert.equal((await page.$$(".listed li")).length, at.total);
    await page.locator(".listed li button").last().click();
    await page.waitForSelector(".card .heading");
    await context.close();
  });

  test("a dragged map slides with the pointer, pins and all, and is drawn when it rests or its rim is reached", async () => {
    const { page, context } = await visit("?country=SY&v.map=37,35.2,6&v.view=map");
    await drawn(page);
    await page.waitForFunction(() => document.querySelector(".map .canvas").map.loaded());
    const slid = () => page.$eval(".map canvas", (one) => parseFloat(one.style.objectPosition) || 0);
    const centre = () => page.evaluate(() => {
      const { map } = document.querySelector(".map .canvas");
      const { lng, lat } = map.getCenter();
      return { lng, lat, x: map.project([37, 35.2]).x };
    });
    const box = await page.locator(".map").boundingBox();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2 + 30];
    const start = await centre();
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y, { steps: 6 });
    await page.waitForFunction(() => parseFloat(document.querySelector(".map canvas").style.objectPosition) > 55);
    // What is seen lies where the map says that it lies.
    assert.ok(Math.abs((await slid()) - 60) < 0.01, `slid by ${await slid()} pixels`);
    assert.ok(Math.abs((await centre()).x - start.x - 60) < 0.01);
    await page.mouse.move(x + box.width * 0.45, y, { steps: 30 });
    await page.waitForFunction((before) => document.querySelector(".map .canvas").map.project([37, 35.2]).x > before + 200, start.x);
    assert.ok((await slid()) <= box.width / 4, `slid by ${await slid()} of ${box.width} pixels, more than is drawn`);
    await page.mouse.up();
    await page.waitForFunction(() => {
      const { map } = document.querySelector(".map .canvas");
      return map.loaded() && !map.isMoving() && !map.getCanvas().style.objectPosition;
    });
    assert.ok((await centre()).lng < start.lng);
    await context.close();
  });

  test("events are asked for where they can be seen, not in the rim of the map around it", async () => {
    const { page, context } = await visit("?v.map=37,35.2,6&v.view=map");
    await drawn(page);
    const seen = await page.evaluate(() => {
      const { map } = document.querySelector(".map .canvas");
      const [outer, inner] = [map.getContainer(), document.querySelector(".map")].map((one) => one.getBoundingClientRect());
      const at = (x, y) => map.unproject([x - outer.left, y - outer.top]);
      const [least, most] = [at(inner.left, inner.bottom), at(inner.right, inner.top)];
      return [least.lng, least.lat, most.lng, most.lat];
    });
    await page.click("button:has-text('Only what is in view')");
    await page.waitForFunction(() => location.search.includes("bbox="));
    const asked = new URL(page.url()).searchParams.get("bbox").split(",").map(Number);
    seen.forEach((one, n) => assert.ok(Math.abs(one - asked[n]) < 0.01, `${seen} against ${asked}`));
    await context.close();
  });

  test("the Arabic interface runs from right to left and keeps report text as it is", async () => {
    const { page, context, errors } = await visit("?v.lang=ar");
    assert.equal(await page.getAttribute("html", "dir"), "rtl");
    assert.equal(await page.getAttribute("html", "lang"), "ar");
    const filters = await page.locator(".side").boundingBox();
    assert.ok(filters.x > 900, "the filter stands on the right");
    await page.locator(".table tbody tr").first().click();
    await page.waitForSelector(".card blockquote[dir=auto]");
    assert.equal(await page.$eval(".card blockquote", (quote) => getComputedStyle(quote).direction), "ltr");
    assert.deepEqual(errors, []);
    await context.close();
  });

  test("embedded it shows no head; the map alone or the table alone can be had", async () => {
    const { page, context } = await (async () => {
      const opened = await browser.newContext();
      const page = await opened.newPage();
      await page.goto(served.url + "?embed=1&v.view=map");
      await page.waitForSelector(".map");
      return { page, context: opened };
    })();
    assert.equal(await page.$(".top"), null);
    assert.equal(await page.$(".table"), null);
    await context.close();
  });

  test("a saved page opens from a file, with no server and no network", async () => {
    const { page, context } = await visit("?country=SY");
    const shown = await told(page);
    await page.click("summary:has-text('Export')");
    const [download] = await Promise.all([page.waitForEvent("download"), page.click(".savepage")]);
    const path = `${made.folder}/saved.html`;
    await download.saveAs(path);
    await context.close();
    assert.ok(readFileSync(path, "utf8").includes("dateline-data"));
    const alone = await open(browser, `file://${path}`);
    assert.equal(await told(alone.page), shown);
    await drawn(alone.page);
    await alone.page.locator(".table tbody tr").first().click();
    await alone.page.waitForSelector(".card .claim mark.m-evidence");
    assert.equal(await alone.page.$(".card .actions"), null);
    assert.deepEqual(alone.asked, []);
    assert.deepEqual(alone.errors, []);
    await alone.context.close();
  });
});
