import { POSTS, type Post } from "@tianyan/api";
import { PAPER_ACTIONS, PAPER_STATES, type PaperAction, type PaperState } from "@tianyan/core";
import { expect, test } from "vitest";
import { REASON } from "./support/cases";
import { outcomeOfPaper, paperDesk } from "./support/papers";
import { asking, personIn } from "./support/person";

type Way = readonly [PaperState, readonly Post[]];
const WRITERS = ["inspector", "liaison"] as const;

/** Where each action leads, and for whom; whatever is not here is refused. Said here again, so that the table cannot change unseen. */
const WAYS: Readonly<Record<PaperState, Readonly<Partial<Record<PaperAction, Way>>>>> = {
  draft: { submit: ["submitted", WRITERS], drop: ["dropped", WRITERS] },
  submitted: { approve: ["approved", ["leader"]], send_back: ["draft", ["leader"]], recall: ["draft", WRITERS] },
  approved: { issue: ["issued", ["liaison"]], send_back: ["draft", ["leader"]], recall: ["draft", WRITERS] },
  issued: { withdraw: ["withdrawn", ["leader"]] },
  corrected: {},
  withdrawn: {},
  dropped: {},
};
const MOVERS: readonly Post[] = ["inspector", "liaison", "leader"];

function expected(state: PaperState, action: PaperAction, post: Post): string {
  if (!MOVERS.includes(post)) return "403 permission.denied";
  const way = WAYS[state][action];
  if (!way) return "409 paper.transition_not_allowed";
  return way[1].includes(post) ? `200 ${way[0]}` : "409 paper.post_not_allowed";
}

test("every action at every state in every post: it leads where the table says, or is refused and leaves the paper as it was", async () => {
  const desk = await paperDesk();
  const people = await Promise.all(
    POSTS.map(async (post) => {
      const scope = post === "unit_contact" ? { units: ["甲局"] } : {};
      return [post, asking(desk.router, (await personIn(desk.county.services, post, { scope })).headers)] as const;
    }),
  );
  const told: Record<string, string> = {};
  const should: Record<string, string> = {};
  for (const state of PAPER_STATES) {
    const untouched = await desk.paperAt(state);
    for (const action of PAPER_ACTIONS)
      for (const [post, asks] of people) {
        const name = `${state} × ${action} × ${post}`;
        const answer = expected(state, action, post);
        const { id, version } = answer.startsWith("200") ? await desk.paperAt(state) : untouched;
        const init = { method: "POST", headers: { "content-type": "application/json" } };
        const body = JSON.stringify({ action, version, reason: REASON });
        should[name] = answer;
        told[name] = await outcomeOfPaper(await asks.request(`/api/papers/${id}/actions`, { ...init, body }));
      }
    const { version, state: still, events } = await desk.liaison.client.paper(untouched.id);
    expect({ version, still, events }).toEqual({ version: untouched.version, still: state, events: untouched.events });
  }
  expect(Object.keys(told)).toHaveLength(PAPER_STATES.length * PAPER_ACTIONS.length * POSTS.length);
  expect(told).toEqual(should);
}, 240_000);

test("what the page says of the next steps is what happens", async () => {
  const desk = await paperDesk();
  for (const state of PAPER_STATES) {
    const { moves } = await desk.paperAt(state);
    expect(moves.map(({ action }) => action).sort()).toEqual(Object.keys(WAYS[state]).sort());
    for (const { action, to } of moves) expect(to).toBe(WAYS[state][action]?.[0]);
  }
});

test("to send back, take back, withdraw and drop takes a reason", async () => {
  const desk = await paperDesk();
  const ways = [
    ["draft", "drop", desk.liaison],
    ["submitted", "recall", desk.inspector],
    ["submitted", "send_back", desk.leader],
    ["issued", "withdraw", desk.leader],
  ] as const;
  for (const [state, action, who] of ways) {
    const { id, version } = await desk.paperAt(state);
    const without = who.client.actOnPaper(id, { action, version, reason: " " });
    await expect(without).rejects.toMatchObject({ code: "paper.reason_required" });
  }
});
