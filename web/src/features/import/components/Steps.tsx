import { useTranslation } from "react-i18next";
import styles from "./import.module.css";

const STEPS = ["files", "check", "load"] as const;

export interface StepsProps {
  readonly step: (typeof STEPS)[number];
}

export function Steps({ step }: StepsProps) {
  const { t } = useTranslation();
  return (
    <ol className={styles.steps} aria-label={t("import.step.label")}>
      {STEPS.map((name, place) => (
        <li key={name} {...(name === step ? { "aria-current": "step" as const } : {})}>
          {place + 1} {t(`import.step.${name}`)}
        </li>
      ))}
    </ol>
  );
}
