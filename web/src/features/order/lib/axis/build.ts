import { type Instant, workingDays, zone } from "@tianyan/core";
import { instantOrNull } from "../../../../lib/time";
import type { CaseFile } from "../case-file";
import { standingOf } from "../standing";
import { type AxisLayout, axisLayout } from "./layout";
import { type AxisModel, axisModel } from "./model";
import { type AxisRange, axisRange } from "./range";
import { createScale, type Scale } from "./scale";
import { type Tick, ticksOf } from "./ticks";
import { type TurnMark, turnMarks } from "./turns";

/** Everything the axis draws. */
export interface AxisPicture {
  readonly model: AxisModel;
  readonly range: AxisRange;
  readonly scale: Scale;
  readonly ticks: readonly Tick[];
  readonly layout: AxisLayout;
  readonly turns: readonly TurnMark[];
  /** Null where the order is done: the present says nothing of it. */
  readonly nowX: number | null;
}

export interface PictureSetting {
  readonly file: CaseFile;
  readonly width: number;
  readonly narrow: boolean;
  readonly labelWidth: number;
}

/** Null where nothing has happened yet. */
export function axisPicture({ file, width, narrow, labelWidth }: PictureSetting): AxisPicture | null {
  const first = file.events[0]?.at;
  const last = file.events.at(-1)?.at;
  if (first === undefined || last === undefined) return null;
  const model = axisModel(file.replay);
  const open = standingOf(file).state !== "done";
  const steps: Instant[] = file.detail.findings.flatMap((finding) =>
    [finding.yellow_at, finding.orange_at, finding.red_at].flatMap((iso) => instantOrNull(iso) ?? []),
  );
  const dues = model.dues.filter((due) => !due.replaced).map((due) => due.due);
  const range = axisRange({ first, last, at: file.at, open, coming: [...dues, ...steps] });
  const { parameters } = file;
  const scale = createScale({
    ...range,
    zone: zone(parameters.zone),
    calendar: workingDays(parameters.calendar),
    office: [parameters.officeHours[0]?.[0] ?? 0, parameters.officeHours.at(-1)?.[1] ?? 1440],
    width,
  });
  const turns = turnMarks(file.detail.findings, file.at, range.to, scale.x);
  const layout = axisLayout({ model, scale, narrow, labelWidth, hasSteps: turns.length > 0, to: range.to });
  return { model, range, scale, ticks: ticksOf(scale), layout, turns, nowX: open ? scale.x(file.at) : null };
}
