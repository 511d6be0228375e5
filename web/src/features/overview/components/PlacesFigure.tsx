import { isRuleId, MINIMUM_VOLUME } from "@tianyan/core";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Chart } from "../../../charts/Chart";
import type { Ink } from "../../../charts/ink";
import { Switcher } from "../../../components/Switcher";
import { useNumber } from "../../../i18n/use-number";
import { useWords } from "../../../i18n/use-words";
import { drawMatrix, matrixHeight } from "../lib/matrix-drawing";
import { columnsOf, countsOf, highestRate, type PlacesBy, perHundred, placeOpens, placesMatrix } from "../lib/places";
import { tableSwitch } from "../lib/table-switch";
import { Figure } from "./Figure";
import { FigureTable } from "./FigureTable";
import type { FigureInput } from "./figure-props";

const columnsAt = (width: number): number => Math.max(4, Math.min(16, Math.floor((width - 120) / 34)));

/** Where? */
export function PlacesFigure({ overview, opener, search, onSearch, onOpen }: FigureInput) {
  const { t } = useTranslation();
  const number = useNumber();
  const rules = useWords();
  const { districts } = overview;
  const by: PlacesBy = search.places ?? "rule";
  const words = useMemo(
    () => ({
      district: (district: string) => district || t("overview.places.unknown"),
      value: (value: string) => {
        if (value === "") return t("overview.places.uncategorised");
        return by === "rule" && isRuleId(value) ? rules.rule(value) : value;
      },
      count: (findings: number) => t("overview.places.findings", { n: number(findings) }),
      rate: (rate: number | null) => (rate === null ? "–" : number(Math.round(rate * 10) / 10)),
    }),
    [by, rules, t, number],
  );
  const matrixAt = useCallback(
    (width: number) => placesMatrix(districts, by, opener, words, columnsAt(width)),
    [districts, by, opener, words],
  );
  const draw = useCallback((ink: Ink, width: number) => drawMatrix(matrixAt(width), ink, width), [matrixAt]);
  const height = useCallback((width: number) => matrixHeight(matrixAt(width), width), [matrixAt]);

  const answer = () => {
    const most = districts.find(({ district }) => district !== "") ?? districts[0];
    if (most === undefined || most.findings === 0) return t("overview.places.nothing");
    const highest = highestRate(districts);
    const said = { most: words.district(most.district), n: number(most.findings), accepted: number(most.accepted) };
    if (highest === null) return t("overview.places.mostOnly", said);
    const rate = words.rate(perHundred(highest));
    return highest === most
      ? t("overview.places.mostSame", { ...said, rate })
      : t("overview.places.most", { ...said, highest: highest.district, rate });
  };
  const title = answer();
  const columns = columnsOf(districts, by);
  return (
    <Figure
      name="places"
      title={title}
      explain={t("overview.places.explain", { minimum: number(MINIMUM_VOLUME) })}
      choice={
        <Switcher
          label={t("overview.places.label")}
          value={by === "rule" ? undefined : by}
          options={[
            { value: undefined, label: t("overview.places.rule") },
            { value: "category", label: t("overview.places.category") },
          ]}
          onChange={(places) => onSearch({ places })}
        />
      }
      {...tableSwitch("places", search, onSearch)}
      chart={columns.length > 0 && <Chart label={title} height={height} draw={draw} onOpen={onOpen} />}
      table={
        <FigureTable
          caption={t("overview.places.caption")}
          columns={[
            { label: t("overview.places.column.district"), figure: false },
            { label: t("overview.places.column.accepted"), figure: true },
            { label: t("overview.places.column.findings"), figure: true },
            { label: t("overview.places.column.rate"), figure: true },
            ...columns.map((value) => ({ label: words.value(value), figure: true })),
          ]}
          rows={districts.map((row) => ({
            key: row.district,
            cells: [
              { text: words.district(row.district) },
              { text: number(row.accepted), opens: row.district === "" ? null : opener.accepted(row.district) },
              {
                text: number(row.findings),
                opens: row.district === "" ? null : opener.findings({ district: [row.district] }),
              },
              { text: words.rate(perHundred(row)) },
              ...columns.map((value) => {
                const count = countsOf(row, by).find((cell) => cell.value === value)?.count ?? 0;
                return {
                  text: number(count),
                  opens: count > 0 ? placeOpens(opener, row.district, value, by) : null,
                };
              }),
            ],
          }))}
        />
      }
    />
  );
}
