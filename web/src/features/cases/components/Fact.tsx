import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./cases.module.css";

export interface FactProps {
  readonly id: string;
  readonly title: string;
  /** How many; absent where counting says nothing. */
  readonly count?: number;
  readonly add?: string;
  readonly onAdd?: (() => void) | undefined;
  /** What it means that nothing is here. */
  readonly none?: string;
  readonly children?: ReactNode;
}

/** One kind of facts of a case, with what adds to it. */
export function Fact({ id, title, count, add, onAdd, none, children }: FactProps) {
  const { t } = useTranslation();
  return (
    <section className={styles.fact} aria-labelledby={`case-${id}`} data-testid={`fact-${id}`}>
      <div className={styles.factHead}>
        <h2 id={`case-${id}`}>
          {title} {count !== undefined && count > 0 && <small>{count}</small>}
        </h2>
        {onAdd && (
          <Button size="compact-xs" variant="default" onClick={onAdd} aria-label={add} data-testid={`add-${id}`}>
            {t("cases.add")}
          </Button>
        )}
      </div>
      {count === 0 && none !== undefined && <p className={styles.quiet}>{none}</p>}
      {children}
    </section>
  );
}
