import { NAMING_LEVELS, PAPER_KINDS } from "@tianyan/core";
import { z } from "zod";
import { words } from "../shared/query";

export const PaperKindSchema = z.enum(PAPER_KINDS);
export const NamingLevelSchema = z.enum(NAMING_LEVELS);

const key = z.object({ source: words(200), orderId: words(200) });
/** A stretch of text; with `fact` it was filled in from the data of these orders. */
const SpanSchema = z.object({
  text: words(10_000),
  fact: z.object({ id: words(300), orders: z.array(key).max(2000) }).exactOptional(),
});
const spans = z.array(SpanSchema).max(2000);
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const BlockSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("heading"), level, spans }),
  z.object({ type: z.literal("paragraph"), spans }),
]);
const lines = z.array(words(500)).max(200);

/** What a paper says, part by part in the form of GB/T 9704; number and dates are given by the house. */
export const PaperDocumentSchema = z.object({
  kind: PaperKindSchema,
  form: z.enum(["document", "letter"]),
  naming: NamingLevelSchema,
  issuerMark: words(200),
  number: z.object({ mark: words(50), year: z.number().int(), no: z.number().int() }).nullable(),
  urgency: z.enum(["特急", "加急"]).nullable(),
  title: spans,
  to: spans,
  body: z.array(BlockSchema).max(1000),
  attachments: lines,
  signature: words(200),
  date: z.iso.date().nullable(),
  note: words(1000),
  copyTo: lines,
  printedBy: words(200),
  printedOn: z.iso.date().nullable(),
});

/** The wording of one kind of paper; `{name}` is filled in from the facts of a case. */
export const PaperWordingSchema = z.object({
  kind: PaperKindSchema,
  form: z.enum(["document", "letter"]),
  issuerMark: words(200),
  title: words(500),
  to: lines,
  blocks: z
    .array(
      z.object({
        type: z.enum(["heading", "paragraph"]),
        level: level.exactOptional(),
        text: words(10_000),
        each: z.enum(["order", "problem", "measure", "system"]).exactOptional(),
        when: words(200).exactOptional(),
      }),
    )
    .max(500),
  attachments: lines,
  signature: words(200),
  copyTo: lines,
  printedBy: words(200),
  note: words(1000),
  naming: NamingLevelSchema,
});

export type PaperDocument = z.infer<typeof PaperDocumentSchema>;
export type PaperWording = z.infer<typeof PaperWordingSchema>;
