/** The pages behind the menu: keys, methodology, the log of decisions, agreement between reviewers. */

import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { Agreement, HistoryEntry, Methodology } from "../api/records";
import { AddEvent } from "../desk/add";
import { opened } from "../desk/dialogs";
import { KEYS } from "../desk/keys";
import { instantWords } from "../data/days";
import * as state from "../state";
import { language, number, t, word, type Key } from "../words";
import { Dialog } from "./dialog";
import { valueWords } from "./value";

const shut = () => (opened.value = null);

export function Pages() {
  switch (opened.value) {
    case "help":
      return <Help />;
    case "methodology":
      return <MethodologyPage />;
    case "log":
      return <Log />;
    case "agreement":
      return <AgreementPage />;
    case "add":
      return <AddEvent />;
    default:
      return null;
  }
}

function Help() {
  return (
    <Dialog title={t("help.title")} close={shut}>
      <dl class="keys">
        {Object.entries(KEYS).map(([key, what]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{t(`key.${what}` as Key)}</dd></div>)}
      </dl>
      <p class="quiet">{state.meta.value!.program} · {state.meta.value!.disclaimer}</p>
    </Dialog>
  );
}

/** Something read from the server, or why it could not be. */
function Loaded<T>({ load, show }: { load: () => Promise<T>; show: (told: T) => ComponentChildren }) {
  const told = useSignal<T | null>(null);
  const failed = useSignal(false);
  useEffect(() => {
    load().then((now) => (told.value = now), () => (failed.value = true));
  }, []);
  if (failed.value) return <p role="alert">{t("card.trouble")}</p>;
  return told.value === null ? <p class="quiet">{t("loading")}</p> : <>{show(told.value)}</>;
}

function MethodologyPage() {
  return (
    <Dialog title={t("method.title")} close={shut} wide>
      <Loaded load={() => state.source.methodology()} show={(told: Methodology) => told.sections.map((section) => (
        <section key={section.title}><h3>{section.title}</h3><ul>{section.lines.map((line) => <li key={line}>{line}</li>)}</ul></section>
      ))} />
    </Dialog>
  );
}

function Log() {
  return (
    <Dialog title={t("log.title")} close={shut} wide>
      <Loaded load={() => state.source.log()} show={(entries: HistoryEntry[]) => entries.length === 0 ? <p class="quiet">{t("log.none")}</p> : (
        <div class="scroller short" tabIndex={0} role="region" aria-label={t("log.title")}>
        <table>
          <thead><tr>{(["log.when", "log.who", "log.what", "log.event", "log.from", "log.to", "reason"] as const).map((key) => <th scope="col" key={key}>{t(key)}</th>)}</tr></thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.number} class={entry.undone ? "undone" : ""}>
                <td>{instantWords(entry.at, language.value)}</td><td><bdi>{entry.by}</bdi></td><td>{word("did", entry.what)}{entry.field && ` ${word("field", entry.field)}`}</td>
                <td>{entry.event_id && <button type="button" class="link" onClick={() => { state.chosen.value = entry.event_id!; shut(); }}>{entry.event_id}</button>}</td>
                <td dir="auto">{entry.field ? valueWords(entry.field, entry.from) : ""}</td><td dir="auto">{entry.field ? valueWords(entry.field, entry.to) : ""}</td><td dir="auto">{entry.note}</td>
              </tr>
            ))}
          </tbody>
        </table></div>
      )} />
    </Dialog>
  );
}

function AgreementPage() {
  return (
    <Dialog title={t("agreement.title")} close={shut}>
      <p>{t("agreement.hint")}</p>
      <Loaded load={() => state.source.agreement(state.filterText.value)} show={(told: Agreement) => told.units === 0 ? <p class="quiet">{t("agreement.none")}</p> : (
        <>
          <p>{t("agreement.over", { n: told.units })} <bdi>{told.reviewers.join(", ")}</bdi></p>
          <table>
            <thead><tr><th scope="col">{t("agreement.field")}</th><th scope="col">α</th><th scope="col">{t("agreement.units")}</th></tr></thead>
            <tbody>{told.fields.map((one) => <tr key={one.field}><td>{word("field", one.field)}</td><td>{one.alpha === null ? "—" : one.alpha.toFixed(2)}</td><td>{number(one.units)}</td></tr>)}</tbody>
          </table>
        </>
      )} />
    </Dialog>
  );
}
