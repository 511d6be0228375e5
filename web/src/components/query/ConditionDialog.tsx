import { Button } from "@mantine/core";
import { type Condition, leavesOf, MOST_LEAVES, sayCondition } from "@tianyan/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNumber } from "../../i18n/use-number";
import { draftGroup, draftLeaf, emptyLeaf, readDraft, writeDraft } from "../../lib/query/draft";
import { useQueryChoices, useQueryWords } from "../../lib/query/use-choices";
import { type Counted, useMatches } from "../../lib/query/use-matches";
import { useProblem } from "../../lib/use-problem";
import { FormDialog } from "../FormDialog";
import { GroupEditor } from "./GroupEditor";
import styles from "./query.module.css";
import { SaveRule } from "./SaveRule";

export interface ConditionDialogProps {
  readonly condition: Condition | null;
  readonly counted: Counted;
  /** What the button does. */
  readonly act: string;
  /** They may be kept as a watch rule from here. */
  readonly savable?: boolean;
  readonly busy?: boolean;
  readonly error?: unknown;
  readonly onAct: (condition: Condition | null) => void;
  readonly onClose: () => void;
}

/** Where conditions are put together: a row each, groups within groups; what they say and how many match is told meanwhile. */
export function ConditionDialog(props: ConditionDialogProps) {
  const { condition: given, counted, act, savable = false, busy = false, error = null, onAct, onClose } = props;
  const { t } = useTranslation();
  const number = useNumber();
  const words = useQueryWords();
  const choices = useQueryChoices();
  const [saving, setSaving] = useState(false);
  const [draft, setDraft] = useState(() =>
    given === null ? draftGroup("all", [draftLeaf(emptyLeaf("state"))]) : readDraft(given),
  );
  const condition = writeDraft(draft);
  const matches = useMatches(condition, counted);
  const problem = useProblem(matches.error);
  const full = condition !== null && leavesOf(condition).length >= MOST_LEAVES;
  const told = () => {
    if (condition === null) return t("query.nothing");
    if (matches.isError) return problem.text;
    if (matches.data === undefined) return t("query.counting");
    return t(counted === "orders" ? "query.orders" : "query.findings", { n: number(matches.data) });
  };
  if (saving && condition !== null) return <SaveRule condition={condition} onClose={() => setSaving(false)} />;
  return (
    <FormDialog
      title={t("query.title")}
      act={act}
      ready
      busy={busy}
      error={error}
      testId="query-form"
      onAct={() => onAct(condition)}
      onClose={onClose}
    >
      <GroupEditor group={draft} depth={1} full={full} choices={choices} onChange={setDraft} />
      <p className={styles.said} data-testid="query-said">
        {condition === null ? t("query.empty") : sayCondition(condition, words)}
      </p>
      <p className={styles.count} role="status" data-testid="query-count">
        {told()}
        {matches.isFetching && matches.data !== undefined && " …"}
      </p>
      {savable && condition !== null && (
        <div>
          <Button variant="subtle" size="compact-sm" onClick={() => setSaving(true)} data-testid="query-save">
            {t("query.saveRule")}
          </Button>
        </div>
      )}
    </FormDialog>
  );
}
