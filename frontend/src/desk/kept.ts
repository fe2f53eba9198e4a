/** What is kept in this browser, so that a lost connection or a closed page loses nothing typed. */

import * as state from "../state";

const name = (what: string) => `dateline.${state.meta.peek()?.store ?? ""}.${what}`;

/** A value kept under a name, null where there is none or the browser keeps nothing. */
export function kept<T>(what: string): T | null {
  try {
    const text = localStorage.getItem(name(what));
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

/** Keep a value; null forgets it. */
export function keep(what: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(name(what));
    else localStorage.setItem(name(what), JSON.stringify(value));
  } catch {
    // A browser that keeps nothing: the page itself still does, until it is closed.
  }
}
