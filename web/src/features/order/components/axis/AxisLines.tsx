import { useTranslation } from "react-i18next";
import { useWords } from "../../../../i18n/use-words";
import { formatDue, formatInstant } from "../../../../lib/time";
import { BAR } from "../../lib/axis/layout";
import { AxisPoint } from "./AxisPoint";
import styles from "./axis.module.css";
import type { AxisPartProps } from "./shared";

/** The order passing from lane to lane, and the due instants. */
export function AxisLines({ file, picture, say }: AxisPartProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { model, layout, scale } = picture;
  const { zone } = file.parameters;
  return (
    <>
      {model.passages.map((passage) => {
        const from = layout.laneY.get(passage.fromLane) ?? 0;
        const to = layout.laneY.get(passage.toLane) ?? 0;
        const { event } = passage;
        const x = scale.x(event.at);
        const way = Math.sign(to - from);
        const tip = to - way * (BAR / 2);
        const label = [
          formatInstant(event.at, zone),
          words.kind(event.kind),
          `${file.unitName(passage.fromLane.slice(5))} → ${file.unitName(passage.toLane.slice(5))}`,
        ];
        return (
          <AxisPoint key={`${event.position}.${event.part}`} label={label.join(" · ")} refs={[event.ref]} say={say}>
            <line x1={x} x2={x} y1={from} y2={tip} className={styles.hitLine} />
            <line
              x1={x}
              x2={x}
              y1={from + way * (BAR / 2)}
              y2={tip}
              className={passage.back ? styles.back : styles.passage}
            />
            {passage.back && (
              <path d={`M${x - 4} ${tip - way * 7}L${x} ${tip}L${x + 4} ${tip - way * 7}Z`} className={styles.head} />
            )}
          </AxisPoint>
        );
      })}
      {layout.dueLabels.map(({ due, x, text }) => {
        const label = t(due.replaced ? "axis.dueReplaced" : "axis.due", { at: formatDue(due.due, zone) });
        const start = text === null ? layout.top : text.row * 18 + 16;
        return (
          <AxisPoint key={`${due.ref}${due.due}`} label={label} refs={[due.ref]} say={say}>
            <line x1={x} x2={x} y1={layout.top} y2={layout.bottom} className={styles.hitLine} />
            <line
              x1={x}
              x2={x}
              y1={start}
              y2={layout.bottom}
              className={due.replaced ? styles.dueReplaced : styles.due}
            />
            {text && (
              <text x={text.x + 62} y={text.row * 18 + 13} textAnchor="middle" className={styles.dueText}>
                {t("axis.dueShort", { at: formatDue(due.due, zone).slice(5) })}
              </text>
            )}
          </AxisPoint>
        );
      })}
    </>
  );
}
