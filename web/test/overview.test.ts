import type { Overview, OverviewUnit } from "@tianyan/api";
import { CONTROL_LIMIT, MINIMUM_VOLUME, shareLimits, type Verdict } from "@tianyan/core";
import { describe, expect, it } from "vitest";
import type { Ink } from "../src/charts/ink";
import { levelStyle, textWidth } from "../src/charts/style";
import { ordersSearch, toOrdersQuery } from "../src/features/orders/lib/search";
import { drawFunnel, volumesUpTo } from "../src/features/overview/lib/funnel-drawing";
import { drawMatrix, type Matrix, matrixHeight } from "../src/features/overview/lib/matrix-drawing";
import { createOpener } from "../src/features/overview/lib/opens";
import { busiestPair, handedMatrix, mostRejected, returnedMatrix } from "../src/features/overview/lib/passing";
import { highestRate, placesMatrix } from "../src/features/overview/lib/places";
import { overviewSearch, toQuery } from "../src/features/overview/lib/search";
import { shortNames } from "../src/features/overview/lib/short-names";
import { tableSwitch } from "../src/features/overview/lib/table-switch";
import { againstVolume, grown, mostFrequent, ruleTrends } from "../src/features/overview/lib/trend";
import { drawTrend } from "../src/features/overview/lib/trend-drawing";
import { toFilter, watchlistSearch } from "../src/features/watchlist/lib/search";
import { datesOf, monthOf } from "../src/lib/period";
import { at } from "./history";

const ink: Ink = {
  paper: "#fff",
  paper2: "#eee",
  ink: "#000",
  ink2: "#333",
  line: "#ddd",
  lineStrong: "#aaa",
  accent: "#00f",
  red: "#f00",
  orange: "#f80",
  yellow: "#880",
  bar: "#bcd",
  hatch: "#888",
  font: "sans-serif",
};

const month = { from: "2026-10-31T16:00:00.000Z", to: "2026-11-30T16:00:00.000Z" };
const parts = [
  { from: "2026-11-08T16:00:00.000Z", to: "2026-11-15T16:00:00.000Z" },
  { from: "2026-11-15T16:00:00.000Z", to: "2026-11-22T16:00:00.000Z" },
];

const overview: Overview = {
  ...month,
  at: "2026-11-21T19:00:00.000Z",
  running: true,
  before: { from: "2026-09-30T16:00:00.000Z", to: "2026-10-22T16:00:00.000Z" },
  findings: { now: 62, before: 22, orders: 31, level: { yellow: 40, orange: 12, red: 10 } },
  accepted: { now: 200, before: 200 },
  returns: { rejected: 4, approved: 3 },
  handed_on: 9,
  rules: [
    { rule: "overdue", now: 40, before: 2 },
    { rule: "unsigned", now: 20, before: 19 },
    { rule: "reopened", now: 2, before: 1 },
  ],
  trend: {
    step: "week",
    parts,
    cells: [
      { rule: "overdue", part: 0, yellow: 1, orange: 2, red: 3 },
      { rule: "overdue", part: 1, yellow: 9, orange: 0, red: 0 },
      { rule: "unsigned", part: 1, yellow: 5, orange: 0, red: 0 },
    ],
  },
  units: { received: 0, flagged: 0, items: [] },
  returned: [
    { unit: "a", unit_name: "甲局", centre: "c", centre_name: "中心", rejected: 0, approved: 3 },
    { unit: "b", unit_name: "乙局", centre: "c", centre_name: "中心", rejected: 1, approved: 0 },
    { unit: "b", unit_name: "乙局", centre: "d", centre_name: "分中心", rejected: 3, approved: 0 },
  ],
  handed: [
    { from: "a", from_name: "甲局", to: "b", to_name: "乙局", orders: 5 },
    { from: "b", from_name: "乙局", to: "a", to_name: "甲局", orders: 3 },
    { from: "a", from_name: "甲局", to: "e", to_name: "丙局", orders: 6 },
  ],
  districts: [
    {
      district: "东镇",
      accepted: 200,
      findings: 40,
      rules: [{ value: "overdue", count: 40 }],
      categories: [{ value: "住房", count: 40 }],
    },
    {
      district: "西镇",
      accepted: 40,
      findings: 20,
      rules: [{ value: "unsigned", count: 20 }],
      categories: [{ value: "", count: 20 }],
    },
    { district: "小乡", accepted: 3, findings: 2, rules: [{ value: "reopened", count: 2 }], categories: [] },
  ],
};
const opener = createOpener(overview, undefined);

