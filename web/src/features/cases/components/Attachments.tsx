import { Button } from "@mantine/core";
import type { CaseDetail } from "@tianyan/api";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../../components/PageState";
import { api } from "../../../lib/api";
import { bytes } from "../../../lib/bytes";
import { useCaseChange } from "../api/cases";
import styles from "./cases.module.css";
import { Fact } from "./Fact";

export interface AttachmentsProps {
  readonly file: CaseDetail;
  readonly mayWrite: boolean;
}

/** Files of the case; they are downloaded, never shown here. */
export function Attachments({ file, mayWrite }: AttachmentsProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const attach = useCaseChange(file.id, (chosen: File) => api.attachToCase(file.id, chosen.name, chosen));
  return (
    <Fact id="files" title={t("cases.files")} count={file.attachments.length} none={t("cases.noFiles")}>
      <ul className={styles.list}>
        {file.attachments.map((one) => (
          <li key={one.id}>
            <a href={api.attachment(file.id, one.id)} download={one.name} title={`SHA-256 ${one.sha256}`}>
              {one.name}
            </a>{" "}
            <small className={styles.quiet}>
              {bytes(one.size)} · {one.author}
            </small>
          </li>
        ))}
      </ul>
      {attach.isError && <ErrorState error={attach.error} />}
      {mayWrite && (
        <>
          <input
            ref={field}
            type="file"
            hidden
            data-testid="attach"
            aria-label={t("cases.attach")}
            onChange={(event) => {
              const [chosen] = event.currentTarget.files ?? [];
              if (chosen) attach.mutate(chosen);
              event.currentTarget.value = "";
            }}
          />
          <Button size="compact-xs" variant="default" loading={attach.isPending} onClick={() => field.current?.click()}>
            {t("cases.attach")}
          </Button>
          <p className={styles.quiet}>{t("cases.attachHint")}</p>
        </>
      )}
    </Fact>
  );
}
