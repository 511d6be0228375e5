/** `pnpm screenshots`: starts the product with its demo and takes the pictures of the READMEs anew. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { DESKTOP, openBrowser, PHONE, type VisitOptions, visit } from "./browser";
import { ROOT, startProduct } from "./product";

const FOLDER = join(ROOT, "docs/screenshots");

/** The stories' orders lie in the source 12345. */
const order = (id: string): string => `/orders/12345/${id}`;

const PICTURES: readonly { readonly name: string; readonly path: string; readonly as: VisitOptions }[] = [
  { name: "watchlist.zh", path: "/watchlist", as: {} },
  { name: "watchlist.en", path: "/watchlist", as: { language: "en" } },
  { name: "watchlist-phone.zh", path: "/watchlist", as: { viewport: PHONE } },
  { name: "order-jiading.zh", path: order("JD2021102801"), as: {} },
  { name: "order-yanggu.zh", path: order("YG2021060701"), as: {} },
  { name: "order-yanggu.en", path: order("YG2021060701"), as: { language: "en" } },
  { name: "order-xiangshui.zh", path: order("XS2021031501"), as: {} },
  { name: "order-xiangshui-phone.zh", path: order("XS2021031501"), as: { viewport: PHONE } },
];

const product = await startProduct();
const browser = await openBrowser();
try {
  await mkdir(FOLDER, { recursive: true });
  for (const { name, path, as } of PICTURES) {
    const { page, close } = await visit(browser, product.url, { viewport: DESKTOP, ...as });
    await page.goto(path, { waitUntil: "networkidle" });
    await page
      .getByTestId(path === "/watchlist" ? "finding" : "order-title")
      .first()
      .waitFor();
    await page.screenshot({ path: join(FOLDER, `${name}.png`) });
    await close();
    process.stdout.write(`${name}.png\n`);
  }
} finally {
  await browser.close();
  await product.stop();
}
