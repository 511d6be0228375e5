import { useTranslation } from "react-i18next";
import { workingDaysBetween } from "../../../../lib/working";
import styles from "./axis.module.css";
import type { AxisPartProps } from "./shared";

/** Below this a line for every day would be a grey mush. */
const DAY_LINES = 7;

/** Days off, the lines between days, cuts, dates, and the present. */
export function AxisGround({ picture }: AxisPartProps) {
  const { t } = useTranslation();
  const { scale, layout, ticks, nowX } = picture;
  const { top, bottom } = layout;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of a drawing has no focus.
    <g aria-hidden="true">
      {scale.cells.map((cell) => {
        if (cell.kind === "off") {
          return (
            <rect key={cell.date} x={cell.x} y={top} width={cell.width} height={bottom - top} className={styles.off} />
          );
        }
        if (cell.kind === "cut") {
          const days = workingDaysBetween(cell.start, cell.end);
          const middle = cell.x + cell.width / 2;
          return (
            <g key={cell.date}>
              <rect x={cell.x} y={top} width={cell.width} height={bottom - top} className={styles.cut} />
              <text x={middle} y={bottom + 14} textAnchor="middle" className={styles.date}>
                {t("axis.cut", { count: days })}
              </text>
            </g>
          );
        }
        return scale.dayWidth < DAY_LINES ? null : (
          <line key={cell.date} x1={cell.x} x2={cell.x} y1={top} y2={bottom} className={styles.day} />
        );
      })}
      <line x1={0} x2={scale.width} y1={bottom} y2={bottom} className={styles.base} />
      {ticks.map((tick) => (
        <g key={tick.date}>
          <line x1={tick.x} x2={tick.x} y1={bottom} y2={bottom + 4} className={styles.base} />
          <text x={tick.x + 2} y={bottom + 15} className={styles.date}>
            {tick.label}
          </text>
        </g>
      ))}
      {nowX !== null && <line x1={nowX} x2={nowX} y1={top} y2={bottom + 4} className={styles.now} />}
    </g>
  );
}
