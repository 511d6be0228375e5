import type { Instant } from "@tianyan/core";
import type { AxisModel, Due } from "./model";
import type { Scale } from "./scale";

export const BAR = 14;
const LABEL_ROW = 18;
const STEP_ROW = 22;
const FOOT = 22;

export interface DueLabel {
  readonly due: Due;
  readonly x: number;
  /** Left edge of its text, and its row from the top; null where there is no room for it. */
  readonly text: { readonly x: number; readonly row: number } | null;
}

export interface AxisLayout {
  readonly dueLabels: readonly DueLabel[];
  /** Middle of each lane's bar. */
  readonly laneY: ReadonlyMap<string, number>;
  readonly laneHeight: number;
  /** Where lanes begin, and end. */
  readonly top: number;
  readonly bottom: number;
  /** Middle of the row that shows when findings turned. */
  readonly stepsY: number;
  readonly height: number;
}

export interface LayoutSetting {
  readonly model: AxisModel;
  readonly scale: Scale;
  /** Names stand above the bars instead of beside them. */
  readonly narrow: boolean;
  /** Pixels of a due label. */
  readonly labelWidth: number;
  readonly hasSteps: boolean;
  /** Past this instant nothing is drawn. */
  readonly to: Instant;
}

/** A label keeps clear of those before it in its row; two rows, then only the line remains. */
function placeLabels({ model, scale, labelWidth, to }: LayoutSetting): DueLabel[] {
  const free = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return [...model.dues]
    .filter((due) => due.due <= to)
    .sort((a, b) => a.due - b.due)
    .map((due) => {
      const x = scale.x(due.due);
      const left = Math.min(Math.max(0, x - labelWidth / 2), Math.max(0, scale.width - labelWidth));
      const row = due.replaced ? -1 : free.findIndex((edge) => left >= edge + 8);
      if (row < 0) return { due, x, text: null };
      free[row] = left + labelWidth;
      return { due, x, text: { x: left, row } };
    });
}

/** Where everything stands, in pixels from the top left of the plot. */
export function axisLayout(setting: LayoutSetting): AxisLayout {
  const { model, narrow, hasSteps } = setting;
  const dueLabels = placeLabels(setting);
  const rows = Math.max(0, ...dueLabels.map((label) => (label.text === null ? 0 : label.text.row + 1)));
  const top = rows * LABEL_ROW + (hasSteps ? STEP_ROW : 4);
  const laneHeight = narrow ? 56 : model.lanes.length > 8 ? 32 : 38;
  const middle = narrow ? 42 : laneHeight / 2 + 3;
  const laneY = new Map(model.lanes.map((lane, index) => [lane.id, top + index * laneHeight + middle]));
  const bottom = top + model.lanes.length * laneHeight;
  return {
    dueLabels,
    laneY,
    laneHeight,
    top,
    bottom,
    stepsY: rows * LABEL_ROW + STEP_ROW / 2,
    height: bottom + FOOT,
  };
}
