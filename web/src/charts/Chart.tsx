import { useComputedColorScheme } from "@mantine/core";
import { BarChart, HeatmapChart, LineChart, ScatterChart } from "echarts/charts";
import { GridComponent, TitleComponent, TooltipComponent, VisualMapContinuousComponent } from "echarts/components";
import { type EChartsType, init, use } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef, useState } from "react";
import styles from "./chart.module.css";
import type { Drawing, Mark } from "./drawing";
import { type Ink, readInk } from "./ink";

use([
  BarChart,
  HeatmapChart,
  LineChart,
  ScatterChart,
  GridComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapContinuousComponent,
  LabelLayout,
  SVGRenderer,
]);

export interface ChartProps<Opens> {
  /** What it shows, in words. */
  readonly label: string;
  /** Pixels, at this width. Stable, as `draw`. */
  readonly height: (width: number) => number;
  /** Stable while what it draws is the same. `width` in pixels. */
  readonly draw: (ink: Ink, width: number) => Drawing<Opens>;
  readonly onOpen: (opens: Opens) => void;
}

/** Before it is measured. */
const USUAL_WIDTH = 1_000;

interface Pointed {
  readonly seriesId?: string;
  readonly dataIndex?: number;
}

const markAt = <Opens,>(drawing: Drawing<Opens> | null, { seriesId, dataIndex }: Pointed): Mark<Opens> | undefined =>
  drawing?.marks[seriesId ?? ""]?.[dataIndex ?? -1];

/** Lines of text, as text: nothing a source wrote becomes markup. */
function tipElement(mark: Mark<unknown> | undefined): HTMLElement | string {
  if (!mark) return "";
  const box = document.createElement("div");
  for (const [place, line] of mark.tip.entries()) {
    const row = box.appendChild(document.createElement(place === 0 ? "b" : "div"));
    row.textContent = line;
  }
  return box;
}

/** Mounts echarts, sizes it with the page, draws anew when figures or colours change, and takes it away. */
export function Chart<Opens>({ label, height, draw, onOpen }: ChartProps<Opens>) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const drawing = useRef<Drawing<Opens> | null>(null);
  const open = useRef(onOpen);
  const [width, setWidth] = useState(0);
  const scheme = useComputedColorScheme("light");
  useEffect(() => {
    open.current = onOpen;
  });
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const made = init(element, null, { renderer: "svg" });
    chart.current = made;
    const pointed = (event: unknown) => markAt(drawing.current, event as Pointed);
    made.on("click", (event) => {
      const opens = pointed(event)?.opens;
      if (opens) open.current(opens);
    });
    made.on("mousemove", (event) => {
      made.getZr().setCursorStyle(pointed(event)?.opens ? "pointer" : "default");
    });
    const observer = new ResizeObserver(() => {
      made.resize();
      setWidth(element.clientWidth);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scheme decides what readInk reads.
  useEffect(() => {
    if (width === 0 || chart.current === null) return;
    const next = draw(readInk(), width);
    drawing.current = next;
    const { tooltip, ...option } = next.option as { tooltip?: object };
    chart.current.setOption(
      {
        ...option,
        tooltip: { ...tooltip, formatter: (event: Pointed) => tipElement(markAt(next, event)) },
      },
      { notMerge: true },
    );
    chart.current.resize();
  }, [draw, width, height, scheme]);
  return (
    <div
      ref={place}
      className={styles.chart}
      style={{ height: height(width || USUAL_WIDTH) }}
      role="img"
      aria-label={label}
    />
  );
}
