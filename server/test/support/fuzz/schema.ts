import { z } from "zod";

/** As much of JSON Schema as the description of the API uses. */
export interface Schema {
  readonly type?: string | readonly string[] | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[] | undefined;
  readonly oneOf?: readonly Schema[] | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly additionalProperties?: boolean | Schema | undefined;
  readonly items?: Schema | undefined;
  readonly minItems?: number | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly format?: string | undefined;
}

const SchemaSchema = z.custom<Schema>((value) => typeof value === "object" && value !== null);
const ContentSchema = z.record(z.string(), z.object({ schema: SchemaSchema.optional() }));

const OperationSchema = z.object({
  parameters: z
    .array(z.object({ name: z.string(), in: z.enum(["path", "query", "header", "cookie"]), schema: SchemaSchema }))
    .default([]),
  requestBody: z.object({ content: ContentSchema }).optional(),
  responses: z.record(z.string(), z.unknown()),
});

const DocumentSchema = z.object({ paths: z.record(z.string(), z.record(z.string(), OperationSchema)) });

/** An operation as the API describes itself. */
export interface Operation extends z.output<typeof OperationSchema> {
  /** `GET /api/orders`. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
}

export const operationsOf = (document: unknown): Operation[] =>
  Object.entries(DocumentSchema.parse(document).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      path,
      method: method.toUpperCase(),
      name: `${method.toUpperCase()} ${path}`,
    })),
  );
