import type { OverviewUnit } from "@tianyan/api";
import { CONTROL_LIMIT, type Limits, MINIMUM_VOLUME, shareLimits, type Verdict, WARNING_LIMIT } from "@tianyan/core";
import type { Drawing, Mark } from "../../../charts/drawing";
import type { Ink } from "../../../charts/ink";
import { axisLabel, axisLine, base, SMALL, splitLine } from "../../../charts/style";
import type { Opens } from "./opens";

export interface FunnelWords {
  readonly volume: string;
  readonly share: string;
  readonly name: (unit: OverviewUnit) => string;
  readonly tip: (unit: OverviewUnit) => readonly string[];
  readonly opens: (unit: OverviewUnit) => Opens;
}

const FEW = 3;
const ROUND = [20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000];

/** Volumes at which the limits are drawn: close together where they bend. */
export function volumesUpTo(highest: number, count = 60): number[] {
  const ratio = (highest / MINIMUM_VOLUME) ** (1 / count);
  const steps = Array.from({ length: count + 1 }, (_, step) => Math.round(MINIMUM_VOLUME * ratio ** step));
  return [...new Set(steps)];
}

const SHAPES: Readonly<Record<Verdict, { readonly symbol: string; readonly size: number; readonly rotate?: number }>> =
  {
    high: { symbol: "triangle", size: 11 },
    raised: { symbol: "diamond", size: 10 },
    within: { symbol: "circle", size: 7 },
    lowered: { symbol: "circle", size: 7 },
    low: { symbol: "triangle", size: 9, rotate: 180 },
  };

/** Units by volume and share, against the limits within which chance alone would put them. Too small ones are not drawn. */
export function drawFunnel(
  units: readonly OverviewUnit[],
  share: number,
  words: FunnelWords,
  ink: Ink,
  width: number,
): Drawing<Opens> {
  const shown = units.filter(({ verdict }) => verdict !== null);
  const highest = Math.max(MINIMUM_VOLUME * 4, ...shown.map(({ received }) => received)) * 1.15;
  const volumes = volumesUpTo(highest);
  const top = Math.min(1, Math.max(0.1, share * 2, ...shown.map(({ flagged, received }) => flagged / received)) * 1.12);
  const curve = (confidence: number, side: keyof Limits) =>
    volumes.map((volume) => [volume, shareLimits(volume, share, confidence)[side]]);
  const line = (id: string, data: number[][], type: "solid" | "dashed" | "dotted", color: string) => ({
    id,
    type: "line",
    data,
    clip: true,
    symbol: "none",
    silent: true,
    lineStyle: { type, color, width: 1 },
    tooltip: { show: false },
  });
  const colour = (verdict: Verdict | null) =>
    verdict === "high" ? ink.red : verdict === "raised" ? ink.orange : verdict === "low" ? ink.accent : ink.ink2;
  const isNamed = ({ verdict }: OverviewUnit) => verdict === "high" || (verdict === "low" && width > 600);
  const named = shown.filter(isNamed).length;
  const marks: Mark<Opens>[] = shown.map((unit) => ({ tip: words.tip(unit), opens: words.opens(unit) }));
  const option = {
    ...base(ink),
    grid: { left: 44, right: 16, top: 28, bottom: 40 },
    xAxis: {
      type: "log",
      min: MINIMUM_VOLUME * 0.9,
      max: highest,
      name: words.volume,
      nameLocation: "middle",
      nameGap: 24,
      nameTextStyle: axisLabel(ink),
      axisLine: axisLine(ink),
      axisTick: { customValues: ROUND.filter((volume) => volume <= highest) },
      axisLabel: { ...axisLabel(ink), customValues: ROUND.filter((volume) => volume <= highest) },
      splitLine: { show: false },
    },
    yAxis: {
      type: "value",
      min: 0,
      max: top,
      name: words.share,
      nameTextStyle: { ...axisLabel(ink), align: "left", padding: [0, 0, 0, -36] },
      axisLabel: { ...axisLabel(ink), formatter: (part: number) => `${Math.round(part * 100)}%`, showMaxLabel: false },
      splitLine: splitLine(ink),
    },
    series: [
      line(
        "share",
        [
          [MINIMUM_VOLUME * 0.9, share],
          [highest, share],
        ],
        "solid",
        ink.ink2,
      ),
      line("control-upper", curve(CONTROL_LIMIT, "upper"), "dashed", ink.ink2),
      line("control-lower", curve(CONTROL_LIMIT, "lower"), "dashed", ink.ink2),
      line("warning-upper", curve(WARNING_LIMIT, "upper"), "dotted", ink.hatch),
      line("warning-lower", curve(WARNING_LIMIT, "lower"), "dotted", ink.hatch),
      {
        id: "units",
        type: "scatter",
        z: 3,
        cursor: "pointer",
        // A few names find room; of many, those that do not are left to the tip and the table.
        labelLayout: { moveOverlap: "shiftY", hideOverlap: named > FEW },
        emphasis: { disabled: true },
        data: shown.map((unit) => {
          const shape = SHAPES[unit.verdict ?? "within"];
          const far = unit.received > highest / 3;
          return {
            value: [unit.received, unit.flagged / unit.received],
            symbol: shape.symbol,
            symbolSize: shape.size,
            symbolRotate: shape.rotate ?? 0,
            itemStyle:
              unit.verdict === "lowered"
                ? { color: ink.paper, borderColor: ink.ink2, borderWidth: 1.5, opacity: 1 }
                : { color: colour(unit.verdict), opacity: 1 },
            label: {
              show: isNamed(unit),
              position: far ? "left" : "right",
              formatter: words.name(unit),
              color: ink.ink,
              fontFamily: ink.font,
              fontSize: SMALL,
            },
          };
        }),
      },
    ],
  };
  return { option, marks: { units: marks } };
}
