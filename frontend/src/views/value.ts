/** The value of a field of a claim or an event in words, for histories and forms. */

import type { Actor, Control, EventDate, Figure, Place, Toll } from "../api/records";
import { dayOf, spanWords } from "../data/days";
import { language, t, word } from "../words";
import { rangeWords } from "./rows";

export function valueWords(field: string, value: unknown): string {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return t("nothing");
  switch (field) {
    case "sub_event_type":
      return word("type", String(value));
    case "status":
      return word("status", String(value));
    case "date": {
      const date = value as EventDate;
      return spanWords(dayOf(date.start), dayOf(date.end), date.precision, language.value);
    }
    case "place": {
      const place = value as Place;
      return `${place.canonical} (${word("precision", place.precision)})`;
    }
    case "side_a":
    case "side_b":
      return (value as Actor[]).map(actorName).join(t("comma"));
    case "control": {
      const control = value as Control;
      return `${control.from ? actorName(control.from) : "?"} → ${control.to ? actorName(control.to) : "?"}`;
    }
    case "figures":
    case "tolls":
      return (value as (Figure | Toll)[])
        .map((part) => `${rangeWords(part.low ?? null, part.best ?? null, part.high ?? null)} ${part.who ?? ""} ${word("measure", part.measure)}`.replace(/ +/g, " "))
        .join("; ");
    case "attributed_to":
      return (value as string[]).join(t("comma"));
    case "civilians_targeted":
    case "background":
      return t(value ? "yes" : "no");
    default:
      return typeof value === "string" ? value : JSON.stringify(value);
  }
}

const actorName = (actor: Actor) => actor.name ?? actor.mention;
