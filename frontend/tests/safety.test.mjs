/** Hostile reports do nothing; everybody can use the page. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { HOSTILE } from "./reports.mjs";
import { build, drawn, launch, open, serve } from "./served.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe("safety and access", () => {
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
  const visit = (query = "", options) => open(browser, served.url + query, { reviewer: "ana", ...options });

  test("a report of scripts and javascript links does nothing but be read", async () => {
    for (const view of ["", "&v.desk=1"]) {
      const { page, context, errors, asked } = await visit(`?text=Goma${view}`);
      await page.locator(view ? ".queue li button" : ".table tbody tr").first().click();
      const text = view ? ".sheet .text" : ".card blockquote";
      await page.waitForSelector(text);
      if (!view) await page.click(".card button.source");
      assert.equal(await page.textContent(text), HOSTILE);
      assert.equal(await page.evaluate(() => window.hacked), undefined);
      assert.equal(await page.$(`${text} script, ${text} img, ${text} a`), null);
      for (const link of await page.$$eval("a", (links) => links.map((one) => one.href))) assert.match(link, /^https?:|^$/);
      assert.deepEqual(errors, []);
      assert.deepEqual(asked, []);
      await context.close();
    }
  });

  test("the same holds in a saved page", async () => {
    const saved = await (await fetch(served.url + "api/page?text=Goma")).text();
    const { writeFileSync } = await import("node:fs");
    writeFileSync(`${made.folder}/hostile.html`, saved);
    const { page, context, errors } = await open(browser, `file://${made.folder}/hostile.html`);
    await page.locator(".table tbody tr").first().click();
    await page.waitForSelector(".card blockquote");
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    assert.match(await page.textContent(".card blockquote"), /<script>/);
    assert.deepEqual(errors, []);
    await context.close();
  });

  for (const [name, query, then] of [
    ["the main view", "", null],
    ["the card", "", ".table tbody tr"],
    ["the desk", "?v.desk=1", null],
    ["the control layer", "?v.control=2024-12-01", null],
    ["the Arabic interface", "?v.lang=ar", ".table tbody tr"],
  ])
    for (const colorScheme of ["light", "dark"])
      test(`axe finds nothing in ${name}, ${colorScheme}`, async () => {
        // The test's own script is let in past the page's policy.
        const { page, context } = await visit(query, { bypassCSP: true, colorScheme });
        if (then) {
          await page.locator(then).first().click();
          await page.waitForSelector(".card .claim");
        }
        if (query.includes("desk")) {
          await page.waitForSelector(".bench .heading");
          await page.click("[data-field=date]");
        } else await drawn(page);
        for (const summary of await page.$$(".side .group:not([open]) > summary, .legend:not([open]) > summary")) await summary.click();
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
        assert.deepEqual(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`), []);
        await context.close();
      });

  test("axe finds nothing in the dialogs", async () => {
    const { page, context } = await visit("?v.desk=1", { bypassCSP: true });
    await page.waitForSelector(".bench .heading");
    await page.evaluate(axe);
    for (const open of [
      () => page.keyboard.press("m"),
      () => page.keyboard.press("?"),
      async () => { await page.click(".top summary:has-text('More')"); await page.click("button:has-text('Log of decisions')"); },
      async () => { await page.click(".top summary:has-text('More')"); await page.click("button:has-text('Agreement')"); },
      async () => { await page.click(".top summary:has-text('More')"); await page.click("button:has-text('Methodology')"); },
      async () => { await page.click(".top summary:has-text('More')"); await page.click("button:has-text('Add an event')"); await page.waitForSelector(".adding"); },
    ]) {
      await open();
      await page.waitForSelector("dialog[open]");
      await page.waitForTimeout(200);
      const { violations } = await page.evaluate(() => window.axe.run(document.querySelector("dialog"), { resultTypes: ["violations"] }));
      assert.deepEqual(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`), []);
      await page.keyboard.press("Escape");
      await page.waitForSelector("dialog", { state: "detached" });
    }
    await context.close();
  });

  test("everything can be reached and done with the keyboard", async () => {
    const { page, context } = await visit();
    await drawn(page);
    const reached = new Set();
    for (let presses = 0; presses < 160; presses++) {
      await page.keyboard.press("Tab");
      const here = await page.evaluate(() => {
        const at = document.activeElement;
        if (!at || at === document.body) return "body";
        at.dataset.reached = "1";
        return at.closest(".filters, .map, .timeline, .table, .top")?.className ?? at.className;
      });
      if (here === "body" && presses > 20) break;
      reached.add(here.toString().split(" ")[0]);
    }
    for (const part of ["top", "filters", "map", "timeline", "table"]) assert.ok(reached.has(part), `${part} is never reached: ${[...reached]}`);
    const missed = await page.evaluate(() =>
      [...document.querySelectorAll("button, a[href], input, select, summary, [tabindex='0']")]
        .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: false }) && !one.disabled && !one.dataset.reached && one.tabIndex >= 0 && !(one.type === "radio" && !one.checked))
        .map((one) => one.outerHTML.slice(0, 120)));
    assert.deepEqual(missed, []);
    await page.focus(".table tr[tabindex='0']");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".card .heading");
    await page.keyboard.press("Escape");
    await page.waitForSelector(".card", { state: "detached" });
    await context.close();
  });

  test("nothing moves by itself where less motion is asked for", async () => {
    const { page, context } = await visit("", { reducedMotion: "reduce" });
    await drawn(page);
    const moving = await page.evaluate(() => [...document.querySelectorAll("*")].filter((one) => {
      const { transitionDuration, animationName } = getComputedStyle(one);
      return (parseFloat(transitionDuration) > 0 || animationName !== "none") && !one.closest(".maplibregl-map");
    }).length);
    assert.equal(moving, 0);
    await page.locator(".table tbody tr").last().click();
    await page.waitForSelector(".card .heading");
    assert.equal(await page.evaluate(() => document.querySelector(".map .canvas").map.isMoving()), false);
    await context.close();
  });
});
