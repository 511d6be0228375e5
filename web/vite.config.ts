import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const apiPort = process.env.API_PORT ?? "8787";

export default defineConfig({
  plugins: [react()],
  build: { outDir: "dist", emptyOutDir: true, target: "es2022", assetsInlineLimit: 2048, reportCompressedSize: true },
  server: {
    proxy: Object.fromEntries(["/api", "/health", "/ready"].map((path) => [path, `http://127.0.0.1:${apiPort}`])),
  },
});
