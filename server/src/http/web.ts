import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { ERRORS } from "@tianyan/api";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { RequestContext, Router } from "./hono";

const { zh, en } = ERRORS["web.not_built"];
const NOT_BUILT = `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>天眼 · Tianyan</title></head>
<body><h1>天眼 · Tianyan</h1><p>${zh}</p><p lang="en">${en}</p><p><a href="/api/docs">/api/docs</a></p></body>
</html>
`;

/** Built files have their hash in the name; the page itself is asked for every time. */
const caching = createMiddleware(async (context, next) => {
  await next();
  const lasting = context.req.path.startsWith("/assets/") && context.res.status === 200;
  context.res.headers.set("cache-control", lasting ? "public, max-age=31536000, immutable" : "no-cache");
});

/** Stands in the built page where the nonce of each answer belongs; web/vite.config.ts puts it there. */
const NONCE_PLACE = "__CSP_NONCE__";

/** The built web in `folder`; every address that is no file is the application's own. */
export function addWeb(router: Router, folder: string): void {
  const page = join(folder, "index.html");
  const show = async (context: Context<RequestContext>): Promise<Response> =>
    context.html((await readFile(page, "utf8")).replaceAll(NONCE_PLACE, context.get("secureHeadersNonce") ?? ""));
  router.use("*", caching);
  router.get("*", async (context, next) => {
    if (context.req.path.startsWith("/api/")) return next();
    if (!existsSync(page)) return context.html(NOT_BUILT, 503);
    if (context.req.path === "/" || context.req.path === "/index.html") return show(context);
    return serveStatic<RequestContext>({ root: folder })(context, next);
  });
  router.get("*", async (context, next) => {
    const { path } = context.req;
    if (path.startsWith("/api/") || path.startsWith("/assets/")) return next();
    return show(context);
  });
}
