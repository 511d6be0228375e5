import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { COMPETENCE } from "./county/competence";
import { HABITS } from "./county/habits";
import { UNIT_ROWS, unitRow } from "./county/units";
import type { DemoPart } from "./parts";
import { type DemoOptions, type SimulatedOrder, simulate } from "./simulate";
import { csvLine } from "./write/csv";
import { COMPETENCE_HEADER, EVENT_HEADER, eventRow, ORDER_HEADER, orderRow, UNIT_HEADER, unitLine } from "./write/rows";
import { TextFile } from "./write/text-file";

export interface Demo {
  /** Paths of the export files, in the order to load them: units, competence, orders, events. */
  readonly files: string[];
  /** Code of the source profile to read them with; null: the one for canonical tables. */
  readonly profile: string | null;
  /** NDJSON: the habits of units, then per order what was planted. For benchmarks alone. */
  readonly truth: string;
}

/** Writes the export files of a simulated county into `dir`; the same options give the same bytes. */
export async function writeDemo(dir: string, options: DemoOptions): Promise<Demo> {
  const registry = await writeDemoRegistry(dir);
  const truth = await TextFile.create(join(dir, "truth.ndjson"));
  try {
    for (const habit of HABITS) await truth.write(`${JSON.stringify(habit)}\n`);
    const files = await writeOrders(dir, "", simulate(options), truth);
    return { files: [...registry, ...files], profile: null, truth: truth.path };
  } finally {
    await truth.close();
  }
}

/** Writes the tables of units and of competence, which all parts have in common. */
export async function writeDemoRegistry(dir: string): Promise<string[]> {
  await mkdir(dir, { recursive: true });
  return [
    await writeTable(join(dir, "演示县-单位.csv"), UNIT_HEADER, UNIT_ROWS.map(unitLine)),
    await writeTable(
      join(dir, "演示县-职责目录.csv"),
      COMPETENCE_HEADER,
      COMPETENCE.map((row) => csvLine([row.category, unitRow(row.unit).name])),
    ),
  ];
}

/** Writes orders and events of some months; all parts together hold what `writeDemo` writes. */
export async function writeDemoPart(
  dir: string,
  options: DemoOptions,
  part: DemoPart,
  signal?: AbortSignal,
): Promise<string[]> {
  await mkdir(dir, { recursive: true });
  const months = part.first === part.last ? part.first : `${part.first}至${part.last}`;
  return writeOrders(dir, `-${months}`, simulate(options, part), null, signal);
}

async function writeOrders(
  dir: string,
  months: string,
  simulated: Iterable<SimulatedOrder>,
  truth: TextFile | null,
  signal?: AbortSignal,
): Promise<string[]> {
  const orders = await TextFile.create(join(dir, `演示县-工单${months}.csv`));
  const events = await TextFile.create(join(dir, `演示县-流转记录${months}.csv`));
  try {
    await orders.write(ORDER_HEADER);
    await events.write(EVENT_HEADER);
    for (const { order, steps, planted } of simulated) {
      signal?.throwIfAborted();
      await orders.write(orderRow(order));
      for (const [index, step] of steps.entries()) await events.write(eventRow(order.id, index + 1, step));
      if (planted.length === 0) continue;
      const conduct = planted.map(({ conduct, unit }) => ({ conduct, unit }));
      await truth?.write(`${JSON.stringify({ order_id: order.id, planted: conduct })}\n`);
    }
  } finally {
    await orders.close();
    await events.close();
  }
  return [orders.path, events.path];
}

async function writeTable(path: string, header: string, rows: readonly string[]): Promise<string> {
  const file = await TextFile.create(path);
  try {
    await file.write(header);
    for (const row of rows) await file.write(row);
  } finally {
    await file.close();
  }
  return path;
}
