/** Civil days as numbers: days since 1970-01-01, so that they sort and subtract. */

const LENGTH = 86_400_000;

/** The number of an ISO day. */
export function dayOf(iso: string): number {
  return Math.floor(Date.parse(iso.slice(0, 10) + "T00:00:00Z") / LENGTH);
}

/** The ISO day of a number. */
export function isoOf(day: number): string {
  return new Date(day * LENGTH).toISOString().slice(0, 10);
}

export type Unit = "day" | "week" | "month" | "year";

/** The first day of the unit that a day lies in; weeks begin on Monday. */
export function floorTo(day: number, unit: Unit): number {
  if (unit === "day") return day;
  // 1970-01-01 was a Thursday.
  if (unit === "week") return day - ((((day + 3) % 7) + 7) % 7);
  const date = new Date(day * LENGTH);
  const month = unit === "month" ? date.getUTCMonth() : 0;
  return Date.UTC(date.getUTCFullYear(), month, 1) / LENGTH;
}

/** The first day of the next unit. */
export function next(day: number, unit: Unit): number {
  if (unit === "day") return day + 1;
  if (unit === "week") return floorTo(day, "week") + 7;
  const date = new Date(day * LENGTH);
  const year = date.getUTCFullYear();
  return (unit === "month" ? Date.UTC(year, date.getUTCMonth() + 1, 1) : Date.UTC(year + 1, 0, 1)) / LENGTH;
}

/** The finest unit that cuts a range into at most so many pieces. */
export function unitFor(first: number, last: number, most: number): Unit {
  const days = last - first + 1;
  if (days <= most) return "day";
  if (days / 7 <= most) return "week";
  return days / 30 <= most ? "month" : "year";
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  let made = formats.get(key);
  if (!made) {
    // Western digits and the Gregorian calendar in every language, as in the reports themselves.
    made = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { timeZone: "UTC", ...options });
    formats.set(key, made);
  }
  return made;
}

const DAY: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", year: "numeric" };

/** A day in words, as "29 Nov 2024". */
export function dayWords(day: number, language: string): string {
  return format(language === "en" ? "en-GB" : language, DAY).format(day * LENGTH);
}

/** A span of days in words, with the precision that is known: "Nov 2024", "25 – 28 Nov 2024". */
export function spanWords(start: number, end: number, precision: string | null, language: string): string {
  const locale = language === "en" ? "en-GB" : language;
  if (precision === "year" && floorTo(start, "year") === floorTo(end, "year"))
    return format(locale, { year: "numeric" }).format(start * LENGTH);
  if (precision === "month" && floorTo(start, "month") === floorTo(end, "month"))
    return format(locale, { month: "short", year: "numeric" }).format(start * LENGTH);
  if (start === end) return dayWords(start, language);
  return format(locale, DAY).formatRange(start * LENGTH, end * LENGTH);
}

/** A tick of an axis in words: "2024", "Nov 2024", "29 Nov"; the year too where it is asked for. */
export function tickWords(day: number, unit: Unit, language: string, year = false): string {
  const locale = language === "en" ? "en-GB" : language;
  if (unit === "year") return format(locale, { year: "numeric" }).format(day * LENGTH);
  if (unit === "month") return format(locale, { month: "short", year: "numeric" }).format(day * LENGTH);
  return format(locale, { day: "numeric", month: "short", ...(year ? { year: "numeric" } : {}) }).format(day * LENGTH);
}

/** Days to mark on an axis, at most so many, and the unit in which they are named. */
export function ticks(first: number, last: number, most: number): { days: number[]; unit: Unit } {
  const unit = last - first > 365 * 2.5 ? "year" : last - first > 100 ? "month" : "day";
  const all: number[] = [];
  for (let day = floorTo(first, unit); day < last; day = next(day, unit)) if (day >= first) all.push(day);
  // Every second, third, sixth … month, so that years begin with a tick.
  const steps = unit === "month" ? [1, 2, 3, 6, 12] : unit === "day" ? [1, 2, 7, 14] : [1, 2, 5, 10, 20];
  const step = steps.find((by) => all.length / by <= most) ?? Math.ceil(all.length / most);
  const days = all.filter((day, n) => {
    if (unit === "month") return new Date(day * LENGTH).getUTCMonth() % step === 0;
    if (unit === "year") return new Date(day * LENGTH).getUTCFullYear() % step === 0;
    return n % step === 0;
  });
  return { days, unit };
}

/** An instant in the reader's own time, to the minute. */
export function instantWords(instant: string, language: string): string {
  const locale = language === "en" ? "en-GB" : language;
  return new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, { dateStyle: "medium", timeStyle: "short" }).format(
    new Date(instant),
  );
}
