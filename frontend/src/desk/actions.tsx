/** What can be decided on an event, as buttons; each names its key. */

import { signal } from "@preact/signals";
import type { Card } from "../api/records";
import * as state from "../state";
import { Menu } from "../views/menu";
import { t, type Key } from "../words";
import { decide } from "./decide";
import { opened } from "./dialogs";

/** What waits to be read aloud, or is looked at in the desk: the slot whose words shine. */
export const brightSlot = signal<string | null>(null);

export const ofCard = (card: Card) => ({ event: card.event.event_id, seen: card.seen });

export function accept(): void {
  const card = state.card.value;
  if (card) void decide({ action: "accept", ...ofCard(card) });
}

export function reject(): void {
  const card = state.card.value;
  if (card) void decide({ action: "reject", ...ofCard(card) });
}

/** Take back the reviewer's own last decision. */
export function undo(): void {
  void decide({ action: "undo" });
}

export function Actions({ card }: { card: Card }) {
  const button = (name: Key, key: string, act: () => void, pressed?: boolean) => (
    <button type="button" class={`act do-${name.slice(3)}`} aria-keyshortcuts={key} aria-pressed={pressed} onClick={act}>
      {t(name)} <kbd aria-hidden="true">{key}</kbd>
    </button>
  );
  return (
    <div class="actions" role="group" aria-label={t("do.label")}>
      {button("do.accept", "a", accept, card.review === "accepted")}
      {button("do.reject", "x", reject, card.review === "rejected")}
      {!state.desk.value && button("do.edit", "e", () => (state.desk.value = true))}
      {button("do.merge", "m", () => (opened.value = "merge"))}
      {card.claims.length > 1 && button("do.split", "p", () => (opened.value = "split"))}
      <Menu name={t("do.more")}>
          <button type="button" onClick={() => (opened.value = "note")}>{t("do.note")}</button>
          <button type="button" onClick={() => (opened.value = "second")}>{t("do.second")}</button>
          <button type="button" onClick={() => (opened.value = "assign")}>{t("do.assign")}</button>
      </Menu>
    </div>
  );
}

