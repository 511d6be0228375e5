import type { CaseDetail } from "@tianyan/api";
import { CASE_STAGE_TEXTS, type CaseStage, hasEnded } from "@tianyan/core";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language";
import { STEPS, stepOf } from "../lib/stages";
import styles from "./stages.module.css";

/** The way of the case from clue to sign-off, and where it stands. */
export function StageBar({ file }: { readonly file: CaseDetail }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = (stage: CaseStage) => CASE_STAGE_TEXTS[stage][language];
  const at = stepOf(file.stage, file.suspended_from);
  const offTheWay = file.stage === "suspended" || (hasEnded(file.stage) && file.stage !== "signed_off");
  const nameOf = (stages: readonly CaseStage[]) =>
    stages.includes(file.stage) ? name(file.stage) : stages.map(name).join(" / ");
  return (
    <ol className={styles.bar} aria-label={t("cases.stages")} data-testid="stages">
      {STEPS.map((stages, step) => {
        const state = at === null ? "ahead" : step < at ? "past" : step === at ? "now" : "ahead";
        const current = stages.includes(file.stage);
        return (
          <li key={stages.join()} data-state={state} {...(current ? { "aria-current": "step" as const } : {})}>
            <span>{nameOf(stages)}</span>
          </li>
        );
      })}
      {offTheWay && (
        <li data-state="off" aria-current="step">
          <span data-testid="stage-off">{name(file.stage)}</span>
        </li>
      )}
    </ol>
  );
}
