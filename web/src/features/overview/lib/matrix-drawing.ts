import type { Drawing, Mark } from "../../../charts/drawing";
import type { Ink } from "../../../charts/ink";
import { axisLabel, base, SMALL } from "../../../charts/style";
import type { Opens } from "./opens";

/** Counts in rows and columns; a cell that is not there is none. */
export interface Matrix {
  /** From the top. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly {
    readonly row: number;
    readonly column: number;
    readonly count: number;
    readonly tip: readonly string[];
    readonly opens: Opens | null;
  }[];
}

export const MATRIX_ROW = 26;
const HEAD = 116;

export const matrixHeight = ({ rows }: Matrix): number => HEAD + Math.max(1, rows.length) * MATRIX_ROW + 8;

/** A heat matrix with its figures in it, so that it reads without the shades too. */
export function drawMatrix({ rows, columns, cells }: Matrix, ink: Ink, width: number): Drawing<Opens> {
  const names = Math.min(width < 520 ? 108 : 168, Math.round(width * 0.36));
  const room = (width - names - 8) / Math.max(1, columns.length);
  const upright = room >= 76;
  const label = { ...axisLabel(ink), color: ink.ink };
  const marks: Mark<Opens>[] = cells.map(({ tip, opens }) => ({ tip, opens }));
  const option = {
    ...base(ink),
    grid: { left: names, right: 8, top: HEAD, bottom: 8 },
    xAxis: {
      type: "category",
      position: "top",
      data: columns,
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { show: true, lineStyle: { color: ink.line } },
      axisLabel: upright
        ? { ...label, interval: 0, width: room - 8, overflow: "break", lineHeight: 16 }
        : { ...label, interval: 0, rotate: 60, width: 124, overflow: "truncate" },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: rows,
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { show: true, lineStyle: { color: ink.line } },
      axisLabel: { ...label, interval: 0, width: names - 12, overflow: "truncate" },
    },
    visualMap: {
      show: false,
      type: "continuous",
      min: 0,
      max: Math.max(1, ...cells.map(({ count }) => count)),
      inRange: { color: [ink.paper, ink.bar] },
    },
    series: [
      {
        id: "cells",
        type: "heatmap",
        label: { show: true, color: ink.ink, fontFamily: ink.font, fontSize: SMALL },
        itemStyle: { borderColor: ink.paper, borderWidth: 1 },
        emphasis: { itemStyle: { borderColor: ink.accent, borderWidth: 1 } },
        data: cells.map(({ row, column, count }) => [column, row, count]),
      },
    ],
  };
  return { option, marks: { cells: marks } };
}
