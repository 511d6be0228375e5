import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ProgressBar } from "../../components/ProgressBar";
import { useNumber } from "../../i18n/use-number";
import { useDemoLoad, useFollowDemo } from "../../lib/use-meta";
import { useSeconds } from "../../lib/use-seconds";
import styles from "./demo-loading.module.css";

/** Over every screen until the invented county is in: how far it is, and that what is shown is not all yet. */
export function DemoLoading() {
  const { t } = useTranslation();
  const number = useNumber();
  const seconds = useSeconds();
  const load = useDemoLoad();
  useFollowDemo(load);
  if (!load) return null;
  const { loaded, orders, shown, share, seconds_left: left } = load;
  return (
    <section className={styles.strip} aria-label={t("demo.label")} data-testid="demo-loading">
      <ProgressBar label={t("demo.label")} share={share} />
      <p>
        <b>{t("demo.loading", { loaded: number(loaded), orders: number(orders) })}</b>
        <span>{left === null ? t("work.leftUnknown") : t("work.left", { time: seconds(left) })}</span>
        <span>{shown === 0 ? t("demo.nothingYet") : t("demo.shown", { shown: number(shown) })}</span>
        <Link to="/data/history">{t("demo.history")}</Link>
      </p>
    </section>
  );
}
