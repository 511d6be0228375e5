import type { Actor } from "../../auth/actor";
import type { Services } from "../services";
import { record } from "./record";

/** Keeps that somebody asked for what their post may not. */
export async function recordDenial({ db }: Services, actor: Actor, operation: string): Promise<void> {
  const subject = { type: "operation", id: operation };
  await db.sql.begin((tx) => record(tx, actor, { action: "permission.denied", subject, outcome: "denied" }));
}
