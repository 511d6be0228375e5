import { useTranslation } from "react-i18next";
import { useWords } from "../../../../i18n/use-words";
import { formatDue } from "../../../../lib/time";
import { AxisPoint } from "./AxisPoint";
import styles from "./axis.module.css";
import type { AxisPartProps } from "./shared";

const SHAPES = { red: "▲", orange: "◆", yellow: "●" } as const;

/** When findings turned yellow, orange and red; those still to come are outlined. */
export function AxisTurns({ file, picture, say }: AxisPartProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { turns, layout } = picture;
  return (
    <>
      {turns.map((mark) => {
        const label = mark.turns
          .map(
            ({ rule, level, at }) =>
              `${formatDue(at, file.parameters.zone)} ${words.rule(rule)} ${t("axis.turns", { level: t(`level.${level}`) })}`,
          )
          .join(t("list.semicolon"));
        return (
          <AxisPoint key={`${mark.at}${mark.level}`} label={label} refs={mark.refs} say={say}>
            <line x1={mark.x} x2={mark.x} y1={layout.stepsY + 7} y2={layout.top} className={styles.turnLine} />
            <text
              x={mark.x}
              y={layout.stepsY + 4}
              textAnchor="middle"
              className={styles.turn}
              data-level={mark.level}
              data-coming={mark.coming || undefined}
            >
              {SHAPES[mark.level]}
            </text>
          </AxisPoint>
        );
      })}
    </>
  );
}
