import { FEED_KINDS } from "@tianyan/api";
import { type Act, json, mark, type Stage, told } from "./acting";
import type { Asking } from "./person";

/** Named as allowed by the desk of tests; nothing of a test calls it. */
export const RECEIVER = "receiver.test";

const fields = () => ({ name: `系统${mark()}`, url: `https://${RECEIVER}/hook`, kinds: [...FEED_KINDS] });
const READS = { name: "案件系统", reads: ["cases.read", "findings.read"] };

async function webhook(stage: Stage): Promise<{ readonly asks: Asking; readonly id: string }> {
  const { asks } = await stage.as("system_admin");
  const { webhook } = await told<{ webhook: { id: string } }>(asks, "/api/webhooks", json("POST", fields()));
  return { asks, id: webhook.id };
}

/** How each operation of what other systems follow is made to succeed. */
export const FOLLOW_ACTS = {
  async "POST /api/followers"(stage: Stage): Promise<Act> {
    return { asks: (await stage.as("system_admin")).asks, path: "/api/followers", init: json("POST", READS) };
  },
  async "DELETE /api/followers/{id}"(stage: Stage): Promise<Act> {
    const { asks } = await stage.as("system_admin");
    const { follower } = await told<{ follower: { id: string } }>(asks, "/api/followers", json("POST", READS));
    return { asks, path: `/api/followers/${follower.id}`, init: json("DELETE") };
  },
  async "POST /api/webhooks"(stage: Stage): Promise<Act> {
    return { asks: (await stage.as("system_admin")).asks, path: "/api/webhooks", init: json("POST", fields()) };
  },
  async "PUT /api/webhooks/{id}"(stage: Stage): Promise<Act> {
    const { asks, id } = await webhook(stage);
    return { asks, path: `/api/webhooks/${id}`, init: json("PUT", { ...fields(), enabled: false }) };
  },
  async "DELETE /api/webhooks/{id}"(stage: Stage): Promise<Act> {
    const { asks, id } = await webhook(stage);
    return { asks, path: `/api/webhooks/${id}`, init: json("DELETE") };
  },
  async "POST /api/webhooks/deliveries/{id}/again"(stage: Stage): Promise<Act> {
    const { asks, id } = await webhook(stage);
    const liaison = await stage.as("liaison");
    await told(liaison.asks, "/api/cases", json("POST", { title: "窗口推诿" }));
    const keys = await stage.as("system_admin");
    const { secret } = await told<{ secret: string }>(keys.asks, "/api/followers", json("POST", READS));
    await told(stage.asks({ headers: { authorization: `Bearer ${secret}` } }), "/api/feed", { method: "GET" });
    const { items } = await told<{ items: { id: string }[] }>(asks, `/api/webhooks/deliveries?webhook=${id}`, {});
    return { asks, path: `/api/webhooks/deliveries/${items[0]?.id}/again`, init: json("POST") };
  },
  async "PUT /api/case-deadlines"(stage: Stage): Promise<Act> {
    const days = { clue: 3, check: 15, supervise: 10, file: 60, rectify: 30, look_back: 20 };
    return { asks: (await stage.as("rule_keeper")).asks, path: "/api/case-deadlines", init: json("PUT", days) };
  },
};
