/** A basemap of the user's own, out of a PMTiles file. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { writeFileSync } from "node:fs";
import { build, drawn, launch, open, serve } from "./served.mjs";

const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==", "base64");

/** A PMTiles archive (version 3) of one raster tile, that of the whole world. */
function archive(tile) {
  const head = Buffer.alloc(127);
  const directory = Buffer.from([1, 0, 1, tile.length, 1]);
  const metadata = Buffer.from("{}");
  head.write("PMTiles", 0);
  head.writeUInt8(3, 7);
  const root = 127;
  const meta = root + directory.length;
  const data = meta + metadata.length;
  [root, directory.length, meta, metadata.length, data, 0, data, tile.length, 1, 1, 1].forEach((n, i) => head.writeBigUInt64LE(BigInt(n), 8 + 8 * i));
  // Clustered; nothing compressed; PNG; zoom 0 to 0.
  head.set([1, 1, 1, 2, 0, 0], 96);
  [-1800000000, -850000000, 1800000000, 850000000].forEach((n, i) => head.writeInt32LE(n, 102 + 4 * i));
  return Buffer.concat([head, directory, metadata, tile]);
}

describe("a basemap", () => {
  let made, served, browser;
  before(async () => {
    made = build();
    assert.ok(PNG.length < 128, "the length fits into one byte of the directory");
    writeFileSync(`${made.folder}/world.pmtiles`, archive(PNG));
    served = await serve(made.store, "--tiles", `${made.folder}/world.pmtiles`);
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await served?.stop();
    made?.remove();
  });

  test("out of a PMTiles file is drawn below the events, in parts, with the network off", async () => {
    const { page, context, asked, errors } = await open(browser, served.url);
    const parts = [];
    page.on("response", (response) => response.url().includes("pmtiles") && parts.push(response.status()));
    await page.reload();
    await drawn(page);
    await page.waitForFunction(() => {
      const { map } = document.querySelector(".map .canvas");
      return map.getLayer("tiles") && map.isSourceLoaded("tiles");
    });
    assert.ok(parts.length > 0 && parts.every((status) => status === 206), String(parts));
    assert.deepEqual(asked, []);
    assert.deepEqual(errors, []);
    await context.close();
  });
});
