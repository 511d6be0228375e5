import { type CaseDetail, ErrorBodySchema, type PaperDetail, PaperDetailSchema } from "@tianyan/api";
import type { PaperAction, PaperKind, PaperState } from "@tianyan/core";
import { type CaseDesk, type Colleague, caseDesk, REASON } from "./cases";

/** The desk of cases, where papers go out too. */
export interface PaperDesk extends Omit<CaseDesk, "step"> {
  /** A second leader. */
  readonly other: Colleague;
  /** Of 甲局. */
  readonly contact: Colleague;
  /** A case about 甲局 and its order. */
  case(): Promise<CaseDetail>;
  draft(file: CaseDetail, given?: Partial<Drafting>): Promise<PaperDetail>;
  /** One step, taken by whose it is. */
  step(paper: PaperDetail, action: PaperAction, who?: Colleague): Promise<PaperDetail>;
  /** A new paper of a new case in this state. */
  paperAt(state: PaperState, given?: Partial<Drafting>): Promise<PaperDetail>;
}

export interface Drafting {
  readonly kind: PaperKind;
  readonly units: readonly string[];
  readonly reply_working_days: number | null;
  readonly corrects: string | null;
}

/** The steps by which a paper gets everywhere; `corrected` comes of another paper. */
const STEPS: Readonly<Record<PaperState, readonly PaperAction[]>> = {
  draft: [],
  submitted: ["submit"],
  approved: ["submit", "approve"],
  issued: ["submit", "approve", "issue"],
  corrected: ["submit", "approve", "issue"],
  withdrawn: ["submit", "approve", "issue", "withdraw"],
  dropped: ["drop"],
};

export async function paperDesk(): Promise<PaperDesk> {
  const desk = await caseDesk();
  const { liaison, leader } = desk;
  const [other, contact] = [await desk.as("leader"), await desk.as("unit_contact", { scope: { units: ["甲局"] } })];
  const signers: readonly PaperAction[] = ["approve", "send_back", "withdraw"];
  async function step(paper: PaperDetail, action: PaperAction, who?: Colleague): Promise<PaperDetail> {
    const by = who ?? (signers.includes(action) ? leader : liaison);
    return by.client.actOnPaper(paper.id, { action, version: paper.version, reason: REASON });
  }
  const file = () =>
    liaison.client.openCase({ title: "退单推诿", orders: [{ source: "12345", order_id: "J1" }], units: ["甲局"] });
  const draft = (of: CaseDetail, given: Partial<Drafting> = {}) =>
    liaison.client.draftPaper({
      case: of.id,
      kind: given.kind ?? "supervision_order",
      units: [...(given.units ?? ["甲局"])],
      reply_working_days: given.reply_working_days === undefined ? 5 : given.reply_working_days,
      corrects: given.corrects ?? null,
    });
  async function walked(paper: PaperDetail, steps: readonly PaperAction[]): Promise<PaperDetail> {
    let held = paper;
    for (const action of steps) held = await step(held, action);
    return held;
  }
  return {
    ...desk,
    other,
    contact,
    case: file,
    draft,
    step,
    async paperAt(state, given) {
      const of = await file();
      const paper = await walked(await draft(of, given), STEPS[state]);
      if (state !== "corrected") return paper;
      await walked(await draft(of, { ...given, corrects: paper.id }), STEPS.issued);
      return liaison.client.paper(paper.id);
    },
  };
}

/** `200` with the state, or status and code of the refusal. */
export async function outcomeOfPaper(response: Response): Promise<string> {
  const body: unknown = await response.json();
  return response.ok
    ? `200 ${PaperDetailSchema.parse(body).state}`
    : `${response.status} ${ErrorBodySchema.parse(body).error.code}`;
}
