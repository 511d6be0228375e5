import type { ImportItem } from "@tianyan/api";
import { useTranslation } from "react-i18next";

/** What an import is at, in words. */
export function useImportLabel(): (one: ImportItem) => string {
  const { t } = useTranslation();
  return ({ state, ahead, progress }) => {
    if (state === "waiting" && ahead > 0) return t("import.ahead", { n: ahead });
    const step = progress?.step ?? null;
    return step === null ? t(`importState.${state}`) : t(`importStep.${step}`);
  };
}
