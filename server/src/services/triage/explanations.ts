import { ApiError, type Explanation, type Explanations, type ExplanationsQuery, permitted } from "@tianyan/api";
import { instant, isoInstant } from "@tianyan/core";
import { type ExplanationRow, readExplanations } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { asActor, type Reading } from "../../auth/as-actor";
import { shown } from "../personal/shown";
import type { Services } from "../services";
import { loadUnitNames, type UnitNames } from "../units/names";

const MOST = 500;

function stateOf({ accepted, retracted_at }: ExplanationRow): Explanation["state"] {
  if (accepted === null) return "open";
  if (!accepted) return "refused";
  return retracted_at === null ? "accepted" : "retracted";
}

function item(row: ExplanationRow, names: UnitNames, toUnit: boolean): Explanation {
  const { id, source, order_id, rule, kind, unit } = row;
  const said = (reason: string | null, at: number | null, account: string | null, name: string | null) =>
    reason === null || at === null
      ? null
      : {
          by: toUnit ? null : { id: account ?? "", name: name ?? "" },
          at: isoInstant(instant(at)),
          reason: shown(reason),
        };
  return {
    id,
    source,
    order_id,
    order_title: shown(row.order_title),
    key: row.hangs_on,
    rule,
    kind,
    unit: { code: unit, name: names.name(unit) },
    text: shown(row.text),
    by: { id: row.account, name: row.author },
    at: isoInstant(instant(row.at)),
    state: stateOf(row),
    answer: said(row.answer, row.answered_at, row.answered_by, row.answered_author),
    retracted: said(row.retracted_reason, row.retracted_at, row.retracted_by, row.retracted_author),
  };
}

async function itemsOf({ db, scope }: Reading, rows: readonly ExplanationRow[]): Promise<Explanation[]> {
  const names = await loadUnitNames(db.sql);
  return rows.map((row) => item(row, names, scope.own));
}

/** What units say to findings in scope; to a unit's contact what the own unit said. */
export const listExplanations = (services: Services, actor: Actor, query: ExplanationsQuery): Promise<Explanations> =>
  asActor(services, permitted(actor, "findings.read"), async (reading) => {
    const order = {
      ...(query.source === undefined ? {} : { source: query.source }),
      ...(query.order_id === undefined ? {} : { orderId: query.order_id }),
    };
    const asked = { id: null, states: query.state, order, limit: MOST };
    return { items: await itemsOf(reading, await readExplanations(reading.db.sql, asked)) };
  });

/** One of them, with its row. Throws ApiError where it is not in sight. */
export const explanationNow = (
  services: Services,
  actor: Actor,
  id: string,
): Promise<{ readonly row: ExplanationRow; readonly item: Explanation }> =>
  asActor(services, actor, async (reading) => {
    const rows = await readExplanations(reading.db.sql, { id, states: [], order: {}, limit: 1 });
    const [told] = await itemsOf(reading, rows);
    const [row] = rows;
    if (!row || !told) throw new ApiError("explanation.not_found");
    return { row, item: told };
  });
