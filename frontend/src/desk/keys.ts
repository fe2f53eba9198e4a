/** The keys of the desk; they hold wherever nothing is being typed. */

import * as state from "../state";
import { brightSlot, undo } from "./actions";
import { decideAndGo, step } from "./desk";
import { opened } from "./dialogs";

/** Keys and what they do, in the order in which the help shows them; `key.<name>` is the help's text. */
export const KEYS = {
  a: "accept", x: "reject", e: "edit", Space: "skip", u: "undo", j: "down", k: "up", n: "next", s: "source",
  m: "merge", p: "split", "/": "search", "?": "help", Esc: "close",
} as const;

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox]):not([type=radio]):not([type=button])"));

export function listen(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (document.querySelector("dialog[open]") || typing(event.target)) return;
    if (act(event)) event.preventDefault();
  };
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}

function act(event: KeyboardEvent): boolean {
  const locked = state.source.saved || state.meta.value?.read_only !== false;
  const card = state.card.value;
  switch (event.key) {
    case "/":
      document.querySelector<HTMLInputElement>("#search")?.focus();
      return true;
    case "?":
      opened.value = "help";
      return true;
    case "j":
      step(1);
      return true;
    case "k":
      step(-1);
      return true;
    case "n":
      step(1, true);
      return true;
    case "s":
      document.querySelector<HTMLElement>(state.desk.value ? ".sheet.now mark, .sheet mark" : ".claim button.source")?.[state.desk.value ? "scrollIntoView" : "click"]?.();
      return card !== null;
    case "Escape":
      if (state.desk.value) state.desk.value = false;
      else state.chosen.value = null;
      return true;
  }
  if (locked) return false;
  switch (event.key) {
    case "u":
    case "Backspace":
      undo();
      return true;
    case " ":
      // A button or a row that has the focus is pressed by the space bar.
      if (!state.desk.value || (event.target instanceof HTMLElement && event.target.closest("button, a, summary, input, tr, [role=slider]"))) return false;
      step(1, true);
      return true;
  }
  if (!card) return false;
  switch (event.key) {
    case "a":
      decideAndGo("accept");
      return true;
    case "x":
      decideAndGo("reject");
      return true;
    case "e":
      if (!state.desk.value) state.desk.value = true;
      brightSlot.value = null;
      requestAnimationFrame(() => document.querySelector<HTMLElement>(".fields .edit button")?.focus());
      return true;
    case "m":
      opened.value = "merge";
      return true;
    case "p":
      if (card.claims.length > 1) opened.value = "split";
      return card.claims.length > 1;
  }
  return false;
}
