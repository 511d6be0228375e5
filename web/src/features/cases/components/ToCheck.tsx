import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useNumber } from "../../../i18n/use-number";
import { useReportedCount } from "../api/cases";
import styles from "./cases.module.css";

/** How many measures units have reported on, and nobody has checked; opens them in the ledger. */
export function ToCheck() {
  const { t } = useTranslation();
  const number = useNumber();
  const count = useReportedCount().data ?? 0;
  if (count === 0) return null;
  return (
    <Link to="/measures" search={{ show: "reported" }} className={styles.flag} data-testid="to-check">
      {t("cases.toCheck")} <b>{number(count)}</b>
    </Link>
  );
}
