import { auditWrongText, requirePermission, type Verification } from "@tianyan/api";
import { type AuditVerified, textOf, verifyAudit } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import type { Desk } from "../desk";
import { isoOrNull } from "../instants";
import { createMeter } from "../jobs/meter";
import type { Services } from "../services";
import { keptHeads } from "./heads";
import { record } from "./record";

interface Run {
  readonly startedAt: number;
  readonly heads: number;
  readonly meter: ReturnType<typeof createMeter>;
  finishedAt: number | null;
  verified: AuditVerified | null;
}

/** Of this process: one at a time, the last one is remembered. */
const runs = new WeakMap<Desk, Run>();
const LONGEST_MS = 600_000;
const subject = { type: "audit", id: "chain" };

function itemOf(run: Run | undefined): Verification {
  const { verified = null, finishedAt = null } = run ?? {};
  const wrong = verified?.wrong ?? null;
  return {
    state: run === undefined ? "none" : finishedAt === null ? "running" : verified ? "done" : "failed",
    started_at: isoOrNull(run?.startedAt ?? null),
    finished_at: isoOrNull(finishedAt),
    progress: run && finishedAt === null ? run.meter.read() : null,
    wrong: wrong && { ...wrong, words: auditWrongText(wrong) },
    entries: verified?.entries ?? 0,
    head: verified && { ...verified.head },
    heads: run?.heads ?? 0,
    segments: verified?.unread.length ?? 0,
  };
}

export function readVerification(desk: Desk, actor: Actor): Verification {
  requirePermission(actor, "audit.read");
  return itemOf(runs.get(desk));
}

/** Verifies the table, the ends of archived files and the heads exported on this machine, beside everything else; asked for until it is done. */
export async function startVerification(services: Services, desk: Desk, actor: Actor): Promise<Verification> {
  requirePermission(actor, "audit.read");
  const present = runs.get(desk);
  if (present && present.finishedAt === null) return itemOf(present);
  const heads = await keptHeads(desk);
  await services.db.sql.begin((tx) => record(tx, actor, { action: "audit.verifying", subject, outcome: "done" }));
  const { now } = services;
  const meter = createMeter();
  const run: Run = { startedAt: now(), heads: heads.length, meter, finishedAt: null, verified: null };
  runs.set(desk, run);
  void follow(services, desk, actor, run, heads);
  return itemOf(run);
}

async function follow(
  services: Services,
  desk: Desk,
  actor: Actor,
  run: Run,
  heads: readonly { readonly seq: number; readonly hash: string }[],
): Promise<void> {
  try {
    const verified = await verifyAudit(services.db, {
      heads,
      signal: AbortSignal.timeout(LONGEST_MS),
      onProgress(done, total) {
        run.meter.setTotal(total);
        run.meter.reach(done);
      },
    });
    run.verified = verified;
    const after = { entries: verified.entries, seq: verified.head.seq, wrong: verified.wrong };
    await services.db.sql.begin((tx) =>
      record(tx, actor, { action: "audit.verified", subject, after, outcome: "done" }),
    );
  } catch (error) {
    desk.log(textOf(error));
  } finally {
    run.finishedAt = services.now();
  }
}
