import { Button } from "@mantine/core";
import { ApiError } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { EmptyState, ErrorState } from "../../../components/PageState";
import { isRunning, useImport } from "../../../lib/use-import";
import { ImportFailed } from "./ImportFailed";
import { ImportResult } from "./ImportResult";
import { ImportRunning } from "./ImportRunning";

export interface ImportUnderWayProps {
  readonly id: string;
  /** Back to the choice of files. */
  readonly onNext: () => void;
}

/** An import from its start to its result. It goes on when the page is left. */
export function ImportUnderWay({ id, onNext }: ImportUnderWayProps) {
  const { t } = useTranslation();
  const answer = useImport(id);
  if (answer.isPending) return <Bones rows={4} />;
  if (answer.isError && !answer.data) {
    if (!(answer.error instanceof ApiError && answer.error.code === "import.not_found"))
      return <ErrorState error={answer.error} safe={t("import.goesOn")} onRetry={() => void answer.refetch()} />;
    return (
      <EmptyState title={t("import.gone")}>
        <p>{t("import.goneText")}</p>
        <Button onClick={onNext}>{t("import.again")}</Button>
      </EmptyState>
    );
  }
  const one = answer.data;
  if (isRunning(one)) return <ImportRunning one={one} />;
  if (one.state === "done" || one.state === "undone") return <ImportResult one={one} onNext={onNext} />;
  return <ImportFailed one={one} onNext={onNext} />;
}
