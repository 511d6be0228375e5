import { Button, Popover } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CaretIcon, ClockIcon } from "../../components/icons";
import { formatInstant, fromCivil, toCivil } from "../../lib/time";
import { useAsOf } from "../../lib/use-as-of";
import { useNow } from "../../lib/use-clock";
import styles from "./as-of.module.css";
import { AS_OF_PRESETS } from "./as-of-presets";
import frame from "./frame.module.css";

/** "As of": every figure and every order is shown as it stood at that instant; kept in the address bar. */
export function AsOfPicker() {
  const { t } = useTranslation();
  const { at, asked } = useAsOf();
  const now = useNow();
  const navigate = useNavigate();
  const [opened, setOpened] = useState(false);
  const [draft, setDraft] = useState("");

  const go = (civil: string | undefined) => {
    setOpened(false);
    void navigate({ to: ".", search: (before) => ({ ...before, at: civil }) });
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus>
      <Popover.Target>
        <button
          type="button"
          className={frame.topButton}
          data-set={asked !== null || undefined}
          data-testid="as-of"
          aria-label={t("asOf.label")}
          onClick={() => {
            setDraft(toCivil(at));
            setOpened(!opened);
          }}
        >
          <ClockIcon size={14} />
          {asked === null ? (
            t("asOf.now")
          ) : (
            <>
              <span className={frame.wideOnly}>{t("asOf.at", { at: formatInstant(asked) })}</span>
              <span className={frame.phoneOnly}>{formatInstant(asked).slice(2)}</span>
            </>
          )}
          <CaretIcon size={12} />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (fromCivil(draft) !== null) go(draft);
          }}
        >
          <p>{t("asOf.explain")}</p>
          <div className={styles.line}>
            <input
              type="datetime-local"
              className={styles.field}
              aria-label={t("asOf.field")}
              min="1990-01-01T00:00"
              max="2099-12-31T23:59"
              value={draft}
              onChange={(event) => setDraft(event.currentTarget.value)}
            />
            <Button type="submit" disabled={fromCivil(draft) === null}>
              {t("asOf.show")}
            </Button>
          </div>
          <div className={styles.line}>
            {AS_OF_PRESETS.map(({ label, from }) => (
              <Button key={label} variant="default" onClick={() => go(toCivil(from(now)))}>
                {t(label)}
              </Button>
            ))}
            <Button variant={asked === null ? "filled" : "default"} onClick={() => go(undefined)}>
              {t("asOf.now")}
            </Button>
          </div>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
