export type { Author, TrackedBlock, TrackedRun } from "./changes/tracked";
export * from "./check/problem";
export type { DraftSetting } from "./draft/setting";
export type * from "./facts/case-facts";
export * from "./paper/dates";
export * from "./paper/kinds";
export * from "./paper/paper";
export * from "./template/template";
