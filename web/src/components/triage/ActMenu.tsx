import { Modal } from "@mantine/core";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useDialogKeys } from "../../lib/use-dialog-keys";
import styles from "./triage.module.css";

export const DEEDS = ["take", "watch", "dismiss", "confirm", "case"] as const;
export type Deed = (typeof DEEDS)[number];

/** One key for each, while the menu is open. */
const KEY_OF: Readonly<Record<Deed, string>> = { take: "m", watch: "w", dismiss: "e", confirm: "y", case: "c" };

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

export interface ActMenuProps {
  readonly count: number;
  /** Those that the post acted in may do. */
  readonly deeds: readonly Deed[];
  readonly onChoose: (deed: Deed) => void;
  readonly onClose: () => void;
}

/** What can be done with the findings chosen; each by a key, by arrows, or by a finger. */
export function ActMenu({ count, deeds, onChoose, onClose }: ActMenuProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  useDialogKeys((event) => {
    const deed = deeds.find((one) => KEY_OF[one] === event.key);
    if (deed) {
      event.preventDefault();
      onChoose(deed);
      return;
    }
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const buttons: Element[] = [...(list.current?.querySelectorAll("button") ?? [])];
    const at = document.activeElement === null ? -1 : buttons.indexOf(document.activeElement);
    const next = buttons[(at + by + buttons.length) % buttons.length];
    if (next instanceof HTMLElement) next.focus();
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("triage.menu.title", { count })}
      size="sm"
      closeButtonProps={{ "aria-label": t("help.dismiss") }}
    >
      <div ref={list} className={styles.deeds} data-testid="act-menu">
        {deeds.map((deed, index) => (
          <button
            key={deed}
            type="button"
            className={styles.deed}
            data-autofocus={index === 0 || undefined}
            data-testid={`deed-${deed}`}
            onClick={() => onChoose(deed)}
          >
            <kbd>{KEY_OF[deed]}</kbd>
            <b>{t(`triage.deed.${deed}`)}</b>
            <small>{t(`triage.deedHint.${deed}`)}</small>
          </button>
        ))}
      </div>
    </Modal>
  );
}
