/** How the map looks: land, borders, names; and above them areas, pins and held places. */

import type { ExpressionSpecification, StyleSpecification } from "maplibre-gl";
import type { FeatureCollection } from "geojson";
import type { Tiles } from "./basemap";
import type { Ink } from "./icons";

const EMPTY: FeatureCollection = { type: "FeatureCollection", features: [] };
const FONT = ["Noto Sans", "system-ui", "sans-serif"];
const BOLD = ["Noto Sans Bold", "system-ui", "sans-serif"];

/** From this zoom on the fine boundaries are drawn. */
export const FINE = 4;

/** From this zoom on regions are shaded. */
export const AREAS = 3;

export interface Palette extends Ink {
  sea: string;
  land: string;
  border: string;
  province: string;
  accent: string;
}

/** The colours of the page's style sheet, so that the map follows it into the dark. */
export function palette(): Palette {
  const css = getComputedStyle(document.documentElement);
  const read = (name: string) => css.getPropertyValue(name).trim();
  return {
    paper: read("--card"), ink: read("--ink"), quiet: read("--quiet"), sea: read("--sea"), land: read("--land"),
    border: read("--border"), province: read("--province"), accent: read("--link"),
  };
}

/** The style. Boundaries and pins are put into its sources as they come. */
export function style(colours: Palette, tiles: Tiles | null): StyleSpecification {
  const geojson = (attribution?: string) =>
    ({ type: "geojson", data: EMPTY, tolerance: 0.6, ...(attribution ? { attribution } : {}) }) as const;
  const halo = { "text-halo-color": colours.land, "text-halo-width": 1.4, "text-color": colours.quiet };
  const fade = (from: number, to: number): ExpressionSpecification => ["interpolate", ["linear"], ["zoom"], FINE, from, 9, to];
  return {
    version: 8,
    sources: {
      ...(tiles ? { tiles: tiles.source } : {}),
      land: geojson("Natural Earth, GeoNames"),
      borders: geojson(),
      fine: geojson(),
      fineborders: geojson(),
      provinces: geojson(),
      names: geojson(),
      areas: geojson(),
      pins: geojson(),
      held: geojson(),
      chosen: geojson(),
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colours.sea } },
      { id: "land", type: "fill", source: "land", maxzoom: FINE, paint: { "fill-color": colours.land } },
      // Units lie side by side: soft edges would let the sea shine through between them.
      { id: "fine", type: "fill", source: "fine", minzoom: FINE, paint: { "fill-color": colours.land, "fill-antialias": false } },
      // Over our own land and below all lines; where the tiles end, the land is still there.
      ...(tiles?.layers ?? []),
      { id: "provinces", type: "line", source: "provinces", minzoom: FINE,
        paint: { "line-color": colours.province, "line-width": fade(0.4, 1.1), "line-dasharray": [3, 2] } },
      { id: "borders", type: "line", source: "borders", maxzoom: FINE,
        paint: { "line-color": colours.border, "line-width": 0.8 } },
      { id: "fineborders", type: "line", source: "fineborders", minzoom: FINE,
        paint: { "line-color": colours.border, "line-width": fade(1, 2) } },
      { id: "areas", type: "fill", source: "areas", minzoom: AREAS,
        paint: { "fill-color": colours.accent, "fill-opacity": ["get", "strength"] } },
      { id: "areaedges", type: "line", source: "areas", minzoom: AREAS,
        paint: { "line-color": colours.accent, "line-width": 1.2, "line-opacity": 0.7, "line-dasharray": [2, 2] } },
      { id: "names", type: "symbol", source: "names",
        filter: ["all", ["!=", ["get", "what"], "city"], [">=", ["zoom"], ["get", "from"]]],
        layout: {
          "text-field": ["get", "name"], "text-font": FONT, "symbol-sort-key": ["get", "rank"],
          "text-size": ["match", ["get", "what"], "country", 13, 11],
          "text-letter-spacing": ["match", ["get", "what"], "country", 0.12, 0.06],
          "text-transform": ["match", ["get", "what"], "country", "uppercase", "none"],
          "text-max-width": 7, "text-padding": 4, "text-variable-anchor": ["center", "top", "bottom"],
        },
        paint: { ...halo, "text-opacity": 0.85 } },
      { id: "cities", type: "symbol", source: "names",
        filter: ["all", ["==", ["get", "what"], "city"], [">=", ["zoom"], ["get", "from"]]],
        layout: {
          "text-field": ["get", "name"], "text-font": FONT, "symbol-sort-key": ["get", "rank"], "text-size": 11.5,
          "text-max-width": 8, "text-padding": 3,
          // Beside the spot, where its pin leaves room.
          "text-variable-anchor": ["top", "bottom", "left", "right"], "text-radial-offset": 1.1,
        },
        paint: { ...halo, "text-color": colours.ink, "text-opacity": 0.8 } },
      { id: "chosen", type: "circle", source: "chosen",
        paint: { "circle-radius": ["get", "radius"], "circle-color": "transparent", "circle-stroke-color": colours.accent,
          "circle-stroke-width": 3 } },
      { id: "held", type: "symbol", source: "held",
        layout: {
          "icon-image": ["get", "icon"], "icon-allow-overlap": true, "icon-ignore-placement": true, "icon-size": ["interpolate", ["linear"], ["zoom"], 3, 0.5, 7, 0.8],
          "text-field": ["step", ["zoom"], "", 7, ["get", "label"]], "text-font": BOLD, "text-size": 11.5, "text-optional": true,
          "text-offset": [0, 1], "text-anchor": "top", "symbol-sort-key": ["get", "rank"],
        },
        paint: { ...halo, "text-color": colours.ink } },
      { id: "pins", type: "symbol", source: "pins",
        layout: {
          "icon-image": ["get", "icon"], "icon-allow-overlap": true, "text-allow-overlap": true,
          "icon-ignore-placement": true, "text-ignore-placement": true,
          "text-field": ["get", "count"], "text-font": BOLD, "text-size": ["get", "size"], "symbol-sort-key": ["get", "total"],
          "symbol-z-order": "source",
        },
        paint: { "text-color": colours.ink } },
    ],
  };
}
