import type { Meta, Ready, Scope } from "@tianyan/api";
import { ApiError } from "@tianyan/api";
import { isoInstant } from "@tianyan/core";
import { readSetting, schemaVersion, WATCH_DAYS } from "@tianyan/db";
import type { Actor, ActorScope } from "../../auth/actor";
import { isoOrNull } from "../instants";
import { loadJudging } from "../judging/setting";
import type { Services } from "../services";

const copyOf = ({ sources, districts, units }: ActorScope): Scope => ({
  sources: sources && [...sources],
  districts: districts && [...districts],
  units: units && [...units],
});

/** What a screen must know before it shows anything. */
export async function readMeta({ db, now, version }: Services, actor: Actor): Promise<Meta> {
  const at = now();
  const { parameters } = (await loadJudging(db.sql)).parametersAt(at);
  return {
    version,
    now: isoInstant(at),
    zone: parameters.zone,
    actor: {
      account: actor.account,
      name: actor.name,
      post: actor.post,
      scope: copyOf(actor.scope),
      appointment: null,
      appointments: [],
      permissions: [],
      factor: { enrolled: false, at: isoOrNull(actor.factorAt) },
    },
    watch_days: WATCH_DAYS,
    demo: (await readSetting(db.orm, "demo")) === true,
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
