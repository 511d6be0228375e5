/** Schemas, error codes and client of the HTTP API. The route definitions are apart, in `@tianyan/api/routes`. */
export * from "./client";
export * from "./errors/api-error";
export * from "./errors/codes";
export * from "./errors/schema";
export * from "./findings/facets";
export * from "./findings/finding";
export * from "./findings/query";
export * from "./findings/to-core";
export * from "./meta/meta";
export * from "./orders/list";
export * from "./orders/order";
export * from "./orders/to-core";
export * from "./rules/document";
export * from "./rules/rules";
export * from "./shared/values";
export * from "./sources/sources";
export * from "./units/units";
