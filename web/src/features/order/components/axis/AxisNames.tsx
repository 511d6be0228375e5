import { instant } from "@tianyan/core";
import { useTranslation } from "react-i18next";
import { useWords } from "../../../../i18n/use-words";
import { heldFor } from "../../lib/held";
import styles from "./axis.module.css";
import { laneName } from "./lane-name";
import type { AxisPartProps } from "./shared";

export interface AxisNamesProps extends AxisPartProps {
  readonly gutter: number;
}

/** Whose lane it is, and how long in all; beside the bars, or where there is no room, above them and over every line. */
export function AxisNames({ gutter, file, picture }: AxisNamesProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { model, layout, range } = picture;
  const present = instant(Math.min(file.at, range.to));
  return (
    <g className={styles.names}>
      {model.lanes.map((lane) => {
        const y = layout.laneY.get(lane.id) ?? 0;
        const name = laneName(lane, file, t);
        const spans = lane.bars.map((bar) => ({ from: bar.start, to: bar.end ?? present }));
        const held = words.duration(heldFor(spans, file.clock));
        return gutter > 0 ? (
          <foreignObject key={lane.id} x={-gutter} y={y - 19} width={gutter - 10} height={36}>
            <div className={styles.laneName} title={name}>
              <span>{name}</span>
              <small>{held}</small>
            </div>
          </foreignObject>
        ) : (
          <text key={lane.id} x={0} y={y - 25} className={styles.laneText}>
            {name} <tspan className={styles.date}>{held}</tspan>
          </text>
        );
      })}
    </g>
  );
}
