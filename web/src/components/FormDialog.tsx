import { Button, Modal } from "@mantine/core";
import type { KeyboardEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import form from "./change-dialog.module.css";
import { ErrorState } from "./PageState";

export interface FormDialogProps {
  readonly title: string;
  /** What the button does, by its verb. */
  readonly act: string;
  readonly ready: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  /** What is safe where it was refused. */
  readonly safe?: string;
  readonly testId?: string;
  readonly onAct: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form in a dialog; what was typed stays there when it is refused. Ctrl+Enter sends it from any field. */
export function FormDialog(props: FormDialogProps) {
  const { title, act, ready, busy, error, safe, testId, onAct, onClose, children } = props;
  const { t } = useTranslation();
  const send = () => {
    if (ready && !busy) onAct();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ "aria-label": t("help.dismiss") }}>
      <form
        className={form.form}
        data-testid={testId}
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {children}
        {error !== null && <ErrorState error={error} {...(safe === undefined ? {} : { safe })} />}
        <div className={form.buttons}>
          <Button variant="default" onClick={onClose}>
            {t("act.cancel")}
          </Button>
          <Button type="submit" disabled={!ready} loading={busy} data-testid="form-act">
            {act}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
