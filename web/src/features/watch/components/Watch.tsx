import { Button } from "@mantine/core";
import type { Condition } from "@tianyan/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { Page } from "../../../components/Page";
import { EmptyState, ErrorState } from "../../../components/PageState";
import { ConditionDialog } from "../../../components/query/ConditionDialog";
import { SaveRule } from "../../../components/query/SaveRule";
import { useNumber } from "../../../i18n/use-number";
import { useWatchRules } from "../../../lib/query/watch-rules";
import type { WatchSearch } from "../lib/search";
import { Matches } from "./Matches";
import { RuleLine } from "./RuleLine";
import styles from "./watch.module.css";

export interface WatchProps {
  readonly search: WatchSearch;
  readonly onSearch: (next: WatchSearch) => void;
}

/** What one watches for: own rules, with how much of what they match is new; the matches of the chosen one under them. */
export function Watch({ search, onSearch }: WatchProps) {
  const { t } = useTranslation();
  const number = useNumber();
  const answer = useWatchRules();
  const [building, setBuilding] = useState(false);
  const [made, setMade] = useState<Condition | null>(null);
  const rules = answer.data?.rules ?? [];
  const fresh = rules.reduce((sum, rule) => sum + (rule.fresh ?? 0), 0);
  const chosen = rules.find(({ id }) => id === search.rule);
  return (
    <Page
      title={t("watch.title")}
      aside={answer.data && t("watch.fresh", { n: number(fresh) })}
      bar={
        <Button size="compact-sm" onClick={() => setBuilding(true)} data-testid="watch-new">
          {t("watch.add")}
        </Button>
      }
    >
      {answer.isError && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Bones rows={6} />}
      {answer.data && rules.length === 0 && <EmptyState title={t("watch.none")}>{t("watch.noneText")}</EmptyState>}
      {rules.length > 0 && (
        <ul className={styles.rules} data-testid="watch-rules">
          {rules.map((rule) => (
            <RuleLine
              key={rule.id}
              rule={rule}
              chosen={rule.id === chosen?.id}
              onChoose={() => onSearch({ rule: rule.id === chosen?.id ? undefined : rule.id })}
              onRemoved={() => onSearch({ rule: undefined })}
            />
          ))}
        </ul>
      )}
      {chosen && <Matches key={chosen.id} rule={chosen} />}
      {building && (
        <ConditionDialog
          condition={null}
          counted="orders"
          act={t("watch.next")}
          onAct={(condition) => {
            setBuilding(false);
            setMade(condition);
          }}
          onClose={() => setBuilding(false)}
        />
      )}
      {made && <SaveRule condition={made} onClose={() => setMade(null)} />}
    </Page>
  );
}
