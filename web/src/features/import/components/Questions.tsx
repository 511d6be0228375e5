import type { RecognitionQuestion, RecognitionResult } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language";
import { answer, fieldOf, questionsOnce, saidTo } from "../lib/answers";
import type { Draft } from "../lib/kept";
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
            said={saidTo(recognition, draft.answers, question)}
            onSay={(said) => onDraft({ answers: answer(recognition, draft.answers, said) })}
          />
        ))}
      </ol>
    </section>
  );
}

const exampleOf = ({ files }: RecognitionResult, question: RecognitionQuestion): string =>
  files
    .flatMap(({ tables }) => tables)
    .find(({ name }) => name === question.table)
    ?.dates.find(({ header }) => header === question.column)
    ?.evidence.find(({ form }) => form === "day_or_month")?.example ?? "";

interface OneQuestionProps {
  readonly question: RecognitionQuestion;
  readonly example: string;
  readonly said: string;
  readonly onSay: (said: Readonly<Record<string, unknown>>) => void;
}

function Question({ question, example, said, onSay }: OneQuestionProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const field = fieldOf(question);
  const options = optionsOf();

  function optionsOf(): readonly { readonly value: string; readonly label: string }[] {
    if (field === "dates") {
      const [first = "", second = ""] = example.split(/\D+/);
      return [
        { value: "dmy", label: t("import.firstDay", { example, day: Number(first), month: Number(second) }) },
        { value: "mdy", label: t("import.firstMonth", { example, day: Number(second), month: Number(first) }) },
      ];
    }
    if (field === "rows")
      return [
        { value: "newest-first", label: t("import.newestFirst") },
        { value: "oldest-first", label: t("import.oldestFirst") },
      ];
    if (field === "shape")
      return (["event", "state", "step"] as const).map((value) => ({ value, label: t(`import.shape.${value}`) }));
    return [];
  }

  const where = `${question.table}${question.column === null ? "" : ` · ${question.column}`}`;
  return (
    <li data-open={field !== null && said === "" ? "" : undefined}>
      <fieldset>
        <legend>
          {question[language]} <small>{where}</small>
        </legend>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={`${question.code} ${question.table} ${question.column}`}
              checked={said === option.value}
              onChange={() => field !== null && onSay({ [field]: option.value })}
            />
            {option.label}
          </label>
        ))}
        {field === null && (
          <a href={question.code === "missing_column" ? "#tables" : "#words"}>
            {t(question.code === "missing_column" ? "import.toColumns" : "import.toWords")}
          </a>
        )}
      </fieldset>
    </li>
  );
}
