/** The map: pins and clusters of the selection, areas, held places; all of it from this page alone. */

import { computed, effect, useComputed, useSignal } from "@preact/signals";
import type { GeoJSONSource, Map as GlMap, MapMouseEvent } from "maplibre-gl";
import { useEffect, useRef } from "preact/hooks";
import { wordOf } from "../data/columns";
import { heldOn, holderName, holders } from "../data/control";
import * as state from "../state";
import { country, language, t, word } from "../words";
import { EventList } from "../views/list";
import { actorWords } from "../views/rows";
import { cities, coarse, fine, type Box, type City, type Fine, type Near } from "./boundaries";
import type { Tiles } from "./basemap";
import { areaFeatures, areaFinder, clusterWords, collection, nameFeatures, pinFeatures } from "./features";
import { glide, rim, view, within } from "./glide";
import { held, pin, ring, type Picture } from "./icons";
import { LegendOf } from "./legend";
import { clusters, spotsOf, tally, type Cluster, type Precision, type Spots, type Tally } from "./places";
import { AREAS, FINE, palette, style, type Palette } from "./style";

/** Days before the day of the control layer whose events are shown with it. */
export const CONTROL_DAYS = 7;

const still = matchMedia("(prefers-reduced-motion: reduce)");
const dark = matchMedia("(prefers-color-scheme: dark)");

/** Where the events of the index are. */
const spots = computed(() => state.events.value && spotsOf(state.events.value));

const NOWHERE: Box = [0, 0, 0, 0];

type Gl = typeof import("maplibre-gl");

class Drawing {
  map: GlMap;
  private spots: Spots | null = null;
  private counts: Tally | null = null;
  private drawn: Cluster[] = [];
  private drawnZoom = -1;
  private turn = 0;
  private fine: Fine | null = null;
  private areaOf: ReturnType<typeof areaFinder> | null = null;
  /** Where boundaries and areas are ready to be seen. */
  private ready: Box = NOWHERE;
  private cities: City[] = [];
  private colours: Palette = palette();
  private stops: (() => void)[] = [];
  /** Whether the map moves because the page says so, not the person. */
  private led = false;

  constructor(
    gl: Gl,
    box: HTMLElement,
    private readonly tiles: Tiles | null,
    private readonly open: (rows: number[] | null) => void,
    private readonly point: (tip: { x: number; y: number; text: string } | null) => void,
  ) {
    const at = state.camera.peek();
    this.map = new gl.Map({
      container: box,
      style: style(this.colours, tiles),
      center: at ? [at.lon, at.lat] : [30, 20],
      zoom: at?.zoom ?? 1.2,
      maxZoom: 15,
      attributionControl: { compact: true },
      dragRotate: false,
      pitchWithRotate: false,
      fadeDuration: 0,
      locale: {
        "Map.Title": t("map.label"), "NavigationControl.ZoomIn": t("map.in"), "NavigationControl.ZoomOut": t("map.out"),
        "AttributionControl.ToggleAttribution": t("map.sources"), "ScaleControl.Kilometers": t("unit.km"),
        "ScaleControl.Meters": t("unit.m"),
      },
    });
    glide(this.map);
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    this.map.addControl(new gl.NavigationControl({ showCompass: false }), "top-right");
    this.map.addControl(new gl.ScaleControl({ maxWidth: 90 }), "bottom-left");
    this.map.setMissingStyleImageResolver((id) => {
      const made = this.picture(id);
      if (made && !this.map.hasImage(id)) this.map.addImage(id, made, { pixelRatio: 2 });
    });
    this.map.once("load", () => {
      this.listen();
      void this.begin();
    });
  }

  remove(): void {
    this.turn++;
    for (const stop of this.stops) stop();
    this.map.remove();
  }

  private async begin(): Promise<void> {
    this.watch();
    const base = await coarse();
    this.put("land", base.land);
    this.put("borders", collection([{ type: "Feature", geometry: base.borders, properties: {} }]));
    this.cities = await cities();
    this.names();
    const load = async () => {
      this.fine = await fine();
      this.areaOf = areaFinder(this.fine);
      this.near();
      this.names();
      this.areas();
    };
    // What is seen first must not wait for what is only seen near.
    if (this.map.getZoom() >= FINE) void load();
    else this.map.once("idle", () => void load());
  }

  /** The fine boundaries of what is in view, and of as much again around it. */
  private near(): void {
    this.ready = NOWHERE;
    if (!this.fine || this.map.getZoom() < FINE - 0.5) return;
    this.ready = this.around();
    const near = this.fine.near(this.ready);
    if (!near) return;
    const line = (geometry: Near["lines"]) => collection([{ type: "Feature", geometry, properties: {} }]);
    this.put("fine", near.land);
    this.put("fineborders", line(near.borders));
    this.put("provinces", line(near.lines));
  }

