import { Button } from "@mantine/core";
import type { CaseDetail } from "@tianyan/api";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FacetFilter } from "../../../components/FacetFilter";
import { ErrorState } from "../../../components/PageState";
import { api } from "../../../lib/api";
import { useCaseChange, useColleagues } from "../api/cases";
import styles from "./cases.module.css";

/** A remark on the case; colleagues who are mentioned find it among theirs. */
export function CommentBox({ file }: { readonly file: CaseDetail }) {
  const { t } = useTranslation();
  const colleagues = useColleagues();
  const [text, setText] = useState("");
  const [mentions, setMentions] = useState<string[]>([]);
  const comment = useCaseChange(file.id, (said: string) => api.commentOnCase(file.id, { text: said, mentions }));
  const said = text.trim();
  return (
    <form
      className={styles.comment}
      onSubmit={(event) => {
        event.preventDefault();
        if (said === "" || comment.isPending) return;
        comment.mutate(said, {
          onSuccess: () => {
            setText("");
            setMentions([]);
          },
        });
      }}
    >
      <textarea
        rows={2}
        maxLength={4000}
        aria-label={t("cases.comment")}
        placeholder={t("cases.comment")}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {comment.isError && <ErrorState error={comment.error} />}
      <div className={styles.deeds}>
        <FacetFilter
          name="mentions"
          label={t("cases.mention")}
          options={(colleagues.data?.items ?? []).map(({ account, name }) => ({ value: account, label: name }))}
          chosen={mentions}
          onChange={setMentions}
        />
        <Button
          type="submit"
          variant="default"
          disabled={said === ""}
          loading={comment.isPending}
          data-testid="comment-act"
        >
          {t("cases.commentAct")}
        </Button>
      </div>
    </form>
  );
}
