import { createRoute } from "@hono/zod-openapi";
import {
  DigestLineSchema,
  DigestParamsSchema,
  DigestSchema,
  DigestSettingFieldsSchema,
  DigestSettingSchema,
  DigestsSchema,
} from "../digests/digest";
import {
  WatchMatchesQuerySchema,
  WatchMatchesSchema,
  WatchRuleFieldsSchema,
  WatchRuleParamsSchema,
  WatchRuleSchema,
  WatchRulesSchema,
} from "../queries/watch-rule";
import { always, conflict, failures, json, jsonBody, missing, unusable } from "./answers";

const rule = json(WatchRuleSchema, "关注规则 / the watch rule");

export const listWatchRules = createRoute({
  method: "get",
  path: "/api/watch-rules",
  tags: ["watch-rules"],
  summary: "我的关注规则，含命中数 / own watch rules, with how much they match",
  responses: { 200: json(WatchRulesSchema, "关注规则 / watch rules"), ...always },
});

export const addWatchRule = createRoute({
  method: "post",
  path: "/api/watch-rules",
  tags: ["watch-rules"],
  summary: "新建关注规则 / watch for orders by conditions of one's own",
  request: { body: jsonBody(WatchRuleFieldsSchema) },
  responses: { 201: rule, ...failures, ...conflict, ...unusable },
});

export const changeWatchRule = createRoute({
  method: "put",
  path: "/api/watch-rules/{id}",
  tags: ["watch-rules"],
  summary: "更改关注规则 / change a watch rule",
  request: { params: WatchRuleParamsSchema, body: jsonBody(WatchRuleFieldsSchema) },
  responses: { 200: rule, ...failures, ...missing, ...conflict, ...unusable },
});

export const removeWatchRule = createRoute({
  method: "delete",
  path: "/api/watch-rules/{id}",
  tags: ["watch-rules"],
  summary: "删除关注规则 / remove a watch rule",
  request: { params: WatchRuleParamsSchema },
  responses: { 204: { description: "已删除 / removed" }, ...failures, ...missing },
});

export const listWatchMatches = createRoute({
  method: "get",
  path: "/api/watch-rules/{id}/orders",
  tags: ["watch-rules"],
  summary: "关注规则命中的工单 / orders that a watch rule matches",
  request: { params: WatchRuleParamsSchema, query: WatchMatchesQuerySchema },
  responses: { 200: json(WatchMatchesSchema, "一页工单 / a page of orders"), ...failures, ...missing },
});

export const lookAtWatchMatches = createRoute({
  method: "post",
  path: "/api/watch-rules/{id}/looks",
  tags: ["watch-rules"],
  summary: "标记为已查看 / its matches were looked at: none of them is new",
  request: { params: WatchRuleParamsSchema },
  responses: { 200: rule, ...failures, ...missing, ...unusable },
});

export const listDigests = createRoute({
  method: "get",
  path: "/api/digests",
  tags: ["digests"],
  summary: "我的每日摘要 / own daily digests",
  responses: { 200: json(DigestsSchema, "每日摘要 / digests"), ...always },
});

export const readDigestSetting = createRoute({
  method: "get",
  path: "/api/digests/setting",
  tags: ["digests"],
  summary: "每日摘要的邮件设置 / whether and where the digest is mailed",
  responses: { 200: json(DigestSettingSchema, "邮件设置 / setting"), ...always },
});

export const changeDigestSetting = createRoute({
  method: "put",
  path: "/api/digests/setting",
  tags: ["digests"],
  summary: "更改每日摘要的邮件设置 / change it",
  request: { body: jsonBody(DigestSettingFieldsSchema) },
  responses: { 200: json(DigestSettingSchema, "邮件设置 / setting"), ...failures, ...unusable },
});

export const readDigest = createRoute({
  method: "get",
  path: "/api/digests/{date}",
  tags: ["digests"],
  summary: "某日的摘要 / the digest of a day",
  request: { params: DigestParamsSchema },
  responses: { 200: json(DigestSchema, "摘要 / the digest"), ...failures, ...missing },
});

export const seeDigest = createRoute({
  method: "post",
  path: "/api/digests/{date}/seen",
  tags: ["digests"],
  summary: "标记摘要为已读 / the digest was read",
  request: { params: DigestParamsSchema },
  responses: { 200: json(DigestLineSchema, "摘要 / the digest"), ...failures, ...missing },
});
