import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Chart } from "../../../charts/Chart";
import type { Ink } from "../../../charts/ink";
import { Switcher } from "../../../components/Switcher";
import { useNumber } from "../../../i18n/use-number";
import { drawMatrix, matrixHeight } from "../lib/matrix-drawing";
import { busiestPair, handedMatrix, mostRejected, returnedMatrix, type Size } from "../lib/passing";
import { shortNames } from "../lib/short-names";
import { tableSwitch } from "../lib/table-switch";
import { Figure } from "./Figure";
import type { FigureInput } from "./figure-props";
import { PassingTable } from "./PassingTable";

const ROWS = 12;
const NARROW = 520;
const sizeAt = (width: number): Size => ({ rows: ROWS, columns: width < NARROW ? 8 : ROWS });

/** Who gives back to whom, who passes to whom? */
export function PassingFigure(input: FigureInput) {
  const { overview, opener, search, onSearch, onOpen } = input;
  const { t } = useTranslation();
  const number = useNumber();
  const { returned, handed, returns } = overview;
  const handing = search.passing === "handed";
  const short = useMemo(
    () =>
      shortNames([
        ...new Set([
          ...returned.flatMap((cell) => [cell.unit_name, cell.centre_name]),
          ...handed.flatMap((cell) => [cell.from_name, cell.to_name]),
        ]),
      ]),
    [returned, handed],
  );
  const matrixAt = useCallback(
    (width: number) => {
      const words = {
        name: short,
        rejected: (centre: string) => t("overview.passing.rejected", { centre }),
        approved: (centre: string) => t("overview.passing.approved", { centre }),
        count: (orders: number) => t("overview.passing.orders", { n: number(orders) }),
      };
      return handing
        ? handedMatrix(handed, opener, words, sizeAt(width))
        : returnedMatrix(returned, opener, words, sizeAt(width));
    },
    [handing, handed, returned, opener, short, t, number],
  );
  const draw = useCallback((ink: Ink, width: number) => drawMatrix(matrixAt(width), ink, width), [matrixAt]);
  const height = useCallback((width: number) => matrixHeight(matrixAt(width), width), [matrixAt]);

  const answer = () => {
    if (handing) {
      const pair = busiestPair(handed);
      if (pair === null) return t("overview.passing.noHandOn");
      const { a, b, there, back } = pair;
      const said = { a: short(a), b: short(b), there: number(there), back: number(back) };
      return back > 0 ? t("overview.passing.pair", said) : t("overview.passing.oneWay", said);
    }
    if (returned.length === 0) return t("overview.passing.noReturns");
    const approved = number(returns.approved);
    const most = mostRejected(returned);
    return most === null
      ? t("overview.passing.approvedOnly", { approved })
      : t("overview.passing.rejectedMost", { name: short(most.name), n: number(most.orders), approved });
  };
  const title = answer();
  const units = new Set(handing ? handed.map(({ from }) => from) : returned.map(({ unit }) => unit)).size;
  const explain = handing ? t("overview.passing.explainHanded") : t("overview.passing.explainReturned");
  return (
    <Figure
      name="passing"
      title={title}
      explain={units > ROWS ? `${explain}${t("overview.passing.rest", { rows: number(ROWS) })}` : explain}
      choice={
        <Switcher
          label={t("overview.passing.label")}
          value={handing ? "handed" : undefined}
          options={[
            { value: undefined, label: t("overview.passing.returned") },
            { value: "handed", label: t("overview.passing.handed") },
          ]}
          onChange={(passing) => onSearch({ passing })}
        />
      }
      {...tableSwitch("passing", search, onSearch)}
      chart={
        (handing ? handed : returned).length > 0 && <Chart label={title} height={height} draw={draw} onOpen={onOpen} />
      }
      table={<PassingTable {...input} handing={handing} />}
    />
  );
}
