/**
 * Panning that does not wait for drawing. The map is drawn larger than its view; while nothing but its centre
 * moves, the frame that is there already slides under the view, as far as its rim reaches, and only then, or
 * at rest, is another drawn. To slide a frame costs nothing; to draw one costs 100 ms where there is no
 * graphics card.
 */

import type { Map as GlMap, PaddingOptions } from "maplibre-gl";

/** How far the map reaches beyond its view on every side, as a share of the view; the style sheet has it too. */
const RIM = 0.25;

/** The rim of a map, in pixels: how far its view lies within it. */
export function rim(map: GlMap): { x: number; y: number } {
  const { clientWidth, clientHeight } = map.getContainer();
  const share = RIM / (1 + 2 * RIM);
  return { x: clientWidth * share, y: clientHeight * share };
}

/** So many pixels within the view of a map. */
export function within(map: GlMap, pixels: number): PaddingOptions {
  const { x, y } = rim(map);
  return { left: x + pixels, right: x + pixels, top: y + pixels, bottom: y + pixels };
}

/** The box that is in view, without the rim: west, south, east, north, in degrees. */
export function view(map: GlMap): [number, number, number, number] {
  const { clientWidth, clientHeight } = map.getContainer();
  const { x, y } = rim(map);
  const { lng: west, lat: south } = map.unproject([x, clientHeight - y]);
  const { lng: east, lat: north } = map.unproject([clientWidth - x, y]);
  return [west, south, east, north];
}

/** From now on the map slides where it can, and draws where it must. */
export function glide(map: GlMap): void {
  const canvas = map.getCanvas();
  let drawn: { centre: [number, number]; zoom: number } | null = null;
  /** Whether something has been left undrawn. */
  let behind = false;
  let pressed = false;
  const attach = () => {
    const { painter } = map;
    const draw = painter.render.bind(painter);
    painter.render = (style, transform, options) => {
      if (drawn && (options.moving || pressed) && drawn.zoom === map.getZoom()) {
        const { x, y } = map.project(drawn.centre);
        const [right, down] = [x - canvas.clientWidth / 2, y - canvas.clientHeight / 2];
        const reach = rim(map);
        if (Math.abs(right) <= reach.x && Math.abs(down) <= reach.y) {
          canvas.style.objectPosition = `${right}px ${down}px`;
          behind = true;
          return;
        }
      }
      canvas.style.objectPosition = "";
      drawn = { centre: map.getCenter().toArray(), zoom: map.getZoom() };
      behind = false;
      draw(style, transform, options);
    };
  };
  attach();
  // A context that was lost comes back with another painter.
  map.on("webglcontextrestored", attach);
  const rest = () => {
    if (behind) map.triggerRepaint();
  };
  map.on("moveend", rest);
  map.on("resize", () => (drawn = null));
  // A press may be the start of a drag: what would be drawn for it can wait until it ends.
  const press = () => (pressed = true);
  const release = () => {
    pressed = false;
    rest();
  };
  canvas.addEventListener("pointerdown", press);
  for (const end of ["pointerup", "pointercancel"]) addEventListener(end, release);
  map.once("remove", () => {
    for (const end of ["pointerup", "pointercancel"]) removeEventListener(end, release);
  });
}
