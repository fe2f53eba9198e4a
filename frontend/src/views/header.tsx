/** The head of the page: search, what was found, and what can be done with it. */

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { address } from "../address";
import { opened } from "../desk/dialogs";
import * as state from "../state";
import { language, LANGUAGES, t, word, type Key, type Language } from "../words";
import { Menu } from "./menu";

export function Header() {
  const meta = state.meta.value!;
  const filters = state.desk.value ? state.deskFilters : state.filtersOpen;
  const writing = !state.source.saved && !meta.read_only;
  return (
    <header class="top">
      <h1><a href={state.source.saved ? "#" : "/"} title={meta.store}>dateline</a></h1>
      {!state.source.saved && <Search />}
      <Counts />
      <nav class="tools" aria-label={t("tools")}>
        <button type="button" aria-expanded={filters.value} onClick={() => (filters.value = !filters.value)}>{t("filters")}</button>
        <Layouts />
        {writing && <button type="button" class="deskbutton" aria-pressed={state.desk.value} onClick={() => (state.desk.value = !state.desk.value)}>{t("desk.label")}</button>}
        {!state.source.saved && <Exports />}
        <Menu name={t("more")}>
          {writing && <button type="button" onClick={() => (opened.value = "add")}>{t("add.title")}</button>}
          {writing && <button type="button" onClick={() => (opened.value = "name")}>{state.reviewer.value ? t("name.is", { name: state.reviewer.value }) : t("name.title")}</button>}
          {!state.source.saved && <button type="button" onClick={() => (opened.value = "log")}>{t("log.title")}</button>}
          {!state.source.saved && <button type="button" onClick={() => (opened.value = "agreement")}>{t("agreement.title")}</button>}
          <button type="button" onClick={() => (opened.value = "methodology")}>{t("method.title")}</button>
          <button type="button" onClick={() => print()}>{t("print")}</button>
          <button type="button" onClick={() => (opened.value = "help")}>{t("help.title")} <kbd>?</kbd></button>
          <label class="language"><span>{t("language")}</span>
            <select value={language.value} onChange={(event) => (language.value = event.currentTarget.value as Language)}>
              {Object.entries(LANGUAGES).map(([code, name]) => <option key={code} value={code} lang={code}>{name}</option>)}
            </select></label>
        </Menu>
      </nav>
    </header>
  );
}

const PAUSE_MS = 250;

function Search() {
  const asked = state.query.value.text?.join(" ") ?? "";
  const typed = useSignal(asked);
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef(0);
  useEffect(() => {
    if (document.activeElement !== input.current) typed.value = asked;
  }, [asked]);
  const go = (text: string) => {
    clearTimeout(timer.current);
    state.ask("text", text.trim() ? [text.trim()] : []);
  };
  return (
    <form class="search" role="search" onSubmit={(event) => { event.preventDefault(); go(typed.value); }}>
      <input ref={input} id="search" type="search" dir="auto" value={typed.value} placeholder={t("search")} aria-label={t("search")} aria-keyshortcuts="/"
        onInput={(event) => {
          typed.value = event.currentTarget.value;
          clearTimeout(timer.current);
          timer.current = setTimeout(() => go(typed.value), PAUSE_MS) as unknown as number;
        }}
        onKeyDown={(event) => { if (event.key === "Escape") { typed.value = ""; go(""); input.current!.blur(); } }} />
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
}

export function Counts() {
  const found = state.found.value;
  return (
    <p class="counts" role="status" id="counts">
      <b>{t("count.events", { n: found.events })}</b> <span>{t("count.claims", { n: found.claims })}</span> <span>{t("count.reports", { n: found.reports })}</span>
    </p>
  );
}

function Layouts() {
  if (state.desk.value) return null;
  return (
    <div class="layouts" role="group" aria-label={t("layout")}>
      {(["both", "map", "table"] as const).map((one) => (
        <button type="button" key={one} aria-pressed={state.layout.value === one} onClick={() => (state.layout.value = one)}>{t(`layout.${one}` as Key)}</button>
      ))}
    </div>
  );
}

/** Every format with exactly the present filter. */
function Exports() {
  const open = useSignal(false);
  const unreviewed = useSignal(false);
  const hxl = useSignal(false);
  const filter = state.filterText.value;
  const more = [open.value && "public=1", open.value && unreviewed.value && "unreviewed=1", hxl.value && "hxl=1"].filter(Boolean).join("&");
  const link = (format: string) => `/api/export/${encodeURIComponent(format)}?${[filter, more].filter(Boolean).join("&")}`;
  return (
    <Menu name={t("export.title")}>
      <p class="quiet">{t("export.hint", { n: state.found.value.events })}</p>
      <label class="box"><input type="checkbox" checked={open.value} onChange={() => (open.value = !open.value)} /> {t("export.public")}</label>
      {open.value && <label class="box"><input type="checkbox" checked={unreviewed.value} onChange={() => (unreviewed.value = !unreviewed.value)} /> {t("export.unreviewed")}</label>}
      <label class="box"><input type="checkbox" checked={hxl.value} onChange={() => (hxl.value = !hxl.value)} /> {t("export.hxl")}</label>
      <ul class="formats">
        {Object.entries(state.meta.value!.formats).map(([format, suffix]) => (
          <li key={format}><a href={link(format)} download data-format={format}>{word("format", format)}<span class="quiet"> {suffix}</span></a></li>
        ))}
        <li><a href={`/api/gold?${filter}`} download data-format="gold">{t("export.gold")}<span class="quiet"> .jsonl</span></a></li>
      </ul>
      <a class="savepage" href={`/api/page?${address()}`} download>{t("export.page")}</a>
    </Menu>
  );
}
