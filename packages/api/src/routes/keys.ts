import { createRoute } from "@hono/zod-openapi";
import {
  AddedMachineKeySchema,
  MachineKeyParamsSchema,
  MachineKeySchema,
  MachineKeysSchema,
  NewMachineKeySchema,
} from "../keys/keys";
import { always, failures, json, jsonBody, missing } from "./answers";

const tags = ["keys"];

export const listKeys = createRoute({
  method: "get",
  path: "/api/keys",
  tags,
  summary: "接口密钥 / keys of machines",
  responses: { 200: json(MachineKeysSchema, "密钥 / keys"), ...always },
});

export const addKey = createRoute({
  method: "post",
  path: "/api/keys",
  tags,
  summary: "新建接口密钥，只显示这一次 / make a key; it is shown only here",
  request: { body: jsonBody(NewMachineKeySchema) },
  responses: { 201: json(AddedMachineKeySchema, "密钥 / the key"), ...failures, ...missing },
});

export const endKey = createRoute({
  method: "delete",
  path: "/api/keys/{id}",
  tags,
  summary: "停用接口密钥，立即生效 / end a key, at once",
  request: { params: MachineKeyParamsSchema },
  responses: { 200: json(MachineKeySchema, "密钥 / the key"), ...failures, ...missing },
});