  /** What is in view, and half as much again on every side. */
  private around(): Box {
    const box = this.map.getBounds();
    const [x, y] = [(box.getEast() - box.getWest()) / 2, (box.getNorth() - box.getSouth()) / 2];
    return [box.getWest() - x, box.getSouth() - y, box.getEast() + x, box.getNorth() + y];
  }

  private put(source: string, data: GeoJSON.GeoJSON): void {
    (this.map.getSource(source) as GeoJSONSource | undefined)?.setData(data);
  }

  /** Draws once the counts and the table are seen: without a graphics card a map takes several frames. */
  private afterPaint(draw: () => void): void {
    const turn = ++this.turn;
    requestAnimationFrame(() => setTimeout(() => turn === this.turn && draw()));
  }

  private watch(): void {
    let fitted = state.camera.peek() !== null;
    this.stops.push(
      effect(() => {
        const events = state.events.value;
        const rows = state.found.value.rows;
        const day = state.controlDay.value;
        this.spots = spots.value;
        if (!events || !this.spots) return;
        const near = day === null ? rows : rows.filter((row) => events.start[row]! <= day && events.end[row]! > day - CONTROL_DAYS);
        const { review } = events.facets;
        this.counts = tally(events, this.spots, near, (row) => wordOf(review, row) === "accepted");
        this.drawnZoom = -1;
        if (!fitted && rows.length) {
          fitted = true;
          this.fit(false);
        }
        this.open(null);
        this.afterPaint(() => {
          this.pins();
          this.areas();
        });
      }),
      effect(() => {
        const row = state.chosenRow.value;
        const spot = row === null || !spots.value ? -1 : spots.value.spot[row]!;
        if (spot < 0) return this.put("chosen", collection([]));
        const [lon, lat] = [spots.value!.lon[spot]!, spots.value!.lat[spot]!];
        this.put("chosen", collection([{ type: "Feature", geometry: { type: "Point", coordinates: [lon, lat] }, properties: { radius: 17 } }]));
        const [west, south, east, north] = view(this.map);
        if (lon < west || lon > east || lat < south || lat > north) this.go({ center: [lon, lat], zoom: Math.max(this.map.getZoom(), 6) });
      }),
      effect(() => {
        const at = state.camera.value;
        if (!at) return;
        const centre = this.map.getCenter();
        if (Math.abs(centre.lng - at.lon) + Math.abs(centre.lat - at.lat) + Math.abs(this.map.getZoom() - at.zoom) > 0.02)
          this.go({ center: [at.lon, at.lat], zoom: at.zoom }, false);
      }),
      effect(() => this.held()),
      effect(() => {
        void language.value;
        if (this.cities.length) this.names();
      }),
    );
  }

  /** What the person does on the map, and the system's change between light and dark. */
  private listen(): void {
    this.map.on("zoom", () => this.pins());
    this.map.on("moveend", () => {
      // What is ready around the view needs no drawing anew.
      const [west, south, east, north] = this.ready;
      const box = this.map.getBounds();
      if (box.getWest() < west || box.getSouth() < south || box.getEast() > east || box.getNorth() > north) {
        this.near();
        this.areas();
      }
      if (this.led) {
        this.led = false;
        return;
      }
      const centre = this.map.getCenter();
      state.camera.value = { lon: centre.lng, lat: centre.lat, zoom: this.map.getZoom() };
    });
    this.map.on("click", (event) => this.click(event));
    this.map.on("mousemove", (event) => this.hover(event));
    this.map.on("mouseout", () => this.point(null));
    this.map.on("movestart", () => this.point(null));
    const repaint = () => {
      this.colours = palette();
      for (const stop of this.stops.splice(0)) stop();
      this.map.setStyle(style(this.colours, this.tiles), { diff: false });
      this.map.once("style.load", () => void this.begin());
    };
    dark.addEventListener("change", repaint);
    this.map.once("remove", () => dark.removeEventListener("change", repaint));
  }

  private go(to: { center: [number, number]; zoom: number }, gently = true): void {
    this.led = false;
    if (gently && !still.matches) this.map.easeTo({ ...to, duration: 450 });
    else this.map.jumpTo(to);
  }

