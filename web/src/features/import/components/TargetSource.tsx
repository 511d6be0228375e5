import { TextInput } from "@mantine/core";
import type { RecognitionResult } from "@tianyan/api";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Choice } from "../../../components/Choice";
import { useSources } from "../../../lib/sources";
import type { Draft } from "../lib/kept";
import styles from "./import.module.css";

export interface TargetSourceProps {
  readonly source: string;
  readonly name: string;
  readonly recognition: RecognitionResult;
  readonly onDraft: (part: Partial<Draft>) => void;
  readonly children: ReactNode;
}

/** Which source the rows belong to: one that is known, or a new one. The same system is always the same source. */
export function TargetSource({ source, name, onDraft, children }: TargetSourceProps) {
  const { t } = useTranslation();
  const sources = useSources().data?.sources ?? [];
  const known = sources.find(({ code }) => code === source);
  return (
    <section className={styles.part} aria-labelledby="target">
      <h2 id="target">{t("import.source")}</h2>
      <p className={styles.note}>{t("import.sourceHint")}</p>
      <div className={styles.target}>
        <Choice
          label={t("import.source")}
          value={known ? `known ${known.code}` : "new"}
          options={[
            ...sources.map((one) => ({ value: `known ${one.code}`, label: one.name || one.code })),
            { value: "new", label: t("import.sourceNew") },
          ]}
          onChange={(value) => {
            const chosen = sources.find(({ code }) => value === `known ${code}`);
            onDraft(chosen ? { source: chosen.code, name: chosen.name } : { source: "", name: "" });
          }}
        />
        {!known && (
          <>
            <TextInput
              aria-label={t("import.sourceCode")}
              placeholder={t("import.sourceCode")}
              maxLength={64}
              value={source}
              onChange={(event) => onDraft({ source: event.currentTarget.value, name })}
            />
            <TextInput
              aria-label={t("import.sourceName")}
              placeholder={t("import.sourceName")}
              maxLength={100}
              value={name}
              onChange={(event) => onDraft({ source, name: event.currentTarget.value })}
            />
          </>
        )}
        {children}
      </div>
    </section>
  );
}
