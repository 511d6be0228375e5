import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ProgressBar } from "../../../components/ProgressBar";
import { useSeconds } from "../../../lib/use-seconds";
import { useRecognising } from "../api/recognise";
import styles from "./import.module.css";

export interface RecognisingProps {
  readonly watch: string;
  /** Null: what was recognised before stands meanwhile. */
  readonly onStop: (() => void) | null;
}

/** Files that are being looked through: how far it is, how long yet, and a way out. */
export function Recognising({ watch, onStop }: RecognisingProps) {
  const { t } = useTranslation();
  const seconds = useSeconds();
  const { data } = useRecognising(watch, true);
  const share = data?.share ?? null;
  const left = data?.seconds_left ?? null;
  return (
    <div className={styles.narrow} data-testid="recognising">
      <ProgressBar label={t("import.recognising")} share={share} />
      <p role="status" className={styles.recognising}>
        <span>{t("import.recognising")}</span>
        {share !== null && <span>{t("work.share", { percent: Math.floor(share * 100) })}</span>}
        {left !== null && <span>{t("work.left", { time: seconds(left) })}</span>}
        {onStop && (
          <Button size="xs" variant="default" onClick={onStop}>
            {t("import.discard")}
          </Button>
        )}
      </p>
    </div>
  );
}
