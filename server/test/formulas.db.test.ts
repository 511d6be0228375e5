import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { trustCount, trustFigure } from "../../packages/db/test/support/trust";
import { fileOf } from "./support/county";
import { deskOfTest } from "./support/desk";
import { runDetect } from "./support/stories";
import { unzipped } from "./support/unzipped";

const STARTS = [
  "=",
  "+",
  "-",
  "@",
  "＝",
  "＋",
  "－",
  "＠",
  "\t=",
  "\t",
  "\r=",
  "\r",
  " =",
  "   +",
  "\u00a0=",
  "\u3000＝",
  "\ufeff=",
  "\u200b@",
  "'=",
  '"=',
  ";=",
  ",=",
  "\n=",
];
const REST = ["1+1", "SUM(1;1)", "cmd|' /C calc'!A0", 'HYPERLINK("http://example.invalid";"x")', "WEBSERVICE(A1)"];
const ATTACKS = STARTS.flatMap((start) => REST.map((rest) => `${start}${rest}`));

const csv = (cells: readonly string[]): string => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");

interface Exported {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Everything that leaves as a table, with an attack in every text that anybody can write. */
async function exportsUnderAttack(): Promise<Exported[]> {
  const { app, load, county, client } = await deskOfTest();
  const orders = [csv(["order_id", "title", "content", "category", "demand_class", "=1+1", "@header"])];
  const events = [csv(["order_id", "at", "kind", "unit", "to_unit", "text", "operator", "+extra"])];
  const units = [csv(["code", "name", "parent", "kind", "aliases"])];
  const competence = [csv(["category", "unit"])];
  for (const [n, attack] of ATTACKS.entries()) {
    orders.push(csv([`${attack}${n}`, attack, attack, attack, attack, attack, attack]));
    events.push(csv([`${attack}${n}`, attack, attack, attack, attack, attack, attack, attack]));
    units.push(csv([`${attack}U${n}`, `${attack}N${n}`, "", attack, `${attack}A${n}`]));
    competence.push(csv([`${attack}${n}`, `${attack}N${n}`]));
  }
  const done = await load([
    await fileOf("units.csv", units),
    await fileOf("competence.csv", competence),
    await fileOf("orders.csv", orders),
    await fileOf("events.csv", events),
  ]);
  expect(done.state).toBe("done");
  const year = 2030;
  for (const [n, attack] of ATTACKS.slice(0, 28).entries())
    await county.owner.sql`
      insert into holiday (date, works, note, actor, recorded_at)
      values (${`${year}-02-${String(n + 1).padStart(2, "0")}`}::date, false, ${attack}, 'test', now())`;
  const names = ["units.csv", "competence.csv", "holidays.csv"];
  const answers = names.map(async (name) => ({
    name,
    bytes: Buffer.from(await (await app.request(`/api/registry/${name}`)).arrayBuffer()),
  }));
  const workbooks = ["zh", "en"].map(async (language) => ({
    name: `rejects-${language}.xlsx`,
    bytes: Buffer.from(
      await (await app.request(`/api/imports/${done.id}/rejects.xlsx?language=${language}`)).arrayBuffer(),
    ),
  }));
  const rejects = await fileOf("rejects.csv", []);
  await runDetect({ events: await fileOf("again.csv", events), rejects });
  expect((await client.import(done.id)).summary?.rejected).toBeGreaterThan(ATTACKS.length);
  return [
    ...(await Promise.all([...answers, ...workbooks])),
    { name: "detect-rejects.csv", bytes: await readFile(rejects) },
  ];
}

/** Fields of a CSV file as RFC 4180 has them. */
function fieldsOf(text: string): string[] {
  const fields: string[] = [];
  for (const [, quoted, plain] of text
    .replace(/^\ufeff/, "")
    .matchAll(/(?:^|,|\r?\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g))
    fields.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
  return fields;
}

/** What some program might take for a formula, looked at more strictly than by whom it was written. */
const DANGEROUS = /^[\s\u00a0\u3000\ufeff\u200b]*[=+\-@＝＋－＠]|^[\t\r]/;

function dangersIn({ name, bytes }: Exported): readonly string[] {
  if (name.endsWith(".csv")) return fieldsOf(bytes.toString("utf8")).filter((field) => DANGEROUS.test(field));
  const xml = unzipped(bytes);
  expect(xml).toContain('t="inlineStr"');
  const cells = [...xml.matchAll(/<c r="[A-Z]+\d+"([^>]*)>(<\w+)/g)];
  expect(cells.length).toBeGreaterThan(ATTACKS.length);
  const other = cells.filter(([, attributes = "", first]) => !(attributes.includes('t="inlineStr"') || first === "<v"));
  return [...other.map(([cell]) => cell), ...(xml.match(/<f[ >]/g) ?? [])];
}

test("no export holds a formula: fields are guarded, cells are texts", async () => {
  const exported = await exportsUnderAttack();
  expect(exported).toHaveLength(6);
  for (const one of exported) expect(dangersIn(one), one.name).toEqual([]);
  for (const { name, bytes } of exported)
    if (name.endsWith(".csv")) expect(fieldsOf(bytes.toString("utf8")).length, name).toBeGreaterThan(50);
  trustFigure(8, `${ATTACKS.length} beginnings of formulas in every text: formulas in ${exported.length} exports`, 0);
  if (trustCount(0, 1) === 1) await openInSpreadsheet(exported);
}, 300_000);

/** Opens them all as a person would; a file that must show a formula shows that this is looked for. */
async function openInSpreadsheet(exported: readonly Exported[]): Promise<void> {
  const run = promisify(execFile);
  const folder = await mkdtemp(join(tmpdir(), "tianyan-formulas-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const known = await run("soffice", ["--version"]).then(
    () => true,
    () => false,
  );
  if (!known) {
    trustFigure(8, "opened by LibreOffice", "not installed here");
    return;
  }
  const control = { name: "control.csv", bytes: Buffer.from("a,b\r\n=1+1,x\r\n") };
  for (const { name, bytes } of [...exported, control]) await writeFile(join(folder, name), bytes);
  await mkdir(join(folder, "out"));
  const converted = async (names: readonly string[], filter: readonly string[]): Promise<void> => {
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const files = names.map((name) => join(folder, name));
    await run(
      "soffice",
      [profile, "--headless", ...filter, "--convert-to", "fods", "--outdir", join(folder, "out"), ...files],
      { timeout: 200_000 },
    );
  };
  const all = [...exported, control].map(({ name }) => name);
  // Comma, quotes, UTF-8; numbers are looked for, spaces taken away, formulas evaluated: as careless as it can be opened.
  const careless = "--infilter=CSV:44,34,76,1,,0,false,true,false,false,true,-1,true";
  await converted(
    all.filter((name) => name.endsWith(".csv")),
    [careless],
  );
  await converted(
    all.filter((name) => name.endsWith(".xlsx")),
    [],
  );
  const formulas = async (name: string): Promise<number> =>
    (await readFile(join(folder, "out", name.replace(/\.\w+$/, ".fods")), "utf8")).match(/table:formula=/g)?.length ??
    0;
  expect(await formulas("control.csv")).toBe(1);
  let found = 0;
  for (const { name } of exported) found += await formulas(name);
  expect(found).toBe(0);
  trustFigure(8, `opened by LibreOffice: formulas in ${exported.length} exports`, found);
}
