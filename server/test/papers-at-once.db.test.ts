import { PaperDetailSchema } from "@tianyan/api";
import { expect, test } from "vitest";
import { trustFigure } from "../../packages/db/test/support/trust";
import { type PaperDesk, paperDesk } from "./support/papers";
import { asking } from "./support/person";

const upTo = (mark: string, last: number): string[] =>
  Array.from({ length: last }, (_, index) => `${mark}〔2026〕${index + 1}号`);

/** Numbers of the kind; fails unless each paper has its line of the timeline, its record, and its line in the case. */
async function numbersKept({ county }: PaperDesk, kind: string): Promise<string[]> {
  const kept = await county.owner.sql<{ number: string; lines: number; audited: number; told: number }[]>`
    select p.number, (select count(*)::int from paper_event e where e.paper_id = p.id and e.kind = 'issued') as lines,
      (select count(*)::int from audit_entry a
        where a.action = 'paper.issued' and a.subject_id = p.id::text and a.outcome = 'done') as audited,
      (select count(*)::int from case_event c
        where c.case_id = p.case_id and c.kind = 'paper_added' and c.after ->> 'number' = p.number) as told
    from paper p where p.kind = ${kind} and p.number is not null order by p.no`;
  expect(kept.every(({ lines, audited, told }) => lines === 1 && audited === 1 && told === 1)).toBe(true);
  return kept.map(({ number }) => number);
}

test("numbers of a kind and year have no gaps with 50 issued at once, ten of them in vain", async () => {
  const desk = await paperDesk();
  const ready = [];
  for (let index = 0; index < 50; index++) ready.push(await desk.paperAt("approved"));
  const asks = asking(desk.router, desk.liaison.headers);
  const answers = await Promise.all(
    ready.map(({ id, version }, index) =>
      asks.request(`/api/papers/${id}/actions`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        // Every fifth was seen at another version: it is refused.
        body: JSON.stringify({ action: "issue", version: index % 5 === 0 ? version - 1 : version }),
      }),
    ),
  );
  const issued = answers.filter(({ status }) => status === 200);
  const numbers = await Promise.all(issued.map(async (one) => PaperDetailSchema.parse(await one.json()).number ?? ""));
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(10);
  expect(await numbersKept(desk, "supervision_order")).toEqual(upTo("纪督", 40));
  expect(numbers.sort()).toEqual(upTo("纪督", 40).sort());
  trustFigure(6, "papers issued at once without a gap in their numbers", "50, ten of them in vain");
}, 120_000);

test("a paper that is withdrawn keeps its number, and each kind counts for itself", async () => {
  const desk = await paperDesk();
  const first = await desk.paperAt("withdrawn");
  const next = await desk.paperAt("issued");
  const letter = await desk.paperAt("issued", { kind: "supervision_letter" });
  expect([first.number, next.number, letter.number]).toEqual([
    "纪督〔2026〕1号",
    "纪督〔2026〕2号",
    "纪督函〔2026〕1号",
  ]);
});

test("of two who move a paper at once one wins; the other is told by whom, and nothing is lost", async () => {
  const desk = await paperDesk();
  for (let round = 0; round < 5; round++) {
    const { id, version, events } = await desk.paperAt("submitted");
    const answers = await Promise.allSettled([
      desk.leader.client.actOnPaper(id, { action: "approve", version }),
      desk.inspector.client.actOnPaper(id, { action: "recall", version, reason: "补充事实" }),
    ]);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const lost = answers.find((answer) => answer.status === "rejected");
    expect(lost?.reason).toMatchObject({ code: "paper.changed", status: 409 });
    const now = await desk.liaison.client.paper(id);
    expect([now.version, now.events.length]).toEqual([version + 1, events.length + 1]);
  }
});
