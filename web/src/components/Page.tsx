import type { ReactNode } from "react";
import { useTitle } from "../lib/use-title";
import styles from "./page.module.css";

export interface PageProps {
  readonly title: string;
  /** Beside the title: counts and the like. */
  readonly aside?: ReactNode;
  /** Under the title: filters. */
  readonly bar?: ReactNode;
  readonly children: ReactNode;
}

/** A screen that is one column: title, filters, content. */
export function Page({ title, aside, bar, children }: PageProps) {
  useTitle(title);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{title}</h1>
        <span className={styles.aside}>{aside}</span>
      </header>
      {bar && <div className={styles.bar}>{bar}</div>}
      {children}
    </div>
  );
}