describe("what a figure opens", () => {
  it("is a list of whole dates, without exempt findings, that asks the server for the same period", () => {
    const opens = createOpener(overview, ["12345"]).findings({ rule: ["overdue"] });
    expect(opens).toEqual({
      to: "/watchlist",
      search: {
        view: "all",
        exempt: "no",
        from: "2026-11-01",
        to: "2026-11-30",
        rule: ["overdue"],
        source: ["12345"],
      },
    });
    const filter = toFilter(watchlistSearch.parse(opens.search), null, at("2026-11-22 09:00"));
    expect(filter).toMatchObject({ ...month, view: "all", exempt: false, rule: ["overdue"], source: ["12345"] });
  });

  it("of orders is what happened to them in the period", () => {
    const opens = opener.deed("return_rejected", "b", "d");
    expect(toOrdersQuery(ordersSearch.parse(opens.search), null)).toMatchObject({
      did: "return_rejected",
      did_unit: "b",
      did_other: "d",
      did_from: month.from,
      did_to: month.to,
      from: undefined,
    });
  });

  it("goes by the dates of the product's zone", () => {
    expect(datesOf(month)).toEqual({ from: "2026-11-01", to: "2026-11-30" });
    expect(monthOf(at("2026-01-15 09:00"), -1)).toEqual({ from: "2025-12-01", to: "2025-12-31" });
    expect(toQuery(overviewSearch.parse({ from: "2026-11-01", to: "2026-11-30" }), null)).toMatchObject(month);
  });
});

describe("what grew", () => {
  it("is what grew beyond the volume, first", () => {
    const trends = ruleTrends(overview);
    expect(trends.map(({ rule }) => rule)).toEqual(["overdue", "reopened", "unsigned"]);
    expect(grown(trends).map(({ rule }) => rule)).toEqual(["overdue"]);
  });

  it("is nothing where the volume grew as much", () => {
    expect(grown(ruleTrends({ ...overview, accepted: { now: 2_000, before: 100 } }))).toEqual([]);
    expect(againstVolume({ ...overview, accepted: { now: 560, before: 200 } })).toBe("same");
    expect(againstVolume(overview)).toBe("more");
    expect(againstVolume({ ...overview, accepted: { now: 200, before: 0 } })).toBe("none");
  });

  it("is drawn as one panel a rule on one scale, levels stacked, each column opening its week", () => {
    const trends = mostFrequent(ruleTrends(overview), 2);
    expect(trends.map(({ rule }) => rule)).toEqual(["overdue", "unsigned"]);
    const { option, marks } = drawTrend(
      trends,
      2,
      {
        heading: ({ rule }) => rule,
        part: String,
        tip: ({ rule }, part, level) => [rule, String(part), level],
        opens: ({ rule }, part, level) => opener.findings({ rule: [rule], level: [level] }, parts[part]),
      },
      ink,
      1_000,
    );
    expect(option).toMatchObject({
      yAxis: [{ max: 9 }, { max: 9 }],
      series: [
        { id: "overdue|red", data: [3, 0], stack: "overdue" },
        { id: "overdue|orange", data: [2, 0] },
        { id: "overdue|yellow", data: [1, 9] },
        { id: "unsigned|red" },
        { id: "unsigned|orange" },
        { id: "unsigned|yellow", data: [0, 5] },
      ],
    });
    expect(marks["overdue|red"]?.[0]?.opens?.search).toMatchObject({
      rule: ["overdue"],
      level: ["red"],
      from: "2026-11-09",
      to: "2026-11-15",
    });
    expect(marks["overdue|red"]?.[1]?.opens).toBeNull();
  });

  it("tells levels by pattern as well as by colour", () => {
    const looks = (["red", "orange", "yellow"] as const).map((level) => JSON.stringify(levelStyle(level, ink).decal));
    expect(new Set(looks).size).toBe(3);
  });
});

describe("units against the limits", () => {
  const unit = (code: string, received: number, flagged: number, verdict: Verdict | null): OverviewUnit => ({
    code,
    name: code,
    received,
    flagged,
    verdict,
  });
  const units = [
    unit("big", 400, 40, "within"),
    unit("far", 100, 60, "high"),
    unit("tiny", 3, 3, null),
    unit("good", 300, 2, "low"),
  ];
  const { option, marks } = drawFunnel(
    units,
    0.1,
    {
      volume: "n",
      share: "p",
      name: ({ name }) => name,
      tip: ({ name }) => [name],
      opens: ({ code }) => opener.deed("flagged", code),
    },
    ink,
    1_000,
  );
  const series = option.series as { id: string; data: unknown[] }[];
  const points = series.find(({ id }) => id === "units")?.data as {
    value: number[];
    symbol: string;
    symbolRotate: number;
    label: { show: boolean };
  }[];

  it("are drawn by volume and share, those too small to compare left out", () => {
    expect(points.map(({ value }) => value)).toEqual([
      [400, 0.1],
      [100, 0.6],
      [300, 2 / 300],
    ]);
    expect(marks.units?.map(({ opens }) => opens?.search)).toMatchObject(
      ["big", "far", "good"].map((code) => ({ did: "flagged", did_unit: code })),
    );
  });

  it("show their verdict by shape, and are named only beyond the control limits", () => {
    expect(points.map(({ symbol, symbolRotate }) => `${symbol} ${symbolRotate}`)).toEqual([
      "circle 0",
      "triangle 0",
      "triangle 180",
    ]);
    expect(points.map(({ label }) => label.show)).toEqual([false, true, true]);
  });

  it("stand between the limits that the core gives", () => {
    const upper = series.find(({ id }) => id === "control-upper")?.data as number[][];
    expect(upper[0]).toEqual([MINIMUM_VOLUME, shareLimits(MINIMUM_VOLUME, 0.1, CONTROL_LIMIT).upper]);
    expect(volumesUpTo(460).at(-1)).toBe(460);
  });
});

