import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createClient } from "@tianyan/api";
import { quantile } from "../statistics";
import { launchProduct } from "../watchlist/product";

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
    const api = createClient(product.address);
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
