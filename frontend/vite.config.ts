import { defineConfig } from "vite";

// The page goes where the Python package serves it from. Names are not hashed, so that a build of
// the same source is the same tree; the server sends an ETag.
export default defineConfig({
  base: "/",
  publicDir: "public",
  build: {
    outDir: "../src/dateline/web/static",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rollupOptions: {
      output: {
        entryFileNames: "assets/[name].js",
        chunkFileNames: "assets/[name].js",
        assetFileNames: "assets/[name][extname]",
      },
    },
  },
  server: { proxy: { "/api": "http://127.0.0.1:8000" } },
});
