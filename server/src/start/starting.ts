import { errorBody } from "@tianyan/api";

const PAGE = `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>天眼 · Tianyan</title></head>
<body><h1>天眼 · Tianyan</h1><p>系统正在启动，稍后自动打开……</p>
<p lang="en">Starting; this page opens by itself in a moment …</p></body>
</html>
`;

/** The page shows words alone. */
const CLOSED = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

/** What is answered until the database is there. */
export function whileStarting(request: Request): Response {
  const { pathname } = new URL(request.url);
  const headers = { "cache-control": "no-store", "retry-after": "2", ...CLOSED };
  if (pathname === "/health") return Response.json({ status: "ok" }, { headers });
  if (pathname === "/ready" || pathname.startsWith("/api/"))
    return Response.json(errorBody("server.starting", "-"), { status: 503, headers });
  return new Response(PAGE, {
    status: 503,
    headers: { ...headers, "content-type": "text/html; charset=utf-8" },
  });
}
