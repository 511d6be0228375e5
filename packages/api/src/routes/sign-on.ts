import { createRoute } from "@hono/zod-openapi";
import { BindSignOnSchema, SignOnAnswerSchema, SignOnBindingSchema, SignOnParamsSchema } from "../accounts/sign-on";
import { always, conflict, failure, failures, json, jsonBody, missing } from "./answers";

const elsewhere = (description: string) => ({ 302: { description } }) as const;
const limited = { 429: failure("尝试过多 / too many attempts") } as const;
const binding = { 200: json(SignOnBindingSchema, "绑定 / the binding") } as const;

export const beginSignOn = createRoute({
  method: "get",
  path: "/api/session/oidc",
  tags: ["session"],
  summary: "转到统一身份认证登录 / go and sign in at the single sign-on",
  responses: { ...elsewhere("转到统一身份认证 / to the single sign-on"), ...missing, ...limited, ...always },
});

export const finishSignOn = createRoute({
  method: "get",
  path: "/api/session/oidc/callback",
  tags: ["session"],
  summary: "统一身份认证的答复：登录，或转回登录页说明原因 / its answer: signed in, or back with the reason",
  request: { query: SignOnAnswerSchema },
  responses: { ...elsewhere("转回本系统 / back to this system"), ...failures, ...missing, ...limited },
});

export const leaveSignOn = createRoute({
  method: "get",
  path: "/api/session/oidc/logout",
  tags: ["session"],
  summary: "退出本系统与统一身份认证 / sign out here and there",
  responses: { ...elsewhere("转到统一身份认证 / to the single sign-on"), ...missing, ...always },
});

export const readSignOnBinding = createRoute({
  method: "get",
  path: "/api/accounts/{id}/single-sign-on",
  tags: ["accounts"],
  summary: "账号在统一身份认证中是谁 / who the person is to the single sign-on",
  request: { params: SignOnParamsSchema },
  responses: { ...binding, ...failures, ...missing },
});

export const bindSignOn = createRoute({
  method: "put",
  path: "/api/accounts/{id}/single-sign-on",
  tags: ["accounts"],
  summary: "绑定统一身份认证的用户标识 / bind the person to their subject there",
  request: { params: SignOnParamsSchema, body: jsonBody(BindSignOnSchema) },
  responses: { ...binding, ...failures, ...missing, ...conflict },
});

export const unbindSignOn = createRoute({
  method: "delete",
  path: "/api/accounts/{id}/single-sign-on",
  tags: ["accounts"],
  summary: "解除绑定 / take the binding away",
  request: { params: SignOnParamsSchema },
  responses: { ...binding, ...failures, ...missing },
});
