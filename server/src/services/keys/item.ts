import type { MachineKey } from "@tianyan/api";
import { type Instant, instant, isoInstant } from "@tianyan/core";
import type { ApiKeyRow } from "@tianyan/db";
import { isoOrNull } from "../instants";

export const itemOf = (row: ApiKeyRow, now: Instant): MachineKey => ({
  id: row.id,
  name: row.name,
  hint: row.hint,
  source: row.source,
  author: row.author,
  created_at: isoInstant(instant(row.created_at)),
  expires_at: isoInstant(instant(row.expires_at)),
  last_used_at: isoOrNull(row.last_used_at),
  ended_at: isoOrNull(row.ended_at),
  ended_by: row.ended_by,
  in_force: row.ended_at === null && row.expires_at > now,
});
