/** The forms for the fields of a claim or an event; each takes a value and gives back a changed one. */

import type { ComponentChildren } from "preact";
import type { Actor, Control, EventDate, Figure, Place, Toll } from "../api/records";
import * as state from "../state";
import { country, t, word, type Key } from "../words";
import type { Picked } from "./picking";

interface Props<T> {
  value: T;
  change: (value: T) => void;
  /** The words that are selected in the text, to be taken over. */
  picked: Picked | null;
}

const choices = (name: string) => state.meta.value!.choices[name] ?? [];

function Labelled({ name, children }: { name: string; children: ComponentChildren }) {
  return <label class="field"><span>{name}</span>{children}</label>;
}

function Choose({ name, group, values, value, change, empty }: {
  name: string; group: string; values: string[]; value: string | null; change: (value: string | null) => void; empty?: boolean;
}) {
  return (
    <Labelled name={name}>
      <select value={value ?? ""} onChange={(event) => change(event.currentTarget.value || null)}>
        {empty && <option value="">{t("unknown")}</option>}
        {values.map((one) => <option key={one} value={one}>{word(group, one)}</option>)}
      </select>
    </Labelled>
  );
}

function Words({ name, value, change }: { name: string; value: string | null | undefined; change: (value: string) => void }) {
  return <Labelled name={name}><input dir="auto" value={value ?? ""} onInput={(event) => change(event.currentTarget.value)} /></Labelled>;
}

function Count({ name, value, change, fine }: { name: string; value: number | null | undefined; change: (value: number | null) => void; fine?: boolean }) {
  return (
    <Labelled name={name}>
      <input type="number" step={fine ? "any" : 1} min={fine ? undefined : 0} value={value ?? ""}
        onInput={(event) => change(event.currentTarget.value === "" ? null : Number(event.currentTarget.value))} />
    </Labelled>
  );
}

function Country({ value, change }: { value: string | null | undefined; change: (value: string | null) => void }) {
  const known = state.meta.value!.countries;
  const codes = Object.keys(known).map((code) => [code, country(code, known)] as const).sort((a, b) => (a[1] < b[1] ? -1 : 1));
  return (
    <Labelled name={t("facet.country")}>
      <select value={value ?? ""} onChange={(event) => change(event.currentTarget.value || null)}>
        <option value="">{t("unknown")}</option>
        {codes.map(([code, name]) => <option key={code} value={code}>{name}</option>)}
      </select>
    </Labelled>
  );
}

function TypeField({ value, change }: Props<string>) {
  return (
    <Labelled name={word("field", "sub_event_type")}>
      <select value={value} onChange={(event) => change(event.currentTarget.value)}>
        {Object.entries(state.meta.value!.event_types).map(([group, types]) => (
          <optgroup key={group} label={word("event_type", group)}>
            {types.map((type) => <option key={type} value={type}>{word("type", type)}</option>)}
          </optgroup>
        ))}
      </select>
    </Labelled>
  );
}

function DateField({ value, change, picked }: Props<EventDate | null>) {
  const date = value ?? { start: "", end: "", precision: "day" };
  const put = (part: Partial<EventDate>) => change({ ...date, ...part });
  return (
    <>
      <Labelled name={t("filter.from")}><input type="date" value={date.start} onChange={(event) => put({ start: event.currentTarget.value, end: date.end && date.end > event.currentTarget.value ? date.end : event.currentTarget.value })} /></Labelled>
      <Labelled name={t("filter.to")}><input type="date" value={date.end} min={date.start} onChange={(event) => put({ end: event.currentTarget.value })} /></Labelled>
      <Choose name={t("facet.date_precision")} group="date_precision" values={choices("date_precision").filter((one) => one !== "none")} value={date.precision} change={(precision) => put({ precision: precision ?? "day" })} />
      <Take picked={picked} take={({ span }) => put({ span })} />
      <Unknown on={value === null} change={(off) => change(off ? null : date)} />
    </>
  );
}

function PlaceField({ value, change, picked }: Props<Place | null>) {
  const place = value ?? { name: "", canonical: "", precision: "exact" };
  const put = (part: Partial<Place>) => change({ ...place, ...part });
  return (
    <>
      <Words name={t("place.name")} value={place.name} change={(name) => put({ name })} />
      <Words name={t("place.canonical")} value={place.canonical} change={(canonical) => put({ canonical })} />
      <Choose name={t("facet.precision")} group="precision" values={choices("precision").filter((one) => one !== "none")} value={place.precision} change={(precision) => put({ precision: precision ?? "exact" })} />
      <Country value={place.country} change={(code) => put({ country: code })} />
      <Words name={t("facet.admin1")} value={place.admin1} change={(admin1) => put({ admin1: admin1 || null })} />
      <Count name={t("place.lat")} value={place.lat} change={(lat) => put({ lat })} fine />
      <Count name={t("place.lon")} value={place.lon} change={(lon) => put({ lon })} fine />
      <Take picked={picked} take={({ span, text }) => put({ span, name: text, canonical: place.canonical || text })} />
      <Unknown on={value === null} change={(off) => change(off ? null : place)} />
    </>
  );
}

function ActorField({ value, change, picked }: Props<Actor>) {
  const put = (part: Partial<Actor>) => change({ ...value, ...part });
  return (
    <>
      <Words name={t("actor.mention")} value={value.mention} change={(mention) => put({ mention })} />
      <Words name={t("actor.name")} value={value.name} change={(name) => put({ name: name || null })} />
      <Choose name={t("facet.kind")} group="actor_kind" values={choices("actor_kind")} value={value.kind} change={(kind) => put({ kind: kind ?? "other" })} />
      <Country value={value.country} change={(code) => put({ country: code })} />
      <Take picked={picked} take={({ span, text }) => put({ span, mention: text })} />
    </>
  );
}

const NEW_ACTOR: Actor = { mention: "", name: null, kind: "unidentified armed group", country: null };
const NEW_FIGURE: Figure = { measure: "killed", who: null, low: null, best: null, high: null, text: "" };

function ListField<T>({ value, change, fresh, one, add }: {
  value: T[]; change: (value: T[]) => void; fresh: T; one: (item: T, put: (item: T) => void) => ComponentChildren; add: Key;
}) {
  return (
    <>
      {value.map((item, n) => (
        <fieldset class="item" key={n}>
          <legend>{n + 1}</legend>
          {one(item, (now) => change(value.map((old, m) => (m === n ? now : old))))}
          <button type="button" class="link" onClick={() => change(value.filter((_, m) => m !== n))}>{t("remove")}</button>
        </fieldset>
      ))}
      <button type="button" onClick={() => change([...value, fresh])}>{t(add)}</button>
    </>
  );
}

function FigureField({ value, change, picked }: Props<Figure>) {
  const put = (part: Partial<Figure>) => change({ ...value, ...part });
  return (
    <>
      <Choose name={t("figure.measure")} group="measure" values={choices("measure")} value={value.measure} change={(measure) => put({ measure: measure ?? "killed" })} />
      <Words name={t("figure.who")} value={value.who} change={(who) => put({ who: who || null })} />
      <Count name={t("figure.low")} value={value.low} change={(low) => put({ low })} />
      <Count name={t("figure.best")} value={value.best} change={(best) => put({ best })} />
      <Count name={t("figure.high")} value={value.high} change={(high) => put({ high })} />
      <Words name={t("figure.text")} value={value.text} change={(text) => put({ text })} />
      <Take picked={picked} take={({ span, text }) => put({ span, text, ...numberIn(text) })} />
    </>
  );
}

/** The number that selected words give in digits; words for numbers are for the person to read. */
function numberIn(text: string): Partial<Figure> {
  const digits = /\d[\d,.]*/.exec(text)?.[0].replace(/[,.](?=\d{3}\b)/g, "");
  const n = digits === undefined ? NaN : Number(digits);
  return Number.isInteger(n) ? { low: n, best: n, high: n } : {};
}

function TollField({ value, change }: { value: Toll; change: (value: Toll) => void }) {
  const put = (part: Partial<Toll>) => change({ ...value, ...part });
  return (
    <>
      <Choose name={t("figure.measure")} group="measure" values={choices("measure")} value={value.measure} change={(measure) => put({ measure: measure ?? "killed" })} />
      <Choose name={t("figure.who")} group="who" values={["civilians", "side_a", "side_b"]} value={value.who} change={(who) => put({ who })} empty />
      <Count name={t("figure.low")} value={value.low} change={(low) => put({ low })} />
      <Count name={t("figure.best")} value={value.best} change={(best) => put({ best })} />
      <Count name={t("figure.high")} value={value.high} change={(high) => put({ high })} />
    </>
  );
}

