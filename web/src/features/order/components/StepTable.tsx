import { VisuallyHidden } from "@mantine/core";
import type { FindingItem } from "@tianyan/api";
import { LEVELS } from "@tianyan/core";
import { useTranslation } from "react-i18next";
import { HourglassIcon } from "../../../components/icons";
import { Level } from "../../../components/Level";
import { useWords } from "../../../i18n/use-words";
import { formatDue, instantOrNull } from "../../../lib/time";
import type { CaseFile } from "../lib/case-file";
import { type Threshold, thresholdOf } from "../lib/threshold";
import styles from "./why.module.css";

export interface StepTableProps {
  readonly finding: FindingItem;
  readonly file: CaseFile;
}

/** Each step: what it asks for, and when it was reached or will be. */
export function StepTable({ finding, file }: StepTableProps) {
  const { t } = useTranslation();
  const words = useWords();
  const say = (threshold: Threshold): string => {
    if (threshold === null) return t("why.noStep");
    if (threshold.kind === "count") return t("why.times", { count: threshold.count });
    if (threshold.kind === "run") return t("why.run", { count: threshold.count });
    const duration = words.duration(threshold.duration);
    if (threshold.kind === "spent") return t("why.spent", { duration });
    if (threshold.duration.amount === 0) return t("why.atOnce");
    if (threshold.hops === null) return t("why.after", { duration });
    return t("why.afterOrHops", { duration, count: threshold.hops });
  };
  const when = (level: (typeof LEVELS)[number]) => {
    const at = instantOrNull(finding[`${level}_at`]);
    if (at === null) return <span className={styles.not}>{t("why.notReached")}</span>;
    const due = formatDue(at, file.parameters.zone);
    return at <= file.at ? (
      due
    ) : (
      <b>
        <VisuallyHidden>{t("why.willReach")}</VisuallyHidden>
        {due} <HourglassIcon size={11} />
      </b>
    );
  };
  return (
    <table className={styles.steps}>
      <caption>{t("why.steps")}</caption>
      <tbody>
        {LEVELS.map((level) => {
          const threshold = thresholdOf(finding.rule, level, file.detail.setting.parameters);
          if (threshold === null) return null;
          const at = instantOrNull(finding[`${level}_at`]);
          return (
            <tr key={level}>
              <th scope="row">
                <Level level={level} muted={at === null || at > file.at} />
              </th>
              <td>{say(threshold)}</td>
              <td>{when(level)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
