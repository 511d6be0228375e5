import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useKeys } from "../../lib/use-keys";
import styles from "./triage.module.css";

export interface DoneToastProps {
  /** What was done. */
  readonly text: string;
  readonly busy: boolean;
  /** Absent where it cannot be taken back here. */
  readonly onUndo?: () => void;
  /** Where to go on. */
  readonly link?: ReactNode;
  readonly onClose: () => void;
}

/** Says what was done and takes it back; it stays until the next act or until it is closed. */
export function DoneToast({ text, busy, onUndo, link, onClose }: DoneToastProps) {
  const { t } = useTranslation();
  useOnlyOne(onClose);
  useKeys({
    u: () => {
      if (!busy) onUndo?.();
    },
  });
  return (
    <div className={styles.toast} role="status" data-testid="done">
      <span>{text}</span>
      {link}
      {onUndo && (
        <button type="button" disabled={busy} onClick={onUndo} data-testid="undo">
          {t("triage.undo")} <kbd>u</kbd>
        </button>
      )}
      <button type="button" onClick={onClose} aria-label={t("help.dismiss")}>
        ×
      </button>
    </div>
  );
}

const SHOWN = "tianyan.done";

/** One at a time: beside a list and beside an open order they would both hear `u`. */
function useOnlyOne(onClose: () => void): void {
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    window.dispatchEvent(new Event(SHOWN));
    const leave = () => close.current();
    window.addEventListener(SHOWN, leave);
    return () => window.removeEventListener(SHOWN, leave);
  }, []);
}
