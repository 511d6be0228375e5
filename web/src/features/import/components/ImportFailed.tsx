import { Button } from "@mantine/core";
import type { ImportItem } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../../components/PageState";
import { useLanguage } from "../../../i18n/use-language";

export interface ImportFailedProps {
  readonly one: ImportItem;
  readonly onNext: () => void;
}

/** A load that came to nothing: stopped by somebody, or failed. Either way nothing of it counts. */
export function ImportFailed({ one, onNext }: ImportFailedProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const stopped = one.state === "cancelled";
  return (
    <EmptyState title={t(stopped ? "import.stopped" : "import.failed")}>
      <p>{t(stopped ? "import.stoppedText" : "import.failedSafe")}</p>
      {!stopped && one.error?.detail && <p>{one.error.detail[language]}</p>}
      {!stopped && one.error && <p>{one.error[language]}</p>}
      {!stopped && <p>{t("import.failedNext", { id: one.id })}</p>}
      <Button onClick={onNext}>{t("import.again")}</Button>
    </EmptyState>
  );
}
