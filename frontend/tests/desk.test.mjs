/** The review desk: deciding by keyboard, editing beside the text, merging, splitting, losing nothing. */

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { copyFileSync } from "node:fs";
import { build, launch, open, serve } from "./served.mjs";

describe("the review desk", () => {
  let made, served, browser;
  before(async () => {
    made = build();
    copyFileSync(made.store, made.store + ".fresh");
    browser = await launch();
  });
  beforeEach(async () => {
    // Every test decides on a store of its own, under the name that the page keeps its drafts by.
    await served?.stop();
    for (const end of ["", "-wal", "-shm"])
      try {
        copyFileSync(made.store + ".fresh" + end, made.store + end);
      } catch {
        // The fresh store was closed well and has no such file.
      }
    served = await serve(made.store);
  });
  after(async () => {
    await browser?.close();
    await served?.stop();
    made?.remove();
  });
  const visit = (query = "?v.desk=1", options) => open(browser, served.url + query, { reviewer: "ana", ...options });
  const api = async (path) => (await fetch(served.url + "api/" + path)).json();
  const now = async (page) => (await page.evaluate(() => new URLSearchParams(location.search).get("v.event"))) ?? "";
  const bench = async (page, id) => {
    await page.goto(`${served.url}?v.desk=1&v.event=${id}`);
    await page.waitForSelector(".bench .heading");
  };
  const eventAt = async (place) => (await api("events?background=yes")).events.find((event) => event.place?.canonical === place).event_id;
  const until = async (holds, what) => {
    for (let tries = 0; tries < 100; tries++) {
      if (await holds()) return;
      await new Promise((wait) => setTimeout(wait, 100));
    }
    assert.fail(`in vain: ${what}`);
  };

  test("accepts, rejects, skips and takes back by keyboard alone, and goes on by itself", async () => {
    const { page, context, errors } = await visit();
    await page.waitForSelector(".bench .heading");
    const first = await until(async () => (await now(page)) !== "", "an event is chosen").then(() => now(page));
    await page.keyboard.press("a");
    await until(async () => (await api(`events/${first}`)).review === "accepted", "accepted on the server");
    await until(async () => (await now(page)) !== first, "the next event");
    const second = await now(page);
    await page.keyboard.press("Space");
    await until(async () => (await now(page)) !== second, "skipped");
    assert.equal((await api(`events/${second}`)).review, "unreviewed");
    await page.keyboard.press("k");
    await until(async () => (await now(page)) === second, "back up");
    await page.waitForSelector(".bench .heading");
    await page.keyboard.press("x");
    await until(async () => (await api(`events/${second}`)).review === "rejected", "rejected on the server");
    await page.keyboard.press("u");
    await until(async () => (await api(`events/${second}`)).review === "unreviewed", "the last decision is taken back");
    await page.keyboard.press("u");
    await until(async () => (await api(`events/${first}`)).review === "unreviewed", "the one before it too");
    const { history } = await api(`events/${first}`);
    assert.deepEqual(history.filter((entry) => entry.by).map((entry) => [entry.by, entry.what, entry.undone]).slice(0, 1), [["ana", "accept", true]]);
    assert.deepEqual(errors, []);
    await context.close();
  });

  test("the sentence stands beside the fields, with the words of the field in hand lit up", async () => {
    const { page, context } = await visit();
    await bench(page, await eventAt("Kharkiv"));
    assert.match(await page.textContent(".sheet .text"), /A Russian missile strike on Kharkiv killed one person/);
    await page.locator(".edit", { hasText: "Place" }).first().hover();
    await page.waitForSelector(".sheet mark.bright");
    assert.equal(await page.textContent(".sheet mark.bright"), "Kharkiv");
    await context.close();
  });

  test("a field is edited by selecting the words that show it; the log says from what to what", async () => {
    const { page, context } = await visit();
    const id = await eventAt("Odesa");
    await bench(page, id);
    await page.click("[data-field=figures]");
    await page.click(".edit.open button:has-text('Add a figure')");
    await page.evaluate(() => {
      const text = document.querySelector(".sheet .text");
      const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const at = node.data.indexOf("a depot");
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + "a depot".length);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
      }
    });
    await page.click(".edit.open .take:not(:disabled)");
    await page.selectOption(".edit.open select >> nth=0", "settlements");
    for (const n of [0, 1, 2]) await page.fill(`.edit.open input[type=number] >> nth=${n}`, "1");
    await page.fill(".edit.open form > .field input", "one depot");
    await page.click(".edit.open button.main");
    await until(async () => (await api(`events/${id}`)).history.some((entry) => entry.what === "edit"), "an edit in the log");
    const { claims, reports, history } = await api(`events/${id}`);
    const figure = claims[0].claim.figures.find((one) => one.measure === "settlements");
    assert.deepEqual([figure.low, figure.best, figure.high], [1, 1, 1]);
    assert.equal([...reports[claims[0].report_id].text].slice(...figure.span).join(""), "a depot");
    const edit = history.find((entry) => entry.what === "edit");
    assert.equal(edit.by, "ana");
    assert.equal(edit.note, "one depot");
    assert.equal(edit.field, "figures");
    await page.waitForSelector(".bench .history li:has-text('one depot')");
    await context.close();
  });

  test("events are merged and split, with reasons", async () => {
    const { page, context } = await visit();
    const [idlib, ariha] = [await eventAt("Idlib"), await eventAt("Arīḩā")];
    await bench(page, ariha);
    const before = (await api(`events/${ariha}`)).claims.length;
    await page.keyboard.press("m");
    await page.waitForSelector("dialog .candidates");
    await page.locator("dialog .box", { hasText: idlib }).locator("input").check();
    await page.fill("dialog textarea", "the same raid");
    await page.click("dialog button.main");
    await until(async () => (await api(`events/${ariha}`)).claims.length > before, "merged on the server");
    const merged = await api(`events/${ariha}`);
    assert.equal((await api(`events/${idlib}`)).event.event_id, merged.event.event_id);
    assert.ok(merged.history.some((entry) => entry.note === "the same raid"));
    await bench(page, merged.event.event_id);
    await page.keyboard.press("p");
    await page.waitForSelector("dialog .candidates");
    await page.locator("dialog .box", { hasText: "Idlib" }).locator("input").first().check();
    await page.fill("dialog textarea", "another town");
    await page.click("dialog button.main");
    await until(async () => (await api(`events/${merged.event.event_id}`)).claims.length === before, "split on the server");
    await context.close();
  });

  test("a decision made without a connection is kept, and sent once when the server is back", async () => {
    const { page, context } = await visit();
    const id = await eventAt("Saraqib");
    await bench(page, id);
    await page.click("[data-field=status]");
    await page.selectOption(".edit.open select", "hedged");
    const { url } = served;
    await served.stop();
    await page.click(".edit.open button.main");
    await page.waitForSelector(".outbox:has-text('1 decision waits')");
    // Even a reload of the page loses nothing; here it stays open, and the server comes back.
    assert.equal(await page.evaluate(() => JSON.parse(localStorage["dateline.store.db.outbox"]).length), 1);
    served = await serve(made.store, "--port", new URL(url).port);
    await until(async () => (await api(`events/${id}`)).claims[0].claim.status === "hedged", "sent after all");
    await page.waitForSelector(".outbox", { state: "detached" });
    assert.equal((await api(`events/${id}`)).history.filter((entry) => entry.what === "edit").length, 1);
    await context.close();
  });

  test("what is typed in a form outlives a reload", async () => {
    const { page, context } = await visit();
    await bench(page, await eventAt("Goma"));
    await page.click("[data-field=place]");
    await page.fill(".edit.open input >> nth=1", "Goma airport");
    await page.reload();
    await page.waitForSelector("[data-field=place]:has-text('Go on editing')");
    await page.click("[data-field=place]");
    assert.equal(await page.inputValue(".edit.open input >> nth=1"), "Goma airport");
    await context.close();
  });

  test("two reviewers see what the other decides, and neither overwrites the other unasked", async () => {
    const ana = await visit();
    const ben = await open(browser, served.url + "?v.desk=1", { reviewer: "ben" });
    const id = await eventAt("Khartoum");
    await bench(ana.page, id);
    await bench(ben.page, id);
    // Ben's page is held back from hearing of it, as on a slow line.
    await ben.context.route("**/api/changes*", () => undefined);
    await ben.page.goto(`${served.url}?v.desk=1&v.event=${id}`);
    await ben.page.waitForSelector(".bench .heading");
    await ana.page.keyboard.press("a");
    await until(async () => (await api(`events/${id}`)).review === "accepted", "ana's decision");
    await ben.page.keyboard.press("x");
    await ben.page.waitForSelector("dialog:has-text('Somebody else decided first')");
    assert.equal((await api(`events/${id}`)).review, "accepted");
    await ben.page.click("dialog button:has-text('Decide all the same')");
    await until(async () => (await api(`events/${id}`)).review === "rejected", "ben insists");
    // Ana's page hears of it by itself.
    await ana.page.waitForFunction((event) => {
      const button = [...document.querySelectorAll(".queue li button")].find((one) => one.textContent.includes("Khartoum"));
      return !button || button.textContent.includes("rejected");
    }, id);
    await ana.context.close();
    await ben.context.close();
  });

  test("an event that the coder missed is added from the words of a report", async () => {
    const { page, context } = await visit();
    await bench(page, await eventAt("Saraqib"));
    const before = (await api("events")).total;
    await page.click("summary:has-text('More') >> nth=0");
    await page.click("button:has-text('Add an event that was missed')");
    await page.waitForSelector("dialog .adding .text span");
    await page.evaluate(() => {
      const walk = document.createTreeWalker(document.querySelector("dialog .text"), NodeFilter.SHOW_TEXT);
      const node = walk.nextNode();
      const range = document.createRange();
      range.setStart(node, 0);
      range.setEnd(node, Math.min(20, node.data.length));
      getSelection().removeAllRanges();
      getSelection().addRange(range);
    });
    await page.click("dialog .take:not(:disabled) >> nth=1");
    await page.selectOption("dialog fieldset:has(legend:text-is('Type')) select", "Looting/property destruction");
    await page.click("dialog button:has-text('Add the event')");
    await until(async () => (await api("events")).total === before + 1, "one event more");
    const added = (await api("events?type=Looting/property destruction")).events[0];
    assert.equal(added.review, "accepted");
    await context.close();
  });

  test("a note, a second opinion and an assignment are kept under the reviewer's name", async () => {
    const { page, context } = await visit();
    const id = await eventAt("Kharkiv");
    await bench(page, id);
    for (const [button, fill, text] of [
      ["Write a note", "textarea", "seen on video"], ["Ask for a second opinion", "textarea", "is it Kharkiv?"], ["Assign", "input", "ben"],
    ]) {
      await page.click(".actions .menu summary");
      await page.click(`.actions .menu button:has-text('${button}')`);
      await page.fill(`dialog ${fill}`, text);
      await page.click("dialog button.main");
      await page.waitForSelector("dialog", { state: "detached" });
    }
    await until(async () => (await api(`events/${id}`)).assigned === "ben", "assigned");
    const { flags, history } = await api(`events/${id}`);
    assert.ok(flags.includes("second opinion") && flags.includes("note"), String(flags));
    assert.ok(history.some((entry) => entry.note === "seen on video" && entry.by === "ana"));
    await context.close();
  });

  test("who decides without a name is asked for one first", async () => {
    const { page, context } = await open(browser, served.url + "?v.desk=1");
    await page.waitForSelector(".bench .heading");
    let id = "";
    await until(async () => (id = await now(page)) !== "", "an event at hand");
    await page.keyboard.press("a");
    await page.fill("dialog input", "cleo");
    await page.keyboard.press("Enter");
    await until(async () => (await api(`events/${id}`)).reviewers.includes("cleo"), "cleo's decision");
    await context.close();
  });
});
