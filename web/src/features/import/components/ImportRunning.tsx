import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ImportItem } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Confirm } from "../../../components/Confirm";
import { Progress } from "../../../components/Progress";
import { api } from "../../../lib/api";
import { useImportLabel } from "../../../lib/use-import-label";
import styles from "./import.module.css";

/** A load on its way: how far, how fast, how long yet; and how to stop it. */
export function ImportRunning({ one }: { readonly one: ImportItem }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const cancel = useMutation({
    mutationFn: () => api.cancelImport(one.id),
    onSuccess: () => {
      setAsking(false);
      void client.invalidateQueries({ queryKey: ["import", one.id] });
    },
  });
  const label = useImportLabel();
  const begunAgain = one.state !== "undoing" && one.attempts > (one.state === "waiting" ? 0 : 1);
  return (
    <div className={styles.narrow}>
      <h2>{one.names.join(t("list.comma"))}</h2>
      <Progress label={label(one)} progress={one.progress} />
      {begunAgain && (
        <p className={styles.note} data-testid="begun-again">
          {t("import.takenUp")}
        </p>
      )}
      <p className={styles.note}>{t("import.goesOn")}</p>
      {one.state !== "undoing" && (
        <Button variant="default" onClick={() => setAsking(true)} data-testid="stop">
          {t("import.stop")}
        </Button>
      )}
      <Confirm
        opened={asking}
        title={t("import.stop")}
        act={t("import.stop")}
        busy={cancel.isPending}
        error={cancel.error}
        onAct={() => cancel.mutate()}
        onClose={() => setAsking(false)}
      >
        <p>{t("import.stopText")}</p>
      </Confirm>
    </div>
  );
}
