import { ApiError, type DeliveriesPage, type DeliveriesQuery, type Delivery, requirePermission } from "@tianyan/api";
import { instant, isoInstant } from "@tianyan/core";
import { type DeliveryRow, readDeliveries, sendDeliveryAgain } from "@tianyan/db";
import { z } from "zod";
import type { Actor } from "../../auth/actor";
import { record } from "../audit/record";
import { IdSchema, packCursor, unpackCursor } from "../cursor";
import { PATIENCE_MS } from "../follow/tell";
import { isoOrNull } from "../instants";
import type { Services } from "../services";

const CursorSchema = z.object({ id: IdSchema });
const ANY = { webhook: null, states: [], only: null } as const;

/** Whether messages got there; what they say is no matter of who runs the system. */
export async function listDeliveries({ db }: Services, actor: Actor, query: DeliveriesQuery): Promise<DeliveriesPage> {
  requirePermission(actor, "following.read");
  const after = unpackCursor(CursorSchema, query.cursor);
  const criteria = { ...ANY, webhook: query.webhook ?? null, states: query.state };
  const rows = await readDeliveries(db.sql, criteria, after?.id ?? null, query.limit + 1);
  const page = rows.slice(0, query.limit);
  const last = rows.length > page.length ? page.at(-1) : undefined;
  return { items: page.map(itemOf), next_cursor: last ? packCursor({ id: last.id }) : null };
}

/** Sends a message again that was given up, or taken already. Throws where its webhook is switched off. */
export async function sendAgain({ db, now }: Services, actor: Actor, id: string): Promise<Delivery> {
  requirePermission(actor, "following.write");
  return db.sql.begin(async (tx) => {
    const [before] = await readDeliveries(tx, { ...ANY, only: id }, null, 1);
    const done = await sendDeliveryAgain(tx, id, now(), PATIENCE_MS);
    if (!before || done === null) throw new ApiError("delivery.not_found");
    if (!done) throw new ApiError("delivery.not_possible");
    await record(tx, actor, {
      action: "webhook.again",
      subject: { type: "webhook", id: before.webhook },
      before: { state: before.state },
      after: { delivery: id, seq: before.seq },
      outcome: "done",
    });
    const [row] = await readDeliveries(tx, { ...ANY, only: id }, null, 1);
    if (!row) throw new ApiError("delivery.not_found");
    return itemOf(row);
  });
}

const itemOf = ({ webhook: id, webhook_name: name, at, due_at, tried_at, ...row }: DeliveryRow): Delivery => ({
  ...row,
  webhook: { id, name },
  kind: row.kind as Delivery["kind"],
  at: isoInstant(instant(at)),
  tried_at: isoOrNull(tried_at),
  due_at: row.state === "waiting" ? isoOrNull(due_at) : null,
  failure: row.failure as Delivery["failure"],
});
