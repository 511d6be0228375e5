import { ApiError, type ErrorCode } from "@tianyan/api";

const KIB = 1024;
const MIB = 1024 * KIB;

/** The refusal of a body of more than `limit` bytes; it says the limit. */
export function tooLarge(code: ErrorCode, limit: number): ApiError {
  const size = limit >= MIB ? `${Math.floor(limit / MIB)} MB` : `${Math.floor(limit / KIB)} kB`;
  return new ApiError(code, { detail: { zh: `上限为 ${size}`, en: `The limit is ${size}` } });
}
