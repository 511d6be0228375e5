import { type CaseDetail, CaseDetailSchema, type Client, createClient, ErrorBodySchema, type Post } from "@tianyan/api";
import { type ApprovedAction, type CaseAction, type CaseStage, needsApproval } from "@tianyan/core";
import type { Desk } from "../../src/services/desk";
import { fileOf } from "./county";
import { type DeskOfTest, deskOfTest } from "./desk";
import { asking, type Person, type PersonOptions, personIn } from "./person";

/** Somebody signed in, with calls of their own. */
export interface Colleague extends Person {
  readonly client: Client;
}

/** A county with two units, 甲局 and 乙局, and an order that 甲局 returned three times in vain. */
export interface CaseDesk extends DeskOfTest {
  readonly liaison: Colleague;
  readonly inspector: Colleague;
  readonly leader: Colleague;
  as(post: Post, options?: PersonOptions): Promise<Colleague>;
  /** A new case at this stage, with all that its guards ask for. */
  at(stage: CaseStage): Promise<CaseDetail>;
  /** The same, with the leader's approval where the action needs it. */
  ready(stage: CaseStage, action: CaseAction): Promise<CaseDetail>;
  /** One step of the liaison officer's, approved first where it has to be. */
  step(held: CaseDetail, action: CaseAction): Promise<CaseDetail>;
}

export const REASON = "经集体研究决定";
export const MEASURE = { problem: "推诿扯皮", measure: "建立首接责任清单", unit: "甲局", due: { working_days: 10 } };
export const CHECK = { kind: "unannounced_visit", date: "2026-11-20", place: "政务大厅", result: "窗口空岗" } as const;

const EVENTS = [
  "order_id,at,kind,unit,to_unit,reason_code,result",
  "J1,2026-11-02 09:00:00,accepted,,,,",
  "J1,2026-11-02 09:10:00,dispatched,centre,甲局,,",
  ...[3, 4, 5].flatMap((day) => [
    `J1,2026-11-0${day} 09:00:00,return_requested,甲局,,not_competent,`,
    `J1,2026-11-0${day} 15:00:00,return_rejected,centre,甲局,,`,
  ]),
];
const UNITS = [
  "code,name,parent,kind",
  "centre,热线中心,,centre",
  "甲局,甲局,,",
  "甲局一所,甲局一所,甲局,",
  "乙局,乙局,,",
];

/** The steps from stage to stage by which a case gets everywhere. */
const WAYS: Readonly<Record<CaseStage, readonly CaseAction[]>> = {
  clue: [],
  check: ["accept_check"],
  supervise: ["accept_check", "to_supervise"],
  file: ["accept_check", "to_file"],
  rectify: ["accept_check", "to_supervise", "to_rectify"],
  look_back: ["accept_check", "to_supervise", "to_rectify", "to_look_back"],
  signed_off: ["accept_check", "to_supervise", "to_rectify", "to_look_back", "sign_off"],
  closed: ["close"],
  transferred: ["transfer"],
  suspended: ["accept_check", "suspend"],
};

export async function caseDesk(options: Partial<Desk> = {}): Promise<CaseDesk> {
  const desk = await deskOfTest(options);
  await desk.county.load([await fileOf("units.csv", UNITS), await fileOf("events.csv", EVENTS)]);
  const as = async (post: Post, options?: PersonOptions): Promise<Colleague> => {
    const person = await personIn(desk.county.services, post, options);
    const asks = asking(desk.router, person.headers);
    return { ...person, client: createClient("http://desk", async (input, init) => asks.request(String(input), init)) };
  };
  const [liaison, inspector, leader] = [await as("liaison"), await as("inspector"), await as("leader")];

  async function approved(held: CaseDetail, action: ApprovedAction): Promise<CaseDetail> {
    const asked = await liaison.client.askCaseApproval(held.id, { version: held.version, action, reason: REASON });
    const entry = asked.approvals[0]?.id ?? "";
    return leader.client.decideCaseApproval(held.id, entry, { version: asked.version, verdict: "granted" });
  }
  async function step(given: CaseDetail, action: CaseAction): Promise<CaseDetail> {
    const held = needsApproval(action) ? await approved(given, action) : given;
    return liaison.client.actOnCase(held.id, { action, version: held.version, reason: REASON });
  }
  /** A measure that was asked for, reported, accepted and found to hold. */
  async function done(given: CaseDetail): Promise<CaseDetail> {
    const { id } = given;
    let held = await liaison.client.addCaseMeasure(id, { version: given.version, ...MEASURE });
    const measure = held.measures[0]?.id ?? "";
    const contact = await as("unit_contact", { scope: { units: ["甲局"] } });
    await contact.client.reportMeasure(measure, { version: 1, evidence: "清单已公示" });
    const seen = async () => ({ version: (await liaison.client.case(id)).version });
    const check = { act: "check", ...(await seen()), verdict: "accepted", note: "已核验" } as const;
    held = await liaison.client.changeCaseMeasure(id, measure, check);
    const look = { act: "look_back", version: held.version, result: "held", note: "现场查看仍在执行" } as const;
    return liaison.client.changeCaseMeasure(id, measure, look);
  }
  async function at(stage: CaseStage): Promise<CaseDetail> {
    let held = await liaison.client.openCase({ title: "窗口推诿", units: ["甲局"], check: CHECK });
    if (!["closed", "transferred"].includes(stage)) held = await done(held);
    for (const action of WAYS[stage]) held = await step(held, action);
    return held;
  }
  return {
    ...desk,
    liaison,
    inspector,
    leader,
    as,
    at,
    step,
    async ready(stage, action) {
      const held = await at(stage);
      return needsApproval(action) ? approved(held, action) : held;
    },
  };
}

/** `200` with the stage, or status and code of the refusal. */
export async function outcomeOf(response: Response): Promise<string> {
  const body: unknown = await response.json();
  return response.ok
    ? `200 ${CaseDetailSchema.parse(body).stage}`
    : `${response.status} ${ErrorBodySchema.parse(body).error.code}`;
}
