import { ApiError, type Decided } from "@tianyan/api";
import { compareCodePoints, findingKey } from "@tianyan/core";
import { currentGeneration, decisionsOfAct, findingOfRow, keyText, type OrderKey, readFindings } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import { asActor } from "../../auth/as-actor";
import type { Services } from "../services";
import { loadTriage } from "./standing";

/** Where the findings of an act stand now; those that are no more are left out. */
export const decidedNow = (services: Services, actor: Actor, act: string): Promise<Decided> =>
  asActor(services, actor, async (reading) => {
    const { sql } = reading.db;
    const at = reading.now();
    const rows = await decisionsOfAct(sql, act);
    if (rows.length === 0) throw new ApiError("triage.act_not_found");
    const hung = new Set(rows.flatMap(({ finding }) => finding ?? []));
    const orders = new Map<string, OrderKey>();
    for (const { source, order_id: orderId } of rows) orders.set(keyText({ source, orderId }), { source, orderId });
    const keys = [...orders.values()];
    const triage = await loadTriage(reading, keys, at);
    const findings = await readFindings(sql, keys, await currentGeneration(sql), reading.scope);
    const decided = findings
      .filter(({ id }) => hung.has(id))
      .map((row) => {
        const finding = findingOfRow(row);
        const { source, order_id } = row;
        return { source, order_id, key: findingKey(finding), triage: triage({ source, orderId: order_id }, finding) };
      })
      .flatMap(({ triage: stands, ...key }) => (stands ? [{ ...key, triage: stands }] : []))
      .sort((a, b) => compareCodePoints(a.order_id, b.order_id) || compareCodePoints(a.key, b.key));
    return { act, decided };
  });
