import { Outlet } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Tabs } from "../../../components/Tabs";

/** The auditor's screens. */
export function AuditFrame() {
  const { t } = useTranslation();
  return (
    <>
      <Tabs
        label={t("nav.audit")}
        tabs={[
          { to: "/audit", label: t("audit.trail") },
          { to: "/audit/chain", label: t("audit.chain") },
        ]}
      />
      <Outlet />
    </>
  );
}
