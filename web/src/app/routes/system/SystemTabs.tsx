import { useTranslation } from "react-i18next";
import { Tabs } from "../../../components/Tabs";

/** The system administrator's screens. */
export function SystemTabs() {
  const { t } = useTranslation();
  return (
    <Tabs
      label={t("follow.tabs")}
      tabs={[
        { to: "/system", label: t("nav.system") },
        { to: "/system/following", label: t("follow.title") },
      ]}
    />
  );
}
