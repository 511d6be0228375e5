import type { RecognisedTableItem, RecognitionQuestion, RecognitionResult, RegisteredUnit } from "@tianyan/api";
import { describe, expect, it } from "vitest";
import {
  answer,
  openQuestions,
  questionsOnce,
  saidTo,
  sayWord,
  totalsOf,
  unknownWords,
  wordMeaning,
} from "../src/features/import/lib/answers";
import { sayOfTable } from "../src/features/import/lib/table-choices";
import { unitSteps } from "../src/features/import/lib/unit-decisions";
import { bytes } from "../src/lib/bytes";

const table = (part: Partial<RecognisedTableItem>): RecognisedTableItem => ({
  name: "a.csv",
  sheet: null,
  format: "csv",
  encoding: "gb18030",
  delimiter: ",",
  header_row: 1,
  headers: [],
  kind: "events",
  found_kind: "events",
  used: true,
  shape: "event",
  columns: [],
  unused: [],
  missing: [],
  dates: [],
  rows_run: "oldest-first",
  row_order: null,
  sample: [],
  rows: 10,
  accepted: 8,
  rejected: 2,
  whole: true,
  rejects: [],
  unknown_kinds: [],
  unknown_statuses: [],
  unknown_outcomes: [],
  unknown_results: [],
  ...part,
});
const question = (code: RecognitionQuestion["code"], name = "a.csv"): RecognitionQuestion => ({
  code,
  table: name,
  column: null,
  zh: "？",
  en: "?",
});
const recognition = (part: Partial<RecognitionResult>): RecognitionResult => ({
  files: [],
  profile: { source: "12345", rows: "newest-first", dates: "iso", shape: "event" },
  saved_profile: null,
  rejects_of: null,
  questions: [],
  unknown_units: [],
  ...part,
});

describe("what only people can say", () => {
  const found = table({ rows_run: "newest-first" });
  const asked = recognition({
    files: [{ upload: "1", name: "a.csv", refusal: null, tables: [found] }],
    questions: [question("day_or_month"), question("newest_first"), question("unknown_kind")],
  });

  it("stays open until somebody says it; what was found is no answer", () => {
    const nothing = { answers: {}, tables: {} };
    expect(openQuestions(asked, nothing).map(({ code }) => code)).toEqual(["day_or_month", "newest_first"]);
    const answers = answer(asked, {}, { dates: "dmy" });
    const tables = sayOfTable({}, { upload: "1", table: found }, { rows: "newest-first" });
    expect(openQuestions(asked, { answers, tables })).toEqual([]);
    expect(saidTo(asked, { answers, tables }, question("newest_first"))).toBe("newest-first");
  });

  it("is asked once, however many tables raise it; missing columns are asked for each", () => {
    const all = [
      question("unknown_kind"),
      question("unknown_kind", "b.csv"),
      question("missing_column"),
      question("missing_column", "b.csv"),
    ];
    expect(questionsOnce(all)).toHaveLength(3);
  });

  it("a saved profile speaks for whoever saved it, but never of days and months that it leaves open", () => {
    const saved = { ...asked, saved_profile: "12345" };
    expect(saidTo(saved, { answers: {}, tables: {} }, question("shape"))).toBe("event");
    expect(saidTo(saved, { answers: {}, tables: {} }, question("day_or_month"))).toBe("");
    expect(answer(saved, {}, { dates: "mdy" })).toEqual({ ...saved.profile, dates: "mdy" });
  });
});

describe("words that are not known", () => {
  it("are counted over all tables, the most frequent first", () => {
    const kinds = (word: string, count: number) => ({ word, count, suggestion: null });
    const found = recognition({
      files: [
        {
          upload: "1",
          name: "a.csv",
          refusal: null,
          tables: [
            table({ unknown_kinds: [kinds("踏勘", 2), kinds("转下级", 5)] }),
            table({ unknown_kinds: [kinds("踏勘", 4)] }),
          ],
        },
      ],
    });
    expect(unknownWords(found).map(({ word, count }) => [word, count])).toEqual([
      ["踏勘", 6],
      ["转下级", 5],
    ]);
  });

  it("mean what somebody says, and nothing again when it is taken back", () => {
    const found = recognition({ profile: { kinds: { 老词: "signed" } } });
    const said = sayWord(found, {}, "kind", "踏勘", "visited");
    expect(said).toEqual({ kinds: { 老词: "signed", 踏勘: "visited" } });
    expect(wordMeaning(found, said, "kind", "踏勘")).toBe("visited");
    expect(sayWord(found, said, "kind", "踏勘", "")).toEqual({ kinds: { 老词: "signed" } });
  });
});

describe("sums over the files", () => {
  it("leave out what is refused, no known table, or left out by somebody", () => {
    const files = [
      {
        upload: "1",
        name: "a",
        refusal: null,
        tables: [table({}), table({ kind: null, rows: 99 }), table({ used: false, rows: 99 })],
      },
      { upload: "2", name: "b", refusal: { code: "x", zh: "x", en: "x" }, tables: [table({})] },
    ];
    expect(totalsOf(recognition({ files }))).toEqual({ files: 2, rows: 10, accepted: 8, rejected: 2, whole: true });
  });

  it("sizes are said in the unit that fits", () => {
    expect([0, 512, 2048, 3_500_000, 250 * 2 ** 20].map(bytes)).toEqual(["0 B", "512 B", "2.0 KB", "3.3 MB", "250 MB"]);
  });
});

describe("what was decided on units", () => {
  const listed = [{ code: "zjj", name: "住建局", parent: "gov", kind: "局", aliases: ["建设局"] }] as RegisteredUnit[];

  it("each unit is told once, with all its new names", () => {
    const steps = unitSteps(
      { 县住建局: { as: "same", code: "zjj" }, 住建: { as: "same", code: "县住建局" }, 水利局: { as: "new" } },
      listed,
    );
    expect(steps).toEqual([
      {
        step: "change",
        code: "zjj",
        unit: { name: "住建局", parent: "gov", kind: "局", aliases: ["建设局", "县住建局", "住建"] },
      },
      { step: "add", unit: { code: "水利局", name: "水利局", aliases: [] } },
    ]);
  });

  it("two names of the files that are one unit make a new unit with an alias; a circle ends", () => {
    expect(unitSteps({ 街办: { as: "same", code: "街道办" } }, [])).toEqual([
      { step: "add", unit: { code: "街道办", name: "街道办", aliases: ["街办"] } },
    ]);
    expect(unitSteps({ 甲: { as: "same", code: "乙" }, 乙: { as: "same", code: "甲" } }, []).length).toBeGreaterThan(0);
  });
});
