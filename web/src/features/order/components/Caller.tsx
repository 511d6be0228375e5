import { Button } from "@mantine/core";
import type { MaskedCaller, UnmaskedCaller } from "@tianyan/api";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { OrderKey } from "../../../lib/order-key";
import { useMay } from "../../../lib/use-meta";
import { CALLER_FIELDS } from "../lib/caller-fields";
import styles from "./order.module.css";
import { Unmask } from "./Unmask";

/** What was unmasked does not stay on the screen. */
const SHOWN_MS = 60_000;

export interface CallerProps {
  readonly order: OrderKey;
  readonly caller: MaskedCaller;
}

/** Who called, masked; one record can be seen for a reason, and only for a while. */
export function Caller({ order, caller }: CallerProps) {
  const { t } = useTranslation();
  const mayUnmask = useMay("personal.unmask");
  const [asking, setAsking] = useState(false);
  const [seen, setSeen] = useState<UnmaskedCaller | null>(null);
  useEffect(() => {
    if (seen === null) return;
    const timer = window.setTimeout(() => setSeen(null), SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [seen]);
  const known = CALLER_FIELDS.filter((field) => caller[field] !== "");
  return (
    <section className={styles.content} aria-labelledby="order-caller" data-testid="caller">
      <h2 id="order-caller">{t("caller.title")}</h2>
      <dl className={styles.pairs}>
        {known.map((field) => (
          <div key={field}>
            <dt>{t(`caller.${field}`)}</dt>
            <dd>{seen?.[field] ?? caller[field]}</dd>
          </div>
        ))}
      </dl>
      {seen !== null && (
        <p className={styles.origin} role="status">
          {t("caller.shown")}{" "}
          <Button size="compact-xs" variant="default" onClick={() => setSeen(null)}>
            {t("caller.hide")}
          </Button>
        </p>
      )}
      {mayUnmask && seen === null && (
        <Button size="compact-xs" variant="default" onClick={() => setAsking(true)} data-testid="unmask">
          {t("caller.unmask")}
        </Button>
      )}
      {asking && (
        <Unmask
          order={order}
          fields={known}
          onClose={() => setAsking(false)}
          onSeen={(answer) => {
            setSeen(answer);
            setAsking(false);
          }}
        />
      )}
    </section>
  );
}
