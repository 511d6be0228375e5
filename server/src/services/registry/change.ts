import { setTimeout as wait } from "node:timers/promises";
import {
  ApiError,
  type Change,
  type ChangeKind,
  type ChangesPage,
  type Effect,
  EffectSchema,
  FaultSchema,
  type Progress,
  requirePermission,
  type Text,
  TextSchema,
} from "@tianyan/api";
import {
  addRegistryChange,
  type ChangeOutcome,
  createTouched,
  heirOf,
  keepImportsOut,
  listRegistryChanges,
  type RegistryChangeRow,
  readRegistryChange,
  recountBatches,
  setRegistryChange,
  type Transaction,
  textOf,
  touchedCount,
  writeByKey,
} from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { record } from "../audit/record";
import { IdSchema, packCursor, unpackCursor } from "../cursor";
import type { Desk } from "../desk";
import { confirmUnits } from "../imports/units";
import { isoOrNull } from "../instants";
import { faultOf, faultOfError } from "../jobs/fault";
import { createMeter } from "../jobs/meter";
import { outlast } from "../jobs/outlast";
import { Cancelled, Interrupted } from "../jobs/stopped";
import { judgeTouched, type Moved } from "../judging/judge-touched";
import type { Services } from "../services";
import { type RegistryState, readRegistry, touchDifference } from "./difference";
import { effectsFor } from "./effect";

/** A change of the registry: `write` does it, and throws an ApiError where it cannot be done. */
export interface RegistryChange {
  readonly kind: ChangeKind;
  readonly subject: Text;
  readonly preview: boolean;
  /** What is changed, and how it stands: the trail keeps it from before and from after. Counts where it is a whole table. */
  readonly target: { readonly type: string; readonly id: string };
  readonly look: (tx: Transaction) => Promise<unknown>;
  readonly write: (tx: Transaction, before: RegistryState, now: number) => Promise<void>;
}

/** Leaves the transaction of a preview without a trace. */
class Preview extends Error {}

/** An answer is given within this time, done or not. */
const PATIENCE_MS = 1_500;
const MOST_UNITS = 50;
export const changeKey = (id: string): string => `change ${id}`;
const subjectOf = (id: string) => ({ type: "change", id });
/** Of changes that run in this process, by id. */
const progressOf = new WeakMap<Desk, Map<string, () => Progress>>();

/**
 * Changes the registry and judges again what that reaches, in one transaction. What can be refused at once is thrown as an ApiError; what
 * takes longer than a moment is told as still running.
 */
export async function changeRegistry(
  services: Services,
  desk: Desk,
  actor: Actor,
  change: RegistryChange,
): Promise<Change> {
  requirePermission(actor, "registry.write");
  const { work, now } = services;
  const { kind, subject, preview, target } = change;
  await tryFirst(services, change);
  const id = (await work.sql.begin(async (tx) => {
    const added = await addRegistryChange(tx, { kind, subject, preview, actor: actor.name }, now());
    const after = { kind, preview, [target.type]: target.id };
    await record(tx, actor, { action: "registry.asked", subject: subjectOf(added), after, outcome: "done" });
    return added;
  })) as string;
  const ended = desk.runner.add(changeKey(id), (signal) => run(services, desk, actor, id, change, signal));
  await Promise.race([ended, wait(PATIENCE_MS, undefined, { ref: false })]);
  return readChange(services, desk, actor, id);
}

/** Refused at once, and not in its turn, if it cannot be done as things stand. */
async function tryFirst({ work, now }: Services, { write }: RegistryChange): Promise<void> {
  try {
    await work.sql.begin(async (tx) => {
      await write(tx, await readRegistry(tx), now());
      throw new Preview();
    });
  } catch (error) {
    if (!(error instanceof Preview)) throw error;
  }
}

async function run(
  services: Services,
  desk: Desk,
  actor: Actor,
  id: string,
  change: RegistryChange,
  signal: AbortSignal,
): Promise<void> {
  const { work, now } = services;
  const running = progressOf.get(desk) ?? new Map<string, () => Progress>();
  progressOf.set(desk, running);
  const meter = createMeter();
  running.set(id, meter.read);
  let effect: Effect | null = null;
  try {
    signal.throwIfAborted();
    await setRegistryChange(work.sql, id, { state: "running", finishedAt: null });
    await work.sql.begin(async (tx) => {
      await keepImportsOut(tx);
      await writeByKey(tx);
      const before = await readRegistry(tx);
      const was = await change.look(tx);
      await change.write(tx, before, now());
      const after = await readRegistry(tx);
      await createTouched(tx);
      const { rederive } = await touchDifference(tx, before, after);
      meter.restart(await touchedCount(tx));
      const derive = new Map<string, string>();
      for (const source of rederive) {
        const heir = await heirOf(tx, source);
        if (heir !== null) derive.set(source, heir);
      }
      const moved = await judgeTouched(tx, after.judging, { now: now(), signal, derive, onJudged: meter.reach });
      for (const { code } of after.judging.sources) await confirmUnits(tx, after.judging.bench(code, now()).units);
      await recountBatches(tx);
      effect = effectOf(moved, after);
      if (change.preview) throw new Preview();
      await setRegistryChange(tx, id, { state: "done", finishedAt: now(), effect });
      const told = { before: was, after: await change.look(tx), outcome: "done" } as const;
      await record(tx, actor, { action: "registry.changed", subject: change.target, ...told });
    });
  } catch (error) {
    const previewed = error instanceof Preview;
    const outcome: ChangeOutcome = previewed
      ? { state: "done", finishedAt: now(), effect }
      : failure(services, desk, signal.aborted ? signal.reason : error);
    const action = previewed ? "registry.previewed" : "registry.failed";
    // Where it was done all the same, only the answer was lost.
    await outlast(signal, () => close(services, actor, id, outcome, action)).catch((lost: unknown) =>
      desk.log(textOf(lost)),
    );
  } finally {
    running.delete(id);
  }
}

