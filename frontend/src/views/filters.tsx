/** The filter: every choice with the number of events it would find. */

import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { Facet } from "../data/columns";
import { one, toggled, withValues, type Parameter } from "../data/query";
import * as state from "../state";
import { country, number, t, word, type Key } from "../words";
import { actorWords } from "./rows";
import { Shape } from "./shape";

const SHOWN = 7;

/** A value of a parameter in words. */
export function choiceWords(name: string, value: string): string {
  switch (name) {
    case "country":
      return country(value, state.meta.value?.countries ?? {});
    case "actor":
    case "side_a":
    case "side_b":
      return actorWords(value);
    case "kind":
      return word("actor_kind", value);
    case "admin1":
    case "place":
    case "publisher":
    case "claimant":
    case "reviewer":
      return value;
    case "assigned":
      return value === "none" ? t("assigned.none") : value;
    default:
      return word(name, value);
  }
}

export function Filters() {
  return (
    <section class="filters" aria-label={t("filters")}>
      <Group title="filter.what" open>
        <Types />
        <Choice facet="contradiction" />
      </Group>
      <Group title="filter.when" open>
        <Days from="since" to="until" label="filter.days" />
        <Days from="reported_since" to="reported_until" label="filter.reported" />
        <Choice facet="date_precision" />
      </Group>
      <Group title="filter.where" open>
        <Choice facet="country" />
        <Choice facet="admin1" />
        <Choice facet="place" />
        <Choice facet="precision" />
      </Group>
      <Group title="filter.who">
        <Choice facet="actor" open />
        <Choice facet="side_a" />
        <Choice facet="side_b" />
        <Choice facet="kind" />
      </Group>
      <Group title="filter.source">
        <Choice facet="certainty" open />
        <Choice facet="status" />
        <Choice facet="publisher" />
        <Choice facet="claimant" />
      </Group>
      <Group title="filter.review">
        <Choice facet="review" open />
        <Choice facet="flag" />
        <Choice facet="reviewer" />
        <Choice facet="assigned" />
        <Changed />
        <Background />
      </Group>
    </section>
  );
}

const HOLDS: Record<string, Parameter[]> = {
  "filter.what": ["type", "event_type", "contradiction"],
  "filter.when": ["since", "until", "reported_since", "reported_until", "date_precision"],
  "filter.where": ["country", "admin1", "place", "precision"],
  "filter.who": ["actor", "side_a", "side_b", "kind"],
  "filter.source": ["certainty", "status", "publisher", "claimant"],
  "filter.review": ["review", "flag", "reviewer", "assigned", "changed_since", "background"],
};

function Group({ title, open, children }: { title: Key; open?: boolean; children: ComponentChildren }) {
  const chosen = HOLDS[title]!.reduce((n, name) => n + (state.query.value[name]?.length ?? 0), 0);
  const looked = useSignal(Boolean(open) || chosen > 0);
  return (
    <details class="group" open={open ?? chosen > 0} onToggle={(event) => (looked.value = event.currentTarget.open)}>
      <summary>{t(title)}{chosen > 0 && <span class="badge" aria-label={t("filter.chosen", { n: chosen })}>{number(chosen)}</span>}</summary>
      {looked.value && children}
    </details>
  );
}

function Box({ label, count, on, change, sign, mixed }: {
  label: string; count: number; on: boolean; change: () => void; sign?: ComponentChildren; mixed?: boolean;
}) {
  return (
    <label class={`box ${count || on ? "" : "nothing"}`}>
      <input type="checkbox" checked={on} ref={(input) => { if (input) input.indeterminate = mixed ?? false; }} onChange={change} />
      {sign}
      <bdi>{label}</bdi>
      <span class="count">{number(count)}</span>
    </label>
  );
}

function Types() {
  const facets = state.events.value?.facets.type;
  const counts = state.found.value.counts.type;
  const asked = state.query.value.type ?? [];
  if (!facets || !counts) return null;
  const countOf = (type: string) => counts[facets.values.indexOf(type)] ?? 0;
  return (
    <fieldset class="types">
      <legend class="sr">{t("filter.types")}</legend>
      {state.meta.value!.kinds.map((kind) => {
        const total = kind.types.reduce((n, type) => n + countOf(type), 0);
        const on = kind.types.filter((type) => asked.includes(type)).length;
        const change = () =>
          state.ask("type", on === kind.types.length ? asked.filter((type) => !kind.types.includes(type)) : [...new Set([...asked, ...kind.types])]);
        const box = <Box label={word("kind", kind.key)} count={total} on={on === kind.types.length} mixed={on > 0 && on < kind.types.length} change={change} sign={<Shape kind={kind} />} />;
        if (kind.types.length === 1) return <div class="kind" key={kind.key}>{box}</div>;
        return (
          <div class="kind" key={kind.key}>
            {box}
            <details open={on > 0 && on < kind.types.length}>
              <summary aria-label={t("filter.types.of", { kind: word("kind", kind.key) })} />
              {kind.types.filter((type) => countOf(type) || asked.includes(type)).map((type) => (
                <Box key={type} label={word("type", type)} count={countOf(type)} on={asked.includes(type)}
                  change={() => (state.query.value = toggled(state.query.value, "type", type))} />
              ))}
            </details>
          </div>
        );
      })}
    </fieldset>
  );
}

