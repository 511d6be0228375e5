import { Button, Modal } from "@mantine/core";
import { DISMISS_REASONS, type DismissReason } from "@tianyan/api";
import { type KeyboardEvent as ReactKeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDialogKeys } from "../../lib/use-dialog-keys";
import dialog from "../change-dialog.module.css";
import { ErrorState } from "../PageState";
import styles from "./triage.module.css";

export interface DismissDialogProps {
  readonly count: number;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onDismiss: (reason: DismissReason, text: string) => void;
  readonly onClose: () => void;
}

/** Why nothing is to be done: one of the list by its figure, and words where the list has none. */
export function DismissDialog({ count, busy, error, onDismiss, onClose }: DismissDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<DismissReason | null>(null);
  const [text, setText] = useState("");
  const ready = reason !== null && (reason !== "other" || text.trim() !== "");
  const send = () => {
    if (ready && !busy) onDismiss(reason, text.trim());
  };
  const form = useRef<HTMLFormElement>(null);
  useDialogKeys((event) => {
    const chosen = DISMISS_REASONS[Number(event.key) - 1];
    const outside = !(event.target instanceof Node && form.current?.contains(event.target));
    if (chosen) {
      event.preventDefault();
      setReason(chosen);
      form.current?.querySelector<HTMLElement>(`[value="${chosen}"]`)?.focus();
    } else if (event.key === "Enter" && outside) {
      event.preventDefault();
      send();
    }
  });
  // In the text a line may break: it is sent with Ctrl.
  const onKeyDown = (event: ReactKeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("triage.dismiss.title", { count })}
      size="md"
      closeButtonProps={{ "aria-label": t("help.dismiss") }}
    >
      <form
        ref={form}
        className={dialog.form}
        data-testid="dismiss"
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <fieldset>
          <legend className={styles.legend}>{t("triage.dismiss.reason")}</legend>
          {DISMISS_REASONS.map((one, index) => (
            <label key={one} className={styles.reason}>
              <input
                type="radio"
                name="reason"
                value={one}
                checked={reason === one}
                data-autofocus={index === 0 || undefined}
                onChange={() => setReason(one)}
              />
              <kbd>{index + 1}</kbd>
              {t(`triage.reason.${one}`)}
            </label>
          ))}
        </fieldset>
        <label>
          {t(reason === "other" ? "triage.dismiss.textNeeded" : "triage.dismiss.text")}
          <textarea rows={2} maxLength={500} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        </label>
        <p className={styles.note}>{t("triage.dismiss.note")}</p>
        {error !== null && <ErrorState error={error} safe={t("triage.safe")} />}
        <div className={dialog.buttons}>
          <Button variant="default" onClick={onClose}>
            {t("act.cancel")}
          </Button>
          <Button type="submit" disabled={!ready} loading={busy} data-testid="dismiss-act">
            {t("triage.dismiss.act")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
