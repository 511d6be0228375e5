import type { Meta, Ready } from "@tianyan/api";
import { ApiError } from "@tianyan/api";
import { isoInstant } from "@tianyan/core";
import { readSetting, schemaVersion, WATCH_DAYS } from "@tianyan/db";
import type { Actor } from "../../auth/actor";
import type { Desk } from "../desk";
import { loadJudging } from "../judging/setting";
import type { Services } from "../services";
import { whoAsks } from "../sessions/who";

/** What a screen must know before it shows anything. */
export async function readMeta(services: Services, desk: Desk, actor: Actor): Promise<Meta> {
  const { db, now, version } = services;
  const at = now();
  const { parameters } = (await loadJudging(db.sql)).parametersAt(at);
  return {
    version,
    now: isoInstant(at),
    zone: parameters.zone,
    actor: await whoAsks(services, actor),
    watch_days: WATCH_DAYS,
    demo: (await readSetting(db.orm, "demo")) === true,
    demo_load: desk.demo.read(),
  };
}

/** Whether requests can be served; an ApiError where the database does not answer. */
export async function readiness(services: Services): Promise<Ready> {
  try {
    return { status: "ready", schema: await schemaVersion(services.db.sql) };
  } catch (error) {
    throw new ApiError("database.unavailable", { cause: error });
  }
}
