import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMay } from "../../../lib/use-meta";
import { useCaseCount } from "../api/cases";
import styles from "./cases.module.css";

/** On the leader's desk: how many cases wait for approval. */
export function WaitingStrip() {
  const { t } = useTranslation();
  const mayApprove = useMay("cases.approve");
  const count = useCaseCount({ waiting: true }, mayApprove).data ?? 0;
  if (count === 0) return null;
  return (
    <p className={styles.strip}>
      <Link to="/cases" search={{ waiting: "yes" }} data-testid="waiting">
        {t("cases.waiting", { count })}
      </Link>
    </p>
  );
}
