import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FindingRecord, Instant } from "@tianyan/core";
import { openDatabase } from "@tianyan/db";
import { CANONICAL_PROFILE, type Profile, parseProfile } from "@tianyan/ingest";
import { onTestFinished } from "vitest";
import { createTestDatabase } from "../../../packages/db/test/support/database";
import { openWire, type Wire } from "../../../packages/db/test/support/wire";
import { LOCAL_ACTOR } from "../../src/services/actor";
import { checkFindings } from "../../src/services/findings/check";
import { type ExportRequest, exportFindings } from "../../src/services/findings/export";
import { type ImportSummary, importFiles } from "../../src/services/imports/import-files";
import { prepare } from "../../src/services/installation/prepare";
import type { Services } from "../../src/services/services";
import { at } from "./instants";

export const ACTOR = LOCAL_ACTOR;
export { at };
/** The tests' present. */
export const NOW = at("2026-11-21T04:00:00Z");

export interface County {
  readonly services: Services;
  load(files: readonly string[], profile?: Profile): Promise<ImportSummary>;
  findings(request?: ExportRequest): Promise<FindingRecord[]>;
  /** Fails where what is stored is not what the rows say. */
  check(): Promise<void>;
  drop(): Promise<void>;
}

/** A database in our version, with nothing in it. */
export async function createCounty(now: Instant = NOW): Promise<County> {
  const { db, drop } = await createTestDatabase();
  await prepare(db, now);
  const services: Services = { db, now: () => now, version: "0.0.0-test" };
  return {
    services,
    drop,
    load: (files, profile = CANONICAL_PROFILE) => importFiles(services, ACTOR, { files, profile }),
    async findings(request = {}) {
      const records: FindingRecord[] = [];
      for await (const record of exportFindings(services, ACTOR, request)) records.push(record);
      return records;
    },
    async check() {
      const { differences, examples } = await checkFindings(services, ACTOR);
      if (Object.values(differences).some((count) => count > 0))
        throw new Error(`stored findings differ: ${JSON.stringify({ differences, examples })}`);
    },
  };
}

/** A county whose database is reached by way of a wire, on which every statement is seen and which can be cut. */
export async function countyOnWire(): Promise<County & { readonly wire: Wire }> {
  const county = await createCounty();
  const { url } = county.services.db;
  const wire = await openWire(() => Number(new URL(url).port));
  const db = await openDatabase(wire.url(url), { connections: 6 });
  return {
    ...county,
    wire,
    services: { ...county.services, db },
    async drop() {
      await db.close();
      await wire.close();
      await county.drop();
    },
  };
}

/** For one test: taken away when it ends. */
export async function countyOfTest(): Promise<County> {
  const county = await createCounty();
  onTestFinished(() => county.drop());
  return county;
}

/** A temporary file of these lines; gone when the test ends. */
export async function fileOf(name: string, lines: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tianyan-file-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  await writeFile(path, `${lines.join("\n")}\n`);
  return path;
}

export const profileOf = (document: unknown): Profile => parseProfile(document, "test");