describe("who gives back to whom", () => {
  const words = {
    name: (name: string) => name,
    rejected: (centre: string) => `- ${centre}`,
    approved: (centre: string) => `+ ${centre}`,
    count: String,
  };

  it("keeps rejected and approved returns apart, a cell opening its own", () => {
    const matrix = returnedMatrix(overview.returned, opener, words, { rows: 12, columns: 12 });
    expect(matrix.rows).toEqual(["乙局", "甲局"]);
    expect(matrix.columns).toEqual(["- 中心", "- 分中心", "+ 中心", "+ 分中心"]);
    expect(matrix.cells.map(({ row, column, count }) => [row, column, count])).toEqual([
      [1, 2, 3],
      [0, 0, 1],
      [0, 1, 3],
    ]);
    expect(matrix.cells[0]?.opens?.search).toMatchObject({ did: "return_approved", did_unit: "a", did_other: "c" });
    expect(mostRejected(overview.returned)).toEqual({ name: "乙局", orders: 4 });
  });

  it("finds the pair that plays ball, both ways together, and shows the busiest only", () => {
    expect(busiestPair(overview.handed)).toEqual({ a: "甲局", b: "乙局", there: 5, back: 3 });
    expect(busiestPair([])).toBeNull();
    const matrix = handedMatrix(overview.handed, opener, words, { rows: 1, columns: 1 });
    expect([matrix.rows, matrix.columns, matrix.cells.length]).toEqual([["甲局"], ["丙局"], 1]);
  });
});

describe("where", () => {
  const words = { district: (name: string) => name, value: (value: string) => value, count: String };

  it("gives a rate only where there are orders enough", () => {
    expect(highestRate(overview.districts)?.district).toBe("西镇");
  });

  it("opens a district's findings of a rule or category; what a source left empty opens nothing", () => {
    const rules = placesMatrix(overview.districts, "rule", opener, words, 2);
    expect([rules.rows, rules.columns]).toEqual([
      ["东镇", "西镇", "小乡"],
      ["overdue", "unsigned"],
    ]);
    expect(rules.cells[0]?.opens?.search).toMatchObject({ district: ["东镇"], rule: ["overdue"] });
    const categories = placesMatrix(overview.districts, "category", opener, words, 9);
    expect(categories.cells[0]?.opens?.search).toMatchObject({ category: ["住房"] });
    expect(categories.cells[1]?.opens).toBeNull();
  });
});

describe("a matrix", () => {
  const matrix: Matrix = {
    rows: ["甲局", "乙局"],
    columns: ["一", "二"],
    cells: [{ row: 1, column: 0, count: 7, tip: ["x"], opens: null }],
  };

  it("writes its figures into the cells, and has a row for each name", () => {
    const { option } = drawMatrix(matrix, ink, 800);
    expect(option).toMatchObject({
      yAxis: { data: ["甲局", "乙局"], inverse: true },
      visualMap: { max: 7 },
      series: [{ data: [[0, 1, 7]], label: { show: true } }],
    });
    expect(matrixHeight({ ...matrix, rows: ["一", "二", "三"] }, 800)).toBeGreaterThan(matrixHeight(matrix, 800));
  });

  it("slopes the names of its columns where there is no room for them", () => {
    const long = { ...matrix, columns: Array.from({ length: 12 }, (_, n) => `不动产登记中心${n}`) };
    const rotated = (width: number) =>
      (drawMatrix(long, ink, width).option.xAxis as { axisLabel: { rotate?: number } }).axisLabel.rotate;
    expect([rotated(390) !== undefined, rotated(2_000)]).toEqual([true, undefined]);
    expect(textWidth("局a")).toBeGreaterThan(textWidth("局"));
  });
});

describe("names in a chart", () => {
  it("lose the county that most of them begin with", () => {
    const short = shortNames(["云岫县教育局", "云岫县公安局", "云岫县民政局", "云岫县信访局", "中国电信"]);
    expect(["云岫县教育局", "中国电信", "云岫县"].map(short)).toEqual(["教育局", "中国电信", "云岫县"]);
  });

  it("stay as they are where they have nothing in common", () => {
    expect(shortNames(["教育局", "公安局", "民政局"])("教育局")).toBe("教育局");
  });
});

it("a figure is turned into its table by the address alone", () => {
  const asked: unknown[] = [];
  const search = overviewSearch.parse({ table: ["trend"] });
  tableSwitch("units", search, (part) => asked.push(part)).onTable(true);
  tableSwitch("trend", search, (part) => asked.push(part)).onTable(false);
  expect(tableSwitch("trend", search, () => undefined).asTable).toBe(true);
  expect(asked).toEqual([{ table: ["trend", "units"] }, { table: undefined }]);
});
