import { ApiError } from "@tianyan/api";
import { type ImportJobRow, type ImportJobScope, readImportJob } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import type { Services } from "../services";

/** A file has no district and no unit: it is handled by whom neither narrows, for their sources. */
const wholeFiles = ({ scope }: Actor): boolean => scope.districts === null && scope.units === null;

export const sourceInScope = (actor: Actor, source: string): boolean =>
  wholeFiles(actor) && (actor.scope.sources?.includes(source) ?? true);

/** Throws an ApiError where somebody may not handle what comes from the source. */
export function requireSource(actor: Actor, source: string): void {
  if (!sourceInScope(actor, source)) throw new ApiError("source.out_of_scope");
}

/** Of the sources in scope, and one's own of which no source is known yet; null: all. */
export const importScope = (actor: Actor): ImportJobScope | null =>
  wholeFiles(actor) && actor.scope.sources === null
    ? null
    : { sources: wholeFiles(actor) ? (actor.scope.sources ?? []) : [], actor: actor.name };

/** An import in the actor's scope. Throws an ApiError where there is none. */
export async function importInScope({ work }: Services, actor: Actor, id: string): Promise<ImportJobRow> {
  const job = await readImportJob(work.sql, id);
  const scope = importScope(actor);
  if (job && (!scope || (job.source === null ? job.actor === scope.actor : scope.sources.includes(job.source))))
    return job;
  throw new ApiError("import.not_found");
}
