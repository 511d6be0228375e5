import { z } from "@hono/zod-openapi";
import { ErrorBodySchema } from "../errors/schema";

export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { "application/json": { schema } },
});

export const jsonBody = <T extends z.ZodType>(schema: T) => ({
  required: true,
  content: { "application/json": { schema } },
});

/** Described once for all: it lists every code. */
const ErrorBody = z.object(ErrorBodySchema.shape).openapi("Error");

export const failure = (description: string) => json(ErrorBody, description);

export const always = {
  401: failure("未登录 / not signed in"),
  403: failure("岗位无此权限 / the post may not"),
  429: failure("过于频繁 / too often"),
  500: failure("内部错误 / failed inside"),
  503: failure("暂不可用 / not available now"),
} as const;

export const failures = { 400: failure("参数不符合要求 / unusable parameters"), ...always } as const;
export const missing = { 404: failure("不存在 / no such thing") } as const;
export const conflict = { 409: failure("与现状冲突 / not possible as things stand") } as const;
export const unusable = { 422: failure("内容无法使用 / unusable content") } as const;
export const tooLarge = { 413: failure("超过大小上限 / too large") } as const;
