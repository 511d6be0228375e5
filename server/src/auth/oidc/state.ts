import { createHash } from "node:crypto";
import { type Instant, MINUTE } from "@tianyan/core";

const LASTS = 10 * MINUTE;

export const hashOfState = (state: string): string => createHash("sha256").update(state).digest("hex");

/** Sign-ins that began before this are not taken up again. */
export const oldestFlow = (at: Instant): number => at - LASTS;
