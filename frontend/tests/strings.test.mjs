/** Every word of the interface is there in both languages, with the same gaps to fill. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { readFileSync } from "node:fs";

const book = (language) => JSON.parse(readFileSync(new URL(`../src/strings/${language}.json`, import.meta.url), "utf8"));
const forms = (entry) => (typeof entry === "string" ? [entry] : Object.values(entry));
const gaps = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).filter((name) => name !== "n").sort();

test("both languages have the same words, with the same gaps", () => {
  const [english, arabic] = [book("en"), book("ar")];
  assert.deepEqual(Object.keys(arabic), Object.keys(english));
  for (const [key, entry] of Object.entries(english))
    for (const form of forms(arabic[key])) assert.deepEqual(gaps(form), gaps(forms(entry)[0]), key);
});

test("plurals have every form that their language asks for", () => {
  for (const language of ["en", "ar"]) {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const [key, entry] of Object.entries(book(language)))
      if (typeof entry !== "string")
        for (const category of pluralCategories) assert.ok(entry[category] ?? entry.other, `${language} ${key}: ${category}`);
  }
});
