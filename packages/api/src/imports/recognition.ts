import { z } from "zod";
import { EventKindSchema } from "../shared/values";
import { TABLE_KIND_WORDS, TableChoicesSchema } from "./choice";
import { ProfileDocumentSchema } from "./profile";
import { UploadIdSchema } from "./upload";

const WatchNameSchema = z.string().regex(/^[0-9A-Za-z_-]{8,64}$/);

export const RecogniseSchema = z.object({
  uploads: z.array(UploadIdSchema).min(1).max(100),
  /** What people say: entries of the profile document that stand instead of what is found. A text: the saved profile of that source. */
  profile: z.union([ProfileDocumentSchema, z.string().max(64)]).optional(),
  tables: TableChoicesSchema,
  /** A name of the caller's choice, by which is told meanwhile how far it is. */
  watch: WatchNameSchema.optional(),
});

/** How far a recognition is; null where none of that name runs. */
export const RecognisingSchema = z.object({
  /** 0 to 1. */
  share: z.number(),
  seconds_left: z.number().nullable(),
});
export const RecognisingAnswerSchema = z.object({ running: RecognisingSchema.nullable() });
export const RecognisingParamsSchema = z.object({ watch: WatchNameSchema });

const ShapeSchema = z.enum(["event", "state", "step"]);
const count = z.number().int();
const unknownWords = <T extends z.ZodType>(suggestion: T) =>
  z.array(z.object({ word: z.string(), count, suggestion: suggestion.nullable() }));

export const SuggestedUnitSchema = z.object({
  code: z.string(),
  name: z.string(),
  /** `fold`: the same but for place and office words; `part`: one within the other; `short`: an abbreviation; `spelling`: a letter or two. */
  by: z.enum(["fold", "part", "short", "spelling"]),
});

export const RejectExampleSchema = z.object({ row: count, column: z.string(), value: z.string() });

export const RecognisedTableSchema = z.object({
  /** As rejects name it: the file, or `FILE#SHEET`. */
  name: z.string(),
  sheet: z.string().nullable(),
  format: z.string(),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  /** Line from 1; 0 where the format has none. */
  header_row: count,
  headers: z.array(z.string()),
  /** Null: no table that is known; it is left out. */
  kind: z.enum(TABLE_KIND_WORDS).nullable(),
  /** What its headers tell, whatever was said of it. */
  found_kind: z.enum(TABLE_KIND_WORDS).nullable(),
  /** False: it is left out, as was said; its rows were not looked at. */
  used: z.boolean(),
  /** Of events. */
  shape: ShapeSchema.nullable(),
  /** Canonical column ← headers of the file (several are joined); `others` could have been meant. */
  columns: z.array(z.object({ column: z.string(), headers: z.array(z.string()), others: z.array(z.string()) })),
  unused: z.array(z.object({ header: z.string(), examples: z.array(z.string()) })),
  /** Canonical columns without which it cannot be loaded. */
  missing: z.array(z.string()),
  dates: z.array(
    z.object({
      column: z.string(),
      header: z.string(),
      /** Null: nothing tells. */
      form: z.string().nullable(),
      profile: z.enum(["iso", "dmy", "mdy"]).nullable(),
      question: z.enum(["day_or_month", "day_and_month"]).nullable(),
      evidence: z.array(z.object({ form: z.string(), count, example: z.string() })),
      sampled: count,
      unreadable: count,
    }),
  ),
  /** Of events: which way its rows are taken, as was said, else as found. */
  rows_run: z.enum(["oldest-first", "newest-first"]),
  /** Which way they run, where they tell. */
  row_order: z.object({ newest_first: z.boolean(), rising: count, falling: count }).nullable(),
  /** The first rows as read, values by place of `headers`. */
  sample: z.array(z.array(z.string())),
  /** Rows looked at; `whole`: all that there are. */
  rows: count,
  accepted: count,
  rejected: count,
  whole: z.boolean(),
  rejects: z.array(
    z.object({ reason: z.string(), zh: z.string(), en: z.string(), count, examples: z.array(RejectExampleSchema) }),
  ),
  unknown_kinds: unknownWords(EventKindSchema),
  unknown_statuses: unknownWords(z.string()),
  unknown_outcomes: unknownWords(EventKindSchema),
  unknown_results: unknownWords(z.string()),
});

export const RecognisedFileSchema = z.object({
  upload: z.string(),
  name: z.string(),
  /** Why the file cannot be used as it stands; its tables, as far as there are any, may be left out or be said to be something else. */
  refusal: z.object({ code: z.string(), zh: z.string(), en: z.string() }).nullable(),
  tables: z.array(RecognisedTableSchema),
});

/** Something that only people can say. */
export const QuestionSchema = z.object({
  code: z.enum([
    "day_or_month",
    "day_and_month",
    "missing_column",
    "unknown_kind",
    "unknown_status",
    "unknown_outcome",
    "newest_first",
    "shape",
  ]),
  table: z.string(),
  column: z.string().nullable(),
  zh: z.string(),
  en: z.string(),
});

/** What files were recognised as, and a profile that loads them as they stand. Nothing is written. */
export const RecognitionSchema = z.object({
  files: z.array(RecognisedFileSchema),
  /** Ready for `POST /api/imports`, or to be edited and recognised again. */
  profile: ProfileDocumentSchema,
  /** The saved profile that was taken because the headers are those of its files; null: none. */
  saved_profile: z.string().nullable(),
  /** The import whose mended rejects these files are: they are read by its profile; null: none. */
  rejects_of: z.string().nullable(),
  questions: z.array(QuestionSchema),
  /** Words for units that no units table has; loaded all the same, as provisional units. */
  unknown_units: z.array(z.object({ word: z.string(), count, suggestions: z.array(SuggestedUnitSchema) })),
});

export type RecogniseInput = z.input<typeof RecogniseSchema>;
export type RecogniseOrder = z.output<typeof RecogniseSchema>;
export type Recognising = z.infer<typeof RecognisingSchema>;
export type RecognisingAnswer = z.infer<typeof RecognisingAnswerSchema>;
export type RecognitionResult = z.infer<typeof RecognitionSchema>;
export type RecognisedFileItem = z.infer<typeof RecognisedFileSchema>;
export type RecognisedTableItem = z.infer<typeof RecognisedTableSchema>;
export type RecognitionQuestion = z.infer<typeof QuestionSchema>;
export type SuggestedUnit = z.infer<typeof SuggestedUnitSchema>;
