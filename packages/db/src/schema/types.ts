import { customType, timestamp } from "drizzle-orm/pg-core";

export const instantColumn = (name: string) => timestamp(name, { withTimezone: true });

/** Kept as PostgreSQL writes them: `{["2021-10-28 07:05:00+00",)}`. */
export const tstzmultirange = customType<{ data: string }>({ dataType: () => "tstzmultirange" });
export const bytes = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });
