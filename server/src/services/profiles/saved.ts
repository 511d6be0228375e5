import { type Actor, ApiError, type SavedProfile, type SavedProfiles, type SaveProfileInput } from "@tianyan/api";
import { instant, isoInstant } from "@tianyan/core";
import { readSourceProfiles, removeSourceProfile, type SourceProfileRow, saveSourceProfile } from "@tianyan/db";
import { type Profile, parseProfile, Refusal } from "@tianyan/ingest";
import type { Services } from "../services";

const item = (row: SourceProfileRow): SavedProfile => ({
  source: row.source,
  name: typeof row.document.name === "string" ? row.document.name : row.source,
  document: { ...row.document },
  headers: row.headers.map((headers) => [...headers]),
  author: row.author,
  saved_at: isoInstant(instant(row.saved_at)),
});

export const listProfiles = async ({ db }: Services, _actor: Actor): Promise<SavedProfiles> => ({
  profiles: (await readSourceProfiles(db.sql)).map(item),
});

export const countProfiles = async ({ db }: Services): Promise<number> => (await readSourceProfiles(db.sql)).length;

/** Throws an ApiError where none is saved for the source. */
export async function readProfile({ db }: Services, _actor: Actor, source: string): Promise<SavedProfile> {
  const row = (await readSourceProfiles(db.sql)).find((saved) => saved.source === source);
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
  await saveSourceProfile(services.db.sql, profile, services.now());
  return readProfile(services, actor, source);
}

export async function removeProfile({ db }: Services, _actor: Actor, source: string): Promise<void> {
  if (!(await removeSourceProfile(db.sql, source))) throw new ApiError("profile.not_found");
}
