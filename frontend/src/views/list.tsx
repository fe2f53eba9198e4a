/** A short list of events, for clusters and for the desk's queue. */

import { wordOf } from "../data/columns";
import * as state from "../state";
import { t, word } from "../words";
import { dateWords, mainToll, placeWords, typeWords } from "./rows";
import { Shape } from "./shape";

const PAGE = 100;

export function EventList({ rows, label }: { rows: number[]; label: string }) {
  const events = state.events.value;
  if (!events) return null;
  return (
    <>
      <ul class="events" aria-label={label}>
        {rows.slice(0, PAGE).map((row) => {
          const id = events.id[row]!;
          const toll = mainToll(events, row);
          return (
            <li key={id}>
              <button type="button" aria-current={state.chosen.value === id ? "true" : undefined} onClick={() => (state.chosen.value = id)}>
                <Shape kind={state.meta.value!.kinds[events.look[row]!]} />
                <span class="what">{typeWords(events, row)}</span>
                <span class="where"><bdi>{placeWords(events, row)}</bdi> · {dateWords(events, row)}{toll && ` · ${toll.words} ${word("measure", toll.measure)}`}</span>
                <Badge review={wordOf(events.facets.review, row)} />
              </button>
            </li>
          );
        })}
      </ul>
      {rows.length > PAGE && <p class="quiet">{t("list.more", { n: rows.length - PAGE })}</p>}
    </>
  );
}

/** Where a review stands; nothing for what nobody has reviewed, which is said by the lack of it. */
export function Badge({ review }: { review: string | null }) {
  if (review !== "accepted" && review !== "rejected") return null;
  return <span class={`badge ${review}`}>{word("review", review)}</span>;
}
