import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isRuleId, type RuleId } from "@tianyan/core";
import { ROOT } from "./product";

export interface Story {
  readonly name: string;
  /** Its orders, each with the rules that must flag it. */
  readonly orders: ReadonlyMap<string, ReadonlySet<RuleId>>;
}

/** The stories of the demo with what must be found in them. */
export function stories(): Story[] {
  const folder = join(ROOT, "seed/stories");
  return readdirSync(folder).map((name) => {
    const orders = new Map<string, Set<RuleId>>();
    for (const line of readFileSync(join(folder, name, "expected.ndjson"), "utf8")
      .trim()
      .split("\n")) {
      const { order_id, rule } = JSON.parse(line);
      if (isRuleId(rule)) orders.set(order_id, (orders.get(order_id) ?? new Set()).add(rule));
    }
    return { name, orders };
  });
}
