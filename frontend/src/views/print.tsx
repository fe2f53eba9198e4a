/** What paper needs and the screen shows otherwise: the filter in words, and where the data is from. */

import { print } from "../data/query";
import { instantWords } from "../data/days";
import * as state from "../state";
import { language, t } from "../words";
import { choiceWords } from "./filters";

export function PrintHead() {
  const meta = state.meta.value!;
  const query = state.query.value;
  const lines = Object.entries(query).map(([name, values]) => `${name}: ${values.map((value) => choiceWords(name, value)).join(", ")}`);
  return (
    <div class="printhead" aria-hidden="true">
      <h1>{meta.store}</h1>
      <p>{t("count.events", { n: state.found.value.events })} · {t("count.claims", { n: state.found.value.claims })} · {t("count.reports", { n: state.found.value.reports })}</p>
      <p>{print(query) ? lines.join(" · ") : t("filter.all.events")}</p>
      <p>{meta.program} · {instantWords(new Date().toISOString(), language.value)} · {t("reviewed.how")}</p>
    </div>
  );
}
