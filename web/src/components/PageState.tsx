import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useProblem } from "../lib/use-problem";
import styles from "./page-state.module.css";

export interface EmptyStateProps {
  /** What it means that nothing is here. */
  readonly title: string;
  /** The first heading of its page, where it is all that is there. */
  readonly alone?: boolean;
  /** What to do. */
  readonly children: ReactNode;
}

export function EmptyState({ title, alone = false, children }: EmptyStateProps) {
  const Heading = alone ? "h1" : "h2";
  return (
    <div className={styles.state} role="status" data-testid="empty">
      <Heading>{title}</Heading>
      <div>{children}</div>
    </div>
  );
}

export interface ErrorStateProps {
  readonly error: unknown;
  readonly alone?: boolean;
  /** What is safe, where somebody was at work and not only looking. */
  readonly safe?: string;
  readonly onRetry?: () => void;
  /** What else can be tried. */
  readonly children?: ReactNode;
}

/** What happened, what is safe, what to try, and the request id for whoever looks into it. */
export function ErrorState({ error, alone = false, safe, onRetry, children }: ErrorStateProps) {
  const Heading = alone ? "h1" : "h2";
  const { t } = useTranslation();
  const problem = useProblem(error);
  return (
    <div className={styles.state} role="alert" data-testid="error">
      <Heading>{problem.title}</Heading>
      <p>{problem.text}</p>
      {safe !== undefined && <p>{safe}</p>}
      {safe === undefined && problem.requestId === null && <p>{t("state.safe")}</p>}
      {problem.requestId !== null && (
        <p className={styles.request}>
          {t("state.requestId")} <code>{problem.requestId}</code>
        </p>
      )}
      {onRetry && problem.mayPass && (
        <Button variant="default" onClick={onRetry}>
          {t("state.retry")}
        </Button>
      )}
      {children}
    </div>
  );
}
