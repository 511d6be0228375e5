import { FindingFilterSchema, type Overview, type OverviewQuery, permitted } from "@tianyan/api";
import { instant, isoInstant, type Period, reportPeriod, zone } from "@tianyan/core";
import { acceptedByDistrict, countDeeds, countFigures, countReceived, type DeedName } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { asActor, type Reading } from "../../auth/as-actor";
import { findingCriteria } from "../findings/criteria";
import { instantOf, readInstantOrNull } from "../instants";
import { loadJudging } from "../judging/setting";
import { deedCriteria } from "../orders/deeds";
import type { Services } from "../services";
import { loadUnitNames } from "../units/names";
import { districtFigures } from "./districts";
import { findingFigures } from "./findings";
import { isoPeriod } from "./iso-period";
import { handedFigures, returnedFigures } from "./passing";
import { unitFigures } from "./units";

/** Figures of a period as they stand at T; each is the total of a list that the screens open. */
export const readOverview = (services: Services, actor: Actor, query: OverviewQuery): Promise<Overview> =>
  asActor(services, permitted(actor, "overview.read"), (reading) => overviewOf(reading, query));

async function overviewOf(reading: Reading, query: OverviewQuery): Promise<Overview> {
  const { sql } = reading.db;
  const at = instantOf(reading, query.at);
  const local = zone((await loadJudging(sql)).parametersAt(at).parameters.zone);
  const period = reportPeriod(local, at, readInstantOrNull(query.from), readInstantOrNull(query.to));
  const spans: readonly Period[] = [period, period.before, ...period.trend.parts];
  const filter = FindingFilterSchema.parse({
    view: "all",
    exempt: "false",
    source: query.source,
    from: isoInstant(instant(Math.min(...spans.map(({ from }) => from)))),
    to: isoInstant(instant(Math.max(...spans.map(({ to }) => to)))),
  });
  const criteria = await findingCriteria(reading, filter, at);
  const deeds = await deedCriteria(reading, { at, sources: query.source, from: period.from, to: period.to });
  const count = (deed: DeedName) => countDeeds(sql, deed, deeds);
  const [figures, accepted, acceptedBefore, found, received, rejected, approved, handed, names] = await Promise.all([
    countFigures(sql, criteria, { now: period, before: period.before, parts: period.trend.parts }),
    acceptedByDistrict(sql, deeds, period),
    acceptedByDistrict(sql, deeds, period.before),
    count("found"),
    countReceived(sql, deeds),
    count("return_rejected"),
    count("return_approved"),
    count("handed_on"),
    loadUnitNames(sql),
  ]);
  const orders = (rows: typeof accepted) => rows.reduce((sum, row) => sum + row.orders, 0);
  return {
    at: isoInstant(at),
    ...isoPeriod(period),
    running: period.running,
    before: isoPeriod(period.before),
    ...findingFigures(figures, found, period.trend),
    accepted: { now: orders(accepted), before: orders(acceptedBefore) },
    ...returnedFigures(rejected, approved, names),
    ...handedFigures(handed, names),
    units: unitFigures(received, names),
    districts: districtFigures(figures, accepted),
  };
}
