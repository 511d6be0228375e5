import type { RecognitionResult } from "@tianyan/api";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Bones } from "../../../components/Bones";
import { ErrorState } from "../../../components/PageState";
import { useRecognition } from "../api/recognise";
import { useUploads } from "../api/use-uploads";
import { type Draft, keepDraft, readDraft } from "../lib/kept";
import { choicesToRecognise } from "../lib/table-choices";
import { watchName } from "../lib/watch-name";
import { Checked } from "./Checked";
import styles from "./import.module.css";
import { Recognising } from "./Recognising";
import { UploadField } from "./UploadField";

export interface CheckStepProps {
  readonly uploads: readonly string[];
  readonly onUploads: (uploads: readonly string[]) => void;
  readonly onStarted: (id: string) => void;
}

/** What was recognised, for somebody to agree with or to put right. Nothing counts yet. */
export function CheckStep({ uploads, onUploads, onStarted }: CheckStepProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<Draft>(() => readDraft(uploads));
  const [watch] = useState(watchName);
  useEffect(() => keepDraft(uploads, draft), [uploads, draft]);
  const answer = useRecognition(uploads, draft.applied, choicesToRecognise(draft.tables), watch);
  const more = useUploads((ids) => onUploads([...uploads, ...ids]));
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const recognition: RecognitionResult | undefined = answer.data;
  return (
    <>
      {answer.isFetching && <Recognising watch={watch} onStop={answer.isPending ? () => onUploads([]) : null} />}
      {answer.isPending && <Bones rows={10} />}
      {answer.isError && (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} safe={t("import.safe")}>
          <button
            type="button"
            className={styles.textButton}
            onClick={() => change({ answers: {}, applied: {}, tables: {} })}
          >
            {t("import.startOver")}
          </button>
        </ErrorState>
      )}
      {recognition && (
        <Checked
          uploads={uploads}
          recognition={recognition}
          draft={draft}
          busy={answer.isFetching}
          onDraft={change}
          onUploads={onUploads}
          onStarted={onStarted}
        >
          <details className={styles.more}>
            <summary>{t("import.addFiles")}</summary>
            <UploadField label={t("import.drop")} uploads={more} onGoOn={(ids) => onUploads([...uploads, ...ids])} />
          </details>
        </Checked>
      )}
    </>
  );
}
