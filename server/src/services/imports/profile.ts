import { createHash } from "node:crypto";
import { type SourceDescription, stableText } from "@tianyan/db";
import { derivableKinds, type OpenTable, type Profile } from "@tianyan/ingest";

/** The profile as plain data: sets become lists, maps lists of pairs. */
const plain = (profile: Profile): unknown =>
  JSON.parse(
    JSON.stringify(profile, (_, part: unknown) =>
      part instanceof Set || part instanceof Map
        ? [...part.entries()].map(([key, value]) => (part instanceof Set ? key : [key, value]))
        : part,
    ),
  );

/** Equal for profiles that read these tables alike, with what was said of single ones. */
export function readingHash(profile: Profile, tables: readonly OpenTable[]): string {
  const said = tables
    .filter(({ newestFirst, overruled }) => overruled || newestFirst !== profile.newestFirst)
    .map(({ file, newestFirst }) => [file.sha256, file.table, newestFirst]);
  const text = stableText(plain(profile));
  return createHash("sha256")
    .update(said.length === 0 ? text : `${text}${JSON.stringify(said)}`)
    .digest("hex");
}

/** What the database keeps of a source: the profile's own, and of further sources that an orders table names. */
export function describeSource(profile: Profile, code: string): SourceDescription {
  const text = (value: unknown): string | null => (typeof value === "string" ? value : null);
  return {
    code,
    name: code === profile.source ? profile.name : code,
    shape: profile.shape,
    zone: text(profile.parameters.zone),
    calendar: text(profile.parameters.calendar),
    profile: plain(profile) as SourceDescription["profile"],
    declared: profile.records === null ? null : [...profile.records].sort(),
  };
}

/** Kinds the source records whatever its rows hold. */
export const kindsByShape = (profile: Profile) =>
  profile.records === null ? derivableKinds(profile) : new Set<never>();
