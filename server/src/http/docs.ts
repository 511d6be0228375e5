import { createRequire } from "node:module";
import { dirname } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import type { Router } from "./hono";

const FOLDER = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
const FILES = ["swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png"];

const PAGE = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>天眼接口 · Tianyan API</title>
<link rel="icon" href="/api/docs/favicon-32x32.png">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<div id="viewer"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`;

// No validator badge: it would call out.
const START = `window.SwaggerUIBundle({ url: "/api/openapi.json", dom_id: "#viewer", validatorUrl: null, deepLinking: true });
`;

/** The viewer of the OpenAPI document, from our own origin alone. */
export function addDocs(router: Router, version: string): void {
  router.doc31("/api/openapi.json", {
    openapi: "3.1.0",
    info: { title: "天眼·热线监督 Tianyan", version, license: { name: "MIT" } },
    servers: [{ url: "/" }],
  });
  router.get("/api/docs", (context) => context.html(PAGE));
  router.get("/api/docs/start.js", (context) => context.body(START, 200, { "content-type": "text/javascript" }));
  for (const file of FILES)
    router.get(`/api/docs/${file}`, serveStatic({ root: FOLDER, rewriteRequestPath: () => `/${file}` }));
}
