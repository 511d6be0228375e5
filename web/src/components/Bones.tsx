import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./page-state.module.css";

const WIDTHS = [62, 78, 54, 70, 66, 82, 58, 74];

/** The skeleton of a list; only after 200 ms, so that a quick answer does not flash. */
export function Bones({ rows = 12 }: { readonly rows?: number }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setShown(true), 200);
    return () => window.clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div className={styles.bones} role="status" aria-label={t("state.loading")} data-testid="loading">
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <div key={row} className={styles.bone}>
          <span style={{ width: `${WIDTHS[row % WIDTHS.length] ?? 60}%` }} />
        </div>
      ))}
    </div>
  );
}
