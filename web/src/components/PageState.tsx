import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useProblem } from "../lib/use-problem";
import styles from "./page-state.module.css";

export interface EmptyStateProps {
  /** What it means that nothing is here. */
  readonly title: string;
  /** What to do. */
  readonly children: ReactNode;
}

export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <div className={styles.state} role="status" data-testid="empty">
      <h2>{title}</h2>
      <div>{children}</div>
    </div>
  );
}

export interface ErrorStateProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** What happened, what is safe, what to try, and the request id for whoever looks into it. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const { t } = useTranslation();
  const problem = useProblem(error);
  return (
    <div className={styles.state} role="alert" data-testid="error">
      <h2>{problem.title}</h2>
      <p>{problem.text}</p>
      {problem.requestId === null && <p>{t("state.safe")}</p>}
      {problem.requestId !== null && (
        <p className={styles.request}>
          {t("state.requestId")} <code>{problem.requestId}</code>
        </p>
      )}
      {onRetry && (
        <Button variant="default" onClick={onRetry}>
          {t("state.retry")}
        </Button>
      )}
    </div>
  );
}
