import { ApiError, type ImportItem, requirePermission, type Text } from "@tianyan/api";
import {
  batchesBuiltUpon,
  changeImportJob,
  createTouched,
  heirOf,
  importsOfBatches,
  isConnectionError,
  keepImportsOut,
  markUndone,
  nextTouched,
  type OrderKey,
  readBatchToUndo,
  recountBatches,
  refreshStatistics,
  removeBatchRows,
  type Transaction,
  textOf,
  touchBatch,
  touchedCount,
  type UndoneBatch,
  writeByKey,
} from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { record } from "../audit/record";
import type { Desk } from "../desk";
import { faultOf, faultOfError } from "../jobs/fault";
import { createMeter, type Meter } from "../jobs/meter";
import { outlast } from "../jobs/outlast";
import { judgeTouched } from "../judging/judge-touched";
import { readRegistry, touchDifference } from "../registry/difference";
import type { Services } from "../services";
import { importInScope } from "./in-scope";
import { jobKey } from "./item";
import { dropRejectsWorkbooks } from "./rejects-workbook";
import { readItem } from "./start";
import { forgetUnits, takeBackRegistry, takeBackSources } from "./undo-registry";

const TELL_EVERY_MS = 500;

/**
 * Takes a whole batch back: everything is then as if it had never been loaded, and the same files can be loaded again. Throws an ApiError
 * where later batches lean on its rows, naming them.
 */
export async function undoImport(services: Services, desk: Desk, actor: Actor, id: string): Promise<ImportItem> {
  requirePermission(actor, "imports.write");
  const { work } = services;
  const job = await importInScope(services, actor, id);
  const batch = job.batch === null ? null : await readBatchToUndo(work.sql, job.batch);
  if (!batch || job.state !== "done") throw new ApiError("import.nothing_to_undo");
  if (!job.accounted) throw new ApiError("import.without_account");
  await work.sql.begin((tx) => refuseBuiltUpon(tx, batch.id));
  const undoing = { state: "undoing", error: null };
  const told = { subject: { type: "import", id }, outcome: "done" } as const;
  await work.sql.begin(async (tx) => {
    if (!(await changeImportJob(tx, id, undoing, ["done"]))) throw new ApiError("import.nothing_to_undo");
    await record(tx, actor, { action: "import.undoing", ...told });
  });
  void desk.runner.add(jobKey(id), (signal) => runUndo(services, desk, actor, { id, batch }, signal));
  return readItem(services, desk, id);
}

interface Undoing {
  readonly id: string;
  readonly batch: UndoneBatch;
}

async function runUndo(
  services: Services,
  desk: Desk,
  actor: Actor,
  undoing: Undoing,
  signal: AbortSignal,
): Promise<void> {
  const { work } = services;
  const { id } = undoing;
  const meter = createMeter();
  let told = performance.now();
  let writing: Promise<unknown> = Promise.resolve();
  const tell = (): void => {
    if (performance.now() - told < TELL_EVERY_MS) return;
    told = performance.now();
    const progress = meter.read();
    writing = writing.then(() => changeImportJob(work.sql, id, { progress }, ["undoing"]).catch(() => false));
  };
  try {
    signal.throwIfAborted();
    await work.sql.begin(async (tx) => {
      await undoIn(tx, services, undoing.batch, meter, tell, signal);
      await writing;
      const at = services.now();
      await changeImportJob(tx, id, { state: "undone", progress: null, undone_at: at, undone_by: actor.name });
      const subject = { type: "batch", id: undoing.batch.id };
      await record(tx, actor, { action: "import.undone", subject, before: { import: id }, outcome: "done" });
    });
    await dropRejectsWorkbooks(desk, id);
    await refreshStatistics(work.sql).catch(() => undefined);
  } catch (error) {
    await writing;
    if (!signal.aborted && !(error instanceof ApiError) && !isConnectionError(error))
      desk.log(error instanceof Error ? (error.stack ?? error.message) : textOf(error));
    const fault = signal.aborted ? faultOf("import.undo_interrupted") : faultOfError(error, "import.file_refused");
    const kept = { state: "done", progress: null, error: fault };
    const close = () =>
      work.sql.begin(async (tx) => {
        // Where it was undone all the same, only the answer was lost.
        if (!(await changeImportJob(tx, id, kept, ["undoing"]))) return;
        const told = { subject: { type: "import", id }, after: { code: fault.code }, outcome: "done" } as const;
        await record(tx, actor, { action: "import.undo_failed", ...told });
      });
    await outlast(signal, close).catch((failure: unknown) => desk.log(textOf(failure)));
  }
}

