import type { Overview } from "@tianyan/api";
import type { Matrix } from "./matrix-drawing";
import type { Opener } from "./opens";

/** Two units between which orders go, both ways together. */
export interface Pairing {
  readonly a: string;
  readonly b: string;
  readonly there: number;
  readonly back: number;
}

/** The two units that hand most to each other; the one that hands on more comes first. */
export function busiestPair(handed: Overview["handed"]): Pairing | null {
  const pairs = new Map<string, Pairing>();
  for (const { from, from_name, to, to_name, orders } of handed) {
    const back = pairs.get(JSON.stringify([to, from]));
    if (back) pairs.set(JSON.stringify([to, from]), { ...back, back: orders });
    else pairs.set(JSON.stringify([from, to]), { a: from_name, b: to_name, there: orders, back: 0 });
  }
  return [...pairs.values()].reduce<Pairing | null>(
    (most, pair) => (most === null || pair.there + pair.back > most.there + most.back ? pair : most),
    null,
  );
}

/** The unit with most rejected returns, over all centres. */
export function mostRejected(
  returned: Overview["returned"],
): { readonly name: string; readonly orders: number } | null {
  const sums = new Map<string, { name: string; orders: number }>();
  for (const { unit, unit_name, rejected } of returned)
    sums.set(unit, { name: unit_name, orders: (sums.get(unit)?.orders ?? 0) + rejected });
  const most = [...sums.values()].sort((x, y) => y.orders - x.orders)[0];
  return most && most.orders > 0 ? most : null;
}

export interface PassingWords {
  readonly name: (name: string) => string;
  readonly rejected: (centre: string) => string;
  readonly approved: (centre: string) => string;
  readonly count: (orders: number) => string;
}

/** Codes by the sum of their counts, most first, at most `count`. */
function busiest<T>(
  cells: readonly T[],
  code: (cell: T) => string,
  size: (cell: T) => number,
  count: number,
): string[] {
  const sums = new Map<string, number>();
  for (const cell of cells) sums.set(code(cell), (sums.get(code(cell)) ?? 0) + size(cell));
  return [...sums]
    .sort((a, b) => b[1] - a[1])
    .slice(0, count)
    .map(([one]) => one);
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** Units against centres, rejected and approved returns apart: the first are the unit's, the second the centre's. */
export function returnedMatrix(
  returned: Overview["returned"],
  opener: Opener,
  words: PassingWords,
  size: Size,
): Matrix {
  const all = (cell: Overview["returned"][number]) => cell.rejected + cell.approved;
  const units = busiest(returned, ({ unit }) => unit, all, size.rows);
  const centres = busiest(returned, ({ centre }) => centre, all, Math.max(1, Math.floor(size.columns / 2)));
  const unitName = new Map(returned.map(({ unit, unit_name }) => [unit, words.name(unit_name)]));
  const centreName = new Map(returned.map(({ centre, centre_name }) => [centre, words.name(centre_name)]));
  const verdicts = ["rejected", "approved"] as const;
  return {
    rows: units.map((unit) => unitName.get(unit) ?? unit),
    columns: verdicts.flatMap((verdict) => centres.map((centre) => words[verdict](centreName.get(centre) ?? centre))),
    cells: returned.flatMap(({ unit, centre, ...counts }) =>
      verdicts.flatMap((verdict, side) => {
        const [row, place] = [units.indexOf(unit), centres.indexOf(centre)];
        if (row < 0 || place < 0 || counts[verdict] === 0) return [];
        const head = `${unitName.get(unit)} → ${words[verdict](centreName.get(centre) ?? centre)}`;
        return [
          {
            row,
            column: side * centres.length + place,
            count: counts[verdict],
            tip: [head, words.count(counts[verdict])],
            opens: opener.deed(`return_${verdict}`, unit, centre),
          },
        ];
      }),
    ),
  };
}

/** Units against units: who passes to whom. */
export function handedMatrix(handed: Overview["handed"], opener: Opener, words: PassingWords, size: Size): Matrix {
  const from = busiest(
    handed,
    (cell) => cell.from,
    ({ orders }) => orders,
    size.rows,
  );
  const to = busiest(
    handed,
    (cell) => cell.to,
    ({ orders }) => orders,
    size.columns,
  );
  const names = new Map(
    handed.flatMap((cell) => [
      [cell.from, words.name(cell.from_name)] as const,
      [cell.to, words.name(cell.to_name)] as const,
    ]),
  );
  return {
    rows: from.map((unit) => names.get(unit) ?? unit),
    columns: to.map((unit) => names.get(unit) ?? unit),
    cells: handed.flatMap((cell) => {
      const [row, column] = [from.indexOf(cell.from), to.indexOf(cell.to)];
      if (row < 0 || column < 0) return [];
      return [
        {
          row,
          column,
          count: cell.orders,
          tip: [`${names.get(cell.from)} → ${names.get(cell.to)}`, words.count(cell.orders)],
          opens: opener.deed("handed_on", cell.from, cell.to),
        },
      ];
    }),
  };
}
