import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { COMPETENCE } from "./county/competence";
import { HABITS } from "./county/habits";
import { UNIT_ROWS, unitRow } from "./county/units";
import { type DemoOptions, simulate } from "./simulate";
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
  await mkdir(dir, { recursive: true });
  const units = await writeTable(join(dir, "units.csv"), UNIT_HEADER, UNIT_ROWS.map(unitLine));
  const competence = await writeTable(
    join(dir, "competence.csv"),
    COMPETENCE_HEADER,
    COMPETENCE.map((row) => csvLine([row.category, unitRow(row.unit).name])),
  );
  const orders = await TextFile.create(join(dir, "orders.csv"));
  const events = await TextFile.create(join(dir, "events.csv"));
  const truth = await TextFile.create(join(dir, "truth.ndjson"));
  const open = [orders, events, truth];
  try {
    await writeOrders({ orders, events, truth }, options);
  } finally {
    for (const file of open) await file.close();
  }
  return { files: [units, competence, orders.path, events.path], profile: null, truth: truth.path };
}

async function writeOrders(
  files: { readonly orders: TextFile; readonly events: TextFile; readonly truth: TextFile },
  options: DemoOptions,
): Promise<void> {
  await files.orders.write(ORDER_HEADER);
  await files.events.write(EVENT_HEADER);
  for (const habit of HABITS) await files.truth.write(`${JSON.stringify(habit)}\n`);
  for (const { order, steps, planted } of simulate(options)) {
    await files.orders.write(orderRow(order));
    for (const [index, step] of steps.entries()) await files.events.write(eventRow(order.id, index + 1, step));
    if (planted.length === 0) continue;
    const conduct = planted.map(({ conduct, unit }) => ({ conduct, unit }));
    await files.truth.write(`${JSON.stringify({ order_id: order.id, planted: conduct })}\n`);
  }
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
