import { Button, Modal } from "@mantine/core";
import { DAY, instant, LEVELS, type Level } from "@tianyan/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { startOfDate } from "../../lib/period";
import { formatDate } from "../../lib/time";
import { useNow } from "../../lib/use-clock";
import { useDialogKeys } from "../../lib/use-dialog-keys";
import { Choice } from "../Choice";
import dialog from "../change-dialog.module.css";
import { ErrorState } from "../PageState";
import styles from "./triage.module.css";

export interface WatchDialogProps {
  readonly count: number;
  readonly busy: boolean;
  readonly error: unknown;
  /** Until an instant (ISO, the end of a date), or until a level is reached. */
  readonly onWatch: (until: string, text: string) => void;
  readonly onClose: () => void;
}

const AHEAD = [3, 7, 14, 30] as const;

/** Off the list for a while: until a date, or until it gets worse. */
export function WatchDialog({ count, busy, error, onWatch, onClose }: WatchDialogProps) {
  const { t } = useTranslation();
  const now = useNow();
  const inDays = (days: number) => formatDate(instant(now + days * DAY));
  const [kind, setKind] = useState<"date" | "step">("date");
  const [date, setDate] = useState(() => inDays(7));
  const [step, setStep] = useState<Level>("red");
  const [text, setText] = useState("");
  const ready = kind === "step" || date >= inDays(0);
  const form = useRef<HTMLFormElement>(null);
  const send = () => {
    if (ready && !busy) onWatch(kind === "step" ? step : startOfDate(date, 1), text.trim());
  };
  useDialogKeys((event) => {
    const outside = !(event.target instanceof Node && form.current?.contains(event.target));
    if (event.key !== "Enter" || !outside) return;
    event.preventDefault();
    send();
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("triage.watch.title", { count })}
      size="md"
      closeButtonProps={{ "aria-label": t("help.dismiss") }}
    >
      <form
        ref={form}
        className={dialog.form}
        data-testid="watch"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <fieldset>
          <legend className={styles.legend}>{t("triage.watch.until")}</legend>
          <div className={styles.line}>
            <label>
              <input
                type="radio"
                name="kind"
                checked={kind === "date"}
                data-autofocus
                onChange={() => setKind("date")}
              />
              {t("triage.watch.date")}
            </label>
            <input
              type="date"
              aria-label={t("triage.watch.date")}
              min={inDays(0)}
              value={date}
              onChange={(event) => {
                setKind("date");
                setDate(event.currentTarget.value);
              }}
            />
            {AHEAD.map((days) => (
              <Button
                key={days}
                size="compact-xs"
                variant="default"
                onClick={() => {
                  setKind("date");
                  setDate(inDays(days));
                }}
              >
                {t("triage.watch.days", { count: days })}
              </Button>
            ))}
          </div>
          <div className={styles.line}>
            <label>
              <input type="radio" name="kind" checked={kind === "step"} onChange={() => setKind("step")} />
              {t("triage.watch.step")}
            </label>
            <Choice
              label={t("triage.watch.step")}
              value={step}
              options={LEVELS.map((level) => ({ value: level, label: t(`level.${level}`) }))}
              onChange={(level) => {
                setKind("step");
                setStep(level);
              }}
            />
          </div>
        </fieldset>
        <label>
          {t("triage.dismiss.text")}
          <textarea rows={2} maxLength={500} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        </label>
        {error !== null && <ErrorState error={error} safe={t("triage.safe")} />}
        <div className={dialog.buttons}>
          <Button variant="default" onClick={onClose}>
            {t("act.cancel")}
          </Button>
          <Button type="submit" disabled={!ready} loading={busy} data-testid="watch-act">
            {t("triage.watch.act")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
