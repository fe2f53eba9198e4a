/** Starts a saved page: the same views, over what the file itself holds. */

import { render } from "preact";
import * as address from "./address";
import type { Saved } from "./api/records";
import { savedPage } from "./api/server";
import { App } from "./app";
import { files } from "./map/boundaries";
import { begin } from "./state";
import "./styles/page.css";
import "./styles/views.css";
import "./styles/desk.css";
import "./styles/print.css";

const textOf = (id: string) => document.getElementById(id)?.textContent ?? "";

// The boundaries lie in the file gzipped, or it would be three times the size.
files.read = async (name) => {
  const packed = Uint8Array.from(atob(textOf(`boundaries-${name}`)), (letter) => letter.charCodeAt(0));
  const opened = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(opened).json();
};

const held = JSON.parse(textOf("dateline-data")) as Saved;
address.read(held.query);
render(<App />, document.getElementById("app")!);
void begin(savedPage(held));
