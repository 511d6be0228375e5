import { type CaseDetail, ErrorBodySchema, POSTS, type Post } from "@tianyan/api";
import { CASE_ACTIONS, CASE_STAGES, type CaseAction, type CaseStage } from "@tianyan/core";
import { expect, test } from "vitest";
import { type CaseDesk, caseDesk, outcomeOf, REASON } from "./support/cases";
import { asking, personIn } from "./support/person";

type Way = readonly [CaseStage, "both" | "liaison"];
const both = (to: CaseStage): Way => [to, "both"];
const liaison = (to: CaseStage): Way => [to, "liaison"];

/** Where each action leads, and for whom; whatever is not here is refused. Said here again, so that the table cannot change unseen. */
const WAYS: Readonly<Record<CaseStage, Readonly<Partial<Record<CaseAction, Way>>>>> = {
  clue: {
    accept_check: both("check"),
    to_supervise: both("supervise"),
    close: both("closed"),
    transfer: liaison("transferred"),
  },
  check: {
    to_supervise: both("supervise"),
    to_file: liaison("file"),
    close: both("closed"),
    transfer: liaison("transferred"),
    suspend: liaison("suspended"),
  },
  supervise: {
    to_file: liaison("file"),
    to_rectify: liaison("rectify"),
    close: both("closed"),
    transfer: liaison("transferred"),
    suspend: liaison("suspended"),
  },
  file: { to_rectify: liaison("rectify"), transfer: liaison("transferred"), suspend: liaison("suspended") },
  rectify: { to_look_back: liaison("look_back"), suspend: liaison("suspended") },
  look_back: { to_rectify: liaison("rectify"), sign_off: liaison("signed_off"), suspend: liaison("suspended") },
  signed_off: { reopen: both("check") },
  closed: { reopen: both("check") },
  transferred: { reopen: both("check") },
  suspended: { resume: liaison("check") },
};

const WRITERS: readonly Post[] = ["inspector", "liaison"];

function expected(stage: CaseStage, action: CaseAction, post: Post): string {
  if (!WRITERS.includes(post)) return "403 permission.denied";
  const way = WAYS[stage][action];
  if (!way) return "409 case.transition_not_allowed";
  return way[1] === "both" || post === "liaison" ? "200" : "409 case.post_not_allowed";
}

/** Ready for the action: a look-back that leads back has found something that does not hold. */
async function prepared(desk: CaseDesk, stage: CaseStage, action: CaseAction): Promise<CaseDetail> {
  const held = await desk.ready(stage, action);
  if (stage !== "look_back" || action !== "to_rectify") return held;
  const [measure] = held.measures;
  const failed = { act: "look_back", version: held.version, result: "not_held", note: "又出现空岗" } as const;
  return desk.liaison.client.changeCaseMeasure(held.id, measure?.id ?? "", failed);
}

test("every action at every stage in every post: it leads where the table says, or is refused and leaves the case as it was", async () => {
  const desk = await caseDesk();
  const people = await Promise.all(
    POSTS.map(async (post) => {
      const scope = post === "unit_contact" ? { units: ["甲局"] } : {};
      return [post, asking(desk.router, (await personIn(desk.county.services, post, { scope })).headers)] as const;
    }),
  );
  const told: Record<string, string> = {};
  const should: Record<string, string> = {};
  for (const stage of CASE_STAGES) {
    const untouched = await desk.at(stage);
    for (const action of CASE_ACTIONS)
      for (const [post, asks] of people) {
        const name = `${stage} × ${action} × ${post}`;
        const answer = expected(stage, action, post);
        const { id, version } = answer === "200" ? await prepared(desk, stage, action) : untouched;
        const init = { method: "POST", headers: { "content-type": "application/json" } };
        const body = JSON.stringify({ action, version, reason: REASON });
        const response = await asks.request(`/api/cases/${id}/actions`, { ...init, body });
        should[name] = answer === "200" ? `200 ${WAYS[stage][action]?.[0]}` : answer;
        told[name] = await outcomeOf(response);
      }
    const { version, stage: still, events } = await desk.liaison.client.case(untouched.id);
    expect({ version, still, events }).toEqual({
      version: untouched.version,
      still: stage,
      events: untouched.events,
    });
  }
  expect(Object.keys(told)).toHaveLength(CASE_STAGES.length * CASE_ACTIONS.length * POSTS.length);
  expect(told).toEqual(should);
}, 240_000);

test("what the page says of the next steps is what happens", async () => {
  const desk = await caseDesk();
  for (const stage of CASE_STAGES) {
    const { moves } = await desk.at(stage);
    expect(moves.map(({ action }) => action).sort()).toEqual(Object.keys(WAYS[stage]).sort());
    for (const { action, to, mine } of moves) expect([to, mine]).toEqual([WAYS[stage][action]?.[0], true]);
  }
}, 120_000);

test("an illegal move says where the case stands and what can be done there", async () => {
  const desk = await caseDesk();
  const { id, version } = await desk.at("clue");
  const response = await asking(desk.router, desk.liaison.headers).request(`/api/cases/${id}/actions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ action: "sign_off", version }),
  });
  const { error } = ErrorBodySchema.parse(await response.json());
  expect(error.detail?.zh).toBe("案件处于“线索”，不能“销号”；可办：受理核查、转督办、无结果办结、移送");
  expect(error.detail?.en).toContain("The case stands at “Clue”");
});

test("to close, transfer, suspend and reopen takes a reason", async () => {
  const desk = await caseDesk();
  const ways = [
    ["clue", "close"],
    ["clue", "transfer"],
    ["check", "suspend"],
    ["closed", "reopen"],
  ] as const;
  for (const [stage, action] of ways) {
    const { id, version } = await desk.ready(stage, action);
    const without = desk.liaison.client.actOnCase(id, { action, version, reason: "  " });
    await expect(without).rejects.toMatchObject({ code: "case.reason_required" });
  }
});

test("a suspended case goes on where it stood", async () => {
  const desk = await caseDesk();
  for (const stage of ["check", "supervise", "file", "rectify", "look_back"] as const) {
    const suspended = await desk.step(await desk.at(stage), "suspend");
    expect([suspended.stage, suspended.suspended_from, suspended.due_at]).toEqual(["suspended", stage, null]);
    const resumed = await desk.step(suspended, "resume");
    expect([resumed.stage, resumed.suspended_from]).toEqual([stage, null]);
  }
});
