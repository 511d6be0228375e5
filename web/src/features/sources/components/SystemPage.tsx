import { useTranslation } from "react-i18next";
import { Page } from "../../../components/Page";
import { SystemState } from "./SystemState";
import styles from "./sources.module.css";

/** The system administrator's desk: whether it runs, in which version, and where its figures are; nothing of the business. */
export function SystemPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("nav.system")}>
      <SystemState />
      <p className={styles.note}>{t("people.system.note")}</p>
      <p>
        <a href="/api/docs">{t("people.system.docs")}</a>
      </p>
    </Page>
  );
}
