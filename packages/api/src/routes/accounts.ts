import { createRoute } from "@hono/zod-openapi";
import {
  AccountFieldsSchema,
  AccountParamsSchema,
  AccountSchema,
  AccountSessionParamsSchema,
  AccountsQuerySchema,
  AccountsSchema,
  AppointmentFieldsSchema,
  AppointmentParamsSchema,
  InvitedAccountSchema,
  LinkSchema,
  NewAccountSchema,
  NewAppointmentSchema,
  ScopeChoicesSchema,
} from "../accounts/account";
import { PolicySchema } from "../accounts/policy";
import { SessionParamsSchema, SessionsSchema } from "../accounts/session";
import { always, conflict, failures, json, jsonBody, missing, unusable } from "./answers";

const tags = ["accounts"];
const account = json(AccountSchema, "账号 / the account");
const ended = { 204: { description: "已结束 / ended" } } as const;
const ofAccount = { ...failures, ...missing, ...conflict, ...unusable } as const;

export const listAccounts = createRoute({
  method: "get",
  path: "/api/accounts",
  tags,
  summary: "账号与岗位 / people and their posts",
  request: { query: AccountsQuerySchema },
  responses: { 200: json(AccountsSchema, "账号 / accounts"), ...failures },
});

export const addAccount = createRoute({
  method: "post",
  path: "/api/accounts",
  tags,
  summary: "新增账号并任命，得到一次性邀请链接 / add a person with their posts; answers a one-time link",
  request: { body: jsonBody(NewAccountSchema) },
  responses: {
    201: json(InvitedAccountSchema, "账号与邀请链接 / the account and its invitation"),
    ...failures,
    ...conflict,
    ...unusable,
  },
});

export const readAccount = createRoute({
  method: "get",
  path: "/api/accounts/{id}",
  tags,
  summary: "一个账号 / one account",
  request: { params: AccountParamsSchema },
  responses: { 200: account, ...failures, ...missing },
});

export const changeAccount = createRoute({
  method: "put",
  path: "/api/accounts/{id}",
  tags,
  summary: "更改姓名与本人单位 / change name and own unit",
  request: { params: AccountParamsSchema, body: jsonBody(AccountFieldsSchema) },
  responses: { 200: account, ...ofAccount },
});

export const addAppointment = createRoute({
  method: "post",
  path: "/api/accounts/{id}/appointments",
  tags,
  summary: "任命 / appoint to a post",
  request: { params: AccountParamsSchema, body: jsonBody(NewAppointmentSchema) },
  responses: { 201: account, ...ofAccount },
});

export const changeAppointment = createRoute({
  method: "put",
  path: "/api/accounts/{id}/appointments/{appointment}",
  tags,
  summary: "更改任命的范围与期限 / change scope and end of an appointment",
  request: { params: AppointmentParamsSchema, body: jsonBody(AppointmentFieldsSchema) },
  responses: { 200: account, ...ofAccount },
});

export const endAppointment = createRoute({
  method: "delete",
  path: "/api/accounts/{id}/appointments/{appointment}",
  tags,
  summary: "免去岗位，记录保留 / end an appointment; it stays on record",
  request: { params: AppointmentParamsSchema },
  responses: { 200: account, ...ofAccount },
});

export const disableAccount = createRoute({
  method: "post",
  path: "/api/accounts/{id}/disable",
  tags,
  summary: "停用账号，会话立即结束 / disable: sessions end at once",
  request: { params: AccountParamsSchema },
  responses: { 200: account, ...ofAccount },
});

export const enableAccount = createRoute({
  method: "post",
  path: "/api/accounts/{id}/enable",
  tags,
  summary: "启用账号或解除锁定 / enable, or unlock",
  request: { params: AccountParamsSchema },
  responses: { 200: account, ...ofAccount },
});

export const renewLink = createRoute({
  method: "post",
  path: "/api/accounts/{id}/link",
  tags,
  summary: "重置密码：原密码与会话失效，得到新的一次性链接 / reset the password; answers a one-time link",
  request: { params: AccountParamsSchema },
  responses: { 201: json(LinkSchema, "一次性链接 / the link"), ...ofAccount },
});

export const resetFactor = createRoute({
  method: "post",
  path: "/api/accounts/{id}/factor-reset",
  tags,
  summary: "重置第二因素，下次登录重新绑定 / reset the second factor: it is set up anew",
  request: { params: AccountParamsSchema },
  responses: { 200: account, ...ofAccount },
});

export const listAccountSessions = createRoute({
  method: "get",
  path: "/api/accounts/{id}/sessions",
  tags,
  summary: "一个账号的会话 / sessions of an account",
  request: { params: AccountParamsSchema },
  responses: { 200: json(SessionsSchema, "会话 / sessions"), ...failures, ...missing },
});

export const endAccountSession = createRoute({
  method: "delete",
  path: "/api/accounts/{id}/sessions/{session}",
  tags,
  summary: "结束一个会话 / end a session",
  request: { params: AccountSessionParamsSchema },
  responses: { ...ended, ...failures, ...missing },
});

export const listSessions = createRoute({
  method: "get",
  path: "/api/sessions",
  tags,
  summary: "所有在线会话 / all open sessions",
  responses: { 200: json(SessionsSchema, "会话 / sessions"), ...always },
});

export const endSession = createRoute({
  method: "delete",
  path: "/api/sessions/{id}",
  tags,
  summary: "结束任一会话 / end any session",
  request: { params: SessionParamsSchema },
  responses: { ...ended, ...failures, ...missing },
});

export const listScopeChoices = createRoute({
  method: "get",
  path: "/api/scopes",
  tags,
  summary: "可选的来源、乡镇与单位 / of what a scope can be made",
  responses: { 200: json(ScopeChoicesSchema, "可选项 / choices"), ...always },
});

export const readPolicy = createRoute({
  method: "get",
  path: "/api/policy",
  tags,
  summary: "登录与密码策略 / rules of signing in",
  responses: { 200: json(PolicySchema, "策略 / the policy"), ...always },
});

export const writePolicy = createRoute({
  method: "put",
  path: "/api/policy",
  tags,
  summary: "更改登录与密码策略 / change the rules of signing in",
  request: { body: jsonBody(PolicySchema) },
  responses: { 200: json(PolicySchema, "策略 / the policy"), ...failures },
});
