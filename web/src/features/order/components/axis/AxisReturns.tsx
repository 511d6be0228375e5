import { useTranslation } from "react-i18next";
import { formatInstant } from "../../../../lib/time";
import { BAR } from "../../lib/axis/layout";
import type { Return } from "../../lib/axis/model";
import { AxisPoint } from "./AxisPoint";
import styles from "./axis.module.css";
import type { AxisPartProps } from "./shared";

/** Requests to be rid of the order: an arrow back; a rejected one runs into a stop, an unanswered one is broken. */
export function AxisReturns({ file, picture, say }: AxisPartProps) {
  const { t } = useTranslation();
  const { model, layout, scale } = picture;
  const { zone } = file.parameters;
  const outcome = ({ answer }: Return) => {
    if (answer === null) return t("axis.returnOpen");
    const at = formatInstant(answer.at, zone);
    return answer.approved ? t("axis.returnApproved", { at }) : t("axis.returnRejected", { at });
  };
  return (
    <>
      {model.returns.map((request) => {
        const { event } = request;
        const x = scale.x(event.at);
        const edge = (layout.laneY.get(request.lane) ?? 0) - BAR / 2;
        const up = edge - 7;
        const label = [
          formatInstant(event.at, zone),
          t("kind.return_requested"),
          file.unitName(request.lane.slice(5)),
          event.text ?? "",
          outcome(request),
        ].filter((part) => part !== "");
        const rejected = request.answer?.approved === false;
        const refs = request.answer ? [event.ref, request.answer.ref] : [event.ref];
        return (
          <AxisPoint key={`${event.position}.${event.part}`} label={label.join(" · ")} refs={refs} say={say}>
            <rect x={x - 14} y={up - 6} width={18} height={BAR + 10} className={styles.hit} />
            <path
              d={`M${x} ${edge + BAR / 2}V${up}H${x - 8}`}
              className={request.answer ? styles.return : styles.returnOpen}
            />
            <path d={`M${x - 6} ${up - 3.5}L${x - 11} ${up}L${x - 6} ${up + 3.5}Z`} className={styles.head} />
            {rejected && <line x1={x - 12} x2={x - 12} y1={up - 6} y2={up + 6} className={styles.stop} />}
          </AxisPoint>
        );
      })}
    </>
  );
}
