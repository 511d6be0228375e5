import { createHash } from "node:crypto";
import {
  ApiError,
  requirePermission,
  type SavedProfile,
  type SavedProfiles,
  type SaveProfileInput,
} from "@tianyan/api";
import { instant, isoInstant } from "@tianyan/core";
import {
  readSourceProfiles,
  removeSourceProfile,
  type SourceProfileRow,
  saveSourceProfile,
  stableText,
  type Transaction,
} from "@tianyan/db";
import { type Profile, parseProfile, Refusal } from "@tianyan/ingest";
import type { Actor } from "../../auth/actor";
import { record } from "../audit/record";
import { requireSource, sourceInScope } from "../imports/in-scope";
import type { Services } from "../services";

const item = (row: SourceProfileRow): SavedProfile => ({
  source: row.source,
  name: typeof row.document.name === "string" ? row.document.name : row.source,
  document: { ...row.document },
  headers: row.headers.map((headers) => [...headers]),
  author: row.author,
  saved_at: isoInstant(instant(row.saved_at)),
});

export async function listProfiles({ work }: Services, actor: Actor): Promise<SavedProfiles> {
  requirePermission(actor, "profiles.read");
  const saved = await readSourceProfiles(work.sql);
  return { profiles: saved.filter(({ source }) => sourceInScope(actor, source)).map(item) };
}

export const countProfiles = async ({ work }: Services): Promise<number> => (await readSourceProfiles(work.sql)).length;

/** Throws an ApiError where none is saved for the source. */
export async function readProfile({ work }: Services, actor: Actor, source: string): Promise<SavedProfile> {
  requirePermission(actor, "profiles.read");
  const row = (await readSourceProfiles(work.sql)).find((saved) => saved.source === source);
  if (!row || !sourceInScope(actor, source)) throw new ApiError("profile.not_found");
  return item(row);
}

/** The document as a profile; throws an ApiError that says what is wrong with it. */
export function profileOfDocument(document: unknown): Profile {
  try {
    return parseProfile(document, "profile");
  } catch (error) {
    if (error instanceof Refusal) throw new ApiError("profile.invalid", { detail: error.words, cause: error });
    throw error;
  }
}

/** The source in the address is the one that counts. */
export async function saveProfile(
  services: Services,
  actor: Actor,
  source: string,
  given: SaveProfileInput,
): Promise<SavedProfile> {
  requirePermission(actor, "profiles.write");
  const document = { ...given.document, source };
  requireSource(actor, source);
  profileOfDocument(document);
  const profile = { source, document, headers: given.headers ?? [], author: actor.name };
  await services.work.sql.begin(async (tx) => {
    const before = await hashOfSaved(tx, source);
    await saveSourceProfile(tx, profile, services.now());
    const after = await hashOfSaved(tx, source);
    await record(tx, actor, { action: "profile.saved", subject: subjectOf(source), before, after, outcome: "done" });
  });
  return readProfile(services, actor, source);
}

export async function removeProfile({ work }: Services, actor: Actor, source: string): Promise<void> {
  requirePermission(actor, "profiles.write");
  requireSource(actor, source);
  await work.sql.begin(async (tx) => {
    const before = await hashOfSaved(tx, source);
    if (!(await removeSourceProfile(tx, source))) throw new ApiError("profile.not_found");
    await record(tx, actor, { action: "profile.removed", subject: subjectOf(source), before, outcome: "done" });
  });
}

const subjectOf = (source: string) => ({ type: "profile", id: source });

/** The trail keeps which document it was, not what it says. */
async function hashOfSaved(tx: Transaction, source: string): Promise<{ readonly sha256: string } | null> {
  const saved = (await readSourceProfiles(tx)).find((row) => row.source === source);
  return saved
    ? {
        sha256: createHash("sha256")
          .update(stableText([saved.document, saved.headers]))
          .digest("hex"),
      }
    : null;
}
