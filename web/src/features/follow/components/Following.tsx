import { useTranslation } from "react-i18next";
import { Page } from "../../../components/Page";
import { Deliveries } from "./Deliveries";
import { Followers } from "./Followers";
import styles from "./follow.module.css";
import { Webhooks } from "./Webhooks";

/** Other systems that are told what becomes of cases and findings, or ask for it. */
export function Following() {
  const { t } = useTranslation();
  return (
    <Page title={t("follow.title")}>
      <p className={styles.note}>{t("follow.note")}</p>
      <Webhooks />
      <Deliveries />
      <Followers />
    </Page>
  );
}