  /** Show the whole selection. */
  fit(gently = true): void {
    const { spots, counts } = this;
    if (!spots || !counts) return;
    const xs: number[] = [];
    const ys: number[] = [];
    for (let s = 0; s < spots.lon.length; s++)
      if (counts.total[s] && spots.precision[s] !== "country") {
        xs.push(spots.lon[s]!);
        ys.push(spots.lat[s]!);
      }
    if (!xs.length) return;
    xs.sort((a, b) => a - b);
    ys.sort((a, b) => a - b);
    this.led = true;
    // Nowhere in particular: the address then shows the whole selection again.
    state.camera.value = null;
    this.map.fitBounds([xs[0]!, ys[0]!, xs[xs.length - 1]!, ys[ys.length - 1]!], {
      padding: within(this.map, 45), maxZoom: 9, duration: gently && !still.matches ? 450 : 0,
    });
  }

  bounds(): string {
    return view(this.map).map((n) => n.toFixed(3)).join(",");
  }

  private pins(): void {
    const { spots, counts } = this;
    const zoom = Math.floor(this.map.getZoom() * 2) / 2;
    if (!spots || !counts || zoom === this.drawnZoom) return;
    this.drawnZoom = zoom;
    this.drawn = clusters(spots, counts, zoom);
    this.put("pins", pinFeatures(this.drawn, spots));
  }

  private areas(): void {
    if (this.spots && this.counts && this.areaOf && this.map.getZoom() >= AREAS)
      this.put("areas", areaFeatures(this.spots, this.counts, this.around(), this.areaOf));
  }

  private names(): void {
    const known = state.meta.peek()!.countries;
    const name = (code: string, english: string) => (code ? country(code, { [code]: english, ...known }) : english);
    this.put("names", nameFeatures(this.cities, this.fine, { country: name, arabic: language.peek() === "ar" }));
  }

  private held(): void {
    const [ledger, control, day] = [state.ledger.value, state.control.value, state.controlDay.value];
    const shown = ledger !== null && control !== null && day !== null;
    // Who holds what comes first while it is shown; the events stand back.
    this.map.setPaintProperty("pins", "icon-opacity", shown ? 0.4 : 1);
    this.map.setPaintProperty("pins", "text-opacity", shown ? 0.4 : 1);
    if (!shown) return this.put("held", collection([]));
    this.map.moveLayer("held");
    const looks = holders(ledger);
    const features = heldOn(control, day)
      .filter((holding) => holding.lat !== null && holding.lon !== null)
      .map((holding) => {
        const look = looks.get(holderName(holding.holder));
        const contested = holding.contested.length > 0;
        return {
          type: "Feature" as const,
          geometry: { type: "Point" as const, coordinates: [holding.lon!, holding.lat!] },
          properties: {
            icon: `held/${look?.colour ?? "#7a7f87"}/${look?.shape ?? 6}/${contested ? 1 : 0}`,
            label: contested ? `${holding.place} ?` : holding.place,
            tip: `${holding.place}: ${[holderName(holding.holder), ...holding.contested].filter(Boolean).map(actorWords).join(" / ")}`,
            event: holding.events[0] ?? null,
            rank: -(look?.places ?? 0),
          },
        };
      });
    this.put("held", collection(features));
  }

  private picture(id: string): Picture | null {
    const [what, ...parts] = id.split("/");
    const kinds = state.meta.peek()!.kinds;
    if (what === "pin") {
      const kind = kinds[Number(parts[0])];
      return kind ? pin(kind, parts[1] as Precision, parts[2] === "1", this.colours) : null;
    }
    if (what === "ring")
      return ring(kinds, parts[0]!.split("-").map(Number), Number(parts[1]), parts[2] === "1", parts[3] === "1", this.colours);
    if (what === "held") return held(parts[0]!, Number(parts[1]), parts[2] === "1", this.colours);
    return null;
  }

  private at(event: MapMouseEvent) {
    const reach = 6;
    const { x, y } = event.point;
    const hits = this.map.queryRenderedFeatures([[x - reach, y - reach], [x + reach, y + reach]], { layers: ["pins", "held"] });
    return hits.find((hit) => hit.layer.id === "pins") ?? hits[0];
  }

  /** The rows of the events in a cluster. */
  private rows(cluster: Cluster): number[] {
    const inside = new Set(cluster.spots);
    return [...state.sorted.peek()].filter((row) => {
      if (!inside.has(this.spots!.spot[row]!)) return false;
      const day = state.controlDay.peek();
      const events = state.events.peek()!;
      return day === null || (events.start[row]! <= day && events.end[row]! > day - CONTROL_DAYS);
    });
  }

