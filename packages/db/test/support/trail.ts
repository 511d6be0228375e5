import { appendAudit, type Transaction } from "../../src/index";

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
