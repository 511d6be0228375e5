import { Link, type LinkProps } from "@tanstack/react-router";
import styles from "./tabs.module.css";

export interface TabsProps {
  readonly label: string;
  readonly tabs: readonly { readonly to: NonNullable<LinkProps["to"]>; readonly label: string }[];
}

/** Screens of one kind; each is a page with an address of its own. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.to} to={tab.to} className={styles.tab}>
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
