import { Outlet } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { KeyboardHelp } from "../../components/KeyboardHelp";
import { useKeys } from "../../lib/use-keys";
import { BottomBar } from "./BottomBar";
import { DemoLoading } from "./DemoLoading";
import styles from "./frame.module.css";
import { Rail } from "./Rail";
import { useRail } from "./rail-state";
import { focusSearch } from "./SearchBox";
import { TopBar } from "./TopBar";

/** What stands around every screen: rail, top bar, on a phone the bottom bar; and the keys that work everywhere. */
export function AppFrame() {
  const { t } = useTranslation();
  const { collapsed, toggle } = useRail();
  const [help, setHelp] = useState(false);
  useKeys({
    "?": () => setHelp(true),
    "/": (event) => {
      event.preventDefault();
      focusSearch();
    },
  });
  return (
    <div className={styles.frame} data-collapsed={collapsed || undefined}>
      <a className={styles.skip} href="#main">
        {t("nav.skip")}
      </a>
      <TopBar onHelp={() => setHelp(true)} />
      <Rail collapsed={collapsed} onToggle={toggle} />
      <DemoLoading />
      <main id="main" className={styles.main} tabIndex={-1}>
        <Outlet />
      </main>
      <BottomBar />
      <KeyboardHelp opened={help} onClose={() => setHelp(false)} />
    </div>
  );
}
