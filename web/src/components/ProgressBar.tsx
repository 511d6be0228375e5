import styles from "./progress-bar.module.css";

export interface ProgressBarProps {
  readonly label: string;
  /** From 0 to 1; null while nobody can say. */
  readonly share: number | null;
}

export function ProgressBar({ label, share }: ProgressBarProps) {
  const percent = share === null ? null : Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div
      className={styles.bar}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(percent === null ? {} : { "aria-valuenow": percent })}
      data-unknown={percent === null || undefined}
    >
      <span style={{ width: `${percent ?? 30}%` }} />
    </div>
  );
}