  private click(event: MapMouseEvent): void {
    const hit = this.at(event);
    if (!hit) return this.open(null);
    if (hit.layer.id === "held") {
      const id = hit.properties["event"] as string | null;
      if (id && id !== "null") state.chosen.value = id;
      return;
    }
    const cluster = this.drawn[hit.properties["n"] as number];
    if (!cluster) return;
    const rows = this.rows(cluster);
    if (rows.length === 1) {
      state.chosen.value = state.events.peek()!.id[rows[0]!]!;
      this.open(null);
    } else this.open(rows);
  }

  private hover(event: MapMouseEvent): void {
    const hit = this.at(event);
    this.map.getCanvas().style.cursor = hit ? "pointer" : "";
    if (!hit || !this.spots) return this.point(null);
    const cluster = hit.layer.id === "pins" ? this.drawn[hit.properties["n"] as number] : undefined;
    const text = cluster
      ? clusterWords(cluster, this.spots, state.meta.peek()!.kinds, {
          kind: (kind) => word("kind", kind.key), more: (n) => t("map.more", { n }),
        })
      : String(hit.properties["tip"] ?? "");
    const { x, y } = rim(this.map);
    this.point({ x: event.point.x - x, y: event.point.y - y, text });
  }

  /** Go nearer to the events of a list. */
  zoomTo(rows: number[]): void {
    const spots = this.spots!;
    const at = rows.map((row) => spots.spot[row]!).filter((spot) => spot >= 0);
    const lons = at.map((spot) => spots.lon[spot]!);
    const lats = at.map((spot) => spots.lat[spot]!);
    if (!lons.length) return;
    this.map.fitBounds([Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)], {
      padding: within(this.map, 70), maxZoom: 11, duration: still.matches ? 0 : 450,
    });
  }
}

/** The map of the selection. Where the browser cannot draw it, it says so; the table has the same. */
export function MapView() {
  const box = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing | null>(null);
  const failed = useSignal(false);
  const listed = useSignal<number[] | null>(null);
  const tip = useSignal<{ x: number; y: number; text: string } | null>(null);
  const placeless = useComputed(() => {
    const events = state.events.value;
    return events ? state.found.value.rows.reduce((n, row) => n + (Number.isNaN(events.lat[row]!) ? 1 : 0), 0) : 0;
  });

  useEffect(() => {
    let gone = false;
    import("./engine")
      .then(async ({ gl, tilesOf }) => {
        // A basemap that cannot be read is no reason to show no map.
        const tiles = await tilesOf(state.meta.peek()!.basemap, gl, palette()).catch((error: unknown) => {
          console.warn(error);
          state.notice.value = { text: t("map.tiles") };
          return null;
        });
        if (gone || !box.current) return;
        drawing.current = new Drawing(gl, box.current, tiles, (rows) => (listed.value = rows), (now) => (tip.value = now));
        // The tests and the benchmarks look at the map through it.
        (box.current as HTMLDivElement & { map?: GlMap }).map = drawing.current.map;
      })
      .catch((error: unknown) => {
        console.warn(error);
        failed.value = true;
      });
    return () => {
      gone = true;
      drawing.current?.remove();
    };
  }, []);

  const act = (what: (drawing: Drawing) => void) => () => drawing.current && what(drawing.current);
  const bbox = state.query.value.bbox;
  return (
    <section class="map">
      <div class="canvas" ref={box} />
      {failed.value && <p class="nomap">{t("map.failed")}</p>}
      <div class="maptools">
        <button type="button" onClick={act((d) => d.fit())}>{t("map.fit")}</button>
        <button type="button" aria-pressed={!!bbox} onClick={act((d) => state.ask("bbox", bbox ? [] : [d.bounds()]))}>
          {t(bbox ? "map.anywhere" : "map.here")}
        </button>
      </div>
      <LegendOf placeless={placeless.value} />
      {tip.value && <Tip {...tip.value} />}
      {listed.value && (
        <div class="listed">
          <header>
            <strong>{t("count.events", { n: listed.value.length })}</strong>
            <button type="button" onClick={act((d) => d.zoomTo(listed.value!))}>{t("map.nearer")}</button>
            <button type="button" class="icon" aria-label={t("close")} onClick={() => (listed.value = null)}>×</button>
          </header>
          <EventList rows={listed.value} label={t("map.listed")} />
        </div>
      )}
    </section>
  );
}

function Tip({ x, y, text }: { x: number; y: number; text: string }) {
  return (
    <div class="tip" style={{ left: `${x}px`, top: `${y}px` }} aria-hidden="true" dir="auto">
      {text}
    </div>
  );
}
