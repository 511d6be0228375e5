import type { CaseDetail } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { FileButton } from "../../../components/FileButton";
import { FileList } from "../../../components/FileList";
import { ErrorState } from "../../../components/PageState";
import { api } from "../../../lib/api";
import { useCaseChange } from "../api/cases";
import styles from "./cases.module.css";
import { Fact } from "./Fact";

export interface AttachmentsProps {
  readonly file: CaseDetail;
  readonly mayWrite: boolean;
}

/** Files of the case itself; evidence stands with its measure. */
export function Attachments({ file, mayWrite }: AttachmentsProps) {
  const { t } = useTranslation();
  const attach = useCaseChange(file.id, (chosen: File) => api.attachToCase(file.id, chosen.name, chosen));
  return (
    <Fact id="files" title={t("cases.files")} count={file.attachments.length} none={t("cases.noFiles")}>
      <FileList files={file.attachments} addressOf={(one) => api.attachment(file.id, one.id)} />
      {attach.isError && <ErrorState error={attach.error} />}
      {mayWrite && (
        <>
          <FileButton label={t("cases.attach")} busy={attach.isPending} testId="attach" onFile={attach.mutate} />
          <p className={styles.quiet}>{t("cases.attachHint")}</p>
        </>
      )}
    </Fact>
  );
}
