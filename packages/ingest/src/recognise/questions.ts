import type { Words } from "../refusal";
import type { TableChoice } from "../tables/choice";
import type { Question, RecognisedTable } from "./types";

const ask = (table: RecognisedTable, code: Question["code"], column: string | null, words: Words): Question => ({
  code,
  table: table.name,
  column,
  ...words,
});

function* ofDates(table: RecognisedTable): Generator<Question> {
  for (const { question, header, evidence } of table.dates) {
    const example =
      evidence.find(({ form }) => form === "day_or_month" || form === "dmy" || form === "mdy")?.example ?? "";
    if (question === "day_or_month") {
      yield ask(table, question, header, {
        zh: `“${header}”写作 ${example} 一类，日和月都不超过 12，请说明哪个在前`,
        en: `"${header}" is written like ${example}, and nothing in it tells the day from the month: which comes first?`,
      });
    } else if (question === "day_and_month") {
      yield ask(table, question, header, {
        zh: `“${header}”里既有日在前的日期，也有月在前的日期，请核对导出`,
        en: `"${header}" has dates with the day first and dates with the month first; check the export`,
      });
    }
  }
}

const list = (words: readonly { readonly word: string }[]): string =>
  words
    .slice(0, 5)
    .map(({ word }) => word)
    .join("、");

function* ofTable(table: RecognisedTable): Generator<Question> {
  for (const column of table.missing) {
    yield ask(table, "missing_column", column, {
      zh: `没有找到必需的列 ${column}，请指明是表中的哪一列`,
      en: `the required column ${column} was not found; say which one it is`,
    });
  }
  yield* ofDates(table);
  if (table.unknownKinds.length > 0) {
    yield ask(table, "unknown_kind", null, {
      zh: `有操作类型无法识别：${list(table.unknownKinds)}，请指明含义，否则这些行不导入`,
      en: `some kinds are not known: ${list(table.unknownKinds)}; say what they mean, else their rows are not loaded`,
    });
  }
  if (table.unknownStatuses.length > 0) {
    yield ask(table, "unknown_status", null, {
      zh: `有状态无法识别：${list(table.unknownStatuses)}，请指明含义，否则这些行不导入`,
      en: `some statuses are not known: ${list(table.unknownStatuses)}; say what they mean, else their rows are not loaded`,
    });
  }
  if (table.unknownOutcomes.length > 0) {
    yield ask(table, "unknown_outcome", null, {
      zh: `有办理结果无法识别：${list(table.unknownOutcomes)}，请指明含义，否则这些行不导入`,
      en: `some outcomes are not known: ${list(table.unknownOutcomes)}; say what they mean, else their rows are not loaded`,
    });
  }
}

/** A table, and what somebody said of it. */
interface AskedTable {
  readonly table: RecognisedTable | undefined;
  readonly said: TableChoice | undefined;
}

/** The way its rows run is asked where the newest come first, or where it is not the way that was said for all. */
function isOrderAsked(
  { rowOrder }: RecognisedTable,
  said: TableChoice | undefined,
  answers: Readonly<Record<string, unknown>>,
): boolean {
  if (!rowOrder || (said?.newestFirst ?? null) !== null) return false;
  return "rows" in answers ? rowOrder.newestFirst !== (answers.rows === "newest-first") : rowOrder.newestFirst;
}

/** What people have to say before the tables are loaded, and what was taken, so that they can object; nothing that was answered. */
export function askQuestions(
  asked: readonly AskedTable[],
  document: Readonly<Record<string, unknown>>,
  answers: Readonly<Record<string, unknown>>,
): readonly Question[] {
  const questions: Question[] = [];
  for (const { table, said } of asked) {
    if (!table) continue;
    questions.push(...[...ofTable(table)].filter(({ code }) => !(code.startsWith("day_") && "dates" in answers)));
    if (table.kind !== "events") continue;
    if (isOrderAsked(table, said, answers)) questions.push(askOrder(table));
    if (!("shape" in answers) && (table.shape !== "event" || table.shape !== document.shape)) {
      const step = table.shape === "step";
      questions.push(
        ask(table, "shape", null, {
          zh: step ? "每行是在一个单位的一次停留，请确认" : "每行是工单在某一时刻的状态，请确认",
          en: step ? "a row is a stay at a unit: confirm" : "a row is the state of an order at an instant: confirm",
        }),
      );
    }
  }
  return questions;
}

const askOrder = (table: RecognisedTable): Question =>
  ask(
    table,
    "newest_first",
    null,
    table.rowOrder?.newestFirst
      ? {
          zh: "新的记录排在前面，将按从后到前的次序读取，请确认",
          en: "the newest rows come first; they will be taken from the last to the first: confirm",
        }
      : {
          zh: "旧的记录排在前面，与以前的文件不同，请确认",
          en: "the oldest rows come first, other than in files before: confirm",
        },
  );