/** Told last, and with it the trail; where that cannot be written it stays as it was. */
const close = (
  { work }: Services,
  actor: Actor,
  id: string,
  outcome: ChangeOutcome,
  action: "registry.previewed" | "registry.failed",
) =>
  work.sql.begin(async (tx) => {
    await setRegistryChange(tx, id, outcome);
    await record(tx, actor, { action, subject: subjectOf(id), after: { state: outcome.state }, outcome: "done" });
  });

function failure({ now }: Services, desk: Desk, error: unknown): ChangeOutcome {
  const cancelled = error instanceof Cancelled;
  const fault = cancelled
    ? faultOf("change.cancelled")
    : error instanceof Interrupted
      ? faultOf("change.interrupted")
      : faultOfError(error, "registry.file_refused");
  if (fault.code === "server.failed") desk.log(error instanceof Error ? (error.stack ?? error.message) : textOf(error));
  return { state: cancelled ? "cancelled" : "failed", finishedAt: now(), error: fault };
}

function effectOf({ orders, added, changed, removed, units }: Moved, { units: listed }: RegistryState): Effect {
  const names = new Map(listed.map((unit) => [unit.code, unit.name]));
  const moved = [...units]
    .map(([code, counts]) => ({ code, name: names.get(code) ?? code, ...counts }))
    .sort((a, b) => b.added + b.removed - (a.added + a.removed) || (a.code < b.code ? -1 : 1));
  return { orders, findings: { added, changed, removed }, units: moved.slice(0, MOST_UNITS) };
}

const item = (row: RegistryChangeRow, desk: Desk, told: (effect: Effect) => Effect | null): Change => ({
  id: row.id,
  kind: row.kind as ChangeKind,
  subject: TextSchema.parse(row.subject),
  state: row.state as Change["state"],
  preview: row.preview,
  actor: row.actor,
  created_at: isoOrNull(row.created_at) ?? "",
  finished_at: isoOrNull(row.finished_at),
  progress: progressOf.get(desk)?.get(row.id)?.() ?? null,
  effect: row.effect === null ? null : told(EffectSchema.parse(row.effect)),
  error: row.error === null ? null : FaultSchema.parse(row.error),
});

export async function readChange({ work }: Services, desk: Desk, actor: Actor, id: string): Promise<Change> {
  requirePermission(actor, "registry.read");
  const row = await readRegistryChange(work.sql, id);
  if (!row) throw new ApiError("change.not_found");
  return item(row, desk, await effectsFor(work.sql, actor));
}

/** Newest first. */
export async function listChanges(
  { work }: Services,
  desk: Desk,
  actor: Actor,
  query: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<ChangesPage> {
  requirePermission(actor, "registry.read");
  const rows = await listRegistryChanges(work.sql, unpackCursor(IdSchema, query.cursor), query.limit + 1);
  const page = rows.slice(0, query.limit);
  const told = await effectsFor(work.sql, actor);
  return {
    items: page.map((row) => item(row, desk, told)),
    next_cursor: rows.length > query.limit ? packCursor(page.at(-1)?.id) : null,
  };
}

/** Stops a change; everything stays as it was. */
export async function cancelChange(services: Services, desk: Desk, actor: Actor, id: string): Promise<Change> {
  requirePermission(actor, "registry.write");
  const told = await readChange(services, desk, actor, id);
  if (told.state !== "waiting" && told.state !== "running") throw new ApiError("change.not_running");
  const before = { state: told.state };
  await services.work.sql.begin((tx) =>
    record(tx, actor, { action: "registry.cancelled", subject: subjectOf(id), before, outcome: "done" }),
  );
  const stopped = desk.runner.cancel(changeKey(id), new Cancelled("cancelled"));
  if (!stopped) throw new ApiError("change.not_running");
  for (const until = performance.now() + 10 * PATIENCE_MS; performance.now() < until; await wait(50)) {
    const now = await readChange(services, desk, actor, id);
    if (now.state !== "waiting" && now.state !== "running") return now;
  }
  return readChange(services, desk, actor, id);
}
