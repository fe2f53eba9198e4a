/** Adding an event that the coder missed: find the report, select the words, say what happened. */

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Claim, Hit, ReportPage } from "../api/records";
import { Refusal } from "../api/server";
import * as state from "../state";
import { Dialog } from "../views/dialog";
import { MarkedText, Source } from "../views/report";
import { t, word } from "../words";
import { decide } from "./decide";
import { opened } from "./dialogs";
import { FieldForm } from "./fields";
import { keep, kept } from "./kept";
import { picked, readSelection } from "./picking";

type Draft = Omit<Claim, "id" | "flags">;
const SHOWN = ["sub_event_type", "date", "place", "side_a", "side_b", "figures", "status", "civilians_targeted"] as const;

function fresh(report: ReportPage): Draft {
  const day = report.report.published;
  return {
    evidence: [], sub_event_type: "Attack", date: day ? { start: day, end: day, precision: "week" } : null, place: null,
    side_a: [], side_b: [], civilians_targeted: false, figures: [], control: null, attributed_to: [], status: "stated", background: false,
  };
}

export function AddEvent() {
  const shut = () => (opened.value = null);
  const hits = useSignal<Hit[]>([]);
  const words = useSignal("");
  const report = useSignal<ReportPage | null>(null);
  const draft = useSignal<Draft | null>(null);
  const trouble = useSignal("");
  useEffect(() => {
    document.addEventListener("selectionchange", readSelection);
    picked.value = null;
    // The report of the open card is the likeliest one.
    const first = state.card.value?.claims[0]?.report_id;
    if (first) void open(first);
    return () => document.removeEventListener("selectionchange", readSelection);
  }, []);
  const open = async (id: string) => {
    try {
      report.value = await state.source.report(id);
      draft.value = kept<Draft>(`add.${id}`) ?? fresh(report.value);
    } catch (error) {
      trouble.value = error instanceof Refusal && error.message ? error.message : t("card.trouble");
    }
  };
  const change = (now: Draft) => {
    draft.value = now;
    if (report.value) keep(`add.${report.value.report.id}`, now);
  };
  const find = async () => {
    hits.value = await state.source.search(words.value).catch(() => []);
  };
  const send = async () => {
    const id = report.value!.report.id;
    shut();
    const answer = await decide({ action: "add", report: id, value: draft.value });
    keep(`add.${id}`, null);
    if (answer?.event) state.chosen.value = answer.event;
  };
  return (
    <Dialog title={t("add.title")} close={shut} wide>
      <form class="search" role="search" onSubmit={(event) => { event.preventDefault(); void find(); }}>
        <input type="search" dir="auto" value={words.value} aria-label={t("add.find")} placeholder={t("add.find")} onInput={(event) => (words.value = event.currentTarget.value)} />
        <button type="submit">{t("search.go")}</button>
      </form>
      {trouble.value && <p role="alert">{trouble.value}</p>}
      {hits.value.length > 0 && (
        <ul class="events hits">
          {[...new Map(hits.value.map((hit) => [hit.report_id, hit])).values()].slice(0, 8).map((hit) => (
            <li key={hit.report_id}><button type="button" onClick={() => { hits.value = []; void open(hit.report_id); }}>
              <span class="what" dir="auto">{hit.title ?? hit.report_id}</span><span class="where" dir="auto">{hit.publisher} · {hit.published} · {hit.excerpt}</span></button></li>
          ))}
        </ul>
      )}
      {report.value && draft.value && (
        <div class="adding">
          <article class="sheet" data-report={report.value.report.id}>
            <Source report={report.value.report} />
            <h3 dir="auto">{report.value.report.title}</h3>
            <div class="text" dir="auto" tabIndex={0} role="region" aria-label={t("desk.reports")}>
              <MarkedText text={report.value.report.text ?? ""} marks={[
                ...report.value.claims.flatMap((claim) => claim.marks.filter((mark) => mark.slot === "evidence").map((mark) => ({ ...mark, slot: "taken" }))),
                ...draft.value.evidence.map(([start, end]) => ({ start, end, slot: "evidence" })),
              ]} />
            </div>
          </article>
          <form onSubmit={(event) => { event.preventDefault(); if (draft.value!.evidence.length) void send(); }}>
            <fieldset class="item"><legend>{word("field", "evidence")}</legend>
              <FieldForm field="evidence" value={draft.value.evidence} change={(now) => change({ ...draft.value!, evidence: now as Draft["evidence"] })} picked={picked.value} /></fieldset>
            {SHOWN.map((field) => (
              <fieldset class="item" key={field}><legend>{word("field", field)}</legend>
                <FieldForm field={field} value={draft.value![field]} change={(now) => change({ ...draft.value!, [field]: now } as Draft)} picked={picked.value} /></fieldset>
            ))}
            <p class="buttons"><button type="submit" class="main" disabled={!draft.value.evidence.length}>{t("add.send")}</button></p>
          </form>
        </div>
      )}
    </Dialog>
  );
}
