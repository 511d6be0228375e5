import type { CaseFile } from "@tianyan/api";
import { bytes } from "../lib/bytes";
import styles from "./file-list.module.css";

export interface FileListProps {
  readonly files: readonly CaseFile[];
  /** Where a file is downloaded. */
  readonly addressOf: (file: CaseFile) => string;
}

/** Files by name; they are downloaded, never shown here. */
export const FileList = ({ files, addressOf }: FileListProps) => (
  <ul className={styles.files} data-testid="files">
    {files.map((file) => (
      <li key={file.id}>
        <a href={addressOf(file)} download={file.name} title={`SHA-256 ${file.sha256}`}>
          {file.name}
        </a>{" "}
        <small>
          {bytes(file.size)} · {file.author}
        </small>
      </li>
    ))}
  </ul>
);