function ControlField({ value, change, picked }: Props<Control | null>) {
  const control = value ?? { to: null, from: null };
  const part = (name: "to" | "from", title: Key) => (
    <fieldset class="item">
      <legend>{t(title)}</legend>
      {control[name]
        ? <><ActorField value={control[name]} change={(actor) => change({ ...control, [name]: actor })} picked={picked} />
            <button type="button" class="link" onClick={() => change({ ...control, [name]: null })}>{t("remove")}</button></>
        : <button type="button" onClick={() => change({ ...control, [name]: NEW_ACTOR })}>{t("actor.add")}</button>}
    </fieldset>
  );
  return (
    <>
      {part("to", "control.to")}
      {part("from", "control.from")}
      <Unknown on={value === null} change={(off) => change(off ? null : control)} label="control.none" />
    </>
  );
}

function SpansField({ value, change, picked }: Props<[number, number][]>) {
  return (
    <>
      <p class="quiet">{t("evidence.hint", { n: value.length })}</p>
      <Take picked={picked} take={({ span }) => change([span, ...value.slice(1)])} label="evidence.replace" />
      <Take picked={picked} take={({ span }) => change([...value, span])} label="evidence.add" />
      {value.length > 1 && <button type="button" onClick={() => change(value.slice(0, -1))}>{t("remove")}</button>}
    </>
  );
}

function NamesField({ value, change, picked }: Props<string[]>) {
  return (
    <>
      {value.map((name, n) => (
        <div class="row" key={n}>
          <input dir="auto" aria-label={t("facet.claimant")} value={name} onInput={(event) => change(value.map((old, m) => (m === n ? event.currentTarget.value : old)))} />
          <button type="button" class="icon" aria-label={t("remove")} onClick={() => change(value.filter((_, m) => m !== n))}>×</button>
        </div>
      ))}
      <button type="button" onClick={() => change([...value, ""])}>{t("claimant.add")}</button>
      <Take picked={picked} take={({ text }) => change([...value, text])} />
    </>
  );
}

/** Take over the words that are selected in the text. */
function Take({ picked, take, label = "take" }: { picked: Picked | null; take: (picked: Picked) => void; label?: Key }) {
  return (
    <button type="button" class="take" disabled={!picked} onClick={() => picked && take(picked)}>
      {picked ? <>{t(label)} <q dir="auto">{picked.text.length > 60 ? picked.text.slice(0, 57) + "…" : picked.text}</q></> : t("take.hint")}
    </button>
  );
}

function Unknown({ on, change, label = "field.unknown" }: { on: boolean; change: (on: boolean) => void; label?: Key }) {
  return <label class="box"><input type="checkbox" checked={on} onChange={() => change(!on)} /> {t(label)}</label>;
}

function YesNo({ value, change, name }: { value: boolean; change: (value: boolean) => void; name: string }) {
  return <label class="box"><input type="checkbox" checked={value} onChange={() => change(!value)} /> {name}</label>;
}

/** The form for a field. */
export function FieldForm({ field, value, change, picked }: { field: string } & Props<unknown>) {
  // The field says what its value is; the server checks it all the same.
  const as = <T,>() => ({ value, change, picked }) as unknown as Props<T>;
  switch (field) {
    case "sub_event_type":
      return <TypeField {...as<string>()} />;
    case "date":
      return <DateField {...as<EventDate | null>()} />;
    case "place":
      return <PlaceField {...as<Place | null>()} />;
    case "side_a":
    case "side_b":
      return <ListField<Actor> value={value as Actor[]} change={change} fresh={NEW_ACTOR} add="actor.add" one={(actor, put) => <ActorField value={actor} change={put} picked={picked} />} />;
    case "figures":
      return <ListField<Figure> value={value as Figure[]} change={change} fresh={NEW_FIGURE} add="figure.add" one={(figure, put) => <FigureField value={figure} change={put} picked={picked} />} />;
    case "tolls":
      return <ListField<Toll> value={value as Toll[]} change={change} fresh={{ measure: "killed", who: null, low: null, best: null, high: null, claims: [] }} add="figure.add" one={(toll, put) => <TollField value={toll} change={put} />} />;
    case "control":
      return <ControlField {...as<Control | null>()} />;
    case "evidence":
      return <SpansField {...as<[number, number][]>()} />;
    case "attributed_to":
      return <NamesField {...as<string[]>()} />;
    case "status":
      return <Choose name={t("facet.status")} group="status" values={choices("status")} value={value as string} change={change} />;
    default:
      return <YesNo value={Boolean(value)} change={change} name={word("field", field)} />;
  }
}
