import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ApiError, type IngestedRow, requirePermission } from "@tianyan/api";
import { addIngestRequest, readIngestRequest, rowsBefore, rowsOfBatch, type Transaction } from "@tianyan/db";
import { CANONICAL_PROFILE, type Profile, Refusal } from "@tianyan/ingest";
import { type Actor, SYSTEM_ACTOR } from "../../auth/actor";
import { record } from "../audit/record";
import type { Desk } from "../desk";
import { enterAsCommand } from "../imports/history";
import { importFiles } from "../imports/import-files";
import { createCleaner } from "../imports/recognise";
import type { ImportSummary } from "../imports/summary";
import { profileOfDocument, readProfile } from "../profiles/saved";
import type { Services } from "../services";
import { type SplitBody, splitBody } from "./body";

export interface IngestRequest {
  readonly key: string;
  readonly source: string | undefined;
  readonly body: string;
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/**
 * Records a body of events and orders and answers each of its lines. The same key gives the same answer, and nothing is done twice. Throws
 * an ApiError where too many wait, or where the key was used for another body.
 */
export async function ingest(services: Services, desk: Desk, actor: Actor, asked: IngestRequest): Promise<string> {
  requirePermission(actor, "ingest.write");
  const request = { ...asked, source: sourceFor(actor, asked.source) };
  const known = await answered(services, request);
  if (known !== null) return known;
  if (desk.ingesting.size >= desk.ingestQueue) throw new ApiError("ingest.busy");
  return new Promise((resolve, reject) => {
    void desk.ingesting.add(request.key, async (signal) => {
      try {
        signal.throwIfAborted();
        resolve((await answered(services, request)) ?? (await take(services, actor, request)));
      } catch (error) {
        reject(error);
      }
    });
  });
}

/** A key of one source delivers for it, named or not; for no other. */
function sourceFor({ scope }: Actor, source: string | undefined): string | undefined {
  if (scope.sources === null) return source;
  const own = source ?? (scope.sources.length === 1 ? scope.sources[0] : undefined);
  if (own === undefined || !scope.sources.includes(own)) throw new ApiError("key.other_source");
  return own;
}

async function answered({ work }: Services, { key, body, source }: IngestRequest): Promise<string | null> {
  const row = await readIngestRequest(work.sql, key);
  if (row && row.body_sha256 !== bodyHash(body, source)) throw new ApiError("ingest.key_reused");
  return row?.answer ?? null;
}

const bodyHash = (body: string, source: string | undefined): string => sha256(`${source ?? ""}\n${body}`);

/** The saved profile of the source; where there is none, the canonical tables under its name. */
async function profileFor(services: Services, source: string | undefined): Promise<Profile> {
  if (source === undefined) return CANONICAL_PROFILE;
  try {
    return profileOfDocument((await readProfile(services, SYSTEM_ACTOR, source)).document);
  } catch (error) {
    if (!(error instanceof ApiError && error.code === "profile.not_found")) throw error;
    return profileOfDocument({ source });
  }
}

async function take(services: Services, actor: Actor, request: IngestRequest): Promise<string> {
  const profile = await profileFor(services, request.source);
  const folder = await mkdtemp(join(tmpdir(), "tianyan-ingest-"));
  try {
    const split = await splitBody(folder, services.keys.forFiles, request.body, profile);
    if (split.paths.length === 0) return "";
    const now = services.now();
    let answer: string | null = null;
    const keep = async (tx: Transaction, batch: string | null, rows: readonly IngestedRow[]) => {
      const text = rows.map((row) => `${JSON.stringify(row)}\n`).join("");
      const summary = summaryOf(rows);
      await addIngestRequest(
        tx,
        {
          key: request.key,
          body_sha256: bodyHash(request.body, request.source),
          answer: text,
          answer_sha256: sha256(text),
          summary,
          actor: actor.name,
          batch,
        },
        now,
      );
      return text;
    };
    const summary = await importFiles(services, actor, {
      profile,
      files: split.paths,
      async within(tx, batch, done) {
        await enterAsCommand(actor, [`${request.key}.ndjson`], now, "machine")(tx, batch, done);
        answer = await keep(tx, batch, await rowsAnswered(tx, batch, split, done, profile));
      },
    });
    if (answer !== null) return answer;
    // The same rows came before, under another key.
    return (await services.work.sql.begin(async (tx) => {
      const text = await keep(tx, null, answerRows(split, summary, { positions: new Set(), orders: new Set() }, 0));
      const told = { subject: { type: "ingest", id: request.key }, after: { rows: 0 }, outcome: "done" } as const;
      await record(tx, actor, { action: "ingest.answered", ...told });
      return text;
    })) as string;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const clean = createCleaner([folder]);
    throw new ApiError("import.file_refused", {
      detail: { zh: clean(error.words.zh), en: clean(error.words.en) },
      cause: error,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Brought = Awaited<ReturnType<typeof rowsOfBatch>>;

async function rowsAnswered(
  tx: Transaction,
  batch: string,
  split: SplitBody,
  done: ImportSummary,
  profile: Profile,
): Promise<readonly IngestedRow[]> {
  const events = split.lines.filter(({ table }) => table === "events").length;
  // The file of this body is counted already: its rows follow those before it.
  const last = done.files.some(({ table, known }) => table === "events" && !known)
    ? (await rowsBefore(tx, done.source)) - events
    : 0;
  const brought = await rowsOfBatch(tx, batch);
  return answerRows(split, done, brought, last, profile.newestFirst ? events : null);
}

function answerRows(
  { lines }: SplitBody,
  { rejects }: ImportSummary,
  brought: Brought,
  before: number,
  reversed: number | null = null,
): readonly IngestedRow[] {
  const rejected = new Map(
    rejects.map((reject) => [`${reject.file.includes("orders.ndjson") ? "orders" : "events"} ${reject.row}`, reject]),
  );
  return lines.map(({ table, row, orderId }, index): IngestedRow => {
    const reject = rejected.get(`${table} ${row}`);
    if (reject) {
      const { column_name: column, value, code, zh, en } = reject;
      return { row: index + 1, status: "rejected", column, value, code, zh, en };
    }
    const place = before + (reversed === null ? row : reversed + 1 - row);
    const fresh = table === "orders" ? brought.orders.has(orderId) : brought.positions.has(place);
    return { row: index + 1, status: fresh ? "accepted" : "known" };
  });
}

const summaryOf = (rows: readonly IngestedRow[]) => ({
  rows: rows.length,
  accepted: rows.filter(({ status }) => status === "accepted").length,
  known: rows.filter(({ status }) => status === "known").length,
  rejected: rows.filter(({ status }) => status === "rejected").length,
});
