import { appendFileSync } from "node:fs";

/** How often a trust test repeats: `full` under `pnpm trust`, `small` in every other run. */
export const trustCount = (small: number, full: number): number => (process.env.TRUST === "full" ? full : small);

/** A figure of a line of docs/trust.md: printed, and kept for its table where `pnpm trust` asks for it. */
export function trustFigure(line: number, what: string, value: string | number): void {
  process.stdout.write(`trust ${line} · ${what}: ${value}\n`);
  const out = process.env.TRUST_OUT;
  if (out !== undefined && out !== "") appendFileSync(out, `${JSON.stringify({ line, what, value })}\n`);
}
