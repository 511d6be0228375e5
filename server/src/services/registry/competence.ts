import { ApiError } from "@tianyan/api";
import { addCompetence, readCompetence, removeCompetenceRows, type Transaction } from "@tianyan/db";
import type { RegistryChange } from "./change";

type Said = Omit<RegistryChange, "preview">;
type Rows = readonly { readonly category: string; readonly unit: string }[];

const kind = "competence";
const target = { type: "registry", id: "competence" };
const rowsOf = async (tx: Transaction) => ({ rows: (await readCompetence(tx)).length });
/** Of these rows those that are in the catalogue. */
const lookFor = (rows: Rows) => async (tx: Transaction) => {
  const known = new Set((await readCompetence(tx)).map((row) => JSON.stringify([row.category, row.unit])));
  const there = rows.map(bare).filter((row) => known.has(JSON.stringify([row.category, row.unit])));
  return { rows: known.size, of: there.slice(0, MOST_TOLD) };
};
const MOST_TOLD = 100;

/** The path as the catalogue keeps it: blanks around `>` mean nothing. */
const bare = ({ category, unit }: Rows[number]) => ({
  category: category
    .split(">")
    .map((step) => step.trim())
    .filter((step) => step !== "")
    .join(">"),
  unit: unit.trim(),
});

export const addRows = (rows: Rows): Said => ({
  kind,
  target,
  look: lookFor(rows),
  subject: { zh: `职责目录增加 ${rows.length} 条`, en: `Add ${rows.length} rows to the catalogue` },
  async write(tx) {
    await addCompetence(tx, rows.map(bare));
  },
});

export const removeRows = (rows: Rows): Said => ({
  kind,
  target,
  look: lookFor(rows),
  subject: { zh: `职责目录删除 ${rows.length} 条`, en: `Take ${rows.length} rows out of the catalogue` },
  async write(tx) {
    if ((await removeCompetenceRows(tx, rows)) < rows.length) throw new ApiError("competence.unknown_row");
  },
});

/** The table stands in the place of the present catalogue. */
export const replaceRows = (rows: Rows): Said => ({
  kind,
  target,
  look: rowsOf,
  subject: { zh: `导入职责目录（${rows.length} 条）`, en: `Import a catalogue of ${rows.length} rows` },
  async write(tx) {
    await removeCompetenceRows(tx, await readCompetence(tx));
    if (rows.length > 0) await addCompetence(tx, rows.map(bare));
  },
});
