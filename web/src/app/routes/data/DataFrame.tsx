import { Outlet } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Tabs } from "../../../components/Tabs";
import { DATA_SCREENS } from "./screens";

/** The data steward's screens, side by side under one row of tabs. */
export function DataFrame() {
  const { t } = useTranslation();
  return (
    <>
      <Tabs label={t("data.tabs")} tabs={DATA_SCREENS.map(({ to, label }) => ({ to, label: t(label) }))} />
      <Outlet />
    </>
  );
}
