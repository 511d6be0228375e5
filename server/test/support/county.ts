import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FindingRecord, Instant } from "@tianyan/core";
import { type Database, openDatabase, openPools } from "@tianyan/db";
import { CANONICAL_PROFILE, type Profile, parseProfile } from "@tianyan/ingest";
import { onTestFinished } from "vitest";
import { createTestDatabase } from "../../../packages/db/test/support/database";
import { openWire, type Wire } from "../../../packages/db/test/support/wire";
import { SYSTEM_ACTOR } from "../../src/auth/actor";
import { openKeyring } from "../../src/keys/open-keyring";
import { openKeyStore } from "../../src/keys/store";
import { checkFindings } from "../../src/services/findings/check";
import { type ExportRequest, exportFindings } from "../../src/services/findings/export";
import { type ImportSummary, importFiles } from "../../src/services/imports/import-files";
import { prepare } from "../../src/services/installation/prepare";
import type { Services } from "../../src/services/services";
import { at } from "./instants";

export const ACTOR = SYSTEM_ACTOR;
export { at };
/** The tests' present. */
export const NOW = at("2026-11-21T04:00:00Z");
/** The same key everywhere: tests hold databases against each other. */
export const TEST_KEY = Buffer.alloc(32, 7).toString("base64");
const TEST_KEYS = openKeyStore(TEST_KEY, "");

export interface County {
  readonly services: Services;
  /** For peeks and checksums; the product does not work as the owner. */
  readonly owner: Database;
  load(files: readonly string[], profile?: Profile): Promise<ImportSummary>;
  findings(request?: ExportRequest): Promise<FindingRecord[]>;
  /** Fails where what is stored is not what the rows say. */
  check(): Promise<void>;
  drop(): Promise<void>;
}

/** What the product works with on a prepared database: under its own roles. */
export async function openServices(owner: Database, now: Instant) {
  const { app, replay } = await openPools(owner);
  const keys = await openKeyring(owner, TEST_KEYS, now);
  const services: Services = { db: app, work: replay, keys, now: () => now, version: "0.0.0-test" };
  return { services, close: () => Promise.all([app.close(), replay.close()]) };
}

/** A database in our version, with nothing in it. */
export async function createCounty(now: Instant = NOW): Promise<County> {
  const { db: owner, drop } = await createTestDatabase();
  await prepare(owner, now);
  const { services, close } = await openServices(owner, now);
  return {
    services,
    owner,
    async drop() {
      await close();
      await drop();
    },
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
  const { db: app, work: replay } = county.services;
  const wire = await openWire(() => Number(new URL(app.url).port));
  const db = await openDatabase(wire.url(app.url), { connections: 6 });
  const work = await openDatabase(wire.url(replay.url), { connections: 6 });
  return {
    ...county,
    wire,
    services: { ...county.services, db, work },
    async drop() {
      await Promise.all([db.close(), work.close()]);
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
