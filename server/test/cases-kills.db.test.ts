import { createHash } from "node:crypto";
import type { CaseDetail, Client } from "@tianyan/api";
import { type Database, openDatabase } from "@tianyan/db";
import { CANONICAL_PROFILE } from "@tianyan/ingest";
import { expect, onTestFinished, test } from "vitest";
import { trustCount, trustFigure } from "../../packages/db/test/support/trust";
import { importFiles } from "../src/services/imports/import-files";
import { prepare } from "../src/services/installation/prepare";
import { systemNow } from "../src/start/installation";
import { ACTOR, fileOf, openServices } from "./support/county";
import { type Cluster, createCluster } from "./support/kill/cluster";
import { createKillCounty, type KillCounty } from "./support/kill/county";
import { isPlace } from "./support/kill/scene";
import type { ServerProcess } from "./support/kill/server";
import { personIn } from "./support/person";

const POINTS = trustCount(4, 60);
const LIKE = "cases_before";
const PATIENCE_MS = 60_000;

type Headers = Readonly<Record<string, string>>;

/** A database with two units, a liaison officer and a system that follows. */
async function beginning(cluster: Cluster): Promise<Headers> {
  await cluster.create(LIKE);
  const owner = await openDatabase(cluster.url(LIKE), { connections: 2 });
  const now = systemNow();
  await prepare(owner, now);
  const { services, close } = await openServices(owner, now);
  const units = await fileOf("units.csv", ["code,name,parent,kind", "甲局,甲局,,", "乙局,乙局,,"]);
  await importFiles(services, ACTOR, { files: [units], profile: CANONICAL_PROFILE });
  const { headers } = await personIn(services, "liaison", { login: "liaison" });
  await close();
  await owner.close();
  return headers;
}

/** A case from a clue to a measure, with a check, a comment and a file; what the kill cuts off is cut off. */
async function work(client: Client, round: number): Promise<void> {
  let held = await client.openCase({ title: `窗口推诿${round}`, units: ["甲局"] });
  const then = async (change: (given: { version: number }) => Promise<CaseDetail>): Promise<void> => {
    held = await change({ version: held.version });
  };
  const check = { kind: "unannounced_visit", date: "2026-11-20", place: "政务大厅", result: "窗口空岗" } as const;
  const measure = { problem: "推诿", measure: "首接责任", unit: "乙局", due: { working_days: 10 } };
  await then((given) => client.addCaseCheck(held.id, { ...given, ...check }));
  await then((given) => client.actOnCase(held.id, { ...given, action: "to_supervise" }));
  await client.attachToCase(held.id, "笔录.txt", `谈话笔录${round}`);
  await then((given) => client.addCaseMeasure(held.id, { ...given, ...measure }));
  await client.commentOnCase(held.id, { text: "请尽快办理" });
  await then((given) => client.actOnCase(held.id, { ...given, action: "to_rectify" }));
}

/** What is half done, in words; nothing where everything is whole. */
async function halfDone({ sql }: Database): Promise<readonly string[]> {
  const found: string[] = [];
  const look = async (what: string, rows: Promise<readonly { n: number }[]>): Promise<void> => {
    const n = (await rows)[0]?.n ?? 0;
    if (n > 0) found.push(`${n} ${what}`);
  };
  type Count = { n: number }[];
  await look(
    "numbers left out or given twice",
    sql<Count>`select abs(coalesce(max(k.last), 0) - count(c.no))::int + count(c.no)::int - count(distinct c.no)::int as n
      from supervision_case c left join case_counter k on k.year = c.year`,
  );
  await look(
    "cases whose version is not the number of their changes",
    sql<Count>`select count(*)::int as n from supervision_case c where c.version <> (
      select count(*) from case_event e where e.case_id = c.id and e.kind not in ('commented', 'attached'))`,
  );
  await look(
    "cases whose stage is not that of their last move",
    sql<Count>`select count(*)::int as n from supervision_case c where c.stage <> coalesce((
      select e.after ->> 'stage' from case_event e where e.case_id = c.id and e.kind = 'moved' order by e.id desc limit 1), 'clue')`,
  );
  for (const [kind, table] of [
    ["check_added", "case_check"],
    ["measure_added", "case_measure"],
    ["commented", "case_comment"],
    ["attached", "case_attachment"],
  ] as const)
    await look(
      `rows of ${table} without their line, or lines without their row`,
      sql<Count>`select count(*)::int as n from ${sql(table)} t
        full join (select * from case_event where kind = ${kind}) e on e.case_id = t.case_id and e.after ->> 'id' = t.id::text
        where t.id is null or e.id is null`,
    );
  await look(
    "lines of the timeline without an entry of the trail, or the other way round",
    sql<Count>`select count(*)::int as n from (
      select kind, case_id::text, count(*) as lines from case_event group by 1, 2) e
      full join (select substr(action, 6) as kind, subject_id as case_id, count(*) as entries from audit_entry
        where action like 'case.%' group by 1, 2) a using (kind, case_id)
      where e.lines is distinct from a.entries`,
  );
  await look(
    "lines of the timeline that are not told once",
    sql<Count>`select abs((select count(*) from case_event) - (select count(*) from feed_entry))::int as n`,
  );
  await look(
    "files without their key",
    sql<Count>`select count(*)::int as n from case_attachment a
      where not exists (select from attachment_file f where f.sha256 = a.sha256)`,
  );
  return found;
}

