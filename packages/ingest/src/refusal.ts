/** A text for people in both languages of the product. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Arguments or a file that cannot be used at all: one line that says what to do; commands exit 2. */
export class Refusal extends Error {
  readonly code: string;
  readonly words: Words;

  constructor(code: string, words: Words) {
    super(words.en);
    this.name = "Refusal";
    this.code = code;
    this.words = words;
  }
}
