import { type Answers, type UnknownWordRow, WORD_FIELDS, type WordType } from "./answers";

/** Words that were said before and are known since: shown on, so that a slip can be taken back. */
export function saidWords(answers: Answers, unknown: readonly UnknownWordRow[]): readonly UnknownWordRow[] {
  const still = new Set(unknown.map(({ type, word }) => `${type} ${word}`));
  return (Object.keys(WORD_FIELDS) as WordType[]).flatMap((type) =>
    Object.keys(answers[WORD_FIELDS[type]] ?? {})
      .filter((word) => !still.has(`${type} ${word}`))
      .map((word) => ({ type, word, count: 0, suggestion: null })),
  );
}
