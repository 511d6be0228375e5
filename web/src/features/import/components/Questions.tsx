import type { RecognitionQuestion, RecognitionResult } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language";
import { useColumnName } from "../../../lib/use-column-name";
import { answer, questionsOnce, saidTo, sayShape } from "../lib/answers";
import type { Draft } from "../lib/kept";
import { type RowsRun, sayOfTable, tablesAsked } from "../lib/table-choices";
import styles from "./import.module.css";

export interface QuestionsProps {
  readonly recognition: RecognitionResult;
  readonly draft: Draft;
  readonly onDraft: (part: Partial<Draft>) => void;
}

/** What only people can say, asked one by one; nothing is chosen beforehand. */
export function Questions({ recognition, draft, onDraft }: QuestionsProps) {
  const { t } = useTranslation();
  const questions = questionsOnce(recognition.questions);
  if (questions.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="questions" data-testid="questions">
      <h2 id="questions">{t("import.questions")}</h2>
      <p className={styles.note}>{t("import.questionsNote")}</p>
      <ol className={styles.questions}>
        {questions.map((question) => (
          <Question
            key={`${question.code} ${question.table} ${question.column}`}
            question={question}
            example={exampleOf(recognition, question)}
            said={saidTo(recognition, draft, question)}
            onSay={(said) => onDraft(say(recognition, draft, question, said))}
          />
        ))}
      </ol>
    </section>
  );
}

/** What is said to a question of one entry of the profile, or of the tables that it is about. */
function say(
  recognition: RecognitionResult,
  draft: Draft,
  question: RecognitionQuestion,
  said: string,
): Partial<Draft> {
  const { answers, tables } = draft;
  if (question.code === "shape") return { answers: sayShape(recognition, answers, said) };
  if (question.code !== "newest_first") return { answers: answer(recognition, answers, { dates: said }) };
  const rows: RowsRun = said === "newest-first" ? said : "oldest-first";
  return {
    tables: tablesAsked(recognition, question).reduce((all, placed) => sayOfTable(all, placed, { rows }), tables),
  };
}

/** A value of the file that would be another date the other way round, if there is one. */
function exampleOf({ files }: RecognitionResult, question: RecognitionQuestion): string {
  const table = files.flatMap(({ tables }) => tables).find(({ name }) => name === question.table);
  const dates = table?.dates.find(({ header }) => header === question.column);
  const place = table?.headers.indexOf(question.column ?? "") ?? -1;
  const telling = table?.sample.map((row) => row[place] ?? "").find((value) => readable(value) && !sameBothWays(value));
  return telling ?? dates?.evidence.find(({ form }) => form === "day_or_month")?.example ?? "";
}

const partsOf = (value: string): readonly number[] => value.split(/\D+/).map(Number);
const readable = (value: string): boolean =>
  partsOf(value).length >= 3 &&
  partsOf(value)
    .slice(0, 2)
    .every((n) => n >= 1 && n <= 12);
const sameBothWays = (value: string): boolean => partsOf(value)[0] === partsOf(value)[1];

interface OneQuestionProps {
  readonly question: RecognitionQuestion;
  readonly example: string;
  readonly said: string;
  readonly onSay: (said: string) => void;
}

function Question({ question, example, said, onSay }: OneQuestionProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const columnName = useColumnName();
  const options = optionsOf();

  function optionsOf(): readonly { readonly value: string; readonly label: string }[] {
    if (question.code === "day_or_month" || question.code === "day_and_month") {
      const [first = 0, second = 0] = partsOf(example);
      return [
        { value: "dmy", label: t("import.firstDay", { example, day: first, month: second }) },
        { value: "mdy", label: t("import.firstMonth", { example, day: second, month: first }) },
      ];
    }
    if (question.code === "newest_first")
      return [
        { value: "newest-first", label: t("import.newestFirst") },
        { value: "oldest-first", label: t("import.oldestFirst") },
      ];
    if (question.code === "shape")
      return (["event", "state", "step"] as const).map((value) => ({ value, label: t(`import.shape.${value}`) }));
    return [];
  }

  const asked = question.code === "missing_column" ? null : question.column;
  const where = `${question.table}${asked === null ? "" : ` · ${asked}`}`;
  return (
    <li data-said={options.length === 0 ? undefined : said !== ""}>
      <fieldset>
        <legend>
          {question.code === "missing_column"
            ? t("import.askColumn", { column: columnName(question.column ?? "") })
            : question[language]}{" "}
          <small>{where}</small>
        </legend>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={`${question.code} ${question.table} ${question.column}`}
              checked={said === option.value}
              onChange={() => onSay(option.value)}
            />
            {option.label}
          </label>
        ))}
        {options.length === 0 && (
          <a href={question.code === "missing_column" ? "#tables" : "#words"}>
            {t(question.code === "missing_column" ? "import.toColumns" : "import.toWords")}
          </a>
        )}
      </fieldset>
    </li>
  );
}
