import { randomBytes } from "node:crypto";
import { link, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Instant, instant, isoInstant, zone } from "@tianyan/core";
import { z } from "zod";

const FORMAT = "tianyan-audit-head/1";

/** A file that says where the chain was at a moment: kept elsewhere, it proves that nothing before was rewritten. */
export const HeadFileSchema = z.object({
  format: z.literal(FORMAT),
  date: z.string(),
  seq: z.number().int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  exported_at: z.string(),
});
export type HeadFile = z.infer<typeof HeadFileSchema>;

export const headsFolder = (folder: string): string => join(folder, "audit-heads");

export const headFile = (
  head: { readonly seq: number; readonly hash: string },
  date: string,
  now: number,
): HeadFile => ({
  format: FORMAT,
  date,
  seq: head.seq,
  hash: head.hash,
  exported_at: isoInstant(instant(now)),
});

/** What the QR code of a head says: short enough to be read from paper, and to be typed. */
export const codeOf = ({ seq, hash }: { readonly seq: number; readonly hash: string }): string =>
  `TIANYAN-AUDIT:${seq}:${hash.toUpperCase()}`;

/** Whole or not at all, and never over one that is there. False: there is one for that day. */
export async function keepHead(folder: string, head: HeadFile): Promise<boolean> {
  await mkdir(headsFolder(folder), { recursive: true });
  const path = join(headsFolder(folder), `${head.date}.json`);
  const unfinished = `${path}.${randomBytes(4).toString("hex")}.part`;
  try {
    await writeFile(unfinished, `${JSON.stringify(head, null, 2)}\n`, { mode: 0o600, flush: true });
    await link(unfinished, path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** Dates that have a head, oldest first. */
export async function keptDates(folder: string): Promise<readonly string[]> {
  const names = await readdir(headsFolder(folder)).catch((): string[] => []);
  return names
    .filter((name) => /^\d{4}-\d\d-\d\d\.json$/.test(name))
    .map((name) => name.slice(0, 10))
    .sort();
}

/** Null: there is none for that day, or the file is none of ours. */
export async function readKeptHead(folder: string, date: string): Promise<HeadFile | null> {
  const text = await readFile(join(headsFolder(folder), `${date}.json`), "utf8").catch(() => null);
  return text === null ? null : parseHeadFile(text);
}

export function parseHeadFile(text: string): HeadFile | null {
  try {
    return HeadFileSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** `2026-11-21`, as the wall shows it there. */
export function dateOf(at: Instant, zoneName: string): string {
  const { year, month, day } = zone(zoneName).local(at);
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