function Choice({ facet, open }: { facet: Facet; open?: boolean }) {
  const asked = state.query.value[facet] ?? [];
  // Thousands of places are only counted out once somebody looks.
  const looked = useSignal(Boolean(open) || asked.length > 0);
  return (
    <details class="choice" open={open || asked.length > 0} onToggle={(event) => (looked.value = event.currentTarget.open)}>
      <summary>{t(`facet.${facet}` as Key)}{asked.length > 0 && <span class="badge">{number(asked.length)}</span>}</summary>
      {looked.value && <Values facet={facet} asked={asked} />}
    </details>
  );
}

function Values({ facet, asked }: { facet: Facet; asked: readonly string[] }) {
  const all = useSignal(false);
  const wanted = useSignal("");
  const lists = state.events.value?.facets[facet];
  const counts = state.found.value.counts[facet];
  if (!lists || !counts) return null;
  const find = wanted.value.toLowerCase();
  const values = lists.values
    .map((value, code) => ({ value, count: counts[code] ?? 0, label: choiceWords(facet, value) }))
    .filter(({ value, count, label }) => (count > 0 || asked.includes(value)) && (!find || label.toLowerCase().includes(find)))
    .sort((a, b) => Number(asked.includes(b.value)) - Number(asked.includes(a.value)) || b.count - a.count || (a.label < b.label ? -1 : 1));
  const many = lists.values.length > SHOWN;
  const shown = all.value || find ? values.slice(0, 200) : values.slice(0, SHOWN);
  return (
      <fieldset>
        <legend class="sr">{t(`facet.${facet}` as Key)}</legend>
        {many && (
          <input type="search" class="find" value={wanted.value} placeholder={t("filter.find")} aria-label={t("filter.find.in", { facet: t(`facet.${facet}` as Key) })}
            onInput={(event) => (wanted.value = event.currentTarget.value)} />
        )}
        {shown.map(({ value, count, label }) => (
          <Box key={value} label={label} count={count} on={asked.includes(value)} change={() => (state.query.value = toggled(state.query.value, facet, value))} />
        ))}
        {values.length === 0 && <p class="quiet">{t("none.reported")}</p>}
        {!all.value && !find && values.length > SHOWN && (
          <button type="button" class="link" onClick={() => (all.value = true)}>{t("filter.all", { n: values.length })}</button>
        )}
      </fieldset>
  );
}

function Days({ from, to, label }: { from: "since" | "reported_since"; to: "until" | "reported_until"; label: Key }) {
  const input = (name: typeof from | typeof to, title: Key) => (
    <label>
      <span>{t(title)}</span>
      <input type="date" value={one(state.query.value, name) ?? ""} onChange={(event) => state.ask(name, event.currentTarget.value ? [event.currentTarget.value] : [])} />
    </label>
  );
  return (
    <fieldset class="days">
      <legend>{t(label)}</legend>
      {input(from, "filter.from")}
      {input(to, "filter.to")}
    </fieldset>
  );
}

function Changed() {
  const now = one(state.query.value, "changed_since")?.slice(0, 10) ?? "";
  return (
    <fieldset class="days">
      <legend>{t("filter.changed")}</legend>
      <label>
        <span>{t("filter.from")}</span>
        <input type="date" value={now} onChange={(event) => state.ask("changed_since", event.currentTarget.value ? [event.currentTarget.value + "T00:00:00Z"] : [])} />
      </label>
    </fieldset>
  );
}

function Background() {
  const now = one(state.query.value, "background") ?? "no";
  return (
    <fieldset class="background">
      <legend>{t("filter.background")}</legend>
      {(["no", "yes", "only"] as const).map((value) => (
        <label key={value} class="box">
          <input type="radio" name="background" checked={now === value} onChange={() => state.ask("background", value === "no" ? [] : [value])} />
          {t(`background.${value}` as Key)}
        </label>
      ))}
    </fieldset>
  );
}

const GENERAL: Parameter[] = ["text", "bbox", "id"];

/** What is chosen now, each choice to be taken back with one press. */
export function Chips() {
  const query = state.query.value;
  const names = Object.keys(query) as Parameter[];
  if (!names.length) return null;
  const chips: { key: string; text: string; off: () => void }[] = [];
  const kinds = state.meta.value?.kinds ?? [];
  let types = query.type ?? [];
  for (const kind of kinds) {
    // All types of a kind are one choice.
    if (kind.types.length < 2 || !kind.types.every((type) => types.includes(type))) continue;
    types = types.filter((type) => !kind.types.includes(type));
    chips.push({ key: kind.key, text: word("kind", kind.key), off: () => state.ask("type", (query.type ?? []).filter((type) => !kind.types.includes(type))) });
  }
  for (const name of names)
    for (const value of name === "type" ? types : query[name]!) {
      const words = GENERAL.includes(name)
        ? name === "bbox" ? t("chip.bbox") : name === "text" ? `“${value}”` : value
        : /since|until/.test(name) ? `${t(`chip.${name}` as Key)} ${value.slice(0, 10)}` : `${t(`facet.${name}` as Key)}: ${choiceWords(name, value)}`;
      chips.push({
        key: `${name} ${value}`, text: words,
        off: () => (state.query.value = withValues(state.query.value, name, (state.query.value[name] ?? []).filter((other) => other !== value))),
      });
    }
  return (
    <ul class="chips" aria-label={t("filters")}>
      {chips.map(({ key, text, off }) => (
        <li key={key}><button type="button" onClick={off} aria-label={t("chip.off", { what: text })}><bdi>{text}</bdi> <span aria-hidden="true">×</span></button></li>
      ))}
      <li><button type="button" class="link" onClick={() => (state.query.value = {})}>{t("filter.clear")}</button></li>
    </ul>
  );
}
