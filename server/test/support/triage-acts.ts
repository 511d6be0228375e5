import { randomUUID } from "node:crypto";
import { makeDigests } from "../../src/services/digests/make";
import { type Act, json, type Stage, told } from "./acting";
import { flagged } from "./flagged";
import type { Asking } from "./person";

const OF_UNIT = { scope: { units: ["甲局"] } };

const OLD_AND_OPEN = {
  is: "all",
  of: [
    { is: "state", state: "open" },
    { is: "age", at_least: 10 },
  ],
};

async function view(stage: Stage): Promise<{ readonly asks: Asking; readonly path: string }> {
  const { asks } = await stage.as("inspector");
  const { id } = await told<{ id: string }>(asks, "/api/views", json("POST", { name: "红色", query: "level=red" }));
  return { asks, path: `/api/views/${id}` };
}

async function watchRule(stage: Stage): Promise<{ readonly asks: Asking; readonly path: string }> {
  const { asks } = await stage.as("inspector");
  const init = json("POST", { name: "久拖未办", condition: OLD_AND_OPEN });
  const { id } = await told<{ id: string }>(asks, "/api/watch-rules", init);
  return { asks, path: `/api/watch-rules/${id}` };
}

async function explained(stage: Stage): Promise<string> {
  const given = json("POST", { ...(await flagged(stage)), kind: "explanation", text: "已与群众约定时间" });
  const { asks } = await stage.as("unit_contact", OF_UNIT);
  return (await told<{ id: string }>(asks, "/api/explanations", given)).id;
}

/** How each operation of triage, of views and watch rules, and of digests is made to succeed. */
export const TRIAGE_ACTS = {
  async "POST /api/findings/decisions"(stage: Stage): Promise<Act> {
    const findings = [{ ...(await flagged(stage)), seen: null }];
    const init = json("POST", { act: randomUUID(), findings, kind: "taken" });
    return { asks: (await stage.as("inspector")).asks, path: "/api/findings/decisions", init };
  },
  async "DELETE /api/findings/decisions/{act}"(stage: Stage): Promise<Act> {
    const { asks } = await stage.as("inspector");
    const act = randomUUID();
    const findings = [{ ...(await flagged(stage)), seen: null }];
    await told(asks, "/api/findings/decisions", json("POST", { act, findings, kind: "taken" }));
    return { asks, path: `/api/findings/decisions/${act}`, init: json("DELETE") };
  },
  async "POST /api/explanations"(stage: Stage): Promise<Act> {
    const init = json("POST", { ...(await flagged(stage)), kind: "explanation", text: "已与群众约定时间" });
    return { asks: (await stage.as("unit_contact", OF_UNIT)).asks, path: "/api/explanations", init };
  },
  async "POST /api/explanations/{id}/answer"(stage: Stage): Promise<Act> {
    const id = await explained(stage);
    const init = json("POST", { accepted: true, reason: "情况属实" });
    return { asks: (await stage.as("liaison")).asks, path: `/api/explanations/${id}/answer`, init };
  },
  async "POST /api/explanations/{id}/retraction"(stage: Stage): Promise<Act> {
    const id = await explained(stage);
    const { asks } = await stage.as("liaison");
    await told(asks, `/api/explanations/${id}/answer`, json("POST", { accepted: true, reason: "情况属实" }));
    return { asks, path: `/api/explanations/${id}/retraction`, init: json("POST", { reason: "补充核查后不能成立" }) };
  },
  async "POST /api/views"(stage: Stage): Promise<Act> {
    const init = json("POST", { name: "我的街道", query: "level=red" });
    return { asks: (await stage.as("inspector")).asks, path: "/api/views", init };
  },
  async "PUT /api/views/{id}"(stage: Stage): Promise<Act> {
    const { asks, path } = await view(stage);
    return { asks, path, init: json("PUT", { name: "红色", query: "level=red", shared: true }) };
  },
  async "DELETE /api/views/{id}"(stage: Stage): Promise<Act> {
    const { asks, path } = await view(stage);
    return { asks, path, init: json("DELETE") };
  },
  async "POST /api/visits"(stage: Stage): Promise<Act> {
    return { asks: (await stage.as("inspector")).asks, path: "/api/visits", init: json("POST") };
  },

  async "POST /api/watch-rules"(stage: Stage): Promise<Act> {
    const init = json("POST", { name: "久拖未办", condition: OLD_AND_OPEN });
    return { asks: (await stage.as("inspector")).asks, path: "/api/watch-rules", init };
  },
  async "PUT /api/watch-rules/{id}"(stage: Stage): Promise<Act> {
    const { asks, path } = await watchRule(stage);
    return { asks, path, init: json("PUT", { name: "久拖", condition: OLD_AND_OPEN, on: false }) };
  },
  async "DELETE /api/watch-rules/{id}"(stage: Stage): Promise<Act> {
    const { asks, path } = await watchRule(stage);
    return { asks, path, init: json("DELETE") };
  },
  async "POST /api/watch-rules/{id}/looks"(stage: Stage): Promise<Act> {
    const { asks, path } = await watchRule(stage);
    return { asks, path: `${path}/looks`, init: json("POST") };
  },
  async "PUT /api/digests/setting"(stage: Stage): Promise<Act> {
    const init = json("PUT", { mail: false, address: "duban@example.gov.cn" });
    return { asks: (await stage.as("leader")).asks, path: "/api/digests/setting", init };
  },
  async "POST /api/digests/{date}/seen"(stage: Stage): Promise<Act> {
    const { asks } = await stage.as("leader");
    await makeDigests(stage.county.services, { mail: false });
    return { asks, path: "/api/digests/2026-11-21/seen", init: json("POST") };
  },
};
