import type { RecognisedFileItem } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language";
import styles from "./import.module.css";

export interface RefusedFilesProps {
  readonly files: readonly RecognisedFileItem[];
  readonly onRemove: (upload: string) => void;
}

/** Files that cannot be used at all, each with why and what to do. */
export function RefusedFiles({ files, onRemove }: RefusedFilesProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const refused = files.filter(({ refusal }) => refusal !== null);
  if (refused.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="refused" data-testid="refused">
      <h2 id="refused">{t("import.refused")}</h2>
      <p className={styles.note}>{t("import.refusedNote")}</p>
      <ul className={styles.refused}>
        {refused.map(({ upload, name, refusal, tables }) => (
          <li key={upload}>
            <b>{name}</b>
            <span>{refusal?.[language]}</span>
            {tables.length > 0 && <span>{t("import.refusedTables")}</span>}
            <button type="button" className={styles.textButton} onClick={() => onRemove(upload)}>
              {t("import.remove")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
