import { ApiError } from "@tianyan/api";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { RequestContext } from "./hono";
import { operationOf } from "./operation";
import { tooLarge } from "./too-large";

const MIB = 1024 * 1024;
/** Bodies of JSON. */
const USUAL = MIB;
/** Tables of the registry. */
const TABLE = 16 * MIB;
/** They count while they stream, by limits of their own. */
const COUNT_THEMSELVES = new Set([
  "POST /api/uploads",
  "POST /api/ingest",
  "POST /api/cases/{id}/attachments",
  "POST /api/measures/{id}/attachments",
]);

const limitOf = (operation: string | null): number => (operation?.endsWith(".csv") ? TABLE : USUAL);

/** No body is larger than its operation needs, nor takes longer to come than `withinMs`; one that is read is in memory as a whole. */
export const limitedBody = (withinMs: number) =>
  createMiddleware<RequestContext>(async (context, next) => {
    const operation = operationOf(context);
    const { body } = context.req.raw;
    if (body && !(operation !== null && COUNT_THEMSELVES.has(operation))) {
      const limit = limitOf(operation);
      const bytes = await readBody(context, body, limit, withinMs);
      const { raw } = context.req;
      context.req.raw = new Request(raw.url, {
        method: raw.method,
        headers: raw.headers,
        body: bytes,
        signal: raw.signal,
      });
    }
    await next();
  });

/** What is not read to its end takes its connection with it. */
async function readBody(
  context: Context<RequestContext>,
  body: ReadableStream<Uint8Array>,
  limit: number,
  withinMs: number,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    if (Number(context.req.header("content-length") ?? 0) > limit) throw tooLarge("request.too_large", limit);
    return await readWhole(body, limit, withinMs);
  } catch (error) {
    context.header("connection", "close");
    throw error;
  }
}

async function readWhole(
  body: ReadableStream<Uint8Array>,
  limit: number,
  withinMs: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    void reader.cancel();
  }, withinMs);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.byteLength;
      if (size > limit) {
        void reader.cancel();
        throw tooLarge("request.too_large", limit);
      }
      chunks.push(value);
    }
  } finally {
    clearTimeout(timer);
  }
  // A reader that was cancelled says that it is done.
  if (late) throw new ApiError("request.too_slow");
  const whole = new Uint8Array(size);
  let place = 0;
  for (const chunk of chunks) {
    whole.set(chunk, place);
    place += chunk.byteLength;
  }
  return whole;
}
