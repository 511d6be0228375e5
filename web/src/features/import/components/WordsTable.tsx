import { ORDER_STATE_WORDS, type RecognitionResult } from "@tianyan/api";
import { EVENT_KINDS } from "@tianyan/core";
import { useTranslation } from "react-i18next";
import { Choice } from "../../../components/Choice";
import table from "../../../components/table.module.css";
import { useNumber } from "../../../i18n/use-number";
import { sayWord, type UnknownWordRow, unknownWords, type WordType, wordMeaning } from "../lib/answers";
import type { Draft } from "../lib/kept";
import { saidWords } from "../lib/said-words";
import styles from "./import.module.css";

export interface WordsTableProps {
  readonly recognition: RecognitionResult;
  readonly draft: Draft;
  readonly onDraft: (part: Partial<Draft>) => void;
}

/** Words that nobody knows yet: somebody says what they mean, or leaves their rows out. A suggestion is no answer. */
export function WordsTable({ recognition, draft, onDraft }: WordsTableProps) {
  const { t } = useTranslation();
  const number = useNumber();
  const unknown = unknownWords(recognition);
  const rows = [...unknown, ...saidWords(draft.answers, unknown)];
  const say = ({ type, word }: UnknownWordRow, meaning: string) =>
    onDraft({ answers: sayWord(recognition, draft.answers, type, word, meaning) });
  const name = useMeaningName();
  return (
    <section className={styles.part} aria-labelledby="words" data-testid="words">
      <h2 id="words">{t("import.words")}</h2>
      <p className={styles.note}>{t("import.wordsNote")}</p>
      <table className={`${table.table} ${styles.narrow}`}>
        <thead>
          <tr>
            <th scope="col">{t("import.word")}</th>
            <th scope="col" className={table.figure}>
              {t("import.count")}
            </th>
            <th scope="col">{t("import.meaning")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const meaning = wordMeaning(recognition, draft.answers, row.type, row.word);
            return (
              <tr key={`${row.type} ${row.word}`}>
                <td>{row.word}</td>
                <td className={table.figure}>{row.count > 0 ? number(row.count) : ""}</td>
                <td>
                  <span className={styles.meaning}>
                    <Choice
                      label={t("import.wordMeans", { word: row.word })}
                      value={meaning}
                      asking={meaning === ""}
                      options={[
                        { value: "", label: t("import.leave") },
                        ...meaningsFor(row.type).map((value) => ({ value, label: name(row.type, value) })),
                      ]}
                      onChange={(value) => say(row, value)}
                    />
                    {meaning === "" && row.suggestion !== null && (
                      <button
                        type="button"
                        className={styles.textButton}
                        onClick={() => say(row, row.suggestion ?? "")}
                      >
                        {t("import.suggested", { name: name(row.type, row.suggestion) })}
                      </button>
                    )}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

const meaningsFor = (type: WordType): readonly string[] =>
  type === "status" ? ORDER_STATE_WORDS : [...EVENT_KINDS, "ignore"];

/** A kind or a state in words. */
function useMeaningName(): (type: WordType, meaning: string) => string {
  const { t } = useTranslation();
  return (type, meaning) => {
    if (meaning === "ignore") return t("import.ignore");
    const state = ORDER_STATE_WORDS.find((word) => word === meaning);
    if (type === "status" && state !== undefined && state !== "ignore") return t(`import.state.${state}`);
    const kind = EVENT_KINDS.find((word) => word === meaning);
    return kind === undefined ? meaning : t(`kind.${kind}`);
  };
}
