import { join } from "node:path";
import { measurableRules } from "@tianyan/core";
import { derivableKinds, loadProfile } from "@tianyan/ingest";
import { describe, expect, it } from "vitest";
import { detectWith, findingsOf, ROOT, readText, sharedLog, testFolder } from "./detect-run";

const { path: folder } = testFolder();
const profile = (name: string): string => join(ROOT, "packages/ingest/profiles", `${name}.yaml`);

const ordersWith = (findings: readonly Readonly<Record<string, unknown>>[], rule: string): number =>
  new Set(
    findings.filter((finding) => finding.rule === rule && finding.yellow_at !== null).map(({ order_id }) => order_id),
  ).size;

/** What a reader of the results learns where a log is not there. */
const orAbsent = (title: string, log: string | null): string =>
  log === null ? `${title}: not run, the log is not in ../shared/data` : title;

const incidents = sharedLog("bpic13_incidents.csv.gz");
const permits = sharedLog("wabo_receipt.csv.gz");

describe("the incidents of Volvo IT", () => {
  it.runIf(incidents)(
    orAbsent("7,554 orders, 1,258 to and fro, 514 reopened, nothing that the log does not record", incidents),
    { timeout: 60_000 },
    async () => {
      const rejects = join(folder, "incidents.ndjson");
      const { code, out, err } = await detectWith(
        "--events",
        incidents ?? "",
        "--profile",
        profile("volvo"),
        "--rejects",
        rejects,
      );
      expect([code, readText(rejects)]).toEqual([0, ""]);
      expect(err).toContain("7554 orders");
      const findings = findingsOf(out);
      expect(ordersWith(findings, "ping-pong")).toBe(1258);
      expect(ordersWith(findings, "reopened")).toBe(514);
      const measurable: ReadonlySet<unknown> = measurableRules(derivableKinds(await loadProfile(profile("volvo"))));
      expect(findings.filter(({ rule }) => !measurable.has(rule))).toEqual([]);
    },
  );
});

describe("the receipt phase of building permits", () => {
  it.runIf(permits)(
    orAbsent("late is what ended after the deadline of the file, or has not ended", permits),
    { timeout: 60_000 },
    async () => {
      const rejects = join(folder, "permits.ndjson");
      const { code, out } = await detectWith(
        "--events",
        permits ?? "",
        "--profile",
        profile("wabo"),
        "--rejects",
        rejects,
      );
      expect(code).toBe(1);
      const reasons = readText(rejects)
        .trim()
        .split("\n")
        .map((line) => (JSON.parse(line) as { reason: string }).reason);
      expect(new Set(reasons)).toEqual(new Set(["finished_before_received"]));
      const findings = findingsOf(out);
      expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(["overdue"]));
      expect(ordersWith(findings, "overdue")).toBe(377 + 105);
    },
  );
});
