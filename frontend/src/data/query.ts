/** What is asked for: the parameters of the filter (docs/api.md), as they stand in the address. */

/** Parameters whose values come from a facet. */
export const VALUES = [
  "event_type", "type", "actor", "side_a", "side_b", "kind", "country", "admin1", "place", "publisher",
  "claimant", "status", "certainty", "precision", "date_precision", "review", "reviewer", "assigned",
  "contradiction", "flag", "background",
] as const;
/** Parameters that hold one value. */
export const SINGLE = [
  "since", "until", "reported_since", "reported_until", "changed_since", "text", "bbox", "id",
] as const;

export type Parameter = (typeof VALUES)[number] | (typeof SINGLE)[number];
const PARAMETERS: ReadonlySet<string> = new Set([...VALUES, ...SINGLE]);

/** A filter: what each parameter may be. Parameters without values are left out. */
export type Query = Readonly<Partial<Record<Parameter, readonly string[]>>>;

/** The filter of an address; parameters that are none of the filter's are passed over. */
export function parse(params: URLSearchParams): Query {
  const query: Partial<Record<Parameter, string[]>> = {};
  for (const [name, value] of params) {
    if (!PARAMETERS.has(name) || value === "") continue;
    (query[name as Parameter] ??= []).push(value);
  }
  return query;
}

/** A filter as a query string, parameters in one order, so that equal filters are equal strings. */
export function print(query: Query): string {
  const params = new URLSearchParams();
  for (const name of PARAMETERS)
    for (const value of query[name as Parameter] ?? []) params.append(name, value);
  return params.toString();
}

/** The filter with other values for one parameter; no values take it out. */
export function withValues(query: Query, name: Parameter, values: readonly string[]): Query {
  const out: Partial<Record<Parameter, readonly string[]>> = { ...query };
  if (values.length) out[name] = values;
  else delete out[name];
  return out;
}

/** The filter with a value of one parameter put in or taken out. */
export function toggled(query: Query, name: Parameter, value: string): Query {
  const held = query[name] ?? [];
  return withValues(
    query,
    name,
    held.includes(value) ? held.filter((other) => other !== value) : [...held, value],
  );
}

/** The one value of a parameter, or null. */
export function one(query: Query, name: Parameter): string | null {
  return query[name]?.[0] ?? null;
}
