import { createRoute, z } from "@hono/zod-openapi";
import { ImportParamsSchema } from "../imports/imports";
import { CategoryTreeSchema, CompetenceListSchema, CompetenceRowsSchema } from "../registry/competence";
import { HolidayParamsSchema, HolidaysQuerySchema, HolidaysSchema, SetHolidaySchema } from "../registry/holidays";
import {
  ConfirmUnitSchema,
  MergeUnitSchema,
  NewUnitSchema,
  PreviewSchema,
  RegisteredUnitsSchema,
  UnitFieldsSchema,
  UnitParamsSchema,
} from "../registry/units";
import { ChangeSchema, ChangesPageSchema } from "../shared/change";
import { pageOf } from "../shared/query";
import { always, conflict, failures, json, jsonBody, missing, tooLarge, unusable } from "./answers";

/** 200 where it is done within a moment; 202 where it takes longer and is to be asked for at `/api/changes/{id}`. */
const changed = {
  200: json(ChangeSchema, "已完成 / done"),
  202: json(ChangeSchema, "正在重新研判 / still judging again"),
  ...failures,
  ...missing,
  ...conflict,
  ...unusable,
} as const;

const csv = (description: string) => ({ description, content: { "text/csv": { schema: z.string() } } });
const csvBody = { required: true, content: { "text/csv": { schema: z.string() } } } as const;
const tags = ["registry"];

export const listRegisteredUnits = createRoute({
  method: "get",
  path: "/api/registry/units",
  tags,
  summary: "单位登记册 / the unit registry",
  responses: { 200: json(RegisteredUnitsSchema, "单位 / units"), ...always },
});

export const exportUnits = createRoute({
  method: "get",
  path: "/api/registry/units.csv",
  tags,
  summary: "导出单位表 / the units table",
  responses: { 200: csv("单位表 / the units table"), ...always },
});

export const importUnits = createRoute({
  method: "post",
  path: "/api/registry/units.csv",
  tags,
  summary: "导入同一格式的单位表 / import a units table of the same form",
  request: { query: PreviewSchema, body: csvBody },
  responses: { ...changed, ...tooLarge },
});

export const addUnit = createRoute({
  method: "post",
  path: "/api/registry/units",
  tags,
  summary: "新增单位 / add a unit",
  request: { query: PreviewSchema, body: jsonBody(NewUnitSchema) },
  responses: changed,
});

export const changeUnit = createRoute({
  method: "put",
  path: "/api/registry/units/{code}",
  tags,
  summary: "修改单位 / change a unit",
  request: { params: UnitParamsSchema, query: PreviewSchema, body: jsonBody(UnitFieldsSchema) },
  responses: changed,
});

export const removeUnit = createRoute({
  method: "delete",
  path: "/api/registry/units/{code}",
  tags,
  summary: "删除单位 / remove a unit",
  request: { params: UnitParamsSchema, query: PreviewSchema },
  responses: changed,
});

export const confirmUnit = createRoute({
  method: "post",
  path: "/api/registry/units/{code}/confirm",
  tags,
  summary: "确认待认定单位 / confirm a provisional unit",
  request: { params: UnitParamsSchema, query: PreviewSchema, body: jsonBody(ConfirmUnitSchema) },
  responses: changed,
});

export const mergeUnit = createRoute({
  method: "put",
  path: "/api/registry/units/{code}/merger",
  tags,
  summary: "单位撤并：自某日起并入另一单位 / dissolve a unit into another from a date",
  request: { params: UnitParamsSchema, query: PreviewSchema, body: jsonBody(MergeUnitSchema) },
  responses: changed,
});

export const unmergeUnit = createRoute({
  method: "delete",
  path: "/api/registry/units/{code}/merger",
  tags,
  summary: "取消撤并 / take a merger back",
  request: { params: UnitParamsSchema, query: PreviewSchema },
  responses: changed,
});

