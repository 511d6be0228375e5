import { Button } from "@mantine/core";
import type { ImportItem } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Confirm } from "../../../components/Confirm";
import { useNumber } from "../../../i18n/use-number";
import { useUndo } from "../api/imports";

/** Takes a whole batch back, after saying what will be gone. */
export function Undo({ one }: { readonly one: ImportItem }) {
  const { t } = useTranslation();
  const number = useNumber();
  const [asking, setAsking] = useState(false);
  const undo = useUndo(one.id, () => setAsking(false));
  const { summary } = one;
  return (
    <>
      <Button variant="default" data-testid="undo" onClick={() => setAsking(true)}>
        {t("history.undo")}
      </Button>
      <Confirm
        opened={asking}
        title={t("history.undo")}
        act={t("history.undo")}
        busy={undo.isPending}
        error={undo.error}
        onAct={() => undo.mutate()}
        onClose={() => setAsking(false)}
      >
        {summary && (
          <p>
            {t("history.undoText", {
              rows: number(summary.rows),
              orders: number(summary.judged),
              added: number(summary.findings.added),
              removed: number(summary.findings.removed),
            })}
          </p>
        )}
        <p>{t("history.undoKept")}</p>
      </Confirm>
    </>
  );
}
