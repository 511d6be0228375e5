import { appendAudit, GENESIS, type Sql, sealOf, type Transaction } from "../../src/index";

/** Appends one entry, as a service would. */
export const appendOne = (tx: Transaction, n: number): Promise<string> =>
  appendAudit(tx, {
    account: n % 3 === 0 ? null : `a${n % 3}`,
    name: n % 3 === 0 ? "system" : `王${n % 3}`,
    post: n % 3 === 0 ? "system" : "data_steward",
    action: ["registry.changed", "import.undone", "session.opened"][n % 3] ?? "",
    subject: { type: "unit", id: `U${n}` },
    before: n % 2 === 0 ? null : { name: `旧名 ${n}`, aliases: ["a", "b\\c", '"'] },
    after: { name: `新名 ${n}`, nested: { seq: n } },
    outcome: n % 7 === 0 ? "denied" : "done",
    request: `r-${n}`,
    address: "10.0.0.1",
  });

/** Numbers below 1, the same for the same seed. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const AT_ONCE = 5_000;

/** An empty trail filled as the owner can: entries of this payload (SQL of `n`), sealed as the function does, one after the other. */
export async function fillTrail(sql: Sql, length: number, payload: string): Promise<void> {
  let prev = GENESIS;
  for (let from = 1; from <= length; from += AT_ONCE) {
    const to = Math.min(length, from + AT_ONCE - 1);
    const payloads = await sql.unsafe<{ payload: string }[]>(
      `select (${payload})::text as payload from generate_series(${from}, ${to}) n`,
    );
    const rows = payloads.map(({ payload }) => {
      const row = { payload, prev, hash: sealOf(prev, payload) };
      prev = row.hash;
      return row;
    });
    await sql`insert into audit_entry ${sql(rows)}`;
  }
  await sql`update audit_head set seq = ${length}, hash = ${prev}`;
}
