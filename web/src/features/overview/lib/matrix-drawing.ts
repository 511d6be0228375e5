import type { Drawing, Mark } from "../../../charts/drawing";
import type { Ink } from "../../../charts/ink";
import { axisLabel, base, SMALL, textWidth } from "../../../charts/style";
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

const ROW = 26;
const SLOPE = 55;
const LONGEST_HEAD = 150;

interface Room {
  /** Left of the cells, for the names of rows. */
  readonly names: number;
  /** Over the cells, for the names of columns. */
  readonly head: number;
  readonly cell: number;
  /** Names of columns stand level, broken into lines; else they slope. */
  readonly level: boolean;
}

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map(textWidth));

function roomAt({ rows, columns }: Matrix, width: number): Room {
  const names = Math.round(Math.min(longest(rows) + 20, width < 520 ? 112 : 200, width * 0.4));
  const cell = (width - names - 8) / Math.max(1, columns.length);
  const level = longest(columns) <= 2.6 * (cell - 8);
  const sloping = Math.min(LONGEST_HEAD, longest(columns)) * Math.sin((SLOPE * Math.PI) / 180) + 24;
  return { names, cell, level, head: Math.round(level ? 60 : sloping) };
}

export const matrixHeight = (matrix: Matrix, width: number): number =>
  roomAt(matrix, width).head + Math.max(1, matrix.rows.length) * ROW + 8;

/** A heat matrix with its figures in it, so that it reads without the shades too. */
export function drawMatrix(matrix: Matrix, ink: Ink, width: number): Drawing<Opens> {
  const { rows, columns, cells } = matrix;
  const { names, head, cell, level } = roomAt(matrix, width);
  const label = { ...axisLabel(ink), color: ink.ink };
  const marks: Mark<Opens>[] = cells.map(({ tip, opens }) => ({ tip, opens }));
  const option = {
    ...base(ink),
    grid: { left: names, right: 8, top: head, bottom: 8 },
    xAxis: {
      type: "category",
      position: "top",
      data: columns,
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { show: true, lineStyle: { color: ink.line } },
      axisLabel: level
        ? { ...label, interval: 0, width: cell - 8, overflow: "break", lineHeight: 16 }
        : { ...label, interval: 0, rotate: SLOPE, width: LONGEST_HEAD, overflow: "truncate" },
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
