import type { CaseDeadlines, StageDays } from "../cases/deadlines";
import type { FeedPage, FeedQueryInput } from "../follow/feed";
import type { AddedFollower, Follower, Followers, NewFollowerInput } from "../follow/followers";
import type {
  AddedWebhook,
  DeliveriesPage,
  DeliveriesQueryInput,
  Delivery,
  Webhook,
  WebhookFieldsInput,
  Webhooks,
} from "../follow/webhooks";
import type { CallOptions, Calls } from "./calls";

const path = (id: string) => `/api/webhooks/${encodeURIComponent(id)}`;

/** What other systems follow, and the deadlines of cases. */
export const followCalls = ({ get, act }: Calls) => ({
  feed: (query: FeedQueryInput = {}, options?: CallOptions) => get<FeedPage>("/api/feed", query, options),
  followers: (options?: CallOptions) => get<Followers>("/api/followers", {}, options),
  addFollower: (given: NewFollowerInput) => act<AddedFollower>("POST", "/api/followers", given),
  endFollower: (id: string) => act<Follower>("DELETE", `/api/followers/${encodeURIComponent(id)}`, undefined),
  webhooks: (options?: CallOptions) => get<Webhooks>("/api/webhooks", {}, options),
  addWebhook: (given: WebhookFieldsInput) => act<AddedWebhook>("POST", "/api/webhooks", given),
  changeWebhook: (id: string, given: WebhookFieldsInput) => act<Webhook>("PUT", path(id), given),
  endWebhook: (id: string) => act<Webhook>("DELETE", path(id), undefined),
  deliveries: (query: DeliveriesQueryInput = {}, options?: CallOptions) =>
    get<DeliveriesPage>("/api/webhooks/deliveries", query, options),
  sendAgain: (id: string) => act<Delivery>("POST", `${path("deliveries")}/${encodeURIComponent(id)}/again`, undefined),
  caseDeadlines: (options?: CallOptions) => get<CaseDeadlines>("/api/case-deadlines", {}, options),
  changeCaseDeadlines: (given: StageDays) => act<CaseDeadlines>("PUT", "/api/case-deadlines", given),
});