/** Whatever is attached can be read, and is what was sent. */
async function filesWhole(server: ServerProcess): Promise<void> {
  for (const { id } of (await server.client.cases({ limit: 500 })).items)
    for (const file of (await server.client.case(id)).attachments) {
      const response = await fetch(`${server.address}/api/cases/${id}/attachments/${file.id}`, {
        headers: server.headers,
      });
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(file.sha256);
    }
}

/** The places of a work that nothing disturbs. */
async function placesOf(county: KillCounty, client: Client): Promise<readonly string[]> {
  const places: string[] = [];
  county.wire.onStep = (step) => {
    if (isPlace(step)) places.push(step.text);
    return "passes";
  };
  await work(client, 0);
  county.wire.onStep = () => "passes";
  return places;
}

test(
  "server or PostgreSQL killed at any place of the work on a case: nothing is half done, and no number is left out",
  async () => {
    const cluster = await createCluster();
    onTestFinished(() => cluster.remove());
    const headers = await beginning(cluster);
    const county = await createKillCounty(cluster, "cases", LIKE, headers);
    try {
      let server = await county.startServer();
      const places = await placesOf(county, server.client);
      expect(await county.within(halfDone)).toEqual([]);
      let struckAt = 0;
      for (let point = 0; point < POINTS; point++) {
        const step = Math.floor(((point + 0.5) / POINTS) * places.length);
        const [onServer, arrives] = [point % 3 !== 2, point % 2 === 1];
        const striking = server;
        let passed = 0;
        county.wire.onStep = (at) => {
          if (!isPlace(at) || passed > step || passed++ < step) return "passes";
          struckAt++;
          const kill = (): void => (onServer ? striking.kill() : cluster.kill());
          if (arrives) return kill;
          kill();
          return "is lost";
        };
        await work(server.client, point + 1).catch(() => undefined);
        county.wire.onStep = () => "passes";
        if (onServer) {
          await server.ended;
          server = await county.startServer();
        } else {
          await cluster.revive();
          const { client } = server;
          await expect
            .poll(
              () =>
                client.cases({ limit: 1 }).then(
                  () => true,
                  () => false,
                ),
              { timeout: PATIENCE_MS },
            )
            .toBe(true);
        }
        const where = `${onServer ? "server" : "PostgreSQL"}, ${arrives ? "after" : "before"}: ${places[step]}`;
        expect(await county.within(halfDone), where).toEqual([]);
      }
      expect(struckAt).toBe(POINTS);
      await work(server.client, POINTS + 1);
      expect(await county.within(halfDone)).toEqual([]);
      await filesWhole(server);
      trustFigure(
        6,
        "server and PostgreSQL killed at places of the work on a case, half done or numbers left out",
        `${POINTS}, 0`,
      );
    } catch (error) {
      throw new Error(county.said(), { cause: error });
    } finally {
      await county.remove();
    }
  },
  PATIENCE_MS + POINTS * PATIENCE_MS,
);
