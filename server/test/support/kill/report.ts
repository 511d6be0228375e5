import { trustFigure, trustSection } from "../../../../packages/db/test/support/trust";
import { KINDS, type Kind } from "./plan";
import type { Outcome } from "./points";
import type { Scene } from "./scene";
import { STAGES } from "./stage";

const count = (outcomes: readonly Outcome[], is: (outcome: Outcome) => boolean): number => outcomes.filter(is).length;

const table = (rows: readonly (readonly (string | number)[])[]): string =>
  rows
    .flatMap((row, index) => (index === 0 ? [row, row.map(() => "---")] : [row]))
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");

function kindsTable(outcomes: readonly Outcome[]): string {
  const rows = (Object.keys(KINDS) as Kind[]).map((kind) => {
    const of = outcomes.filter(({ point }) => point.kind === kind);
    return [
      KINDS[kind],
      of.length,
      count(of, ({ place }) => place !== null),
      count(of, ({ left }) => left === "nothing"),
      count(of, ({ left }) => left === "everything"),
      count(of, ({ byItself }) => byItself),
      of.length,
    ];
  });
  const sums = [1, 2, 3, 4, 5, 6].map((column) => rows.reduce((sum, row) => sum + Number(row[column]), 0));
  const head = [
    "killed",
    "times",
    "while it was at work",
    "nothing of it was there",
    "all of it was there",
    "begun again by itself",
    "whole in the end",
  ];
  return table([head, ...rows, ["together", ...sums]]);
}

function stagesTable(outcomes: readonly Outcome[]): string {
  const column = (kinds: RegExp) => (stage: string) =>
    count(outcomes, (outcome) => outcome.stage === stage && kinds.test(outcome.point.kind));
  const columns = [column(/^(server|upload|undo)$/), column(/^command$/), column(/postmaster|backend/)];
  return table([
    ["while", "the server", "`tianyan import`", "PostgreSQL"],
    ...STAGES.map((stage) => [stage, ...columns.map((of) => of(stage))]),
  ]);
}

const section = (
  outcomes: readonly Outcome[],
  scene: Scene,
): string => `An import of ${scene.loaded.orders?.split(" ")[0]} orders, ${scene.before.orders?.split(" ")[0]} of them on record already with late and corrected rows, and with
some rows that cannot be used: loaded by the server as the screen does it, loaded by the command, and undone again. It passes
${scene.steps.load.length}, ${scene.steps.command.length} and ${scene.steps.undo.length} statements. A wire between the product and PostgreSQL sees each statement; at its place in the plan the process
is killed by SIGKILL, by turns before the statement arrives and when it is done but nobody was answered. Nothing waits for a time.

After every kill: every table holds what it held before, or what it holds after an import that nothing disturbed, by a hash over all of
its rows; no row is without its batch or its order, no batch without its import. Then the killed process is started again. The history
ends in a state that people understand: the import was taken up and is done, or it says what to do. No upload is left. Then the same files
are loaded again: the hash of every table is that of the undisturbed import, and \`tianyan check\` finds no difference.

${kindsTable(outcomes)}

Half done was none.

${stagesTable(outcomes)}
`;

/** Tells how many points were played, and which. */
export function report(outcomes: readonly Outcome[], scene: Scene): void {
  const struck = count(outcomes, ({ place }) => place !== null);
  trustFigure(
    6,
    "server, command and PostgreSQL killed at places of imports and undos, whole in the end",
    `${struck}, ${outcomes.length}`,
  );
  trustSection("What is under way is killed", section(outcomes, scene));
}
