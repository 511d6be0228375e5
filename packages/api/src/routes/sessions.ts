import { createRoute } from "@hono/zod-openapi";
import {
  ChangePasswordSchema,
  FactorCodeSchema,
  FactorEnrolmentSchema,
  LinkSignInSchema,
  PasswordSignInSchema,
  SessionParamsSchema,
  SessionStateSchema,
  SessionsSchema,
  SwitchAppointmentSchema,
} from "../accounts/session";
import { always, conflict, failure, failures, json, jsonBody, missing, unusable } from "./answers";

const tags = ["session"];
const state = { 200: json(SessionStateSchema, "会话现状 / how the session stands") } as const;
const denied = { 401: failure("未通过 / not let in"), 429: failure("尝试过多 / too many attempts") } as const;

export const readSession = createRoute({
  method: "get",
  path: "/api/session",
  tags,
  summary: "当前会话到哪一步 / how this session stands; answers without one too",
  responses: { ...state, ...always },
});

export const signIn = createRoute({
  method: "post",
  path: "/api/session",
  tags,
  summary: "用账号与密码登录 / sign in by password",
  request: { body: jsonBody(PasswordSignInSchema) },
  responses: { ...state, ...failures, ...denied },
});

export const signInByLink = createRoute({
  method: "post",
  path: "/api/session/link",
  tags,
  summary: "用一次性链接登录 / sign in by a one-time link",
  request: { body: jsonBody(LinkSignInSchema) },
  responses: { ...state, ...failures, ...denied },
});

export const giveFactor = createRoute({
  method: "post",
  path: "/api/session/factor",
  tags,
  summary: "输入动态验证码；会话中也可再次验证 / give the code of the second factor, at sign-in or again later",
  request: { body: jsonBody(FactorCodeSchema) },
  responses: { ...state, ...failures, ...denied, ...conflict },
});

export const signOut = createRoute({
  method: "delete",
  path: "/api/session",
  tags,
  summary: "退出 / sign out",
  responses: { 204: { description: "已退出 / signed out" }, ...always },
});

export const switchAppointment = createRoute({
  method: "post",
  path: "/api/session/appointment",
  tags,
  summary: "切换岗位 / act in another of one's posts",
  request: { body: jsonBody(SwitchAppointmentSchema) },
  responses: { ...state, ...failures, ...missing },
});

export const listMySessions = createRoute({
  method: "get",
  path: "/api/session/mine",
  tags,
  summary: "我的会话 / my sessions",
  responses: { 200: json(SessionsSchema, "会话 / sessions"), ...always },
});

export const endMySession = createRoute({
  method: "delete",
  path: "/api/session/mine/{id}",
  tags,
  summary: "结束我的一个会话 / end one of my sessions",
  request: { params: SessionParamsSchema },
  responses: { 204: { description: "已结束 / ended" }, ...failures, ...missing },
});

export const changePassword = createRoute({
  method: "post",
  path: "/api/account/password",
  tags,
  summary: "设置或更改密码，其他会话结束 / choose a password; other sessions end",
  request: { body: jsonBody(ChangePasswordSchema) },
  responses: { ...state, ...failures, ...denied, ...conflict, ...unusable },
});

export const enrolFactor = createRoute({
  method: "post",
  path: "/api/account/factor",
  tags,
  summary: "开始绑定动态验证码 / begin to set up a second factor",
  responses: { 200: json(FactorEnrolmentSchema, "密钥，只显示一次 / the secret, shown once"), ...always, ...conflict },
});

export const confirmFactor = createRoute({
  method: "post",
  path: "/api/account/factor/confirm",
  tags,
  summary: "用第一个验证码完成绑定 / finish setting it up with the first code",
  request: { body: jsonBody(FactorCodeSchema) },
  responses: { ...state, ...failures, ...denied, ...conflict },
});