async function undoIn(
  tx: Transaction,
  services: Services,
  batch: UndoneBatch,
  meter: Meter,
  tell: () => void,
  signal: AbortSignal,
): Promise<void> {
  await keepImportsOut(tx);
  await refuseBuiltUpon(tx, batch.id);
  await writeByKey(tx);
  const now = services.now();
  const before = await readRegistry(tx);
  await createTouched(tx);
  await touchBatch(tx, batch.id);
  const reach = createReach(meter, await touchedCount(tx), tell);
  const gone = await removeRows(tx, batch, reach, signal);
  await takeBackRegistry(tx, batch);
  await takeBackSources(tx, batch, now);
  await markUndone(tx, batch.id, batch.source, now);
  const after = await readRegistry(tx);
  await touchDifference(tx, before, after);
  const derive = new Map<string, string>();
  for (const { code, shape } of after.judging.sources) {
    const heir = shape === "event" ? null : await heirOf(tx, code);
    if (heir !== null) derive.set(code, heir);
  }
  reach.judge(gone, await touchedCount(tx));
  await judgeTouched(tx, after.judging, { now, signal, derive, onJudged: reach.judged });
  await forgetUnits(tx, batch);
  await recountBatches(tx);
}

const CHUNK = 2_000;

async function removeRows(
  tx: Transaction,
  batch: UndoneBatch,
  reach: ReturnType<typeof createReach>,
  signal: AbortSignal,
): Promise<number> {
  let [done, gone] = [0, 0];
  for (let last: OrderKey | null = null; ; ) {
    signal.throwIfAborted();
    const rows: readonly { source: string; order_id: string }[] = await nextTouched(tx, last, CHUNK);
    const keys = rows.map((row) => ({ source: row.source, orderId: row.order_id }));
    last = keys.at(-1) ?? null;
    if (last === null) return gone;
    gone += await removeBatchRows(tx, batch, keys);
    done += keys.length;
    reach.removed(done);
  }
}

/** Taking the rows of an order out is half of it, judging what is left the other half; of what goes whole nothing is left to judge. */
function createReach(meter: Meter, orders: number, tell: () => void) {
  let done = 0;
  let judging = 0;
  meter.restart(orders);
  const reach = (share: number): void => {
    meter.reach(Math.floor(orders * Math.min(1, share)));
    tell();
  };
  return {
    removed: (count: number): void => reach(count / 2 / Math.max(1, orders)),
    judge(gone: number, touched: number): void {
      done = 0.5 + gone / 2 / Math.max(1, orders);
      judging = touched;
      reach(done);
    },
    judged: (count: number): void => reach(done + ((1 - done) * count) / Math.max(1, judging)),
  };
}

async function refuseBuiltUpon(tx: Transaction, batch: string): Promise<void> {
  const later = await batchesBuiltUpon(tx, batch);
  if (later.length === 0) return;
  throw new ApiError("import.built_upon", { detail: nameImports(await importsOfBatches(tx, later)) });
}

const MOST_NAMED = 5;

function nameImports(imports: readonly { readonly id: string; readonly names: readonly string[] }[]): Text {
  const named = imports.slice(0, MOST_NAMED);
  const more = imports.length - named.length;
  const zh = named.map(({ id, names }) => `第 ${id} 号（${names.join("、")}）`).join("，");
  const en = named.map(({ id, names }) => `no. ${id} (${names.join(", ")})`).join("; ");
  return {
    zh: `涉及之后的导入：${zh}${more > 0 ? `等 ${imports.length} 次` : ""}`,
    en: `Later imports: ${en}${more > 0 ? ` and ${more} more` : ""}`,
  };
}
