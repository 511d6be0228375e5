import type { Level } from "@tianyan/core";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Chart } from "../../../charts/Chart";
import type { Ink } from "../../../charts/ink";
import { useNumber } from "../../../i18n/use-number";
import { useWords } from "../../../i18n/use-words";
import { datesOf } from "../../../lib/period";
import { tableSwitch } from "../lib/table-switch";
import { grown, mostFrequent, type RuleTrend, ruleTrends } from "../lib/trend";
import { drawTrend, ROW_HEIGHT, trendColumns } from "../lib/trend-drawing";
import { Figure } from "./Figure";
import { FigureTable } from "./FigureTable";
import type { FigureInput } from "./figure-props";

const SHOWN = 8;
const NAMED = 3;

/** What grew? */
export function TrendFigure({ overview, opener, search, onSearch, onOpen }: FigureInput) {
  const { t } = useTranslation();
  const number = useNumber();
  const words = useWords();
  const trends = useMemo(() => ruleTrends(overview), [overview]);
  const shown = useMemo(() => mostFrequent(trends, SHOWN), [trends]);
  const step = t(`overview.trend.step.${overview.trend.step}`);

  const said = ({ rule, now, before }: RuleTrend) =>
    t("overview.trend.grownOne", { name: words.rule(rule), now: number(now), before: number(before) });
  const answer = () => {
    const top = [...trends].sort((a, b) => b.now - a.now)[0];
    if (top === undefined || top.now === 0) return t("overview.trend.nothing");
    if (overview.accepted.before === 0)
      return t("overview.trend.alone", { name: words.rule(top.rule), n: number(top.now) });
    const more = grown(trends);
    if (more.length === 0) return t("overview.trend.steady");
    const names = more.slice(0, NAMED).map(said).join(t("overview.listComma"));
    return t("overview.trend.grown", {
      n: number(more.length),
      names: more.length > NAMED ? `${names}${t("overview.more")}` : names,
    });
  };
  const draw = useCallback(
    (ink: Ink, width: number) => {
      const part = (place: number) => overview.trend.parts[place] ?? overview;
      return drawTrend(
        shown,
        overview.trend.parts.length,
        {
          heading: ({ rule, now, before }) =>
            t("overview.trend.heading", { name: words.rule(rule), now: number(now), before: number(before) }),
          part: (place) =>
            overview.trend.step === "week" ? datesOf(part(place)).from.slice(5) : datesOf(part(place)).from.slice(0, 7),
          tip: ({ rule, parts }, place, level: Level) => [
            words.rule(rule),
            t("overview.trend.part", datesOf(part(place))),
            t("overview.trend.level", { level: t(`level.${level}`), n: number(parts[place]?.[level] ?? 0) }),
          ],
          opens: ({ rule }, place, level) => opener.findings({ rule: [rule], level: [level] }, part(place)),
        },
        ink,
        width,
      );
    },
    [shown, overview, opener, t, words, number],
  );
  const height = useCallback(
    (width: number) => Math.max(1, Math.ceil(shown.length / trendColumns(width))) * ROW_HEIGHT,
    [shown],
  );
  const parts = overview.trend.parts.map((period) => ({ period, dates: datesOf(period) }));
  const sum = (trend: RuleTrend, place: number) => {
    const { yellow, orange, red } = trend.parts[place] ?? { yellow: 0, orange: 0, red: 0 };
    return yellow + orange + red;
  };
  const rest = trends.length - shown.length;
  const title = answer();
  return (
    <Figure
      name="trend"
      title={title}
      explain={`${t("overview.trend.explain", { step, ...datesOf(overview.before) })}${
        rest > 0 ? t("overview.trend.rest", { n: number(rest) }) : ""
      }`}
      {...tableSwitch("trend", search, onSearch)}
      chart={<Chart label={title} height={height} draw={draw} onOpen={onOpen} />}
      table={
        <FigureTable
          caption={t("overview.trend.caption", { step })}
          columns={[
            { label: t("filter.rule"), figure: false },
            { label: t("overview.trend.now"), figure: true },
            { label: t("overview.trend.before"), figure: true },
            ...parts.map(({ dates }) => ({
              label: overview.trend.step === "week" ? dates.from.slice(5) : dates.from.slice(0, 7),
              figure: true,
            })),
          ]}
          rows={trends.map((trend) => ({
            key: trend.rule,
            cells: [
              { text: words.rule(trend.rule) },
              { text: number(trend.now), opens: trend.now > 0 ? opener.findings({ rule: [trend.rule] }) : null },
              {
                text: number(trend.before),
                opens: trend.before > 0 ? opener.findings({ rule: [trend.rule] }, overview.before) : null,
              },
              ...parts.map(({ period }, place) => ({
                text: number(sum(trend, place)),
                opens: sum(trend, place) > 0 ? opener.findings({ rule: [trend.rule] }, period) : null,
              })),
            ],
          }))}
        />
      }
    />
  );
}
