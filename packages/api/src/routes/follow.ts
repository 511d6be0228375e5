import { createRoute } from "@hono/zod-openapi";
import { FeedPageSchema, FeedQuerySchema } from "../follow/feed";
import { AddedFollowerSchema, FollowerSchema, FollowersSchema, NewFollowerSchema } from "../follow/followers";
import {
  AddedWebhookSchema,
  DeliveriesPageSchema,
  DeliveriesQuerySchema,
  DeliverySchema,
  WebhookFieldsSchema,
  WebhookSchema,
  WebhooksSchema,
} from "../follow/webhooks";
import { MachineKeyParamsSchema } from "../keys/keys";
import { always, conflict, failure, failures, json, jsonBody, missing, unusable } from "./answers";

const tags = ["follow"];
const params = MachineKeyParamsSchema;

export const readFeed = createRoute({
  method: "get",
  path: "/api/feed",
  tags,
  summary:
    "按序号获取案件与预警的变化，供其他系统跟进 / what became of cases and findings, in order, for systems that follow",
  request: { query: FeedQuerySchema },
  responses: {
    200: json(FeedPageSchema, "一页变化 / a page of changes"),
    ...failures,
    410: failure("所问位置已不保留 / not kept any more"),
  },
});

export const listFollowers = createRoute({
  method: "get",
  path: "/api/followers",
  tags,
  summary: "跟进密钥 / keys of systems that follow",
  responses: { 200: json(FollowersSchema, "跟进密钥 / the keys"), ...always },
});

export const addFollower = createRoute({
  method: "post",
  path: "/api/followers",
  tags,
  summary: "新建跟进密钥，只显示这一次 / make a key; it is shown only here",
  request: { body: jsonBody(NewFollowerSchema) },
  responses: { 201: json(AddedFollowerSchema, "跟进密钥 / the key"), ...failures },
});

export const endFollower = createRoute({
  method: "delete",
  path: "/api/followers/{id}",
  tags,
  summary: "停用跟进密钥，立即生效 / end a key, at once",
  request: { params },
  responses: { 200: json(FollowerSchema, "跟进密钥 / the key"), ...failures, ...missing },
});

export const listWebhooks = createRoute({
  method: "get",
  path: "/api/webhooks",
  tags,
  summary: "推送目标 / systems that are told",
  responses: { 200: json(WebhooksSchema, "推送目标 / webhooks"), ...always },
});

export const addWebhook = createRoute({
  method: "post",
  path: "/api/webhooks",
  tags,
  summary: "新建推送目标，签名密钥只显示这一次 / add one; its secret is shown only here",
  request: { body: jsonBody(WebhookFieldsSchema) },
  responses: { 201: json(AddedWebhookSchema, "推送目标 / the webhook"), ...failures, ...unusable },
});

export const changeWebhook = createRoute({
  method: "put",
  path: "/api/webhooks/{id}",
  tags,
  summary: "修改或停发推送目标 / change one, or switch it on and off",
  request: { params, body: jsonBody(WebhookFieldsSchema) },
  responses: { 200: json(WebhookSchema, "推送目标 / the webhook"), ...failures, ...missing, ...unusable },
});

export const endWebhook = createRoute({
  method: "delete",
  path: "/api/webhooks/{id}",
  tags,
  summary: "删除推送目标，密钥随之作废 / end one for good, and its secret",
  request: { params },
  responses: { 200: json(WebhookSchema, "推送目标 / the webhook"), ...failures, ...missing },
});

export const listDeliveries = createRoute({
  method: "get",
  path: "/api/webhooks/deliveries",
  tags,
  summary: "推送记录 / deliveries",
  request: { query: DeliveriesQuerySchema },
  responses: { 200: json(DeliveriesPageSchema, "一页推送记录 / a page of deliveries"), ...failures },
});

export const sendAgain = createRoute({
  method: "post",
  path: "/api/webhooks/deliveries/{id}/again",
  tags,
  summary: "重新推送 / send it again",
  request: { params },
  responses: { 200: json(DeliverySchema, "推送记录 / the delivery"), ...failures, ...missing, ...conflict },
});
