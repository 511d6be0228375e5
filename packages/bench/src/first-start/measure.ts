import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { POST_TEXTS } from "@tianyan/api";
import { quantile } from "../statistics";
import { askerOf } from "../watchlist/people";
import { launchProduct, type RunningProduct } from "../watchlist/product";

/** A first start on an empty data folder, as people see it; seconds since the command. */
export interface FirstStart {
  readonly orders: number;
  /** The page answers. */
  readonly page: number;
  /** The watchlist has findings. */
  readonly findings: number;
  /** Everything is in. */
  readonly loaded: number;
  /** The watchlist, asked for again and again while the rest came in, ms. */
  readonly p50: number;
  readonly p95: number;
}

const EVERY_MS = 500;

export async function measureFirstStart(orders: number): Promise<FirstStart> {
  const dataDir = await mkdtemp(join(tmpdir(), "tianyan-first-"));
  // As root, the account PostgreSQL runs as must reach its data.
  await chmod(dataDir, 0o755);
  const began = performance.now();
  const since = (): number => (performance.now() - began) / 1000;
  const { DATABASE_URL: _, ...env } = process.env;
  const product = await launchProduct({ ...env, DATA_DIR: dataDir, DEMO: "on", DEMO_ORDERS: String(orders) });
  try {
    const page = since();
    const { api } = await enter(product);
    let findings: number | null = null;
    const taken: number[] = [];
    while ((await api.meta()).demo_load !== null) {
      const asked = performance.now();
      const { total } = await api.findings({ limit: 100 });
      taken.push(performance.now() - asked);
      if (total > 0) findings ??= since();
      await sleep(EVERY_MS);
    }
    return {
      orders: (await api.orders({ limit: 1 })).total,
      page,
      findings: findings ?? since(),
      loaded: since(),
      p50: quantile(taken, 0.5),
      p95: quantile(taken, 0.95),
    };
  } finally {
    await product.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** The demo person who inspects, by the one-time link that the start prints. */
async function enter(product: RunningProduct) {
  const { address } = product;
  const inspector = POST_TEXTS.inspector.zh;
  const links = () =>
    product
      .said()
      .split("\n")
      .filter((line) => line.includes("/enter#"));
  while (!links().some((line) => line.includes(inspector))) await sleep(50);
  const token = /#([\w-]+)/.exec(links().find((line) => line.includes(inspector)) ?? "")?.[1];
  const answer = await fetch(`${address}/api/session/link`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: address },
    body: JSON.stringify({ token }),
  });
  if (!answer.ok) throw new Error(`the link was refused: ${answer.status}`);
  return askerOf("inspector", address, answer.headers.getSetCookie()[0]?.split(";")[0] ?? "");
}
