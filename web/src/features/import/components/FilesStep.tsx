import { useTranslation } from "react-i18next";
import { useUploads } from "../api/use-uploads";
import styles from "./import.module.css";
import { UploadField } from "./UploadField";

export interface FilesStepProps {
  readonly onAll: (uploads: string[]) => void;
}

export function FilesStep({ onAll }: FilesStepProps) {
  const { t } = useTranslation();
  const uploads = useUploads(onAll);
  return (
    <div className={styles.narrow}>
      <p className={styles.intro}>{t("import.intro")}</p>
      <UploadField label={t("import.drop")} uploads={uploads} onGoOn={onAll} />
      <dl className={styles.promises}>
        {(["check", "load", "undo"] as const).map((name) => (
          <div key={name}>
            <dt>{t(`import.promise.${name}`)}</dt>
            <dd>{t(`import.promise.${name}Text`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
