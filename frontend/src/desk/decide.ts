/** Sending decisions: kept until the server has them, sent again after a lost connection, never twice. */

import { signal } from "@preact/signals";
import type { Decided, Decision, HistoryEntry } from "../api/records";
import { Refusal } from "../api/server";
import * as state from "../state";
import { t, word } from "../words";
import { keep, kept } from "./kept";

/** Decisions that the server does not have yet, the oldest first. */
export const outbox = signal<Decision[]>([]);

/** A decision that was refused because somebody else decided since; the person chooses what to do. */
export const conflict = signal<{ decision: Decision; message: string; changes: HistoryEntry[]; seen: number } | null>(null);

/** Set while a name is asked for; called with it, or null. */
export const nameWanted = signal<((name: string | null) => void) | null>(null);

const AGAIN_MS = 4000;
let timer = 0;

/** Take up what an earlier page could not send. */
export function takeUp(): void {
  outbox.value = kept<Decision[]>("outbox") ?? [];
  state.reviewer.value = kept<string>("reviewer") ?? state.reviewer.value;
  if (outbox.value.length) void send();
}

/** The reviewer's name, asked for where it is not known yet. */
async function who(): Promise<string | null> {
  if (state.reviewer.value) return state.reviewer.value;
  const name = await new Promise<string | null>((resolve) => (nameWanted.value = resolve));
  nameWanted.value = null;
  if (name) setReviewer(name);
  return name;
}

export function setReviewer(name: string): void {
  state.reviewer.value = name;
  keep("reviewer", name || null);
}

function save(decisions: Decision[]): void {
  outbox.value = decisions;
  keep("outbox", decisions.length ? decisions : null);
}

/** Decide; the answer is null where it waits for a connection, was refused, or nobody gave a name. */
export async function decide(what: Omit<Decision, "key" | "reviewer">): Promise<Decided | null> {
  const reviewer = await who();
  if (!reviewer) return null;
  const decision: Decision = { key: crypto.randomUUID?.() ?? String(Math.random()).slice(2) + Date.now(), reviewer, ...what };
  save([...outbox.value, decision]);
  return (await send(decision.key)) ?? null;
}

let sending: Promise<void> | null = null;
const answers = new Map<string, Decided>();

/** Send what waits, in order. */
async function send(wanted?: string): Promise<Decided | undefined> {
  clearTimeout(timer);
  while (sending) await sending;
  sending = (async () => {
    while (outbox.value.length) {
      const decision = outbox.value[0]!;
      try {
        const answer = await state.source.decide(decision);
        save(outbox.value.filter((other) => other.key !== decision.key));
        if (decision.key === wanted) answers.set(decision.key, answer);
        await settled(decision, answer);
      } catch (error) {
        const refusal = error instanceof Refusal ? error : new Refusal("internal", String(error));
        if (["offline", "store", "too_many"].includes(refusal.code)) {
          state.online.value = refusal.code !== "offline";
          timer = setTimeout(() => void send(), AGAIN_MS) as unknown as number;
          return;
        }
        save(outbox.value.filter((other) => other.key !== decision.key));
        if (refusal.code === "conflict") {
          const { changes, seen } = (refusal.detail ?? {}) as { changes?: HistoryEntry[]; seen?: number };
          conflict.value = { decision, message: refusal.message, changes: changes ?? [], seen: seen ?? 0 };
        } else state.notice.value = { text: refusal.message || t("card.trouble") };
      }
    }
  })();
  await sending;
  sending = null;
  const answer = wanted === undefined ? undefined : answers.get(wanted);
  if (wanted !== undefined) answers.delete(wanted);
  return answer;
}

async function settled(decision: Decision, answer: Decided): Promise<void> {
  const said =
    decision.action === "undo" && answer.undid
      ? t("did.undone", { what: word("did", answer.undid.what) })
      : t("did.done", { what: word("did", decision.action) });
  state.notice.value = decision.action === "undo" ? { text: said } : { text: said, undo: answer.review };
  await Promise.all([
    state.refresh().catch(() => undefined),
    state.chosen.peek() && answer.events.includes(state.chosen.peek()!) ? state.reread() : undefined,
  ]);
}

/** Decide all the same, after having been told what another did. */
export async function insist(): Promise<void> {
  const held = conflict.value;
  conflict.value = null;
  if (!held) return;
  save([...outbox.value, { ...held.decision, seen: held.seen }]);
  await send(held.decision.key);
}
