import type { FindingItem } from "@tianyan/api";
import { type Instant, instant, LEVELS, type Level, type RuleId } from "@tianyan/core";

/** The moments at which findings turned, or will turn, that fall together on the axis. */
export interface TurnMark {
  readonly x: number;
  readonly at: Instant;
  /** The highest of them. */
  readonly level: Level;
  readonly coming: boolean;
  readonly turns: readonly { readonly rule: RuleId; readonly level: Level; readonly at: Instant }[];
  readonly refs: readonly string[];
}

/** Shapes closer than this would cover one another. */
const APART = 13;

/** Steps of the findings as shapes above the lanes; those that would overlap are one shape, of the highest level. */
export function turnMarks(
  findings: readonly FindingItem[],
  at: Instant,
  to: Instant,
  x: (at: Instant) => number,
): TurnMark[] {
  const steps = findings
    .flatMap((finding) =>
      LEVELS.flatMap((level) => {
        const iso = finding[`${level}_at`];
        return iso === null ? [] : [{ finding, level, at: instant(Date.parse(iso)) }];
      }),
    )
    .filter((step) => step.at <= to)
    .sort((a, b) => a.at - b.at);
  const marks: TurnMark[] = [];
  for (const { finding, level, at: stepAt } of steps) {
    const here = x(stepAt);
    const last = marks.at(-1);
    const coming = stepAt > at;
    const turn = { rule: finding.rule, level, at: stepAt };
    if (last && here - last.x < APART && last.coming === coming) {
      const higher = LEVELS.indexOf(level) > LEVELS.indexOf(last.level);
      const refs = [...new Set([...last.refs, ...finding.events])];
      marks[marks.length - 1] = { ...last, level: higher ? level : last.level, turns: [...last.turns, turn], refs };
    } else {
      marks.push({ x: here, at: stepAt, level, coming, turns: [turn], refs: finding.events });
    }
  }
  return marks;
}
