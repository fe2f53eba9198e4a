/** The interface's words, from the data files in strings/. */

import { signal } from "@preact/signals";
import arabic from "./strings/ar.json";
import english from "./strings/en.json";

type Plural = { [form in Intl.LDMLPluralRule]?: string };
export type Key = keyof typeof english;

export const LANGUAGES = { en: "English", ar: "العربية" } as const;
export type Language = keyof typeof LANGUAGES;

const books: Record<Language, Record<string, string | Plural>> = { en: english, ar: arabic };

/** The language of the interface. */
export const language = signal<Language>("en");

export const direction = () => (language.value === "ar" ? "rtl" : "ltr");

/** A text of the interface, `{name}` filled in; a plural is chosen by `n`. */
export function t(key: Key, fill: Record<string, string | number> = {}): string {
  return filled(books[language.value][key] ?? english[key] ?? key, fill);
}

/** The word for a value of the data, such as a status; the value itself where there is none. */
export function word(group: string, value: string): string {
  const found = books[language.value][`${group}.${value}`] ?? (english as Record<string, string | Plural>)[`${group}.${value}`];
  return found === undefined ? value : filled(found, {});
}

function filled(entry: string | Plural, fill: Record<string, string | number>): string {
  let text: string;
  if (typeof entry === "string") text = entry;
  else {
    const form = new Intl.PluralRules(language.value).select(Number(fill["n"] ?? 0));
    text = entry[form] ?? entry.other ?? "";
  }
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = fill[name];
    return value === undefined ? whole : typeof value === "number" ? number(value) : value;
  });
}

/** A number with its thousands set apart, in Western digits. */
export function number(value: number): string {
  return value.toLocaleString(language.value === "ar" ? "ar-u-nu-latn" : "en-GB");
}

let regions: { language: Language; names: Intl.DisplayNames } | null = null;

/** A country's name in the language of the interface. */
export function country(code: string, known: Record<string, string>): string {
  if (language.value === "en" && known[code]) return known[code];
  if (regions?.language !== language.value)
    regions = { language: language.value, names: new Intl.DisplayNames(language.value, { type: "region", fallback: "code" }) };
  try {
    return regions.names.of(code) ?? known[code] ?? code;
  } catch {
    return known[code] ?? code;
  }
}
