import type { RecognisedTableItem, RecognitionQuestion, RecognitionResult } from "@tianyan/api";
import { type ColumnMap, type Maps, mapsOf } from "./mapping";
import { type TablesSaid, tableKey, tablesAsked, usedTables } from "./table-choices";

/** What people said: entries of the profile document that stand instead of what was found. */
export type Answers = Readonly<Record<string, unknown>>;

/** Where the profile keeps what a word of the file means. */
export const WORD_FIELDS = { kind: "kinds", status: "status", outcome: "outcomes" } as const;
export type WordType = keyof typeof WORD_FIELDS;

/** Somebody answered before: in a profile that was saved, or in the import whose rejects these are. */
const isAnsweredBefore = ({ saved_profile, rejects_of }: RecognitionResult): boolean =>
  saved_profile !== null || rejects_of !== null;

/** One entry said anew. A profile from before is taken along whole: the server takes either it or what is said here. */
export const answer = (recognition: RecognitionResult, answers: Answers, said: Answers): Answers => ({
  ...(isAnsweredBefore(recognition) && Object.keys(answers).length === 0 ? recognition.profile : {}),
  ...answers,
  ...said,
});

const isMap = (value: unknown): value is Readonly<Record<string, string | readonly string[]>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Each kind of table has one map, whichever file it is in; where none was said or found in common, that of the table itself. */
export function mapsInForce(recognition: RecognitionResult, answers: Answers, table: RecognisedTableItem): Maps {
  const own = mapsOf(table);
  const inForce = (field: "events" | "orders"): ColumnMap => {
    const said = answers[field] ?? recognition.profile[field];
    return isMap(said) ? said : own[field];
  };
  return { events: inForce("events"), orders: inForce("orders") };
}

/** What a word was said to mean; "" where nobody said. A list of kinds is shown by its first. */
export function wordMeaning(recognition: RecognitionResult, answers: Answers, type: WordType, word: string): string {
  const said = answers[WORD_FIELDS[type]] ?? recognition.profile[WORD_FIELDS[type]];
  const meaning = isMap(said) ? said[word] : undefined;
  return (typeof meaning === "string" ? meaning : meaning?.[0]) ?? "";
}

export function sayWord(
  recognition: RecognitionResult,
  answers: Answers,
  type: WordType,
  word: string,
  meaning: string,
): Answers {
  const field = WORD_FIELDS[type];
  const before = answers[field] ?? recognition.profile[field];
  const { [word]: _, ...rest } = isMap(before) ? before : {};
  return answer(recognition, answers, { [field]: meaning === "" ? rest : { ...rest, [word]: meaning } });
}

/** The entry that a question is about; null where it is about a table, or answered in another part of the page. */
const fieldOf = (question: RecognitionQuestion): "dates" | "shape" | null => {
  if (question.code === "day_or_month" || question.code === "day_and_month") return "dates";
  return question.code === "shape" ? "shape" : null;
};

/** Another shape has other columns and words: what was said of those of the shape before is let go. */
export function sayShape(recognition: RecognitionResult, answers: Answers, shape: string): Answers {
  const { events: _, kinds: _kinds, status: _status, outcomes: _outcomes, ...rest } = answer(recognition, answers, {});
  return { ...rest, shape };
}

/** Without an answer the rows would be read by a guess, or not at all. Unknown words only cost their own rows. */
const BLOCKING: readonly RecognitionQuestion["code"][] = [
  "day_or_month",
  "day_and_month",
  "missing_column",
  "newest_first",
  "shape",
];

/** What was said so far. */
export interface Said {
  readonly answers: Answers;
  readonly tables: TablesSaid;
}

/** What was said to a question; "" while it is open. A profile from before speaks for whoever said it. */
export function saidTo(
  recognition: RecognitionResult,
  { answers, tables }: Said,
  question: RecognitionQuestion,
): string {
  if (question.code === "newest_first") {
    const said = tablesAsked(recognition, question).map((placed) => tables[tableKey(placed)]?.rows ?? "");
    return said.includes("") ? "" : (said[0] ?? "");
  }
  const field = fieldOf(question);
  if (field === null) return "";
  const said = answers[field] ?? (isAnsweredBefore(recognition) ? recognition.profile[field] : "");
  if (typeof said !== "string") return "";
  return field === "dates" && said !== "dmy" && said !== "mdy" ? "" : said;
}

/** Questions that must be answered before anything is loaded. */
export const openQuestions = (recognition: RecognitionResult, said: Said): readonly RecognitionQuestion[] =>
  recognition.questions.filter(
    (question) => BLOCKING.includes(question.code) && saidTo(recognition, said, question) === "",
  );

/** Several tables ask the same of one entry: asked once. Questions of columns and of the order of rows are asked for each. */
export function questionsOnce(questions: readonly RecognitionQuestion[]): readonly RecognitionQuestion[] {
  const seen = new Set<string>();
  return questions.filter((question) => {
    const key = fieldOf(question) ?? (question.code.startsWith("unknown") ? question.code : JSON.stringify(question));
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

export interface Totals {
  readonly files: number;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  /** False: only the first rows were looked at. */
  readonly whole: boolean;
}

export function totalsOf(recognition: RecognitionResult): Totals {
  const tables = usedTables(recognition).map(({ table }) => table);
  const sum = (figure: (table: RecognisedTableItem) => number) => tables.reduce((all, table) => all + figure(table), 0);
  return {
    files: recognition.files.length,
    rows: sum(({ rows }) => rows),
    accepted: sum(({ accepted }) => accepted),
    rejected: sum(({ rejected }) => rejected),
    whole: tables.every(({ whole }) => whole),
  };
}

export interface UnknownWordRow {
  readonly type: WordType;
  readonly word: string;
  readonly count: number;
  readonly suggestion: string | null;
}

/** Words that no table could be read by, over all files, most frequent first. */
export function unknownWords(recognition: RecognitionResult): readonly UnknownWordRow[] {
  const rows = new Map<string, UnknownWordRow>();
  for (const table of recognition.files.flatMap(({ tables }) => tables)) {
    const lists = { kind: table.unknown_kinds, status: table.unknown_statuses, outcome: table.unknown_outcomes };
    for (const type of ["kind", "status", "outcome"] as const)
      for (const { word, count, suggestion } of lists[type]) {
        const before = rows.get(`${type} ${word}`);
        rows.set(`${type} ${word}`, { type, word, suggestion, count: count + (before?.count ?? 0) });
      }
  }
  return [...rows.values()].sort((a, b) => b.count - a.count);
}
