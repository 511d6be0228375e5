import type { PaperDetail, PaperTemplates } from "@tianyan/api";
import { type Act, json, type Stage, told } from "./acting";
import { openedCase } from "./case-acts";
import type { Asking } from "./person";

interface Drafted {
  readonly asks: Asking;
  readonly path: string;
  readonly paper: PaperDetail;
  readonly unit: string;
}

/** A work reminder to the unit of a new case, which is to be answered. */
async function drafted(stage: Stage): Promise<Drafted> {
  const { asks, id, unit } = await openedCase(stage);
  const given = { case: id, kind: "work_reminder", units: [unit], reply_working_days: 5 };
  const paper = await told<PaperDetail>(asks, "/api/papers", json("POST", given));
  return { asks, path: `/api/papers/${paper.id}`, paper, unit };
}

/** The same, approved by a leader and issued. */
async function issued(stage: Stage): Promise<Drafted> {
  const draft = await drafted(stage);
  const { asks: leader } = await stage.as("leader");
  const act = (who: Asking, action: string, version: number) =>
    told<PaperDetail>(who, `${draft.path}/actions`, json("POST", { action, version }));
  let paper = await act(draft.asks, "submit", draft.paper.version);
  paper = await act(leader, "approve", paper.version);
  paper = await act(draft.asks, "issue", paper.version);
  return { ...draft, paper };
}

export const PAPER_ACTS = {
  async "POST /api/papers"(stage: Stage): Promise<Act> {
    const { asks, id, unit } = await openedCase(stage);
    const given = { case: id, kind: "work_reminder", units: [unit] };
    return { asks, path: "/api/papers", init: json("POST", given) };
  },
  async "PUT /api/papers/{id}/text"(stage: Stage): Promise<Act> {
    const { asks, path, paper } = await drafted(stage);
    const init = json("PUT", { version: paper.version, text: { ...paper.text, note: "联系人：督办室" } });
    return { asks, path: `${path}/text`, init };
  },
  async "PUT /api/papers/{id}/recipients"(stage: Stage): Promise<Act> {
    const { asks, path, paper, unit } = await drafted(stage);
    const init = json("PUT", { version: paper.version, units: [unit], reply_working_days: 10 });
    return { asks, path: `${path}/recipients`, init };
  },
  async "POST /api/papers/{id}/actions"(stage: Stage): Promise<Act> {
    const { asks, path, paper } = await drafted(stage);
    return { asks, path: `${path}/actions`, init: json("POST", { version: paper.version, action: "submit" }) };
  },
  async "POST /api/papers/{id}/receipts/{entry}"(stage: Stage): Promise<Act> {
    const { path, paper, unit } = await issued(stage);
    const { asks } = await stage.as("unit_contact", { scope: { units: [unit] } });
    const init = json("POST", { action: "acknowledge" });
    return { asks, path: `${path}/receipts/${paper.receipts[0]?.id}`, init };
  },
  async "PUT /api/papers/templates/{kind}"(stage: Stage): Promise<Act> {
    const { asks } = await stage.as("liaison");
    const { items } = await told<PaperTemplates>(asks, "/api/papers/templates", { method: "GET" });
    const [first] = items;
    const given = { version: first?.version, mark: "阳纪督", wording: first?.wording };
    return { asks, path: `/api/papers/templates/${first?.kind}`, init: json("PUT", given) };
  },
};
