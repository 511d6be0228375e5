import { useTranslation } from "react-i18next";
import { Tabs } from "../../../components/Tabs";
import { useMay } from "../../../lib/use-meta";

/** What the rule keeper sets; everybody else only reads the rules. */
export function RulesTabs() {
  const { t } = useTranslation();
  if (!useMay("cases.deadlines")) return null;
  return (
    <Tabs
      label={t("nav.rules")}
      tabs={[
        { to: "/rules", label: t("deadlines.rules") },
        { to: "/rules/deadlines", label: t("deadlines.title") },
      ]}
    />
  );
}
