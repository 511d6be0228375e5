import { useTranslation } from "react-i18next";
import styles from "./axis.module.css";

const SIGNS = ["held", "pool", "suspended", "act", "other", "back", "rejected", "due", "now"] as const;

/** What the signs of the axis mean; it gives way to whatever is pointed at. */
export function AxisLegend({ open }: { readonly open: boolean }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.legend}>
      {SIGNS.filter((sign) => open || sign !== "now").map((sign) => (
        <li key={sign} data-sign={sign}>
          <i aria-hidden="true" />
          {t(`axis.legend.${sign}`)}
        </li>
      ))}
    </ul>
  );
}
