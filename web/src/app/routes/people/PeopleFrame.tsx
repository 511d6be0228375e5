import { Outlet } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Tabs } from "../../../components/Tabs";
import { PEOPLE_SCREENS } from "./screens";

/** The security administrator's screens. */
export function PeopleFrame() {
  const { t } = useTranslation();
  return (
    <>
      <Tabs label={t("nav.people")} tabs={PEOPLE_SCREENS.map(({ to, label }) => ({ to, label: t(label) }))} />
      <Outlet />
    </>
  );
}
