/** What is put into the map's sources: pins and clusters, shaded areas, names, held places. */

import type { Feature, FeatureCollection, Geometry, Point } from "geojson";
import type { Kind } from "../api/records";
import { contains, type Box, type City, type Fine } from "./boundaries";
import { eighths, sizeOf } from "./icons";
import type { Cluster, Spots, Tally } from "./places";

const point = (lon: number, lat: number, properties: Record<string, unknown>): Feature<Point> => ({
  type: "Feature", geometry: { type: "Point", coordinates: [lon, lat] }, properties,
});

export const collection = (features: Feature[]): FeatureCollection => ({ type: "FeatureCollection", features });

/** Pins and clusters. Their icons' names say what is drawn; see `picture` in map.tsx. */
export function pinFeatures(found: Cluster[], spots: Spots): FeatureCollection {
  const features = found.map((cluster, n) => {
    const first = cluster.spots[0]!;
    const accepted = cluster.accepted === cluster.total;
    const vague = cluster.spots.every((spot) => spots.precision[spot] !== "exact");
    const looks = cluster.byLook.map((count, look) => (count ? look : -1)).filter((look) => look >= 0);
    const icon =
      cluster.total === 1
        ? `pin/${looks[0]}/${spots.precision[first]}/${accepted ? 1 : 0}`
        : `ring/${eighths(cluster.byLook).join("-")}/${sizeOf(cluster.total)}/${vague ? 1 : 0}/${accepted ? 1 : 0}`;
    return point(spots.lon[first]!, spots.lat[first]!, {
      n, icon, total: cluster.total,
      count: cluster.total > 1 ? short(cluster.total) : "",
      size: 10.5 + sizeOf(cluster.total) * 0.8,
    });
  });
  features.sort((a, b) => (a.properties!["total"] as number) - (b.properties!["total"] as number));
  return collection(features);
}

const short = (n: number) => (n < 1000 ? String(n) : n < 9950 ? (n / 1000).toFixed(1) + "k" : Math.round(n / 1000) + "k");

/** Finds the area that a region or a country is drawn as, and remembers it. */
export function areaFinder(fine: Fine): (spots: Spots, spot: number) => Geometry | null {
  let known = new Map<number, Geometry | null>();
  let seen: Spots | null = null;
  return (spots, spot) => {
    if (spots !== seen) {
      seen = spots;
      known = new Map();
    }
    let area = known.get(spot);
    if (area === undefined) known.set(spot, (area = areaOf(fine, spots, spot)));
    return area;
  };
}

function areaOf(fine: Fine, spots: Spots, spot: number): Geometry | null {
  const [lon, lat, code, place] = [spots.lon[spot]!, spots.lat[spot]!, spots.country[spot], spots.place[spot]];
  if (spots.precision[spot] === "country") return code ? fine.country(code) : null;
  const unit = fine.named(code ?? "", place ?? "").find((one) => contains(fine.shape(one), lon, lat));
  // A district or a stretch of country has no outline here: a disc says "hereabouts".
  return unit ? fine.shape(unit) : disc(lon, lat, 15);
}

/** A disc of so many kilometres. */
function disc(lon: number, lat: number, kilometres: number): Geometry {
  const ring: [number, number][] = [];
  const y = kilometres / 111.2;
  const x = y / Math.max(0.1, Math.cos((lat * Math.PI) / 180));
  for (let i = 0; i <= 48; i++) {
    const turn = (i / 48) * 2 * Math.PI;
    ring.push([lon + x * Math.cos(turn), lat + y * Math.sin(turn)]);
  }
  return { type: "Polygon", coordinates: [ring] };
}

/** Regions in view with events, the more the darker; a whole country only lightly. */
export function areaFeatures(spots: Spots, counts: Tally, [west, south, east, north]: Box, area: (spots: Spots, spot: number) => Geometry | null): FeatureCollection {
  const totals = new Map<Geometry, { total: number; country: boolean }>();
  for (let spot = 0; spot < spots.lon.length; spot++) {
    const precision = spots.precision[spot];
    if (!counts.total[spot] || (precision !== "region" && precision !== "country")) continue;
    const [lon, lat] = [spots.lon[spot]!, spots.lat[spot]!];
    if (lon < west || lon > east || lat < south || lat > north) continue;
    const geometry = area(spots, spot);
    if (!geometry) continue;
    const held = totals.get(geometry) ?? { total: 0, country: precision === "country" };
    held.total += counts.total[spot]!;
    totals.set(geometry, held);
  }
  return collection(
    [...totals].slice(0, MOST_AREAS).map(([geometry, { total, country }]) => ({
      type: "Feature", geometry,
      properties: { strength: country ? 0.06 : Math.min(0.28, 0.1 + 0.04 * Math.log2(total)) },
    })),
  );
}

/** More shaded areas than this at once say nothing any more. */
const MOST_AREAS = 400;

/** Names of countries, provinces and cities, each from the zoom at which there is room for it. */
export function nameFeatures(
  cities: City[],
  fine: Fine | null,
  names: { country: (code: string, name: string) => string; arabic: boolean },
): FeatureCollection {
  const features: Feature[] = [];
  for (const [name, lon, lat, people] of cities) {
    const from = people > 5e6 ? 3.4 : people > 1.5e6 ? 4.4 : people > 5e5 ? 5.2 : people > 1.5e5 ? 6.2 : people > 4e4 ? 7.2 : 8.4;
    features.push(point(lon, lat, { what: "city", name, from, rank: 1e8 - people }));
  }
  for (const { name, code, at } of fine?.states ?? []) {
    if (!at) continue;
    const [lon, lat, area] = at;
    const from = area > 60 ? 1.2 : area > 8 ? 2.6 : area > 0.8 ? 3.8 : area > 0.1 ? 5 : 7.5;
    features.push(point(lon, lat, { what: "country", name: names.country(code ?? "", name), from, rank: 0 }));
  }
  for (const { properties: unit } of fine?.units ?? []) {
    const name = (names.arabic && unit.ar) || unit.name;
    if (!unit.at || !name) continue;
    const [lon, lat, area] = unit.at;
    const from = area > 2 ? 5.4 : area > 0.3 ? 6.4 : 7.6;
    features.push(point(lon, lat, { what: "province", name, from, rank: 1e9 - area }));
  }
  return collection(features);
}

/** What a pin or cluster is called where it is pointed at. */
export function clusterWords(cluster: Cluster, spots: Spots, kinds: Kind[], say: { kind: (kind: Kind) => string; more: (n: number) => string }): string {
  const names = [...new Set(cluster.spots.map((spot) => spots.place[spot]).filter(Boolean))] as string[];
  const where = names.slice(0, 3).join(", ") + (names.length > 3 ? ` ${say.more(names.length - 3)}` : "");
  const what = cluster.byLook
    .map((count, look) => [count, kinds[look]] as const)
    .filter(([count, kind]) => count && kind)
    .sort(([a], [b]) => b - a)
    .map(([count, kind]) => `${count} ${say.kind(kind!)}`)
    .join(" · ");
  return `${where}: ${what}`;
}
