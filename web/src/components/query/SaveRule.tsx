import { type Condition, sayCondition } from "@tianyan/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQueryWords } from "../../lib/query/use-choices";
import { useSaveWatchRule } from "../../lib/query/watch-rules";
import { FormDialog } from "../FormDialog";
import { LineField } from "../FormFields";
import styles from "./query.module.css";

/** Conditions kept as a watch rule, under a name. */
export function SaveRule({ condition, onClose }: { readonly condition: Condition; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const words = useQueryWords();
  const [name, setName] = useState("");
  const save = useSaveWatchRule();
  const said = name.trim();
  return (
    <FormDialog
      title={t("query.saveRule")}
      act={t("act.save")}
      ready={said !== ""}
      busy={save.isPending}
      error={save.error}
      testId="rule-form"
      onAct={() => save.mutate({ id: null, name: said, condition, on: true }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p className={styles.said}>{sayCondition(condition, words)}</p>
      <LineField label={t("watch.name")} value={name} max={80} first onChange={setName} />
      <p className={styles.count}>{t("watch.saveHint")}</p>
    </FormDialog>
  );
}
