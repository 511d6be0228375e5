import { LEVELS, type Level } from "@tianyan/core";
import type { Drawing, Mark } from "../../../charts/drawing";
import type { Ink } from "../../../charts/ink";
import { axisLabel, axisLine, base, levelStyle, SMALL, splitLine } from "../../../charts/style";
import type { Opens } from "./opens";
import type { RuleTrend } from "./trend";

export interface TrendWords {
  readonly heading: (trend: RuleTrend) => string;
  /** Of a part: `10-26`. */
  readonly part: (part: number) => string;
  readonly tip: (trend: RuleTrend, part: number, level: Level) => readonly string[];
  readonly opens: (trend: RuleTrend, part: number, level: Level) => Opens;
}

export const ROW_HEIGHT = 132;
const TOP = 24;
const FOOT = 22;
const GAP = 16;
const WORST_FIRST: readonly Level[] = [...LEVELS].reverse();

export const trendColumns = (width: number): number => (width < 520 ? 2 : width < 900 ? 3 : 4);

/** Small multiples on one scale: a rule each, a column a week or month, levels stacked with the worst at the foot. */
export function drawTrend(
  trends: readonly RuleTrend[],
  parts: number,
  words: TrendWords,
  ink: Ink,
  width: number,
): Drawing<Opens> {
  const columns = trendColumns(width);
  const cell = (width + GAP) / columns;
  const total = (trend: RuleTrend, part: number) =>
    LEVELS.reduce((sum, level) => sum + (trend.parts[part]?.[level] ?? 0), 0);
  const places = Array.from({ length: parts }, (_, part) => part);
  const highest = Math.max(4, ...trends.flatMap((trend) => places.map((part) => total(trend, part))));
  const top = (index: number) => Math.floor(index / columns) * ROW_HEIGHT;
  const left = (index: number) => Math.round((index % columns) * cell);
  const marks: Record<string, Mark<Opens>[]> = {};
  const series = trends.flatMap((trend, index) =>
    WORST_FIRST.map((level) => {
      const id = `${trend.rule}|${level}`;
      marks[id] = places.map((part) => ({
        tip: words.tip(trend, part, level),
        opens: (trend.parts[part]?.[level] ?? 0) > 0 ? words.opens(trend, part, level) : null,
      }));
      return {
        id,
        type: "bar",
        stack: trend.rule,
        xAxisIndex: index,
        yAxisIndex: index,
        barCategoryGap: "25%",
        itemStyle: levelStyle(level, ink),
        emphasis: { disabled: true },
        data: places.map((part) => trend.parts[part]?.[level] ?? 0),
      };
    }),
  );
  const option = {
    ...base(ink),
    title: trends.map((trend, index) => ({
      text: words.heading(trend),
      left: left(index),
      top: top(index),
      padding: 0,
      textStyle: {
        color: ink.ink,
        fontFamily: ink.font,
        fontSize: SMALL,
        fontWeight: 400,
        width: cell - GAP,
        overflow: "truncate",
      },
    })),
    grid: trends.map((_, index) => ({
      left: left(index) + 24,
      top: top(index) + TOP,
      width: cell - GAP - 24,
      height: ROW_HEIGHT - TOP - FOOT - 8,
    })),
    xAxis: trends.map((_, index) => ({
      type: "category",
      gridIndex: index,
      data: places.map((part) => words.part(part)),
      axisTick: { show: false },
      axisLine: axisLine(ink),
      axisLabel: {
        ...axisLabel(ink),
        interval: (place: number) => place === 0 || place === parts - 1,
        alignMinLabel: "left",
        alignMaxLabel: "right",
      },
    })),
    yAxis: trends.map((_, index) => ({
      type: "value",
      gridIndex: index,
      max: highest,
      interval: highest,
      axisLabel: axisLabel(ink),
      splitLine: splitLine(ink),
    })),
    series,
  };
  return { option, marks };
}
