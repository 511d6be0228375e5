import type { EChartsCoreOption } from "echarts/core";

/** One thing in a chart that can be pointed at: what it says, line by line, and what it opens. */
export interface Mark<Opens> {
  readonly tip: readonly string[];
  readonly opens: Opens | null;
}

/** A chart as a value: an option for echarts, and its marks by series id and place in the series. */
export interface Drawing<Opens> {
  readonly option: EChartsCoreOption;
  readonly marks: Readonly<Record<string, readonly Mark<Opens>[]>>;
}
