/** What the signs on the map mean. */

import { actorWords } from "../views/rows";
import { Shape } from "../views/shape";
import * as state from "../state";
import { heldOn, holderName, holders } from "../data/control";
import { dayWords } from "../data/days";
import { language, t, word } from "../words";
import { HOLDER_SHAPES } from "./icons";
import { CONTROL_DAYS } from "./map";

export function LegendOf({ placeless }: { placeless: number }) {
  return (
    <details class="legend">
      <summary>{t("legend")}</summary>
      {state.controlDay.value !== null && <Holders day={state.controlDay.value} />}
      <ul>
        {state.meta.value!.kinds.map((kind) => (
          <li key={kind.key}><Shape kind={kind} /> {word("kind", kind.key)}</li>
        ))}
      </ul>
      <ul>
        <li><Sample how="exact" /> {t("legend.exact")}</li>
        <li><Sample how="near" /> {t("legend.near")}</li>
        <li><Sample how="region" /> {t("legend.region")}</li>
        <li><Sample how="accepted" /> {t("legend.accepted")}</li>
        <li><Sample how="unreviewed" /> {t("legend.unreviewed")}</li>
      </ul>
      {placeless > 0 && <p>{t("legend.placeless", { n: placeless })}</p>}
    </details>
  );
}

function Sample({ how }: { how: string }) {
  return (
    <svg class={`sample ${how}`} viewBox="-10 -10 20 20" aria-hidden="true">
      {how === "region" && <rect x="-9" y="-7" width="18" height="14" class="area" />}
      <circle r="5.5" />
      {how === "accepted" && <path class="tick" d="M2 5l2 2 4-4" />}
    </svg>
  );
}

function Holders({ day }: { day: number }) {
  if (!state.ledger.value || !state.control.value) return null;
  // Colours are those of the whole ledger, so that a filter does not change them.
  const looks = holders(state.ledger.value);
  const now = heldOn(state.control.value, day);
  const counts = new Map<string, number>();
  for (const holding of now) counts.set(holderName(holding.holder), (counts.get(holderName(holding.holder)) ?? 0) + 1);
  const contested = now.filter((holding) => holding.contested.length);
  return (
    <>
      <p>{t("control.on", { day: dayWords(day, language.value) })}</p>
      <ul>
        {[...counts].sort((a, b) => b[1] - a[1]).slice(0, 10).map(([name, n]) => {
          const look = looks.get(name);
          return (
            <li key={name}>
              <svg class="shape" viewBox="-9 -9 18 18" aria-hidden="true">
                <path d={HOLDER_SHAPES[look?.shape ?? 6]!} fill={look?.colour ?? "#7a7f87"} />
              </svg>{" "}
              <bdi>{name ? actorWords(name) : t("control.unknown")}</bdi> <b>{n}</b>
            </li>
          );
        })}
        {contested.length > 0 && (
          <li><svg class="shape contested" viewBox="-9 -9 18 18" aria-hidden="true"><path d={HOLDER_SHAPES[0]!} /><path d="M-6 2L2-6M-6 6L6-6M-2 6L6-2" /></svg> {t("control.contested", { n: contested.length })}</li>
        )}
      </ul>
      <p>{t("control.events", { n: CONTROL_DAYS })}</p>
    </>
  );
}
