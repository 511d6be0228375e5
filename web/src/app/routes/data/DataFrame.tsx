import { Outlet } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Tabs } from "../../../components/Tabs";
import { useMeta } from "../../../lib/use-meta";
import { DATA_SCREENS } from "./screens";

/** The data steward's screens, side by side under one row of tabs. */
export function DataFrame() {
  const { t } = useTranslation();
  const permissions = useMeta().data?.actor.permissions ?? [];
  const open = DATA_SCREENS.filter(({ needs }) => permissions.includes(needs));
  return (
    <>
      <Tabs label={t("data.tabs")} tabs={open.map(({ to, label }) => ({ to, label: t(label) }))} />
      <Outlet />
    </>
  );
}
