import { appendFileSync } from "node:fs";

/** How often a trust test repeats: `full` under `pnpm trust`, `small` in every other run. */
export const trustCount = (small: number, full: number): number => (process.env.TRUST === "full" ? full : small);

function keep(record: object): void {
  const out = process.env.TRUST_OUT;
  if (out !== undefined && out !== "") appendFileSync(out, `${JSON.stringify(record)}\n`);
}

/** A figure of a line of docs/trust.md: printed, and kept for its table where `pnpm trust` asks for it. */
export function trustFigure(line: number, what: string, value: string | number): void {
  process.stdout.write(`trust ${line} · ${what}: ${value}\n`);
  keep({ line, what, value: String(value) });
}

/** A part of docs/trust.md that one row of its table cannot tell. */
export const trustSection = (title: string, text: string): void => keep({ title, text });
