/** The map library, loaded apart from the page, and its worker, which the strict content policy wants as a file. */

import * as gl from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";

gl.setWorkerUrl(workerUrl);

export { gl };
export { tilesOf } from "./basemap";
