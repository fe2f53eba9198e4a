/** Where the page's data comes from: the server it was loaded from, or the page itself once saved. */

import type {
  Agreement, Card, Change, ControlLedger, Decided, Decision, Hit, Index, Meta, Methodology,
  HistoryEntry, ReportPage, Saved, Selection,
} from "./records";

/** An answer that is an error; `code` and `detail` are those of docs/api.md, "offline" for none. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly detail: unknown = null,
  ) {
    super(message);
  }
}

/** Everything that the page asks. Each method raises Refusal. */
export interface Source {
  readonly saved: boolean;
  meta(): Promise<Meta>;
  index(after?: { revision: number; generation: string }): Promise<Index>;
  selection(query: string): Promise<Selection>;
  card(id: string): Promise<Card>;
  control(): Promise<ControlLedger>;
  search(words: string): Promise<Hit[]>;
  report(id: string): Promise<ReportPage>;
  changes(after: number, stop: AbortSignal): Promise<{ revision: number; changes: Change[] }>;
  queue(query: string, reviewer: string): Promise<string[]>;
  agreement(query: string): Promise<Agreement>;
  log(before?: number): Promise<HistoryEntry[]>;
  methodology(): Promise<Methodology>;
  decide(decision: Decision): Promise<Decided>;
}

const OFFLINE = new Refusal("offline", "");

async function answer(path: string, init: RequestInit = {}): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: "same-origin", ...init });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw OFFLINE;
  }
  if (response.ok) return response.json();
  const body = (await response.json().catch(() => null)) as {
    error?: { code: string; message: string; detail: unknown };
  } | null;
  const told = body?.error;
  throw new Refusal(told?.code ?? "internal", told?.message ?? response.statusText, told?.detail);
}

/** The server that the page was loaded from. */
export function server(): Source {
  let csrf = "";
  const get = async <T>(path: string, init?: RequestInit) => (await answer(path, init)) as T;
  const meta = async () => {
    const told = await get<Meta>("/api/meta");
    csrf = told.csrf;
    return told;
  };
  const post = (decision: Decision) =>
    get<Decided>("/api/reviews", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Dateline-Csrf": csrf },
      body: JSON.stringify(decision),
    });
  return {
    saved: false,
    meta,
    index: (after) =>
      get<Index>(after ? `/api/index?after=${after.revision}&generation=${after.generation}` : "/api/index"),
    selection: (query) => get<Selection>(`/api/selection?${query}`),
    card: (id) => get<Card>(`/api/events/${encodeURIComponent(id)}`),
    control: () => get<ControlLedger>("/api/control"),
    search: async (words) =>
      (await get<{ hits: Hit[] }>(`/api/search?q=${encodeURIComponent(words)}`)).hits,
    report: (id) => get<ReportPage>(`/api/reports/${encodeURIComponent(id)}`),
    changes: (after, stop) =>
      get(`/api/changes?after=${after}&wait=25`, { signal: stop }),
    queue: async (query, reviewer) => {
      const who = new URLSearchParams(query);
      who.delete("reviewer");
      if (reviewer) who.set("reviewer", reviewer);
      who.set("limit", "500");
      return (await get<{ events: string[] }>(`/api/queue?${who}`)).events;
    },
    agreement: (query) => get<Agreement>(`/api/agreement?${query}`),
    log: async (before) =>
      (await get<{ entries: HistoryEntry[] }>(`/api/log?limit=200${before ? `&before=${before}` : ""}`)).entries,
    methodology: () => get<Methodology>("/api/methodology"),
    decide: async (decision) => {
      try {
        return await post(decision);
      } catch (error) {
        // The server has started anew since this page was opened.
        if (!(error instanceof Refusal) || error.code !== "csrf") throw error;
        await meta();
        return post(decision);
      }
    },
  };
}

/** A page that was saved: it answers from what it holds, and decides nothing. */
export function savedPage(held: Saved): Source {
  const no = (): never => {
    throw new Refusal("saved", "");
  };
  return {
    saved: true,
    meta: async () => ({ ...held.meta, read_only: true }),
    index: async () => held.index,
    selection: no,
    card: async (id) =>
      held.cards[id] ?? Object.values(held.cards).find((card) => card.redirects.includes(id)) ?? no(),
    control: async () => held.control,
    search: async () => [],
    report: no,
    changes: () => new Promise(() => undefined),
    queue: async () => [],
    agreement: no,
    log: async () => [],
    methodology: async () => held.methodology,
    decide: no,
  };
}
