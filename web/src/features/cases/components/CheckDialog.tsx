import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../../components/FormDialog";
import { api } from "../../../lib/api";
import { formatDate } from "../../../lib/time";
import { useNow } from "../../../lib/use-clock";
import { useCaseChange } from "../api/cases";
import { CheckFields, isWholeCheck, newCheck, trimmedCheck } from "./CheckFields";
import type { CaseDialogProps } from "./UnitsDialog";

/** A check that was made, recorded in a case. */
export function CheckDialog({ file, onClose }: CaseDialogProps) {
  const { t } = useTranslation();
  const now = useNow();
  const [check, setCheck] = useState(() => newCheck(formatDate(now)));
  const add = useCaseChange(file.id, () =>
    api.addCaseCheck(file.id, { version: file.version, ...trimmedCheck(check) }),
  );
  return (
    <FormDialog
      title={t("cases.addCheck")}
      act={t("cases.record")}
      ready={isWholeCheck(check)}
      busy={add.isPending}
      error={add.error}
      testId="check-form"
      onAct={() => add.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <CheckFields check={check} first onChange={setCheck} />
    </FormDialog>
  );
}