export const listCompetence = createRoute({
  method: "get",
  path: "/api/registry/competence",
  tags,
  summary: "职责目录 / the competence catalogue",
  responses: { 200: json(CompetenceListSchema, "职责目录 / the catalogue"), ...always },
});

export const exportCompetence = createRoute({
  method: "get",
  path: "/api/registry/competence.csv",
  tags,
  summary: "导出职责目录 / the catalogue as a table",
  responses: { 200: csv("职责目录 / the catalogue"), ...always },
});

export const importCompetence = createRoute({
  method: "post",
  path: "/api/registry/competence.csv",
  tags,
  summary: "导入职责目录，整表替换 / import a catalogue in the place of the present one",
  request: { query: PreviewSchema, body: csvBody },
  responses: { ...changed, ...tooLarge },
});

export const addCompetence = createRoute({
  method: "post",
  path: "/api/registry/competence",
  tags,
  summary: "增加职责 / add rows to the catalogue",
  request: { query: PreviewSchema, body: jsonBody(CompetenceRowsSchema) },
  responses: changed,
});

export const removeCompetence = createRoute({
  method: "post",
  path: "/api/registry/competence/remove",
  tags,
  summary: "删除职责 / take rows out of the catalogue",
  request: { query: PreviewSchema, body: jsonBody(CompetenceRowsSchema) },
  responses: changed,
});

export const listCategories = createRoute({
  method: "get",
  path: "/api/registry/categories",
  tags,
  summary: "诉求分类树 / the category tree",
  responses: { 200: json(CategoryTreeSchema, "分类 / categories"), ...always },
});

export const listHolidays = createRoute({
  method: "get",
  path: "/api/registry/holidays",
  tags,
  summary: "一年的节假日与调休 / holidays and make-up workdays of a year",
  request: { query: HolidaysQuerySchema },
  responses: { 200: json(HolidaysSchema, "节假日 / holidays"), ...failures },
});

export const exportHolidays = createRoute({
  method: "get",
  path: "/api/registry/holidays.csv",
  tags,
  summary: "导出自定安排 / our own entries as a table",
  responses: { 200: csv("自定安排 / our own entries"), ...always },
});

export const importHolidays = createRoute({
  method: "post",
  path: "/api/registry/holidays.csv",
  tags,
  summary: "导入自定安排，整表替换 / import entries in the place of the present ones",
  request: { query: PreviewSchema, body: csvBody },
  responses: { ...changed, ...tooLarge },
});

export const setHoliday = createRoute({
  method: "put",
  path: "/api/registry/holidays/{date}",
  tags,
  summary: "设定某日上班或休息 / say whether a day is worked",
  request: { params: HolidayParamsSchema, query: PreviewSchema, body: jsonBody(SetHolidaySchema) },
  responses: changed,
});

export const removeHoliday = createRoute({
  method: "delete",
  path: "/api/registry/holidays/{date}",
  tags,
  summary: "恢复内置安排 / back to the built-in table",
  request: { params: HolidayParamsSchema, query: PreviewSchema },
  responses: changed,
});

export const listChanges = createRoute({
  method: "get",
  path: "/api/changes",
  tags,
  summary: "登记变更，新的在前 / changes of the registry, newest first",
  request: { query: z.object(pageOf) },
  responses: { 200: json(ChangesPageSchema, "一页变更 / a page of changes"), ...failures },
});

export const readChange = createRoute({
  method: "get",
  path: "/api/changes/{id}",
  tags,
  summary: "一次变更的进度或结果 / progress or result of a change",
  request: { params: ImportParamsSchema },
  responses: { 200: json(ChangeSchema, "变更 / the change"), ...failures, ...missing },
});

export const cancelChange = createRoute({
  method: "post",
  path: "/api/changes/{id}/cancel",
  tags,
  summary: "取消变更，一切照旧 / cancel: everything stays as it was",
  request: { params: ImportParamsSchema },
  responses: { 200: json(ChangeSchema, "变更 / the change"), ...failures, ...missing, ...conflict },
});
