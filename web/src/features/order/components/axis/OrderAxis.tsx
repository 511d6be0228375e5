import { useElementSize } from "@mantine/hooks";
import { useId, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { axisPicture } from "../../lib/axis/build";
import type { CaseFile } from "../../lib/case-file";
import { AxisGround } from "./AxisGround";
import { AxisLane } from "./AxisLane";
import { AxisLegend } from "./AxisLegend";
import { AxisLines } from "./AxisLines";
import { AxisNames } from "./AxisNames";
import { AxisReturns } from "./AxisReturns";
import { AxisTurns } from "./AxisTurns";
import styles from "./axis.module.css";

const GUTTER = 156;
const LABEL = 124;

/** One horizontal time axis in working days: who held the order how long, what was done, returned, due and found. */
export function OrderAxis({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation();
  const patterns = useId();
  const { ref, width } = useElementSize();
  const [said, say] = useState<string | null>(null);
  const narrow = width < 560;
  const gutter = narrow ? 0 : GUTTER;
  const plot = Math.max(120, width - gutter - 10);
  const picture = useMemo(() => axisPicture({ file, width: plot, narrow, labelWidth: LABEL }), [file, plot, narrow]);
  if (picture === null) return null;
  const { layout } = picture;
  const shared = { file, picture, say };
  return (
    <section className={styles.axis} aria-labelledby="order-axis">
      <h2 id="order-axis" className={styles.title}>
        {t("axis.title")}
      </h2>
      <div ref={ref} className={styles.frame} style={{ minHeight: layout.height }}>
        {width > 0 && (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot hold a drawing.
          <svg width={width} height={layout.height} role="group" aria-label={t("axis.label")} data-testid="axis">
            <defs>
              <pattern
                id={`${patterns}hatch`}
                width="5"
                height="5"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <line x1="0" y1="0" x2="0" y2="5" className={styles.hatch} />
              </pattern>
              <pattern id={`${patterns}stripe`} width="6" height="6" patternUnits="userSpaceOnUse">
                <rect width="3" height="6" className={styles.stripe} />
              </pattern>
            </defs>
            <g transform={`translate(${gutter} 0)`}>
              <AxisGround {...shared} />
              {picture.model.lanes.map((lane) => (
                <AxisLane key={lane.id} lane={lane} gutter={gutter} patterns={patterns} {...shared} />
              ))}
              <AxisLines {...shared} />
              <AxisReturns {...shared} />
              <AxisTurns {...shared} />
              <AxisNames gutter={gutter} {...shared} />
            </g>
          </svg>
        )}
      </div>
      <div className={styles.caption} data-testid="axis-caption">
        {said === null ? <AxisLegend open={picture.nowX !== null} /> : <p>{said}</p>}
      </div>
    </section>
  );
}
