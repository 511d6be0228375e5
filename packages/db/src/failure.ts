export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What keeps the database from being used: one line for people, in both languages. */
export class DatabaseFailure extends Error {
  readonly code: string;
  readonly words: Words;

  constructor(code: string, words: Words, cause?: unknown) {
    super(words.en, { cause });
    this.name = "DatabaseFailure";
    this.code = code;
    this.words = words;
  }
}

/** The short text of anything thrown. */
export const textOf = (error: unknown): string =>
  error instanceof Error && error.message !== "" ? error.message : String(codeOf(error) || error);

export const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
