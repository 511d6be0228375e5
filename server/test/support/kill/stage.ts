/** How far a work was. */
export const STAGES = [
  "a file comes in",
  "recognition",
  "staging",
  "recording, or taking back",
  "judging again",
  "finishing",
  "the end itself",
  "after its end",
] as const;

export type Stage = (typeof STAGES)[number];

/** Where a stage begins, in the order in which a work passes them. */
const BEGINNINGS: readonly (readonly [Stage, RegExp])[] = [
  ["staging", /^select pg_advisory_lock/],
  ["recording, or taking back", /^(select set_config|create temporary table touched)/],
  ["judging again", /^insert into touched select source, order_id from orders where source/],
  ["finishing", /^insert into import_file|^delete from batch_recount/],
  ["the end itself", /^commit$/],
];

/** Where the commit is that a work ends with; its uploads are removed after it, by one of their own. */
export function endOf(steps: readonly string[]): number {
  const after = steps.lastIndexOf("select analyze_orders()");
  return steps.lastIndexOf("commit", after === -1 ? steps.length : after);
}

/** The stage of a statement that came about there: what goes on side by side comes in one order or the other. */
export function stageAt(steps: readonly string[], at: number, statement: string): Stage | null {
  const stages = stagesOf(steps);
  for (let off = 0; off < steps.length; off++)
    for (const index of [at - off, at + off]) if (steps[index] === statement) return stages[index] ?? null;
  return stages[at] ?? null;
}

/** The stage of each statement of a work. */
function stagesOf(steps: readonly string[]): readonly Stage[] {
  const last = endOf(steps);
  let stage: Stage = "recognition";
  let next = 0;
  return steps.map((step, index) => {
    if (index > last) return "after its end";
    if (index === last) return "the end itself";
    const at = BEGINNINGS.findIndex(([, beginning], place) => place >= next && place < 4 && beginning.test(step));
    const found = BEGINNINGS[at];
    if (found) {
      stage = found[0];
      next = at + 1;
    }
    return stage;
  });
}
