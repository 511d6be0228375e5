import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const apiPort = process.env.API_PORT ?? "8787";

/** The workspace's own packages do nothing when loaded: what is not used of them need not come along. */
const loadsSilently = /[\\/]packages[\\/](api|core)[\\/]src[\\/]/;

export default defineConfig({
  plugins: [react()],
  // The server puts the nonce of each answer in its place.
  html: { cspNonce: "__CSP_NONCE__" },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2022",
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !loadsSilently.test(id) } },
  },
  server: {
    proxy: Object.fromEntries(["/api", "/health", "/ready"].map((path) => [path, `http://127.0.0.1:${apiPort}`])),
  },
});
