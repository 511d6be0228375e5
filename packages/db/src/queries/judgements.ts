import type { Runner, Transaction } from "../connect";
import { jsonText } from "./json";

export interface ParameterVersion {
  readonly id: string;
  readonly document: unknown;
  /** Orders accepted from then on are judged by it, until the next. */
  readonly effective_at: number;
}

/** Earliest first. */
export const readParameterVersions = (sql: Runner): Promise<readonly ParameterVersion[]> =>
  sql<ParameterVersion[]>`select id, document, effective_at from parameter_version order by effective_at, id`;

export interface NewParameterVersion {
  readonly document: unknown;
  readonly author: string;
  readonly reason: string;
  /** `-infinity`: for every order. */
  readonly effectiveAt: number | "-infinity";
}

export async function addParameterVersion(tx: Transaction, version: NewParameterVersion, at: number): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into parameter_version (document, author, reason, effective_at, created_at)
    values (${jsonText(version.document)}::text::jsonb, ${version.author}, ${version.reason},
      ${version.effectiveAt}::timestamptz, ${at}::timestamptz) returning id`;
  return row?.id ?? "";
}

/** The id of the judgement of this hash, recorded where it is new. */
export async function judgementId(tx: Transaction, hash: string, version: string, at: number): Promise<string> {
  await tx`
    insert into judgement (hash, parameter_version, created_at) values (${hash}, ${version}::bigint, ${at}::timestamptz)
    on conflict (hash) do nothing`;
  const [row] = await tx<{ id: string }[]>`select id from judgement where hash = ${hash}`;
  return row?.id ?? "";
}

/** Readers see this generation from the end of the transaction on. */
export const pointToGeneration = (tx: Transaction, generation: string) =>
  tx`update generation set current = ${generation}::bigint`;
