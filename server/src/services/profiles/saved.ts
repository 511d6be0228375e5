import { ApiError, type SavedProfile, type SavedProfiles, type SaveProfileInput } from "@tianyan/api";
import { instant, isoInstant } from "@tianyan/core";
import { readSourceProfiles, removeSourceProfile, type SourceProfileRow, saveSourceProfile } from "@tianyan/db";
import { type Profile, parseProfile, Refusal } from "@tianyan/ingest";
import type { Actor } from "../../auth/actor";
import type { Services } from "../services";

const item = (row: SourceProfileRow): SavedProfile => ({
  source: row.source,
  name: typeof row.document.name === "string" ? row.document.name : row.source,
  document: { ...row.document },
  headers: row.headers.map((headers) => [...headers]),
  author: row.author,
  saved_at: isoInstant(instant(row.saved_at)),
});

export const listProfiles = async ({ work }: Services, _actor: Actor): Promise<SavedProfiles> => ({
  profiles: (await readSourceProfiles(work.sql)).map(item),
});

/** Throws an ApiError where none is saved for the source. */
export async function readProfile({ work }: Services, _actor: Actor, source: string): Promise<SavedProfile> {
  const row = (await readSourceProfiles(work.sql)).find((saved) => saved.source === source);
  if (!row) throw new ApiError("profile.not_found");
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
  const document = { ...given.document, source };
  profileOfDocument(document);
  const profile = { source, document, headers: given.headers ?? [], author: actor.name };
  await saveSourceProfile(services.work.sql, profile, services.now());
  return readProfile(services, actor, source);
}

export async function removeProfile({ work }: Services, _actor: Actor, source: string): Promise<void> {
  if (!(await removeSourceProfile(work.sql, source))) throw new ApiError("profile.not_found");
}

const same = (a: readonly string[], b: readonly string[]): boolean => {
  const others = new Set(b);
  return new Set(a).size === others.size && a.every((header) => others.has(header));
};

/** The saved profile whose files had the headers of each of these tables. */
export async function profileForHeaders(
  { work }: Services,
  tables: readonly (readonly string[])[],
): Promise<SourceProfileRow | null> {
  if (tables.length === 0) return null;
  const saved = await readSourceProfiles(work.sql);
  return saved.find(({ headers }) => tables.every((own) => headers.some((known) => same(own, known)))) ?? null;
}
