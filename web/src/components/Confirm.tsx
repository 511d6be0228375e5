import { Button, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./confirm.module.css";
import { ErrorState } from "./PageState";

export interface ConfirmProps {
  readonly opened: boolean;
  readonly title: string;
  /** The consequence in words. */
  readonly children: ReactNode;
  /** What the button does, by its verb. */
  readonly act: string;
  readonly busy?: boolean;
  readonly ready?: boolean;
  readonly error?: unknown;
  readonly onAct: () => void;
  readonly onClose: () => void;
}

/** Asks before something that is not easily taken back, and says what will come of it. */
export function Confirm(props: ConfirmProps) {
  const { opened, title, children, act, busy = false, ready = true, error, onAct, onClose } = props;
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size="md"
      closeButtonProps={{ "aria-label": t("help.dismiss") }}
    >
      <div className={styles.text}>{children}</div>
      {error !== undefined && error !== null && <ErrorState error={error} />}
      <div className={styles.buttons}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t("act.back")}
        </Button>
        <Button onClick={onAct} loading={busy} disabled={!ready} data-testid="confirm">
          {act}
        </Button>
      </div>
    </Modal>
  );
}
