import type { TestProject } from "vitest/node";
import { startProduct } from "./product";
import type { Sessions } from "./sessions";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the product of this run listens. */
    url: string;
    sessions: Sessions;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const product = await startProduct();
  project.provide("url", product.url);
  project.provide("sessions", product.sessions);
  return product.stop;
}
