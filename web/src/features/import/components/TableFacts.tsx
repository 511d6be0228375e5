import type { RecognisedTableItem } from "@tianyan/api";
import { useTranslation } from "react-i18next";
import { useNumber } from "../../../i18n/use-number";
import styles from "./import.module.css";

export interface TableFactsProps {
  readonly table: RecognisedTableItem;
}

const FORMS = ["iso", "year-first", "compact", "serial", "dmy", "mdy"] as const;
const isForm = (word: string | null): word is (typeof FORMS)[number] =>
  (FORMS as readonly (string | null)[]).includes(word);

export function TableFacts({ table }: TableFactsProps) {
  const { t } = useTranslation();
  const number = useNumber();
  const dates = table.dates.map(({ header, form, question, evidence }) => {
    const written = isForm(form) ? t(`import.dates.${form}`) : t("import.dates.none");
    const said =
      question === "day_or_month"
        ? t("import.dates.unclear")
        : question === "day_and_month"
          ? t("import.dates.mixed")
          : (evidence.find((one) => one.form === form)?.example ?? written);
    return `${header} ${said}`;
  });
  const facts: readonly (readonly [string, string])[] = [
    [t("import.fact.format"), table.format.toUpperCase()],
    [t("import.fact.encoding"), table.encoding?.toUpperCase() ?? ""],
    [t("import.fact.delimiter"), table.delimiter === "\t" ? t("import.fact.tab") : (table.delimiter ?? "")],
    [t("import.fact.header"), table.header_row > 0 ? t("import.fact.headerRow", { row: table.header_row }) : ""],
    [t("import.fact.dates"), dates.join(t("list.semicolon"))],
    [t("import.fact.rows"), table.whole ? number(table.rows) : t("import.fact.sampled", { rows: number(table.rows) })],
  ];
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, fact]) => fact !== "")
        .map(([name, fact]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
    </dl>
  );
}
