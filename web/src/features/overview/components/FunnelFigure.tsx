import type { OverviewUnit } from "@tianyan/api";
import { MINIMUM_VOLUME } from "@tianyan/core";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Chart } from "../../../charts/Chart";
import type { Ink } from "../../../charts/ink";
import { useNumber } from "../../../i18n/use-number";
import { usePercent } from "../../../i18n/use-percent";
import { drawFunnel } from "../lib/funnel-drawing";
import { shortNames } from "../lib/short-names";
import { tableSwitch } from "../lib/table-switch";
import { Figure } from "./Figure";
import { FigureTable } from "./FigureTable";
import type { FigureInput } from "./figure-props";

const NAMED = 4;
const HEIGHT = 380;
const height = () => HEIGHT;

/** Who is outside the limits, and is it the unit or only its volume? */
export function FunnelFigure({ overview, opener, search, onSearch, onOpen }: FigureInput) {
  const { t } = useTranslation();
  const number = useNumber();
  const percent = usePercent();
  const { items, received, flagged } = overview.units;
  const share = received === 0 ? 0 : flagged / received;
  const short = useMemo(() => shortNames(items.map(({ name }) => name)), [items]);
  const compared = items.filter(({ verdict }) => verdict !== null);
  const high = compared.filter(({ verdict }) => verdict === "high");

  const answer = () => {
    if (compared.length === 0) return t("overview.units.small", { n: number(MINIMUM_VOLUME) });
    if (high.length === 0) return t("overview.units.within");
    const names = high
      .slice(0, NAMED)
      .map(({ name }) => short(name))
      .join(t("overview.listComma"));
    return t("overview.units.high", {
      n: number(high.length),
      names: high.length > NAMED ? `${names}${t("overview.more")}` : names,
    });
  };
  const draw = useCallback(
    (ink: Ink, width: number) =>
      drawFunnel(
        items,
        share,
        {
          volume: t("overview.units.volume"),
          share: t("overview.units.share"),
          name: ({ name }) => short(name),
          tip: (unit) => [
            unit.name,
            t("overview.units.tip", {
              received: number(unit.received),
              flagged: number(unit.flagged),
              share: percent(unit.flagged / unit.received),
            }),
            t(`overview.units.verdict.${unit.verdict ?? "none"}`),
          ],
          opens: ({ code }) => opener.deed("flagged", code),
        },
        ink,
        width,
      ),
    [items, share, opener, short, t, number, percent],
  );
  const title = answer();
  const row = (unit: OverviewUnit) => ({
    key: unit.code,
    cells: [
      { text: unit.name },
      { text: number(unit.received), opens: opener.deed("received", unit.code) },
      { text: number(unit.flagged), opens: unit.flagged > 0 ? opener.deed("flagged", unit.code) : null },
      { text: unit.verdict === null ? "–" : percent(unit.flagged / unit.received) },
      { text: t(`overview.units.verdict.${unit.verdict ?? "none"}`) },
    ],
  });
  return (
    <Figure
      name="units"
      title={title}
      explain={t("overview.units.explain", {
        share: percent(share),
        minimum: number(MINIMUM_VOLUME),
        n: number(items.length - compared.length),
      })}
      {...tableSwitch("units", search, onSearch)}
      chart={<Chart label={title} height={height} draw={draw} onOpen={onOpen} />}
      table={
        <FigureTable
          caption={t("overview.units.caption")}
          columns={[
            { label: t("overview.units.column.unit"), figure: false },
            { label: t("overview.units.column.received"), figure: true },
            { label: t("overview.units.column.flagged"), figure: true },
            { label: t("overview.units.column.share"), figure: true },
            { label: t("overview.units.column.verdict"), figure: false },
          ]}
          rows={items.map(row)}
        />
      }
    />
  );
}
