/** How far a work was. */
export const STAGES = [
  "a file comes in",
  "recognition",
  "staging",
  "recording",
  "judging again",
  "finishing",
  "the end itself",
  "after its end",
] as const;

export type Stage = (typeof STAGES)[number];

/** Where a stage begins, in the order in which a work passes them. */
const BEGINNINGS: readonly (readonly [Stage, RegExp])[] = [
  ["staging", /^select pg_advisory_lock/],
  ["recording", /^(select set_config|create temporary table touched)/],
  ["judging again", /^select source, order_id from touched/],
  ["finishing", /^insert into import_file|^select code, name, parent, .* from unit .*where provisional/],
  ["the end itself", /^commit$/],
];

/** Where the commit is that a work ends with; its uploads are removed after it, by one of their own. */
export function endOf(steps: readonly string[]): number {
  const after = steps.lastIndexOf("select analyze_orders()");
  return steps.lastIndexOf("commit", after === -1 ? steps.length : after);
}

/** The stage of each statement of a work. */
export function stagesOf(steps: readonly string[]): readonly Stage[] {
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
