import { ApiError } from "@tianyan/api";
import { codeOf, type Database, type Transaction } from "@tianyan/db";

/** Longer than changes that follow each other take; an import may hold what it judges again for minutes. */
const PATIENCE_MS = 20_000;
const LOCK_NOT_AVAILABLE = "55P03";

/** One transaction of a person's change. Throws `request.busy`, with nothing written, where somebody else holds what it changes for too long. */
export async function inChange<T>(
  { sql }: Pick<Database, "sql">,
  change: (tx: Transaction) => Promise<T>,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  try {
    return (await sql.begin(async (tx) => {
      await tx`select set_config('lock_timeout', ${`${patienceMs}ms`}, true)`;
      return change(tx);
    })) as T;
  } catch (error) {
    if (codeOf(error) === LOCK_NOT_AVAILABLE) throw new ApiError("request.busy", { cause: error });
    throw error;
  }
}
