import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { defineConfig, type Plugin } from "vite";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const STATIC = "../src/dateline/web/static/";

/** Puts scripts, styles and boundaries into the one file that a saved page is made from. */
function oneFile(): Plugin {
  const element = (id: string, type: string, text: string) => `<script type="${type}" id="${id}">${text}</script>`;
  return {
    name: "one-file",
    enforce: "post",
    generateBundle: { order: "post", handler(_, bundle) {
      const page = bundle["saved.html"];
      if (page?.type !== "asset") return;
      let html = String(page.source);
      for (const [name, part] of Object.entries(bundle)) {
        if (part === page) continue;
        if (part.type === "chunk") {
          // A script ends at the first closing tag, wherever it stands in it.
          const code = part.code.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
          html = html.replace(/<script type="module"[^>]*src="[^"]*"[^>]*><\/script>/, "");
          html = html.replace("</body>", () => `<script type="module">${code}</script>\n  </body>`);
        } else if (name.endsWith(".css")) {
          html = html.replace(/<link rel="stylesheet"[^>]*>/, "");
          html = html.replace("</head>", () => `<style>${String(part.source)}</style>\n  </head>`);
        }
        delete bundle[name];
      }
      const boundaries = ["countries.json", "admin1.json", "cities.json"].map((name) =>
        element(`boundaries-${name}`, "application/gzip+base64", gzipSync(readFileSync(at(`public/boundaries/${name}`)), { level: 9 }).toString("base64")),
      );
      page.source = html.replace("<!--dateline-data-->", () => `<!--dateline-data-->\n    ${boundaries.join("\n    ")}`);
    } },
  };
}

export default defineConfig({
  plugins: [oneFile()],
  publicDir: false,
  resolve: { alias: [{ find: /^\.\/engine$/, replacement: at("src/map/engine_saved.ts") }] },
  build: {
    outDir: STATIC,
    emptyOutDir: false,
    target: "es2022",
    cssCodeSplit: false,
    modulePreload: false,
    chunkSizeWarningLimit: 3000,
    rollupOptions: { input: at("saved.html"), output: { codeSplitting: false } },
  },
});
