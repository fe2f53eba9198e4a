/** The pictures of pins, clusters and held places, drawn once each. Shape and colour say the kind. */

import type { Kind } from "../api/records";
import type { Precision } from "./places";

const SCALE = 2;

export interface Picture {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

function drawn(size: number, draw: (context: CanvasRenderingContext2D) => void): Picture {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size * SCALE;
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  context.scale(SCALE, SCALE);
  context.translate(size / 2, size / 2);
  draw(context);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return { width: canvas.width, height: canvas.height, data };
}

export interface Ink {
  paper: string;
  ink: string;
  quiet: string;
}

/**
 * One event: filled where the place is exact, hollow where it is near, dashed where only the area
 * is known. An accepted event has a dark rim and a tick; what nobody has reviewed has a light rim.
 */
export function pin(kind: Kind, precision: Precision, accepted: boolean, ink: Ink): Picture {
  return drawn(30, (c) => {
    const shape = new Path2D(kind.path);
    c.scale(1.25, 1.25);
    c.lineJoin = "round";
    c.strokeStyle = accepted ? ink.ink : ink.paper;
    c.lineWidth = precision === "exact" ? 3 : 5;
    if (precision === "exact" || precision === "near") c.stroke(shape);
    if (precision === "exact") {
      c.fillStyle = kind.colour;
      c.fill(shape);
    } else {
      c.fillStyle = ink.paper;
      c.fill(shape);
      c.strokeStyle = kind.colour;
      c.lineWidth = 2.2;
      if (precision !== "near") {
        c.globalAlpha = 0.9;
        c.setLineDash([2, 1.6]);
      }
      c.stroke(shape);
      c.setLineDash([]);
    }
    if (accepted) tick(c, 6.5, 6, ink);
  });
}

function tick(c: CanvasRenderingContext2D, x: number, y: number, ink: Ink): void {
  c.globalAlpha = 1;
  c.beginPath();
  c.arc(x, y, 3.6, 0, 7);
  c.fillStyle = ink.ink;
  c.fill();
  c.beginPath();
  c.moveTo(x - 1.8, y);
  c.lineTo(x - 0.4, y + 1.5);
  c.lineTo(x + 1.9, y - 1.4);
  c.strokeStyle = ink.paper;
  c.lineWidth = 1.2;
  c.stroke();
}

/** How large a cluster is drawn, in steps, so that few pictures serve all. */
export const sizeOf = (total: number) => Math.min(4, Math.floor(Math.log10(total) * 1.6));
const RADII = [11, 13, 15.5, 18.5, 22];

/** Shares in eighths, so that few pictures serve all clusters; each kind present has one at least. */
export function eighths(byLook: number[]): number[] {
  const total = byLook.reduce((sum, n) => sum + n, 0);
  return byLook.map((n) => (n ? Math.max(1, Math.round((n / total) * 8)) : 0));
}

/** Several events: a disc for the count, in a ring of the kinds' shares; dashed where none is exact. */
export function ring(kinds: Kind[], shares: number[], size: number, vague: boolean, accepted: boolean, ink: Ink): Picture {
  const radius = RADII[size]!;
  return drawn(2 * radius + 10, (c) => {
    c.beginPath();
    c.arc(0, 0, radius + 2.5, 0, 7);
    c.fillStyle = accepted ? ink.ink : ink.paper;
    c.fill();
    const whole = shares.reduce((sum, n) => sum + n, 0);
    let from = -Math.PI / 2;
    shares.forEach((share, look) => {
      if (!share) return;
      const to = from + (share / whole) * 2 * Math.PI;
      c.beginPath();
      c.moveTo(0, 0);
      c.arc(0, 0, radius + 1, from, to);
      c.closePath();
      c.fillStyle = kinds[look]?.colour ?? ink.quiet;
      c.fill();
      from = to;
    });
    c.beginPath();
    c.arc(0, 0, radius - 3.5, 0, 7);
    c.fillStyle = ink.paper;
    c.fill();
    if (vague) {
      c.strokeStyle = ink.paper;
      c.lineWidth = 5;
      c.setLineDash([1.6, 2.4]);
      c.beginPath();
      c.arc(0, 0, radius - 0.5, 0, 7);
      c.stroke();
    }
  });
}

/** Shapes of holders of places, another for each, so that colour is not alone. */
export const HOLDER_SHAPES = [
  "M-6-6H6V6H-6Z",
  "M-6.5 0A6.5 6.5 0 1 1 6.5 0A6.5 6.5 0 1 1-6.5 0Z",
  "M0-7.5L7 5.5H-7Z",
  "M0-8L8 0L0 8L-8 0Z",
  "M-7-5.5H7L0 7.5Z",
  "M-4-7H4L8 0L4 7H-4L-8 0Z",
  "M-2.6-7H2.6V-2.6H7V2.6H2.6V7H-2.6V2.6H-7V-2.6H-2.6Z",
];

/** A held place; a contested one is half hollow, with a question mark. */
export function held(colour: string, shape: number, contested: boolean, ink: Ink): Picture {
  return drawn(32, (c) => {
    const path = new Path2D(HOLDER_SHAPES[shape % HOLDER_SHAPES.length]!);
    c.scale(1.3, 1.3);
    c.lineJoin = "round";
    c.strokeStyle = ink.paper;
    c.lineWidth = 3;
    c.stroke(path);
    c.fillStyle = contested ? ink.paper : colour;
    c.fill(path);
    c.strokeStyle = contested ? colour : ink.ink;
    c.lineWidth = contested ? 2 : 0.9;
    if (contested) {
      c.save();
      c.clip(path);
      c.lineWidth = 1.6;
      for (let x = -16; x < 16; x += 4) {
        c.beginPath();
        c.moveTo(x, 9);
        c.lineTo(x + 18, -9);
        c.stroke();
      }
      c.restore();
      c.lineWidth = 2;
    }
    c.stroke(path);
  });
}
