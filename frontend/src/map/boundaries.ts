/** The boundaries and cities that the page brings along; see boundaries/prepare.mjs. */

import type { Feature, FeatureCollection, Geometry, MultiLineString, Position } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

interface UnitProperties {
  name?: string;
  ar?: string;
  country?: string;
  gn?: number;
}
export type Unit = Feature<Geometry, UnitProperties>;

interface CountryProperties {
  name: string;
  code?: string;
}
type Admin1 = Topology<{
  admin1: GeometryCollection<UnitProperties>;
  countries: GeometryCollection<CountryProperties>;
}>;
type Coarse = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** How the files are read: from beside the page, or out of a saved page. */
export const files = {
  read: async (name: string): Promise<unknown> => (await fetch(`/boundaries/${name}`)).json(),
};

/** Countries for far zooms: their land, and the lines between them. */
export async function coarse(): Promise<{ land: FeatureCollection; borders: MultiLineString }> {
  const made = (await files.read("countries.json")) as Coarse;
  const land = feature(made, made.objects.countries) as FeatureCollection;
  for (const { geometry } of land.features)
    for (const rings of polygonsOf(geometry)) rings.forEach((ring, n) => (rings[n] = unrolled(ring)));
  return {
    land,
    borders: mesh(made, made.objects.countries, (a, b) => a !== b),
  };
}

export interface Fine {
  land: FeatureCollection;
  borders: MultiLineString;
  lines: MultiLineString;
  units: Unit[];
  countries: Feature<Geometry, CountryProperties>[];
}

/** Countries and their first-order admin units for near zooms. */
export async function fine(): Promise<Fine> {
  const made = (await files.read("admin1.json")) as Admin1;
  const { admin1, countries } = made.objects;
  const land = feature(made, countries) as FeatureCollection<Geometry, CountryProperties>;
  return {
    land,
    borders: mesh(made, countries, (a, b) => a !== b),
    lines: mesh(made, admin1, (a, b) => a !== b),
    units: (feature(made, admin1) as FeatureCollection<Geometry, UnitProperties>).features,
    countries: land.features,
  };
}

/** Name, longitude, latitude and population of cities. */
export type City = [string, number, number, number];

export async function cities(): Promise<City[]> {
  return (await files.read("cities.json")) as City[];
}

function polygonsOf(geometry: Geometry): Position[][][] {
  return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.type === "MultiPolygon" ? geometry.coordinates : [];
}

/** A ring that crosses the 180th meridian, on one plane; one around the pole is closed along it. */
function unrolled(ring: Position[]): Position[] {
  let turn = 0;
  let crosses = false;
  const out = ring.map((point, n) => {
    const step = n === 0 ? 0 : point[0]! - ring[n - 1]![0]!;
    if (Math.abs(step) > 180) {
      turn -= Math.sign(step) * 360;
      crosses = true;
    }
    return [point[0]! + turn, point[1]!];
  });
  if (!crosses) return ring;
  const [first, last] = [out[0]!, out[out.length - 1]!];
  if (Math.abs(first[0]! - last[0]!) > 180) out.push([last[0]!, -90], [first[0]!, -90], first);
  return out;
}

/** Whether a point lies in a polygon or several. */
export function contains(geometry: Geometry, lon: number, lat: number): boolean {
  return polygonsOf(geometry).some((rings) => rings.reduce((inside, ring) => inside !== inRing(ring, lon, lat), false));
}

function inRing(ring: Position[], lon: number, lat: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x, y] = ring[i] as [number, number];
    const [u, v] = ring[j] as [number, number];
    if (y > lat !== v > lat && lon < ((u - x) * (lat - y)) / (v - y) + x) inside = !inside;
  }
  return inside;
}
