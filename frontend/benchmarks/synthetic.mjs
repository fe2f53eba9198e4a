/** An index of so many invented events, as /api/index sends it: places of five wars, nine years, some vague. */

/** A generator of numbers from 0 to 1 that gives the same ones every time (mulberry32). */
function numbers(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WARS = [["SY", 36.5, 35.2, 3], ["UA", 36.5, 48.5, 4], ["SD", 30, 14, 6], ["MM", 96, 20, 4], ["CD", 28.5, -1.5, 3]];
const PLACES = 6000;
/** Five wars of fourteen areas each: place n lies in area n % 70. */
const AREAS = 70;
const FIRST_DAY = 16801; // 2016-01-01
const DAYS = 3200;

export function syntheticIndex(count, meta) {
  const random = numbers(7);
  const below = (n) => Math.floor(random() * n);
  // Few are frequent, many are rare, as places, groups and papers are.
  const rare = (n) => Math.floor(n * random() ** 3);
  const types = Object.values(meta.event_types).flat();
  const places = Array.from({ length: PLACES }, (_, n) => {
    const [country, lon, lat, spread] = WARS[n % WARS.length];
    return { name: `Place ${n}`, country, admin1: `${country} ${n % 14}`, lon: lon + (random() - 0.5) * 2 * spread, lat: lat + (random() - 0.5) * 2 * spread };
  });
  const coded = (values, index) => ({ values, index });
  const rows = Array.from({ length: count }, () => {
    const place = rare(PLACES);
    const start = FIRST_DAY + below(DAYS);
    const vague = random();
    const precision = vague < 0.85 ? 0 : vague < 0.95 ? 1 : 2;
    return { place, start, end: start + [0, 6, 30][precision], precision, killed: random() < 0.5 ? null : rare(60) };
  });
  const names = (what, n) => Array.from({ length: n }, (_, i) => `${what} ${i}`);
  const kinds = meta.choices.actor_kind;
  const actors = Array.from({ length: 400 }, (_, n) => [`Group ${n}`, kinds[n % kinds.length], WARS[n % WARS.length][0]]);
  const some = (n, least = 1) => rows.map(() => [...new Set(Array.from({ length: least + below(2) }, () => rare(n)))]);
  const reports = Math.ceil(count * 0.45);
  return {
    generation: meta.generation, revision: meta.revision, count,
    columns: {
      id: rows.map((_, n) => `s${n}`),
      type: coded(types, rows.map(() => rare(types.length))),
      start: rows.map((row) => row.start), end: rows.map((row) => row.end),
      date_precision: coded(["day", "week", "month"], rows.map((row) => row.precision)),
      place_precision: coded(["exact", "near", "region"], rows.map(() => rare(3))),
      place: coded(places.map((one) => one.name), rows.map((row) => row.place)),
      admin1: coded(places.slice(0, AREAS).map((one) => one.admin1), rows.map((row) => row.place % AREAS)),
      country: coded(WARS.map(([code]) => code), rows.map((row) => row.place % WARS.length)),
      lat: rows.map((row) => Number(places[row.place].lat.toFixed(4))), lon: rows.map((row) => Number(places[row.place].lon.toFixed(4))),
      side_a: coded(actors, some(400)), side_b: coded(actors, some(400)),
      killed: rows.map(({ killed }) => (killed === null ? null : [killed, killed, killed])),
      injured: rows.map(() => null), captured: rows.map(() => null), displaced: rows.map(() => null),
      publishers: coded(names("Paper", 200), some(200)), claimants: coded(names("Source", 900), some(900, 0)), reviewers: coded(["ana", "ben"], rows.map(() => [])),
      sources: rows.map(() => 1 + below(3)), claims: rows.map(() => 1 + below(3)),
      reports: coded(names("r", reports), some(reports)),
      status: coded(meta.choices.status, rows.map(() => rare(meta.choices.status.length))),
      certainty: coded(meta.choices.certainty, rows.map(() => below(meta.choices.certainty.length))),
      review: coded(["unreviewed", "accepted", "rejected"], rows.map(() => rare(3))),
      contradictions: coded(["toll", "place", "date"], rows.map(() => (random() < 0.1 ? [below(3)] : []))),
      flags: coded([], rows.map(() => [])),
      reported_first: rows.map((row) => row.end + 1), reported_last: rows.map((row) => row.end + 2), changed: rows.map(() => null),
      background: rows.map(() => (random() < 0.03 ? 1 : 0)), civilians: rows.map(() => below(2)),
      assigned: coded([], rows.map(() => null)), holder: coded([], rows.map(() => null)),
    },
  };
}
