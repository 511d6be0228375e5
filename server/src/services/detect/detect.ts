import { closeSync, writeSync } from "node:fs";
import { createJudge, type EventKind, type Instant, measurableRules, RULES, zone } from "@tianyan/core";
import {
  CANONICAL_PROFILE,
  createInstantReader,
  derivableKinds,
  loadProfile,
  type OpenTable,
  openTable,
  type Profile,
  Refusal,
  type TableKind,
} from "@tianyan/ingest";
import type { Outcome } from "./judging";
import { TextWriter } from "./lines";
import { OrderTable } from "./order-table";
import { judgeByParts, judgeInPassing, type Pass } from "./pass";
import { openForWriting, RejectFile } from "./reject-file";
import { type DetectRequest, readCatalogues, readParameters } from "./setting";
import { SortedLines } from "./sorted-lines";
import { TempFolder } from "./temp-folder";

/** What a run needs beside its request. */
export interface DetectContext {
  readonly stdout: NodeJS.WritableStream;
  readonly now: Instant;
  readonly signal: AbortSignal;
}

export interface DetectSummary {
  readonly orders: number;
  readonly findings: number;
  readonly rejects: RejectFile;
  /** Columns that the profile maps and the files lack. */
  readonly absentColumns: readonly string[];
  /** Rows were brought together on the disk, because they did not stand together. */
  readonly sorted: boolean;
}

interface Tables {
  readonly events: OpenTable;
  readonly orders: OpenTable | null;
  readonly units: OpenTable | null;
  readonly competence: OpenTable | null;
}

/** Judges the orders of one events file and writes their findings, without any database. Throws a Refusal before it writes. */
export async function detect(request: DetectRequest, context: DetectContext): Promise<DetectSummary> {
  const profile = request.profile === null ? CANONICAL_PROFILE : await loadProfile(request.profile);
  const parameters = await readParameters(request.rules, profile, request.profile);
  const asOf = readAsOf(request.asOf, parameters.zone);
  const tables = await openAll(request, profile);
  const rejects = new RejectFile(request.rejects);
  // Opened before the first finding is written, so that a path that cannot be used is refused whole.
  const flagsFile = request.flags === null ? null : openForWriting(request.flags);
  const folder = new TempFolder();
  try {
    const onRejects = rejects.add.bind(rejects);
    const { units, competence } = await readCatalogues(tables, parameters, context.now, onRejects);
    const judge = createJudge({
      parameters,
      centres: units.centres,
      competence,
      // What a source records is known at the end of its file; until then every rule is judged.
      measurable: profile.records ? measurableRules(profile.records) : new Set(RULES),
      compareRows: profile.shape === "event",
    });
    const options = { zone: parameters.zone, now: context.now, resolveUnit: units.resolve };
    const pass = { events: tables.events, options, judge, asOf, onRejects, signal: context.signal };
    const { outcome, sorted } = await judgeAll(pass, tables.orders, folder, flagsFile !== null, rejects);
    const findings = await writeFindings(outcome, recordedBy(profile, outcome.kinds), context.stdout);
    if (flagsFile !== null && outcome.flags) await writeFlags(flagsFile, outcome.flags);
    return {
      orders: outcome.orders,
      findings,
      rejects,
      absentColumns: [...tables.events.absentColumns, ...(tables.orders?.absentColumns ?? [])],
      sorted,
    };
  } finally {
    folder.remove();
    rejects.close();
    if (flagsFile !== null) closeSync(flagsFile);
  }
}

function readAsOf(text: string | null, zoneName: string): Instant | undefined {
  if (text === null) return undefined;
  const at = createInstantReader("iso", zone(zoneName))(text.trim());
  if (at !== null) return at;
  throw new Refusal("detect.as_of", {
    zh: `--as-of 的时间无法识别：${text}，请写成 2024-03-05T09:07:00+08:00`,
    en: `--as-of is not a readable instant: ${text}; write 2024-03-05T09:07:00+08:00`,
  });
}

/** Looks every file through before anything is judged. */
async function openAll(request: DetectRequest, profile: Profile): Promise<Tables> {
  const open = async (path: string | null, table: TableKind): Promise<OpenTable | null> =>
    path === null ? null : await openTable(path, profile, table);
  return {
    units: await open(request.units, "units"),
    competence: await open(request.competence, "competence"),
    orders: await open(request.orders, "orders"),
    events: await openTable(request.events, profile, "events"),
  };
}

async function judgeAll(
  pass: Pass,
  ordersTable: OpenTable | null,
  folder: TempFolder,
  withFlags: boolean,
  rejects: RejectFile,
): Promise<{ readonly outcome: Outcome; readonly sorted: boolean }> {
  const fresh = (): Outcome => ({
    findings: new SortedLines(folder),
    flags: withFlags ? new SortedLines(folder) : null,
    kinds: new Set(),
    orders: 0,
  });
  rejects.mark();
  const orders = await readOrders(ordersTable, pass);
  if (orders) {
    rejects.mark();
    const outcome = fresh();
    if (await judgeInPassing(pass, orders, outcome)) return { outcome, sorted: false };
  }
  rejects.rewind();
  const outcome = fresh();
  await judgeByParts(pass, orders ?? new OrderTable(), orders ? null : ordersTable, folder, outcome);
  return { outcome, sorted: true };
}

/** The orders table in memory; null where it is too large for that. */
async function readOrders(table: OpenTable | null, pass: Pass): Promise<OrderTable | null> {
  const orders = new OrderTable();
  for await (const batch of table?.read(pass.options) ?? []) {
    pass.signal.throwIfAborted();
    pass.onRejects(batch.rejects);
    if (batch.table !== "orders") continue;
    if (orders.full) return null;
    for (const order of batch.rows) orders.set(order);
  }
  return orders;
}

const recordedBy = (profile: Profile, occurred: ReadonlySet<EventKind>): ReadonlySet<EventKind> =>
  profile.records ?? new Set([...derivableKinds(profile), ...occurred]);

async function writeFindings(
  outcome: Outcome,
  recorded: ReadonlySet<EventKind>,
  stdout: NodeJS.WritableStream,
): Promise<number> {
  const measurable: ReadonlySet<string> = measurableRules(recorded);
  const writer = new TextWriter(stdout);
  let findings = 0;
  for await (const { lines } of outcome.findings.read()) {
    for (const { tag, text } of lines) {
      if (!measurable.has(tag)) continue;
      findings++;
      await writer.write(`${text}\n`);
    }
  }
  await writer.flush();
  return findings;
}

async function writeFlags(file: number, flags: SortedLines): Promise<void> {
  for await (const { lines } of flags.read()) writeSync(file, `${lines.map(({ text }) => text).join("\n")}\n`);
}
