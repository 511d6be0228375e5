import { type Act, json, mark, type Stage, told } from "./acting";
import { flagged } from "./flagged";
import type { Asking } from "./person";

/** A case with somebody who works on it; `version` is of now. */
interface Open {
  readonly asks: Asking;
  readonly id: string;
  readonly path: string;
  readonly version: number;
  readonly unit: string;
}

interface Told {
  readonly id: string;
  readonly version: number;
  readonly measures: readonly { readonly id: string; readonly version: number }[];
  readonly papers: readonly { readonly id: string }[];
  readonly approvals: readonly { readonly id: string }[];
}

const MEASURE = { problem: "推诿扯皮", measure: "明确首接责任", due: { working_days: 10 } };
const PAPER = { number: "督办单〔2026〕1号", sent_on: "2026-11-20", answer_by: "2026-11-27" };
const PERSON = {
  name: "孙八",
  post: "科长",
  discipline: "work",
  form: 1,
  decided_on: "2026-11-20",
  paper: "纪〔2026〕1号",
};
const REASON = "经集体研究";

export async function openedCase(stage: Stage): Promise<Open> {
  const unit = `K${mark()}`;
  const steward = await stage.as("data_steward");
  await told(steward.asks, "/api/registry/units", json("POST", { code: unit, name: `单位${unit}` }));
  await stage.settled();
  const { asks } = await stage.as("liaison");
  const { id, version } = await told<Told>(asks, "/api/cases", json("POST", { title: "窗口推诿", units: [unit] }));
  return { asks, id, path: `/api/cases/${id}`, version, unit };
}

/** The case after one more change. */
async function then(open: Open, rest: string, given: object): Promise<Told> {
  return told<Told>(open.asks, `${open.path}${rest}`, json("POST", { version: open.version, ...given }));
}

async function adding(stage: Stage, rest: string, given: (unit: string) => object): Promise<Act> {
  const { asks, path, version, unit } = await openedCase(stage);
  return { asks, path: `${path}${rest}`, init: json("POST", { version, ...given(unit) }) };
}

/** A measure with the contact of the unit that it is asked of. */
async function asked(stage: Stage) {
  const open = await openedCase(stage);
  const { measures } = await then(open, "/measures", { ...MEASURE, unit: open.unit });
  const { asks } = await stage.as("unit_contact", { scope: { units: [open.unit] } });
  return { asks, path: `/api/measures/${measures[0]?.id}`, version: measures[0]?.version };
}

const bytes = (body: string) => ({ method: "POST", body, headers: { "content-type": "application/octet-stream" } });

/** How each operation of supervision cases is made to succeed. */
export const CASE_ACTS = {
  async "POST /api/cases"(stage: Stage): Promise<Act> {
    const findings = [await flagged(stage)];
    return {
      asks: (await stage.as("inspector")).asks,
      path: "/api/cases",
      init: json("POST", { title: "无正当理由退单", findings }),
    };
  },
  "POST /api/cases/{id}/actions": (stage: Stage) => adding(stage, "/actions", () => ({ action: "accept_check" })),
  async "PUT /api/cases/{id}/assignee"(stage: Stage): Promise<Act> {
    const { asks, path, version } = await openedCase(stage);
    const { account } = await stage.as("inspector");
    return { asks, path: `${path}/assignee`, init: json("PUT", { version, account, reason: REASON }) };
  },
  async "POST /api/cases/{id}/units"(stage: Stage): Promise<Act> {
    const [{ asks, path, version }, { unit }] = [await openedCase(stage), await openedCase(stage)];
    return { asks, path: `${path}/units`, init: json("POST", { version, units: [unit] }) };
  },
  async "POST /api/cases/{id}/orders"(stage: Stage): Promise<Act> {
    const { source, order_id } = await flagged(stage);
    return adding(stage, "/orders", () => ({ orders: [{ source, order_id }] }));
  },
  async "POST /api/cases/{id}/findings"(stage: Stage): Promise<Act> {
    const findings = [await flagged(stage)];
    return adding(stage, "/findings", () => ({ findings }));
  },
  "POST /api/cases/{id}/checks": (stage: Stage) =>
    adding(stage, "/checks", () => ({
      kind: "unannounced_visit",
      date: "2026-11-20",
      place: "政务大厅",
      result: "窗口空岗",
    })),
  "POST /api/cases/{id}/measures": (stage: Stage) => adding(stage, "/measures", (unit) => ({ ...MEASURE, unit })),
  async "PATCH /api/cases/{id}/measures/{entry}"(stage: Stage): Promise<Act> {
    const open = await openedCase(stage);
    const { version, measures } = await then(open, "/measures", { ...MEASURE, unit: open.unit });
    const init = json("PATCH", { act: "rewrite", version, ...MEASURE, measure: "建立首接责任清单" });
    return { asks: open.asks, path: `${open.path}/measures/${measures[0]?.id}`, init };
  },
  "POST /api/cases/{id}/people": (stage: Stage) => adding(stage, "/people", (unit) => ({ ...PERSON, unit })),
  "POST /api/cases/{id}/systems": (stage: Stage) =>
    adding(stage, "/systems", (unit) => ({ unit, kind: "rule", after: "首接负责制", document: "办法〔2026〕1号" })),
  "POST /api/cases/{id}/papers": (stage: Stage) => adding(stage, "/papers", (unit) => ({ ...PAPER, unit })),
  async "PUT /api/cases/{id}/papers/{entry}/reply"(stage: Stage): Promise<Act> {
    const open = await openedCase(stage);
    const { version, papers } = await then(open, "/papers", { ...PAPER, unit: open.unit });
    const init = json("PUT", { version, answered_on: "2026-11-21", reply: "已整改" });
    return { asks: open.asks, path: `${open.path}/papers/${papers[0]?.id}/reply`, init };
  },
  "POST /api/cases/{id}/approvals": (stage: Stage) =>
    adding(stage, "/approvals", () => ({ action: "close", reason: REASON })),
  async "PUT /api/cases/{id}/approvals/{entry}"(stage: Stage): Promise<Act> {
    const open = await openedCase(stage);
    const { version, approvals } = await then(open, "/approvals", { action: "close", reason: REASON });
    const init = json("PUT", { version, verdict: "granted" });
    return { asks: (await stage.as("leader")).asks, path: `${open.path}/approvals/${approvals[0]?.id}`, init };
  },
  "POST /api/cases/{id}/comments": (stage: Stage) => adding(stage, "/comments", () => ({ text: "请尽快核查" })),
  async "POST /api/cases/{id}/attachments"(stage: Stage): Promise<Act> {
    const { asks, path } = await openedCase(stage);
    return { asks, path: `${path}/attachments?name=record.txt`, init: bytes(`谈话记录${mark()}`) };
  },
  async "POST /api/measures/{id}/reports"(stage: Stage): Promise<Act> {
    const { asks, path, version } = await asked(stage);
    return { asks, path: `${path}/reports`, init: json("POST", { version, evidence: "已公示首接责任清单" }) };
  },
  async "POST /api/measures/{id}/attachments"(stage: Stage): Promise<Act> {
    const { asks, path } = await asked(stage);
    return { asks, path: `${path}/attachments?name=list.txt`, init: bytes(`首接责任清单${mark()}`) };
  },
};
