import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DropZone } from "../../../components/DropZone";
import { IconButton } from "../../../components/IconButton";
import { CloseIcon } from "../../../components/icons";
import { ProgressBar } from "../../../components/ProgressBar";
import { bytes } from "../../../lib/bytes";
import { useProblem } from "../../../lib/use-problem";
import type { Sending, useUploads } from "../api/use-uploads";
import styles from "./import.module.css";

const ACCEPT = ".xlsx,.csv,.txt,.tsv,.ndjson,.jsonl,.xes,.gz";

export interface UploadFieldProps {
  readonly label: string;
  readonly uploads: ReturnType<typeof useUploads>;
  /** With what has arrived, where some of the files failed. */
  readonly onGoOn: (uploads: string[]) => void;
}

/** The field for files, and under it those that are on their way. */
export function UploadField({ label, uploads, onGoOn }: UploadFieldProps) {
  const { t } = useTranslation();
  const { sendings, send, remove } = uploads;
  const arrived = sendings.flatMap(({ upload }) => upload?.id ?? []);
  const over = sendings.every(({ upload, error }) => upload !== null || error !== null);
  return (
    <>
      <DropZone label={label} hint={t("import.dropHint")} accept={ACCEPT} onFiles={send} />
      {sendings.length > 0 && (
        <ul className={styles.sendings}>
          {sendings.map((sending) => (
            <SendingRow key={sending.key} sending={sending} onRemove={() => remove(sending.key)} />
          ))}
        </ul>
      )}
      {over && arrived.length > 0 && (
        <Button mt={8} onClick={() => onGoOn(arrived)}>
          {t("import.goOn", { count: arrived.length })}
        </Button>
      )}
    </>
  );
}

function SendingRow({ sending, onRemove }: { readonly sending: Sending; readonly onRemove: () => void }) {
  const { t } = useTranslation();
  const problem = useProblem(sending.error);
  const failed = sending.error !== null;
  return (
    <li>
      <span className={styles.fileName}>{sending.name}</span>
      <span className={styles.quiet}>
        {failed
          ? t("import.uploadFailed")
          : sending.upload
            ? t("import.uploaded")
            : `${bytes(sending.sent)} / ${bytes(sending.size)}`}
      </span>
      <IconButton label={t("import.removeFile", { file: sending.name })} onClick={onRemove}>
        <CloseIcon size={12} />
      </IconButton>
      {failed ? (
        <p role="alert">
          {problem.text}
          {problem.requestId !== null && (
            <>
              {" "}
              {t("state.requestId")} <code>{problem.requestId}</code>
            </>
          )}
        </p>
      ) : (
        <ProgressBar
          label={t("import.uploading", { file: sending.name })}
          share={sending.size === 0 ? 1 : sending.sent / sending.size}
        />
      )}
    </li>
  );
}
