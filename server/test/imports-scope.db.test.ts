import { type ApiError, createClient, type Scope } from "@tianyan/api";
import { expect, test } from "vitest";
import { fileOf } from "./support/county";
import { type DeskOfTest, deskOfTest } from "./support/desk";
import { asking, personIn } from "./support/person";

const EVENTS = [
  "order_id,event_id,at,kind,unit,to_unit",
  "A,1,2026-03-02T09:00:00+08:00,accepted,centre,",
  "A,2,2026-03-02T09:10:00+08:00,dispatched,centre,住建局",
  "A,3,yesterday,signed,住建局,",
];

/** The client of another steward, with this scope. */
async function stewardOf(desk: DeskOfTest, scope: Partial<Scope>) {
  const { headers } = await personIn(desk.county.services, "data_steward", { scope });
  const app = asking(desk.router, headers);
  return createClient("http://desk", async (input, init) => app.request(String(input), init));
}

const codeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => "done",
    (error: ApiError) => error.code,
  );

test("a steward of some sources handles their imports and profiles, and sees no others", async () => {
  const desk = await deskOfTest();
  const events = await fileOf("events.csv", EVENTS);
  const { id, source } = await desk.load([events]);
  if (source === null) throw new Error("no source");
  const same = await stewardOf(desk, { sources: [source] });
  expect((await same.imports()).items.map((item) => item.id)).toEqual([id]);
  expect((await same.rejects(id)).total).toBe(1);
  for (const scope of [{ sources: ["网格"] }, { sources: [source], districts: ["大坪镇"] }, { units: ["zjj"] }]) {
    const other = await stewardOf(desk, scope);
    expect((await other.imports()).items).toEqual([]);
    expect((await other.imports({ source })).items).toEqual([]);
    for (const ask of [other.import, other.rejects, other.cancelImport, other.undoImport])
      expect(await codeOf(ask(id))).toBe("import.not_found");
    expect((await other.profiles()).profiles).toEqual([]);
    const document = { source, shape: "event" };
    expect(await codeOf(other.saveProfile(source, { document }))).toBe("source.out_of_scope");
  }
  expect((await desk.client.imports()).items).toHaveLength(1);
});

test("a file of a source outside the scope is refused when it is known whose it is, and leaves nothing", async () => {
  const desk = await deskOfTest();
  const other = await stewardOf(desk, { sources: ["网格"] });
  const upload = await other.upload("events.csv", new TextEncoder().encode(`${EVENTS.join("\n")}\n`));
  const { id } = await other.startImport({ uploads: [upload.id] });
  const ended = await desk.ended(id);
  expect(ended).toMatchObject({ state: "failed", error: { code: "source.out_of_scope" } });
  expect(await desk.county.owner.sql`select from orders`).toHaveLength(0);
});
