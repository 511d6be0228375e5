/** `pnpm screenshots`: starts the product with its demo and takes the pictures of the READMEs anew. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Post } from "@tianyan/api";
import { DESKTOP, openBrowser, PHONE, type VisitOptions, visit } from "./browser";
import { openDemoCase } from "./demo-case";
import { MESSY_EXPORTS, type MessyExport } from "./messy-exports";
import { ROOT, startProduct } from "./product";

const FOLDER = join(ROOT, "docs/screenshots");

interface Picture {
  readonly name: string;
  readonly path: string;
  /** What is there when the screen is. */
  readonly ready: string;
  readonly as: VisitOptions;
  /** Dropped on the screen first. */
  readonly drop?: MessyExport | undefined;
}

/** The stories' orders lie in the source 12345. */
const order = (id: string) => ({ path: `/orders/12345/${id}`, ready: "order-title" });
/** As a day begins: one row an order. */
const watchlist = { path: "/watchlist?fold=order", ready: "finding" };

/** A screen in both languages, at both sizes. */
const everyWay = (
  name: string,
  screen: Pick<Picture, "path" | "ready" | "drop">,
  as: Post | null = "inspector",
): Picture[] =>
  (["zh", "en"] as const).flatMap((language) => [
    { ...screen, name: `${name}.${language}`, as: { as, language } },
    { ...screen, name: `${name}-phone.${language}`, as: { as, language, viewport: PHONE } },
  ]);

const PICTURES: readonly Picture[] = [
  { name: "watchlist.zh", ...watchlist, as: {} },
  { name: "watchlist.en", ...watchlist, as: { language: "en" } },
  { name: "watchlist-phone.zh", ...watchlist, as: { viewport: PHONE } },
  { name: "order-jiading.zh", ...order("JD2021102801"), as: {} },
  { name: "order-yanggu.zh", ...order("YG2021060701"), as: {} },
  { name: "order-yanggu.en", ...order("YG2021060701"), as: { language: "en" } },
  { name: "order-xiangshui.zh", ...order("XS2021031501"), as: {} },
  { name: "order-xiangshui-phone.zh", ...order("XS2021031501"), as: { viewport: PHONE } },
  ...everyWay("overview", { path: "/overview", ready: "sentences" }),
  ...everyWay("import", { path: "/data/import", ready: "summary", drop: MESSY_EXPORTS[3] }, "data_steward"),
  ...everyWay("units", { path: "/data/units", ready: "registry-units" }, "data_steward"),
  ...everyWay("sign-in", { path: "/sign-in", ready: "sign-in" }, null),
  ...everyWay("account", { path: "/account", ready: "factor" }),
  ...everyWay("people", { path: "/people", ready: "people" }, "security_admin"),
  ...everyWay("sessions", { path: "/people/sessions", ready: "sessions" }, "security_admin"),
  ...everyWay("policy", { path: "/people/policy", ready: "policy" }, "security_admin"),
  ...everyWay("audit", { path: "/audit", ready: "audit-entry" }, "auditor"),
  ...everyWay("audit-chain", { path: "/audit/chain", ready: "audit-head" }, "auditor"),
  ...everyWay("cases", { path: "/cases", ready: "case-row" }, "liaison"),
  ...everyWay("case", { path: "/cases/1", ready: "timeline" }, "liaison"),
  ...everyWay("measures", { path: "/measures", ready: "measure" }, "liaison"),
  ...everyWay("measures-asked", { path: "/measures", ready: "measure" }, "unit_contact"),
  ...everyWay("unit-contact", { path: "/orders", ready: "orders" }, "unit_contact"),
];

const product = await startProduct();
const browser = await openBrowser();
try {
  // The first of a new installation: its number is 1.
  await openDemoCase(product.url);
  await mkdir(FOLDER, { recursive: true });
  for (const { name, path, ready, as, drop } of PICTURES) {
    const { page, close } = await visit(browser, product.url, { viewport: DESKTOP, ...as });
    await page.goto(path, { waitUntil: "networkidle" });
    if (drop) {
      const file = { name: drop.file, mimeType: "application/octet-stream", buffer: await drop.bytes() };
      await page.getByTestId("drop").setInputFiles(file);
    }
    await page.getByTestId(ready).first().waitFor();
    await page.waitForLoadState("networkidle");
    await page.screenshot({ path: join(FOLDER, `${name}.png`) });
    await close();
    process.stdout.write(`${name}.png\n`);
  }
} finally {
  await browser.close();
  await product.stop();
}
