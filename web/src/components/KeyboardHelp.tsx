import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import styles from "./keyboard-help.module.css";

const KEYS = [
  ["j", "help.down"],
  ["k", "help.up"],
  ["Enter", "help.open"],
  ["Esc", "help.close"],
  ["x", "help.select"],
  ["X", "help.selectTo"],
  ["o", "help.fold"],
  ["a", "help.act"],
  ["e", "help.dismissFinding"],
  ["u", "help.undo"],
  ["/", "help.search"],
  ["?", "help.title"],
] as const;

export interface KeyboardHelpProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function KeyboardHelp({ opened, onClose }: KeyboardHelpProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("help.title")}
      size="sm"
      closeButtonProps={{ "aria-label": t("help.dismiss") }}
    >
      <dl className={styles.keys}>
        {KEYS.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>{t("help.note")}</p>
    </Modal>
  );
}
