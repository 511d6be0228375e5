import { Button } from "@mantine/core";
import { MOST_DEPTH } from "@tianyan/core";
import { useTranslation } from "react-i18next";
import {
  type Draft,
  type DraftGroup,
  draftGroup,
  draftLeaf,
  emptyLeaf,
  isDraftGroup,
  MODES,
} from "../../lib/query/draft";
import type { QueryChoices } from "../../lib/query/use-choices";
import { Choice } from "../Choice";
import { IconButton } from "../IconButton";
import { CloseIcon } from "../icons";
import { LeafEditor } from "./LeafEditor";
import styles from "./query.module.css";

export interface GroupEditorProps {
  readonly group: DraftGroup;
  readonly depth: number;
  /** No more conditions fit. */
  readonly full: boolean;
  readonly choices: QueryChoices;
  readonly onChange: (group: DraftGroup) => void;
}

/** Rows that go together: all, one or none of them; a row may be such a group itself. */
export function GroupEditor({ group, depth, full, choices, onChange }: GroupEditorProps) {
  const { t } = useTranslation();
  const put = (id: number, by: Draft | null) =>
    onChange({ ...group, parts: group.parts.flatMap((part) => (part.id === id ? (by ?? []) : part)) });
  const add = (part: Draft) => onChange({ ...group, parts: [...group.parts, part] });
  return (
    <fieldset className={styles.group} aria-label={t("query.group")} data-testid="query-group">
      <div className={styles.mode}>
        <Choice
          label={t("query.mode")}
          value={group.mode}
          options={MODES.map((mode) => ({ value: mode, label: t(`query.modes.${mode}`) }))}
          onChange={(mode) => onChange({ ...group, mode })}
        />
      </div>
      {group.parts.map((part) => (
        <div key={part.id} className={styles.row} data-testid="query-row">
          {isDraftGroup(part) ? (
            <GroupEditor
              group={part}
              depth={depth + 1}
              full={full}
              choices={choices}
              onChange={(next) => put(part.id, next)}
            />
          ) : (
            <LeafEditor leaf={part.leaf} choices={choices} onChange={(leaf) => put(part.id, { ...part, leaf })} />
          )}
          <IconButton label={t("query.remove")} onClick={() => put(part.id, null)}>
            <CloseIcon size={12} />
          </IconButton>
        </div>
      ))}
      <div className={styles.adds}>
        <Button
          variant="default"
          size="compact-sm"
          disabled={full}
          onClick={() => add(draftLeaf(emptyLeaf("age")))}
          data-testid="query-add"
        >
          {t("query.add")}
        </Button>
        {/* A group that says no takes two steps of depth. */}
        {depth < MOST_DEPTH / 2 && (
          <Button
            variant="subtle"
            size="compact-sm"
            disabled={full}
            onClick={() => add(draftGroup("any", [draftLeaf(emptyLeaf("age"))]))}
            data-testid="query-add-group"
          >
            {t("query.addGroup")}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
