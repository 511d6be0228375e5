import { Button, Modal } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { type AskChange, useChange } from "../lib/use-change";
import styles from "./change-dialog.module.css";
import { EffectText } from "./EffectText";
import { ErrorState } from "./PageState";
import { Progress } from "./Progress";

export interface ChangeDialogProps {
  readonly title: string;
  readonly ask: AskChange;
  /** Whether the form can be saved as it stands. */
  readonly ready: boolean;
  /** What is asked for, as a text: another text makes the preview stale. */
  readonly draft: string;
  /** What the button does, by its verb. */
  readonly act?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A change of the registry: the form, what it would do to the findings, and only then the button that does it. */
export function ChangeDialog({ title, ask, ready, draft, act, onClose, children }: ChangeDialogProps) {
  const { t } = useTranslation();
  const { change, error, busy, run, reset, cancel } = useChange();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was previewed is another draft now.
  useEffect(reset, [draft, reset]);
  const previewed = change?.preview === true && change.state === "done" && change.effect !== null;
  const close = () => {
    void cancel();
    onClose();
  };
  const save = async () => {
    if (await run(ask, false)) onClose();
  };
  return (
    <Modal opened onClose={close} title={title} size="lg" closeButtonProps={{ "aria-label": t("help.dismiss") }}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready || busy) return;
          void (previewed ? save() : run(ask, true));
        }}
      >
        {children}
        {busy && (
          <Progress
            label={t(change?.preview === false ? "change.saving" : "change.previewing")}
            progress={change?.progress ?? null}
          />
        )}
        {previewed && change.effect && <EffectText effect={change.effect} />}
        {error !== null && <ErrorState error={error} safe={t("change.safe")} />}
        <div className={styles.buttons}>
          <Button variant="default" onClick={close}>
            {t("act.cancel")}
          </Button>
          <Button type="submit" disabled={!ready || busy} data-testid="change-act">
            {previewed ? (act ?? t("act.save")) : t("act.preview")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
