import { Button, Switch } from "@mantine/core";
import type { WatchRule } from "@tianyan/api";
import { sayCondition } from "@tianyan/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Confirm } from "../../../components/Confirm";
import { ErrorState } from "../../../components/PageState";
import { ConditionDialog } from "../../../components/query/ConditionDialog";
import { useNumber } from "../../../i18n/use-number";
import { useQueryWords } from "../../../lib/query/use-choices";
import { useSaveWatchRule } from "../../../lib/query/watch-rules";
import { useRemoveRule } from "../api/matches";
import styles from "./watch.module.css";

export interface RuleLineProps {
  readonly rule: WatchRule;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly onRemoved: () => void;
}

/** A rule: its name and what it says, how many it matches and how many of them are new, on or off. */
export function RuleLine({ rule, chosen, onChoose, onRemoved }: RuleLineProps) {
  const { t } = useTranslation();
  const number = useNumber();
  const words = useQueryWords();
  const save = useSaveWatchRule();
  const remove = useRemoveRule();
  const [doing, setDoing] = useState<"change" | "remove" | null>(null);
  const { id, name, condition, on, matches, fresh } = rule;
  const counted = () => {
    if (!on) return t("watch.off");
    return matches === null ? t("watch.slow") : t("watch.matches", { n: number(matches) });
  };
  return (
    <li className={styles.rule} data-testid="watch-rule" data-off={!on || undefined}>
      <button type="button" className={styles.name} aria-expanded={chosen} onClick={onChoose}>
        {name}
        {fresh !== null && fresh > 0 && (
          <b className={styles.fresh} data-testid="watch-fresh">
            {t("watch.freshOnes", { n: number(fresh) })}
          </b>
        )}
      </button>
      <span className={styles.counted}>{counted()}</span>
      <span className={styles.deeds}>
        <Switch
          size="xs"
          checked={on}
          aria-label={t("watch.on", { name })}
          onChange={() => save.mutate({ id, name, condition, on: !on })}
        />
        <Button variant="subtle" size="compact-sm" onClick={() => setDoing("change")}>
          {t("watch.change")}
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={() => setDoing("remove")}>
          {t("watch.remove")}
        </Button>
      </span>
      <p className={styles.said}>{sayCondition(condition, words)}</p>
      {save.isError && doing === null && <ErrorState error={save.error} />}
      {doing === "change" && (
        <ConditionDialog
          condition={condition}
          counted="orders"
          act={t("act.save")}
          busy={save.isPending}
          error={save.error}
          onAct={(next) => {
            if (next) save.mutate({ id, name, condition: next, on }, { onSuccess: () => setDoing(null) });
          }}
          onClose={() => setDoing(null)}
        />
      )}
      <Confirm
        opened={doing === "remove"}
        title={t("watch.removeTitle", { name })}
        act={t("watch.remove")}
        busy={remove.isPending}
        error={remove.error}
        onAct={() => remove.mutate(id, { onSuccess: onRemoved })}
        onClose={() => setDoing(null)}
      >
        {t("watch.removeText")}
      </Confirm>
    </li>
  );
}
