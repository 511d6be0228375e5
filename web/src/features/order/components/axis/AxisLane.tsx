import { type Instant, instant } from "@tianyan/core";
import { useTranslation } from "react-i18next";
import { useWords } from "../../../../i18n/use-words";
import { formatInstant } from "../../../../lib/time";
import { BAR } from "../../lib/axis/layout";
import type { Bar, Lane } from "../../lib/axis/model";
import { heldFor } from "../../lib/held";
import { AxisPoint } from "./AxisPoint";
import styles from "./axis.module.css";
import { laneName } from "./lane-name";
import type { AxisPartProps } from "./shared";

export interface AxisLaneProps extends AxisPartProps {
  readonly lane: Lane;
  readonly gutter: number;
  readonly patterns: string;
}

/** A lane: whose it is, its bars, and what was done on it. */
export function AxisLane({ lane, gutter, patterns, file, picture, say }: AxisLaneProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { scale, layout, range, model } = picture;
  const y = layout.laneY.get(lane.id) ?? 0;
  const { zone } = file.parameters;
  const name = laneName(lane, file, t);
  const endOf = (end: Instant | null): Instant => end ?? instant(Math.min(file.at, range.to));
  const spanOf = (bar: Bar) => ({ from: bar.start, to: endOf(bar.end) });
  const span = (bar: Bar) =>
    t("axis.bar", {
      name,
      from: formatInstant(bar.start, zone),
      to: bar.end === null ? t("axis.stillHere") : formatInstant(bar.end, zone),
      held: words.duration(heldFor([spanOf(bar)], file.clock)),
    });
  const laneTop = y - (gutter > 0 ? layout.laneHeight / 2 + 3 : 42);
  return (
    <g>
      <line x1={-gutter} x2={scale.width} y1={laneTop} y2={laneTop} className={styles.laneLine} />
      {lane.bars.map((bar) => {
        const x = scale.x(bar.start);
        const width = Math.max(2, scale.x(endOf(bar.end)) - x);
        return (
          <AxisPoint key={bar.ref} label={span(bar)} refs={[bar.ref]} say={say}>
            <rect x={x} y={y - BAR / 2} width={width} height={BAR} className={styles[lane.kind]} />
            {lane.kind === "pool" && (
              <rect x={x} y={y - BAR / 2} width={width} height={BAR} fill={`url(#${patterns}hatch)`} />
            )}
            {bar.suspensions.map((stay) => (
              <rect
                key={stay.start}
                x={scale.x(stay.start)}
                y={y - BAR / 2}
                width={Math.max(2, scale.x(endOf(stay.end)) - scale.x(stay.start))}
                height={BAR}
                fill={`url(#${patterns}stripe)`}
              />
            ))}
          </AxisPoint>
        );
      })}
      {model.marks
        .filter((mark) => mark.lane === lane.id)
        .map((mark) => {
          const { event } = mark;
          const x = scale.x(event.at);
          const label = [
            formatInstant(event.at, zone),
            words.kind(event.kind),
            event.unit === null ? "" : file.unitName(event.unit),
            event.text ?? "",
          ].filter((part) => part !== "");
          return (
            <AxisPoint key={`${event.position}.${event.part}`} label={label.join(" · ")} refs={[event.ref]} say={say}>
              <rect x={x - 5} y={y - BAR / 2 - 3} width={10} height={BAR + 12} className={styles.hit} />
              {mark.kind === "other" ? (
                <circle cx={x} cy={y + BAR / 2 + 5} r={2.5} className={styles.other} />
              ) : (
                <line
                  x1={x}
                  x2={x}
                  y1={y - BAR / 2 - (mark.kind === "done" ? 3 : 0)}
                  y2={y + BAR / 2 + (mark.kind === "done" ? 3 : 0)}
                  className={styles[mark.kind]}
                />
              )}
            </AxisPoint>
          );
        })}
    </g>
  );
}
