import { basename } from "node:path";
import {
  type Brought,
  keepBatchAccount,
  keepBrought,
  keepOrdersBefore,
  readCompetence,
  readUnits,
  type StoredUnit,
  sourcesOfBatch,
  stableText,
  type Transaction,
} from "@tianyan/db";
import { describeSource } from "./profile";
import type { ImportRequest } from "./request";
import type { Gathered } from "./stage";

/** What a batch changes beside its own rows, written down with it: so that it can be taken back. */
export interface Account {
  keep(batch: string, request: ImportRequest, gathered: Gathered, known: number): Promise<void>;
}

const pair = ({ category, unit }: { readonly category: string; readonly unit: string }): string =>
  JSON.stringify([category, unit]);

const plain = ({ code, name, parent, kind, aliases, provisional, pinyin }: StoredUnit) => ({
  code,
  name,
  parent,
  kind,
  aliases,
  provisional,
  pinyin,
});

/** Opened before anything is recorded, when the rows are staged. */
export async function openAccount(tx: Transaction): Promise<Account> {
  await keepOrdersBefore(tx);
  const unitsBefore = new Map((await readUnits(tx)).map((unit) => [unit.code, plain(unit)]));
  const rowsBefore = new Set((await readCompetence(tx)).map(pair));
  return {
    async keep(batch, { profile }, gathered, known) {
      const listed = new Set(gathered.units.map(({ code }) => code));
      const units = (await readUnits(tx)).map(plain).flatMap((after) => {
        const before = unitsBefore.get(after.code) ?? null;
        const same = before !== null && stableText(before) === stableText(after);
        return same && !listed.has(after.code) ? [] : [{ code: after.code, before, after }];
      });
      const rows = new Map(gathered.competence.map((row) => [pair(row), row]));
      const sources = new Set([profile.source, ...(await sourcesOfBatch(tx, batch))]);
      const brought: Brought = {
        sources: [...sources].map((code) => describeSource(profile, code)),
        units,
        competence: [...rows].map(([key, { category, unit }]) => ({ category, unit, added: !rowsBefore.has(key) })),
      };
      await keepBrought(tx, batch, brought);
      await keepBatchAccount(tx, batch, { source: profile.source, known: known > 0 });
    },
  };
}

/** What people call a file: its name, of a workbook with its sheet, without any path. */
export const nameOfFile = (path: string): string => {
  const sheet = /^(.*\.\w+)(#.*)$/s.exec(path);
  return sheet ? `${basename(sheet[1] ?? "")}${sheet[2]}` : basename(path);
};
