import { type Instant, instant } from "@tianyan/core";

export const at = (iso: string): Instant => instant(Date.parse(iso));
