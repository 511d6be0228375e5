import { randomUUID } from "node:crypto";
import { type Client, createClient, type Post } from "@tianyan/api";
import type { Instant } from "@tianyan/core";
import { createApp } from "../../src/app";
import type { Services } from "../../src/services/services";
import { type County, fileOf } from "./county";
import { asking, type Person, type PersonOptions, personIn } from "./person";

/** Somebody at the desk, by the typed client. */
export interface AtDesk extends Person {
  readonly client: Client;
}

/** A county whose present can be moved. */
export interface TriageOfTest {
  readonly county: County;
  readonly services: Services;
  moveTo(at: Instant): void;
  sign(post: Post, options?: PersonOptions): Promise<AtDesk>;
}

export function triageOf(county: County): TriageOfTest {
  let now = county.services.now();
  const services: Services = { ...county.services, now: () => now };
  const router = createApp({ services, web: "/nonexistent", log: (_, text) => console.error(text) });
  return {
    county,
    services,
    moveTo(at) {
      now = at;
    },
    async sign(post, options) {
      const person = await personIn(services, post, options);
      const app = asking(router, person.headers);
      const client = createClient("http://desk", async (input, init) => app.request(String(input), init));
      return { ...person, client };
    },
  };
}

const HEADER = "order_id,event_id,at,kind,unit,to_unit,reason_code";

/** Events of an order that 甲局 tries to be rid of: one finding a rejected return, the more the worse. */
export const returns = (order: string, times: number): string[] => [
  `${order},a,2026-11-02 09:00:00,accepted,,,`,
  `${order},b,2026-11-02 09:10:00,dispatched,,甲局,`,
  `${order},c,2026-11-02 09:20:00,contacted,甲局,,`,
  ...Array.from({ length: times }, (_, index) => [
    `${order},q${index},2026-11-${String(3 + index).padStart(2, "0")} 10:00:00,return_requested,甲局,,`,
    `${order},r${index},2026-11-${String(3 + index).padStart(2, "0")} 11:00:00,return_rejected,,,`,
  ]).flat(),
];

export async function loadEvents(county: County, lines: readonly string[]): Promise<void> {
  await county.load([await fileOf("events.csv", [HEADER, ...lines])]);
}

/** What is sent to decide about a finding of 12345. */
export const about = (order: string, seen: string | null = null, key = "rejected-returns|甲局|") => ({
  source: "12345",
  order_id: order,
  key,
  seen,
});

export const newAct = (): string => randomUUID();
