import { useTranslation } from "react-i18next";
import styles from "./axis.module.css";

const SIGNS = ["held", "pool", "suspended", "act", "other", "back", "rejected", "due"] as const;

/** What the signs of the axis mean; it gives way to whatever is pointed at. */
export function AxisLegend() {
  const { t } = useTranslation();
  return (
    <ul className={styles.legend}>
      {SIGNS.map((sign) => (
        <li key={sign} data-sign={sign}>
          <i aria-hidden="true" />
          {t(`axis.legend.${sign}`)}
        </li>
      ))}
    </ul>
  );
}
