import { Outlet, useLocation } from "@tanstack/react-router";
import type { MetaActor } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { KeyboardHelp } from "../../components/KeyboardHelp";
import { useKeys } from "../../lib/use-keys";
import { BottomBar } from "./BottomBar";
import { Closed } from "./Closed";
import { DemoLoading } from "./DemoLoading";
import styles from "./frame.module.css";
import { Rail } from "./Rail";
import { useRail } from "./rail-state";
import { focusSearch } from "./SearchBox";
import { isOpen, screensFor } from "./screens";
import { TopBar } from "./TopBar";

/** What stands around every screen: rail, top bar, on a phone the bottom bar; and the keys that work everywhere. */
export function AppFrame({ actor }: { readonly actor: MetaActor }) {
  const { t } = useTranslation();
  const { collapsed, toggle } = useRail();
  const { pathname } = useLocation();
  const [help, setHelp] = useState(false);
  useKeys({
    "?": () => setHelp(true),
    "/": (event) => {
      event.preventDefault();
      focusSearch();
    },
  });
  const screens = screensFor(actor.permissions);
  return (
    <div className={styles.frame} data-collapsed={collapsed || undefined}>
      <a className={styles.skip} href="#main">
        {t("nav.skip")}
      </a>
      <TopBar actor={actor} onHelp={() => setHelp(true)} />
      <Rail screens={screens} collapsed={collapsed} onToggle={toggle} />
      <DemoLoading />
      <main id="main" className={styles.main} tabIndex={-1}>
        {isOpen(pathname, actor.permissions) ? <Outlet /> : <Closed actor={actor} />}
      </main>
      <BottomBar screens={screens} />
      <KeyboardHelp opened={help} onClose={() => setHelp(false)} />
    </div>
  );
}
