import { describe, expect, it } from "vitest";
import { CANONICAL_PROFILE, deriveEvents, loadProfile } from "../src/index";
import { gzip, profileOf, readAll, refusalOf, testFolder } from "./files";

const { write } = testFolder();

const STATES = [
  ["1-1", "V30", "Fred", "Accepted", "In Progress", "2010-03-31T16:59:42+02:00", "PROD582"],
  ["1-1", "V30", "Fred", "Accepted", "Wait", "2010-04-01T10:00:00.500+02:00", "PROD582"],
  ["1-1", "V5 & Co", "Anna", "Completed", "Closed", "2010-04-02T10:00:00+02:00", "PROD582"],
  ["1-2", "V30", "Fred", "Accepted", "Assigned", "2010-04-02T11:00:00+02:00", "PROD1"],
] as const;

const NAMES = [
  "case",
  "org:group",
  "org:resource",
  "concept:name",
  "lifecycle:transition",
  "time:timestamp",
  "product",
];
const csv = [NAMES.join(","), ...STATES.map((row) => row.join(","))].join("\n");

const attribute = (type: string, key: string, value: string): string =>
  `<${type} key="${key}" value="${value.replaceAll("&", "&amp;")}"/>`;

function xes(head = '<?xml version="1.0" encoding="UTF-8"?>', prefix = ""): string {
  const traces = [...new Set(STATES.map(([id]) => id))].map((id) => {
    const events = STATES.filter((row) => row[0] === id).map((row) => {
      const own = NAMES.slice(1).map((name, at) =>
        attribute(name === "time:timestamp" ? "date" : "string", name, row[at + 1] ?? ""),
      );
      return `<event>${own.join("")}<list key="parts"><values><string key="inner" value="no"/></values></list></event>`;
    });
    return `<trace>${attribute("string", "concept:name", id)}${attribute("string", "channel", "网络")}${events.join("\n")}</trace>`;
  });
  const globals = `<global scope="event">${attribute("string", "concept:name", "DEFAULT")}</global>`;
  const log = `<log xes.version="1.0"><extension name="Concept" prefix="concept" uri="u"/>${globals}<classifier name="a" keys="b"/>${traces.join("\n")}</log>`;
  return `${head}\n<!-- a log -->\n${prefix ? log.replaceAll(/<(\/?)(?=[a-z])/g, `<$1${prefix}:`) : log}`;
}

describe("an event log in XES", () => {
  it("says what its CSV form says, by the same profile", async () => {
    const volvo = await loadProfile(new URL("../profiles/volvo.yaml", import.meta.url).pathname);
    const plain = (rows: Awaited<ReturnType<typeof readAll>>["rows"]) =>
      rows.map(({ values: _, ...row }) => ({ ...row, derived: deriveEvents([{ ...row, values: [] }]).events.length }));
    const expected = await readAll(write("log.csv", csv), volvo);
    expect(expected.rejects).toEqual([]);
    for (const path of [write("log.xes", xes()), write("log.xes.gz", gzip(xes())), write("prefix.xes", xes("", "x"))]) {
      const found = await readAll(path, volvo);
      expect(found.rejects).toEqual([]);
      expect(plain(found.rows)).toEqual(plain(expected.rows));
    }
  });

  it("names the attributes of a trace case:NAME", async () => {
    const profile = profileOf({
      orders: { order_id: "case:concept:name", channel: "case:channel" },
      events: { order_id: "case:concept:name", at: "time:timestamp", kind: "concept:name" },
      kinds: { Accepted: "accepted", Completed: "completed" },
    });
    const { rows, batches } = await readAll(write("case.xes", xes()), profile);
    expect(rows.map(({ orderId }) => orderId)).toEqual(["1-1", "1-1", "1-1", "1-2"]);
    const [batch] = batches;
    expect(batch?.table === "events" ? batch.orders?.[0]?.channel : null).toBe("网络");
  });

  it("is read by the built-in profile where its activities are words of a hotline", async () => {
    const text = xes().replaceAll('"Accepted"', '"受理"').replaceAll('"Completed"', '"办结"');
    const { rows, rejects } = await readAll(write("hotline.xes", text), CANONICAL_PROFILE);
    expect([rows.length, rejects.length]).toEqual([4, 0]);
    expect(rows[2]).toMatchObject({ orderId: "1-1", unit: "V5 & Co", operator: "Anna" });
  });

  it("in the encoding that it declares", async () => {
    const latin = xes('<?xml version="1.0" encoding="ISO-8859-1"?>')
      .replaceAll("Fred", "Frédéric")
      .replaceAll("网络", "web");
    const profile = profileOf({
      events: { order_id: "case", at: "time:timestamp", kind: "concept:name", operator: "org:resource" },
      kinds: { Accepted: "accepted", Completed: "completed" },
    });
    const { rows } = await readAll(write("latin.xes", Buffer.from(latin, "latin1")), profile);
    expect(rows[0]?.operator).toBe("Frédéric");
  });

  it("is refused where it has a DTD or entities, is broken, or holds no event", async () => {
    const codeOf = async (text: string) => (await refusalOf(write("bad.xes", text)))?.code;
    const dtd = '<?xml version="1.0"?><!DOCTYPE log [<!ENTITY a "b">]>';
    expect(await codeOf(xes(dtd))).toBe("file.dtd");
    expect(await codeOf(xes().replace("PROD582", "&xxe;"))).toBe("file.broken_xml");
    expect(await codeOf(xes().slice(0, -20))).toBe("file.broken_xml");
    expect(await codeOf("<log></log>")).toBe("file.empty");
    expect(await codeOf(`<log>${"<list>".repeat(300)}`)).toBe("file.broken_xml");
    expect(await codeOf("<html><table><tr><td>工单编号</td></tr></table></html>")).toBe("file.web_table");
  });
});
