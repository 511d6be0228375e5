import type { Condition } from "@tianyan/core";
import { sayCondition } from "@tianyan/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQueryWords } from "../../lib/query/use-choices";
import type { Counted } from "../../lib/query/use-matches";
import { useMay } from "../../lib/use-meta";
import filter from "../filter.module.css";
import { IconButton } from "../IconButton";
import { CaretIcon, CloseIcon } from "../icons";
import { ConditionDialog } from "./ConditionDialog";
import styles from "./query.module.css";

export interface OwnConditionsProps {
  readonly condition: Condition | null;
  readonly counted: Counted;
  readonly onChange: (condition: Condition | null) => void;
}

/** Conditions of one's own on a list: what they say, and where they are built. */
export function OwnConditions({ condition, counted, onChange }: OwnConditionsProps) {
  const { t } = useTranslation();
  const [building, setBuilding] = useState(false);
  const words = useQueryWords();
  const may = useMay("views.write");
  if (!may) return null;
  const said = condition === null ? null : sayCondition(condition, words);
  return (
    <span className={styles.own}>
      <button
        type="button"
        className={filter.filter}
        data-set={condition !== null || undefined}
        data-testid="own-conditions"
        title={said ?? undefined}
        aria-haspopup="dialog"
        onClick={() => setBuilding(true)}
      >
        <span>{said ?? t("query.own")}</span>
        <CaretIcon size={12} />
      </button>
      {condition !== null && (
        <IconButton label={t("query.drop")} onClick={() => onChange(null)}>
          <CloseIcon size={12} />
        </IconButton>
      )}
      {building && (
        <ConditionDialog
          condition={condition}
          counted={counted}
          act={t("query.apply")}
          savable
          onAct={(next) => {
            setBuilding(false);
            onChange(next);
          }}
          onClose={() => setBuilding(false)}
        />
      )}
    </span>
  );
}
