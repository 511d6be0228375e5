import { Link, type LinkProps, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import styles from "./tabs.module.css";

export interface TabsProps {
  readonly label: string;
  readonly tabs: readonly { readonly to: NonNullable<LinkProps["to"]>; readonly label: string }[];
}

/** One tab's address may begin another's. */
const EXACT = { exact: true, includeSearch: false };

/** Screens of one kind; each is a page with an address of its own. */
export function Tabs({ label, tabs }: TabsProps) {
  const bar = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a phone the row is longer than the screen: the one that is open must be in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address has another tab.
  useEffect(() => {
    bar.current?.querySelector("[data-status=active]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [pathname]);
  return (
    <nav ref={bar} className={styles.tabs} aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.to} to={tab.to} className={styles.tab} activeOptions={EXACT}>
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
