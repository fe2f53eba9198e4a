/** What the server sends, as docs/api.md describes it. Offsets are Unicode code points, half-open. */

export type Offsets = [number, number];
export type ClaimRef = [report: string, claim: string];

export interface EventDate {
  start: string;
  end: string;
  precision: string;
  span?: Offsets | null;
}

export interface Place {
  name: string;
  canonical: string;
  country?: string | null;
  admin1?: string | null;
  lat?: number | null;
  lon?: number | null;
  precision: string;
  geonameid?: number | null;
  span?: Offsets | null;
}

export interface Actor {
  mention: string;
  name?: string | null;
  kind: string;
  country?: string | null;
  span?: Offsets | null;
}

export interface Figure {
  measure: string;
  who?: string | null;
  low?: number | null;
  best?: number | null;
  high?: number | null;
  text: string;
  span?: Offsets | null;
}

export interface Control {
  to?: Actor | null;
  from?: Actor | null;
}

/** The fields that a claim and an event share. */
export interface Told {
  sub_event_type: string;
  date: EventDate | null;
  place: Place | null;
  side_a: Actor[];
  side_b: Actor[];
  civilians_targeted: boolean;
  control: Control | null;
  status: string;
  background: boolean;
  attributed_to: string[];
}

export interface Claim extends Told {
  id: string;
  evidence: Offsets[];
  figures: Figure[];
  attribution_spans?: Offsets[];
  trigger?: Offsets | null;
  flags: string[];
  confidence?: number | null;
}

export interface Toll {
  measure: string;
  who: string | null;
  low: number | null;
  best: number | null;
  high: number | null;
  claims: ClaimRef[];
}

export interface Alternative {
  value: string;
  claims: ClaimRef[];
  publishers: string[];
}

export interface Contradiction {
  field: string;
  alternatives: Alternative[];
}

export interface EventRecord extends Told {
  event_id: string;
  tolls: Toll[];
  certainty: string;
  publishers: string[];
  sources: number;
  first_reported: string | null;
  last_reported: string | null;
  alternatives: Record<string, Alternative[]>;
  contradictions: Contradiction[];
}

export interface Mark {
  start: number;
  end: number;
  slot: string;
}

export interface Link {
  to: ClaimRef | null;
  log_odds: number | null;
  reasons: string[];
}

export interface CardClaim {
  report_id: string;
  claim_id: string;
  claim: Claim;
  machine: Claim | null;
  edited: string[];
  disagrees: string[];
  quote: string;
  marks: Mark[];
  link: Link | null;
}

export interface Report {
  title: string | null;
  publisher: string | null;
  published: string | null;
  url: string | null;
  language: string | null;
  text: string | null;
}

export interface HistoryEntry {
  number: number;
  at: string;
  by: string | null;
  what: string;
  claim?: ClaimRef | null;
  field?: string | null;
  from?: unknown;
  to?: unknown;
  note?: string | null;
  undone?: boolean;
  review?: number | null;
  event_id?: string;
}

export interface Card {
  asked: string;
  revision: number;
  event: EventRecord;
  merged: EventRecord | null;
  review: string;
  reviewers: string[];
  flags: string[];
  assigned: string | null;
  sensitive: boolean;
  seen: number;
  claims: CardClaim[];
  reports: Record<string, Report>;
  history: HistoryEntry[];
  redirects: string[];
}

export interface Kind {
  key: string;
  label: string;
  colour: string;
  path: string;
  types: string[];
}

export interface Basemap {
  kind: "none" | "raster" | "pmtiles";
  url: string | null;
  attribution: string | null;
}

export interface Meta {
  program: string;
  store: string;
  csrf: string;
  generation: string;
  revision: number;
  events: number;
  reports: number;
  coders: string[];
  first_day: string | null;
  last_day: string | null;
  kinds: Kind[];
  event_types: Record<string, string[]>;
  choices: Record<string, string[]>;
  countries: Record<string, string>;
  editable: { claim: string[]; event: string[] };
  formats: Record<string, string>;
  reviewer: string | null;
  basemap: Basemap;
  reviewers: string[];
  read_only: boolean;
  disclaimer: string;
}

/**
 * One column of the index: plain, or dictionary-coded. Where only changes were asked for, the
 * values begin with number `first`: those before it are known.
 */
export type Column<T = unknown> =
  | (T | null)[]
  | { values: T[]; index: (number | number[] | null)[]; first?: number };

export interface Index {
  generation: string;
  revision: number;
  count: number;
  /** The rows that the columns hold, where only changes were asked for. */
  rows?: number[];
  columns: Record<string, Column>;
}

export interface Selection {
  generation: string;
  revision: number;
  total: number;
  events: number;
  claims: number;
  reports: number;
  bits: string;
}

export interface Holding {
  place: string;
  country: string | null;
  admin1: string | null;
  lat: number | null;
  lon: number | null;
  holder: Actor | null;
  since: string;
  until: string | null;
  taken_from: Actor | null;
  publishers: string[];
  attributed_to: string[];
  certainty: string;
  contested: string[];
  events: string[];
}

export interface ControlLedger {
  revision: number;
  days: string[];
  holdings: Holding[];
}

export interface Hit {
  report_id: string;
  claim_id: string | null;
  title: string | null;
  publisher: string | null;
  published: string | null;
  excerpt: string;
  events: string[];
}

export interface ReportPage {
  report: Report & { id: string; text: string | null };
  notes: string[];
  claims: { claim_id: string; event_id: string | null; review: string; marks: Mark[]; claim: Claim }[];
}

export interface Change {
  number: number;
  at: string;
  event_id: string;
  what: string;
  by: string | null;
  to?: string | null;
}

export interface Agreement {
  reviewers: string[];
  units: number;
  fields: { field: string; alpha: number | null; units: number; values: number }[];
}

export interface Methodology {
  sections: { title: string; lines: string[] }[];
}

/** What a person decides; see docs/api.md, "Deciding". */
export interface Decision {
  key: string;
  reviewer: string;
  action: string;
  event?: string;
  seen?: number;
  claim?: ClaimRef;
  claims?: ClaimRef[];
  others?: string[];
  field?: string;
  value?: unknown;
  span?: Offsets;
  report?: string;
  review?: number;
  note?: string;
}

export interface Decided {
  review: number;
  seen: number;
  revision: number;
  event: string | null;
  events: string[];
  undid: HistoryEntry | null;
}

/** What a saved page holds in place of a server. */
export interface Saved {
  query: string;
  saved: string;
  meta: Meta;
  index: Index;
  control: ControlLedger;
  cards: Record<string, Card>;
  methodology: Methodology;
}
