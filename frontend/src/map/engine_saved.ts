/** The map library of a saved page: its worker comes out of the page too. */

import * as gl from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import workerCode from "maplibre-gl/dist/maplibre-gl-worker.mjs?raw";

gl.setWorkerUrl(URL.createObjectURL(new Blob([workerCode], { type: "text/javascript" })));

export { gl };
export { tilesOf } from "./basemap";
