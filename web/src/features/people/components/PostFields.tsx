import { type AccountKind, KIND_OF_POST, POSTS, type Post, type ScopeChoices } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { Choice } from "../../../components/Choice";
import { FacetFilter } from "../../../components/FacetFilter";
import { usePostName } from "../../../lib/use-post-name";
import type { ScopeDraft } from "../lib/draft";
import styles from "./people.module.css";

export interface ScopeFieldsProps {
  readonly scope: ScopeDraft;
  readonly choices: ScopeChoices | undefined;
  readonly post: Post;
  readonly onChange: (scope: ScopeDraft) => void;
}

/** What an appointment covers; nothing chosen is everything. */
export function ScopeFields({ scope, choices, post, onChange }: ScopeFieldsProps) {
  const { t } = useTranslation();
  const units = (choices?.units ?? []).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <div className={styles.scope}>
      <FacetFilter
        name="scope-source"
        label={t("filter.source")}
        options={(choices?.sources ?? []).map(({ code, name }) => ({ value: code, label: name || code }))}
        chosen={scope.sources}
        onChange={(sources) => onChange({ ...scope, sources })}
      />
      <FacetFilter
        name="scope-district"
        label={t("filter.district")}
        options={(choices?.districts ?? []).map((value) => ({ value, label: value }))}
        chosen={scope.districts}
        onChange={(districts) => onChange({ ...scope, districts })}
      />
      <FacetFilter
        name="scope-unit"
        label={t("filter.unit")}
        options={units}
        chosen={scope.units}
        onChange={(chosen) => onChange({ ...scope, units: post === "unit_contact" ? chosen.slice(-1) : chosen })}
      />
      <small>{t(post === "unit_contact" ? "people.scope.oneUnit" : "people.scope.hint")}</small>
    </div>
  );
}

export interface PostChoiceProps {
  readonly post: Post;
  /** Only posts of this kind; null: any. */
  readonly kind: AccountKind | null;
  readonly onChange: (post: Post) => void;
}

export function PostChoice({ post, kind, onChange }: PostChoiceProps) {
  const { t } = useTranslation();
  const postName = usePostName();
  const allowed = POSTS.filter((one) => kind === null || KIND_OF_POST[one] === kind);
  return (
    <Choice
      label={t("people.column.post")}
      labelShown
      value={post}
      options={allowed.map((value) => ({ value, label: postName(value) }))}
      onChange={onChange}
      testId="post"
    />
  );
}
