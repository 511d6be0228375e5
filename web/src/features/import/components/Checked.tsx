import { Link } from "@tanstack/react-router";
import type { RecognitionResult } from "@tianyan/api";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNumber } from "../../../i18n/use-number";
import { totalsOf, unknownWords } from "../lib/answers";
import type { Draft } from "../lib/kept";
import styles from "./import.module.css";
import { LoadBar } from "./LoadBar";
import { Questions } from "./Questions";
import { RefusedFiles } from "./RefusedFiles";
import { RejectsPreview } from "./RejectsPreview";
import { Tables } from "./Tables";
import { UnitDecisions } from "./UnitDecisions";
import { WordsTable } from "./WordsTable";

export interface CheckedProps {
  readonly uploads: readonly string[];
  readonly recognition: RecognitionResult;
  readonly draft: Draft;
  /** Read again at the moment. */
  readonly busy: boolean;
  readonly onDraft: (part: Partial<Draft>) => void;
  readonly onUploads: (uploads: readonly string[]) => void;
  readonly onStarted: (id: string) => void;
  /** Where more files come in. */
  readonly children: ReactNode;
}

export function Checked(props: CheckedProps) {
  const { uploads, recognition, draft, busy, onDraft, onUploads, onStarted, children } = props;
  const { t } = useTranslation();
  const number = useNumber();
  const totals = totalsOf(recognition);
  const figures = {
    files: number(totals.files),
    rows: number(totals.rows),
    accepted: number(totals.accepted),
    rejected: number(totals.rejected),
  };
  return (
    <div className={styles.checked} aria-busy={busy}>
      <p className={styles.summary} role="status" data-testid="summary">
        {busy ? t("import.recognising") : t("import.summary", figures)}
        {!busy && !totals.whole && ` ${t("import.summaryPart")}`}
        {recognition.saved_profile !== null && (
          <>
            {" "}
            {t("import.savedProfile", { name: recognition.saved_profile })}{" "}
            <Link to="/data/sources" hash="profiles">
              {t("import.seeProfile")}
            </Link>
          </>
        )}
        {recognition.rejects_of !== null && ` ${t("import.rejectsOfImport", { id: recognition.rejects_of })}`}
      </p>
      <RefusedFiles
        files={recognition.files}
        onRemove={(upload) => onUploads(uploads.filter((one) => one !== upload))}
      />
      <Questions recognition={recognition} draft={draft} onDraft={onDraft} />
      <Tables recognition={recognition} draft={draft} onDraft={onDraft} />
      {(unknownWords(recognition).length > 0 || hasSaidWords(draft)) && (
        <WordsTable recognition={recognition} draft={draft} onDraft={onDraft} />
      )}
      {recognition.unknown_units.length > 0 && (
        <UnitDecisions units={recognition.unknown_units} draft={draft} onDraft={onDraft} />
      )}
      <RejectsPreview recognition={recognition} />
      {children}
      <LoadBar
        recognition={recognition}
        draft={draft}
        busy={busy}
        onDraft={onDraft}
        onDiscard={() => onUploads([])}
        onStarted={onStarted}
      />
    </div>
  );
}

const hasSaidWords = ({ answers }: Draft): boolean =>
  ["kinds", "status", "outcomes"].some((field) => Object.keys(answers[field] ?? {}).length > 0);
