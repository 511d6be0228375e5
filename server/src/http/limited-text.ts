import { ApiError, type ErrorCode } from "@tianyan/api";

/** The body as text; where it is longer than `limit` bytes, no more of it is read, and `code` is thrown as an ApiError. */
export async function limitedText(request: Request, limit: number, code: ErrorCode): Promise<string> {
  const tooLarge = (): ApiError => {
    const mb = Math.floor(limit / 1024 / 1024);
    return new ApiError(code, { detail: { zh: `上限为 ${mb} MB`, en: `The limit is ${mb} MB` } });
  };
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
