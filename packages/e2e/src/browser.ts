import type { Post } from "@tianyan/api";
import { type Browser, chromium, type Page } from "playwright-core";
import { cookieOf } from "./sessions";

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    // Chromium refuses its sandbox to root; it only ever sees our own pages here.
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });

export interface Visit {
  readonly page: Page;
  /** Requests to anywhere but the product. */
  readonly strangers: string[];
  /** What the page complained of: console errors and exceptions nobody caught. */
  readonly complaints: string[];
  close(): Promise<void>;
}

export interface VisitOptions {
  /** In which post one comes, signed in; null: nobody is. */
  readonly as?: Post | null;
  readonly language?: "zh" | "en";
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** A page in a browser context of its own; it notes whatever leaves the product or goes wrong. */
export async function visit(browser: Browser, url: string, options: VisitOptions = {}): Promise<Visit> {
  const { as = "inspector", language = "zh", viewport = DESKTOP } = options;
  const context = await browser.newContext({ baseURL: url, viewport, locale: "zh-CN", timezoneId: "Asia/Shanghai" });
  await context.addInitScript((kept) => window.localStorage.setItem("tianyan.language", kept), language);
  if (as !== null) {
    const [name = "", value = ""] = cookieOf(url, as).split("=");
    await context.addCookies([{ name, value, url, httpOnly: true, sameSite: "Strict" }]);
  }
  // What the content policy refused is not always an error that the console tells.
  await context.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
      console.error(`content policy: ${violatedDirective} ${blockedURI} ${sample}`),
    ),
  );
  const page = await context.newPage();
  const strangers: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(url)) strangers.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return { page, strangers, complaints, close: () => context.close() };
}
