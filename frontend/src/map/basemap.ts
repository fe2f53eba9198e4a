/** A map of the user's own below the events: a tile server, or a PMTiles file that dateline serves. */

import type { LayerSpecification, SourceSpecification } from "maplibre-gl";
import { PMTiles, Protocol, TileType } from "pmtiles";
import type { Basemap } from "../api/records";
import type { Palette } from "./style";

export interface Tiles {
  source: SourceSpecification;
  layers: LayerSpecification[];
}

type Gl = Pick<typeof import("maplibre-gl"), "addProtocol">;

/** Layers of vector tiles by the names that Protomaps and OpenMapTiles give them, from below. */
const FILLS = ["landcover", "landuse", "park", "water", "buildings", "building"];
const LINES = ["waterway", "roads", "transportation"];

/** What the configured basemap adds to the style; null where there is none. */
export async function tilesOf(basemap: Basemap, gl: Gl, colours: Palette): Promise<Tiles | null> {
  if (basemap.kind === "none" || !basemap.url) return null;
  const attribution = basemap.attribution ?? "";
  if (basemap.kind === "raster") return raster({ tiles: [basemap.url], tileSize: 256, attribution });
  const address = new URL(basemap.url, location.href).href;
  const file = new PMTiles(address);
  const protocol = new Protocol();
  protocol.add(file);
  gl.addProtocol("pmtiles", protocol.tile);
  const { tileType } = await file.getHeader();
  const url = `pmtiles://${address}`;
  if (tileType !== TileType.Mvt) return raster({ url, tileSize: 256, attribution });
  const { vector_layers: told } = (await file.getMetadata()) as { vector_layers?: { id: string }[] };
  const has = new Set(told?.map(({ id }) => id));
  const colour = (id: string) => (id === "water" || id === "waterway" ? colours.sea : id.startsWith("building") ? colours.border : colours.province);
  const fills = FILLS.filter((id) => has.has(id)).map((id) => ({
    id: `tiles-${id}`, type: "fill" as const, source: "tiles", "source-layer": id,
    // Lines lie in the same layers at times; only areas are filled.
    filter: ["==", ["geometry-type"], "Polygon"] as ["==", ["geometry-type"], string],
    paint: { "fill-color": colour(id), "fill-opacity": id === "water" ? 1 : 0.35 },
  }));
  const lines = LINES.filter((id) => has.has(id)).map((id) => ({
    id: `tiles-${id}`, type: "line" as const, source: "tiles", "source-layer": id,
    paint: { "line-color": colour(id), "line-width": 1 },
  }));
  return { source: { type: "vector", url, attribution }, layers: [...fills, ...lines] };
}

function raster(options: { tiles?: string[]; url?: string; tileSize: number; attribution: string }): Tiles {
  return { source: { type: "raster", ...options }, layers: [{ id: "tiles", type: "raster", source: "tiles" }] };
}
