/** The page: four linked views of one selection, or the review desk. */

import { useEffect } from "preact/hooks";
import { decide } from "./desk/decide";
import { Desk } from "./desk/desk";
import { DeskDialogs, Outbox } from "./desk/dialogs";
import { listen } from "./desk/keys";
import { MapView } from "./map/map";
import * as state from "./state";
import { CardView } from "./views/card";
import { Chips, Filters } from "./views/filters";
import { Header } from "./views/header";
import { Pages } from "./views/pages";
import { PrintHead } from "./views/print";
import { TableView } from "./views/table";
import { Timeline } from "./views/timeline";
import { direction, language, t } from "./words";

const NOTICE_MS = 8000;

export function App() {
  useEffect(() => {
    document.documentElement.lang = language.value;
    document.documentElement.dir = direction();
  }, [language.value]);
  const store = state.meta.value?.store;
  useEffect(() => {
    document.title = `${state.desk.value ? t("desk.label") + " – " : ""}${store ? store + " – " : ""}dateline`;
  }, [state.desk.value, store, language.value]);
  useEffect(listen, []);
  if (!state.meta.value || !state.events.value)
    return <main class="waiting"><h1>dateline</h1><p role="status">{state.trouble.value === null ? t("loading") : state.trouble.value === "offline" ? t("offline") : state.trouble.value === "token" ? t("token.wanted") : t("card.trouble")}</p></main>;

  const { desk, layout, chosen, embedded } = state;
  const filters = !embedded.value && (desk.value ? state.deskFilters : state.filtersOpen).value;
  const classes = [
    "page", desk.value ? "atdesk" : `show-${layout.value}`, chosen.value && !desk.value ? "withcard" : "",
    embedded.value ? "embed" : "", filters ? "withfilters" : "",
  ].join(" ");
  return (
    <div class={classes}>
      <a class="skip" href={desk.value ? "#reports" : layout.value === "map" ? "#views" : "#table"} onClick={(event) => { event.preventDefault(); document.querySelector<HTMLElement>(".table tr[tabindex='0'], .bench .focusable")?.focus(); }}>{t("skip.table")}</a>
      {!embedded.value && <Header />}
      <PrintHead />
      <Outbox />
      {!embedded.value && <Chips />}
      {filters && <div id="filters" class="side"><Filters /></div>}
      {desk.value ? <main class="views"><Desk /></main> : (
        <main class="views" id="views">
          {layout.value !== "table" && <MapView />}
          <Timeline />
          {layout.value !== "map" && <TableView />}
        </main>
      )}
      {!desk.value && <CardView />}
      <DeskDialogs />
      <Pages />
      <Notice />
      <footer class="disclaimer">{state.meta.value.disclaimer}</footer>
    </div>
  );
}

/** What was just done, said aloud, with a way back. */
function Notice() {
  const now = state.notice.value;
  useEffect(() => {
    if (!now) return;
    const timer = setTimeout(() => (state.notice.value = null), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [now]);
  return (
    <div class="notice" role="status">
      {now && <p><span dir="auto">{now.text}</span>
        {now.undo !== undefined && <button type="button" onClick={() => { const review = now.undo!; state.notice.value = null; void decide({ action: "undo", review }); }}>{t("do.undo")}</button>}
        <button type="button" class="icon" aria-label={t("close")} onClick={() => (state.notice.value = null)}>×</button></p>}
    </div>
  );
}

