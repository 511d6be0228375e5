import { errorBody } from "@tianyan/api";

/** How far the first load of the county is. */
export interface Progress {
  /** 0 to 1, of everything. */
  readonly share: number;
  /** Null: too early to say. */
  readonly secondsLeft: number | null;
}

const minutes = (seconds: number): number => Math.max(1, Math.round(seconds / 60));

/** `42%，约剩 2 分钟`; less than a minute in seconds, by tens. */
export function progressWords({ share, secondsLeft }: Progress): { readonly zh: string; readonly en: string } {
  const percent = `${Math.floor(share * 100)}%`;
  if (secondsLeft === null) return { zh: percent, en: percent };
  const tens = Math.max(10, Math.ceil(secondsLeft / 10) * 10);
  return secondsLeft < 60
    ? { zh: `${percent}，约剩 ${tens} 秒`, en: `${percent}, about ${tens} seconds left` }
    : {
        zh: `${percent}，约剩 ${minutes(secondsLeft)} 分钟`,
        en: `${percent}, about ${minutes(secondsLeft)} ${minutes(secondsLeft) === 1 ? "minute" : "minutes"} left`,
      };
}

function page(progress: Progress | null): string {
  const words = progress && progressWords(progress);
  const bar = progress ? `<progress max="100" value="${Math.floor(progress.share * 100)}"></progress>` : "";
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>天眼 · Tianyan</title></head>
<body><h1>天眼 · Tianyan</h1><p>系统正在启动，载入数据后自动打开……${words?.zh ?? ""}</p>${bar}
<p lang="en">Starting; this page opens by itself when the data are loaded … ${words?.en ?? ""}</p></body>
</html>
`;
}

/** The page shows words alone. */
const CLOSED = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

/** What is answered until everything is there. */
export function whileStarting(request: Request, progress: Progress | null): Response {
  const { pathname } = new URL(request.url);
  const headers = { "cache-control": "no-store", "retry-after": "2", ...CLOSED };
  if (pathname === "/health") return Response.json({ status: "ok" }, { headers });
  if (pathname === "/ready" || pathname.startsWith("/api/"))
    return Response.json(errorBody("server.starting", "-"), { status: 503, headers });
  return new Response(page(progress), {
    status: 503,
    headers: { ...headers, "content-type": "text/html; charset=utf-8" },
  });
}
