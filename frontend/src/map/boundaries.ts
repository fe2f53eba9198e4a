/** The boundaries and cities that the page brings along; see boundaries/prepare.mjs. */

import type { Feature, FeatureCollection, Geometry, MultiLineString, Position } from "geojson";
import { feature, merge, mesh } from "topojson-client";
import type { GeometryCollection, GeometryObject, MultiPolygon, Polygon, Topology } from "topojson-specification";

export type Box = [west: number, south: number, east: number, north: number];
/** Where a name stands, and how large the land around it is, in square degrees. */
type Spot = [lon: number, lat: number, area: number];

interface UnitProperties {
  name?: string;
  ar?: string;
  country?: string;
  /** The number of its country among the states. */
  state: number;
  box: Box;
  at?: Spot;
}
interface Named {
  unit: Unit;
  name: string;
}

const folded = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

export interface State {
  name: string;
  code?: string;
  at?: Spot;
}
type Unit = (Polygon | MultiPolygon) & { properties: UnitProperties };
type Admin1 = Topology<{ admin1: GeometryCollection<UnitProperties> }> & { states: State[] };
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

/** What is drawn of the fine boundaries: land, the borders of countries, the lines within them. */
export interface Near {
  land: FeatureCollection;
  borders: MultiLineString;
  lines: MultiLineString;
}

/** The first-order admin units of all countries; shapes are made of them as they come into view. */
export class Fine {
  readonly states: State[];
  readonly units: Unit[];
  private readonly byCountry = new Map<string, Named[]>();
  private shapes = new Map<Unit, Geometry>();
  private drawn: Unit[] = [];

  constructor(private readonly made: Admin1) {
    this.states = made.states;
    this.units = made.objects.admin1.geometries as Unit[];
    for (const unit of this.units) {
      const { country = "", name = "" } = unit.properties;
      const held = this.byCountry.get(country);
      const named = { unit, name: folded(name) };
      if (held) held.push(named);
      else this.byCountry.set(country, [named]);
    }
  }

  /** The units of a country whose name a name begins with, or the other way round. */
  named(country: string, name: string): Unit[] {
    const wanted = folded(name);
    const alike = (this.byCountry.get(country) ?? []).filter((one) => one.name && (wanted.startsWith(one.name) || one.name.startsWith(wanted)));
    return alike.sort((a, b) => Number(b.name === wanted) - Number(a.name === wanted)).map(({ unit }) => unit);
  }

  /** What lies in a box; null where it is what was drawn before. */
  near([west, south, east, north]: Box): Near | null {
    const units = this.units.filter(({ properties: { box } }) => box[0] <= east && box[2] >= west && box[1] <= north && box[3] >= south);
    if (units.length === this.drawn.length && units.every((unit, n) => unit === this.drawn[n])) return null;
    this.drawn = units;
    const drawn = { type: "GeometryCollection", geometries: units } as GeometryCollection<UnitProperties>;
    const state = (unit: GeometryObject) => (unit as Unit).properties.state;
    return {
      // A country is one shape: half the points of its units side by side, and no seams.
      land: { type: "FeatureCollection", features: [...grouped(units, state).values()].map((some) => ({ type: "Feature", geometry: merge(this.made, some), properties: {} })) },
      borders: mesh(this.made, drawn, (a, b) => state(a) !== state(b)),
      lines: mesh(this.made, drawn, (a, b) => a !== b && state(a) === state(b)),
    };
  }

  shape(unit: Unit): Geometry {
    let shape = this.shapes.get(unit);
    if (!shape) this.shapes.set(unit, (shape = (feature(this.made, unit) as Feature).geometry));
    return shape;
  }

  /** The whole of a country, by its code; null where there is none. */
  country(code: string): Geometry | null {
    const units = this.units.filter((unit) => unit.properties.country === code);
    return units.length ? merge(this.made, units) : null;
  }
}

export async function fine(): Promise<Fine> {
  return new Fine((await files.read("admin1.json")) as Admin1);
}

/** Name, longitude, latitude and population of cities. */
export type City = [string, number, number, number];

export async function cities(): Promise<City[]> {
  return (await files.read("cities.json")) as City[];
}

function grouped(units: Unit[], by: (unit: Unit) => number): Map<number, Unit[]> {
  const groups = new Map<number, Unit[]>();
  for (const unit of units) groups.set(by(unit), [...(groups.get(by(unit)) ?? []), unit]);
  return groups;
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
