import type { ErrorCode } from "@tianyan/api";
import { tooLarge } from "./too-large";

/** The body as text; where it is longer than `limit` bytes, no more of it is read, and `code` is thrown as an ApiError. */
export async function limitedText(request: Request, limit: number, code: ErrorCode): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge(code, limit);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge(code, limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
